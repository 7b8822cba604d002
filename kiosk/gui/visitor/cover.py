"""The neutral picture that hides everything: nothing on it tells what this kiosk is about.

Hills at evening, drawn by code in the colours the person chose. No title, no ribbon, no sign of the
product, no country, no help: what a bored screen could show in any office. It stands still; the one
sentence on it is also its accessible name.
"""

from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPaintEvent, QPen

from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.text_block import TextBlock, readable
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_
from kiosk.text import Align

_HILLS = (
    ((0.0, 0.66), (0.18, 0.61), (0.40, 0.68), (0.64, 0.62), (0.86, 0.67), (1.0, 0.63)),
    ((0.0, 0.76), (0.24, 0.79), (0.50, 0.71), (0.76, 0.78), (1.0, 0.72)),
    ((0.0, 0.85), (0.30, 0.82), (0.58, 0.90), (0.84, 0.84), (1.0, 0.88)),
)
"""Crests from far to near: shares of width and height, left to right."""

_SHADES = (0.08, 0.2, 0.36)
"""How dark each hill is, from far to near: a share of the way from the tint to the accent."""

_SUN = (0.68, 0.64, 0.075)
"""Middle of the sun as shares of width and height; its radius as a share of the longer edge."""


def build(stage: Stage) -> Scene:
    """One sentence; a touch anywhere brings back what stood there, and does nothing else."""
    return Scene(Cover(stage.kit, stage.say(N_("Touch the screen to go on."))), is_bare=True)


class Cover(Column):
    """The picture with its sentence in the sky."""

    def __init__(self, kit: Kit, sentence: str) -> None:
        """`sentence` is in the language of the screen."""
        super().__init__(kit, margin=kit.theme.margin)
        self.setAccessibleName(readable(sentence))
        self.add_stretch()
        self.add(TextBlock(kit, sentence, Role.TITLE, align=Align.CENTER))
        for _ in range(3):
            self.add_stretch()

    def _paint_sun(self, painter: QPainter) -> None:
        across, down, radius = _SUN
        if self._kit.language.is_rtl:
            across = 1 - across
        middle = QPointF(self.width() * across, self.height() * down)
        edge = radius * max(self.width(), self.height())
        painter.drawEllipse(middle, edge, edge)

    def _hill(self, crest: tuple[tuple[float, float], ...]) -> QPainterPath:
        """The outline of a hill down to the lower edge, its crest without a corner."""
        width, height = self.width(), self.height()
        if self._kit.language.is_rtl:
            crest = tuple((1 - across, down) for across, down in reversed(crest))
        mean = sum(down for _, down in crest) / len(crest)
        # As gentle on a tall screen as on a wide one.
        swing = min(1.0, width / height)
        points = [
            QPointF(across * width, (mean + (down - mean) * swing) * height)
            for across, down in crest
        ]
        path = QPainterPath(QPointF(0, height))
        path.lineTo(points[0])
        for here, there in pairwise(points):
            half = QPointF((there.x() - here.x()) / 2, 0)
            path.cubicTo(here + half, there - half, there)
        path.lineTo(width, height)
        path.closeSubpath()
        return path

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        colors = theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(colors.ground))
        if theme.is_high_contrast:
            # Two colours only: lines instead of grounds.
            painter.setPen(QPen(QColor(colors.border), theme.stroke))
            shares = (0.0,) * len(_HILLS)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            shares = _SHADES
        painter.setBrush(QColor(colors.caution_tint))
        self._paint_sun(painter)
        for crest, share in zip(_HILLS, shares, strict=True):
            painter.setBrush(_between(colors.accent_tint, colors.accent, share))
            painter.drawPath(self._hill(crest))


def _between(far: str, near: str, share: float) -> QColor:
    """A colour on the way from one hex colour to another, `share` 0 to 1."""
    one, other = QColor(far), QColor(near)
    return QColor(
        round(one.red() + (other.red() - one.red()) * share),
        round(one.green() + (other.green() - one.green()) * share),
        round(one.blue() + (other.blue() - one.blue()) * share),
    )
