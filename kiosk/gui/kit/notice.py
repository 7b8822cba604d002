"""Sentences that frame a screen: a notice with a sign, the ribbon of a demonstration, progress."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.languages import Language
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.text import Align


class Notice(Card):
    """A sentence of importance with a sign; `title` stands above it in bold.

    `language` is that of `text` where it is not that of the screen.
    """

    def __init__(
        self,
        kit: Kit,
        text: str,
        icon: str = "info",
        ground: Ground = Ground.ACCENT,
        *,
        title: str = "",
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, ground, parent=parent)
        tone = Tone.SAFETY if ground is Ground.SAFETY else Tone.ACCENT
        first = None if title else language
        line = Line(kit, title or text, icon, bold=bool(title), icon_tone=tone, language=first)
        self.add(line)
        if title and text:
            self.add(TextBlock(kit, text, language=language))


class Ribbon(Column):
    """The band on every screen of a demonstration."""

    def __init__(self, kit: Kit, text: str, *, parent: QWidget | None = None) -> None:
        super().__init__(kit, margin=kit.theme.px(1.4), gap=0, parent=parent)
        self.add(TextBlock(kit, text, Role.CAPTION, align=Align.CENTER))

    def paintEvent(self, event: QPaintEvent) -> None:
        colors = self._kit.theme.colors
        painter = QPainter(self)
        painter.fillRect(event.rect(), QColor(colors.caution_tint))
        edge = max(2, self._kit.theme.px(0.4))
        painter.fillRect(0, self.height() - edge, self.width(), edge, QColor(colors.border))


class ProgressSteps(Column):
    """How far along: the sentence, and a bar of steps below it, in the direction of reading.

    Steps done are filled, the present one is higher, those to come are outlined.
    """

    def __init__(
        self, kit: Kit, text: str, step: int, steps: int, *, parent: QWidget | None = None
    ) -> None:
        """`text` says it in words; `step` counts from 1 to `steps`."""
        super().__init__(kit, gap=kit.theme.px(1.6), parent=parent)
        self.add(TextBlock(kit, text, Role.CAPTION, tone=Tone.SOFT))
        self.add(_Steps(kit, step, steps))


class _Steps(QWidget):
    def __init__(self, kit: Kit, step: int, steps: int) -> None:
        super().__init__()
        self._kit = kit
        self._step = step
        self._steps = max(1, steps)
        self.setFixedHeight(kit.theme.px(2.4))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = theme.px(1.0)
        wide = (self.width() - gap * (self._steps - 1)) / self._steps
        for index in range(self._steps):
            start = index * (wide + gap)
            left = self.width() - start - wide if self._kit.language.is_rtl else start
            high = self.height() if index + 1 == self._step else self.height() * 0.5
            box = QRectF(left, (self.height() - high) / 2, wide, high)
            done = index < self._step
            painter.setPen(Qt.PenStyle.NoPen if done else QColor(theme.colors.border))
            painter.setBrush(QColor(theme.colors.accent if done else theme.colors.ground))
            painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), high / 2, high / 2)
