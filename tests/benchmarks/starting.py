"""Start and memory of the kiosk against headless Chromium with one static page, in turns.

Ours: from the start of the process until the first screen is painted, offscreen, 1080 x 1920.
Chromium: from the start of the process until the page reports the frame after its first painted
one, by asking a socket of ours for a picture. Its way down does not count. A second line compares
with the whole of one run that hands out the loaded page (`--dump-dom`), from start to exit: the way
down is in it and painting is not, so it is the easier of the two and not a like for like.
Memory is the proportional set size of the whole process tree, Chromium's with the page open.
"""

import re
import socket
import subprocess
import sys
import tempfile
from dataclasses import dataclass, fields
from pathlib import Path
from statistics import median
from time import monotonic
from typing import Final

from kiosk.app import ROOT
from kiosk.core.errors import EnvironmentProblem
from tests.benchmarks.figures import Figure

_RUNS: Final = 5
_TIME_BUDGET, _MEMORY_BUDGET = 0.6, 0.5
_PATIENCE_SECONDS = 15.0
_ATTEMPTS = 3
_PAGE = """<!doctype html><html lang="en"><meta charset="utf-8"><title>Ready</title>
<h1>Choose your language</h1><p>English</p><p>Français</p><p>Español</p>
<script>
requestAnimationFrame(() => requestAnimationFrame(() => {
  new Image().src = "http://127.0.0.1:%d/painted"
}))
</script></html>
"""
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--window-size=1080,1920",
)


def start_figures() -> list[Figure]:
    """Time and memory as shares of Chromium's."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        # The first start of each finds its files on the disk, the others in memory.
        kiosk_start()
        chromium_start(folder / "first")
        runs = [
            (kiosk_start(), chromium_start(folder / f"{run}"), chromium_run(folder / f"{run}-dom"))
            for run in range(_RUNS)
        ]
    painted, complete, ours_mb = (
        median(getattr(ours, field.name) for ours, _, _ in runs) for field in fields(Start)
    )
    theirs = median(chromium.painted for _, chromium, _ in runs)
    theirs_mb = median(chromium.megabytes for _, chromium, _ in runs)
    whole = median(seconds for _, _, seconds in runs)
    return [
        Figure(
            "start to first painted screen / Chromium's",
            painted / theirs,
            _TIME_BUDGET,
            "x",
            f"{painted * 1000:.0f} ms, with icons {complete * 1000:.0f} ms; Chromium"
            f" {theirs * 1000:.0f} ms; medians of {_RUNS} in turns",
        ),
        Figure(
            "same / Chromium's whole run for one page",
            painted / whole,
            _TIME_BUDGET,
            "x",
            f"{whole * 1000:.0f} ms until --dump-dom has exited: nothing painted, way down counted",
        ),
        Figure(
            "memory (PSS) / Chromium's processes",
            ours_mb / theirs_mb,
            _MEMORY_BUDGET,
            "x",
            f"{ours_mb:.0f} MB; Chromium {theirs_mb:.0f} MB",
        ),
    ]


@dataclass(frozen=True)
class Start:
    """One start: seconds until painted, until nothing is missing any more; megabytes at rest."""

    painted: float
    complete: float
    megabytes: float


def kiosk_start() -> Start:
    """Start it, note when it says it has painted, weigh it, end it."""
    begun = monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "tests.benchmarks.first_paint"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        painted = float(process.stdout.readline())
        complete = float(process.stdout.readline())
        process.stdout.readline()
        megabytes = tree_megabytes(process.pid)
        process.stdin.close()
        process.wait(_PATIENCE_SECONDS)
    return Start(painted - begun, complete - begun, megabytes)


def chromium_start(folder: Path) -> Start:
    """Start it with a new profile in `folder`; once more where it hangs, as it rarely does."""
    for attempt in range(_ATTEMPTS):
        start = _try_chromium(folder / f"{attempt}")
        if start is not None:
            return start
    raise EnvironmentProblem("chromium: painted nothing: start it by hand to see why")


def _try_chromium(folder: Path) -> Start | None:
    """Start it, weigh it, end it; None when it has painted nothing in time."""
    folder.mkdir(parents=True)
    page = folder / "page.html"
    with socket.create_server(("127.0.0.1", 0)) as listening:
        listening.settimeout(_PATIENCE_SECONDS)
        page.write_text(_PAGE % listening.getsockname()[1], encoding="utf-8")
        begun = monotonic()
        process = _chromium(folder / "profile", page, "--remote-debugging-port=0")
        try:
            listening.accept()[0].close()
            painted = monotonic() - begun
            return Start(painted, painted, tree_megabytes(process.pid))
        except TimeoutError:
            return None
        finally:
            process.terminate()
            process.wait(_PATIENCE_SECONDS)


def chromium_run(folder: Path) -> float:
    """Seconds of a whole run that hands out the loaded page."""
    folder.mkdir()
    page = folder / "page.html"
    page.write_text(_PAGE.partition("<script>")[0], encoding="utf-8")
    begun = monotonic()
    process = _chromium(folder / "profile", page, "--dump-dom")
    try:
        process.wait(_PATIENCE_SECONDS)
        return monotonic() - begun
    except subprocess.TimeoutExpired as error:
        raise EnvironmentProblem("chromium: does not end: run the benchmark again") from error
    finally:
        process.terminate()


def _chromium(profile: Path, page: Path, doing: str) -> subprocess.Popen[bytes]:
    flags = (*_FLAGS, doing, f"--user-data-dir={profile}", page.as_uri())
    try:
        return subprocess.Popen(
            ["chromium", *flags], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
        )
    except FileNotFoundError as error:
        raise EnvironmentProblem("chromium: not installed: run `tools/setup.sh bench`") from error


def tree_megabytes(root: int) -> float:
    """Proportional set size of a process and everything it started, in megabytes (10^6)."""
    parents = {int(path.name): _parent(path) for path in Path("/proc").glob("[0-9]*")}
    tree = {root}
    while more := {pid for pid, parent in parents.items() if parent in tree} - tree:
        tree |= more
    return sum(map(_pss_bytes, tree)) / 1e6


def _parent(process: Path) -> int:
    try:
        fields = (process / "stat").read_text().rpartition(")")[2].split()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    return int(fields[1])


def _pss_bytes(pid: int) -> int:
    try:
        text = Path(f"/proc/{pid}/smaps_rollup").read_text()
    except (FileNotFoundError, ProcessLookupError):
        return 0
    found = re.search(r"^Pss:\s+(\d+) kB", text, re.MULTILINE)
    return int(found[1]) * 1024 if found else 0
