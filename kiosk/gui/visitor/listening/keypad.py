"""A keypad or two switches: what a key means here, as the site file says."""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from kiosk.gui.kit.text_field import TextField
from kiosk.settings import KeyMap

_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier
    | Qt.KeyboardModifier.AltModifier
    | Qt.KeyboardModifier.MetaModifier
)


class KeypadAction(Enum):
    """What a key of the keypad does."""

    NEXT = "next"
    PREVIOUS = "previous"
    SELECT = "select"
    LOUDER = "louder"
    QUIETER = "quieter"


_MOVES = (KeypadAction.NEXT, KeypadAction.PREVIOUS)
"""What a key does in a field too, whatever it would type: nobody is caught there."""


class Keypad:
    """Knows the keys of a site."""

    def __init__(self, keys: KeyMap) -> None:
        """Names that Qt has no key for mean nothing."""
        self._actions = {
            key: action for action in KeypadAction for key in _keys(getattr(keys, action.value))
        }

    def action(self, event: QKeyEvent) -> KeypadAction | None:
        """What a key pressed now means; None for a key that is somebody else's."""
        if event.modifiers() & _COMMANDS:
            return None
        action = self._actions.get(event.key())
        if action not in _MOVES and isinstance(QApplication.focusWidget(), TextField):
            return None if _is_typed(event) else action
        return action


def _is_typed(event: QKeyEvent) -> bool:
    """True for what a real keyboard types into a field, its "return" included."""
    return event.text() != ""


def _keys(names: Iterable[str]) -> list[int]:
    found = (getattr(Qt.Key, f"Key_{name}", None) for name in names)
    return [int(key) for key in found if key is not None]
