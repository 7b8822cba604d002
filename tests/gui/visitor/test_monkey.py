"""A monkey at the screen breaks nothing, does not get out, and is never left at a dead end."""

import random
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from time import monotonic

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session import Place, Screen, TextSize
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.cover import Cover
from kiosk.gui.visitor.tour import stops
from tests.effort import Effort
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor

_STEPS_TOLD = 20
_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Select),
    *(Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_A, Qt.Key.Key_Backspace, Qt.Key.Key_Plus),
    *(Qt.Key.Key_Minus, Qt.Key.Key_F4, Qt.Key.Key_Menu),
)
_HELD = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_SIZES = ((320, 240), (800, 480), (1024, 600), (1920, 1080), PORTRAIT, LANDSCAPE)
_LEFT = Qt.MouseButton.LeftButton


@pytest.fixture(scope="module")
def touch_screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


class Monkey:
    """Does one thing after the other, chosen by the seed alone, and remembers the last of them."""

    def __init__(self, visitor: Visitor, touch_screen: QPointingDevice, seed: int) -> None:
        self.steps = 0
        self.last: deque[str] = deque(maxlen=_STEPS_TOLD)
        self._visitor = visitor
        self._device = touch_screen
        self._chance = random.Random(seed)
        self._home_size = visitor.window.size().toTuple()
        self._seed = seed
        self._text_size = visitor.session.text_size
        look = (visitor.session.text_size, visitor.session.contrast)
        self._tag = tag = visitor.session.language
        self._languages = visitor.shipped.languages
        self._places = [session.place for _, session in stops(visitor.window, tag, look)]
        visitor.at_home(language=tag, text_size=look[0])
        ways: tuple[tuple[Callable[[], str], int], ...] = (
            (self._touch_a_button, 40),
            (self._touch_anywhere, 14),
            (self._drag, 8),
            (self._many_fingers, 6),
            (self._key, 12),
            (self._wait, 6),
            (self._go_anywhere, 6),
            (self._print, 3),
            (self._resize, 2),
            (self._hide, 3),
        )
        self._ways = [way for way, _ in ways]
        self._weights = [weight for _, weight in ways]

    @property
    def story(self) -> str:
        """The seed and the last steps, to do it again."""
        return "\n".join((f"seed {self._seed}, step {self.steps}, the last of them:", *self.last))

    def step(self) -> None:
        """One thing, and what comes of it."""
        self.steps += 1
        self._visitor.clock.now += self._chance.choice((0.01, 0.5, 0.5, 2.0))
        (way,) = self._chance.choices(self._ways, self._weights)
        session = self._visitor.session
        where = f"{session.place.screen.value} {session.place.subject} {session.language}"
        self.last.append(f"{self.steps}: on {where}: {way.__name__}")
        self.last[-1] += f" {way()}"
        QApplication.processEvents()
        if self.steps % 20 == 0:
            self._visitor.settle()

    def _spot(self) -> tuple[QWidget, QPoint]:
        window = self._visitor.window
        at = QPoint(self._chance.randrange(window.width()), self._chance.randrange(window.height()))
        target = window.childAt(at) or window
        return target, target.mapFrom(window, at)

    def _touch_a_button(self) -> str:
        buttons = self._visitor.buttons()
        if not buttons:
            return self._touch_anywhere()
        chosen = self._chance.choice(buttons)
        name = chosen.accessibleName()
        QTest.mouseClick(chosen, _LEFT, pos=chosen.rect().center())
        return name

    def _touch_anywhere(self) -> str:
        target, here = self._spot()
        QTest.mouseClick(target, _LEFT, pos=here)
        return f"{type(target).__name__} {here.toTuple()}"

    def _drag(self) -> str:
        target, here = self._spot()
        far = self._chance.randrange(-400, 400)
        QTest.mousePress(target, _LEFT, pos=here)
        QTest.mouseMove(target, here + QPoint(0, far))
        QTest.mouseRelease(target, _LEFT, pos=here + QPoint(0, far))
        return f"{type(target).__name__} {here.toTuple()} by {far}"

    def _many_fingers(self) -> str:
        window = self._visitor.window
        wide, high = window.width(), window.height()
        spots = [
            QPoint(self._chance.randrange(wide), self._chance.randrange(high))
            for _ in range(self._chance.randrange(2, 6))
        ]
        down, up = (QTest.touchEvent(window, self._device) for _ in range(2))
        for number, spot in enumerate(spots):
            down.press(number, spot, window)
        down.commit()
        for number, spot in enumerate(spots):
            up.release(number, spot, window)
        up.commit()
        return str([spot.toTuple() for spot in spots])

    def _key(self) -> str:
        key, held = self._chance.choice(_KEYS), self._chance.choice(_HELD)
        QTest.keyClick(QApplication.focusWidget() or self._visitor.window, key, held)
        return f"{held.name} {key.name}"

    def _wait(self) -> str:
        seconds = self._chance.choice((1, 30, 46, 151, 181))
        self._visitor.clock.now += seconds
        self._visitor.window.look_at_clock()
        return f"{seconds} s"

    def _go_anywhere(self) -> str:
        """As if it had found its way there; some screens are far for a monkey."""
        place = self._chance.choice(self._places)
        session = self._visitor.session
        if session.has_pair and session.started:
            self._visitor.steering.go(place.screen, place.subject)
        else:
            language = self._chance.choice((self._tag, self._tag, *self._languages))
            self._visitor.at_home(language=language, text_size=self._text_size)
        return f"{place.screen.value} {place.subject}"

    def _print(self) -> str:
        if self._visitor.session.has_pair:
            self._visitor.steering.choose_sheet(only_i_see_it=self._chance.random() < 0.5)
            self._visitor.settle()
            if self._visitor.is_on(Screen.SHEET):
                self._visitor.window.print_sheet()
        return ""

    def _resize(self) -> str:
        size = self._chance.choice((*_SIZES, self._home_size, self._home_size))
        self._visitor.window.resize(*size)
        return str(size)

    def _hide(self) -> str:
        if self._visitor.session.started:
            self._visitor.steering.hide()
        return ""


