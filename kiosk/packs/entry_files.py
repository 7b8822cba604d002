"""Entries read from their files: topics, programmes, and the files of one kind each."""

from collections.abc import Iterator, Mapping
from typing import Any

from kiosk.core.entries import ENTRY_TYPES, EntryKind
from kiosk.core.kinds import PackKind
from kiosk.core.problems import Problems
from kiosk.core.schema import FieldKind
from kiosk.packs.files import ENTRY_FILES, SourceFile, TomlFile, parse_toml
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import Manifest, Message, Place, Reference, SourceEntry
from kiosk.packs.tables import Reading, TableReader
from kiosk.packs.toml_lines import Path
from kiosk.packs.topic_files import Chunk, split_chunks, split_front_matter

RESERVED_ENTRY_IDS = ("pack",)
_TOPIC_FIELDS = ("title", "summary")


def read_entries(
    files: Mapping[str, SourceFile], manifest: Manifest, problems: Problems
) -> tuple[SourceEntry, ...]:
    """All entries of a pack: topics, programmes, then the other files in their fixed order."""
    reader = _EntryReader(manifest, problems)
    entries: list[SourceEntry] = []
    for name, file in files.items():
        if name.startswith("topics/"):
            entries.extend(reader.topic(file))
    for name, file in files.items():
        if name.startswith("programmes/"):
            entries.extend(reader.programme(file))
    for name, kind in ENTRY_FILES.items():
        if name in files:
            entries.extend(reader.table_file(files[name], kind))
    return tuple(entries)


class _EntryReader:
    def __init__(self, manifest: Manifest, problems: Problems) -> None:
        self._manifest = manifest
        self._problems = problems

    def topic(self, file: SourceFile) -> Iterator[SourceEntry]:
        parts = split_front_matter(file, self._problems)
        if parts is None:
            return
        toml, numbered = parts
        chunks = split_chunks(file, numbered, self._problems)
        entry = self._entry(EntryKind.TOPIC, toml, toml.data, ())
        if entry is not None:
            yield self._with_blocks(entry, chunks)

    def _with_blocks(self, entry: SourceEntry, chunks: list[Chunk]) -> SourceEntry:
        path = entry.place.path
        messages = []
        for chunk in chunks:
            if chunk.id in _TOPIC_FIELDS:
                message = f"a block cannot be called {quoted(chunk.id)}"
                self._problems.add(Rule.RESERVED_ID.problem(path, chunk.line - 1, message))
            context = f"{entry.id}/{chunk.id}"
            messages.append(Message(context, chunk.text, Place(path, chunk.line), is_block=True))
        contexts = [f"{self._manifest.id}/{message.context}" for message in messages]
        return SourceEntry(
            kind=entry.kind,
            id=entry.id,
            place=entry.place,
            record={**entry.record, "blocks": contexts},
            messages=entry.messages + tuple(messages),
            references=entry.references,
            lines=entry.lines,
            is_valid=entry.is_valid,
        )

    def programme(self, file: SourceFile) -> Iterator[SourceEntry]:
        toml = parse_toml(file.path, file.text, self._problems)
        if toml is not None:
            entry = self._entry(EntryKind.PROGRAMME, toml, toml.data, ())
            if entry is not None:
                yield entry

    def table_file(self, file: SourceFile, kind: EntryKind) -> Iterator[SourceEntry]:
        toml = parse_toml(file.path, file.text, self._problems)
        if toml is None:
            return
        reader = TableReader(toml, Reading(self._manifest.id, self._problems))
        reader.only_tables(kind.value)
        for table, path in reader.tables(kind.value):
            entry = self._entry(kind, toml, table, path)
            if entry is not None:
                yield entry

    def _entry(
        self, kind: EntryKind, toml: TomlFile, table: Mapping[str, Any], path: Path
    ) -> SourceEntry | None:
        reading = Reading(self._manifest.id, self._problems)
        reader = TableReader(toml, reading)
        entry_id = reader.slug(table, path)
        if entry_id in RESERVED_ENTRY_IDS:
            reading.fail(Rule.RESERVED_ID, reader.place(*path, "id"), f"{entry_id} is reserved")
        context = entry_id or "?"
        record = reader.read(
            ENTRY_TYPES[kind], table, path, context, extra=("id",), omit=("blocks",)
        )
        _read_conditions(record, reader, reading, path)
        if entry_id is None:
            return None
        return SourceEntry(
            kind=kind,
            id=entry_id,
            place=reader.place(*path),
            record={"id": f"{self._manifest.id}/{entry_id}", **record, **self._pair(record)},
            messages=tuple(reading.messages),
            references=tuple(reading.references),
            lines=reader.key_lines(table, path),
            is_valid=reading.is_valid,
        )

    def _pair(self, record: Mapping[str, Any]) -> dict[str, list[str]]:
        """The pack's own country, where the entry does not say whom it is for."""
        country = self._manifest.country
        key = {PackKind.HOST: "hosts", PackKind.ORIGIN: "origins"}.get(self._manifest.kind)
        return {key: [country]} if key and country and not record.get(key) else {}


def _read_conditions(
    record: Mapping[str, Any], reader: TableReader, reading: Reading, path: Path
) -> None:
    """Refer to the answers that conditions name; they are looked up when all packs are read."""
    for index, condition in enumerate(record.get("conditions", ())):
        here = (*path, "conditions", index)
        if not condition.get("meets") and not condition.get("excludes"):
            name = quoted(condition.get("id", "?"))
            message = f"condition {name} says nothing about answers"
            reading.fail(Rule.EMPTY_CONDITION, reader.place(*here), message)
        both = set(condition.get("meets", ())) & set(condition.get("excludes", ()))
        if both:
            message = f"{quoted(min(both))} both meets and excludes"
            reading.fail(Rule.EMPTY_CONDITION, reader.place(*here), message, "keep one of the two")
        for key in ("meets", "excludes"):
            for number, value in enumerate(condition.get(key, ())):
                target = f"{condition.get('question', '')}={value}"
                place = reader.place(*here, key, number)
                reading.references.append(Reference(FieldKind.RECORD, target, key, place))
