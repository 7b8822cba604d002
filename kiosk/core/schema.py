"""What the fields of an entry are, read off the dataclasses: one schema for checking and reading.

`kiosk.packs` checks pack sources against it, `kiosk.library` builds entries from compiled records
with it; `kiosk.core.entries` stays the one place where a field is declared.
"""

from collections.abc import Hashable, Mapping
from dataclasses import MISSING, dataclass, fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, cast, get_args, get_origin, get_type_hints

from kiosk.core.facts import ShownFact
from kiosk.core.ids import (
    BlockId,
    CountryCode,
    EntryRef,
    FactId,
    LanguageTag,
    PackId,
    RegionCode,
    SourceId,
)
from kiosk.core.texts import Block, Text


class FieldKind(Enum):
    """What may stand in a field."""

    TEXT = "text"
    FACT = "fact"
    BLOCKS = "blocks"
    RECORD = "record"
    CHOICE = "choice"
    STRING = "string"
    BOOLEAN = "boolean"
    INTEGER = "integer"
    DATE = "date"
    COUNTRY = "country"
    REGION = "region"
    LANGUAGE = "language"
    SOURCE = "source"
    ENTRY = "entry"


_KINDS: Mapping[Any, FieldKind] = {
    Text: FieldKind.TEXT,
    ShownFact: FieldKind.FACT,
    Block: FieldKind.BLOCKS,
    str: FieldKind.STRING,
    PackId: FieldKind.STRING,
    FactId: FieldKind.STRING,
    BlockId: FieldKind.STRING,
    bool: FieldKind.BOOLEAN,
    int: FieldKind.INTEGER,
    date: FieldKind.DATE,
    CountryCode: FieldKind.COUNTRY,
    RegionCode: FieldKind.REGION,
    LanguageTag: FieldKind.LANGUAGE,
    SourceId: FieldKind.SOURCE,
    EntryRef: FieldKind.ENTRY,
}


@dataclass(frozen=True)
class FieldSpec:
    """One field: `many` for lists; `item` is the enum of a CHOICE or the dataclass of a RECORD."""

    name: str
    kind: FieldKind
    many: bool
    required: bool
    item: type[Any] | None = None


def fields_of(record_type: type[Any]) -> tuple[FieldSpec, ...]:
    """The fields of a dataclass in declared order; TypeError when one has no place in a pack."""
    return _fields_of(cast(Hashable, record_type))


@cache
def _fields_of(record_type: Any) -> tuple[FieldSpec, ...]:
    hints = get_type_hints(record_type)
    return tuple(
        _spec(field.name, hints[field.name], field.default is MISSING)
        for field in fields(record_type)
    )


def _spec(name: str, hint: Any, required: bool) -> FieldSpec:
    many = get_origin(hint) is tuple
    if many:
        hint = get_args(hint)[0]
    if get_origin(hint) in (Union, UnionType):
        hint = next(part for part in get_args(hint) if part is not NoneType)
    if hint in _KINDS:
        return FieldSpec(name, _KINDS[hint], many, required)
    if isinstance(hint, type) and issubclass(hint, Enum):
        return FieldSpec(name, FieldKind.CHOICE, many, required, hint)
    if isinstance(hint, type) and is_dataclass(hint):
        return FieldSpec(name, FieldKind.RECORD, many, required, hint)
    raise TypeError(f"{name}: a field of type {hint} has no place in a pack")


def text_context(path: str, field: FieldSpec, item_id: str = "") -> str:
    """The translation context of a text: `entry/field`, below a list item `entry/field/item`.

    `path` is the context of the record that holds the field. Only lists whose items have ids add
    to the path; a field named `text` adds nothing, it is the item itself.
    """
    if item_id:
        return f"{path}/{field.name}/{item_id}"
    return path if field.name == "text" and path.count("/") else f"{path}/{field.name}"
