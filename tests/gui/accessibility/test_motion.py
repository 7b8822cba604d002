"""A16: nothing flashes, and who wants no motion gets none. A08: a press is answered at once."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from PySide6.QtCore import QAbstractAnimation, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.motion import MOTION_MS
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.touch_scroll import TouchScroll
from kiosk.gui.visitor.tour import settle, stops
from tests.effort import Effort
from tests.gui.kit.conftest import Finger, MakeKit
from tests.gui.visitor.driver import Visitor

Show = Callable[..., QWidget]


def moving(widget: QWidget) -> list[QAbstractAnimation]:
    """Animations that run on a widget or inside it."""
    running = QAbstractAnimation.State.Running
    return [a for a in widget.findChildren(QAbstractAnimation) if a.state() is running]


def test_no_screen_moves_by_itself_or_when_reduced_motion_is_wanted(
    visitor: Visitor, effort: Effort
) -> None:
    look = (TextSize.NORMAL, Contrast.DEFAULT)
    for number, (name, session) in enumerate(stops(visitor.window, visitor.tag("en"), look)):
        if number % effort.stride:
            continue
        visitor.window.show_stop(session)
        assert not moving(visitor.window), name
        settle(visitor.window)
        scroller = visitor.frame.scroller
        scroller.page_down()
        assert not moving(visitor.window), name
        assert scroller.position > 0 or not scroller.can_scroll, name


def test_a_page_that_glides_passes_each_place_once(kits: MakeKit, show: Show) -> None:
    """Back and forth would be a flicker: the frames of one motion run one way."""
    kit = kits(reduced_motion=False)
    scroll = TouchScroll(kit, Column(kit, [TextBlock(kit, "Words " * 900)]))
    show(scroll, 500, 600)
    places: list[int] = []
    scroll.scrolled.connect(places.append)
    scroll.page_down()
    (motion,) = moving(scroll)
    for time in range(0, MOTION_MS + 1, 10):
        motion.setCurrentTime(time)
    assert places == sorted(places)
    assert len(set(places)) > 3
    assert MOTION_MS <= 200


def test_with_reduced_motion_nothing_glides(kit: Kit, show: Show) -> None:
    block = TextBlock(kit, "Words " * 900)
    scroll = TouchScroll(kit, Column(kit, [block]))
    show(scroll, 500, 600)
    scroll.page_down()
    assert not moving(scroll)
    assert scroll.position > 0


class Paints(QObject):
    """Counts how often a widget was painted."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self.times = 0
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.times += event.type() is QEvent.Type.Paint
        return False


@pytest.mark.parametrize("kind", list(ButtonKind))
def test_a_press_is_painted_before_anything_else_happens(
    kit: Kit, show: Show, kind: ButtonKind
) -> None:
    """No timer in between: what the press asks for is painted with the next round of events."""
    button = TouchButton(kit, "Words", kind=kind)
    show(button, 300, 90)
    paints = Paints(button)
    Finger(button).press(50, 50)
    QApplication.sendPostedEvents()
    assert button.looks_pressed
    assert paints.times >= 1


def test_a_sheet_in_the_making_says_so_from_the_first_picture_on(
    visitor: Visitor, runner: JobRunner
) -> None:
    visitor.at_home().touch("My sheet")
    chosen = visitor.button(visitor.say("Only I will see it"))
    visitor.clock.now += 1
    visitor.frame.scroller.ensure_visible(chosen)
    QTest.mouseClick(chosen, Qt.MouseButton.LeftButton)
    assert visitor.is_on(Screen.SHEET)
    assert visitor.say("Your sheet is being made…") in visitor.words()
    visitor.settle()
    assert visitor.say("Your sheet is being made…") not in visitor.words()


def test_a_theme_says_whether_motion_is_wanted(kit: Kit) -> None:
    assert kit.theme.reduced_motion
    assert not replace(kit.theme, reduced_motion=False).reduced_motion
