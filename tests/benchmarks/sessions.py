"""Visitors in a row: how much memory grows, and what is left on the disk.

A sample by default; `KIOSK_EFFORT=full` runs the thousand. They run in a process of their own
(`python -m tests.benchmarks.sessions`), so that nothing else weighs in. Memory counts after the
allocator has given back what it can, because how much it keeps is chance, as the median over ten
visitors, because Qt's caches of pictures and glyphs come and go. Python's own writing is watched,
and the places a program writes to by habit are looked through.
"""

import ctypes
import gc
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from pathlib import Path
from random import Random
from statistics import median
from typing import Final

from kiosk.app import ROOT, open_qt
from kiosk.printing.printers import MemoryPrinter
from tests.benchmarks.figures import Figure
from tests.benchmarks.machine import Machine
from tests.effort import chosen_effort
from tests.gui.visitor.driver import Visitor
from tests.gui.visitor.no_trace import DiskWatch
from tests.gui.visitor.test_private import one_session

SAMPLE: Final = 60
_GROWTH_BUDGET = 5.0
_WARM_UP = 60
_WEIGHED = 10
_HABITS = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


@dataclass(frozen=True)
class Row:
    """Visitors in a row: megabytes before and after them, what was written."""

    sessions: int
    before: float
    after: float
    left: list[str]


def session_figures() -> list[Figure]:
    """Growth in percent of the memory after the first visitors, and files left."""
    command = [sys.executable, "-m", "tests.benchmarks.sessions"]
    done = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True)
    row = Row(**json.loads(done.stdout))
    told = "" if chosen_effort().is_full else "; KIOSK_EFFORT=full runs 1000"
    return [
        Figure(
            f"memory growth over {row.sessions} sessions",
            max(0.0, (row.after - row.before) / row.before * 100),
            _GROWTH_BUDGET,
            "%",
            f"{row.before:.0f} MB to {row.after:.0f} MB, after {_WARM_UP} sessions before{told}",
        ),
        Figure("files left behind", len(row.left), 0, "files", "; ".join(row.left[:3])),
    ]


def run_sessions(machine: Machine) -> Row:
    """The visitors, in this process."""
    effort = chosen_effort()
    sessions = effort.sessions if effort.is_full else SAMPLE
    visitor, chance, watch = machine.visitor(), Random(6), DiskWatch()
    # Content of every language is decoded once and kept: that much a kiosk weighs from then on.
    visitor.printer = MemoryPrinter(keep=0)
    for _ in range(_WARM_UP):
        one_session(visitor, chance)
    with _empty_machine() as folder:
        watch.is_on = True
        before = _weigh(visitor, chance)
        for _ in range(sessions - 2 * _WEIGHED):
            one_session(visitor, chance)
        after = _weigh(visitor, chance)
        watch.is_on = False
        left = [*watch.written, *map(str, folder.rglob("*"))]
    visitor.leave()
    return Row(sessions, before, after, left)


@contextmanager
def _empty_machine() -> Iterator[Path]:
    """Every place a program writes to by habit, empty and in one folder."""
    before = {name: os.environ.get(name) for name in _HABITS}
    with tempfile.TemporaryDirectory() as name:
        os.environ.update(dict.fromkeys(_HABITS, name))
        tempfile.tempdir = None
        try:
            yield Path(name)
        finally:
            for variable, value in before.items():
                if value is None:
                    del os.environ[variable]
                else:
                    os.environ[variable] = value
            tempfile.tempdir = None


def _weigh(visitor: Visitor, chance: Random) -> float:
    """The median of the memory after each of the next sessions, in megabytes (10^6)."""
    weights = []
    for _ in range(_WEIGHED):
        one_session(visitor, chance)
        weights.append(_megabytes())
    return median(weights)


def _megabytes() -> float:
    """Memory that this process has written, not what it reads from files; megabytes (10^6)."""
    gc.collect()
    ctypes.CDLL("libc.so.6").malloc_trim(0)
    text = Path("/proc/self/smaps_rollup").read_text()
    return (
        sum(int(kb) for kb in re.findall(r"^(?:Private_Dirty|Swap):\s+(\d+) kB", text, re.M))
        * 1024
        / 1e6
    )


if __name__ == "__main__":
    application = open_qt(offscreen=True)
    print(json.dumps(asdict(run_sessions(Machine.start()))))
