"""Pages onto a ReportLab canvas: text, marks, rules, frames, the QR and the foot of each page."""

from io import BytesIO

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from kiosk.core.sheet import ElementKind, SheetPlan
from kiosk.i18n.isolation import isolate
from kiosk.printing.embedded_fonts import EmbeddedFonts
from kiosk.printing.marks import GREY, INK, draw_mark, draw_qr
from kiosk.printing.measures import Measures
from kiosk.printing.pages import Page, Placed
from kiosk.printing.rows import Box, Part, set_lines
from kiosk.printing.text_layer import TextLayer
from kiosk.text import Align, Paragraph, TextEngine

FOLD = 1 / 3
_PALE = (ElementKind.SMALL, ElementKind.SOURCES)
_RULES = {ElementKind.TITLE: 2.0, ElementKind.HEADING: 0.9}
_UNDIVIDED = (*_RULES, ElementKind.SAFETY)
_HAIR = 0.35
_FRAME = 1.4
_BOX = 0.7
_LANGUAGES = 2


class _BareCanvas(Canvas):  # type: ignore[misc] # ReportLab has no types
    """A canvas without a font of its own: ReportLab begins every page in Helvetica, unembedded."""

    def _make_preamble(self) -> None:
        self._preamble = "1 0 0 1 0 0 cm"


