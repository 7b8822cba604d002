"""Totals of harmless things, where a site switches them on: never of answers, never of one person.

Only what has a class here can be counted. A visit is told as a whole when it is over. Nothing is
written before several visits stand together, and of each thing nothing before it has come several
times, so that neither a total nor the time of a file says who was there. What was not yet written
when the machine stops is lost, on purpose.
"""

import tomllib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final, Protocol
from urllib.parse import unquote, urlsplit

from kiosk.core.countries import COUNTRIES, OTHER_COUNTRY
from kiosk.core.errors import EnvironmentProblem
from kiosk.core.ids import CountryCode
from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.whole_file import write_whole

if TYPE_CHECKING:
    from kiosk.printing.printers import JobOutcome

LEAST_VISITS: Final = 5
"""Visits that have to come together before anything is written, and times that a thing must have
come before its total grows."""

_FORMAT: Final = 1


class Opinion(Enum):
    """What somebody can say about the kiosk with one touch."""

    USEFUL = "useful"
    NOT_USEFUL = "not_useful"
    WRONG = "wrong"
    PRESSURE = "pressure"


@dataclass(frozen=True)
class LanguageUsed:
    """One visit, by the language it ended in."""

    table: ClassVar[str] = "languages"
    language: LanguageTag

    @property
    def key(self) -> str:
        """What its total is called; refuses what is no language of the kiosk."""
        if self.language not in LANGUAGES:
            raise ValueError(f"{self.language!r} is not a language of the kiosk")
        return self.language


@dataclass(frozen=True)
class PairChosen:
    """One visit, by the two countries."""

    table: ClassVar[str] = "pairs"
    host: CountryCode
    origin: CountryCode

    @property
    def key(self) -> str:
        """What its total is called; refuses what is no country."""
        for code in (self.host, self.origin):
            if code not in COUNTRIES and code != OTHER_COUNTRY:
                raise ValueError(f"{code!r} is not a country")
        return f"{self.host}-{self.origin}"


@dataclass(frozen=True)
class SheetPrinted:
    """One sheet, by what became of it."""

    table: ClassVar[str] = "prints"
    outcome: "JobOutcome"

    @property
    def key(self) -> str:
        """What its total is called."""
        return self.outcome.value


@dataclass(frozen=True)
class FeedbackGiven:
    """The opinion of one visit."""

    table: ClassVar[str] = "feedback"
    opinion: Opinion

    @property
    def key(self) -> str:
        """What its total is called."""
        return self.opinion.value


Countable = LanguageUsed | PairChosen | SheetPrinted | FeedbackGiven
"""Everything that can be counted; there is no other way in."""

_TABLES: Final = tuple(
    kind.table for kind in (LanguageUsed, PairChosen, SheetPrinted, FeedbackGiven)
)

_Totals = dict[str, dict[str, Counter[str]]]


class Tally(Protocol):
    """Where totals are kept."""

    @property
    def counts(self) -> bool:
        """True where anything is kept at all: the screen says which."""
        ...

    def add(self, what: Countable) -> None:
        """Count one more."""
        ...


class NoTally:
    """Counts nothing: what every site has until it says otherwise."""

    counts = False

    def add(self, what: Countable) -> None:
        """Forget it."""


class FileTally:
    """Totals per calendar month in a TOML file, written several visits at a time."""

    counts = True

    def __init__(self, path: Path, today: Callable[[], date] = date.today) -> None:
        """`today` says which month it is when a batch is written.

        Raises EnvironmentProblem when there is no folder for it, or when the file is there and
        cannot be read as totals.
        """
        if not path.parent.is_dir():
            raise EnvironmentProblem(
                f"{path.parent}: no such folder for totals: make it, or empty `counts` in the site "
                "file"
            )
        self._path = path
        self._today = today
        self._totals = _read(path)
        self._waiting: Counter[tuple[str, str]] = Counter()
        self._visits = 0

    def add(self, what: Countable) -> None:
        """Count one more; written once enough visits stand together.

        What is rare waits until it is not. A full disk loses nothing that still waits: the next
        visit tries again.
        """
        self._waiting[what.table, what.key] += 1
        self._visits += isinstance(what, LanguageUsed)
        grown = {key: count for key, count in self._waiting.items() if count >= LEAST_VISITS}
        if self._visits >= LEAST_VISITS and grown:
            self._write_batch(grown)

    def _write_batch(self, grown: Mapping[tuple[str, str], int]) -> None:
        month = f"{self._today():%Y-%m}"
        totals = {
            kept: {table: Counter(counts) for table, counts in tables.items()}
            for kept, tables in self._totals.items()
        }
        tables = totals.setdefault(month, {})
        for (table, key), count in grown.items():
            tables.setdefault(table, Counter())[key] += count
        try:
            write_whole(self._path, _as_toml(totals).encode())
        except OSError:
            return
        self._totals = totals
        for written in grown:
            del self._waiting[written]
        self._visits = 0


def open_tally(address: str, today: Callable[[], date] = date.today) -> Tally:
    """The tally of a site: `address` is `file:///…`, or empty for no counting.

    Raises EnvironmentProblem when the file cannot be read.
    """
    if not address:
        return NoTally()
    return FileTally(Path(unquote(urlsplit(address).path)), today)


def _read(path: Path) -> _Totals:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise _unreadable(path) from error
    months = found.get("months", {})
    if found.get("format") != _FORMAT or not isinstance(months, Mapping):
        raise _unreadable(path)
    return {month: _read_month(path, tables) for month, tables in months.items()}


def _read_month(path: Path, tables: Any) -> dict[str, Counter[str]]:
    if not isinstance(tables, Mapping) or any(name not in _TABLES for name in tables):
        raise _unreadable(path)
    read: dict[str, Counter[str]] = {}
    for name, counts in tables.items():
        if not isinstance(counts, Mapping) or not all(map(_is_total, counts.values())):
            raise _unreadable(path)
        read[name] = Counter(counts)
    return read


def _is_total(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and value >= 0


def _unreadable(path: Path) -> EnvironmentProblem:
    return EnvironmentProblem(
        f"{path}: cannot be read as totals: move the file away and start again, or empty `counts` "
        "in the site file"
    )


def _as_toml(totals: _Totals) -> str:
    lines = [f"format = {_FORMAT}"]
    for month in sorted(totals):
        for table in _TABLES:
            counts = totals[month].get(table)
            if counts:
                lines += ["", f'[months."{month}".{table}]']
                lines += [f'"{key}" = {counts[key]}' for key in sorted(counts)]
    return "\n".join(lines) + "\n"
