"""A sheet plan, or two in two languages, to PDF bytes: ReportLab composes, Qt has shaped the text.

The bytes exist in memory only and are the same for the same plan.
"""

import math
from dataclasses import dataclass, replace
from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from kiosk.core.languages import Language
from kiosk.core.paper import POINTS_PER_MM as MM
from kiosk.core.paper import Paper
from kiosk.core.sheet import ElementKind, SheetPlan
from kiosk.printing.embedded_fonts import EmbeddedFonts
from kiosk.printing.marks import GREY, INK, draw_mark, draw_qr
from kiosk.printing.measures import Measures, measures_for
from kiosk.printing.pages import Page, Placed, paginate
from kiosk.printing.rows import Cell, Row, RowMaker
from kiosk.printing.text_layer import TextLayer
from kiosk.text import Paragraph, TextEngine

_QR_SIDE = 34 * MM
_FOLD = 1 / 3


@dataclass(frozen=True)
class Pdf:
    """A finished PDF in memory; `height` of a page in millimetres.

    `warnings` are for the person at the desk, not on paper.
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
    rows = list(RowMaker(measures, engine).rows(plan, also))
    pages = _paginate(rows, plan, measures)
    if measures.height is None:
        measures = _roll(measures, pages, plan)
    sheet = _SheetCanvas(measures, plan, also, engine)
    for number, page in enumerate(pages, start=1):
        sheet.draw(page, number, len(pages))
    height = (measures.height or 0.0) / MM
    return Pdf(sheet.finish(), len(pages), height, warnings=tuple(_warnings(rows)))


def _paginate(rows: list[Row], plan: SheetPlan, measures: Measures) -> list[Page]:
    if measures.height is None:
        return paginate(rows, first_top=measures.margin, top=measures.margin, bottom=math.inf)
    bottom = measures.height - measures.margin - measures.foot
    first = measures.margin + (measures.height * _FOLD if plan.discreet else 0.0)
    pages = paginate(rows, first_top=first, top=measures.margin, bottom=bottom)
    if plan.qr and pages[-1].end + _QR_SIDE > bottom:
        pages.append(Page((), measures.margin))
    return pages


def _roll(measures: Measures, pages: list[Page], plan: SheetPlan) -> Measures:
    code = _QR_SIDE + measures.body * 4 if plan.qr else 0.0
    return replace(measures, height=pages[0].end + code + measures.foot + 2 * measures.margin)


def _warnings(rows: list[Row]) -> list[str]:
    wide = [cell for row in rows for cell in row.cells if cell.layout.overflows]
    return [f"{cell.element.key}: wider than its column in {cell.language.tag}" for cell in wide]


class _SheetCanvas:
    """Draws the pages of one sheet."""

    def __init__(
        self, measures: Measures, plan: SheetPlan, also: SheetPlan | None, engine: TextEngine
    ) -> None:
        rl_config.useA85 = 0
        self._buffer = BytesIO()
        self._measures = measures
        self._height = measures.height or 0.0
        size = (measures.width, self._height)
        self._canvas = Canvas(self._buffer, pagesize=size, invariant=1, pageCompression=1)
        self._canvas.setTitle(plan.title.text)
        self._fonts = EmbeddedFonts(engine)
        self._text = TextLayer(self._canvas, self._fonts, engine)
        self._engine = engine
        self._plan = plan
        self._also = also

    def draw(self, page: Page, number: int, pages: int) -> None:
        """One page with its foot; the last one carries the code."""
        if number == 1 and self._plan.discreet and self._measures.height is not None:
            self._outer_fold()
        for placed in page.rows:
            self._row(placed)
        if self._measures.two_columns and page.rows:
            self._column_rule(page)
        if number == pages and self._plan.qr:
            self._code(page.end)
        self._foot(number, pages)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Write the fonts and close the document."""
        self._fonts.write(self._canvas._doc)
        self._canvas.save()
        return self._buffer.getvalue()

    def _row(self, placed: Placed) -> None:
        for cell in placed.row.cells:
            self._cell(cell, placed.top)
        if placed.row.kind is ElementKind.HEADING:
            self._rule_below(placed)

    def _cell(self, cell: Cell, top: float) -> None:
        y = self._height - top
        kind = cell.element.kind
        small = kind in (ElementKind.SMALL, ElementKind.SOURCES)
        self._canvas.setFillColorRGB(*(GREY if small else INK))
        if kind is ElementKind.NOTE:
            self._note_bar(cell, y)
        elif cell.layout.lines:
            self._mark(cell, y)
        self._text.draw(cell.layout, cell.language, cell.text_x, y)

    def _mark(self, cell: Cell, y: float) -> None:
        size = self._measures.body
        rtl = cell.language.is_rtl
        x = cell.x + cell.width - size if rtl else cell.x
        draw_mark(self._canvas, cell.element.kind, x, y - cell.layout.lines[0].baseline, size)

    def _note_bar(self, cell: Cell, y: float) -> None:
        canvas = self._canvas
        x = cell.x + cell.width if cell.language.is_rtl else cell.x
        canvas.saveState()
        canvas.setLineWidth(2.2)
        canvas.setStrokeColorRGB(*INK)
        canvas.line(x, y - 1, x, y - cell.layout.height + 1)
        canvas.restoreState()

    def _rule_below(self, placed: Placed) -> None:
        y = self._height - placed.top - placed.row.height - 1
        self._line(self._measures.margin, y, self._measures.width - self._measures.margin, y, 0.8)

    def _column_rule(self, page: Page) -> None:
        x = self._measures.margin + self._measures.column + self._measures.gutter / 2
        beside = [p for p in page.rows if p.row.kind is not ElementKind.SOURCES]
        if beside:
            end = beside[-1].top + beside[-1].row.height
            self._line(x, self._height - beside[0].top, x, self._height - end, 0.3)

    def _line(self, x1: float, y1: float, x2: float, y2: float, width: float) -> None:
        self._canvas.saveState()
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeColorRGB(*GREY)
        self._canvas.line(x1, y1, x2, y2)
        self._canvas.restoreState()

    def _outer_fold(self) -> None:
        """A neutral upper third to fold outwards: nothing on it tells what the sheet is about."""
        y = self._height * (1 - _FOLD)
        margin = self._measures.margin
        self._line(margin / 3, y, margin, y, 0.5)
        self._line(self._measures.width - margin, y, self._measures.width - margin / 3, y, 0.5)

    def _code(self, end: float) -> None:
        measures = self._measures
        top = self._height - end - measures.body
        side = _QR_SIDE
        rtl = self._plan.language.is_rtl
        x = measures.width - measures.margin - side if rtl else measures.margin
        draw_qr(self._canvas, self._plan.qr, x, top, side)
        width = measures.inner - side - measures.gutter
        text_x = measures.margin if rtl else x + side + measures.gutter
        y = top - measures.body
        for plan in (self._plan, self._also):
            if plan is not None:
                y = self._words(plan.code_words, plan.language, text_x, y, width)
        self._words(self._plan.code, self._plan.language, text_x, y, width, bold=True)

    def _words(
        self, text: str, language: Language, x: float, y: float, width: float, *, bold: bool = False
    ) -> float:
        size = self._measures.size(ElementKind.PARAGRAPH if bold else ElementKind.SMALL)
        layout = self._engine.lay_out(Paragraph.plain(text, language, size, bold=bold), width)
        self._canvas.setFillColorRGB(*INK)
        self._text.draw(layout, language, x, y)
        return y - layout.height

    def _foot(self, number: int, pages: int) -> None:
        measures, plan = self._measures, self._plan
        parts = [plan.page_words.format(page=number, pages=pages), plan.ribbon]
        text = "  ·  ".join(part for part in parts if part)
        size = measures.size(ElementKind.SMALL)
        layout = self._engine.lay_out(Paragraph.plain(text, plan.language, size), measures.inner)
        self._canvas.setFillColorRGB(*GREY)
        y = measures.margin + layout.height - size * 0.6
        self._text.draw(layout, plan.language, measures.margin, y)
