"""Rows to pages: where a page ends, so that no heading stands alone and nothing runs off paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.printing.rows import Part, Row

_FEWEST_LINES = 2


@dataclass(frozen=True)
class Placed:
    """A row and how far below the top of its page it starts."""

    row: Row
    top: float

    @property
    def bottom(self) -> float:
        """How far below the top of its page it ends."""
        return self.top + self.row.height


@dataclass(frozen=True)
class Page:
    """The rows of one page and where they end."""

    rows: tuple[Placed, ...]
    end: float


def paginate(rows: Iterable[Row], *, first_top: float, top: float, bottom: float) -> list[Page]:
    """Break rows into pages.

    `first_top` is where the first page starts, `top` where the others do, `bottom` where each
    ends. Running text is split between lines, two on either side; any other row only when it is
    higher than a page.
    """
    waiting = list(rows)
    pages: list[Page] = []
    while waiting:
        start = top if pages else first_top
        page, waiting = _fill(waiting, start, bottom)
        pages.append(page)
    return pages or [Page((), first_top)]


def _fill(rows: list[Row], start: float, bottom: float) -> tuple[Page, list[Row]]:
    placed: list[Placed] = []
    y = start
    for number, row in enumerate(rows):
        at = y + (row.space_above if placed else 0.0)
        if at + _needed(rows, number) > bottom and placed:
            return Page(tuple(placed), y), rows[number:]
        if at + row.height > bottom:
            cut = _cut(row, bottom - at, fewest=_FEWEST_LINES if placed else 1)
            head, tail = cut or (row, None)
            rest = [*([tail] if tail else []), *rows[number + 1 :]]
            return Page((*placed, Placed(head, at)), at + head.height), rest
        placed.append(Placed(row, at))
        y = at + row.height
    return Page(tuple(placed), y), []


def _needed(rows: list[Row], number: int) -> float:
    """Height of a row with the rows it must keep with, the last at its least."""
    height = 0.0
    while rows[number].keep and number + 1 < len(rows):
        height += rows[number].height + rows[number + 1].space_above
        number += 1
    return height + _least(rows[number])


def _least(row: Row) -> float:
    """Height of a row that may end a page: two lines of running text, else all of it."""
    if not row.may_split:
        return row.height
    starts = [p.top + p.lines[_FEWEST_LINES - 1].bottom for p in row.parts if _long(p)]
    shorts = [part.bottom for part in row.parts if not _long(part)]
    return max([*starts, *shorts], default=0.0) if starts else row.height


def _long(part: Part) -> bool:
    return len(part.lines) >= 2 * _FEWEST_LINES


def _cut(row: Row, room: float, *, fewest: int) -> tuple[Row, Row | None] | None:
    """The lines that fit into `room` and the rest; None where a page can begin with the row.

    Every part that goes on leaves at least `fewest` lines and takes as many along.
    """
    heads, tails = [], []
    for part in row.parts:
        fitting = sum(1 for line in part.lines if part.top + line.bottom <= room)
        if fitting < len(part.lines):
            fitting = min(fitting, len(part.lines) - fewest)
        heads.append(replace(part, lines=part.lines[:fitting]))
        if fitting < len(part.lines):
            tails.append(replace(part, lines=part.lines[fitting:], starts=fitting == 0))
    heads = [part for part in heads if part.lines]
    if not heads:
        return _forced(row)
    first = replace(row, parts=tuple(heads), keep=False, below=0.0)
    return first, _raised(row, tails) if tails else None


def _forced(row: Row) -> tuple[Row, Row | None]:
    """One line of each part where not even that fits: nothing waits for ever."""
    heads = tuple(replace(part, lines=part.lines[:1]) for part in row.parts if part.lines)
    tails = [
        replace(part, lines=part.lines[1:], starts=False)
        for part in row.parts
        if len(part.lines) > 1
    ]
    return replace(row, parts=heads, keep=False), _raised(row, tails) if tails else None


def _raised(row: Row, parts: list[Part]) -> Row:
    """What is left of a row, moved up to the top of the next page."""
    gap = min(p.top + p.lines[0].baseline - _above(p) for p in parts)
    raised = tuple(part.moved(-gap) for part in parts)
    return replace(row, parts=raised, space_above=0.0, qr=False, least=0.0)


def _above(part: Part) -> float:
    line = part.lines[0]
    return line.line.height - line.reach if len(part.lines) == 1 else _step(part)


def _step(part: Part) -> float:
    first, second = part.lines[0], part.lines[1]
    return second.baseline - first.baseline - first.reach
