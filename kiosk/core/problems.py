"""Problems found in packs and settings: collected, then reported together, never one at a time."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from pathlib import Path


class Severity(Enum):
    """How bad a problem is. Errors refuse a pack; warnings are shown and let it pass."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True)
class Problem:
    """One thing that is wrong, where, and the way out.

    `line` counts from 1; 0 means the whole file. `rule` is a stable slug for tests and `--json`.
    """

    path: Path
    line: int
    rule: str
    message: str
    way_out: str = ""
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        """`path:line: error: message; way out`, one line."""
        place = f"{self.path}:{self.line}" if self.line else f"{self.path}"
        tail = f"; {self.way_out}" if self.way_out else ""
        return f"{place}: {self.severity.value}: {self.message}{tail} [{self.rule}]"

    def __lt__(self, other: "Problem") -> bool:
        """Order by place, then rule, so that reports read like the files do."""
        return self._key() < other._key()

    def _key(self) -> tuple[str, int, str, str]:
        return (str(self.path), self.line, self.rule, self.message)


class Problems:
    """A growing list of problems."""

    def __init__(self, found: Iterable[Problem] = ()) -> None:
        """Start with `found`, usually nothing."""
        self._found = list(found)

    def add(self, problem: Problem) -> None:
        """Record one problem."""
        self._found.append(problem)

    def extend(self, problems: Iterable[Problem]) -> None:
        """Record several problems."""
        self._found.extend(problems)

    def __iter__(self) -> Iterator[Problem]:
        """All problems in the order of files and lines, each once."""
        return iter(sorted(set(self._found)))

    def __len__(self) -> int:
        """How many different problems there are."""
        return len(set(self._found))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that refuse the pack."""
        return tuple(p for p in self if p.severity is Severity.ERROR)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """Those that are shown and let it pass."""
        return tuple(p for p in self if p.severity is Severity.WARNING)
