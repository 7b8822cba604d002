"""One piece of text through Qt's layout, into lines of glyphs that know their characters.

Everything is measured in em here; `composing` scales and places it. Qt returns glyphs run by
run in visual order, the glyphs of a run in logical order, each with the index of the first
character of its cluster. Runs name the font Qt really took, not the one it was asked for.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGlyphRun, QTextLayout, QTextLine, QTextOption

from kiosk.text.breaking import Utf16, bounds, fill_overhanging, keep_whole
from kiosk.text.choosing import font_ranges
from kiosk.text.fonts import EM, FontShelf, key_of
from kiosk.text.preparing import PreparedText
from kiosk.text.repairing import REPAIRED_FAMILIES
from kiosk.text.values import FontKey

# Qt keeps lengths in 32 bits with 6 binary places.
_WIDEST = 10_000_000
_FLAGS = (
    QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphIndexes
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveGlyphPositions
    | QTextLayout.GlyphRunRetrievalFlag.RetrieveStringIndexes
)


@dataclass(frozen=True)
class ShapedCluster:
    """Characters `start` to `end` and their glyphs as (number, x, y) in em from the line's left."""

    start: int
    end: int
    glyphs: tuple[tuple[int, float, float], ...]


@dataclass(frozen=True)
class ShapedRun:
    """Clusters of one font and direction, in visual order."""

    font: FontKey
    rtl: bool
    clusters: tuple[ShapedCluster, ...]


@dataclass(frozen=True)
class ShapedLine:
    """Characters `start` to `end`; `words` are (start, end, x, width); lengths in em."""

    start: int
    end: int
    width: float
    runs: tuple[ShapedRun, ...]
    words: tuple[tuple[int, int, float, float], ...]

    def undrawn(self) -> frozenset[int]:
        """The characters that came out as the box of a missing glyph."""
        return frozenset(
            index
            for run in self.runs
            for cluster in run.clusters
            if any(glyph[0] == 0 for glyph in cluster.glyphs)
            for index in range(cluster.start, cluster.end)
        )


class Shaper:
    """Lays out pieces of text; may be used in any thread."""

    def __init__(self, shelf: FontShelf) -> None:
        self._shelf = shelf

    def shape(
        self, text: PreparedText, keys: list[FontKey], *, rtl: bool, width: float
    ) -> list[ShapedLine]:
        """The lines of a non-empty piece at most `width` em wide, fonts given per character."""
        index = Utf16(text.shaped)
        layout = self._layout(text, keys, index, rtl=rtl)
        wanted = min(width * EM, _WIDEST)
        overhanging = any(key.family in REPAIRED_FAMILIES for key in keys)
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(wanted)
            if overhanging:
                fill_overhanging(line, wanted)
            keep_whole(line, text, index, wanted, rtl=rtl)
            line.setPosition(QPointF(0, 0))
        layout.endLayout()
        lines = (layout.lineAt(number) for number in range(layout.lineCount()))
        return [_read_line(line, text, index) for line in lines]

    def _layout(
        self, text: PreparedText, keys: list[FontKey], index: Utf16, *, rtl: bool
    ) -> QTextLayout:
        for family in {key.family for key in keys}:
            self._shelf.layout_family(family)  # a repair now would undo the fonts made so far
        layout = QTextLayout(text.shaped, self._shelf.layout_font(keys[0]))
        option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
        option.setUseDesignMetrics(True)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(
            Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight
        )
        layout.setTextOption(option)
        layout.setFormats(
            [self._range(key, index.to_qt(a), index.to_qt(b)) for key, a, b in font_ranges(keys)]
        )
        return layout

    def _range(self, key: FontKey, start: int, end: int) -> QTextLayout.FormatRange:
        format_range = QTextLayout.FormatRange()
        format_range.start = start
        format_range.length = end - start
        format_range.format = self._shelf.text_format(key)
        return format_range


def _read_line(line: QTextLine, text: PreparedText, index: Utf16) -> ShapedLine:
    start, end = bounds(line, index)
    runs = [_glyphs_by_cluster(line, run, index) for run in line.glyphRuns(-1, -1, _FLAGS)]
    starts = sorted({first for run in runs for first in run.clusters})
    ends = dict(pairwise([*starts, end]))
    shaped = [_in_visual_order(run, ends) for run in runs if run.clusters]
    width = line.horizontalAdvance() / EM
    words = tuple(_read_words(text, shaped, start, end, width))
    return ShapedLine(start, end, width, tuple(shaped), words)


@dataclass(frozen=True)
class _RawRun:
    """A run as Qt tells it: glyphs by the first character of their cluster."""

    font: FontKey
    rtl: bool
    clusters: dict[int, list[tuple[int, float, float]]]


def _glyphs_by_cluster(line: QTextLine, run: QGlyphRun, index: Utf16) -> _RawRun:
    clusters: dict[int, list[tuple[int, float, float]]] = {}
    baseline = line.ascent()
    for glyph, position, first in zip(
        run.glyphIndexes(), run.positions(), run.stringIndexes(), strict=True
    ):
        where = (glyph, position.x() / EM, (position.y() - baseline) / EM)
        clusters.setdefault(index.to_python(first), []).append(where)
    return _RawRun(key_of(run.rawFont()), run.isRightToLeft(), clusters)


def _in_visual_order(run: _RawRun, ends: dict[int, int]) -> ShapedRun:
    order = sorted(run.clusters, reverse=run.rtl)
    shaped = (ShapedCluster(first, ends[first], tuple(run.clusters[first])) for first in order)
    return ShapedRun(run.font, run.rtl, tuple(shaped))


def _read_words(
    text: PreparedText, runs: list[ShapedRun], start: int, end: int, width: float
) -> Iterator[tuple[int, int, float, float]]:
    edges = _edges(runs, width)
    position = start
    for stop in range(start, end + 1):
        if stop < end and text.shaped[stop] not in " \u200b":
            continue
        boxes = [edges[index] for index in range(position, stop) if index in edges]
        if boxes and text.shown_text(position, stop):
            left = min(box[0] for box in boxes)
            yield position, stop, left, max(box[1] for box in boxes) - left
        position = stop + 1


def _edges(runs: list[ShapedRun], width: float) -> dict[int, tuple[float, float]]:
    """Left and right edge of each character's cluster: it reaches to the next one."""
    clusters = [cluster for run in runs for cluster in run.clusters]
    lefts = [min(glyph[1] for glyph in cluster.glyphs) for cluster in clusters]
    return {
        index: (left, max(left, right))
        for cluster, left, right in zip(clusters, lefts, [*lefts[1:], width], strict=False)
        for index in range(cluster.start, cluster.end)
    }
