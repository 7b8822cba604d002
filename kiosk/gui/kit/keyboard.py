"""The on-screen keyboard: keys as large as any target, in rows that fold where the room is narrow.

Keys type at once and may be struck quickly; shift holds for one letter. Letters that combine with
others are shown on a dotted circle.
"""

import unicodedata

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard_layout import KeyboardLayout
from kiosk.gui.kit.theme import Role
from kiosk.gui.kit.touchable import Touchable

_DOTTED_CIRCLE = "\u25cc"
_WIDEST_MM = 22.0


class Key(TouchButton):
    """One key; it types what it shows."""

    typed = Signal(str)

    def __init__(self, kit: Kit, letters: str) -> None:
        shown = (
            f"{_DOTTED_CIRCLE}{letters}" if unicodedata.category(letters[0])[0] == "M" else letters
        )
        super().__init__(kit, shown, role=Role.BODY, bold=False, centered=True, guarded=False)
        self._letters = letters
        self.setAccessibleName(letters)
        self.activated.connect(self._on_activated)

    def _on_activated(self) -> None:
        self.typed.emit(self._letters)

    def _side_padding(self) -> int:
        return self._kit.theme.px(0.6)

    def _above(self) -> int:
        return self._kit.theme.px(0.8)


class KeyboardPanel(QWidget):
    """The keys of one layout; says what was struck."""

    typed = Signal(str)
    erased = Signal()
    done = Signal()

    def __init__(self, kit: Kit, layout: KeyboardLayout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._keys = layout
        self._is_shifted = False
        self._rows: list[list[Touchable]] = []
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._bottom = self._make_bottom()
        self._show_layer()

    @property
    def is_shifted(self) -> bool:
        """True while the next letter comes from the second layer."""
        return self._is_shifted

    @property
    def keys(self) -> tuple[Touchable, ...]:
        """Every key that can be struck now, row by row."""
        return tuple(key for row in self._rows for key in row)

    def _make_bottom(self) -> list[Touchable]:
        _ = self._kit.translator.gettext
        shift = TouchButton(self._kit, _("Shift"), "shift", ButtonKind.QUIET, guarded=False)
        space = TouchButton(self._kit, _("Space"), "space", ButtonKind.QUIET, guarded=False)
        erase = TouchButton(self._kit, _("Delete"), "erase", ButtonKind.QUIET, guarded=False)
        done = TouchButton(self._kit, _("Done"), "check", ButtonKind.PRIMARY)
        shift.activated.connect(self._on_shift_activated)
        space.activated.connect(self._on_space_activated)
        erase.activated.connect(self.erased)
        done.activated.connect(self.done)
        for key in (shift, space, erase, done):
            key.setParent(self)
        shift.setVisible(bool(self._keys.shifted))
        return [
            key for key in (shift, space, erase, done) if self._keys.shifted or key is not shift
        ]

    def _show_layer(self) -> None:
        for row in self._rows[:-1]:
            for key in row:
                key.hide()
                key.deleteLater()
        layer = self._keys.shifted if self._is_shifted else self._keys.rows
        self._rows = [[self._key(letters) for letters in row] for row in layer]
        self._rows.append(self._bottom)
        self._arrange()

    def _key(self, letters: str) -> Key:
        key = Key(self._kit, letters)
        key.setParent(self)
        key.typed.connect(self._on_key_typed)
        key.show()
        return key

    def _on_key_typed(self, letters: str) -> None:
        self.typed.emit(letters)
        if self._is_shifted:
            self._on_shift_activated()

    def _on_space_activated(self) -> None:
        self.typed.emit(" ")

    def _on_shift_activated(self) -> None:
        self._is_shifted = not self._is_shifted
        self._show_layer()

    def _lines(self, width: int) -> list[tuple[list[Touchable], int]]:
        """Rows folded to the width, each with the width of its keys in pixels."""
        theme = self._kit.theme
        lines: list[tuple[list[Touchable], int]] = []
        for row in self._rows[:-1]:
            least = max([theme.target, *(key.placed(100_000).natural_width + 6 for key in row)])
            most = max(1, int((width + theme.gap) // (least + theme.gap)))
            folds = -(-len(row) // most)
            each = -(-len(row) // folds)
            for start in range(0, len(row), each):
                part = row[start : start + each]
                wide = (width - theme.gap * (each - 1)) // each
                lines.append((part, min(wide, theme.px(_WIDEST_MM))))
        widest = max(len(keys) * (wide + theme.gap) - theme.gap for keys, wide in lines)
        return [*lines, *self._bottom_lines(widest)]

    def _bottom_lines(self, width: int) -> list[tuple[list[Touchable], int]]:
        theme = self._kit.theme
        widest = max(key.sizeHint().width() for key in self._bottom)
        fitting = max(1, (width + theme.gap) // (widest + theme.gap))
        each = min(len(self._bottom), int(fitting))
        if each == len(self._bottom) - 1:
            each = max(1, -(-len(self._bottom) // 2))
        wide = (width - theme.gap * (each - 1)) // each
        parts = range(0, len(self._bottom), each)
        return [(self._bottom[start : start + each], wide) for start in parts]

    def _arrange(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    def _place(self, width: int, *, move: bool) -> int:
        gap = self._kit.theme.gap
        rtl = self._kit.language.is_rtl
        top = 0
        for keys, wide in self._lines(width):
            high = max(key.heightForWidth(wide) for key in keys)
            left = (width - len(keys) * wide - (len(keys) - 1) * gap) // 2
            mirrored = rtl and keys[0] in self._bottom
            for key in reversed(keys) if mirrored else keys:
                if move:
                    key.setGeometry(left, top, wide, high)
                left += wide + gap
            top += high + gap
        return top - gap

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        width = self._kit.theme.measure
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.target * 5, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()
