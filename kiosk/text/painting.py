"""Draws a layout on the screen: the glyphs that paper gets, in the same places.

Only the GUI calls this, with its own painter, in its own thread.
"""

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QPainterPath, QRawFont

from kiosk.text.fonts import font_of
from kiosk.text.values import FontKey, GlyphRun, Layout

# Qt paints nothing at all of a glyph run in a larger size than this, in pixels (6.11, measured).
_LARGEST_RUN = 64.0


class TextPainter:
    """Paints layouts; keeps the fonts it used, so each thread needs its own."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[FontKey, float], QRawFont] = {}

    def paint(self, painter: QPainter, layout: Layout, x: float, y: float, color: QColor) -> None:
        """Draw the layout with its top left corner at (x, y), in the painter's units."""
        painter.save()
        painter.setPen(color)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in layout.lines:
            for run in line.runs:
                if run.size > _LARGEST_RUN:
                    painter.fillPath(self._outline(run).translated(x, y), color)
                else:
                    painter.drawGlyphRun(QPointF(x, y), self._glyph_run(run))
        painter.restore()

    def _glyph_run(self, run: GlyphRun) -> QGlyphRun:
        glyphs = [glyph for cluster in run.clusters for glyph in cluster.glyphs]
        drawn = QGlyphRun()
        drawn.setRawFont(self._font(run.font, run.size))
        drawn.setGlyphIndexes([glyph.id for glyph in glyphs])
        drawn.setPositions([QPointF(glyph.x, glyph.y) for glyph in glyphs])
        return drawn

    def _outline(self, run: GlyphRun) -> QPainterPath:
        font = self._font(run.font, run.size)
        outline = QPainterPath()
        outline.setFillRule(Qt.FillRule.WindingFill)
        for cluster in run.clusters:
            for glyph in cluster.glyphs:
                outline.addPath(font.pathForGlyph(glyph.id).translated(glyph.x, glyph.y))
        return outline

    def _font(self, key: FontKey, size: float) -> QRawFont:
        wanted = (key, size)
        if wanted not in self._fonts:
            font = QRawFont.fromFont(font_of(key))
            font.setPixelSize(size)
            self._fonts[wanted] = font
        return self._fonts[wanted]
