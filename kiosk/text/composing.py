"""From shaped lines in em to placed lines in the caller's unit.

Lines stand as far apart as their fonts ask for, and further where a stack of signs reaches
higher or lower than its font admits: tall scripts neither overlap nor lose their tops.
"""

from dataclasses import dataclass
from math import isinf

from kiosk.text.fonts import FontShelf
from kiosk.text.preparing import PreparedText
from kiosk.text.shaping import ShapedLine, ShapedRun
from kiosk.text.values import Cluster, Glyph, GlyphRun, Layout, Line, Paragraph, WordBox

# What Qt rounds away (1/64 of a pixel at 128 pixels to the em, twice).
_ROUNDING = 1 / 4096


@dataclass(frozen=True)
class Strut:
    """The least a line reaches above and below its baseline, in em."""

    above: float
    below: float

    def stretched(self, above: float, below: float) -> "Strut":
        """A strut that also holds what reaches this far."""
        return Strut(max(self.above, above), max(self.below, below))


def reach(shelf: FontShelf, strut: Strut, shaped: ShapedLine) -> Strut:
    """The strut, stretched to hold the fonts of the line and all its ink."""
    for run in shaped.runs:
        strut = strut.stretched(*shelf.extents(run.font))
        for cluster in run.clusters:
            for glyph, _, y in cluster.glyphs:
                above, below = shelf.ink(run.font, glyph)
                if above - y > strut.above or below + y > strut.below:
                    strut = strut.stretched(above - y, below + y)
    return strut


class Composer:
    """Places the shaped lines of one paragraph one under the other."""

    def __init__(
        self, shelf: FontShelf, paragraph: Paragraph, strut: Strut, width: float, widest: float
    ) -> None:
        self._shelf = shelf
        self._paragraph = paragraph
        self._size = paragraph.size
        self._strut = strut
        self._asked = widest * paragraph.size if isinf(width) else width
        self._widest = widest * paragraph.size
        self._lines: list[Line] = []
        self._bottom = 0.0

    def add_empty(self) -> None:
        """A line without text, as high as any."""
        self._place(None, None)

    def add(self, text: PreparedText, shaped: ShapedLine) -> None:
        """The next line of `text`."""
        self._place(text, shaped)

    def layout(self) -> Layout:
        """Everything that was added."""
        return Layout(
            lines=tuple(self._lines),
            width=self._asked,
            height=self._bottom,
            natural_width=self._widest,
            overflows=self._widest > self._asked + _ROUNDING * self._size,
        )

    def _place(self, text: PreparedText | None, shaped: ShapedLine | None) -> None:
        strut = self._strut if shaped is None else reach(self._shelf, self._strut, shaped)
        above, below = strut.above * self._size, strut.below * self._size
        spare = max(0.0, self._paragraph.leading - above - below)
        top = self._bottom
        baseline = top + spare / 2 + above
        width = shaped.width * self._size if shaped else 0.0
        rtl = self._paragraph.language.is_rtl
        x = self._paragraph.align.offset(self._asked - width, rtl=rtl)
        line = Line(
            text=_readable(text, shaped.start, shaped.end) if text and shaped else "",
            baseline=baseline,
            top=top,
            height=above + below + spare,
            x=x,
            width=width,
            rtl=rtl,
            runs=self._runs(text, shaped, x, baseline) if text and shaped else (),
            words=self._words(text, shaped, x) if text and shaped else (),
        )
        self._lines.append(line)
        self._bottom = top + line.height

    def _runs(
        self, text: PreparedText, shaped: ShapedLine, x: float, baseline: float
    ) -> tuple[GlyphRun, ...]:
        end = shaped.start + len(text.shaped[shaped.start : shaped.end].rstrip(" \u200b"))
        runs = (self._run(text, run, end, x, baseline) for run in shaped.runs)
        return tuple(run for run in runs if run.clusters)

    def _run(
        self, text: PreparedText, run: ShapedRun, end: int, x: float, baseline: float
    ) -> GlyphRun:
        size = self._size
        clusters = []
        for cluster in run.clusters:
            shown = text.shown_text(cluster.start, min(cluster.end, end))
            if shown:
                glyphs = [
                    Glyph(glyph, x + left * size, baseline + y * size)
                    for glyph, left, y in cluster.glyphs
                ]
                clusters.append(Cluster(shown, tuple(glyphs)))
        return GlyphRun(run.font, size, run.rtl, tuple(clusters))

    def _words(self, text: PreparedText, shaped: ShapedLine, x: float) -> tuple[WordBox, ...]:
        size = self._size
        return tuple(
            WordBox(text.shown_text(start, end), x + left * size, width * size)
            for start, end, left, width in shaped.words
        )


def _readable(text: PreparedText, start: int, end: int) -> str:
    return text.shown_text(start, end).rstrip()
