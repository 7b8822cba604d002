"""Figures with a budget, and the table they are printed in."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil
from time import perf_counter, thread_time
from typing import NamedTuple


@dataclass(frozen=True)
class Figure:
    """One line of the table; smaller is better. `unit` is "ms", "MB", "%", "x" or "files"."""

    name: str
    measured: float
    budget: float
    unit: str
    note: str = ""

    @property
    def ratio(self) -> float:
        """Measured by budget; where nothing is allowed, 1 for every unit there is too much."""
        return self.measured / self.budget if self.budget else 1 + self.measured

    @property
    def is_over(self) -> bool:
        """True when the budget is not kept."""
        return self.measured > self.budget

    @property
    def row(self) -> tuple[str, ...]:
        """Its cells."""
        verdict = "over" if self.is_over else "ok"
        measured, budget = (_written(value, self.unit) for value in (self.measured, self.budget))
        ratio = f"{self.ratio:.2f}" if self.budget else "-"
        return (self.name, measured, budget, ratio, verdict)


class Taken(NamedTuple):
    """What one of many took, in milliseconds: by the clock, and of the processor alone."""

    clock: float
    processor: float
    what: str


class Stopwatch:
    """Runs from when it is made, in the thread it is made in."""

    def __init__(self) -> None:
        self._clock, self._processor = perf_counter(), thread_time()

    def taken(self, what: str) -> Taken:
        """What it took until now."""
        clock, processor = perf_counter() - self._clock, thread_time() - self._processor
        return Taken(clock * 1000, processor * 1000, what)


def figure_of_many(name: str, taken: Sequence[Taken], budget: float, note: str = "") -> Figure:
    """The p95 by the clock. A busy machine shows in the note: its processor time is far less."""
    slowest = ", ".join(f"{one.what} {one.clock:.0f} ms" for one in sorted(taken)[:-4:-1])
    clock = sorted(one.clock for one in taken)
    processor = percentile_95([one.processor for one in taken])
    said = (
        f"{len(taken)} times, median {clock[len(clock) // 2]:.0f} ms, p95 of processor time"
        f" {processor:.0f} ms{note}; slowest: {slowest}"
    )
    return Figure(name, percentile_95(clock), budget, "ms", said)


def percentile_95(values: Sequence[float]) -> float:
    """The smallest value that at least 95 of 100 do not exceed."""
    return sorted(values)[ceil(len(values) * 0.95) - 1]


def table(figures: Iterable[Figure]) -> str:
    """The figures in aligned columns, what is to be said about them below each."""
    figures = list(figures)
    head = ("figure", "measured", "budget", "ratio", "")
    rows = [head, *(figure.row for figure in figures)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(head))]
    notes = ["", *(figure.note for figure in figures)]
    lines: list[str] = []
    for row, note in zip(rows, notes, strict=True):
        cells = (cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        lines.append(" | ".join(cells).rstrip())
        if note:
            lines.append(f"    {note}")
    lines.insert(1, "-+-".join("-" * width for width in widths))
    return "\n".join(lines)


def _written(value: float, unit: str) -> str:
    digits = 2 if unit == "x" else 0 if unit == "files" or value >= 100 else 1
    return f"{value:.{digits}f} {unit}"
