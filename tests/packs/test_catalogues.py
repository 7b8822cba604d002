"""Translations: refreshed without loss, filled without overwriting a review."""

import sqlite3
from contextlib import closing
from pathlib import Path

import polib
import pytest

from kiosk.core.errors import ContentError, UsageError
from kiosk.core.ids import LanguageTag
from kiosk.core.texts import TextState
from kiosk.packs import (
    build,
    check,
    coverage,
    export_catalogue,
    fill_translations,
    import_catalogue,
    untranslated,
    update_translations,
)
from kiosk.packs.review import review_hash, text_state
from kiosk.packs.source import Unit
from tests.packs.examples import RELEASED, edit, found_in, write_examples

FR, AR = LanguageTag("fr"), LanguageTag("ar")
COMING_BACK = "apre/coming_back"


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return write_examples(tmp_path) / "host-es"


def _entries(pack: Path, language: str = "fr") -> dict[str, polib.POEntry]:
    po = polib.pofile(str(pack / "translations" / f"{language}.po"))
    return {entry.msgctxt: entry for entry in po if not entry.obsolete}


def test_every_text_gets_a_message_in_the_order_of_the_files(pack: Path) -> None:
    assert len(update_translations(pack)) == 4
    contexts = list(_entries(pack, "km"))
    assert contexts[:4] == ["pack/title", "avrr/title", "avrr/summary", "avrr/intro"]
    wanted = ["apre/steps/ask", "apre/conditions/permit/met", "apre/gives/benefit", "avrr/table"]
    assert set(wanted) <= set(contexts)


def test_a_second_run_changes_nothing(pack: Path) -> None:
    update_translations(pack)
    before = (pack / "translations" / "fr.po").read_bytes()
    assert update_translations(pack) == ()
    assert (pack / "translations" / "fr.po").read_bytes() == before


def test_what_a_translator_wrote_stays(pack: Path) -> None:
    update_translations(pack)
    entry = _entries(pack)[COMING_BACK]
    assert entry.msgstr == "Vous ne pouvez pas revenir vivre ou travailler pendant {apre_ban}."
    assert entry.flags == ["python-brace-format"]
    assert "machine draft" in entry.tcomment


def test_a_changed_source_is_fuzzy_and_keeps_the_earlier_text(pack: Path) -> None:
    edit(pack / "programmes" / "apre.toml", "You may not come back", "You must not come back")
    update_translations(pack)
    entry = _entries(pack)[COMING_BACK]
    assert entry.fuzzy
    assert entry.previous_msgid is not None
    assert entry.previous_msgid.startswith("You may not")
    assert entry.msgid.startswith("You must not")
    edit(pack / "programmes" / "apre.toml", "You must not come back", "You can not come back")
    update_translations(pack)
    assert str(_entries(pack)[COMING_BACK].previous_msgid).startswith("You may not")


def test_a_source_changed_back_is_current_again(pack: Path) -> None:
    edit(pack / "programmes" / "apre.toml", "You may not come back", "You must not come back")
    update_translations(pack)
    edit(pack / "programmes" / "apre.toml", "You must not come back", "You may not come back")
    update_translations(pack)
    assert not _entries(pack)[COMING_BACK].fuzzy


def test_a_text_that_is_gone_stays_obsolete_and_comes_back(pack: Path) -> None:
    path = pack / "programmes" / "apre.toml"
    edit(path, "coming_back =", "#coming_back =")
    update_translations(pack)
    assert COMING_BACK not in _entries(pack)
    edit(path, "#coming_back =", "coming_back =")
    update_translations(pack)
    assert _entries(pack)[COMING_BACK].msgstr


def test_wrapping_a_paragraph_anew_outdates_nothing(pack: Path) -> None:
    text = "C'est **votre choix**. Voir [vos droits](common/right-leave)."
    fill_translations(pack, FR, {"avrr/intro": text})
    update_translations(pack)
    edit(pack / "topics" / "avrr.md", "is **your own choice**", "is\n**your own choice**")
    assert update_translations(pack) == ()
    assert "avrr/intro" not in untranslated(pack, FR)


def test_filling_marks_the_state_and_keeps_reviews(pack: Path) -> None:
    refused = fill_translations(pack, FR, {"apre/time": "Demandez au SEPE.", "apre/nothing": "x"})
    assert refused == ("apre/nothing",)
    assert _entries(pack)["apre/time"].tcomment.startswith("state: machine draft")
    source = "Ask SEPE how long it takes."
    state = f"reviewed {review_hash(source, 'Demandez au SEPE.')}"
    fill_translations(pack, FR, {"apre/time": "Demandez au SEPE."}, state)
    assert fill_translations(pack, FR, {"apre/time": "Autre."}) == ("apre/time",)
    assert _entries(pack)["apre/time"].msgstr == "Demandez au SEPE."


