"""Nobody leaves the kiosk by the screen: closing, keys, menus, dropped files, links in texts."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.kinds import TopicSection
from kiosk.core.session import Screen
from kiosk.gui.reading.article import ArticleView
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import Visitor

_CTRL, _ALT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
_SHIFT, _NONE = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.NoModifier
_META = Qt.KeyboardModifier.MetaModifier
ESCAPES = [
    *((getattr(Qt.Key, f"Key_{letter}"), _CTRL) for letter in "QWPOSNVCXA"),
    (Qt.Key.Key_F4, _ALT),
    (Qt.Key.Key_F1, _NONE),
    (Qt.Key.Key_F11, _NONE),
    (Qt.Key.Key_Escape, _NONE),
    (Qt.Key.Key_Tab, _ALT),
    (Qt.Key.Key_Super_L, _META),
    (Qt.Key.Key_Menu, _NONE),
    (Qt.Key.Key_Print, _NONE),
    (Qt.Key.Key_F10, _SHIFT),
    (Qt.Key.Key_Back, _NONE),
]


def test_a_locked_window_does_not_close(visitor: Visitor, open_kiosk: OpenKiosk) -> None:
    assert not visitor.window.close()
    assert visitor.window.isVisible()
    free = open_kiosk(locked=False)
    assert free.window.close()


@pytest.mark.parametrize("screen", [Screen.HOME, Screen.SEARCH])
def test_keys_that_leave_other_programs_do_nothing(visitor: Visitor, screen: Screen) -> None:
    visitor.at_home()
    if screen is not Screen.HOME:
        visitor.open(screen)
    QApplication.clipboard().setText("pasted")
    before = visitor.session.place
    for target in (visitor.window, visitor.frame, *visitor.buttons()[:2]):
        for key, held in ESCAPES:
            QTest.keyClick(target, key, held)
    visitor.settle()
    assert visitor.session.place == before
    assert visitor.window.isVisible()
    assert QApplication.activePopupWidget() is None
    assert "pasted" not in visitor.words()


def test_there_is_no_menu_and_nothing_can_be_dropped(visitor: Visitor) -> None:
    visitor.at_home().touch("Search")
    mime = QMimeData()
    mime.setUrls([QUrl("file:///etc/hostname")])
    left, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
    for widget in [visitor.window, *visitor.frame.findChildren(QWidget)]:
        middle = widget.rect().center()
        menu = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, middle, middle)
        QApplication.sendEvent(widget, menu)
        assert QApplication.activePopupWidget() is None
        enter = QDragEnterEvent(middle, copy, mime, left, _NONE)
        enter.ignore()
        QApplication.sendEvent(widget, enter)
        assert not enter.isAccepted()
        drop = QDropEvent(middle, copy, mime, left, _NONE)
        drop.ignore()
        QApplication.sendEvent(widget, drop)
        assert not drop.isAccepted()
    assert visitor.session.place.subject == ""


@pytest.mark.parametrize(
    "address",
    [
        "https://example.org",
        "http://example.org",
        "file:///etc/passwd",
        "mailto:a@example.org",
        "tel:+34123",
        "javascript:alert(1)",
        "ms-settings:",
        "../../etc/passwd",
        "no/such-entry",
        "",
    ],
)
def test_links_in_texts_lead_nowhere_outside(visitor: Visitor, address: str) -> None:
    visitor.at_home()
    topic = visitor.shipped.visit(visitor.session).topics[TopicSection.CHOICES][0]
    visitor.open(Screen.TOPIC, topic.id)
    view = visitor.frame.findChild(ArticleView)
    assert view is not None
    before = visitor.session.place
    view.link_chosen.emit(address)
    visitor.settle()
    assert visitor.session.place == before


def test_a_link_to_an_entry_opens_it(visitor: Visitor) -> None:
    visitor.at_home()
    visit = visitor.shipped.visit(visitor.session)
    topic = visit.topics[TopicSection.CHOICES][0]
    visitor.open(Screen.TOPIC, topic.id)
    view = visitor.frame.findChild(ArticleView)
    assert view is not None
    view.link_chosen.emit(visit.rights[0].id)
    visitor.settle()
    assert visitor.is_on(Screen.RIGHT)


def test_a_long_press_is_one_touch_and_no_menu(visitor: Visitor) -> None:
    visitor.at_home()
    card = visitor.button("My rights")
    middle = QPoint(card.width() // 2, 30)
    QTest.mousePress(card, Qt.MouseButton.LeftButton, pos=middle)
    visitor.clock.now += 2.0
    visitor.settle()
    QTest.mouseRelease(card, Qt.MouseButton.LeftButton, pos=middle)
    visitor.settle()
    assert len(visitor.session.trail) == 2
    assert QApplication.activePopupWidget() is None


def test_the_other_mouse_buttons_do_nothing(visitor: Visitor) -> None:
    visitor.at_home()
    for button in (Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton):
        QTest.mouseClick(visitor.button("My rights"), button)
    visitor.settle()
    assert visitor.is_on(Screen.HOME)
