"""Keys of letters: each shown whole and in the middle.

A line of Khmer or Nastaliq is far higher than any single letter in it, so letters are measured by
their ink and not by their line.
"""

import unicodedata
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Signal
from PySide6.QtGui import QRawFont

from kiosk.core.speech import Utterance
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Placed, Words
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.theme import Role
from kiosk.text import Layout, Paragraph, Span
from kiosk.text.fonts import font_of
from kiosk.text.values import FontKey

_DOTTED_CIRCLE = "\u25cc"
_EDGE_MM = 0.9
_UNBROKEN = 100_000.0


@dataclass(frozen=True)
class Lettering:
    """How letters stand on all keys: font size, and the common line, in pixels.

    `above` and `below` are the ink of all letters over and under the line they stand on.
    """

    size: float
    above: float
    below: float


class LetterGauge:
    """Measures the ink of letters, once for all sizes."""

    def __init__(self, kit: Kit) -> None:
        self._kit = kit
        self._boxes: dict[str, QRectF] = {}
        self._fonts: dict[FontKey, QRawFont] = {}

    def box(self, letters: str) -> QRectF:
        """The ink of what a key shows, in parts of the font size; y is 0 on the line."""
        if letters not in self._boxes:
            self._boxes[letters] = self._measure(shown_on_key(letters))
        return self._boxes[letters]

    def lettering(self, all_letters: tuple[str, ...], size: float) -> Lettering:
        """One line for all keys."""
        boxes = [self.box(letters) for letters in all_letters]
        above = max(-box.top() for box in boxes)
        return Lettering(size, above * size, max(box.bottom() for box in boxes) * size)

    def least_width(self, all_letters: tuple[str, ...], size: float) -> int:
        """Width in pixels in which each letter stands with air around it."""
        ink = max(self.box(letters).width() for letters in all_letters) * size
        return max(self._kit.theme.target, int(ink + 2 * edge(self._kit) + 1))

    def least_height(self, all_letters: tuple[str, ...], size: float) -> int:
        """Height in pixels in which each letter stands with air around it."""
        ink = max(self.box(letters).height() for letters in all_letters) * size
        return max(self._kit.theme.target, int(ink + 2 * edge(self._kit) + 1))

    def _measure(self, shown: str) -> QRectF:
        size = 100.0
        layout = lay_out_letters(self._kit, shown, size)
        ink = QRectF()
        for run in layout.lines[0].runs:
            font = self._font(run.font, size)
            for cluster in run.clusters:
                for glyph in cluster.glyphs:
                    ink |= font.boundingRect(glyph.id).translated(glyph.x, glyph.y)
        line = layout.lines[0]
        ink.translate(-line.x, -line.baseline)
        return QRectF(ink.x() / size, ink.y() / size, ink.width() / size, ink.height() / size)

    def _font(self, key: FontKey, size: float) -> QRawFont:
        if key not in self._fonts:
            font = QRawFont.fromFont(font_of(key))
            font.setPixelSize(size)
            self._fonts[key] = font
        return self._fonts[key]


def shown_on_key(letters: str) -> str:
    """What stands on the key: signs that combine with a letter are shown on a dotted circle."""
    combines = unicodedata.category(letters[0]).startswith("M")
    return f"{_DOTTED_CIRCLE}{letters}" if combines else letters


def lay_out_letters(kit: Kit, shown: str, size: float) -> Layout:
    """The letters on one line in a font size in pixels, in the language of the screen."""
    return kit.engine.lay_out(Paragraph((Span(shown),), kit.language, size), _UNBROKEN)


def edge(kit: Kit) -> float:
    """Air between ink and the edge of a key, in pixels; the border lies in it."""
    return kit.theme.px(_EDGE_MM) + kit.theme.stroke


class Key(TouchButton):
    """One key; it types what it shows."""

    typed = Signal(str)

    def __init__(self, kit: Kit, letters: str, gauge: LetterGauge, lettering: Lettering) -> None:
        """`gauge` and `lettering` are those of the whole keyboard."""
        super().__init__(
            kit, shown_on_key(letters), role=Role.BODY, bold=False, centered=True, guarded=False
        )
        self._letters = letters
        self._gauge = gauge
        self._lettering = lettering
        self.setAccessibleName(letters)
        self.activated.connect(self._on_activated)

    @property
    def letters(self) -> str:
        """What it types."""
        return self._letters

    @property
    def ink(self) -> QRectF:
        """Where its letter is drawn, in pixels of the key."""
        size, box = self._lettering.size, self._gauge.box(self._letters)
        wide, high = box.width() * size, box.height() * size
        top = self._baseline() + box.top() * size
        return QRectF((self.width() - wide) / 2, top, wide, high)

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The letter it types, without the circle that carries it."""
        return say_words(self._kit, self._letters)

    def placed(self, width: int) -> Placed:
        """Its letter by its ink; all letters stand on one line unless that would cut one."""
        size = self._lettering.size
        layout = lay_out_letters(self._kit, shown_on_key(self._letters), size)
        line, box = layout.lines[0], self._gauge.box(self._letters)
        left = (width - box.width() * size) / 2 - box.left() * size - line.x
        top = self._baseline() - line.baseline
        words = Words(layout, QPointF(left, top), is_main=True)
        return Placed(self.height(), QRectF(), (words,), ())

    def _baseline(self) -> float:
        common = (self.height() + self._lettering.above - self._lettering.below) / 2
        box, size = self._gauge.box(self._letters), self._lettering.size
        lowest = self.height() - edge(self._kit) - box.bottom() * size
        highest = edge(self._kit) - box.top() * size
        return max(highest, min(common, lowest))

    def _on_activated(self) -> None:
        self.typed.emit(self._letters)

    def _side_padding(self) -> int:
        return 0

    # Qt

    def heightForWidth(self, width: int) -> int:
        return self._gauge.least_height((self._letters,), self._lettering.size)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        size = self._lettering.size
        wide = self._gauge.least_width((self._letters,), size)
        return QSize(wide, self._gauge.least_height((self._letters,), size))
