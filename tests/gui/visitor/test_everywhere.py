"""What holds on every screen: language in two touches, danger now, size and colours, ending."""

from collections import Counter

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Contrast, Place, Screen, TextSize, new_session
from kiosk.core.speech import Hearing, Pace
from kiosk.gui.visitor.sheet_maker import SheetMaker
from kiosk.gui.visitor.tour import stops
from kiosk.services.handouts import Sheet
from tests.effort import Effort
from tests.gui.visitor.driver import PORTRAIT, Visitor

NORMAL = (TextSize.NORMAL, Contrast.DEFAULT)


def every_stop(visitor: Visitor, effort: Effort) -> list[tuple[str, Place]]:
    """Name and place of each screen once somebody has begun; of questions and topics a few."""
    tag = LanguageTag("en")
    found = [(name, s.place) for name, s in stops(visitor.window, tag, NORMAL)]
    begun = [(name, place) for name, place in found if place.screen is not Screen.ATTRACT]
    seen = Counter[Screen]()
    kept = []
    for name, place in begun:
        seen[place.screen] += 1
        if effort.is_full or seen[place.screen] == 1:
            kept.append((name, place))
    return kept


def test_language_is_two_touches_from_everywhere_and_keeps_place_and_answers(
    visitor: Visitor, effort: Effort
) -> None:
    for name, place in every_stop(visitor, effort):
        if place.screen is Screen.LANGUAGE:
            continue
        visitor.at_home()
        visitor.steering.answer("household", ("children",))
        visitor.open(place.screen, place.subject)
        visitor.touch("Language").touch_words(LANGUAGES[LanguageTag("fr")].endonym)
        assert visitor.session.language == "fr", name
        kept = Screen.HOME if place.screen.is_overlay else place.screen
        assert visitor.screen is kept, name
        assert visitor.session.answers["household"] == ("children",), name


def test_language_keeps_what_was_scrolled_to(visitor: Visitor) -> None:
    visitor.at_home().touch("Topics")
    scroller = visitor.frame.scroller
    assert scroller.can_scroll
    scroller.scroll_to(scroller.furthest)
    visitor.touch("Language").touch_words("Français")
    scroller = visitor.frame.scroller
    assert scroller.position == scroller.furthest > 0


