"""`python -m tests.benchmarks`: measures everything that has a budget, prints the table.

A gap is marked "over" and does not fail the run: it is there to be seen. The table also goes to
`out/bench.txt`. Ratios to others are taken in one run; milliseconds depend on the machine, and on
what else it does.
"""

import os
import sys
from collections.abc import Callable, Iterator

from kiosk.app import ROOT, open_qt
from tests.benchmarks.figures import Figure, table

OUT = ROOT / "out" / "bench.txt"


def main() -> int:
    """Measure, print, keep."""
    figures: list[Figure] = []
    for what, measure in _benchmarks():
        print(f"measuring {what} …", file=sys.stderr, flush=True)
        figures += measure()
    load = " ".join(f"{load:.1f}" for load in os.getloadavg())
    text = f"{table(figures)}\n\n{os.cpu_count()} cores, load {load}\n"
    print(text)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(text, encoding="utf-8")
    return 0


def _benchmarks() -> Iterator[tuple[str, Callable[[], list[Figure]]]]:
    """What to measure, in an order in which one does not weigh on the next."""
    from tests.benchmarks.searching import search_figures
    from tests.benchmarks.starting import start_figures

    yield "start and memory", start_figures
    yield "search", search_figures
    application = open_qt(offscreen=True)
    from tests.benchmarks.machine import Machine
    from tests.benchmarks.sessions import session_figures
    from tests.benchmarks.sheets import sheet_figures
    from tests.benchmarks.touching import touch_figures

    machine = Machine.start()
    yield "touches", lambda: touch_figures(machine)
    yield "sheets", lambda: sheet_figures(machine)
    yield "sessions", session_figures
    del application


if __name__ == "__main__":
    raise SystemExit(main())
