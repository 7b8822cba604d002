"""The measures of a sheet: type scale, margins, columns, all in points.

Body capitals are at least 3.5 mm high, in large print 6.3 mm (requirement A18); small print carries
what stands beside the thing itself, the smallest the list of sources. Noto Sans capitals are 0.714
of the font size.
"""

from dataclasses import dataclass

from kiosk.core.paper import POINTS_PER_MM as MM
from kiosk.core.paper import Paper
from kiosk.core.sheet import ElementKind

CAPITAL = 0.714
BODY_CAPITAL_MM = 3.5
LARGE_CAPITAL_MM = 6.3
LONGEST_PAGE = 14_000.0
"""A page of a roll is no longer than this: readers of PDF stop at 14,400 points."""

LEADING = 0.88
"""Lines on paper stand closer than fonts ask for screens: of what they ask, this share."""

AIRS = (1.0, 0.75, 0.5, 0.35)
"""From generous to close: the first that needs the fewest pages is taken."""

_SCALE = {
    ElementKind.TITLE: 1.75,
    ElementKind.HEADING: 1.25,
    ElementKind.SUBHEADING: 1.06,
    ElementKind.PHONE: 1.5,
    ElementKind.SMALL: 0.72,
    ElementKind.LEAD: 0.72,
    ElementKind.SOURCES: 0.5,
}
_LARGE_SOURCES = 0.4

_BOLD = frozenset(
    {
        ElementKind.TITLE,
        ElementKind.LEAD,
        ElementKind.HEADING,
        ElementKind.SUBHEADING,
        ElementKind.PHONE,
        ElementKind.VERDICT,
    }
)

_INDENTED = {
    ElementKind.BULLET: 0.9,
    ElementKind.CHECKBOX: 1.5,
    ElementKind.MET: 1.5,
    ElementKind.UNMET: 1.5,
    ElementKind.UNKNOWN: 1.5,
    ElementKind.VERDICT: 1.5,
    ElementKind.NOTE: 0.7,
    ElementKind.SAFETY: 0.6,
}

_SPACE_ABOVE = {
    ElementKind.LEAD: 0.3,
    ElementKind.HEADING: 0.62,
    ElementKind.SUBHEADING: 0.4,
    ElementKind.NOTE: 0.28,
    ElementKind.SAFETY: 0.35,
    ElementKind.CHECKBOX: 0.22,
    ElementKind.VERDICT: 0.06,
    ElementKind.PHONE: 0.0,
    ElementKind.SMALL: 0.06,
    ElementKind.SOURCES: 0.3,
}

# Air inside a row, above and below its text: rules below headings, the frame around a warning.
_PADDING = {
    ElementKind.TITLE: (0.0, 0.15),
    ElementKind.HEADING: (0.0, 0.15),
    ElementKind.SAFETY: (0.35, 0.55),
}


@dataclass(frozen=True)
class Measures:
    """Measures of one sheet in points. `height` is None on a roll.

    `air` scales the space between paragraphs, so that a sheet needs no page for its last lines.
    """

    width: float
    height: float | None
    margin: float
    body: float
    gutter: float
    two_columns: bool
    bilingual: bool
    large: bool
    air: float = 1.0

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    def columns(self, share: float = 0.5) -> tuple[float, float]:
        """Widths of two columns, the left one with this share of the room."""
        room = self.inner - self.gutter
        return room * share, room * (1 - share)

    @property
    def foot(self) -> float:
        """Height kept free above the lower margin for the foot of a page."""
        return self.body * (2.4 if self.bilingual and not self.two_columns else 1.3)

    @property
    def qr_side(self) -> float:
        """Side of the QR code with its quiet zone."""
        return 30 * MM

    def size(self, kind: ElementKind) -> float:
        """Font size of an element; large print keeps headings from outgrowing the line."""
        scale = _SCALE.get(kind, 1.0)
        if scale > 1 and (self.large or self.height is None):
            scale = 1 + (scale - 1) / 2
        if self.large and kind is ElementKind.SOURCES:
            scale = _LARGE_SOURCES
        return self.body * scale

    def indent(self, kind: ElementKind) -> float:
        """How far an element stands in from the edge where lines begin."""
        return self.body * _INDENTED.get(kind, 0.0)

    def outdent(self, kind: ElementKind) -> float:
        """How far an element stays away from the edge where lines end."""
        return self.indent(kind) if kind is ElementKind.SAFETY else 0.0

    def space_above(self, kind: ElementKind) -> float:
        """Air above an element."""
        return self.body * self.air * _SPACE_ABOVE.get(kind, 0.12)

    def padding(self, kind: ElementKind) -> tuple[float, float]:
        """Air inside a row above and below its text."""
        above, below = _PADDING.get(kind, (0.0, 0.0))
        return self.body * above, self.body * below

    @staticmethod
    def bold(kind: ElementKind) -> bool:
        """True for elements in bold type."""
        return kind in _BOLD


def measures_for(paper: Paper, *, large_print: bool, bilingual: bool) -> Measures:
    """The measures of a sheet: two columns only on A4 and Letter at normal size."""
    capital = LARGE_CAPITAL_MM if large_print else BODY_CAPITAL_MM
    return Measures(
        width=paper.width_pt,
        height=paper.height_pt,
        margin=(3 if paper.is_roll else 10) * MM,
        body=(capital + 0.02) * MM / CAPITAL,
        gutter=5 * MM,
        two_columns=not paper.is_roll and not large_print,
        bilingual=bilingual,
        large=large_print,
    )