class SheetCanvas:
    """Draws the pages of one sheet."""

    def __init__(
        self, measures: Measures, plans: tuple[SheetPlan, ...], engine: TextEngine
    ) -> None:
        """`plans` are of one language or two, the first is the one asked for."""
        rl_config.useA85 = 0
        self._buffer = BytesIO()
        self._measures = measures
        self._height = measures.height or 0.0
        self._canvas = _BareCanvas(self._buffer, invariant=1, pageCompression=1, pdfVersion=(1, 7))
        self._canvas.setTitle(plans[0].title.text)
        self._canvas.setAuthor("")
        self._canvas.setSubject("")
        self._canvas.setCreator("Crossroads")
        self._canvas.setCatalogEntry("Lang", plans[0].language.tag)
        self._fonts = EmbeddedFonts(engine)
        self._text = TextLayer(self._canvas, self._fonts, engine)
        self._engine = engine
        self._plans = plans
        self._plan = plans[0]

    def draw(self, page: Page, number: int, pages: int, height: float) -> None:
        """One page of `height` points with its foot."""
        self._height = height
        self._canvas.setPageSize((self._measures.width, height))
        if number == 1 and self._plan.discreet and self._measures.height is not None:
            self._fold_marks()
        for placed in page.rows:
            self._row(placed)
        if self._measures.two_columns and len(self._plans) > 1:
            self._column_rule(page)
        self._foot(number, pages)
        self._canvas.showPage()

    def finish(self) -> bytes:
        """Write the fonts and close the document."""
        # ReportLab has no public way to add objects of one's own before the document is written.
        self._fonts.write(self._canvas._doc)  # noqa: SLF001
        self._canvas.save()
        return self._buffer.getvalue()

    def _row(self, placed: Placed) -> None:
        for part in placed.row.parts:
            self._part(part, placed)
        for box in placed.row.boxes:
            self._box(box, placed)
        if placed.row.qr:
            self._qr(placed)
        thickness = _RULES.get(placed.row.kind)
        if thickness and placed.row.rule:
            measures = self._measures
            y = self._height - placed.bottom + thickness / 2
            self._line(measures.margin, y, measures.width - measures.margin, y, thickness)

    def _part(self, part: Part, placed: Placed) -> None:
        kind = part.element.kind
        self._canvas.setFillColorRGB(*(GREY if kind in _PALE else INK))
        if kind is ElementKind.SAFETY:
            self._frame(part, placed)
        elif kind is ElementKind.NOTE:
            self._bar(part, placed)
        elif part.starts and part.lines:
            self._mark(part, placed)
        for set_line in part.lines:
            down = placed.top + part.top + set_line.baseline
            top = self._height - down + set_line.line.baseline
            self._text.draw_line(set_line.line, part.language, part.text_x, top)

    def _mark(self, part: Part, placed: Placed) -> None:
        size = self._measures.body
        x = part.x + part.width - size if part.language.is_rtl else part.x
        baseline = self._height - placed.top - part.top - part.lines[0].baseline
        draw_mark(self._canvas, part.element, x, baseline, size)

    def _bar(self, part: Part, placed: Placed) -> None:
        x = part.x + part.width - 1 if part.language.is_rtl else part.x + 1
        top, bottom = self._edges(part, placed)
        self._line(x, top - 1, x, bottom + 1, 2.2, ink=True)

    def _frame(self, part: Part, placed: Placed) -> None:
        """A frame around what concerns safety, as high as its row in every language."""
        # Air inside the row is inside the frame but for a little that keeps what follows away.
        away = self._measures.body * 0.15
        bottom = self._height - placed.bottom + away
        height = placed.row.height - away
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*INK)
        canvas.setLineWidth(_FRAME)
        canvas.roundRect(part.x, bottom, part.width, height, self._measures.body * 0.3)
        canvas.restoreState()

    def _box(self, box: Box, placed: Placed) -> None:
        canvas = self._canvas
        canvas.saveState()
        canvas.setStrokeColorRGB(*GREY)
        canvas.setLineWidth(_BOX)
        bottom = self._height - placed.bottom
        canvas.roundRect(box.x, bottom, box.width, placed.row.height, self._measures.body * 0.3)
        canvas.restoreState()

    def _edges(self, part: Part, placed: Placed) -> tuple[float, float]:
        """Top and bottom of the text of a part, y upwards."""
        above = placed.top + part.top
        return (
            self._height - above - (part.lines[0].top if part.lines else 0.0),
            self._height - above - part.height,
        )

    def _qr(self, placed: Placed) -> None:
        measures = self._measures
        side = measures.qr_side
        rtl = self._plan.language.is_rtl
        x = measures.width - measures.margin - side if rtl else measures.margin
        draw_qr(self._canvas, self._plan.qr, x, self._height - placed.top, side)

    def _column_rule(self, page: Page) -> None:
        """A hair line between the languages, broken where a rule or a whole width crosses it."""
        above = None
        for placed in page.rows:
            row = placed.row
            if len(row.parts) < _LANGUAGES or row.qr or row.kind in _UNDIVIDED:
                above = None
                continue
            x = max(part.x for part in row.parts) - self._measures.gutter / 2
            start = placed.top if above is None else above
            self._line(x, self._height - start, x, self._height - placed.bottom, _HAIR)
            above = placed.bottom

    def _line(
        self, x1: float, y1: float, x2: float, y2: float, width: float, *, ink: bool = False
    ) -> None:
        self._canvas.saveState()
        self._canvas.setLineWidth(width)
        self._canvas.setStrokeColorRGB(*(INK if ink else GREY))
        self._canvas.line(x1, y1, x2, y2)
        self._canvas.restoreState()

    def _fold_marks(self) -> None:
        """Ticks at the edges where the sheet folds in three; the upper third tells nothing."""
        start, end = self._measures.margin * 0.25, self._measures.margin * 0.7
        for share in (FOLD, 2 * FOLD):
            y = self._height * (1 - share)
            for x1, x2 in (
                (start, end),
                (self._measures.width - end, self._measures.width - start),
            ):
                self._line(x1, y, x2, y, 0.6)

    def _foot(self, number: int, pages: int) -> None:
        """Page and ribbon, each language at the side where it begins to read."""
        measures = self._measures
        size = measures.size(ElementKind.SMALL) * (0.6 if measures.large else 0.9)
        abreast = measures.two_columns and len(self._plans) > 1
        width = measures.columns()[0] if abreast else measures.inner
        rtl = self._plan.language.is_rtl
        y = measures.margin * 0.75
        for place, plan in reversed(list(enumerate(self._plans))):
            words = [plan.page_words.format(page=number, pages=pages)] if pages > 1 else []
            words += [plan.ribbon] if plan.ribbon else []
            text = isolate("  ·  ".join(words), plan.language)
            align = Align.START if plan.language.is_rtl == (rtl != bool(place)) else Align.END
            aligned = align if abreast else Align.START
            paragraph = Paragraph.plain(text, plan.language, size, align=aligned)
            right = abreast and rtl != bool(place)
            x = measures.margin + (width + measures.gutter if right else 0.0)
            self._canvas.setFillColorRGB(*GREY)
            y = self._foot_lines(paragraph, x, y, width, stays=abreast)

    def _foot_lines(
        self, paragraph: Paragraph, x: float, y: float, width: float, *, stays: bool
    ) -> float:
        """Draw lines that end at `y` above the lower edge; gives where the next may end."""
        lines = tuple(set_lines(self._engine.lay_out(paragraph, width).lines))
        height = lines[-1].bottom
        for one in lines:
            top = y + height - one.baseline + one.line.baseline
            self._text.draw_line(one.line, paragraph.language, x, top)
        return y if stays else y + height