def test_a_step_further_begins_at_the_top_and_back_is_where_one_was(visitor: Visitor) -> None:
    visitor.at_home().touch("Topics")
    scroller = visitor.frame.scroller
    scroller.scroll_to(scroller.furthest // 2)
    middle = scroller.position
    visitor.open(Screen.TERM, visitor.shipped.visit(visitor.session).terms[0].id)
    assert visitor.frame.scroller.position == 0
    visitor.touch("Back")
    assert visitor.frame.scroller.position == middle
    visitor.touch("Back").touch("Topics")
    assert visitor.frame.scroller.position == 0


def test_the_keyboard_finds_its_place_again_on_the_way_back(visitor: Visitor) -> None:
    visitor.at_home()
    visitor.window.activateWindow()
    card = visitor.button("My rights")
    card.setFocus(Qt.FocusReason.TabFocusReason)
    visitor.clock.now += 1
    QTest.keyClick(card, Qt.Key.Key_Space)
    visitor.settle()
    assert visitor.is_on(Screen.RIGHTS)
    visitor.steering.back()
    visitor.settle()
    focused = QApplication.focusWidget()
    assert focused is not None
    assert focused.accessibleName() == "My rights"


def test_danger_now_is_on_every_screen_and_leads_back(visitor: Visitor, effort: Effort) -> None:
    visitor.touch("Danger now")
    assert visitor.is_on(Screen.DANGER_NOW)
    visitor.touch("Back to where I was")
    assert visitor.is_on(Screen.ATTRACT)
    for name, place in every_stop(visitor, effort):
        visitor.at_home().open(place.screen, place.subject)
        visitor.touch("Danger now")
        assert visitor.is_on(Screen.DANGER_NOW), name
        assert "not known" in visitor.words() or "112" in visitor.words()
        visitor.touch("Back to where I was")
        assert place.screen.is_overlay or visitor.session.place == place, name


def test_size_and_colours_show_at_once_and_stay(visitor: Visitor) -> None:
    visitor.at_home().touch("Size and colours").touch("Largest").touch("White on black")
    assert visitor.window.kit.theme.text_size is TextSize.LARGEST
    visitor.touch("Back to where I was")
    assert visitor.is_on(Screen.HOME)
    assert visitor.window.kit.theme.contrast is Contrast.HIGH_DARK
    card = visitor.button("My rights")
    assert card.height() > 100


def test_every_place_of_the_bar_is_kept_where_a_button_has_nothing_to_do(
    visitor: Visitor,
) -> None:
    def corner(widget: QWidget) -> tuple[int, int]:
        point = widget.mapTo(visitor.window, widget.rect().topLeft())
        return point.x(), point.y()

    first = {name: corner(visitor.button(name)) for name in ("Danger now", "Size and colours")}
    visitor.at_home().touch("Topics")
    for name, place in first.items():
        assert corner(visitor.button(name)) == place


def sheet_of(maker: SheetMaker) -> Sheet | None:
    """The sheet as it is now, whatever it was a moment ago."""
    return maker.sheet


def test_end_and_clear_leaves_nothing_of_the_person(visitor: Visitor) -> None:
    visitor.touch_words("العربية")
    visitor.steering.choose_text_size(TextSize.LARGEST)
    visitor.steering.choose_contrast(Contrast.HIGH_LIGHT)
    visitor.at_home("ES", "EC", "ar", text_size=TextSize.LARGEST, contrast=Contrast.HIGH_LIGHT)
    visitor.steering.answer("needs", ("illness",))
    visitor.steering.hear(Hearing(volume=9, pace=Pace.SLOW, others_may_hear=True))
    visitor.touch("Topics")
    visitor.frame.scroller.scroll_to(500)
    visitor.touch("Back").touch("Search")
    visitor.steering.keep_words("secret")
    visitor.touch("Back").touch("My sheet").touch("Only I will see it")
    assert visitor.maker is not None
    assert visitor.maker.sheet is not None
    QApplication.clipboard().setText("secret")
    maker = visitor.maker
    visitor.touch("End and clear").touch("End and clear")
    assert visitor.is_on(Screen.ATTRACT)
    assert visitor.session.is_like(new_session(LanguageTag("en"), 0.0))
    assert sheet_of(maker) is None
    assert QApplication.clipboard().text() == ""
    assert visitor.session.hearing == Hearing()
    assert visitor.window.kit.theme.text_size is TextSize.NORMAL
    visitor.at_home().touch("Topics")
    assert visitor.frame.scroller.position == 0
    visitor.touch("Back").touch("Search")
    assert visitor.session.place.subject == ""
    assert "secret" not in visitor.words()


def test_nobody_there_is_asked_then_everything_is_cleared(visitor: Visitor) -> None:
    visitor.at_home().touch("Topics")
    visitor.clock.now += 149
    visitor.window.look_at_clock()
    assert visitor.say("Are you still there?") not in visitor.words()
    visitor.clock.now += 1
    visitor.window.look_at_clock()
    assert visitor.say("Are you still there?") in visitor.words()
    assert "30" in visitor.words()
    visitor.clock.now += 10
    visitor.window.look_at_clock()
    assert "20" in visitor.words()
    visitor.clock.now += 20
    visitor.window.look_at_clock()
    assert visitor.is_on(Screen.ATTRACT)
    assert visitor.session.host is None


@pytest.mark.parametrize("where", ["the button", "anywhere", "a key"])
def test_any_touch_answers_and_the_place_is_kept(visitor: Visitor, where: str) -> None:
    visitor.at_home().touch("Topics")
    visitor.frame.scroller.scroll_to(300)
    for _ in range(3):
        visitor.clock.now += 170
        visitor.window.look_at_clock()
        assert visitor.say("Are you still there?") in visitor.words()
        if where == "the button":
            button = visitor.button("I am still here")
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        elif where == "anywhere":
            QTest.mouseClick(visitor.frame.scroller, Qt.MouseButton.LeftButton)
        else:
            QTest.keyClick(visitor.window, Qt.Key.Key_Tab)
        visitor.settle()
        assert visitor.say("Are you still there?") not in visitor.words()
        assert visitor.is_on(Screen.TOPICS)
        assert visitor.frame.scroller.position == 300


def test_a_look_somebody_left_on_the_first_screen_is_cleared_too(visitor: Visitor) -> None:
    visitor.touch("Size and colours").touch("Largest").touch("Back to where I was")
    assert visitor.is_on(Screen.ATTRACT)
    visitor.clock.now += 181
    visitor.window.look_at_clock()
    assert visitor.window.kit.theme.text_size is TextSize.NORMAL


def test_nobody_is_asked_whether_she_is_there_where_nobody_is(visitor: Visitor) -> None:
    visitor.clock.now += 10_000
    visitor.window.look_at_clock()
    assert visitor.say("Are you still there?") not in visitor.words()


def test_turning_the_screen_keeps_the_place(visitor: Visitor) -> None:
    visitor.at_home().touch("My rights")
    visitor.window.resize(PORTRAIT[1], PORTRAIT[0])
    visitor.settle()
    assert visitor.is_on(Screen.RIGHTS)
    assert visitor.frame.width() == PORTRAIT[1]
    assert visitor.button("Back").isVisible()
