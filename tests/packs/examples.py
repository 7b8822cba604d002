"""The packs of docs/content-format.md as folders, and edits to them."""

import re
from collections import defaultdict
from datetime import date
from pathlib import Path

from kiosk.core.problems import Problem
from kiosk.packs import check

DOC = Path(__file__).resolve().parents[2] / "docs" / "content-format.md"
CONTENT = DOC.parents[1] / "content"
RELEASED = date(2026, 11, 21)

_FENCE = re.compile(r"^```\w+ (\S+/\S+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# `common` in the page is a piece of the real one, and its translations are a beginning.
_PIECES = {"missing-question", "missing-notice", "translation-missing"}


def example_files() -> dict[str, str]:
    """The named code fences of the page; pieces of one file joined."""
    files: dict[str, str] = defaultdict(str)
    for name, text in _FENCE.findall(DOC.read_text(encoding="utf-8")):
        files[name] += text
    return dict(files)


def write_examples(folder: Path) -> Path:
    """All packs of the page below `folder`."""
    for name, text in example_files().items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Replace a text that stands in a file at least once."""
    text = path.read_text(encoding="utf-8")
    assert old in text, f"{path.name} does not hold {old!r}"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def line_of(path: Path, wanted: str) -> int:
    """The number of the first line that holds `wanted`."""
    lines = path.read_text(encoding="utf-8").split("\n")
    return next(number for number, line in enumerate(lines, 1) if wanted in line)


def found_in(folder: Path, *, strict: bool = False, as_of: date = RELEASED) -> list[Problem]:
    """What the check says beyond what is known about the pieces."""
    report = check([folder], as_of, strict=strict)
    return [problem for problem in report.problems if problem.rule not in _PIECES]
