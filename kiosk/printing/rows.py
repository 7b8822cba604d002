"""Entries to rows: what stands side by side, laid out to its column.

A row holds parts: one element in one language each. Beside each other they share their first
baseline, under each other they keep their air.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from kiosk.core.languages import LANGUAGES, Language
from kiosk.core.sheet import ElementKind, SectionId, SheetElement, SheetPlan
from kiosk.printing.gathering import Entry, contacts, gather, neighbours
from kiosk.printing.measures import LEADING, Measures
from kiosk.text import Align, Line, Paragraph, TextEngine

_WIDEST_SHARE = 0.56
_SAMPLES = 2
_TRANSLATION_AIR = 0.3
_SPLITTABLE = (
    ElementKind.PARAGRAPH,
    ElementKind.BULLET,
    ElementKind.SMALL,
    ElementKind.SOURCES,
)


@dataclass(frozen=True)
class SetLine:
    """A line and where it stands below the top of its part."""

    line: Line
    top: float
    baseline: float
    bottom: float


@dataclass(frozen=True)
class Part:
    """An element in its column: `x` and `width` of the column, `top` below the top of its row.

    `inset` is what lies between the column's left edge and the text. `starts` is False for the rest
    of a split element, which has no mark.
    """

    element: SheetElement
    language: Language
    lines: tuple[SetLine, ...]
    x: float
    width: float
    inset: float
    top: float = 0.0
    overflows: bool = False
    starts: bool = True

    @property
    def text_x(self) -> float:
        """Left edge of the text."""
        return self.x + self.inset

    @property
    def height(self) -> float:
        """Height of the text."""
        return self.lines[-1].bottom if self.lines else 0.0

    @property
    def bottom(self) -> float:
        """How far below the top of its row it ends."""
        return self.top + self.height

    def moved(self, down: float) -> "Part":
        """The same part further down in its row."""
        return replace(self, top=self.top + down)


@dataclass(frozen=True)
class Box:
    """A thin frame as high as its row: left edge and width."""

    x: float
    width: float


@dataclass(frozen=True)
class Row:
    """Parts that belong together. `keep` rows stay with the next row; `below` is air inside.

    `rule` is False for the first of two headings under each other, `least` the least height.
    `boxes` are frames around what stands side by side.
    """

    parts: tuple[Part, ...]
    kind: ElementKind
    space_above: float
    below: float = 0.0
    keep: bool = False
    qr: bool = False
    rule: bool = True
    least: float = 0.0
    boxes: tuple[Box, ...] = ()

    @property
    def height(self) -> float:
        """Height of the row."""
        return max(self.least, max((part.bottom for part in self.parts), default=0.0) + self.below)

    @property
    def may_split(self) -> bool:
        """True for running text: a page may end inside it, leaving two lines on either side."""
        return self.kind in _SPLITTABLE and not self.qr


Columns = tuple[tuple[float, float], tuple[float, float]]


class RowMaker:
    """Lays elements out to the columns of one sheet."""

    def __init__(self, measures: Measures, engine: TextEngine) -> None:
        """All layouts are made by `engine`."""
        self._measures = measures
        self._engine = engine

    def rows(self, plan: SheetPlan, also: SheetPlan | None) -> list[Row]:
        """All rows of a sheet in order."""
        rows = list(self._rows(plan, also))
        keeping = [_keeps(row, following) for row, following in pairwise(rows)]
        return [replace(row, keep=keep) for row, keep in zip(rows, [*keeping, False], strict=True)]

    def _rows(self, plan: SheetPlan, also: SheetPlan | None) -> Iterator[Row]:
        entries = gather(plan, also)
        columns = self._columns(plan, also)
        dated = [e for e in entries if plan.qr and e.dates_the_content]
        for group in neighbours(contacts(e for e in entries if e not in dated)):
            first = group[0][0]
            if dated and first.section is SectionId.SOURCES and first.kind is ElementKind.SOURCES:
                yield self._code(dated, plan, also)
                dated = []
            if first.is_contact and self._measures.two_columns and also is None:
                yield self._abreast(group, columns)
            else:
                for entry in (entry for entries in group for entry in entries):
                    yield from self._entry(entry, columns, also)
        if plan.qr and dated:
            yield self._code(dated, plan, also)

    def _entry(self, entry: Entry, columns: Columns, also: SheetPlan | None) -> Iterator[Row]:
        if entry.kind is ElementKind.SOURCES:
            # Laws and sources stand under their own names: one language is enough.
            yield self._alone(entry.elements[0])
        elif also is not None and self._measures.two_columns:
            yield self._beside(entry, columns)
        else:
            yield from self._stacked(entry)

    def _stacked(self, entry: Entry) -> Iterator[Row]:
        """Each language on its own row, the translation close below."""
        *above, last = [self._alone(element) for element in entry.elements]
        yield from (replace(row, rule=False, below=0.0) for row in above)
        close = last.space_above * _TRANSLATION_AIR if above else last.space_above
        yield replace(last, space_above=close)

    def _alone(self, element: SheetElement) -> Row:
        return self._row([self._part(element, self._measures.margin, self._measures.inner)])

    def _beside(self, entry: Entry, columns: Columns) -> Row:
        sides = zip((entry.first, entry.second), columns, strict=True)
        return self._row([self._part(element, *column) for element, column in sides if element])

    def _abreast(self, group: tuple[tuple[Entry, ...], ...], columns: Columns) -> Row:
        """Two contacts beside each other, each a stack of its own."""
        parts: list[Part] = []
        for entries, column in zip(group, columns, strict=False):
            down = 0.0
            for entry in entries:
                part = self._part(entry.elements[0], *column)
                down += self._measures.space_above(entry.kind) if down else 0.0
                parts.append(part.moved(down))
                down += part.height
        return Row(tuple(parts), ElementKind.PHONE, self._space(ElementKind.SUBHEADING))

    def _columns(self, plan: SheetPlan, also: SheetPlan | None) -> Columns:
        """Left edge and width of both columns, that of the language asked for first.

        It starts where it begins to read. The longer language gets the wider column.
        """
        share = wider_share(plan, also, self._engine) if also else 0.5
        rtl = plan.language.is_rtl
        left, right = self._measures.columns(1 - share if rtl else share)
        edge = self._measures.margin
        places = ((edge, left), (edge + left + self._measures.gutter, right))
        return places[::-1] if rtl else places

    def _row(self, parts: list[Part]) -> Row:
        kind = parts[0].element.kind
        above, below = self._measures.padding(kind)
        deepest = max((p.lines[0].baseline for p in parts if p.lines), default=0.0)
        aligned = tuple(
            part.moved(above + (deepest - part.lines[0].baseline if part.lines else 0.0))
            for part in parts
        )
        return Row(aligned, kind, self._space(kind), below)

    def _space(self, kind: ElementKind) -> float:
        return self._measures.space_above(kind)

    def _code(self, dated: list[Entry], plan: SheetPlan, also: SheetPlan | None) -> Row:
        """The QR at the side where lines begin; beside it what is dated and the code to type."""
        measures = self._measures
        beside = measures.qr_side + measures.gutter / 2
        x = measures.margin + (0 if plan.language.is_rtl else beside)
        said = [element for entry in dated for element in entry.elements]
        said += [
            SheetElement(f"code/{number}", ElementKind.SMALL, one.code_words, one.language.tag)
            for number, one in enumerate((plan, also))
            if one is not None and one.code_words
        ]
        said.append(SheetElement("code", ElementKind.SUBHEADING, plan.code, plan.language.tag))
        parts = []
        down = measures.body * 0.4
        for element in said:
            part = self._part(element, x, measures.inner - beside)
            parts.append(part.moved(down))
            down += part.height
        space = self._space(ElementKind.PARAGRAPH)
        return Row(tuple(parts), ElementKind.SMALL, space, qr=True, least=measures.qr_side)

    def _part(self, element: SheetElement, x: float, width: float) -> Part:
        return set_part(element, x, width, self._measures, self._engine)


def set_part(
    element: SheetElement,
    x: float,
    width: float,
    measures: Measures,
    engine: TextEngine,
    *,
    align: Align = Align.START,
) -> Part:
    """An element laid out to the column with its left edge at `x`."""
    language, kind = LANGUAGES[element.language], element.kind
    indent = measures.indent(kind)
    paragraph = Paragraph.plain(
        element.text, language, measures.size(kind), bold=measures.bold(kind), align=align
    )
    layout = engine.lay_out(paragraph, width - indent - measures.outdent(kind))
    # Right-to-left text begins at the right edge of its layout, which ends before the mark.
    inset = measures.outdent(kind) if language.is_rtl else indent
    lines = tuple(set_lines(layout.lines))
    return Part(element, language, lines, x, width, inset, overflows=layout.overflows)


def set_lines(lines: tuple[Line, ...]) -> Iterator[SetLine]:
    """Lines under each other as close as paper has them."""
    top = 0.0
    for line in lines:
        spare = line.height * (1 - LEADING)
        bottom = top + line.height - spare
        yield SetLine(line, top, top + line.baseline - line.top - spare / 2, bottom)
        top = bottom


def _keeps(row: Row, following: Row) -> bool:
    """True when a page must not end behind this row."""
    if row.kind in (ElementKind.HEADING, ElementKind.SUBHEADING):
        return True
    # A verdict stands with its option; who runs a line is said on the page of its number.
    return following.kind in (ElementKind.VERDICT, ElementKind.PHONE) and row.kind in (
        ElementKind.PARAGRAPH,
        ElementKind.SMALL,
    )


def wider_share(plan: SheetPlan, also: SheetPlan, engine: TextEngine) -> float:
    """The share of the page's width for the first language, between 0.44 and 0.56.

    A language that needs more room for the same words gets more of it.
    """
    first, second = (_room(one, engine) for one in (plan, also))
    share = first / (first + second) if first + second else 0.5
    return min(max(share, 1 - _WIDEST_SHARE), _WIDEST_SHARE)


def _room(plan: SheetPlan, engine: TextEngine) -> float:
    """How long the first paragraphs are on one line, in em."""
    paragraphs = [
        element
        for section in plan.sections
        for element in section.elements
        if element.kind is ElementKind.PARAGRAPH
    ]
    return sum(
        engine.lay_out(Paragraph.plain(p.text, LANGUAGES[p.language], 1), inf).natural_width
        for p in paragraphs[:_SAMPLES]
    )
