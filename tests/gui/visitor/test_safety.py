"""The screens a frightened person meets: whose office this is, and the stop path in every place."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.core.entries import Topic
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import NoticePlace, RunBy, SiteType
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Screen
from kiosk.core.stop_path import is_about_return
from kiosk.gui.kit.text_block import readable
from kiosk.settings import Site
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import Visitor

# Every value is tried on the rules in tests/services; here two of them with a finger.
STOPPING = [("needs", "fear_of_return"), ("age", "under_18_alone")]


@pytest.fixture
def consulate() -> Site:
    return replace(SITE, type=SiteType.CONSULATE, run_by_state=CountryCode("EC"))


def test_whose_office_this_is_comes_first_for_who_comes_from_that_state(
    open_kiosk: OpenKiosk, consulate: Site
) -> None:
    visitor = open_kiosk(consulate)
    visitor.touch_words("English").touch("Go on").touch_words("Spain").touch_words("Ecuador")
    assert visitor.is_on(Screen.OWN_STATE)
    visit = visitor.shipped.visit(visitor.session, consulate)
    for place in (
        NoticePlace.OWN_STATE_WHOSE,
        NoticePlace.OWN_STATE_FEAR,
        NoticePlace.OWN_STATE_LEAVE,
    ):
        assert readable(visit.notice(place).value) in visitor.words()
    helpers = visit.own_state_help
    assert helpers
    assert all(service.run_by is not RunBy.STATE_OF_ORIGIN for service in helpers)
    assert readable(helpers[0].name.value) in visitor.words()
    visitor.touch("Go on")
    assert visitor.is_on(Screen.HOME)


def test_one_can_leave_that_office_with_one_touch(open_kiosk: OpenKiosk, consulate: Site) -> None:
    visitor = open_kiosk(consulate)
    visitor.touch_words("English").touch("Go on").touch_words("Spain").touch_words("Ecuador")
    leave = [b for b in visitor.buttons() if b.accessibleName() == "End and clear"]
    content = visitor.frame.scene.footer
    assert content is not None
    visitor.touch_widget(next(b for b in leave if content.isAncestorOf(b)))
    assert visitor.is_on(Screen.ATTRACT)
    assert visitor.session.origin is None


def test_who_changes_the_country_there_reads_it_again(
    open_kiosk: OpenKiosk, consulate: Site
) -> None:
    visitor = open_kiosk(consulate).at_home("ES", "SN")
    visitor.touch_words("I am from: Senegal").touch_words("Ecuador")
    assert visitor.is_on(Screen.OWN_STATE)
    visitor.at_home("ES", "EC").touch_words("I am in: Spain").touch_words("France")
    assert visitor.is_on(Screen.OWN_STATE)


def test_others_do_not_meet_that_screen(open_kiosk: OpenKiosk, consulate: Site) -> None:
    visitor = open_kiosk(consulate)
    visitor.touch_words("English").touch("Go on").touch_words("Spain").touch_words("Senegal")
    assert visitor.is_on(Screen.HOME)


def answer(visitor: Visitor, question: str, value: str) -> None:
    """Touch the answer on its own screen, as a person does."""
    visitor.at_home().open(Screen.QUESTION, question)
    values = visitor.shipped.visit(visitor.session).question(question).values
    visitor.touch_words(next(item.text.value for item in values if item.id == value))
    visitor.touch("Start")


@pytest.mark.parametrize(("question", "value"), STOPPING)
def test_a_stopping_answer_takes_return_off_every_screen(
    visitor: Visitor, question: str, value: str
) -> None:
    before = visitor.shipped.visit(visitor.at_home().session)
    titles = {
        readable(title)
        for title in (
            *(o.programme.title.value for o in before.advice.options if o.programme.kind.is_return),
            *(t.title.value for t in _about_return(visitor)),
        )
    }
    assert titles
    answer(visitor, question, value)
    for card in ("My options", "Find help", "Topics", "My rights"):
        visitor.touch(card)
        shown = visitor.words().splitlines()
        assert not [line for line in shown for title in titles if line.startswith(title)]
        visitor.touch("Start")


def _about_return(visitor: Visitor) -> list[Topic]:
    visit = visitor.shipped.visit(visitor.session)
    found = [t for topics in visit.topics.values() for t in topics]
    return [t for t in found if is_about_return(t, visitor.session.origin)]


def test_return_pages_are_gone_even_for_who_knew_the_way(visitor: Visitor) -> None:
    answer(visitor, "needs", "fear_of_return")
    free = replace(visitor.session, answers=type(visitor.session.answers)())
    visit = visitor.shipped.visit(free)
    gone = [o.programme.id for o in visit.advice.options if o.programme.kind.is_return]
    assert gone
    for ref in gone:
        visitor.open(Screen.OPTION, ref)
        assert visitor.say("This page is not here") in visitor.words()
        visitor.touch("Start")


def test_no_screen_repeats_the_answer_and_protection_stands_for_everybody(
    visitor: Visitor,
) -> None:
    question = visitor.shipped.visit(visitor.at_home().session).question("needs")
    words = readable(next(i.text.value for i in question.values if i.id == "fear_of_return"))
    protection = readable(protection_block(visitor))
    for stopped in (False, True):
        visitor.at_home()
        if stopped:
            answer(visitor, "needs", "fear_of_return")
        for card in ("My options", "My rights", "Find help"):
            visitor.touch(card)
            assert words not in visitor.words()
            assert protection in visitor.words()
            visitor.touch("Start")


def protection_block(visitor: Visitor) -> str:
    return visitor.shipped.visit(visitor.session).notice(NoticePlace.PROTECTION).value


def test_search_finds_nothing_about_return_then(visitor: Visitor) -> None:
    answer(visitor, "needs", "pressure")
    visitor.touch("Search")
    for word in ("return", "reintegration", "voluntary"):
        visit = visitor.shipped.visit(visitor.session)
        for hit in visit.search(word):
            entry = visit.find(hit.id)
            assert entry is not None
            assert not is_about_return(entry, visitor.session.origin)


def test_every_question_stays_as_it_was_after_a_stopping_answer(visitor: Visitor) -> None:
    answer(visitor, "needs", "torture")
    visitor.touch("Answer a few questions").touch("Begin")
    for _question in QUESTIONS:
        assert visitor.is_on(Screen.QUESTION)
        visitor.touch("Go on")
    assert visitor.is_on(Screen.OPTIONS)


def test_nothing_is_left_on_the_clipboard(visitor: Visitor) -> None:
    QApplication.clipboard().clear()
    answer(visitor, "needs", "torture")
    assert QApplication.clipboard().text() == ""
