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
        # Headings at the top of a page are no place to end it, however long what follows.
        may_end = any(not one.row.keep for one in placed)
        if may_end and at + _needed(rows, number) > bottom:
            return Page(tuple(placed), y), rows[number:]
        if at + row.height > bottom:
            head, tail = _cut(row, bottom - at, fewest=_FEWEST_LINES if may_end else 1)
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


def _cut(row: Row, room: float, *, fewest: int) -> tuple[Row, Row | None]:
    """The lines that fit into `room` and the rest, which takes at least `fewest` lines along.

    Where not even one line fits, one goes all the same: nothing waits for ever.
    """
    counts = [_fitting(part, room, fewest) for part in row.parts]
    if not any(counts):
        counts = [min(1, len(part.lines)) for part in row.parts]
    heads, tails = [], []
    for part, count in zip(row.parts, counts, strict=True):
        if count:
            heads.append(replace(part, lines=part.lines[:count]))
        if count < len(part.lines):
            starts = part.starts and count == 0
            tails.append(replace(part, lines=part.lines[count:], starts=starts))
    head = replace(row, parts=tuple(heads), keep=False)
    return (replace(head, below=0.0), _raised(row, tails)) if tails else (head, None)


def _fitting(part: Part, room: float, fewest: int) -> int:
    """How many lines of a part end above `room`, or fewer where the rest would be too short."""
    count = sum(1 for line in part.lines if part.top + line.bottom <= room)
    return count if count == len(part.lines) else max(0, min(count, len(part.lines) - fewest))


def _raised(row: Row, parts: list[Part]) -> Row:
    """What is left of a row, moved up to the top of the next page."""
    gap = min(part.top + part.lines[0].top for part in parts)
    raised = tuple(part.moved(-gap) for part in parts)
    return replace(row, parts=raised, space_above=0.0, qr=False, least=0.0)
