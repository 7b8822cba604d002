"""Compiled records ↔ entries.

A record is what JSON can hold: texts stand in it as translation contexts, facts as fact ids, enums
as their values, dates as ISO text. Absent optional fields are left out.
"""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any, Protocol, TypeVar

from kiosk.core.facts import ShownFact
from kiosk.core.schema import FieldKind, FieldSpec, fields_of
from kiosk.core.texts import Block, Text

T = TypeVar("T")
Record = Mapping[str, Any]


class Resolver(Protocol):
    """Turns what stands in a record into what one language shows on one day."""

    def text(self, context: str) -> Text:
        """The text at a context, facts filled in."""
        ...

    def fact(self, fact_id: str) -> ShownFact:
        """A fact by its qualified id."""
        ...

    def block(self, context: str) -> Block:
        """The block at a context, facts filled in."""
        ...


def decode(record_type: type[T], record: Record, resolver: Resolver) -> T:
    """The dataclass a record stands for, in the resolver's language."""
    values = {
        spec.name: _decode_field(spec, record[spec.name], resolver)
        for spec in fields_of(record_type)
        if spec.name in record
    }
    return record_type(**values)


def _decode_field(spec: FieldSpec, value: Any, resolver: Resolver) -> Any:
    if spec.many:
        return tuple(_decode_one(spec, item, resolver) for item in value)
    return _decode_one(spec, value, resolver)


def _decode_one(spec: FieldSpec, value: Any, resolver: Resolver) -> Any:
    match spec.kind:
        case FieldKind.TEXT:
            return resolver.text(value)
        case FieldKind.FACT:
            return resolver.fact(value)
        case FieldKind.BLOCKS:
            return resolver.block(value)
        case FieldKind.DATE:
            return date.fromisoformat(value)
        case FieldKind.CHOICE | FieldKind.RECORD if spec.item is not None:
            return (
                spec.item(value)
                if spec.kind is FieldKind.CHOICE
                else decode(spec.item, value, resolver)
            )
        case _:
            return value


def encode(value: Any) -> Any:
    """What JSON can hold of a dataclass without texts (`Fact`, `Source`): the way back of `decode`.

    Enums become their values, dates ISO text, tuples lists; fields that are None are left out.
    """
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(key): encode(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [encode(item) for item in value]
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: encode(item) for name, item in named if item is not None}
    return value
