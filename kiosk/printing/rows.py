"""Entries to rows: what stands side by side, laid out to its column.

A row holds parts: one element in one language each. Beside each other they share their first
baseline, under each other they keep their air.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from kiosk.core.languages import LANGUAGES, Language
from kiosk.core.sheet import ElementKind, SheetElement, SheetPlan
from kiosk.printing.gathering import Entry, contacts, gather, neighbours
from kiosk.printing.measures import LEADING, Measures
from kiosk.text import Line, Paragraph, TextEngine

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

    `indent` is counted from where lines begin. `starts` is False for the rest of a split element,
    which has no mark.
    """

    element: SheetElement
    language: Language
    lines: tuple[SetLine, ...]
    x: float
    width: float
    indent: float
    top: float = 0.0
    overflows: bool = False
    starts: bool = True

    @property
    def text_x(self) -> float:
        """Left edge of the text: the mark of right-to-left text stands on its right."""
        return self.x if self.language.is_rtl else self.x + self.indent

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
class Row:
    """Parts that belong together. `keep` rows stay with the next row; `below` is air inside."""

    parts: tuple[Part, ...]
    kind: ElementKind
    space_above: float
    below: float = 0.0
    keep: bool = False
    qr: bool = False
    least: float = 0.0

    @property
    def height(self) -> float:
        """Height of the row."""
        return max(self.least, max((part.bottom for part in self.parts), default=0.0) + self.below)

    @property
    def may_split(self) -> bool:
        """True for running text: a page may end inside it, leaving two lines on either side."""
        return self.kind in _SPLITTABLE and not self.qr


class RowMaker:
    """Lays elements out to the columns of one sheet."""

    def __init__(self, measures: Measures, engine: TextEngine) -> None:
        """All layouts are made by `engine`."""
        self._measures = measures
        self._engine = engine

    def rows(self, plan: SheetPlan, also: SheetPlan | None) -> list[Row]:
        """All rows of a sheet in order."""
        rows = list(self._rows(plan, also))
        return [
            replace(row, keep=_keeps(row, following)) for row, following in pairwise([*rows, None])
        ]

    def _rows(self, plan: SheetPlan, also: SheetPlan | None) -> Iterator[Row]:
        entries = gather(plan, also)
        code = self._code(plan, also) if plan.qr else None
        for group in neighbours(contacts(entries)):
            first = group[0][0]
            if code and first.kind is ElementKind.SOURCES:
                yield code
                code = None
            if self._measures.two_columns and also is None and len(group) > 1:
                yield self._abreast(group, plan.language)
            else:
                for entry in (entry for entries in group for entry in entries):
                    yield from self._entry(entry, plan, also)
        if code:
            yield code

    def _entry(self, entry: Entry, plan: SheetPlan, also: SheetPlan | None) -> Iterator[Row]:
        spans = entry.second is None and entry.kind is ElementKind.SOURCES
        if also is not None and self._measures.two_columns and not spans:
            yield self._beside(entry, plan)
        else:
            for element in entry.elements:
                yield self._alone(element)

    def _alone(self, element: SheetElement) -> Row:
        return self._row([self._part(element, self._measures.margin, self._measures.inner)])

    def _beside(self, entry: Entry, plan: SheetPlan) -> Row:
        sides = zip((entry.first, entry.second), self._columns(plan.language), strict=True)
        return self._row(
            [self._part(element, x, self._measures.column) for element, x in sides if element]
        )

    def _abreast(self, group: tuple[tuple[Entry, ...], ...], language: Language) -> Row:
        """Two contacts beside each other, each a stack of its own."""
        parts: list[Part] = []
        for entries, x in zip(group, self._columns(language), strict=False):
            down = 0.0
            for entry in entries:
                part = self._part(entry.elements[0], x, self._measures.column)
                down += self._measures.space_above(entry.kind) if down else 0.0
                parts.append(part.moved(down))
                down += part.height
        return Row(tuple(parts), ElementKind.PHONE, self._space(ElementKind.SUBHEADING))

    def _columns(self, language: Language) -> tuple[float, float]:
        """Left edges of both columns: the language asked for starts where it begins to read."""
        left = self._measures.margin
        right = left + self._measures.column + self._measures.gutter
        return (right, left) if language.is_rtl else (left, right)

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

    def _code(self, plan: SheetPlan, also: SheetPlan | None) -> Row:
        """The QR at the side where lines begin, its words and the code to type beside it."""
        measures = self._measures
        side = measures.qr_side
        width = measures.inner - side - measures.gutter / 2
        x = measures.margin + (0 if plan.language.is_rtl else measures.inner - width)
        said = [
            SheetElement(f"code/{number}", ElementKind.SMALL, one.code_words, one.language.tag)
            for number, one in enumerate((plan, also))
            if one is not None and one.code_words
        ]
        said.append(SheetElement("code", ElementKind.SUBHEADING, plan.code, plan.language.tag))
        parts: list[Part] = []
        down = measures.body * 0.5
        for element in said:
            part = self._part(element, x, width)
            parts.append(part.moved(down))
            down += part.height
        space = self._space(ElementKind.SUBHEADING)
        return Row(tuple(parts), ElementKind.SMALL, space, qr=True, least=side)

    def _part(self, element: SheetElement, x: float, width: float) -> Part:
        language = LANGUAGES[element.language]
        measures, kind = self._measures, element.kind
        indent = measures.indent(kind)
        paragraph = Paragraph.plain(
            element.text, language, measures.size(kind), bold=measures.bold(kind)
        )
        layout = self._engine.lay_out(paragraph, width - indent - measures.outdent(kind))
        # Right-to-left lines end at the left edge of their layout.
        shift = measures.outdent(kind) if language.is_rtl else 0.0
        lines = tuple(set_lines(layout.lines))
        return Part(
            element, language, lines, x + shift, width - shift, indent, overflows=layout.overflows
        )


def set_lines(lines: tuple[Line, ...]) -> Iterator[SetLine]:
    """Lines under each other as close as paper has them."""
    top = 0.0
    for line in lines:
        spare = line.height * (1 - LEADING)
        bottom = top + line.height - spare
        yield SetLine(line, top, top + line.baseline - line.top - spare / 2, bottom)
        top = bottom


def _keeps(row: Row, following: Row | None) -> bool:
    """True when a page must not end behind this row."""
    if following is None:
        return False
    if row.kind in (ElementKind.HEADING, ElementKind.SUBHEADING):
        return True
    # A verdict stands with its option; who runs a line is said on the page of its number.
    return following.kind in (ElementKind.VERDICT, ElementKind.PHONE) and row.kind in (
        ElementKind.PARAGRAPH,
        ElementKind.SMALL,
    )
