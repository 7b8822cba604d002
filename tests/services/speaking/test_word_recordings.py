"""The program's own words, recorded: found while the translation stands, and in no other case."""

from pathlib import Path

import pytest

from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Origin, Recording, Utterance
from kiosk.services.speaking import AllRecordings, MemoryRecordings, WordRecordings
from tests.factories.sounds import clip, opus
from tools.catalogues import write_compiled

KM = LanguageTag("km")
BACK = Utterance("ត្រឡប់ក្រោយ", KM)

CATALOGUE = f"""
msgid ""
msgstr ""
"Content-Type: text/plain; charset=utf-8\\n"

msgid "Back"
msgstr "{BACK.text}"

msgid "Page {{page}}"
msgstr "ទំព័រ {{page}}"

#, fuzzy
msgid "Help"
msgstr "ជំនួយ"
"""


@pytest.fixture
def sources(tmp_path: Path) -> Path:
    """A Khmer catalogue and an empty place for its recordings."""
    folder = tmp_path / "translations"
    (folder / "audio").mkdir(parents=True)
    (folder / "km.po").write_text(CATALOGUE, encoding="utf-8")
    (folder / "audio" / "one.opus").write_bytes(opus())
    return folder


def compiled(sources: Path, *clips: str) -> WordRecordings:
    (sources / "audio" / "km.toml").write_text("\n".join(clips), encoding="utf-8")
    write_compiled(sources, sources.parent / "locale")
    return WordRecordings(sources.parent / "locale")


def test_recorded_words_are_found_by_what_is_on_the_screen(
    sources: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    recordings = compiled(sources, clip("Back", BACK.text, "km"))

    assert recordings.languages == {KM}
    assert recordings.find(BACK) == Recording(opus(), Origin.RECORDED)
    assert recordings.find(Utterance("Back", LanguageTag("en"))) is None
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize(
    ("wrong", "rule"),
    [
        (clip("Back", "ផ្សេង", "km"), "audio-stale"),
        (clip("Bakc", BACK.text, "km"), "audio-context"),
        (clip("Help", "ជំនួយ", "km"), "audio-context"),
        (clip("Page {page}", "ទំព័រ {page}", "km"), "audio-context"),
        (clip("Back", BACK.text, "km", "two.opus"), "audio-missing"),
    ],
)
def test_what_does_not_fit_is_named_and_left_out(
    sources: Path, capsys: pytest.CaptureFixture[str], wrong: str, rule: str
) -> None:
    recordings = compiled(sources, wrong)

    assert recordings.languages == set()
    said = capsys.readouterr().err
    assert f"[{rule}]" in said
    assert "km.toml:1" in said or "km.toml:4" in said


def test_what_is_taken_back_is_gone_after_the_next_compilation(sources: Path) -> None:
    compiled(sources, clip("Back", BACK.text, "km"))

    assert compiled(sources).find(BACK) is None


def test_names_of_languages_and_countries_can_be_recorded(sources: Path) -> None:
    clips = clip("language", "ខ្មែរ", "km"), clip("country/ES", "អេស្ប៉ាញ", "km")
    recordings = compiled(sources, *clips)

    assert recordings.find(Utterance("ខ្មែរ", KM)) is not None
    assert recordings.find(Utterance("អេស្ប៉ាញ", KM)) is not None


def test_a_damaged_index_is_no_recording(sources: Path) -> None:
    compiled(sources, clip("Back", BACK.text, "km"))
    locale = sources.parent / "locale"
    for junk in ("{", "[]", '{"x": "robot"}'):
        (locale / "km" / "audio" / "index.json").write_text(junk)
        assert WordRecordings(locale).find(BACK) is None


def test_of_several_collections_a_person_is_heard_first() -> None:
    person, machine = Recording(b"p", Origin.RECORDED), Recording(b"m", Origin.SYNTHETIC)
    packs, words = MemoryRecordings({BACK: machine}), MemoryRecordings({BACK: person})

    assert AllRecordings(packs, words).find(BACK) == person
    assert AllRecordings(packs, MemoryRecordings()).find(BACK) == machine
    assert AllRecordings(packs, words).languages == {KM}
