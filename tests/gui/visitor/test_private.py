"""Many visitors in a row leave nothing behind; a monkey at the screen breaks nothing."""

import random
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from time import monotonic
from types import TracebackType

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Contrast, Screen, TextSize
from tests.effort import Effort
from tests.gui.visitor.driver import Visitor

_WRITING = frozenset("wax+")
_CHANGES = ("os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate")


class DiskWatch:
    """Notes what Python opens for writing while it is on; an audit hook cannot be taken off."""

    def __init__(self) -> None:
        self.is_on = False
        self.written: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, values: tuple[object, ...]) -> None:
        if not self.is_on:
            return
        if event == "open" and isinstance(values[1], str) and _WRITING & set(values[1]):
            self.written.append(f"open {values[0]!r}")
        elif event in _CHANGES:
            self.written.append(f"{event} {values[0]!r}")


@pytest.fixture(scope="session")
def disk_watch() -> DiskWatch:
    return DiskWatch()


@pytest.fixture
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every place a program writes to by habit, empty and in one folder."""
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def raised() -> Iterator[list[str]]:
    """What came out of slots, where Qt swallows it."""
    found: list[str] = []
    before = sys.excepthook

    def note(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        found.append(f"{kind.__name__}: {error}")

    sys.excepthook = note
    yield found
    sys.excepthook = before


def one_session(visitor: Visitor, chance: random.Random) -> None:
    """Somebody comes, looks around, answers, perhaps prints, and goes."""
    library, steering = visitor.shipped.library, visitor.steering
    visitor.at_home(
        chance.choice(library.hosts),
        chance.choice(library.origins),
        chance.choice(library.languages),
        text_size=chance.choice(list(TextSize)),
        contrast=chance.choice(list(Contrast)),
    )
    for question in chance.sample(list(QUESTIONS), 3):
        values = visitor.shipped.visit(visitor.session).question(question).values
        steering.answer(question, [chance.choice(values).id])
    steering.go(chance.choice([Screen.OPTIONS, Screen.HELP, Screen.RIGHTS, Screen.SEARCH]))
    if visitor.is_on(Screen.SEARCH):
        steering.keep_words("wanted")
    if chance.random() < 0.2:
        steering.go(Screen.SHEET_CHOICE)
        steering.choose_sheet(only_i_see_it=chance.random() < 0.5)
        visitor.settle()
        visitor.window.print_sheet()
    visitor.settle()
    if chance.random() < 0.5:
        steering.end()
    else:
        visitor.clock.now += 181
        visitor.window.look_at_clock()
    visitor.settle()


def test_sessions_leave_no_file_no_line_and_no_trace(
    visitor: Visitor,
    effort: Effort,
    disk_watch: DiskWatch,
    empty_machine: Path,
    raised: list[str],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    chance = random.Random(6)
    fresh = visitor.session
    # What is read once (fonts of a script, icons) is read before the watch begins.
    one_session(visitor, chance)
    capfd.readouterr()
    caplog.clear()
    with caplog.at_level("DEBUG"):
        disk_watch.is_on = True
        for _ in range(effort.sessions):
            one_session(visitor, chance)
            assert visitor.session.is_like(fresh)
        disk_watch.is_on = False
    assert disk_watch.written == []
    assert list(empty_machine.rglob("*")) == []
    assert not caplog.records
    assert capfd.readouterr() == ("", "")
    assert QApplication.clipboard().text() == ""
    assert raised == []


_KEYS = (
    *(Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Escape),
    *(Qt.Key.Key_Down, Qt.Key.Key_PageDown, Qt.Key.Key_Home, Qt.Key.Key_A, Qt.Key.Key_Backspace),
)


def _monkey_step(visitor: Visitor, chance: random.Random) -> None:
    window = visitor.window
    visitor.clock.now += chance.choice((0.01, 0.5, 2.0, 30.0, 160.0))
    move = chance.random()
    at = QPoint(chance.randrange(window.width()), chance.randrange(window.height()))
    target: QWidget = window.childAt(at) or window
    if move < 0.1:
        QTest.keyClick(QApplication.focusWidget() or window, chance.choice(_KEYS))
    elif move < 0.2:
        window.look_at_clock()
    elif move < 0.3:
        here = target.mapFrom(window, at)
        QTest.mousePress(target, Qt.MouseButton.LeftButton, pos=here)
        QTest.mouseMove(target, here + QPoint(0, chance.randrange(-400, 400)))
        QTest.mouseRelease(target, Qt.MouseButton.LeftButton, pos=here)
    elif move < 0.6:
        buttons = visitor.buttons()
        chosen = chance.choice(buttons) if buttons else target
        QTest.mouseClick(chosen, Qt.MouseButton.LeftButton, pos=chosen.rect().center())
    else:
        QTest.mouseClick(target, Qt.MouseButton.LeftButton, pos=target.mapFrom(window, at))
    QApplication.processEvents()


def test_a_monkey_breaks_nothing_and_does_not_get_out(
    visitor: Visitor, effort: Effort, raised: list[str]
) -> None:
    seconds = effort.monkey_seconds if effort.is_full else effort.monkey_seconds / 4
    chance = random.Random(2)
    until = monotonic() + seconds
    steps = 0
    while monotonic() < until and not raised:
        _monkey_step(visitor, chance)
        steps += 1
        assert visitor.window.isVisible()
    assert raised == []
    assert steps > 100
    visitor.settle()
    visitor.steering.end()
    visitor.settle()
    assert visitor.is_on(Screen.ATTRACT)
