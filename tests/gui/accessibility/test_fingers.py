"""A09 and A10 beyond tests/gui/kit: trembling hands, many fingers, flicks over whole screens."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.context import Kit
from tests.gui.kit.conftest import Finger
from tests.gui.kit.gallery import Clock
from tests.gui.visitor.driver import Visitor

Show = Callable[..., QWidget]

jitter_mm = st.floats(-3.0, 3.0)
bounces = st.lists(
    st.tuples(st.floats(0.01, 0.3), jitter_mm, jitter_mm, st.booleans()), min_size=1, max_size=3
)


class Count:
    """How often something was said."""

    def __init__(self) -> None:
        self.times = 0

    def __call__(self, *_values: object) -> None:
        self.times += 1


def pressed_by_a_tremor(
    widget: TouchButton | Choice,
    clock: Clock,
    path: list[tuple[float, float]],
    more: list[tuple[float, float, float, bool]],
) -> None:
    """One wish: a finger that trembles along `path` and touches again up to three times."""
    clock.now += 10.0
    middle, density = widget.rect().center(), 4.0
    finger = Finger(widget).press(middle.x(), middle.y())
    for x, y in path:
        finger.move(round(middle.x() + x * density), round(middle.y() + y * density))
    finger.release(middle.x(), middle.y())
    for wait, x, y, as_double in more:
        clock.now += wait
        spot = QPoint(round(middle.x() + x * density), round(middle.y() + y * density))
        if as_double:
            QTest.mouseDClick(widget, Qt.MouseButton.LeftButton, pos=spot)
            Finger(widget).release(spot.x(), spot.y())
        else:
            Finger(widget).press(spot.x(), spot.y()).release(spot.x(), spot.y())


@pytest.fixture
def button(kit: Kit, show: Show) -> TouchButton:
    made = TouchButton(kit, "Print")
    show(made, 400, 120)
    return made


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(path=st.lists(st.tuples(jitter_mm, jitter_mm), max_size=6), more=bounces)
def test_a_trembling_hand_presses_once(
    button: TouchButton,
    clock: Clock,
    path: list[tuple[float, float]],
    more: list[tuple[float, float, float, bool]],
) -> None:
    used = Count()
    button.activated.connect(used)
    pressed_by_a_tremor(button, clock, path, more)
    button.activated.disconnect(used)
    assert used.times == 1


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(more=bounces)
def test_a_trembling_hand_does_not_take_back_what_it_chose(
    kit: Kit, show: Show, clock: Clock, more: list[tuple[float, float, float, bool]]
) -> None:
    choice = Choice(kit, "Yes", many=True)
    show(choice, 400, 120)
    pressed_by_a_tremor(choice, clock, [], more)
    assert choice.is_chosen


def test_many_bounces_in_a_row_are_one_wish(button: TouchButton, clock: Clock) -> None:
    """Each within 300 ms of the last: a shaking finger may shake for a second."""
    used = Count()
    button.activated.connect(used)
    pressed_by_a_tremor(button, clock, [], [(0.28, 1.0, -1.0, False)] * 6)
    assert used.times == 1


def test_a_bounce_does_not_reach_what_the_first_touch_opened(visitor: Visitor) -> None:
    visitor.at_home()
    card = visitor.button("My rights")
    spot = card.mapTo(visitor.window, QPoint(40, 40))
    visitor.touch_widget(card)
    assert visitor.is_on(Screen.RIGHTS)
    visitor.clock.now += 0.2
    below = visitor.window.childAt(spot)
    if below is not None:
        QTest.mouseClick(below, Qt.MouseButton.LeftButton, pos=below.mapFrom(visitor.window, spot))
    visitor.settle()
    assert visitor.is_on(Screen.RIGHTS)


@pytest.mark.parametrize("fingers", range(2, 11))
def test_many_fingers_at_once_activate_at_most_one_thing(visitor: Visitor, fingers: int) -> None:
    visitor.at_home()
    used = Count()
    buttons = visitor.buttons()
    for button in buttons:
        button.activated.connect(used)
    spots = [
        buttons[number % len(buttons)].mapTo(visitor.window, QPoint(30 + number, 30))
        for number in range(fingers)
    ]
    visitor.touch_together(QTest.createTouchDevice(), spots)
    assert used.times <= 1


def test_a_flick_over_a_whole_screen_opens_nothing(visitor: Visitor) -> None:
    visitor.at_home().touch("Topics")
    visitor.clock.now += 1
    before = visitor.session.place
    scroller = visitor.frame.scroller
    inside = [b for b in visitor.buttons() if scroller.content.isAncestorOf(b)]
    for button in inside[:6]:
        scroller.scroll_to(0)
        finger = Finger(button).press(40, 30)
        finger.move(40, -20).move(42, -140).release(42, -140)
        visitor.clock.now += 1
    visitor.settle()
    assert visitor.session.place == before
    assert scroller.position > 0
