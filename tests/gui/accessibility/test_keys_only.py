"""A11: everything with the Tab key: in the order of reading, seen, without a trap, named."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.kit.colors import contrast_ratio
from kiosk.gui.visitor.tour import settle, stops
from tests.effort import Effort
from tests.gui.visitor.driver import Visitor
from tests.gui.visitor.measure import name_of, reached_by_tab

SCREENS = (Screen.HOME, Screen.TOPICS, Screen.LANGUAGE, Screen.SHEET_CHOICE, Screen.END)


def walk(visitor: Visitor, key: Qt.Key, held: Qt.KeyboardModifier) -> list[QWidget]:
    """What has the focus, key by key, once around."""
    visitor.window.activateWindow()
    visitor.window.setFocus(Qt.FocusReason.OtherFocusReason)
    seen: list[QWidget] = []
    for _ in range(len(reached_by_tab(visitor.frame)) + 3):
        QTest.keyClick(QApplication.focusWidget() or visitor.window, key, held)
        focused = QApplication.focusWidget()
        assert focused is not None
        if focused in seen:
            break
        if visitor.frame.isAncestorOf(focused):
            seen.append(focused)
    return seen


def forward(visitor: Visitor) -> list[QWidget]:
    return walk(visitor, Qt.Key.Key_Tab, Qt.KeyboardModifier.NoModifier)


def backward(visitor: Visitor) -> list[QWidget]:
    return walk(visitor, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_order_is_that_of_reading(visitor: Visitor, language: str) -> None:
    """Inside what scrolls: down by rows, along each row as the language runs."""
    rtl = language == "ar"
    for screen in SCREENS:
        visitor.at_home("ES", "EC", language).open(screen)
        content = visitor.frame.scroller.content
        boxes = [
            (widget, widget.mapTo(content, QPoint(0, 0)))
            for widget in forward(visitor)
            if content.isAncestorOf(widget)
        ]
        for (one, first), (other, second) in pairwise(boxes):
            same_row = abs(first.y() - second.y()) < 4
            along = first.x() > second.x() if rtl else first.x() < second.x()
            in_order = along if same_row else first.y() < second.y()
            assert in_order, f"{screen.value}: {name_of(one)} before {name_of(other)}"


def test_the_way_back_is_the_way_there_turned_round(visitor: Visitor) -> None:
    for screen in SCREENS:
        visitor.at_home().open(screen)
        there = [name_of(widget) for widget in forward(visitor)]
        back = [name_of(widget) for widget in backward(visitor)]
        assert sorted(back) == sorted(there), screen.value
        assert len(there) == len(set(map(id, reached_by_tab(visitor.frame)))), screen.value


@pytest.mark.parametrize("contrast", list(Contrast))
def test_what_has_the_focus_is_seen_and_in_sight(visitor: Visitor, contrast: Contrast) -> None:
    visitor.at_home(contrast=contrast)
    for widget in forward(visitor):
        widget.setFocus(Qt.FocusReason.TabFocusReason)
        assert widget.visibleRegion().boundingRect() == widget.rect(), name_of(widget)
        after = widget.grab().toImage()
        visitor.window.setFocus(Qt.FocusReason.OtherFocusReason)
        before = widget.grab().toImage()
        middle = widget.height() // 2
        seen = sum(
            contrast_ratio(before.pixelColor(x, middle).name(), after.pixelColor(x, middle).name())
            >= 3
            for x in range(20)
        )
        assert seen >= 2, name_of(widget)


def test_a_finger_leaves_no_ring(visitor: Visitor) -> None:
    visitor.at_home().touch("Topics").touch("Back")
    assert not any(button._ring for button in visitor.buttons())


@pytest.mark.parametrize("tag", ["fr", "es", "ar", "km"])
def test_names_are_in_the_language_of_the_screen(
    visitor: Visitor, effort: Effort, tag: str
) -> None:
    """No name is that of the same button in English; the pseudo-languages look at every screen."""
    language = visitor.tag(tag)
    there = visitor.shipped.words.for_language(language)
    english = {
        message
        for message in ("Back", "Start", "Danger now", "Language", "Size and colours", "Print")
        if there.gettext(message) != message
    }
    assert english
    for number, (name, session) in enumerate(
        stops(visitor.window, language, (TextSize.NORMAL, Contrast.DEFAULT))
    ):
        if number % effort.stride:
            continue
        visitor.window.show_stop(session)
        settle(visitor.window)
        for widget in reached_by_tab(visitor.frame):
            assert widget.accessibleName().strip(), f"{name}: {type(widget).__name__}"
            assert widget.accessibleName() not in english, name
