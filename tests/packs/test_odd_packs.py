"""Packs as a careless or a malicious hand might leave them: named with a line, never shown."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kiosk.packs import build, check
from tests.packs.examples import RELEASED, edit, found_in, line_of, write_examples

SERVICES = "host-es/services.toml"
FACTS = "host-es/facts.toml"
PACK = "host-es/pack.toml"
TOPIC = "host-es/topics/avrr.md"
PO = "host-es/translations/fr.po"
SITE = "site-quito/pack.toml"
HOURS = 'hours = "In the morning."'
MESSAGE = '\nmsgctxt "sepe/hours"\nmsgid "In the morning."\nmsgstr "{}"\n'

Change = Callable[[Path], None]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_examples(tmp_path / "content")


def _found(folder: Path) -> set[tuple[str, str, int]]:
    return {(p.rule, p.path.name, p.line) for p in found_in(folder)}


def _append(path: Path, text: str) -> None:
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")


@pytest.mark.parametrize(
    "code",
    ["2028", "2029", "FEFF", "FFFC", "FFFD", "FFFF", "FDD0", "E000", "202E", "0085", "0000"],
)
def test_characters_that_cannot_be_seen_or_shown(folder: Path, code: str) -> None:
    path = folder / SERVICES
    edit(path, HOURS, f'hours = "In \\u{code} the morning."')
    assert ("control-character", "services.toml", line_of(path, "hours")) in _found(folder)


@pytest.mark.parametrize("code", ["000E0041", "0001F477"])
def test_letters_hidden_as_tags_and_pictures_no_font_draws(folder: Path, code: str) -> None:
    edit(folder / SERVICES, HOURS, f'hours = "In the \\U{code} morning."')
    assert "control-character" in {rule for rule, _, _ in _found(folder)}


@pytest.mark.parametrize("blank", ["   ", "\\u00A0", "\\u200B", "\\u2066\\u2069", "\\u00AD"])
def test_a_name_that_nobody_can_see_is_empty(folder: Path, blank: str) -> None:
    path = folder / SERVICES
    edit(path, 'name = "SEPE, public employment service"', f'name = "{blank}"')
    assert ("empty-value", "services.toml", line_of(path, "name =")) in _found(folder)


@pytest.mark.parametrize("mark", ["\u200c", "\u200d", "\u00ad", "\u200f", "\u2066x\u2069", "☎"])
def test_marks_that_writing_needs_may_stand(folder: Path, mark: str) -> None:
    edit(folder / SERVICES, HOURS, f'hours = "In the mor{mark}ning."')
    assert found_in(folder) == []


@pytest.mark.parametrize("days", ["-1", "0", "3651", "999999999999", "9999999999999999"])
def test_a_review_interval_that_is_none(folder: Path, days: str) -> None:
    path = folder / PACK
    edit(path, "review_interval_days = 365", f"review_interval_days = {days}")
    assert line_of(path, "review_interval") in {line for _, _, line in _found(folder)}


@pytest.mark.parametrize("name", [b"a\nb.md", b"\xff.md", "a\u202eb.md".encode()])
def test_a_file_name_that_no_person_can_read(folder: Path, name: bytes) -> None:
    with Path(os.fsdecode(os.fsencode(folder / "host-es" / "topics") + b"/" + name)).open("w"):
        pass
    (problem,) = found_in(folder)
    assert (problem.rule, problem.path.name) == ("unexpected-file", "topics")
    assert str(problem).isprintable()


def test_digits_of_a_version_are_latin(folder: Path) -> None:
    edit(folder / PACK, '"2026.11.1"', '"٢٠٢٦.١١.١"')
    assert "bad-version" in {rule for rule, _, _ in _found(folder)}


@pytest.mark.parametrize("year", ["-5", "3025"])
def test_a_reference_year_of_no_age(folder: Path, year: str) -> None:
    path = folder / FACTS
    edit(path, "year = 2025", f"year = {year}")
    assert ("bad-date", "facts.toml", line_of(path, "year = ")) in _found(folder)


def test_there_is_one_common_and_it_is_called_so(folder: Path) -> None:
    edit(folder / SITE, 'kind = "site"', 'kind = "common"')
    edit(folder / "common" / "pack.toml", 'kind = "common"', 'kind = "site"')
    wrong = {p.path.parent.name for p in found_in(folder) if p.rule == "unknown-value"}
    assert wrong == {"site-quito", "common"}


@pytest.mark.parametrize(
    ("tag", "way_out"), [("prs", "fa-AF"), ("FR", "fr"), ("fa_AF", "fa-AF"), ("iw", "he")]
)
def test_other_tags_of_a_language_lead_to_ours(folder: Path, tag: str, way_out: str) -> None:
    edit(folder / PACK, '"en", "fr"', f'"en", "fr", "{tag}"')
    (problem,) = found_in(folder)
    assert (problem.rule, way_out in problem.way_out) == ("unknown-language", True)


@pytest.mark.parametrize(
    "url",
    [
        "https://office\\u200b.example/x",
        "https://оffice.example",
        "https://somebody@office.example",
        "https://office..example",
        "https://.",
        "https://office.example:99999",
        "https://[::1].example",
        "javascript:alert(1)//a.b",
    ],
)
def test_a_web_address_that_deceives_or_leads_nowhere(folder: Path, url: str) -> None:
    path = folder / FACTS
    edit(path, '"https://www.sepe.es"', f'"{url}"')
    assert ("bad-value", "facts.toml", line_of(path, url[:9])) in _found(folder)


@pytest.mark.parametrize(
    "block",
    [
        "**bold without an end",
        "[words][reference]",
        "~~struck~~",
        "| a | table without its second line |",
        "- [ ] a box",
        "a note[^1]",
        '[words](sepe "a title")',
        "Heading\n=====",
        "\u200b",
    ],
)
def test_markdown_that_would_be_read_as_signs(folder: Path, block: str) -> None:
    path = folder / TOPIC
    _append(path, f"\n{{#odd}}\n{block}\n")
    line = line_of(path, "{#odd}") + 1
    assert {(rule, at) for rule, _, at in _found(folder)} <= {
        ("block-shape", line),
        ("empty-block", line),
    }
    assert found_in(folder) != []


def test_brackets_and_underscores_may_stand(folder: Path) -> None:
    _append(folder / TOPIC, "\n{#odd}\nThe form [in Spanish] and some_name: 1 * 2 (or ~ 3).\n")
    assert found_in(folder) == []


def test_a_translation_of_a_text_that_is_gone_is_named(folder: Path) -> None:
    path = folder / PO
    _append(path, MESSAGE.replace("sepe/hours", "sepe/ours").format("Le matin."))
    assert ("translation-stale", "fr.po", line_of(path, "sepe/ours")) in _found(folder)


def test_plural_forms_are_refused(folder: Path) -> None:
    text = MESSAGE.format("x").replace("msgstr", 'msgid_plural "y"\nmsgstr[0]')
    _append(folder / PO, text)
    assert ("po-syntax", "fr.po", line_of(folder / PO, "sepe/hours")) in _found(folder)


def test_a_line_break_of_another_kind_in_a_po_file(folder: Path) -> None:
    _append(folder / PO, MESSAGE.format("Le\u2028matin."))
    assert ("control-character", "fr.po", line_of(folder / PO, "matin.")) in _found(folder)


def test_a_translation_that_nobody_can_see_is_missing(folder: Path) -> None:
    def missing() -> list[str]:
        report = check([folder / "host-es"], RELEASED)
        return [p.message for p in report.problems if p.path.name == "fr.po"]

    before = missing()
    _append(folder / PO, MESSAGE.format("\u200b"))
    assert missing() == before


@pytest.mark.parametrize(
    ("table", "rule"),
    [
        ('[[hide]]\nentry = "common/question-age"', "overlay"),
        ('[[hide]]\nentry = "host-es/course-cooking"', "duplicate-id"),
        ('[[replace]]\nentry = "host-es/sepe"\nwith = ""\nsha256 = "0"', "empty-value"),
        ('[[replace]]\nentry = "host-es/sepe"\nwith = "host-es/sepe"\nsha256 = "0"', "overlay"),
    ],
)
def test_what_a_site_may_not_do(folder: Path, table: str, rule: str) -> None:
    _append(folder / SITE, f"\n{table}\n")
    assert rule in {p.rule for p in found_in(folder) if p.path.name == "pack.toml"}


def test_an_answer_that_meets_and_excludes(folder: Path) -> None:
    path = folder / "host-es" / "programmes" / "apre.toml"
    edit(path, 'excludes = ["asylum_pending"]', 'excludes = ["regular_stay"]')
    assert "empty-condition" in {rule for rule, _, _ in _found(folder)}


def test_an_item_of_a_list_is_named_by_its_number(folder: Path) -> None:
    edit(folder / SERVICES, 'sources = ["sepe-apre"]', 'sources = ["sepe-apre", 3]')
    (problem,) = found_in(folder)
    assert problem.message == "item 2 of sources is a whole number, not text in quotes"


def test_a_pack_named_twice_is_one_pack(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    report = check([folder / "host-es", Path("host-es"), folder], RELEASED)
    assert [str(pack.id) for pack in report.packs].count("host-es") == 1


def test_nothing_is_built_of_an_odd_pack_and_the_others_are(folder: Path, tmp_path: Path) -> None:
    edit(folder / FACTS, "year = 2025", "year = -5")
    report = build([folder / "host-es", folder / "origin-ec"], tmp_path / "out", RELEASED)
    assert (report.refused, report.built) == (("host-es",), ("origin-ec",))
    assert [path.name for path in (tmp_path / "out").iterdir()] == ["origin-ec.pack"]


def test_what_is_not_for_print_stands_in_no_text(folder: Path) -> None:
    edit(folder / FACTS, 'sensitivity = "public"', 'sensitivity = "not_for_print"')
    found = {(p.rule, p.path.name) for p in found_in(folder)}
    assert found == {("wrong-fact", "apre.toml"), ("wrong-fact", "avrr.md")}
