"""Visitors in a row: how much memory grows, and what is left on the disk.

A sample by default; `KIOSK_EFFORT=full` runs the thousand. Python's own writing is watched, and the
places a program writes to by habit are looked through.
"""

import gc
import os
import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from random import Random
from typing import Final

from tests.benchmarks.figures import Figure
from tests.benchmarks.machine import Machine
from tests.effort import chosen_effort
from tests.gui.visitor.test_private import DiskWatch, one_session

SAMPLE: Final = 60
_GROWTH_BUDGET = 5.0
_WARM_UP = 40
_HABITS = ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")


def session_figures(machine: Machine) -> list[Figure]:
    """Growth in percent of the memory after the first visitors, and files left."""
    effort = chosen_effort()
    sessions = effort.sessions if effort.is_full else SAMPLE
    visitor, chance, watch = machine.visitor(), Random(6), DiskWatch()
    # Content of every language is decoded once and kept: that much a kiosk weighs from then on.
    for _ in range(_WARM_UP):
        one_session(visitor, chance)
    with _empty_machine() as folder:
        before = _megabytes()
        watch.is_on = True
        for _ in range(sessions):
            one_session(visitor, chance)
        watch.is_on = False
        after = _megabytes()
        left = [*watch.written, *map(str, folder.rglob("*"))]
    visitor.leave()
    told = "" if effort.is_full else "; KIOSK_EFFORT=full runs 1000"
    return [
        Figure(
            f"memory growth over {sessions} sessions",
            max(0.0, (after - before) / before * 100),
            _GROWTH_BUDGET,
            "%",
            f"{before:.0f} MB to {after:.0f} MB after {_WARM_UP} sessions before{told}",
        ),
        Figure("files left behind", len(left), 0, "files", "; ".join(left[:3])),
    ]


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


def _megabytes() -> float:
    """Memory of this process that nobody else uses, in megabytes (10^6)."""
    gc.collect()
    text = Path("/proc/self/smaps_rollup").read_text()
    return sum(int(kb) for kb in re.findall(r"^Private_\w+:\s+(\d+) kB", text, re.M)) * 1024 / 1e6
