"""Kits in any language and look; one engine and one icon font for all tests."""

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session import Contrast, TextSize
from kiosk.gui.kit.context import Kit
from kiosk.text import TextEngine
from tests.gui.kit.gallery import Clock, make_kit

MakeKit = Callable[..., Kit]


@pytest.fixture(scope="session")
def engine(qapp: QApplication) -> TextEngine:
    return TextEngine()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def kits(engine: TextEngine, clock: Clock) -> MakeKit:
    def make(
        tag: str = "en",
        size: TextSize = TextSize.NORMAL,
        contrast: Contrast = Contrast.DEFAULT,
        *,
        reduced_motion: bool = True,
    ) -> Kit:
        return make_kit(
            tag, size, contrast, engine=engine, clock=clock, reduced_motion=reduced_motion
        )

    return make


@pytest.fixture
def kit(kits: MakeKit) -> Kit:
    return kits()


@pytest.fixture
def show(qtbot: object) -> Iterator[Callable[..., QWidget]]:
    """Shows a widget in a window of its own at a size in pixels."""
    shown: list[QWidget] = []

    def open_(widget: QWidget, width: int = 600, height: int = 400) -> QWidget:
        # A window may not be smaller than its content asks; here the test decides.
        window = QWidget()
        window.resize(width, height)
        widget.setParent(window)
        widget.setGeometry(0, 0, width, height)
        window.show()
        QApplication.processEvents()
        shown.append(window)
        return widget

    yield open_
    for window in shown:
        window.close()
        window.deleteLater()


class Finger:
    """A mouse that does what a finger does, in pixels of one widget."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def press(self, x: int, y: int) -> "Finger":
        QTest.mousePress(self._widget, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        return self

    def move(self, x: int, y: int) -> "Finger":
        window = self._widget.window()
        point = self._widget.mapTo(window, QPoint(x, y))
        QTest.mouseMove(self._widget, self._widget.mapFrom(window, point))
        return self

    def release(self, x: int, y: int) -> "Finger":
        QTest.mouseRelease(self._widget, Qt.MouseButton.LeftButton, pos=QPoint(x, y))
        return self
