"""One compiled pack: an SQLite file that is only ever read.

The file is opened immutable, so that it may lie on a read-only disk and is never locked. Whatever
is wrong with it comes out as one line that names the file.
"""

import json
import sqlite3
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any, Final

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.ids import CountryCode, LanguageTag, PackId, RegionCode
from kiosk.core.kinds import PackKind

FORMAT: Final = "2"
SUFFIX: Final = ".pack"
_WAY_OUT = "run `make build`, or copy the pack again"
_TABLES = frozenset({"pack", "entries", "texts", "facts", "fact_values", "sources", "recordings"})


@dataclass(frozen=True)
class PackInfo:
    """What a pack says about itself. `sha256` is the hash of its canonical sources."""

    id: PackId
    kind: PackKind
    country: CountryCode | None
    version: str
    released: date
    owner: str
    source_language: LanguageTag
    languages: tuple[LanguageTag, ...]
    sha256: str
    regions: tuple[RegionCode, ...] = ()

    def serves(self, host: CountryCode | None, origin: CountryCode | None) -> bool:
        """True when it has something for this pair; an unknown side excludes nothing."""
        match self.kind:
            case PackKind.HOST:
                return host is None or self.country == host
            case PackKind.ORIGIN:
                return origin is None or self.country == origin
            case _:
                return True


@dataclass(frozen=True)
class Overlay:
    """What a site pack does to entries of others.

    `hides` names entries; `replaces` maps an entry to what stands for it: the site's own entry and
    the fingerprint of the words it was written against.
    """

    hides: tuple[str, ...] = ()
    replaces: tuple[tuple[str, str, str], ...] = ()


class PackFile:
    """An open pack. Rows are plain tuples; a damaged file raises EnvironmentProblem when read."""

    def __init__(self, path: Path) -> None:
        """Opens `path` and checks that it is a whole pack of our format."""
        self.path = path
        self._connection = self._connect()
        try:
            self.info, self.overlay = self._read_head()
        except EnvironmentProblem:
            self.close()
            raise

    def rows(self, query: str, *values: str | int) -> Iterator[tuple[Any, ...]]:
        """The rows of a query."""
        try:
            yield from self._connection.execute(query, values)
        except sqlite3.DatabaseError as error:
            raise self._problem(f"damaged ({error})") from error

    def row(self, query: str, *values: str | int) -> tuple[Any, ...] | None:
        """The first row of a query, or None."""
        return next(self.rows(query, *values), None)

    def matches(
        self, table: str, column: str, expression: str, limit: int, rank: str = "rank"
    ) -> list[tuple[str, str, float]]:
        """Entry, `column` and rank of what a full-text table finds, best first.

        A table the pack does not have finds nothing.
        """
        if table not in self.tables:
            return []
        query = (
            f"SELECT entry, {column}, {rank.format(table=table)} AS score "  # noqa: S608
            f"FROM {table} WHERE {table} MATCH ? ORDER BY score LIMIT ?"  # names are our own
        )
        return list(self.rows(query, expression, limit))

    def rows_with(self, table: str, parts: Sequence[str]) -> Iterator[tuple[int, int]]:
        """For each of the parts, by its place among them, the numbers of the rows that hold it.

        One statement and no ranking: FTS5 ranks by asking for each part once more. Parts are
        folded words or pieces of them. A table that the pack does not have holds nothing.
        """
        if not parts or table not in self.tables:
            return iter(())
        query = " UNION ALL ".join(
            f"SELECT {place}, rowid FROM {table} WHERE {table} MATCH ?"  # noqa: S608, as above
            for place in range(len(parts))
        )
        return self.rows(query, *(f'"{part}"' for part in parts))

    def close(self) -> None:
        """Give the file back."""
        self._connection.close()

    @cached_property
    def tables(self) -> frozenset[str]:
        """The names of its tables."""
        return frozenset(name for (name,) in self.rows("SELECT name FROM sqlite_master"))

    def _connect(self) -> sqlite3.Connection:
        uri = f"{self.path.resolve().as_uri()}?mode=ro&immutable=1"
        try:
            # One connection serves every thread: SQLite itself takes turns, and nothing is written.
            return sqlite3.connect(uri, uri=True, check_same_thread=False)
        except sqlite3.Error as error:
            raise self._problem(f"cannot be opened ({error})") from error

    def _read_head(self) -> tuple[PackInfo, Overlay]:
        if not self.tables >= _TABLES:
            raise self._problem("not a pack of this kiosk")
        head = dict(self.rows("SELECT key, value FROM pack"))
        if head.get("format") != FORMAT:
            found = head.get("format", "none")
            raise self._problem(f"pack format {found}, this kiosk reads format {FORMAT}")
        pages, size = self._pragma("page_count"), self._pragma("page_size")
        if pages * size != self.path.stat().st_size:
            raise self._problem("cut short")
        try:
            return _info(head), _overlay(head)
        except (KeyError, ValueError, TypeError) as error:
            raise self._problem(f"a pack without a usable head ({error})") from error

    def _pragma(self, name: str) -> int:
        row = self.row(f"PRAGMA {name}")
        return int(row[0]) if row else 0

    def _problem(self, what: str) -> EnvironmentProblem:
        return EnvironmentProblem(f"{self.path}: {what}: {_WAY_OUT}")


def _info(head: dict[str, str]) -> PackInfo:
    return PackInfo(
        id=PackId(head["id"]),
        kind=PackKind(head["kind"]),
        country=CountryCode(head["country"]) if head.get("country") else None,
        version=head["version"],
        released=date.fromisoformat(head["released"]),
        owner=head.get("owner", ""),
        source_language=LanguageTag(head["source_language"]),
        languages=tuple(json.loads(head["languages"])),
        sha256=head["sha256"],
        regions=tuple(json.loads(head.get("regions") or "[]")),
    )


def _overlay(head: dict[str, str]) -> Overlay:
    replaces = json.loads(head.get("replaces") or "{}")
    return Overlay(
        hides=tuple(json.loads(head.get("hides") or "[]")),
        replaces=tuple((ref, one["with"], one["sha256"]) for ref, one in replaces.items()),
    )