def test_what_is_left_to_translate(pack: Path) -> None:
    left = untranslated(pack, FR)
    assert COMING_BACK not in left
    assert left["apre/provider"] == "SEPE"
    fill_translations(pack, FR, dict.fromkeys(left, "x"))
    assert untranslated(pack, FR) == {}


def test_a_language_the_pack_does_not_have(pack: Path) -> None:
    with pytest.raises(UsageError, match="de"):
        export_catalogue(pack, LanguageTag("de"))


def test_a_broken_po_file_is_left_alone(pack: Path) -> None:
    path = pack / "translations" / "fr.po"
    path.write_text('msgid "a\nmsgstr ""\n', encoding="utf-8")
    with pytest.raises(ContentError, match=r"fr\.po:1"):
        update_translations(pack)
    assert path.read_text(encoding="utf-8").startswith('msgid "a\n')


def test_a_pack_that_cannot_be_read_has_no_translations(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"pack\.toml"):
        update_translations(tmp_path)


def test_the_check_names_the_hash_of_a_review(pack: Path) -> None:
    fill_translations(pack, FR, {"apre/time": "Demandez."}, "reviewed")
    (problem,) = [p for p in found_in(pack) if p.rule == "translation-state"]
    wanted = review_hash("Ask SEPE how long it takes.", "Demandez.")
    assert wanted in problem.message
    edit(pack / "translations" / "fr.po", "state: reviewed", f"state: reviewed {wanted}")
    assert found_in(pack) == []


@pytest.mark.parametrize(
    ("source", "text"), [("a b", "x y"), ("a  b", "x\u200b y"), ("a b\n", "\u2066x\u2069 y")]
)
def test_a_review_holds_while_only_invisible_things_change(source: str, text: str) -> None:
    assert review_hash(source, text) == review_hash("a b", "x y")


@pytest.mark.parametrize(
    ("comment", "state"),
    [
        ("", TextState.DRAFT),
        ("state: draft", TextState.DRAFT),
        ("note\nstate: machine draft, not reviewed", TextState.MACHINE_DRAFT),
        (f"state: reviewed {review_hash('a', 'b')}", TextState.REVIEWED),
        (f"state: reviewed {review_hash('a', 'c')}", TextState.DRAFT),
        ("state: reviewed", TextState.DRAFT),
    ],
)
def test_states(comment: str, state: TextState) -> None:
    assert text_state(Unit("x/y", "a", "b", is_fuzzy=False, comment=comment, line=1)) is state


def test_a_fuzzy_translation_is_not_compiled(pack: Path, tmp_path: Path) -> None:
    edit(pack / "translations" / "fr.po", "#, python", "#, fuzzy, python")
    assert not check([pack], RELEASED).problems.errors
    out = tmp_path / "out"
    build([pack], out)
    with closing(sqlite3.connect(out / "host-es.pack")) as found:
        assert found.execute("SELECT count(*) FROM texts WHERE language = 'fr'").fetchone() == (0,)


def test_a_file_of_a_translator_is_taken_in(pack: Path, tmp_path: Path) -> None:
    update_translations(pack)
    po = polib.pofile(str(pack / "translations" / "fr.po"))
    for entry in po:
        entry.msgstr = entry.msgstr or f"fr {entry.msgctxt}"
        entry.tcomment = "state: draft"
    po.append(polib.POEntry(msgctxt="apre/gone", msgid="a", msgstr="b"))
    po.save(str(tmp_path / "back.po"))
    edit(pack / "programmes" / "apre.toml", 'provider = "SEPE"', 'provider = "The SEPE"')
    refused = import_catalogue(pack, FR, tmp_path / "back.po")
    assert set(refused) == {"apre/provider", "apre/gone"}
    assert _entries(pack)["apre/time"].msgstr == "fr apre/time"
    assert untranslated(pack, FR) == {"apre/provider": "The SEPE"}


def test_coverage_counts_texts(pack: Path) -> None:
    source, french, *_ = coverage([pack])
    assert (source.language, source.shown, source.missing) == ("en", source.texts, 0)
    assert (french.language, french.shown, french.machine_drafts) == (FR, 1, 1)
    edit(pack / "programmes" / "apre.toml", "You may not come", "You must not come")
    french = coverage([pack])[1]
    assert (french.shown, french.outdated, french.missing) == (0, 1, french.texts - 1)
