"""Lines of placed glyphs onto a PDF page, with a text layer that reads in logical order.

Left-to-right lines carry their whole text as `/ActualText`; right-to-left lines must not (readers
reverse it) and rely on the character maps alone, their marks drawn apart and saying nothing.
Nastaliq slopes down within a word, which readers take for many lines: there no drawn glyph says
anything, and an invisible flat line says the text.
"""

import math
from collections.abc import Iterable
from dataclasses import replace
from itertools import groupby, zip_longest
from typing import NamedTuple

from reportlab.pdfgen.canvas import Canvas

from kiosk.core.languages import Language
from kiosk.core.scripts import SCRIPTS
from kiosk.i18n.isolation import isolate
from kiosk.printing.embedded_fonts import BLANK, EmbeddedFont, EmbeddedFonts
from kiosk.text import Cluster, GlyphRun, Line, Paragraph, TextEngine

_SLOPING = "Aran"
_FLAT = "Arab"
_INVISIBLE = 3
_CLOSE = 0.01
# What holds a number together on paper is read as what a person would type.
_READ_AS = str.maketrans({"\u2011": "-", "\u00a0": " ", "\u202f": " "})


class TextLayer:
    """Writes layouts onto the pages of one canvas."""

    def __init__(self, canvas: Canvas, fonts: EmbeddedFonts, engine: TextEngine) -> None:
        """`fonts` belong to the document of `canvas`."""
        self._canvas = canvas
        self._fonts = fonts
        self._engine = engine

    def draw_line(self, line: Line, language: Language, x: float, top: float) -> None:
        """Draw one line of a paragraph whose corner stands at `x`, `top`."""
        sloping = language.script.code == _SLOPING
        code = ["BT"]
        for run in line.runs:
            code += self._run(run, x, top, silent=sloping)
        code.append("ET")
        if not line.rtl and line.text:
            actual = ("\ufeff" + line.text.translate(_READ_AS)).encode("utf-16-be").hex().upper()
            code = [f"/Span <</ActualText <{actual}>>> BDC", *code, "EMC"]
        self._canvas.addLiteral("\n".join(code))
        if sloping:
            self._flat_text(line, language, x, top)

    def _run(self, run: GlyphRun, x: float, top: float, *, silent: bool) -> Iterable[str]:
        font = self._fonts[run.font]
        if silent or not run.rtl:
            clusters = _numbers_whole(run.clusters)
            uses = [use for c in clusters for use in _uses(c, silent=silent)]
            yield from _show(uses, font, run.size, x, top)
            return
        yield from _show([use for c in run.clusters for use in _bases(c)], font, run.size, x, top)
        for cluster in run.clusters:
            for mark in cluster.glyphs[1:]:
                yield from _show([_Use(mark.id, "", mark.x, mark.y)], font, run.size, x, top)

    def _flat_text(self, line: Line, language: Language, x: float, top: float) -> None:
        flat = replace(language, script=SCRIPTS[_FLAT])
        # A line has lost its isolates; without them its numbers would be read backwards.
        paragraph = Paragraph.plain(isolate(line.text, flat), flat, line.height / 3)
        layout = self._engine.lay_out(paragraph, math.inf)
        stretch = line.width / layout.natural_width if layout.natural_width else 1
        code = ["BT", f"{_INVISIBLE} Tr", f"{stretch * 100:.2f} Tz"]
        for part in layout.lines:
            for run in part.runs:
                left = _left(run.clusters)
                start = x + line.x + (left - part.x) * stretch
                code += self._run(
                    run, start - left, top - line.baseline + part.baseline, silent=False
                )
        self._canvas.addLiteral("\n".join([*code, "100 Tz", "0 Tr", "ET"]))


def _numbers_whole(clusters: tuple[Cluster, ...]) -> Iterable[Cluster]:
    """Arabic and Persian digits read off the first one together.

    Readers turn single ones round as if they were letters, and leave several of one glyph alone.
    """
    for is_number, group in groupby(clusters, lambda cluster: _is_arabic_number(cluster.text)):
        digits = list(group)
        whole = "".join(cluster.text for cluster in digits)
        for number, cluster in enumerate(digits):
            yield cluster._replace(text="" if number else whole) if is_number else cluster


def _is_arabic_number(text: str) -> bool:
    return bool(text) and all("\u0660" <= c <= "\u066c" or "\u06f0" <= c <= "\u06f9" for c in text)


def _left(clusters: tuple[Cluster, ...]) -> float:
    return min((g.x for c in clusters for g in c.glyphs), default=0.0)


class _Use(NamedTuple):
    glyph: int
    text: str
    x: float
    y: float


def _uses(cluster: Cluster, *, silent: bool) -> list[_Use]:
    """The glyphs of a cluster from left to right, one letter each; letters left over on blanks."""
    letters = "" if silent else cluster.text.translate(_READ_AS)
    glyphs = cluster.glyphs
    if _is_arabic_number(letters):
        return [_Use(g.id, "" if n else letters, g.x, g.y) for n, g in enumerate(glyphs)]
    uses = [_Use(g.id, letters[n : n + 1], g.x, g.y) for n, g in enumerate(glyphs)]
    last = glyphs[-1]
    return uses + [_Use(BLANK, letter, last.x, last.y) for letter in letters[len(glyphs) :]]


def _bases(cluster: Cluster) -> list[_Use]:
    """The base of a cluster from right to left, and blanks for its further letters.

    Readers put single letters in order but not the letters of one glyph, so a ligature is read off
    itself and blanks behind it, in visual order. Marks are drawn later and say nothing: they stand
    above, below and before their letter, which readers take for another line or another place.
    """
    base = cluster.glyphs[0]
    letters = cluster.text[::-1].translate(_READ_AS)
    return [
        _Use(base.id, letters[0], base.x, base.y),
        *(_Use(BLANK, letter, base.x, base.y) for letter in letters[1:]),
    ]


def _show(uses: list[_Use], font: EmbeddedFont, size: float, x: float, top: float) -> Iterable[str]:
    """One run: a start position, then glyphs whose advances lead from one to the next.

    A glyph off the baseline is raised, not moved, so that readers see one line of text.
    """
    if not uses:
        return
    base = uses[0].y
    yield f"/{font.name} {size:.3f} Tf 1 0 0 1 {x + uses[0].x:.3f} {top - base:.3f} Tm"
    parts: list[str] = []
    rise = 0.0
    error = 0.0
    for use, following in zip_longest(uses, uses[1:]):
        if abs(base - use.y - rise) > _CLOSE:
            rise = base - use.y
            yield f"[{''.join(parts)}] TJ {rise:.3f} Ts"
            parts = []
        wanted = (following.x - use.x) * 1000 / size if following else font.advance(use.glyph)
        advance = max(0, round(wanted - error))
        error += advance - wanted
        parts.append(f"<{font.character_id(use.glyph, use.text, advance):04X}>")
        if error > 1:
            parts.append(str(round(error)))
            error -= round(error)
    yield f"[{''.join(parts)}] TJ" + (" 0 Ts" if rise else "")
