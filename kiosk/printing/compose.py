"""A sheet plan, or two in two languages, to PDF bytes: ReportLab composes, Qt has shaped the text.

The bytes exist in memory only and are the same for the same plan.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace

from kiosk.core.paper import POINTS_PER_MM, Paper
from kiosk.core.sheet import SheetPlan
from kiosk.printing.drawing import FOLD, SheetCanvas
from kiosk.printing.measures import AIRS, LONGEST_PAGE, Measures, measures_for
from kiosk.printing.pages import Page, paginate
from kiosk.printing.rows import Row, RowMaker
from kiosk.text import TextEngine

RowsOf = Callable[[Measures], list[Row]]
"""Lays everything out with the air that some measures have."""


@dataclass(frozen=True)
class Pdf:
    """A finished PDF in memory; `height` of its highest page in millimetres.

    `missing_glyphs` is 0, because a sheet that lacks glyphs is refused; `warnings` are for the
    person at the desk, not on paper.
    """

    data: bytes
    pages: int
    height: float
    missing_glyphs: int = 0
    warnings: tuple[str, ...] = ()


def compose(
    plan: SheetPlan,
    also: SheetPlan | None,
    paper: Paper,
    *,
    large_print: bool,
    engine: TextEngine,
) -> Pdf:
    """The sheet as PDF.

    Raises MissingGlyphsError when a character has no glyph: nothing is printed as boxes.
    """
    measures = measures_for(paper, large_print=large_print, bilingual=also is not None)

    def rows(aired: Measures) -> list[Row]:
        return RowMaker(aired, engine).rows(plan, also)

    return put_on_pages((plan, also) if also else (plan,), rows, measures, engine)


def put_on_pages(
    plans: tuple[SheetPlan, ...], rows_of: RowsOf, measures: Measures, engine: TextEngine
) -> Pdf:
    """Rows as PDF; `plans` say what stands around them on each page, the first how it breaks."""
    rows, pages = _fewest_pages(plans[0], rows_of, measures)
    heights = [measures.height or page.end + measures.foot + measures.margin for page in pages]
    sheet = SheetCanvas(measures, plans, engine)
    for number, (page, height) in enumerate(zip(pages, heights, strict=True), start=1):
        sheet.draw(page, number, len(pages), height)
    return Pdf(
        sheet.finish(),
        len(pages),
        max(heights) / POINTS_PER_MM,
        warnings=tuple(_warnings(rows)),
    )


def _fewest_pages(
    plan: SheetPlan, rows_of: RowsOf, measures: Measures
) -> tuple[list[Row], list[Page]]:
    """Rows and pages with as much air as the fewest pages allow."""
    found: list[tuple[list[Row], list[Page]]] = []
    for air in AIRS:
        aired = replace(measures, air=air)
        rows = rows_of(aired)
        found.append((rows, page_breaks(rows, plan, aired)))
        if len(found[-1][1]) == 1:
            break
    return min(found, key=lambda one: len(one[1]))


def page_breaks(rows: list[Row], plan: SheetPlan, measures: Measures) -> list[Page]:
    """The rows on their pages. A discreet sheet has a neutral upper third with its title only."""
    top = measures.margin
    height = measures.height
    bottom = (height or LONGEST_PAGE) - measures.margin - measures.foot
    if height is None or not plan.discreet:
        return paginate(rows, first_top=top, top=top, bottom=bottom)
    return paginate(rows, first_top=top + height * FOLD, top=top, bottom=bottom)


def _warnings(rows: list[Row]) -> list[str]:
    """One line for each text that no break could fit into its column."""
    wide = [part for row in rows for part in row.parts if part.overflows]
    return [
        f"{part.element.key} is wider than its column in {part.language.tag}: shorten it"
        for part in wide
    ]
