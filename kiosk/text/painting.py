"""Draws a layout on the screen: the glyphs that paper gets, in the same places.

Only the GUI calls this, with its own painter, in its own thread.
"""

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QGlyphRun, QPainter, QRawFont

from kiosk.text.fonts import font_of
from kiosk.text.values import FontKey, GlyphRun, Layout


class TextPainter:
    """Paints layouts; keeps the fonts it used, so each thread needs its own."""

    def __init__(self) -> None:
        self._fonts: dict[tuple[FontKey, float], QRawFont] = {}

    def paint(self, painter: QPainter, layout: Layout, x: float, y: float, color: QColor) -> None:
        """Draw the layout with its top left corner at (x, y), in the painter's units."""
        painter.save()
        painter.setPen(color)
        for line in layout.lines:
            for run in line.runs:
                painter.drawGlyphRun(QPointF(x, y), self._glyph_run(run))
        painter.restore()

    def _glyph_run(self, run: GlyphRun) -> QGlyphRun:
        glyphs = [glyph for cluster in run.clusters for glyph in cluster.glyphs]
        drawn = QGlyphRun()
        drawn.setRawFont(self._font(run.font, run.size))
        drawn.setGlyphIndexes([glyph.id for glyph in glyphs])
        drawn.setPositions([QPointF(glyph.x, glyph.y) for glyph in glyphs])
        return drawn

    def _font(self, key: FontKey, size: float) -> QRawFont:
        wanted = (key, size)
        if wanted not in self._fonts:
            font = QRawFont.fromFont(font_of(key))
            font.setPixelSize(size)
            self._fonts[wanted] = font
        return self._fonts[wanted]
