"""`sources.toml` and `facts.toml` read into values of `kiosk.core.facts`."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from kiosk.core.facts import Confidence, Fact, FactType, OnExpiry, Sensitivity, Source
from kiosk.core.ids import FactId, SourceId
from kiosk.core.problems import Problems
from kiosk.packs.fact_values import find_unit_fault, find_value_fault, write_number
from kiosk.packs.files import SourceFile, parse_toml
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import Manifest, Place, Reference, SourcedFact, SourcedSource
from kiosk.packs.table_lists import ListedTable, listed_tables
from kiosk.packs.tables import FACT_ID, Reading

_FIRST_YEAR, _LAST_YEAR = 1900, 2200


def read_sources(
    file: SourceFile | None, manifest: Manifest, problems: Problems
) -> tuple[SourcedSource, ...]:
    """All sources, also those that are not usable (without their value)."""
    toml = parse_toml(file.path, file.text, problems) if file else None
    listed = listed_tables(toml, "source", manifest.id, problems)
    found = [_read_source(one, manifest) for one in listed]
    return tuple(source for source in found if source is not None)


def _read_source(one: ListedTable, manifest: Manifest) -> SourcedSource | None:
    reader, path = one.reader, one.path
    source_id = reader.slug(one.table, path)
    record = reader.read(Source, one.table, path, "", extra=("id",))
    if "published" in record:
        _check_published(record["published"], one.reading, reader.place(*path, "published"))
    if source_id is None:
        return None
    source = _source(manifest, source_id, record) if one.reading.is_valid else None
    return SourcedSource(source_id, reader.place(*path), source)


def _check_published(untrusted: str, reading: Reading, place: Place) -> None:
    padded = {4: f"{untrusted}-01-01", 7: f"{untrusted}-01"}.get(len(untrusted), untrusted)
    try:
        is_day = untrusted == "undated" or date.fromisoformat(padded).isoformat() == padded
    except ValueError:
        is_day = False
    if not is_day:
        message = f"published is {quoted(untrusted)}"
        way_out = 'write "2025-12-05", "2025-12", "2025" or "undated"'
        reading.fail(Rule.BAD_DATE, place, message, way_out)


def _source(manifest: Manifest, source_id: str, record: Mapping[str, Any]) -> Source:
    checked = date.fromisoformat(record["checked"])
    return Source(
        id=SourceId(f"{manifest.id}/{source_id}"),
        title=record["title"],
        publisher=record["publisher"],
        published=record["published"],
        checked=checked,
        confidence=Confidence(record["confidence"]),
        url=record.get("url", ""),
        note=record.get("note", ""),
    )


def read_facts(
    file: SourceFile | None, manifest: Manifest, problems: Problems
) -> tuple[tuple[SourcedFact, ...], tuple[Reference, ...]]:
    """All facts, also those that are not usable (without their value), and what they refer to."""
    toml = parse_toml(file.path, file.text, problems) if file else None
    found: list[SourcedFact] = []
    references: list[Reference] = []
    for one in listed_tables(toml, "fact", manifest.id, problems):
        fact = _FactReader(one).read(manifest)
        references.extend(one.reading.references)
        if fact is not None:
            found.append(fact)
    return tuple(found), tuple(references)


class _FactReader:
    def __init__(self, one: ListedTable) -> None:
        self._reader = one.reader
        self._reading = one.reading
        self._table = one.table
        self._path = one.path

    def read(self, manifest: Manifest) -> SourcedFact | None:
        extra = ("id", "value", "valid_until")
        record = self._reader.read(Fact, self._table, self._path, "", extra=extra)
        fact_id = self._id()
        if record.get("year", _LAST_YEAR) not in range(_FIRST_YEAR, _LAST_YEAR + 1):
            self._fail(Rule.BAD_DATE, "year", f"year is {record['year']}", "write it like 2025")
        value = self._value(record)
        valid_until = self._valid_until(record, manifest)
        if fact_id is None:
            return None
        usable = self._reading.is_valid and value is not None and valid_until is not None
        return SourcedFact(
            id=fact_id,
            place=self._reader.place(*self._path),
            lines=self._reader.key_lines(self._table, self._path),
            fact=_fact(manifest, fact_id, value, valid_until, record)
            if usable and value is not None and valid_until is not None
            else None,
        )

    def _fail(self, rule: Rule, key: str, message: str, way_out: str = "") -> None:
        self._reading.fail(rule, self._reader.place(*self._path, key), message, way_out)

    def _id(self) -> str | None:
        untrusted = self._table.get("id")
        if untrusted is None:
            self._fail(Rule.MISSING_KEY, "id", "id is missing", 'add id = "…"')
        elif not isinstance(untrusted, str):
            self._fail(Rule.WRONG_TYPE, "id", "id is not a text in quotes")
        elif not FACT_ID.fullmatch(untrusted) or len(untrusted) > 80:
            way_out = "use lower-case words joined by underscores"
            self._fail(Rule.BAD_ID, "id", f"{quoted(untrusted)} is no fact id", way_out)
        else:
            return untrusted
        return None

    def _value(self, record: Mapping[str, Any]) -> str | None:
        if "value" not in self._table:
            self._fail(Rule.MISSING_KEY, "value", "value is missing", "add value = …")
            return None
        if "type" not in record:
            return None
        fact_type = FactType(record["type"])
        untrusted = self._table["value"]
        fault = find_value_fault(fact_type, untrusted)
        if fault is not None:
            self._fail(Rule.BAD_VALUE, "value", *fault)
            return None
        unit_fault = find_unit_fault(fact_type, record.get("unit", ""))
        if unit_fault is not None:
            self._fail(Rule.BAD_UNIT, "unit", *unit_fault)
        return write_number(untrusted) if isinstance(untrusted, int | Decimal) else str(untrusted)

    def _valid_until(self, record: Mapping[str, Any], manifest: Manifest) -> date | None:
        if "checked" not in record:
            return None
        checked = date.fromisoformat(record["checked"])
        untrusted = self._table.get("valid_until")
        if untrusted is None:
            return _add_days(checked, manifest.review_interval)
        if type(untrusted) is not date:
            self._fail(Rule.WRONG_TYPE, "valid_until", "valid_until is not a date without quotes")
            return None
        if untrusted < checked:
            self._fail(Rule.BAD_DATE, "valid_until", "valid_until is before checked")
        return untrusted


def _add_days(day: date, interval: timedelta) -> date:
    return day + interval if day <= date.max - interval else date.max


def _fact(
    manifest: Manifest, fact_id: str, value: str, valid_until: date, record: Mapping[str, Any]
) -> Fact:
    return Fact(
        id=FactId(f"{manifest.id}/{fact_id}"),
        type=FactType(record["type"]),
        value=value,
        source=SourceId(record["source"]),
        checked=date.fromisoformat(record["checked"]),
        valid_until=valid_until,
        unit=record.get("unit", ""),
        scope=record.get("scope", ""),
        year=record.get("year"),
        on_expiry=OnExpiry(record.get("on_expiry", OnExpiry.WARN.value)),
        sensitivity=Sensitivity(record.get("sensitivity", Sensitivity.PUBLIC.value)),
        instrument=record.get("instrument", ""),
    )
