"""Rows to pages: where a page ends, so that no heading stands alone and nothing runs off paper."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from kiosk.printing.rows import Cell, Row
from kiosk.text import Layout


@dataclass(frozen=True)
class Placed:
    """A row and how far below the top of its page it starts."""

    row: Row
    top: float


@dataclass(frozen=True)
class Page:
    """The rows of one page and where they end."""

    rows: tuple[Placed, ...]
    end: float


def paginate(rows: Iterable[Row], *, first_top: float, top: float, bottom: float) -> list[Page]:
    """Break rows into pages.

    `first_top` is where the first page starts, `top` where the others do, `bottom` where each
    ends; a roll passes infinity. A row higher than a page is split between its lines.
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
        space = row.space_above if placed else 0.0
        need = space + _block_height(rows, number)
        if y + need > bottom:
            if placed:
                return _closed(placed, y, rows[number:])
            head, tail = _split(row, bottom - y)
            rest = [*([tail] if tail else []), *rows[number + 1 :]]
            return Page((Placed(head, y),), y + head.height), rest
        placed.append(Placed(row, y + space))
        y += space + row.height
    return Page(tuple(placed), y), []


def _closed(placed: list[Placed], y: float, rest: list[Row]) -> tuple[Page, list[Row]]:
    return Page(tuple(placed), y), rest


def _block_height(rows: list[Row], number: int) -> float:
    """Height of a row with the rows it must keep with."""
    height = rows[number].height
    while rows[number].keep and number + 1 < len(rows):
        number += 1
        height += rows[number].space_above + rows[number].height
    return height


def _split(row: Row, room: float) -> tuple[Row, Row | None]:
    """The lines that fit into `room` (at least one), and the rest."""
    heads, tails = [], []
    for cell in row.cells:
        head, tail = _split_cell(cell, room)
        heads.append(head)
        if tail:
            tails.append(tail)
    first = replace(row, cells=tuple(heads))
    return first, replace(row, cells=tuple(tails), space_above=0.0) if tails else None


def _split_cell(cell: Cell, room: float) -> tuple[Cell, Cell | None]:
    lines = cell.layout.lines
    fitting = max(1, sum(1 for line in lines if line.top + line.height <= room))
    if fitting >= len(lines):
        return cell, None
    cut = lines[fitting].top
    head = replace(cell.layout, lines=lines[:fitting], height=cut)
    moved = tuple(
        replace(
            line,
            top=line.top - cut,
            baseline=line.baseline - cut,
            runs=tuple(
                replace(
                    run,
                    clusters=tuple(
                        c._replace(glyphs=tuple(g._replace(y=g.y - cut) for g in c.glyphs))
                        for c in run.clusters
                    ),
                )
                for run in line.runs
            ),
        )
        for line in lines[fitting:]
    )
    tail: Layout = replace(cell.layout, lines=moved, height=cell.layout.height - cut)
    return replace(cell, layout=head), replace(cell, layout=tail)
