"""From a touch to the changed screen, and from a language to the screen in it.

A real window, offscreen, on the shipped packs. Somebody who touches anything at all, the same way
each time, walks through it in every language; then the language is changed on every screen there
is. What counts is the time until everything that is to be painted has been painted.
"""

from dataclasses import replace
from random import Random
from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.visitor.tour import stops
from tests.benchmarks.figures import Figure, Stopwatch, Taken, figure_of_many
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


class Finger:
    """Touches a kiosk and takes the time."""

    def __init__(self, visitor: Visitor) -> None:
        self.visitor = visitor
        self._watch = PaintWatch()
        application = QApplication.instance()
        assert application is not None
        application.installEventFilter(self._watch)

    def touch(self, button: QWidget, what: str) -> Taken:
        """From the touch until the last of what it changed was painted; `what` names it."""
        self.visitor.clock.now += 1.0
        scroller = self.visitor.frame.scroller
        if scroller.content.isAncestorOf(button):
            scroller.ensure_visible(button)
            QApplication.processEvents()
        place = QPoint(button.width() // 2, min(button.height() // 2, 40))
        self._watch.has_painted = False
        stopwatch = Stopwatch()
        QTest.mouseClick(button, Qt.MouseButton.LeftButton, pos=place)
        QApplication.processEvents()
        taken = stopwatch.taken(what)
        assert self._watch.has_painted
        self.visitor.settle()
        return taken


def touch_figures(machine: Machine) -> list[Figure]:
    """Both figures, in milliseconds."""
    visitor, languages = machine.visitor(), machine.shipped.languages
    finger = Finger(visitor)
    touches = [one for tag in languages for one in _walk(finger, tag)]
    changes = [one for tag in languages for one in _changes(finger, tag)]
    visitor.leave()
    return [
        figure_of_many("touch to changed screen, p95", touches, _TOUCH_BUDGET_MS),
        figure_of_many("change of language, every screen, p95", changes, _LANGUAGE_BUDGET_MS),
    ]


def _walk(finger: Finger, tag: LanguageTag) -> list[Taken]:
    """Touches that led to another screen."""
    visitor, chance = finger.visitor, Random(f"walk {tag}")
    taken: list[Taken] = []
    visitor.at_home(language=tag)
    while len(taken) < TOUCHES:
        buttons = [button for button in visitor.buttons() if button.isEnabled()]
        if visitor.is_on(Screen.END) or visitor.is_on(Screen.ATTRACT) or not buttons:
            visitor.at_home(language=tag)
            continue
        before, frame = visitor.session, visitor.frame
        button = chance.choice(buttons)
        one = finger.touch(button, f"{tag} {button.accessibleName()[:24]!r}")
        if visitor.session.place != before.place or visitor.frame is not frame:
            taken.append(one)
    return taken


def _changes(finger: Finger, tag: LanguageTag) -> list[Taken]:
    """From every screen in one language to the next language."""
    visitor = finger.visitor
    tags = visitor.shipped.languages
    following = tags[(tags.index(tag) + 1) % len(tags)]
    taken: list[Taken] = []
    for name, session in list(stops(visitor.window, tag, _LOOK)):
        if not session.started or session.is_hidden or session.place.screen is Screen.LANGUAGE:
            continue
        visitor.window.show_stop(replace(session, touched_at=visitor.clock.now))
        visitor.settle()
        visitor.open(Screen.LANGUAGE)
        button = visitor.button(LANGUAGES[following].endonym)
        taken.append(finger.touch(button, f"{tag} to {following} on {name}"))
        assert visitor.session.language == following
    return taken
