"""How a check of ours reports: `path:line: what; what to do`, non-zero if anything is wrong."""

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tools.tree import ROOT


@dataclass(frozen=True, order=True)
class Finding:
    """One thing that is wrong. `line` counts from 1; 0 means the whole file."""

    path: Path
    line: int
    what: str
    way_out: str

    def __str__(self) -> str:
        """One line, the path relative to the repository."""
        path = self.path.relative_to(ROOT) if self.path.is_relative_to(ROOT) else self.path
        place = f"{path}:{self.line}" if self.line else str(path)
        return f"{place}: {self.what}; {self.way_out}"


def report(findings: Iterable[Finding]) -> int:
    """Print the findings in the order of files and lines; the exit code of the check."""
    found = sorted(set(findings))
    for finding in found:
        print(finding, file=sys.stderr)
    return 1 if found else 0
