"""Paragraphs to lines of placed glyphs, for screen and paper alike; the one use of Qt's text.

What leaves this package is plain values. Only `painting`, which the GUI calls with its own
painter, has Qt in its signature.
"""

from kiosk.text.engine import TextEngine
from kiosk.text.values import (
    Align,
    Cluster,
    FontKey,
    FontMetrics,
    Glyph,
    GlyphRun,
    Layout,
    Line,
    Paragraph,
    Span,
    WordBox,
)

__all__ = [
    "Align",
    "Cluster",
    "FontKey",
    "FontMetrics",
    "Glyph",
    "GlyphRun",
    "Layout",
    "Line",
    "Paragraph",
    "Span",
    "TextEngine",
    "WordBox",
]
