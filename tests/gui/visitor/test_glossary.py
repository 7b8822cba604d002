"""Difficult words can be touched where they stand, and the way back leads to the same place."""

from dataclasses import replace
from datetime import date
from time import perf_counter

import pytest

from kiosk.core.entries import Term
from kiosk.core.ids import EntryRef, LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Screen
from kiosk.core.texts import Text, texts_of
from kiosk.i18n.breaking import insert_breaks
from kiosk.services.glossary import TermFinder
from kiosk.services.visiting import Visit
from tests.factories.shipped import Shipped
from tests.gui.visitor.driver import Visitor

PAGE = "common/voluntary"


def term(name: str, words: str, language: str = "en", synonyms: str = "") -> Term:
    tag = LanguageTag(language)
    return Term(
        id=EntryRef(f"common/{name}"),
        sources=(),
        checked=date(2026, 11, 21),
        term=Text(words, tag),
        meaning=Text("Meaning.", tag),
        synonyms=Text(synonyms, tag) if synonyms else None,
    )


def found(text: str, *terms: Term, language: str = "en") -> list[str]:
    finder = TermFinder(terms, LanguageTag(language))
    return [one.id.removeprefix("common/") for one in finder.find([text])]


def visit_in(shipped: Shipped, language: str) -> Visit:
    return shipped.visit(shipped.session("ES", "EC", language))


def test_a_word_is_explained_by_touch_and_the_place_is_kept(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.TOPIC, PAGE)
    topic = visitor.window.visit(visitor.session).topic(PAGE)
    assert topic is not None
    first = visitor.window.visit(visitor.session).terms_in(texts_of(topic))[0]
    button = visitor.button(first.term.value)
    visitor.frame.scroller.ensure_visible(button)
    position = visitor.frame.scroller.position
    visitor.touch_widget(button)
    assert visitor.is_on(Screen.TERM)
    assert first.meaning.value in visitor.words()
    visitor.touch("Back")
    assert visitor.is_on(Screen.TOPIC)
    assert abs(visitor.frame.scroller.position - position) < 60


@pytest.mark.parametrize("language", ["en", "es", "fr", "ar", "km"])
def test_pages_in_every_language_offer_their_words(shipped: Shipped, language: str) -> None:
    visit = visit_in(shipped, language)
    pages = [topic for topics in visit.topics.values() for topic in topics]
    offered = [visit.terms_in(texts_of(page)) for page in pages]
    assert sum(map(bool, offered)) > len(pages) / 3
    assert all(len(terms) <= 6 and len(set(terms)) == len(terms) for terms in offered)


def test_a_term_never_explains_itself(shipped: Shipped) -> None:
    visit = visit_in(shipped, "en")
    for one in visit.terms:
        assert one not in visit.terms_in(texts_of(one), but=one.id)


def test_the_longest_words_win_and_parts_of_words_do_not_count() -> None:
    both = (term("return", "Return"), term("forced", "Forced return"))
    assert found("A forced return is hard.", *both) == ["forced"]
    assert found("A forced return, then a return.", *both) == ["forced", "return"]
    assert found("The returned returnees", *both) == []
    assert found("Returns happen", *both) == ["return"]


def test_words_are_found_whatever_their_accents_case_and_synonyms() -> None:
    asylum = term("asylum", "Asylum", synonyms="protection, refuge")
    assert found("PROTECTION!", asylum) == ["asylum"]
    assert found("el trámite", term("procedure", "Tramite", "es"), language="es") == ["procedure"]
    assert found("about AVRR now", term("avrr", "Assisted return (AVRR)")) == ["avrr"]


@pytest.mark.parametrize("written", ["اللجوء", "لجوء", "واللجوء", "باللجوء", "للجوء", "ولجوء"])
def test_arabic_words_are_found_behind_what_is_joined_to_them(written: str) -> None:
    asylum = term("asylum", "اللجوء", "ar")
    assert found(f"طلب {written} اليوم", asylum, language="ar") == ["asylum"]
    assert found("الملجوءات", asylum, language="ar") == []


def test_khmer_words_are_found_between_the_breaks_of_their_lines() -> None:
    khmer = LANGUAGES[LanguageTag("km")]
    words = insert_breaks("ជនភៀសខ្លួន", khmer)
    text = insert_breaks("ខ្ញុំជាជនភៀសខ្លួននៅទីនេះ", khmer)
    refugee = term("refugee", words, "km")
    assert found(text, refugee, language="km") == ["refugee"]
    assert found(text, term("part", "ភៀស", "km"), language="km") == []


@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_it_costs_next_to_nothing(shipped: Shipped, language: str) -> None:
    visit = visit_in(shipped, language)
    pages = [tuple(texts_of(topic)) for topics in visit.topics.values() for topic in topics]
    visit.terms_in(pages[0])
    taken = []
    for page in pages:
        began = perf_counter()
        visit.terms_in(page)
        taken.append(perf_counter() - began)
    assert sorted(taken)[len(taken) // 2] < 0.002


def test_without_countries_words_are_still_explained(shipped: Shipped) -> None:
    session = replace(shipped.session("ES", "EC"), host=None, origin=None)
    assert shipped.visit(session).terms_in(["Ask for asylum"])


def test_the_topics_lead_to_all_words_with_one_card(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.TOPICS).touch("Words explained")
    assert visitor.is_on(Screen.WORDS)