def wrongs(visitor: Visitor) -> Iterator[str]:
    """What a person would see who stands there now and should not."""
    window = visitor.window
    tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    if tops != [window]:
        yield f"not the kiosk alone: {tops}"
    if QApplication.activePopupWidget() or QApplication.activeModalWidget():
        yield "something popped up"
    shown = [w for w in visitor.frame.findChildren(QWidget) if w.isVisible()]
    # A plain QWidget paints nothing; every other widget of Qt has a look of its own.
    kinds = {type(w) for w in shown} - {QWidget}
    foreign = sorted(k.__name__ for k in kinds if not k.__module__.startswith("kiosk."))
    if foreign:
        yield f"not ours: {foreign}"
    is_covered = any(isinstance(w, Cover) for w in shown)
    if not is_covered and not any(isinstance(w, Touchable) and w.isEnabled() for w in shown):
        yield "a dead end: nothing can be touched"


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize(
    ("seed", "language", "text_size", "size"),
    [(2, "en", TextSize.NORMAL, PORTRAIT), (11, "ar", TextSize.LARGEST, LANDSCAPE)],
    ids=["english upright", "arabic wide and largest"],
)
def test_a_monkey_breaks_nothing_and_does_not_get_out(
    open_kiosk: OpenKiosk,
    touch_screen: QPointingDevice,
    effort: Effort,
    raised: list[str],
    capfd: pytest.CaptureFixture[str],
    seed: int,
    language: str,
    text_size: TextSize,
    size: tuple[int, int],
) -> None:
    visitor = open_kiosk(size=size)
    visitor.at_home(language=language, text_size=text_size)
    monkey = Monkey(visitor, touch_screen, seed)
    until = monotonic() + effort.monkey_seconds / 2
    while monotonic() < until:
        monkey.step()
        assert not raised, f"{raised}\n{monkey.story}"
        found = list(wrongs(visitor))
        assert not found, f"{found}\n{monkey.story}"
    assert monkey.steps > 100, monkey.story
    assert capfd.readouterr() == ("", ""), monkey.story
    visitor.settle()
    visitor.steering.end()
    visitor.settle()
    assert visitor.is_on(Screen.ATTRACT)


def test_every_screen_has_a_way_on_and_a_way_out(visitor: Visitor, effort: Effort) -> None:
    look = (visitor.session.text_size, visitor.session.contrast)
    found = list(stops(visitor.window, visitor.tag("en"), look))
    for name, session in found[:: 1 if effort.is_full else 3]:
        home = replace(session, trail=(Place(Screen.HOME), session.place))
        visitor.window.show_stop(home)
        visitor.settle()
        assert list(wrongs(visitor)) == [], name
        names = [b.accessibleName() for b in visitor.buttons()]
        assert "Back" in names, name
        assert "End and clear" in names or session.place.screen is Screen.ATTRACT, name
