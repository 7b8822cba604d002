"""A pad of digits, as on a telephone; it stands the same way round in every language."""

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.languages import LANGUAGES, LATIN_DIGITS, Language, LanguageTag
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.theme import Role

_COLUMNS = 3
_WIDEST_MM = 24.0


def digits_language(language: Language) -> Language:
    """In whose letters digits are drawn: Latin digits in Latin ones, which need the least height.

    A line of Nastaliq is nearly three times as high, also when only a digit stands in it.
    """
    return LANGUAGES[LanguageTag("en")] if language.digits == LATIN_DIGITS else language


class _Digit(TouchButton):
    """One digit."""

    def __init__(self, kit: Kit, digit: int) -> None:
        shown = kit.language.digits[digit]
        language = digits_language(kit.language)
        super().__init__(
            kit, shown, role=Role.HEADING, centered=True, language=language, guarded=False
        )

    def _side_padding(self) -> int:
        return self._kit.theme.px(1.0)

    def _above(self) -> int:
        return self._kit.theme.px(1.0)


class NumberPad(QWidget):
    """Ten digits and "Delete". `typed` carries the digit as the language of the screen writes it.

    `int()` reads digits of every script.
    """

    typed = Signal(str)
    erased = Signal()

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._digits = [self._make_digit(digit) for digit in (1, 2, 3, 4, 5, 6, 7, 8, 9, 0)]
        words = kit.translator.gettext("Delete")
        self._erase = TouchButton(
            kit, words, "erase", ButtonKind.QUIET, centered=True, guarded=False, parent=self
        )
        self._erase.activated.connect(self.erased)

    @property
    def digits(self) -> tuple[TouchButton, ...]:
        """The keys from 1 to 9, then 0."""
        return tuple(self._digits)

    @property
    def erase(self) -> TouchButton:
        """Takes the last digit away."""
        return self._erase

    def _make_digit(self, digit: int) -> TouchButton:
        key = _Digit(self._kit, digit)
        key.setParent(self)
        key.activated.connect(lambda: self.typed.emit(self._kit.language.digits[digit]))
        return key

    def _cell(self, width: int) -> int:
        """Width of a digit in pixels."""
        theme = self._kit.theme
        cell = (width - (_COLUMNS - 1) * theme.gap) // _COLUMNS
        return max(self._least_cell(), min(cell, theme.px(_WIDEST_MM)))

    def _least_cell(self) -> int:
        """Two cells hold "Delete"."""
        theme = self._kit.theme
        erase = -(-(self._erase.minimumSizeHint().width() - theme.gap) // 2)
        digits = (key.minimumSizeHint().width() for key in self._digits)
        return max(theme.target, erase, *digits)

    def _place(self, width: int, *, move: bool) -> int:
        gap = self._kit.theme.gap
        cell = self._cell(width)
        wide = _COLUMNS * (cell + gap) - gap
        double = 2 * cell + gap
        start = width - wide if self._kit.language.is_rtl else 0
        high = max(self._digits[0].heightForWidth(cell), self._erase.heightForWidth(double))
        if move:
            for at, key in enumerate(self._digits):
                row, column = divmod(at, _COLUMNS)
                key.setGeometry(start + column * (cell + gap), row * (high + gap), cell, high)
            self._erase.setGeometry(start + cell + gap, 3 * (high + gap), double, high)
        return 4 * (high + gap) - gap

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = _COLUMNS * (theme.px(_WIDEST_MM) + theme.gap) - theme.gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        gap = self._kit.theme.gap
        return QSize(_COLUMNS * (self._least_cell() + gap) - gap, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place(self.width(), move=True)
