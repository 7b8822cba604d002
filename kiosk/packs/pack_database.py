"""The compiled pack as a file: SQLite, byte for byte the same for the same rows, never half there.

Tables and formats are described in `docs/content-format.md`.
"""

import os
import sqlite3
from collections.abc import Iterable
from contextlib import closing
from pathlib import Path

from sqlite_utils import Database

from kiosk.core.languages import Language
from kiosk.packs.compiling import PackCompiler, Row

SUFFIX = ".pack"

_PAGE_SIZE = 4096
_TABLES: dict[str, tuple[dict[str, type], str | tuple[str, ...]]] = {
    "pack": ({"key": str, "value": str}, "key"),
    "entries": ({"id": str, "kind": str, "position": int, "record": str}, "id"),
    "texts": (
        {"context": str, "language": str, "state": str, "value": str, "body": str},
        ("context", "language"),
    ),
    "facts": ({"id": str, "record": str}, "id"),
    "fact_values": ({"id": str, "language": str, "shown": str}, ("id", "language")),
    "sources": ({"id": str, "record": str}, "id"),
    "cases": ({"id": str, "record": str}, "id"),
    "recordings": (
        {
            "key": str,
            "of": str,
            "language": str,
            "origin": str,
            "voice": str,
            "opus": bytes,
        },
        ("key", "of"),
    ),
}


def write_pack(path: Path, compiler: PackCompiler, made_by: str) -> None:
    """Write a compiled pack to `path`, replacing what is there in one step.

    `made_by` names the compiler, see `fingerprint`. Raises OSError when the disk does not take it.
    """
    temporary = path.with_name(f".{path.name}.new")
    temporary.unlink(missing_ok=True)
    try:
        with closing(sqlite3.connect(":memory:")) as connection:
            _fill(connection, compiler, made_by)
            # Written in one go into an empty file: no free pages, no change counters of the way.
            connection.execute("VACUUM INTO ?", (str(temporary),))
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
        temporary.replace(path)
    except sqlite3.Error as error:
        raise OSError(f"cannot be written: {error}") from error
    finally:
        temporary.unlink(missing_ok=True)


def read_about(path: Path) -> dict[str, str]:
    """What a compiled pack says about itself; nothing when there is none or it is broken."""
    if not path.is_file():
        return {}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as found:
            return dict(found.execute("SELECT key, value FROM pack"))
    except sqlite3.Error:
        return {}


def table_name(prefix: str, language: Language) -> str:
    """`words_fa_AF`: the name of a language's index."""
    return f"{prefix}_{language.tag.replace('-', '_')}"


def _fill(connection: sqlite3.Connection, compiler: PackCompiler, made_by: str) -> None:
    connection.execute(f"PRAGMA page_size = {_PAGE_SIZE}")
    database = Database(connection)
    about = ({"key": key, "value": value} for key, value in compiler.about(made_by).items())
    rows: dict[str, Iterable[Row]] = {
        "pack": about,
        "entries": compiler.entries(),
        "texts": compiler.texts(),
        "facts": compiler.facts(),
        "fact_values": compiler.fact_values(),
        "sources": compiler.sources(),
        "cases": compiler.cases(),
        "recordings": compiler.recordings(),
    }
    for name, (columns, key) in _TABLES.items():
        table = database.table(name)
        table.create(dict(columns), pk=key)
        table.insert_all(dict(row) for row in rows[name])
    for language in compiler.languages:
        _index(connection, compiler, language)
    connection.commit()


def _index(connection: sqlite3.Connection, compiler: PackCompiler, language: Language) -> None:
    words, trigrams = table_name("words", language), table_name("trigrams", language)
    connection.execute(
        f'CREATE VIRTUAL TABLE "{words}" USING fts5(entry UNINDEXED, title, body, '
        "tokenize=\"unicode61 categories 'L* M* N* Co'\", prefix='2 3')"
    )
    connection.execute(
        f"CREATE VIRTUAL TABLE \"{trigrams}\" USING fts5(entry UNINDEXED, text, tokenize='trigram')"
    )
    for row in compiler.search_rows(language):
        values = (row.entry, row.title, row.body)
        connection.execute(f'INSERT INTO "{words}" VALUES (?, ?, ?)', values)  # noqa: S608
        connection.execute(f'INSERT INTO "{trigrams}" VALUES (?, ?)', (row.entry, row.text))  # noqa: S608
    for name in (words, trigrams):
        connection.execute(f'INSERT INTO "{name}"("{name}") VALUES (\'optimize\')')  # noqa: S608
