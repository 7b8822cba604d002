"""The sign of the product: one way that opens into five, none of them wider than another."""

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.gui.kit.context import Kit

_WAYS = 5
_HEIGHT_MM = 34.0
_SHAPE = 1.9
_STROKE_MM = 1.5
_DOT_MM = 2.6
_FORK = 0.22


class Emblem(QWidget):
    """Drawn in the accent of the theme, opening in the direction of reading."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        high = kit.theme.px(_HEIGHT_MM)
        self.setFixedHeight(high)
        self._wide = round(high * _SHAPE)
        self.setMinimumWidth(self._wide)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    def _path(self, end: QPointF, start: QPointF) -> QPainterPath:
        fork = QPointF(self._wide * _FORK, start.y())
        reach = (end.x() - fork.x()) * 0.55
        path = QPainterPath(start)
        path.lineTo(fork)
        path.cubicTo(fork + QPointF(reach, 0), end - QPointF(reach, 0), end)
        return path

    # Qt

    def sizeHint(self) -> QSize:
        return QSize(self._wide, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        color, dot = QColor(theme.colors.accent), theme.px(_DOT_MM)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self._kit.language.is_rtl:
            painter.setTransform(QTransform(-1, 0, 0, 1, self.width(), 0))
        pen = QPen(color, theme.px(_STROKE_MM))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        start = QPointF(dot, self.height() / 2)
        step = (self.height() - 2 * dot) / (_WAYS - 1)
        ends = [QPointF(self._wide - dot, dot + step * way) for way in range(_WAYS)]
        painter.setPen(pen)
        for end in ends:
            painter.drawPath(self._path(end, start))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(color)
        for point in (start, *ends):
            painter.drawEllipse(point, dot, dot)
