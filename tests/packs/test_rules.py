"""Every rule: an edit that breaks it, and the line a person is sent to."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.problems import Severity
from kiosk.packs import check
from kiosk.packs.rules import Rule
from tests.packs.examples import edit, found_in, write_examples


@dataclass(frozen=True)
class Break:
    """`old` becomes `new` in a file; the problem stands at the line with `at`, by default `new`.

    An empty `at` means the whole file. An empty `old` adds `new` to the end; a file that is not
    there is written. `where` names another file that the problem is in.
    """

    rule: str
    file: str
    old: str
    new: str
    at: str | None = None
    hint: str = ""
    where: str = ""


PACK, FACTS, SOURCES = "host-es/pack.toml", "host-es/facts.toml", "host-es/sources.toml"
APRE, SERVICES, CASES = (
    "host-es/programmes/apre.toml",
    "host-es/services.toml",
    "host-es/cases.toml",
)
TOPIC, FRENCH = "host-es/topics/avrr.md", "host-es/translations/fr.po"
QUESTIONS, NOTICES = "common/questions.toml", "common/notices.toml"
SITE = "site-quito/pack.toml"

_PO = """
{comment}#, python-brace-format
msgctxt "apre/time"
msgid "Ask SEPE how long it takes."
msgstr "{text}"
"""
_PO_LIST = """
msgctxt "avrr/before-list"
msgid ""
"- Advice about your choices\\n"
"- Help with papers from [SEPE](sepe), [on the web](sepe_site)"
msgstr "{text}"
"""
_OK_LIST = "- Des conseils\\n- Aide de [SEPE]({a}), [sur le web](sepe_site)"


def _french(text: str, comment: str = "") -> str:
    return _PO.format(text=text, comment=comment)


BREAKS = (
    Break("unexpected-file", "host-es/service.toml", "", "x = 1", at="", hint="services.toml"),
    Break("unexpected-file", "host-es/topics/notes.txt", "", "x", at=""),
    Break("empty-file", "host-es/terms.toml", "", " \n", at=""),
    Break("toml-syntax", SERVICES, 'type = "jobs"', 'type = "jobs', at='type = "jobs'),
    Break("toml-syntax", TOPIC, "order = 10", "order = = 10", at="order"),
    Break("front-matter", TOPIC, "+++\nid", "id", at="id"),
    Break("unknown-key", SERVICES, "run_by", "runby", hint="'run_by'"),
    Break("unknown-key", APRE, "phase =", "fase =", hint="'phase'"),
    Break("unknown-key", PACK, "owner =", "owners =", hint="'owner'"),
    Break("unknown-key", FACTS, "[[fact]]", "[[facts]]", hint="'fact'"),
    Break("missing-key", SERVICES, 'run_by = "host_state"', "", at="[[service]]"),
    Break("missing-key", APRE, 'title = "Your', '#title = "Your', at='id = "apre"'),
    Break("missing-key", FACTS, "value = 3", "", at="[[fact]]"),
    Break("missing-key", SERVICES, 'sources = ["sepe-apre"]', "", at="[[service]]"),
    Break("missing-key", SERVICES, "checked = 2026-11-21", "", at="[[service]]"),
    Break("wrong-type", SERVICES, "free = true", 'free = "yes"'),
    Break("wrong-type", SERVICES, 'languages = ["es"]', 'languages = "es"', hint="[ ]"),
    Break("wrong-type", SERVICES, "checked = 2026-11-21", 'checked = "2026-11-21"', hint="quotes"),
    Break("wrong-type", "host-es/agreements.toml", "year = 2010", f"year = {10**30}"),
    Break("wrong-type", APRE, 'papers = [ { id = "passport",', 'papers = [ "x", {id = "y",'),
    Break("wrong-type", CASES, 'situation = "regular_stay"', "situation = 7"),
    Break("wrong-type", CASES, 'age = "adult"', 'age = ["adult", "over_60"]'),
    Break("empty-value", SERVICES, 'sources = ["sepe-apre"]', "sources = []"),
    Break("empty-value", APRE, 'provider = "SEPE"', 'provider = " "'),
    Break("unknown-value", SERVICES, 'type = "jobs"', 'type = "job"', hint="'jobs'"),
    Break("control-character", APRE, 'provider = "SEPE"', 'provider = "SE\\u202EPE"'),
    Break("control-character", FRENCH, "", _french("a\\tb"), at="apre/time"),
    Break("bad-id", SERVICES, 'id = "sepe"', 'id = "SEPE office"'),
    Break("bad-id", FACTS, 'id = "apre_ban"', 'id = "apre-ban"', hint="underscores"),
    Break("bad-id", APRE, 'id = "ask"', 'id = "Ask!"', at="steps"),
    Break("bad-id", TOPIC, "{#intro}", "{#In tro}"),
    Break(
        "duplicate-id", SERVICES, 'id = "emergency"', 'id = "avrr"', at='[[service]]\nid = "avrr'
    ),
    Break("duplicate-id", FACTS, 'id = "sepe_site"', 'id = "apre_ban"', at="[[fact]]"),
    Break("duplicate-id", TOPIC, "{#table}", "{#intro}", at="{#intro}\n|"),
    Break("duplicate-id", APRE, "steps = [", 'steps = [ {id="ask", text="Ask"},', at="steps"),
    Break(
        "duplicate-id",
        NOTICES,
        "",
        '\n[[notice]]\nid = "n2"\nplace = "protection"\n'
        'text = "x"\nsources = ["un-treaties"]\nchecked = 2026-11-21\n',
        at='place = "protection"\ntext = "x"',
    ),
    Break("reserved-id", SERVICES, 'id = "emergency"', 'id = "pack"'),
    Break("reserved-id", TOPIC, "{#table}", "{#title}"),
    Break("folder-name", PACK, 'id = "host-es"', 'id = "host-fr"'),
    Break("unknown-country", APRE, 'hosts = ["ES"]', 'hosts = ["SP"]'),
    Break("unknown-region", "host-es/opportunities.toml", '"EC-P"', '"EC-Q1"'),
    Break("unknown-region", "host-es/opportunities.toml", '"EC-P"', '"EC-G"', hint="EC-P"),
    Break("unknown-region", "origin-ec/pack.toml", 'code = "EC-P"', 'code = "EC-ZZ"'),
    Break("unknown-language", PACK, '"fr", ', '"fr", "xx", '),
    Break("unknown-entry", APRE, 'contacts = ["sepe"]', 'contacts = ["sepa"]', hint="'sepe'"),
    Break("unknown-entry", CASES, 'likely = ["apre"]', 'likely = ["common/apre"]'),
    Break("unknown-source", APRE, '["sepe-apre"]', '["sepe-april"]', hint="'sepe-apre'"),
    Break("unknown-source", FACTS, 'source = "sepe-apre"', 'source = "sepe"'),
    Break("unknown-fact", APRE, "{apre_ban}", "{apre_bans}", hint="'apre_ban'"),
    Break("unknown-fact", TOPIC, "{apre_ban}", "{ban_of_apre}", at="| Way of"),
    Break("unknown-fact", SERVICES, 'website = "sepe_site"', 'website = "sepe_page"'),
    Break("wrong-fact", SERVICES, 'website = "sepe_site"', 'website = "apre_ban"', hint="url"),
    Break("not-a-contact", APRE, 'contacts = ["sepe"]', 'contacts = ["avrr"]'),
    Break("missing-country", PACK, 'country = "ES"', "", at="kind"),
    Break("stray-country", SITE, 'kind = "site"', 'kind = "site"\ncountry = "ES"', at="country"),
    Break(
        "stray-region", PACK, "", '\n[[region]]\ncode = "ES-M"\nname = "Madrid"\n', at="[[region]]"
    ),
    Break("stray-region", "origin-ec/pack.toml", 'code = "EC-P"', 'code = "ES-M"'),
    Break("bad-version", PACK, '"2026.11.1"', '"November"'),
    Break("source-language", PACK, 'source_language = "en"', 'source_language = "de"'),
    Break("safety-core", SERVICES, "free = true", "safety_core = true"),
    Break(
        "common-only",
        "host-es/notices.toml",
        "",
        '[[notice]]\nid = "x"\nplace = "private"\n'
        'text = "x"\nsources = ["sepe-apre"]\nchecked = 2026-11-21\n',
        at="[[notice]]",
    ),
    Break(
        "missing-question", QUESTIONS, '  { id = "adult", text = "Adult" },\n', "", at="values ="
    ),
    Break("missing-question", QUESTIONS, "", " ", at=""),
    Break("missing-notice", NOTICES, "", " ", at=""),
    Break(
        "overlay",
        "host-es/pack.toml",
        "",
        '\n[[hide]]\nentry = "common/right-leave"\n',
        at="entry =",
    ),
    Break("overlay", SITE, '"host-es/course-cooking"', '"common/notice-protection"'),
    Break(
        "overlay-hash",
        SITE,
        "# [[replace]]",
        '[[replace]]\nentry = "host-es/sepe"\nwith = "host-es/emergency"\nsha256 = "0"\n#',
        at="sha256 =",
    ),
    Break("bad-value", FACTS, "value = 3", 'value = "three"'),
    Break("bad-value", FACTS, "value = 3", "value = nan"),
    Break("bad-value", FACTS, "value = 3", "value = 1e400000"),
    Break("bad-value", FACTS, 'value = "112"', 'value = "+34 91"'),
    Break("bad-value", FACTS, 'value = "112"', 'value = "+3491"'),
    Break("bad-value", FACTS, 'value = "https://www.sepe.es"', 'value = "sepe"'),
    Break("bad-value", PACK, "review_interval_days = 365", "review_interval_days = 0"),
    Break("bad-unit", FACTS, 'unit = "year"', 'unit = "years"', hint="'year'"),
    Break("bad-unit", FACTS, 'unit = "year"', "", at="[[fact]]"),
    Break("bad-date", FACTS, "valid_until = 2027-05-31", "valid_until = 2025-01-01"),
    Break("bad-date", SOURCES, '"2025-12-05"', '"5 December 2025"'),
    Break("bad-date", SERVICES, "checked = 2026-11-21", "checked = 2026-11-22"),
    Break("bad-date", SERVICES, "free = true", "review_by = 2026-01-01"),
    Break(
        "expired-at-release",
        PACK,
        "released = 2026-11-21",
        "released = 2027-06-01",
        at="valid_until",
        where=FACTS,
    ),
    Break(
        "unused-fact",
        SERVICES,
        'phones = ["emergency_number"]',
        "",
        at='[[fact]]\nid = "emergency',
        where=FACTS,
    ),
    Break(
        "unused-source",
        SOURCES,
        "",
        '\n[[source]]\nid = "b"\ntitle = "b"\npublisher = "b"\n'
        'published = "2020"\nchecked = 2026-11-21\nconfidence = "official"\n',
        at='[[source]]\nid = "b"',
    ),
    Break("stray-brace", APRE, 'provider = "SEPE"', 'provider = "SEPE {}"'),
    Break("stray-brace", TOPIC, "your own choice", "your own {Choice}", at="own {"),
    Break("typed-phone", APRE, 'provider = "SEPE"', 'provider = "Call 900 123 456"'),
    Break("typed-phone", FRENCH, "", _french("Appelez le 112."), at="apre/time"),
    Break("typed-amount", APRE, 'provider = "SEPE"', 'provider = "You get 450 EUR"'),
    Break("typed-amount", FRENCH, "", _french("៤៥០ រៀល"), at="apre/time"),
    Break("typed-deadline", TOPIC, "your own choice", "for 30 days", at="30 days"),
    Break("typed-deadline", FRENCH, "", _french("خلال ٣٠ يوما"), at="apre/time"),
    Break("typed-email", APRE, 'provider = "SEPE"', 'provider = "a@sepe.es"'),
    Break("typed-url", APRE, 'provider = "SEPE"', 'provider = "See www.sepe.es/x"'),
    Break("markdown-in-text", APRE, 'provider = "SEPE"', 'provider = "**SEPE**"'),
    Break("too-long", APRE, 'provider = "SEPE"', f'provider = "{"long " * 1000}"'),
    Break("html", TOPIC, "**your own choice**", "<b>your own choice</b>", at="<b>"),
    Break("html", APRE, 'provider = "SEPE"', 'provider = "SEPE &amp; I"'),
    Break("block-id", TOPIC, "{#table}\n", "", at="| Way of"),
    Break("empty-block", TOPIC, "{#table}", "{#nothing}\n\n{#table}", at="{#nothing}"),
    Break("block-shape", TOPIC, "## Before", "> Before"),
    Break("block-shape", TOPIC, "## Before", "# Before"),
    Break("block-shape", TOPIC, "- Advice about", "- Advice\n    - about", at="- Advice"),
    Break("block-shape", TOPIC, "**your own choice**", "`your own choice`", at="`your"),
    Break("block-shape", TOPIC, "**your own choice**", "![your own choice](sepe)", at="!["),
    Break("table-columns", TOPIC, "| APRE |", "| APRE | or |", at="| Way of"),
    Break("link-target", TOPIC, "(sepe)", "(sepa)", at="- Advice", hint="'sepe'"),
    Break("link-target", TOPIC, "(sepe)", "(https://sepe.es)", at="- Advice", hint="url"),
    Break("return-topic", TOPIC, "about_return = true", "", at="section"),
    Break(
        "unknown-question", APRE, 'question = "situation"', 'question = "situations"', at="meets"
    ),
    Break("unknown-question", CASES, 'age = "adult"', 'ages = "adult"', hint="'age'"),
    Break("unknown-question", QUESTIONS, 'question = "age"', 'question = "old"'),
    Break(
        "unknown-answer", APRE, '"contract_ending"]', '"contract_end"]', hint="'contract_ending'"
    ),
    Break("unknown-answer", CASES, 'age = "adult"', 'region = "EC-X"'),
    Break("unknown-answer", QUESTIONS, 'id = "adult"', 'id = "old"', at="values ="),
    Break(
        "empty-condition",
        APRE,
        'meets = ["regular_stay", "contract_ending"]    # met when one of'
        ' these\nexcludes = ["asylum_pending"] ',
        "meets = []",
        at="[[conditions]]",
    ),
    Break(
        "failed-case",
        CASES,
        'likely = ["apre"]             # own pack, or pack/entry\nask = []',
        'ask = ["apre"]',
        at="[[case]]",
    ),
    Break("failed-case", CASES, "blocked_by = []", 'blocked_by = ["violence"]', at="[[case]]"),
    Break("po-syntax", FRENCH, "", '\nmsgid "a"\nmsgstr "b\n', at='msgstr "b'),
    Break("po-language", FRENCH, "Language: fr", "Language: de", at='msgid ""'),
    Break("po-language", "host-es/translations/de.po", "", 'msgid ""\nmsgstr ""\n', at=""),
    Break("po-context", FRENCH, "", '\nmsgid "a"\nmsgstr "b"\n', at='msgid "a"'),
    Break("translation-placeholder", FRENCH, "pendant {apre_ban}", "longtemps", at="apre/coming"),
    Break("translation-placeholder", FRENCH, "", _french("{apre_ban}"), at="apre/time"),
    Break(
        "translation-link",
        FRENCH,
        "",
        _PO_LIST.format(text=_OK_LIST.format(a="apre")),
        at="avrr/before-list",
    ),
    Break(
        "translation-shape",
        FRENCH,
        "",
        _PO_LIST.format(text=_OK_LIST.format(a="sepe") + "\\n- x"),
        at="avrr/before-list",
    ),
    Break("translation-number", FRENCH, "", _french("Avant 2013"), at="apre/time"),
    Break(
        "translation-stale",
        APRE,
        "You may not come back to live",
        "You can not come back to live",
        at="",
        where=FRENCH,
    ),
    Break("translation-fuzzy", FRENCH, "#, python", "#, fuzzy, python", at=""),
    Break("translation-missing", FRENCH, "apre/coming_back", "apre/coming", at=""),
    Break(
        "translation-state",
        FRENCH,
        "",
        _french("Quand ?", "# state: reviewed 1234\n"),
        at="apre/time",
    ),
)


def _name(broken: Break) -> str:
    return f"{broken.rule} in {broken.file}"


@pytest.mark.parametrize("broken", BREAKS, ids=_name)
def test_a_broken_rule_is_named_with_its_line(broken: Break, tmp_path: Path) -> None:
    write_examples(tmp_path)
    path = tmp_path / broken.file
    if broken.old:
        edit(path, broken.old, broken.new)
    else:
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.write_text(before + broken.new, encoding="utf-8")
    found = [p for p in check([tmp_path], date(2026, 11, 21)).problems if p.rule == broken.rule]
    assert found, f"{broken.rule} is not reported"
    place = tmp_path / (broken.where or broken.file)
    wanted = broken.new if broken.at is None else broken.at
    lines = _lines(place, wanted) if wanted else {0}
    assert {p.line for p in found if p.path == place} & lines
    if broken.hint:
        assert any(broken.hint in problem.way_out for problem in found)


def _lines(path: Path, wanted: str) -> set[int]:
    """Lines where `wanted` begins; in PO files also the comments above."""
    text = path.read_text(encoding="utf-8")
    starts = [i for i in range(len(text)) if text.startswith(wanted, i)]
    lines = {text.count("\n", 0, start) + 1 for start in starts}
    above = 3 if path.suffix == ".po" else 0
    return {line - up for line in lines for up in range(above + 1)}


def test_every_rule_is_broken_here() -> None:
    # What files can be is tested in test_files.py, what time does in test_expiry.py.
    elsewhere = {"no-pack", "not-a-file", "unreadable", "too-large", "not-utf-8"}
    elsewhere |= {"expired", "review-due"}
    # Sound is no text: see test_audio.py.
    elsewhere |= {rule.slug for rule in Rule if rule.slug.startswith("audio-")}
    assert {broken.rule for broken in BREAKS} | elsewhere == {rule.slug for rule in Rule}


def test_the_examples_have_no_problem(tmp_path: Path) -> None:
    assert found_in(write_examples(tmp_path)) == []


def test_warnings_let_a_pack_pass(tmp_path: Path) -> None:
    write_examples(tmp_path)
    edit(tmp_path / TOPIC, "about_return = true", "")
    found = found_in(tmp_path)
    assert [problem.severity for problem in found] == [Severity.WARNING]


def test_two_packs_with_one_id_are_named(tmp_path: Path) -> None:
    write_examples(tmp_path / "a")
    write_examples(tmp_path / "b")
    report = check([tmp_path / "a", tmp_path / "b"], date(2026, 11, 21))
    assert [p.rule for p in report.problems.errors].count("duplicate-id") == 4
