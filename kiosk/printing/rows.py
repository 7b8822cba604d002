"""Plans to rows: what stands side by side, laid out to its column.

A row holds one cell in one language, or two cells of the same element in two languages. Rows of two
plans are matched by the keys of their elements; what one plan lacks leaves its cell empty.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.core.languages import LANGUAGES, Language
from kiosk.core.sheet import ElementKind, SheetElement, SheetPlan
from kiosk.printing.measures import Measures
from kiosk.text import Layout, Paragraph, TextEngine


@dataclass(frozen=True)
class Cell:
    """A laid-out element. `x` is the left edge of its column, `indent` from where lines begin."""

    element: SheetElement
    language: Language
    layout: Layout
    x: float
    width: float
    indent: float

    @property
    def text_x(self) -> float:
        """Left edge of the text: right-to-left text is indented from the right."""
        return self.x if self.language.is_rtl else self.x + self.indent


@dataclass(frozen=True)
class Row:
    """Cells that stand side by side. `keep` rows stay with the next row."""

    cells: tuple[Cell, ...]
    kind: ElementKind
    space_above: float

    @property
    def height(self) -> float:
        """Height of the tallest cell."""
        return max(cell.layout.height for cell in self.cells)

    @property
    def keep(self) -> bool:
        """True when a page must not end behind this row."""
        return self.kind in (ElementKind.HEADING, ElementKind.SUBHEADING)


class RowMaker:
    """Lays elements out to the columns of one sheet."""

    def __init__(self, measures: Measures, engine: TextEngine) -> None:
        """All layouts are made by `engine`."""
        self._measures = measures
        self._engine = engine

    def rows(self, plan: SheetPlan, also: SheetPlan | None) -> Iterator[Row]:
        """All rows of a sheet in order."""
        for first, second in _pairs(plan, also):
            found = [element for element in (first, second) if element is not None]
            spans = second is None and found[0].kind is ElementKind.SOURCES
            if self._measures.two_columns and also is not None and not spans:
                yield self._beside(first, second, plan, also)
            else:
                for element in found:
                    yield self._alone(element)

    def _alone(self, element: SheetElement) -> Row:
        cell = self._cell(element, self._measures.margin, self._measures.inner)
        return Row((cell,), element.kind, self._measures.space_above(element.kind))

    def _beside(
        self,
        first: SheetElement | None,
        second: SheetElement | None,
        plan: SheetPlan,
        also: SheetPlan,
    ) -> Row:
        left, right = self._measures.margin, self._measures.margin + self._measures.column
        right += self._measures.gutter
        # The language asked for starts on the side where it begins to read.
        places = (right, left) if plan.language.is_rtl else (left, right)
        sides = zip((first, second), places, strict=True)
        cells = tuple(
            self._cell(element, x, self._measures.column)
            for element, x in sides
            if element is not None
        )
        kind = cells[0].element.kind
        return Row(cells, kind, self._measures.space_above(kind))

    def _cell(self, element: SheetElement, x: float, width: float) -> Cell:
        language = LANGUAGES[element.language]
        measures = self._measures
        indent = measures.indent(element.kind)
        size = measures.size(element.kind)
        bold = measures.bold(element.kind)
        paragraph = Paragraph.plain(element.text, language, size, bold=bold)
        layout = self._engine.lay_out(paragraph, width - indent)
        return Cell(element, language, layout, x, width, indent)


def _pairs(
    plan: SheetPlan, also: SheetPlan | None
) -> Iterator[tuple[SheetElement | None, SheetElement | None]]:
    firsts = list(_elements(plan))
    if also is None:
        yield from ((element, None) for element in firsts)
        return
    seconds = {element.key: element for element in _elements(also)}
    own = {element.key for element in firsts}
    waiting = [element for element in _elements(also)]
    for element in firsts:
        partner = seconds.get(element.key)
        while partner is not None and waiting and waiting[0].key != element.key:
            skipped = waiting.pop(0)
            if skipped.key not in own:
                yield None, skipped
        if partner is not None and waiting:
            waiting.pop(0)
        yield element, partner
    for skipped in waiting:
        if skipped.key not in own:
            yield None, skipped


def _elements(plan: SheetPlan) -> Iterator[SheetElement]:
    yield plan.title
    yield from plan.lead
    for section in plan.sections:
        yield section.title
        yield from section.elements
