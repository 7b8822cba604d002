"""Lists of tables, such as `[[fact]]`: each is read for itself, so that one spoils no other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.ids import PackId
from kiosk.core.problems import Problems
from kiosk.packs.files import TomlFile
from kiosk.packs.tables import Reading, TableReader
from kiosk.packs.toml_lines import Path


@dataclass(frozen=True)
class ListedTable:
    """One table of a list, where it stands, and what reads it; `reading` holds its faults alone."""

    table: Mapping[str, Any]
    path: Path
    reader: TableReader
    reading: Reading


def listed_tables(
    toml: TomlFile | None, name: str, pack: PackId, problems: Problems
) -> Iterator[ListedTable]:
    """Every `[[name]]` of a file that holds nothing else, in order; none where it is not there."""
    if toml is None:
        return
    outer = TableReader(toml, Reading(pack, problems))
    outer.only_tables(name)
    for table, path in outer.tables(name):
        reading = Reading(pack, problems)
        yield ListedTable(table, path, TableReader(toml, reading), reading)
