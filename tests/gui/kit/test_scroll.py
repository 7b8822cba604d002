"""Scrolling: finger, keys, big buttons; never sideways; focus is followed."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from kiosk.core.session import TextSize
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.touch_scroll import TouchScroll
from tests.gui.kit.conftest import Finger, MakeKit

Show = Callable[..., QWidget]


class World:
    """A scrolling column of buttons."""

    def __init__(self, kit: Kit, show: Show, count: int = 20) -> None:
        self.used: list[int] = []
        self.buttons = [TouchButton(kit, f"Row {number}") for number in range(count)]
        self.column = Column(kit, self.buttons)
        self.scroll = TouchScroll(kit, self.column)
        for number, button in enumerate(self.buttons):
            button.activated.connect(lambda number=number: self.used.append(number))
        show(self.scroll, 500, 600)

    @property
    def bar(self) -> list[TouchButton]:
        children = self.scroll.findChildren(
            TouchButton, options=Qt.FindChildOption.FindDirectChildrenOnly
        )
        return [button for button in children if button.isVisible()]


@pytest.fixture
def world(kit: Kit, show: Show) -> World:
    return World(kit, show)


def test_a_flick_that_starts_on_a_button_scrolls_only(world: World) -> None:
    finger = Finger(world.buttons[3]).press(50, 20)
    finger.move(50, -30).move(50, -120)
    assert world.scroll.position > 0
    finger.release(50, 20)
    assert world.used == []


def test_a_tap_and_a_short_roll_use_the_button(world: World) -> None:
    Finger(world.buttons[1]).press(50, 20).move(52, 30).release(52, 30)
    assert world.used == [1]
    assert world.scroll.position == 0


def test_the_content_follows_the_finger(world: World) -> None:
    window = world.scroll.window()
    spot = world.buttons[3].mapTo(window, QPoint(50, 20))
    finger = Finger(window).press(spot.x(), spot.y())
    finger.move(spot.x(), spot.y() - 100)
    assert world.scroll.position == 0, "the window itself does not scroll"
    finger.release(spot.x(), spot.y() - 100)
    air = Finger(world.column).press(250, 3)
    air.move(250, -7).move(250, -97)
    assert world.scroll.position == pytest.approx(100, abs=12)
    air.release(250, 3)


def test_big_buttons_stand_there_only_when_something_is_hidden(world: World) -> None:
    assert [button.face.icon for button in world.bar] == ["down"]
    Finger(world.bar[0]).press(30, 20).release(30, 20)
    assert world.scroll.position > 0
    assert [button.face.icon for button in world.bar] == ["up", "down"]
    world.scroll.scroll_to(world.scroll.furthest)
    assert [button.face.icon for button in world.bar] == ["up"]


def test_nothing_to_scroll_means_no_buttons(kit: Kit, show: Show) -> None:
    world = World(kit, show, count=2)
    assert not world.scroll.can_scroll
    assert world.bar == []


def test_a_page_shows_everything_there_is(world: World) -> None:
    seen = set()
    for _ in range(20):
        view_top, view_bottom = world.scroll.position, world.bar[0].geometry().top()
        for number, button in enumerate(world.buttons):
            top = button.geometry().top() - view_top
            if top >= 0 and top + button.height() <= view_bottom:
                seen.add(number)
        world.scroll.page_down()
    assert seen == set(range(20))
    assert world.scroll.position == world.scroll.furthest


def test_keys_scroll(world: World) -> None:
    world.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(world.buttons[0], Qt.Key.Key_PageDown)
    assert world.scroll.position > 0
    QTest.keyClick(world.buttons[0], Qt.Key.Key_End)
    assert world.scroll.position == world.scroll.furthest
    QTest.keyClick(world.buttons[0], Qt.Key.Key_Home)
    assert world.scroll.position == 0


def test_focus_is_followed_in_order(world: World, qtbot: object) -> None:
    world.scroll.window().activateWindow()
    world.buttons[0].setFocus(Qt.FocusReason.TabFocusReason)
    visited = [0]
    for _ in range(19):
        focused = world.scroll.window().focusWidget()
        QTest.keyClick(focused, Qt.Key.Key_Tab)
        new = world.scroll.window().focusWidget()
        if new in world.buttons:
            visited.append(world.buttons.index(new))
            top = new.geometry().top() - world.scroll.position
            assert 0 <= top <= world.bar[0].geometry().top() - new.height()
    assert visited == list(range(20))


def test_a_position_can_be_kept(kit: Kit, show: Show, world: World) -> None:
    world.scroll.scroll_to(123)
    again = World(kit, show)
    again.scroll.scroll_to(world.scroll.position)
    assert again.scroll.position == 123


@pytest.mark.parametrize("tag", ["en", "ar", "km"])
def test_long_words_grow_down_and_never_sideways(kits: MakeKit, show: Show, tag: str) -> None:
    words = {
        "en": "Everything you say here stays here. ",
        "ar": "كل ما تقوله هنا يبقى هنا. ",
        "km": "អ្វី\u200bដែល\u200bអ្នក\u200bនិយាយ\u200bនៅ\u200bទីនេះ ",
    }
    kit = kits(tag, TextSize.LARGEST)
    block = TextBlock(kit, words[tag] * 12)
    scroll = TouchScroll(kit, Column(kit, [block], margin=kit.theme.margin))
    show(scroll, 480, 700)
    assert scroll.can_scroll
    assert scroll.content.width() == 480
    assert not block.layout_for(block.width()).overflows
    assert block.layout_for(block.width()).height <= block.height()


def test_words_that_grow_are_scrolled_too(kit: Kit, show: Show, qtbot: object) -> None:
    block = TextBlock(kit, "Short")
    scroll = TouchScroll(kit, Column(kit, [block]))
    show(scroll, 300, 300)
    assert not scroll.can_scroll
    block.show_text("Long enough to need much more room. " * 20)
    qtbot.waitUntil(lambda: scroll.can_scroll)  # type: ignore[attr-defined]
    assert block.height() >= block.heightForWidth(block.width())


def test_without_reduced_motion_a_page_glides(kits: MakeKit, show: Show, qtbot: object) -> None:
    world = World(kits(reduced_motion=False), show)
    with qtbot.waitSignal(world.scroll.scrolled):  # type: ignore[attr-defined]
        world.scroll.page_down()
    qtbot.waitUntil(lambda: world.scroll.position > 100)  # type: ignore[attr-defined]
