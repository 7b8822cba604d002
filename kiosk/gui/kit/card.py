"""Grounds: cards with one thought each, notices, and the screen itself."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit


class Ground(Enum):
    """What a card is for."""

    PLAIN = "surface"
    SUNKEN = "sunken"
    ACCENT = "accent_tint"
    SAFETY = "safety_tint"
    CAUTION = "caution_tint"

    @property
    def edge(self) -> str:
        """The colour of the bar at the start of the card, as a name in `Colors`; "" for none."""
        return {Ground.ACCENT: "accent", Ground.SAFETY: "safety", Ground.CAUTION: "border"}.get(
            self, ""
        )


class Card(Column):
    """A column on a ground of its own; not to be touched itself."""

    def __init__(
        self, kit: Kit, ground: Ground = Ground.PLAIN, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(kit, gap=kit.theme.px(3.0), margin=kit.theme.px(5.0), parent=parent)
        self._ground = ground

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = theme.stroke if theme.is_high_contrast else 1.0
        box = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        fill = QColor(getattr(theme.colors, self._ground.value))
        painter.setPen(QPen(QColor(theme.colors.line), stroke))
        painter.setBrush(fill)
        painter.drawRoundedRect(box, theme.radius, theme.radius)
        if self._ground.edge:
            self._paint_edge(painter, QColor(getattr(theme.colors, self._ground.edge)))

    def _paint_edge(self, painter: QPainter, color: QColor) -> None:
        theme = self._kit.theme
        wide = theme.px(1.2)
        left = self.width() - wide if self._kit.language.is_rtl else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        painter.setClipRect(QRectF(left, 0, wide, self.height()))
        painter.drawRoundedRect(QRectF(self.rect()), theme.radius, theme.radius)


class Page(Column):
    """The ground of a whole screen."""

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._kit.theme.colors.ground))
