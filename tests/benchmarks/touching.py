"""From a touch to the changed screen, and from a language to the screen in it.

A real window, offscreen, on the shipped packs. Somebody who touches anything at all, the same way
each time, walks through it in every language; then the language is changed on every screen there
is. What counts is the time until everything that is to be painted has been painted.
"""

from dataclasses import replace
from random import Random
from time import perf_counter
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.tour import stops
from tests.benchmarks.figures import Figure, percentile_95
from tests.benchmarks.machine import Machine
from tests.gui.visitor.driver import Visitor

TOUCHES: Final = 60
_TOUCH_BUDGET_MS, _LANGUAGE_BUDGET_MS = 100.0, 150.0
_LOOK = (TextSize.NORMAL, Contrast.DEFAULT)


class PaintWatch(QObject):
    """Knows whether anything has been painted since it was asked to watch."""

    def __init__(self) -> None:
        super().__init__()
        self.has_painted = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            self.has_painted = True
        return super().eventFilter(watched, event)


class Stopwatch:
    """Touches a kiosk and takes the time."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self._watch = PaintWatch()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self._watch)

    def touch(self, button: QWidget) -> float:
        """Milliseconds from the touch until the last of what it changed was painted."""
        self.visitor.clock.now += 1.0
        scroller = self.visitor.frame.scroller
        if scroller.content.isAncestorOf(button):
            scroller.ensure_visible(button)
            QApplication.processEvents()
        place = QPoint(button.width() // 2, min(button.height() // 2, 40))
        self._watch.has_painted = False
        start = perf_counter()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()
        taken = (perf_counter() - start) * 1000
        assert self._watch.has_painted
        self.visitor.settle()
        return taken


def touch_figures(machine: Machine) -> list[Figure]:
    """Both figures, in milliseconds."""
    visitor, languages = machine.visitor(), machine.shipped.languages
    stopwatch = Stopwatch(visitor)
    touches = [one for tag in languages for one in _walk(stopwatch, tag)]
    changes = [one for tag in languages for one in _changes(stopwatch, tag)]
    visitor.leave()
    return [
        _figure("touch to changed screen, p95", touches, _TOUCH_BUDGET_MS),
        _figure("change of language, every screen, p95", changes, _LANGUAGE_BUDGET_MS),
    ]


Taken = tuple[float, str]


def _figure(name: str, taken: list[Taken], budget: float) -> Figure:
    times = sorted(milliseconds for milliseconds, _ in taken)
    slowest = ", ".join(f"{what} {time:.0f} ms" for time, what in sorted(taken, reverse=True)[:3])
    note = f"{len(times)} touches, median {times[len(times) // 2]:.0f} ms; slowest: {slowest}"
    return Figure(name, percentile_95(times), budget, "ms", note)


def _walk(stopwatch: Stopwatch, tag: LanguageTag) -> list[Taken]:
    """Touches that led to another screen."""
    visitor, chance = stopwatch.visitor, Random(f"walk {tag}")
    taken: list[Taken] = []
    visitor.at_home(language=tag)
    while len(taken) < TOUCHES:
        buttons = visitor.buttons()
        if visitor.is_on(Screen.END) or visitor.is_on(Screen.ATTRACT) or not buttons:
            visitor.at_home(language=tag)
            continue
        before, frame = visitor.session, visitor.frame
        button = chance.choice(buttons)
        what = f"{tag} {button.accessibleName()[:24]!r}"
        milliseconds = _touched(stopwatch, button)
        if visitor.session.place != before.place or visitor.frame is not frame:
            taken.append((milliseconds, f"{what} to {visitor.screen.value}"))
    return taken


def _touched(stopwatch: Stopwatch, button: Touchable) -> float:
    return stopwatch.touch(button) if button.isEnabled() else 0.0


def _changes(stopwatch: Stopwatch, tag: LanguageTag) -> list[Taken]:
    """From every screen in one language to the next language."""
    visitor = stopwatch.visitor
    tags = visitor.shipped.languages
    following = tags[(tags.index(tag) + 1) % len(tags)]
    taken: list[Taken] = []
    for name, session in list(stops(visitor.window, tag, _LOOK)):
        if not session.started or session.place.screen is Screen.LANGUAGE:
            continue
        visitor.window.show_stop(replace(session, touched_at=visitor.clock.now))
        visitor.settle()
        visitor.open(Screen.LANGUAGE)
        milliseconds = stopwatch.touch(visitor.button(LANGUAGES[following].endonym))
        assert visitor.session.language == following
        taken.append((milliseconds, f"{tag} to {following} on {name}"))
    return taken
