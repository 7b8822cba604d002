"""Hidden from others: one touch to a neutral picture, one touch back, and nothing else happens."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import ContentSet, SiteType
from kiosk.core.session import (
    COVER_SECONDS,
    IDLE_ALERT_SECONDS,
    IDLE_ANSWER_SECONDS,
    Contrast,
    IdleState,
    Place,
    Screen,
    TextSize,
)
from kiosk.gui.kit.small import Icon
from kiosk.gui.visitor.cover import Cover
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits

SENTENCE = "Touch the screen to go on."
_NO_KEY = Qt.KeyboardModifier.NoModifier
FEARS = Answers().with_answer("needs", ("fear_of_return",))


def cover_of(visitor: Visitor) -> Cover:
    """The picture that stands over everything; fails where there is none."""
    found = visitor.frame.findChild(Cover)
    assert found is not None, visitor.words()
    return found


def is_covered(visitor: Visitor) -> bool:
    return visitor.frame.findChild(Cover) is not None


def tap_anywhere(visitor: Visitor) -> None:
    """A finger on the middle of the picture, a moment later."""
    visitor.clock.now += 1.0
    cover = cover_of(visitor)
    QTest.mouseClick(cover, Qt.MouseButton.LeftButton, pos=cover.rect().center())
    visitor.settle()


def wait(visitor: Visitor, seconds: float) -> None:
    """Nobody touches anything for so long."""
    visitor.clock.now += seconds
    visitor.window.look_at_clock()
    visitor.settle()


@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_the_picture_says_one_sentence_and_nothing_about_the_kiosk(
    visitor: Visitor, language: str
) -> None:
    visitor.at_home(language=language).touch("Hide")
    assert visitor.words() == visitor.say(SENTENCE)
    assert cover_of(visitor).accessibleName() == visitor.say(SENTENCE)
    assert visitor.buttons() == []
    assert visitor.frame.findChildren(Icon) == []
    assert cover_of(visitor).size() == visitor.window.size()
    assert not visitor.window.windowTitle()


def test_the_picture_is_the_same_for_everybody(open_kiosk: OpenKiosk) -> None:
    pictures = []
    for site, origin, answers in (
        (SITE, "EC", Answers()),
        (replace(SITE, type=SiteType.CONSULATE, run_by_state=CountryCode("EC")), "EC", FEARS),
        (replace(SITE, content_set=ContentSet.PUBLIC), "SN", Answers()),
    ):
        visitor = open_kiosk(site).at_home(origin=origin, answers=answers)
        visitor.open(Screen.OPTIONS)
        visitor.steering.hide()
        pictures.append(visitor.settle().window.grab().toImage())
    assert pictures[0] == pictures[1] == pictures[2]


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("text_size", [TextSize.NORMAL, TextSize.LARGEST])
def test_the_picture_fits(
    open_kiosk: OpenKiosk, size: tuple[int, int], text_size: TextSize
) -> None:
    visitor = open_kiosk(size=size)
    for language in ("en", "ar", "km"):
        for contrast in Contrast:
            visitor.at_home(language=language, text_size=text_size, contrast=contrast)
            visitor.steering.hide()
            visitor.settle()
            assert_fits(visitor)
            assert not visitor.frame.scroller.can_scroll


def test_a_touch_brings_back_the_same_place_where_it_was_scrolled(visitor: Visitor) -> None:
    visitor.at_home().touch("Topics")
    scroller = visitor.frame.scroller
    scroller.scroll_to(scroller.furthest // 2)
    before, position = visitor.session, scroller.position
    assert position > 0
    visitor.touch("Hide")
    tap_anywhere(visitor)
    assert not is_covered(visitor)
    assert visitor.session.is_like(before)
    assert visitor.frame.scroller.position == position


def test_words_typed_are_there_again(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.SEARCH)
    visitor.steering.keep_words("passport")
    visitor.touch("Hide")
    tap_anywhere(visitor)
    assert visitor.session.place == Place(Screen.SEARCH, "passport")
    fields = [w for w in visitor.frame.findChildren(QWidget) if hasattr(w, "submitted")]
    assert [getattr(field, "text", "") for field in fields] == ["passport"]


def test_every_kind_of_touch_only_uncovers(visitor: Visitor) -> None:
    visitor.at_home()
    before = visitor.session
    keys = (Qt.Key.Key_Return, Qt.Key.Key_Space, Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Plus)
    for key in (*keys, Qt.Key.Key_Tab, Qt.Key.Key_Escape, Qt.Key.Key_Select):
        visitor.steering.hide()
        visitor.settle()
        visitor.clock.now += 1.0
        QTest.keyClick(visitor.window, key)
        visitor.settle()
        assert not is_covered(visitor), key
        assert visitor.session.is_like(before), key
    device = QTest.createTouchDevice()
    visitor.steering.hide()
    visitor.settle()
    card = visitor.window.rect().center()
    QTest.touchEvent(visitor.window, device).press(0, card, visitor.window).commit()
    QTest.touchEvent(visitor.window, device).release(0, card, visitor.window).commit()
    visitor.settle()
    assert not is_covered(visitor)
    assert visitor.session.is_like(before)


def test_a_trembling_finger_presses_nothing_below(visitor: Visitor) -> None:
    visitor.at_home()
    card = visitor.button("My rights")
    middle = card.mapTo(visitor.window, card.rect().center())
    before = visitor.session
    visitor.steering.hide()
    visitor.settle()
    for kind in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonDblClick):
        _press_and_release(visitor, kind, middle)
    assert not is_covered(visitor)
    assert visitor.session.is_like(before)
    visitor.clock.now += 1.0
    _press_and_release(visitor, QEvent.Type.MouseButtonPress, middle)
    assert visitor.is_on(Screen.RIGHTS)


def _press_and_release(visitor: Visitor, kind: QEvent.Type, at: QPoint) -> None:
    """As the window system sends it: to whatever stands there at that moment."""
    left = Qt.MouseButton.LeftButton
    target = visitor.window.childAt(at) or visitor.window
    here = target.mapFrom(visitor.window, at)
    if kind is QEvent.Type.MouseButtonDblClick:
        there = QPointF(visitor.window.mapToGlobal(at))
        second = QMouseEvent(kind, QPointF(here), there, left, left, _NO_KEY)
        QApplication.sendEvent(target, second)
    else:
        QTest.mousePress(target, left, pos=here)
    visitor.settle()
    target = visitor.window.childAt(at) or visitor.window
    QTest.mouseRelease(target, left, pos=target.mapFrom(visitor.window, at))
    visitor.settle()


PRIVATE = (
    Place(Screen.QUESTION, "needs"),
    Place(Screen.OPTIONS),
    Place(Screen.HELP),
    Place(Screen.DANGER_NOW),
    Place(Screen.COMPLAINT),
    Place(Screen.FEEDBACK),
    Place(Screen.SHEET_CHOICE),
    Place(Screen.SHEET),
    Place(Screen.REMEMBER),
    Place(Screen.TAKE_AWAY),
    Place(Screen.SEARCH, "torture"),
    Place(Screen.TOPIC, "common/trafficking"),
    Place(Screen.RIGHT, "common/right-asylum"),
)
OPEN = (
    Place(Screen.HOME),
    Place(Screen.TOPICS),
    Place(Screen.RIGHTS),
    Place(Screen.SEARCH),
    Place(Screen.INTERPRETER),
    Place(Screen.COUNSELLOR),
    Place(Screen.WHO_RUNS),
    Place(Screen.RIGHT, "common/right-wages"),
    Place(Screen.LANGUAGE),
)


@pytest.mark.parametrize("place", PRIVATE, ids=lambda p: f"{p.screen.value} {p.subject}")
@pytest.mark.parametrize("answers", [Answers(), FEARS], ids=["nothing", "fears"])
def test_private_places_hide_after_45_seconds_whatever_was_answered(
    visitor: Visitor, place: Place, answers: Answers
) -> None:
    visitor.at_home(answers=answers).open(place.screen, place.subject)
    wait(visitor, COVER_SECONDS - 1)
    assert not is_covered(visitor)
    wait(visitor, 1)
    assert is_covered(visitor)
    tap_anywhere(visitor)
    assert visitor.session.place == place
    assert not is_covered(visitor)
    wait(visitor, COVER_SECONDS - 1)
    assert not is_covered(visitor)


@pytest.mark.parametrize("place", OPEN, ids=lambda p: f"{p.screen.value} {p.subject}")
def test_other_places_stay_until_the_question_whether_somebody_is_there(
    visitor: Visitor, place: Place
) -> None:
    visitor.at_home().open(place.screen, place.subject)
    wait(visitor, IDLE_ALERT_SECONDS - 1)
    assert not is_covered(visitor)
    assert visitor.session.place == place


def test_help_is_private_and_other_contacts_are_not(visitor: Visitor) -> None:
    visitor.at_home()
    for services in visitor.shipped.visit(visitor.session).services.values():
        service = services[0]
        visitor.open(Screen.SERVICE, service.id)
        wait(visitor, COVER_SECONDS)
        assert is_covered(visitor) is service.type.is_safety, service.id
        visitor.steering.touched()
        visitor.steering.back()


def test_the_question_whether_somebody_is_there_comes_out_of_hiding(visitor: Visitor) -> None:
    visitor.at_home().touch("Hide")
    wait(visitor, IDLE_ALERT_SECONDS)
    assert visitor.steering.idle is IdleState.ALERT
    assert "30 seconds" in visitor.words()
    # Nothing but the question: what was hidden stays hidden.
    assert [b.accessibleName() for b in visitor.buttons()] == ["I am still here"]
    wait(visitor, 10)
    assert "20 seconds" in visitor.words()
    visitor.touch("I am still here")
    assert visitor.is_on(Screen.HOME)
    assert visitor.button("My rights").isVisible()


def test_hidden_or_not_it_ends_after_the_answer_is_missing(visitor: Visitor) -> None:
    fresh = visitor.session
    visitor.at_home(answers=FEARS).open(Screen.OPTIONS)
    wait(visitor, COVER_SECONDS)
    assert is_covered(visitor)
    wait(visitor, IDLE_ALERT_SECONDS + IDLE_ANSWER_SECONDS - COVER_SECONDS)
    assert visitor.is_on(Screen.ATTRACT)
    assert visitor.session.is_like(fresh)
    assert not is_covered(visitor)


def test_a_hidden_print_shows_its_end_after_one_touch(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.SHEET_CHOICE)
    visitor.steering.choose_sheet(only_i_see_it=False)
    visitor.settle()
    visitor.touch("Print")
    assert visitor.is_on(Screen.PRINTING)
    wait(visitor, COVER_SECONDS)
    assert is_covered(visitor)
    assert visitor.maker is not None
    for _ in range(3):
        visitor.maker.look_at_printer()
        visitor.settle()
    assert is_covered(visitor)
    tap_anywhere(visitor)
    assert visitor.is_on(Screen.PRINTING)
    assert "Your sheet is ready. Take it with you." in visitor.words()


def test_nobody_there_has_nothing_to_hide(visitor: Visitor) -> None:
    assert "Hide" not in [b.accessibleName() for b in visitor.buttons()]
    wait(visitor, COVER_SECONDS * 10)
    assert not is_covered(visitor)
