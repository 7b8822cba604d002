"""What goes into the text engine and what comes out: plain values, nothing of Qt.

Lengths are in the caller's unit (points on paper, pixels on screen), y runs downwards, the
origin is the top left corner of the paragraph. Glyphs and clusters are named tuples because a
sheet has thousands of them and they are made in the time a person waits.
"""

from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple, Self

from kiosk.core.languages import Language


class Align(Enum):
    """Where lines stand in the column, relative to the direction of the language."""

    START = "start"
    CENTER = "center"
    END = "end"

    def offset(self, spare: float, *, rtl: bool) -> float:
        """The left edge of a line that leaves `spare` of the column's width free."""
        if self is Align.CENTER:
            return spare / 2
        return spare if (self is Align.END) != rtl else 0.0


@dataclass(frozen=True)
class Span:
    """A piece of a paragraph; emphasis is bold, because many scripts know no italics."""

    text: str
    bold: bool = False


@dataclass(frozen=True)
class Paragraph:
    """One paragraph in one language, which declares its direction and its fonts.

    `size` is the font size. `leading` is the least distance from baseline to baseline; lines
    of tall scripts stand further apart than that when they need to, 0 leaves it to the script.
    """

    spans: tuple[Span, ...]
    language: Language
    size: float
    align: Align = Align.START
    leading: float = 0

    @classmethod
    def plain(
        cls,
        text: str,
        language: Language,
        size: float,
        *,
        bold: bool = False,
        align: Align = Align.START,
    ) -> Self:
        """A paragraph of one span."""
        return cls((Span(text, bold),), language, size, align)

    @property
    def text(self) -> str:
        """The text of all spans."""
        return "".join(span.text for span in self.spans)


@dataclass(frozen=True)
class FontKey:
    """An installed font; `bold` is only true where the family has a bold of its own."""

    family: str
    bold: bool


class Glyph(NamedTuple):
    """One glyph: its number in the font and its origin on (or off) the baseline."""

    id: int
    x: float
    y: float


class Cluster(NamedTuple):
    """Glyphs that cannot be told apart, and the characters they stand for together.

    The first glyph is to carry `text`, which is never empty, in a text layer.
    """

    text: str
    glyphs: tuple[Glyph, ...]


@dataclass(frozen=True)
class GlyphRun:
    """Clusters of one font and one direction, in visual order from left to right."""

    font: FontKey
    size: float
    rtl: bool
    clusters: tuple[Cluster, ...]


class WordBox(NamedTuple):
    """A word (between spaces and break points) and where it stands in its line."""

    text: str
    x: float
    width: float


@dataclass(frozen=True)
class Line:
    """One line of a paragraph.

    `text` is in logical order, without isolates, break points and trailing space. `x` and
    `width` are the box of the text, `top` and `height` the box of the line, `rtl` the
    direction of the paragraph. `words` are in logical order.
    """

    text: str
    baseline: float
    top: float
    height: float
    x: float
    width: float
    rtl: bool
    runs: tuple[GlyphRun, ...]
    words: tuple[WordBox, ...] = ()


@dataclass(frozen=True)
class Layout:
    """A laid-out paragraph.

    `width` is the width asked for, `natural_width` that of the widest line. `overflows` is
    true when something that must not be broken (one letter, one phone number) is wider than
    the column.
    """

    lines: tuple[Line, ...]
    width: float
    height: float
    natural_width: float
    overflows: bool

    @property
    def fonts(self) -> frozenset[FontKey]:
        """The fonts used."""
        return frozenset(run.font for line in self.lines for run in line.runs)


@dataclass(frozen=True)
class FontMetrics:
    """Measures of a font in its own units; y runs upwards, so `descent` is negative.

    `bbox` is (x min, y min, x max, y max); `advances` holds one width per glyph number.
    """

    units_per_em: int
    ascent: int
    descent: int
    cap_height: int
    bbox: tuple[int, int, int, int]
    italic_angle: float
    advances: tuple[int, ...]
    is_cff: bool
