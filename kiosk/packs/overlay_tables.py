"""`[[hide]]` and `[[replace]]` of a site's `pack.toml` read into values."""

from dataclasses import dataclass

from kiosk.core.ids import EntryRef, PackId, entry_ref
from kiosk.packs.rules import Rule
from kiosk.packs.source import Hiding, Replacement
from kiosk.packs.tables import Reading, TableReader


@dataclass(frozen=True)
class _HideTable:
    entry: EntryRef


@dataclass(frozen=True)
class _ReplaceTable:
    entry: EntryRef
    sha256: str


def read_hides(reader: TableReader) -> tuple[Hiding, ...]:
    """The entries a site hides."""
    found: list[Hiding] = []
    for table, path in reader.tables("hide"):
        record = reader.read(_HideTable, table, path, "")
        if "entry" in record:
            found.append(Hiding(record["entry"], reader.place(*path, "entry")))
    return tuple(found)


def read_replacements(
    reader: TableReader, reading: Reading, pack: PackId
) -> tuple[Replacement, ...]:
    """The entries a site replaces, and what stands for them."""
    found: list[Replacement] = []
    for table, path in reader.tables("replace"):
        record = reader.read(_ReplaceTable, table, path, "", extra=("with",))
        if "with" not in table:
            reading.fail(Rule.MISSING_KEY, reader.place(*path), "with is missing", "add with = …")
            continue
        own = reader.string(table["with"], (*path, "with"))
        if own == "":
            place = reader.place(*path, "with")
            reading.fail(Rule.EMPTY_VALUE, place, "with is empty", "name an entry of this pack")
        if own and len(record) == len(("entry", "sha256")):
            ref = str(entry_ref(pack, own))
            place = reader.place(*path, "sha256")
            found.append(Replacement(record["entry"], ref, record["sha256"], place))
    return tuple(found)
