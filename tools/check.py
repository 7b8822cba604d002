"""`make check`: every check of the repository, two at a time, with the time each took.

All of them run even when one fails; what a failed one printed follows its line.
"""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tools.tree import ROOT

_AT_ONCE = 2
_PYTHON = sys.executable


@dataclass(frozen=True)
class Check:
    """A command that prints what is wrong and ends non-zero when something is."""

    name: str
    command: tuple[str, ...]


@dataclass(frozen=True)
class Outcome:
    """How a check ended. `seconds` is wall time, `output` all that it printed."""

    check: Check
    passed: bool
    seconds: float
    output: str


def _module(name: str, module: str, *arguments: str) -> Check:
    return Check(name, (_PYTHON, "-m", module, *arguments))


# The slow ones first, so that the short ones fill the gaps.
CHECKS = (
    _module("types", "mypy", "kiosk", "main.py", "tools", "tests"),
    Check("packs", (_PYTHON, "main.py", "packs", "check")),
    _module("catalogues", "tools.check_catalogues"),
    Check("import contracts", (str(Path(_PYTHON).parent / "lint-imports"), "--no-cache")),
    _module("style", "ruff", "check", "--quiet", "--output-format=concise", "."),
    _module("format", "ruff", "format", "--check", "--quiet", "--output-format=concise", "."),
    _module("literals", "tools.check_literals"),
    _module("sizes", "tools.check_sizes"),
    _module("leaks", "tools.check_leaks"),
)


def run(check: Check) -> Outcome:
    """Run one check in the repository and wait for it."""
    began = time.monotonic()
    environment = os.environ | {"QT_QPA_PLATFORM": "offscreen"}
    ended = subprocess.run(
        check.command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    return Outcome(check, ended.returncode == 0, time.monotonic() - began, ended.stdout)


def run_all(checks: tuple[Check, ...]) -> Iterator[Outcome]:
    """Outcomes in the order of `checks`, each as soon as it is known."""
    with ThreadPoolExecutor(_AT_ONCE) as pool:
        yield from pool.map(run, checks)


def main(checks: tuple[Check, ...] = CHECKS) -> int:
    """Run all checks; 1 when any of them failed."""
    failed: list[str] = []
    for outcome in run_all(checks):
        word = "ok" if outcome.passed else "FAILED"
        print(f"{word:7}{outcome.check.name:18}{outcome.seconds:5.1f} s", flush=True)
        if not outcome.passed:
            failed.append(outcome.check.name)
            print(outcome.output.rstrip(), flush=True)
    print(f"check: {', '.join(failed)} failed" if failed else f"check: all {len(checks)} passed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
