"""Other names lead as far as the word itself, and one wrong word does not spoil the others."""

from collections.abc import Iterator

import pytest

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.library import Library
from kiosk.library.queries import other_names, query_of
from tests.factories.packs import World, topic

EN, AR = LanguageTag("en"), LanguageTag("ar")

TERM = """[[term]]
id = "term-forced"
term = "Forced return"
meaning = "A state makes somebody leave."
synonyms = "deportation, removal"
sources = ["page"]
checked = 2026-11-01
"""

PAGES = {
    "topics/forced.md": topic("forced", "If you face a forced return", "What you can do."),
    "topics/stop.md": topic("stop", "Stopping a removal", "Ask a court."),
    "topics/asylum.md": topic("asylum", "Asylum", "Seekers are protected."),
    "topics/school.md": topic("school", "School", "For every child."),
    "terms.toml": TERM,
}


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    world = World(tmp_path_factory.mktemp("named"))
    world.add_common(PAGES, languages=["en", "ar"])
    arabic = {
        "term-forced/term": "العودة القسرية",
        "term-forced/synonyms": "الترحيل، الإبعاد",
        "forced/title": "إذا واجهت العودة القسرية",
        "stop/title": "وقف الإبعاد",
    }
    world.translate("common", "ar", arabic)
    with world.library() as library:
        yield library


def found(library: Library, query: str, tag: LanguageTag = EN) -> list[str]:
    return [str(hit.id).removeprefix("common/") for hit in library.search(query, tag)]


def test_a_synonym_finds_the_word_and_what_the_word_finds(named: Library) -> None:
    assert found(named, "deportation")[0] == "term-forced"
    assert set(found(named, "deportation")) == {"term-forced", "forced", "stop"}


def test_a_synonym_in_another_script_does_too(named: Library) -> None:
    assert set(found(named, "الترحيل", AR)) >= {"term-forced", "forced", "stop"}


def test_a_word_that_only_occurs_in_the_meaning_brings_no_other_names(named: Library) -> None:
    assert found(named, "somebody") == ["term-forced"]


def test_a_slip_among_right_words_still_finds_something(named: Library) -> None:
    assert found(named, "asylum skool")[:1] == ["asylum"]
    assert "school" in found(named, "asylum skool")


def test_nothing_is_found_for_what_no_text_has(named: Library) -> None:
    assert found(named, "qqzzx wwvvk") == []


def test_names_are_parted_by_commas_of_any_script() -> None:
    amharic = LANGUAGES[LanguageTag("am")]
    query = query_of("ሰላም", amharic)
    names = other_names("ቤት", "ሰላም፣ ገንዘብ", query, amharic)
    assert [name.terms for name in names] == [("ቤት",), ("ገንዘብ",)]
