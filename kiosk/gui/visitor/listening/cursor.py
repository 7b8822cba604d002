"""Going through a screen with two keys: heard item by item, or from button to button in silence."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.reading.aloud import Item, spoken_items
from kiosk.gui.reading.aloud_reader import Reader
from kiosk.gui.visitor.frame import Frame
from kiosk.gui.visitor.listening.keypad import KeypadAction

_BY_KEY = Qt.FocusReason.TabFocusReason


class Cursor:
    """Where the keys are on the screen; what can be used there also has the focus, and its ring."""

    def __init__(self) -> None:
        self._has_stepped = False

    def leave(self) -> None:
        """Somebody touches instead, or the screen is another."""
        self._has_stepped = False

    def step(self, reader: Reader, by: int, frame: Frame) -> None:
        """One item on or back, around the ends: said, and focused where it can be used."""
        item = reader.step(by)
        self._has_stepped = True
        if item is not None and item.is_usable:
            item.widget.setFocus(_BY_KEY)
        else:
            frame.window().setFocus(Qt.FocusReason.OtherFocusReason)

    def select(self, reader: Reader, frame: Frame) -> bool:
        """Use what was heard last, or what has the focus when nothing is being heard."""
        item = reader.item
        heard = item if self._has_stepped or reader.is_speaking else None
        if heard is None:
            focused = QApplication.focusWidget()
            return isinstance(focused, Touchable) and _use(focused)
        if not heard.is_usable:
            reader.say_again()
            return True
        used = _use(heard.widget)
        if reader.item is item and not frame.isHidden():
            # Still the same screen: say what has become of it.
            reader.say_again()
        return used

    def has_focus(self, frame: Frame) -> bool:
        """True when something that can be used has the focus."""
        return QApplication.focusWidget() in [item.widget for item in _usable(frame)]

    def move_focus(self, action: KeypadAction, frame: Frame) -> bool:
        """Without sound: from button to button; True when the key was used."""
        usable = _usable(frame)
        focused = QApplication.focusWidget()
        index = next((i for i, item in enumerate(usable) if item.widget is focused), -1)
        if action is KeypadAction.SELECT:
            return isinstance(focused, Touchable) and index >= 0 and _use(focused)
        if not usable or action not in (KeypadAction.NEXT, KeypadAction.PREVIOUS):
            return False
        by = 1 if action is KeypadAction.NEXT else -1
        following = index + by if index >= 0 or by > 0 else -1
        usable[following % len(usable)].widget.setFocus(_BY_KEY)
        return True


def _usable(frame: Frame) -> list[Item]:
    return [item for item in spoken_items(frame) if item.is_usable]


def _use(widget: QWidget) -> bool:
    if isinstance(widget, Touchable):
        widget.activate()
    elif isinstance(widget, TextField):
        widget.setFocus(_BY_KEY)
    return True
