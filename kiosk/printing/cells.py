"""Names in a grid of framed cells, to be pointed at: a title, the cells, and notes below them."""

from collections.abc import Sequence
from dataclasses import replace

from kiosk.core.language_card import CardCell, LanguageCard
from kiosk.core.paper import Paper
from kiosk.core.sheet import ElementKind, SheetElement
from kiosk.printing.compose import Pdf, put_on_pages
from kiosk.printing.measures import Measures, measures_for
from kiosk.printing.rows import Box, Part, Row, RowMaker, set_part
from kiosk.text import Align, TextEngine

_ON_A_PAGE, _ON_A_ROLL = 4, 2
_GAP, _INSET, _ABOVE, _BELOW = 0.3, 0.3, 0.16, 0.22
"""Room between cells, between a frame and its words, above and below these: shares of the body."""


def compose_card(card: LanguageCard, paper: Paper, *, engine: TextEngine) -> Pdf:
    """The card as PDF, in measures of a sheet at normal size.

    Raises MissingGlyphsError when a character has no glyph: nothing is printed as boxes.
    """
    measures = measures_for(paper, large_print=False, bilingual=False)

    def rows(aired: Measures) -> list[Row]:
        return CardRows(aired, engine).rows(card)

    return put_on_pages((card.plan,), rows, measures, engine)


class CardRows:
    """Lays the parts of one card out to rows."""

    def __init__(self, measures: Measures, engine: TextEngine) -> None:
        """All layouts are made by `engine`."""
        self._measures = measures
        self._engine = engine

    def rows(self, card: LanguageCard) -> list[Row]:
        """All rows in order; a card reads from the side where the language of its title begins."""
        title = replace(card.plan, lead=())
        head = RowMaker(self._measures, self._engine).rows(title, None)
        also = self._grid([(element,) for element in card.plan.lead], card, framed=False)
        cells = self._grid(card.cells, card, framed=True)
        notes = [self._note_row(element) for element in card.notes]
        # The first names stand on the page of the title.
        return [*(replace(row, keep=True) for row in (*head, *also)), *cells, *notes]

    def _grid(self, cells: Sequence[CardCell], card: LanguageCard, *, framed: bool) -> list[Row]:
        most = _ON_A_ROLL if self._measures.height is None else _ON_A_PAGE
        # Without frames there are no columns to keep to.
        most = most if framed else max(1, min(most, len(cells)))
        rtl = card.plan.language.is_rtl
        starts = range(0, len(cells), most)
        rows = [self._row(cells[start : start + most], most, rtl=rtl) for start in starts]
        return rows if framed else [replace(row, boxes=(), below=0.0) for row in rows]

    def _row(self, cells: Sequence[CardCell], most: int, *, rtl: bool) -> Row:
        """Cells side by side as high as the highest, the words in the middle of each."""
        body, gap = self._measures.body, self._measures.body * _GAP
        wide = (self._measures.inner - gap * (most - 1)) / most
        boxes: list[Box] = []
        stacks: list[list[Part]] = []
        for number, cell in enumerate(cells):
            place = most - 1 - number if rtl else number
            x = self._measures.margin + place * (wide + gap)
            boxes.append(Box(x, wide))
            stacks.append(self._stack(cell, x + body * _INSET, wide - 2 * body * _INSET))
        highest = max(stack[-1].bottom for stack in stacks)
        parts = [p.moved((highest - stack[-1].bottom) / 2) for stack in stacks for p in stack]
        air = self._measures.air
        below, space = body * _BELOW * air, gap * air
        return Row(tuple(parts), ElementKind.SUBHEADING, space, below, boxes=tuple(boxes))

    def _stack(self, cell: CardCell, x: float, width: float) -> list[Part]:
        down = self._measures.body * _ABOVE * self._measures.air
        stacked: list[Part] = []
        for element in cell:
            part = set_part(element, x, width, self._measures, self._engine, align=Align.CENTER)
            stacked.append(part.moved(down))
            down += part.height
        return stacked

    def _note_row(self, element: SheetElement) -> Row:
        measures = self._measures
        part = set_part(element, measures.margin, measures.inner, measures, self._engine)
        return Row((part,), element.kind, measures.space_above(element.kind) + measures.body * _GAP)
