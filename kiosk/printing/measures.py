"""The measures of a sheet: type scale, margins, columns, all in points.

Body capitals are at least 3.5 mm high, in large print 6.3 mm (requirement A18); small print carries
sources only. Noto Sans capitals are 0.714 of the font size.
"""

from dataclasses import dataclass

from kiosk.core.paper import POINTS_PER_MM as MM
from kiosk.core.paper import Paper
from kiosk.core.sheet import ElementKind

CAPITAL = 0.714
BODY_CAPITAL_MM = 3.5
LARGE_CAPITAL_MM = 6.3
SMALL_SHARE = 0.72
SOURCES_SHARE = 0.55

_SCALE = {
    ElementKind.HEADING: 1.3,
    ElementKind.SUBHEADING: 1.06,
    ElementKind.PHONE: 1.45,
    ElementKind.SMALL: SMALL_SHARE,
    ElementKind.SOURCES: SOURCES_SHARE,
}

_BOLD = (ElementKind.HEADING, ElementKind.SUBHEADING, ElementKind.PHONE, ElementKind.VERDICT)

_INDENTED = {
    ElementKind.BULLET: 1.0,
    ElementKind.CHECKBOX: 1.6,
    ElementKind.MET: 1.5,
    ElementKind.UNMET: 1.5,
    ElementKind.UNKNOWN: 1.5,
    ElementKind.VERDICT: 1.5,
    ElementKind.NOTE: 0.7,
}

_SPACE_ABOVE = {
    ElementKind.HEADING: 1.1,
    ElementKind.SUBHEADING: 0.75,
    ElementKind.NOTE: 0.45,
    ElementKind.CHECKBOX: 0.35,
    ElementKind.SMALL: 0.12,
}


@dataclass(frozen=True)
class Measures:
    """Measures of one sheet in points. `height` is None on a roll."""

    width: float
    height: float | None
    margin: float
    body: float
    gutter: float
    two_columns: bool
    large: bool

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    @property
    def column(self) -> float:
        """Width of one column."""
        return (self.inner - self.gutter) / 2 if self.two_columns else self.inner

    @property
    def foot(self) -> float:
        """Height kept free for the foot of a page."""
        return self.body * 2.2

    def size(self, kind: ElementKind) -> float:
        """Font size of an element; large print keeps headings from outgrowing the line."""
        scale = _SCALE.get(kind, 1.0)
        if self.large and scale > 1:
            scale = 1 + (scale - 1) / 2
        return self.body * scale

    def indent(self, kind: ElementKind) -> float:
        """How far an element stands in from the edge where lines begin."""
        return self.body * _INDENTED.get(kind, 0.0)

    def space_above(self, kind: ElementKind) -> float:
        """Air above an element."""
        return self.body * _SPACE_ABOVE.get(kind, 0.22)

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
        margin=(4 if paper.is_roll else 12) * MM,
        body=(capital + 0.02) * MM / CAPITAL,
        gutter=7 * MM,
        two_columns=bilingual and not paper.is_roll and not large_print,
        large=large_print,
    )
