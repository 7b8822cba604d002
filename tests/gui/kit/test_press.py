"""The rules of one finger (A09), without a screen."""

from hypothesis import given
from hypothesis import strategies as st

from kiosk.gui.kit.press import Press, PressState, TapGuard

ROLL = 32.0
places = st.floats(min_value=-500, max_value=500)


@given(dx=st.floats(-30, 30), dy=st.floats(-30, 30))
def test_a_short_roll_inside_the_target_acts(dx: float, dy: float) -> None:
    press = Press(ROLL)
    press.begin(0, 0)
    press.move(dx, dy, inside=True, scrolls=True)
    assert press.is_down
    assert press.end(inside=True)


@given(x=places, y=places)
def test_a_release_outside_never_acts(x: float, y: float) -> None:
    press = Press(ROLL)
    press.begin(0, 0)
    press.move(x, y, inside=False, scrolls=False)
    assert not press.is_down
    assert not press.end(inside=False)


@given(x=places, y=st.floats(33, 500), sign=st.sampled_from([-1, 1]))
def test_a_flick_scrolls_and_never_acts_even_back_inside(x: float, y: float, sign: int) -> None:
    press = Press(ROLL)
    press.begin(0, 0)
    press.move(x, sign * y, inside=False, scrolls=True)
    press.move(0, 0, inside=True, scrolls=True)
    assert press.state is PressState.SCROLLING
    assert not press.end(inside=True)


def test_a_finger_that_comes_back_before_release_acts() -> None:
    press = Press(ROLL)
    press.begin(0, 0)
    press.move(900, 0, inside=False, scrolls=False)
    press.move(5, 5, inside=True, scrolls=False)
    assert press.end(inside=True)


def test_a_release_without_a_press_does_nothing() -> None:
    assert not Press(ROLL).end(inside=True)


def test_a_second_tap_at_the_same_place_is_refused_for_400_ms() -> None:
    now = [10.0]
    guard = TapGuard(lambda: now[0], reach=40)
    assert guard.admits(100, 100)
    now[0] += 0.39
    assert not guard.admits(105, 98)
    now[0] += 0.41
    assert guard.admits(100, 100)


def test_a_hand_that_shakes_is_one_wish_however_long() -> None:
    now = [10.0]
    guard = TapGuard(lambda: now[0], reach=40)
    assert guard.admits(100, 100)
    for _ in range(9):
        now[0] += 0.3
        assert not guard.admits(104, 97)


def test_a_quick_tap_elsewhere_is_another_wish() -> None:
    guard = TapGuard(lambda: 10.0, reach=40)
    assert guard.admits(100, 100)
    assert guard.admits(300, 100)
