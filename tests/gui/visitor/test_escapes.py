"""The ways out of a kiosk that others have found (E1–E11), as far as a test can try them.

The rest is set up by who installs the machine: docs/guides/lockdown.md says what, with a list.
"""

import ast
import time
from collections.abc import Iterator
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QDesktopServices,
    QKeyEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QShortcut,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from kiosk.app import ROOT, Context, make_kiosk
from kiosk.core.session import Screen
from kiosk.gui.visitor.links_refused import SCHEMES
from tests.effort import Effort
from tests.factories.shipped import Shipped
from tests.gui.visitor.conftest import SITE
from tests.gui.visitor.driver import PORTRAIT, Visitor
from tests.gui.visitor.test_everywhere import every_stop

_NONE = Qt.KeyboardModifier.NoModifier
_HELD = (
    _NONE,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.MetaModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier,
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier,
)
_NAMED = (
    *("Escape", "Menu", "Print", "SysReq", "Pause", "Insert", "Delete", "Help", "Back", "Forward"),
    *("Stop", "Refresh", "HomePage", "Search", "Favorites", "Explorer", "OpenUrl", "LaunchMail"),
    *("LaunchMedia", "Launch0", "Launch1", "Calculator", "Terminal", "TaskPane", "Reload", "Save"),
    *(
        "Close",
        "Copy",
        "Cut",
        "Paste",
        "New",
        "Open",
        "Undo",
        "Find",
        "Exit",
        "PowerOff",
        "PowerDown",
    ),
    *("Sleep", "WakeUp", "LogOff", "Suspend", "Hibernate", "ScreenSaver", "WWW", "Camera", "Call"),
    *("Super_L", "Super_R", "Hyper_L", "Meta", "AltGr", "Eject", "Standby", "ZoomIn", "ZoomOut"),
)
_KEYS = (
    *(getattr(Qt.Key, f"Key_F{number}") for number in range(1, 36)),
    *(getattr(Qt.Key, f"Key_{name}") for name in _NAMED),
)
_TYPED = tuple(getattr(Qt.Key, f"Key_{sign}") for sign in "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
_TYPING = (_NONE, Qt.KeyboardModifier.ShiftModifier, _HELD[5])


def is_still_there(visitor: Visitor) -> bool:
    """One window, visible, with nothing over it."""
    window = visitor.window
    tops = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    return window.isVisible() and tops == [window] and QApplication.activePopupWidget() is None


# E1: keys, also those of a keyboard somebody plugged in (E7)


@pytest.mark.parametrize("screen", [Screen.HOME, Screen.SEARCH, Screen.HELP])
def test_no_key_with_any_other_leads_anywhere(visitor: Visitor, screen: Screen) -> None:
    visitor.at_home().open(screen)
    visitor.window.activateWindow()
    before = visitor.session.place
    QApplication.clipboard().setText("pasted")
    for key, held in product(_KEYS, _HELD):
        _press(visitor, key, held)
        assert visitor.session.place == before, (key, held)
    for key, held in product(_TYPED, _HELD):
        if held not in _TYPING:
            QTest.keyClick(QApplication.focusWidget() or visitor.window, key, held)
            assert visitor.session.place == before, (key, held)
    assert is_still_there(visitor)
    assert QApplication.clipboard().text() == "pasted"


def _press(visitor: Visitor, key: Qt.Key, held: Qt.KeyboardModifier) -> None:
    """Down and up, to the window and to what has the focus. QTest only knows keys with a sign."""
    for target in (visitor.window, QApplication.focusWidget() or visitor.window):
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QApplication.sendEvent(target, QKeyEvent(kind, key, held))


def test_no_screen_registers_a_shortcut(visitor: Visitor, effort: Effort) -> None:
    for name, place in every_stop(visitor, effort)[:: effort.stride]:
        visitor.at_home().open(place.screen, place.subject)
        window = visitor.window
        assert window.findChildren(QShortcut) == [], name
        assert [w for w in (window, *window.findChildren(QWidget)) if w.actions()] == [], name
        assert window.findChildren(QAction) == [], name
        keys = [b.shortcut().toString() for b in window.findChildren(QAbstractButton)]
        assert not any(keys), name


# E3: addresses


def test_no_address_leaves_the_kiosk(shipped: Shipped, qapp: QApplication) -> None:
    context = Context(SITE, shipped.library, shipped.words, shipped.day)
    window = make_kiosk(context, locked=True)
    # Qt warns where an address reaches the desktop, and a warning fails this test.
    for scheme in SCHEMES:
        assert QDesktopServices.openUrl(QUrl(f"{scheme}:out")), scheme
        assert QDesktopServices.openUrl(QUrl(f"{scheme.upper()}://example.org/out")), scheme
    assert not window.isVisible()
    window.deleteLater()


# E4, E10: what no file of the visitor's program may name

_NAMES_OF_WAYS_OUT = """
QFileDialog QPrintDialog QPrintPreviewDialog QPageSetupDialog QColorDialog QFontDialog QInputDialog
QMessageBox QErrorMessage QDialog QWizard QProgressDialog QMenu QMenuBar QToolBar QSystemTrayIcon
QWhatsThis QToolTip setToolTip setWhatsThis QWebEngineView QtWebEngineWidgets QTextBrowser QLineEdit
QTextEdit QPlainTextEdit QComboBox QCompleter QFileSystemModel QDrag QShortcut QAction QKeySequence
setShortcut openUrl setOpenExternalLinks QSettings QProcess startDetached QDBusConnection
QDBusInterface QtDBus QtNetwork webbrowser system popen
"""
_WAYS_OUT = frozenset(_NAMES_OF_WAYS_OUT.split())
_SOURCES = [
    *(ROOT / "kiosk" / "gui" / "kit").rglob("*.py"),
    *(ROOT / "kiosk" / "gui" / "reading").rglob("*.py"),
    *(ROOT / "kiosk" / "gui" / "visitor").rglob("*.py"),
    ROOT / "kiosk" / "gui" / "jobs.py",
    ROOT / "kiosk" / "app.py",
]


def _names(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        match node:
            case ast.Name(id=name) | ast.Attribute(attr=name):
                yield name, node.lineno
            case ast.ImportFrom(module=module, names=names):
                yield from ((part, node.lineno) for part in (module or "").split("."))
                yield from ((alias.name, node.lineno) for alias in names)
            case ast.Import(names=names):
                yield from ((part, node.lineno) for a in names for part in a.name.split("."))


def test_the_program_of_the_visitor_names_no_way_out() -> None:
    assert len(_SOURCES) > 50
    found = [
        f"{path.relative_to(ROOT)}:{line} {name}"
        for path in _SOURCES
        for name, line in _names(path)
        if name in _WAYS_OUT
    ]
    assert found == []


# E5: what the other buttons of a mouse do


def test_nothing_is_pasted_dragged_or_looked_up(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.SEARCH)
    for mode in QApplication.clipboard().Mode:
        QApplication.clipboard().setText("pasted", mode)
    for widget in [visitor.window, *visitor.frame.findChildren(QWidget)]:
        if not widget.isVisible():
            continue
        middle = widget.rect().center()
        for button in (Qt.MouseButton.MiddleButton, Qt.MouseButton.RightButton):
            QTest.mouseClick(widget, button, pos=middle)
            QTest.mouseDClick(widget, button, pos=middle)
        for button in (Qt.MouseButton.BackButton, Qt.MouseButton.ForwardButton):
            QTest.mouseClick(widget, button, pos=middle)
    visitor.settle()
    assert visitor.is_on(Screen.SEARCH)
    assert visitor.session.place.subject == ""
    assert is_still_there(visitor)


# E6: many fingers


@pytest.fixture(scope="session")
def touch_screen(qapp: QApplication) -> QPointingDevice:
    return QTest.createTouchDevice()


@pytest.mark.parametrize("fingers", range(2, 11))
def test_many_fingers_do_what_one_does_at_most(
    visitor: Visitor, touch_screen: QPointingDevice, fingers: int
) -> None:
    visitor.at_home()
    window = visitor.window
    spots = [b.mapTo(window, b.rect().center()) for b in visitor.buttons()]
    spots = [spot for spot in spots if window.rect().contains(spot)][:fingers]
    visitor.touch_together(touch_screen, spots)
    assert len(visitor.session.trail) <= 2
    assert is_still_there(visitor)


@pytest.mark.parametrize("edge", ["left", "right", "top", "bottom"])
def test_a_swipe_from_the_edge_opens_nothing(
    visitor: Visitor, touch_screen: QPointingDevice, edge: str
) -> None:
    visitor.at_home()
    before = visitor.session.place
    window = visitor.window
    wide, high = window.width() - 1, window.height() - 1
    starts = {"left": (0, high // 2), "right": (wide, high // 2)}
    starts |= {"top": (wide // 2, 0), "bottom": (wide // 2, high)}
    start, middle = QPoint(*starts[edge]), window.rect().center()
    QTest.touchEvent(window, touch_screen).press(0, start, window).commit()
    for step in range(1, 6):
        here = start + (middle - start) * step / 5
        QTest.touchEvent(window, touch_screen).move(0, here, window).commit()
    QTest.touchEvent(window, touch_screen).release(0, middle, window).commit()
    visitor.settle()
    assert visitor.session.place == before
    assert is_still_there(visitor)


def test_pinching_and_turning_change_nothing(
    visitor: Visitor, touch_screen: QPointingDevice
) -> None:
    visitor.at_home()
    before = visitor.session
    middle = QPointF(visitor.window.rect().center())
    for kind in Qt.NativeGestureType:
        for widget in (visitor.window, visitor.frame.scroller.content):
            event = QNativeGestureEvent(
                kind, touch_screen, 2, middle, middle, middle, 1.5, QPointF(9, 9)
            )
            QApplication.sendEvent(widget, event)
    visitor.settle()
    assert visitor.session.is_like(before)
    assert is_still_there(visitor)


# E8: the monitor

_SIZES = [(320, 240), (240, 320), (800, 480), (4096, 2160), (2160, 4096), (1, 1), (1024, 600)]


@pytest.mark.parametrize("screen", [Screen.HOME, Screen.SEARCH, Screen.WHO_RUNS])
def test_another_monitor_keeps_the_place(visitor: Visitor, screen: Screen) -> None:
    visitor.at_home().open(screen)
    if screen is Screen.SEARCH:
        visitor.steering.keep_words("work")
    before = visitor.session
    for size in (*_SIZES, PORTRAIT):
        visitor.window.resize(*size)
        visitor.settle()
        assert visitor.window.size().toTuple() == size
        assert visitor.session.is_like(before), size
    assert is_still_there(visitor)
    assert visitor.button("Danger now").isVisible()


def test_a_window_that_is_hidden_or_asked_to_close_comes_back_as_it_was(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.RIGHTS)
    before = visitor.session
    visitor.window.hide()
    visitor.settle()
    visitor.window.show()
    QApplication.closeAllWindows()
    visitor.settle()
    assert is_still_there(visitor)
    assert visitor.session.is_like(before)


# E9: the clock of the machine


def test_a_clock_that_jumps_ends_nothing_and_keeps_nobody(
    shipped: Shipped, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = make_kiosk(Context(SITE, shipped.library, shipped.words, shipped.day), locked=True)
    window.resize(*PORTRAIT)
    window.show()
    window.choose_language(Visitor.tag("en"))
    before, real = window.session, time.time
    for years in (10, -10):
        monkeypatch.setattr(time, "time", lambda years=years: real() + years * 31_557_600)
        window.look_at_clock()
        assert window.session.is_like(before)
    window.hide()
    window.deleteLater()
