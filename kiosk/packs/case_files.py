"""`cases.toml` read: golden cases with the answers they give and the verdicts they expect."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.ids import CountryCode, EntryRef
from kiosk.core.problems import Problems
from kiosk.core.questions import QUESTIONS
from kiosk.core.schema import FieldKind
from kiosk.packs.files import SourceFile, parse_toml
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import Case, Expectation, Manifest, Reference, SourcedCase
from kiosk.packs.table_lists import ListedTable, listed_tables
from kiosk.packs.tables import type_name
from kiosk.packs.toml_lines import Path


@dataclass(frozen=True)
class _CaseTable:
    host: CountryCode
    origin: CountryCode


@dataclass(frozen=True)
class _ExpectTable:
    blocked_by: tuple[str, ...] = ()
    likely: tuple[EntryRef, ...] = ()
    ask: tuple[EntryRef, ...] = ()
    unlikely: tuple[EntryRef, ...] = ()
    absent: tuple[EntryRef, ...] = ()


def read_cases(
    file: SourceFile | None, manifest: Manifest, problems: Problems
) -> tuple[SourcedCase, ...]:
    """All golden cases, also those that are not usable (without their value)."""
    toml = parse_toml(file.path, file.text, problems) if file else None
    listed = listed_tables(toml, "case", manifest.id, problems)
    found = [_CaseReader(one).read() for one in listed]
    return tuple(case for case in found if case is not None)


class _CaseReader:
    def __init__(self, one: ListedTable) -> None:
        self._reader = one.reader
        self._reading = one.reading
        self._table = one.table
        self._path = one.path

    def read(self) -> SourcedCase | None:
        case_id = self._reader.slug(self._table, self._path)
        extra = ("id", "answers", "expect")
        record = self._reader.read(_CaseTable, self._table, self._path, "", extra=extra)
        answers = self._answers(self._inner("answers"))
        path = (*self._path, "expect")
        expect = self._reader.read(_ExpectTable, self._inner("expect"), path, "")
        if case_id is None:
            return None
        case = None
        if self._reading.is_valid:
            lists = {key: tuple(values) for key, values in expect.items()}
            host, origin = record["host"], record["origin"]
            case = Case(case_id, host, origin, answers, Expectation(**lists))
        place = self._reader.place(*self._path)
        return SourcedCase(case_id, place, case, tuple(self._reading.references))

    def _inner(self, key: str) -> Mapping[str, Any]:
        found = self._table.get(key, {})
        if isinstance(found, dict):
            return found
        self._fail(Rule.WRONG_TYPE, (key,), f"{key} is {type_name(found)}", f"write [case.{key}]")
        return {}

    def _answers(self, untrusted: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
        answers: dict[str, tuple[str, ...]] = {}
        for question, value in untrusted.items():
            path = ("answers", question)
            if question not in QUESTIONS:
                way_out = did_you_mean(question, QUESTIONS)
                self._fail(Rule.UNKNOWN_QUESTION, path, f"no question {quoted(question)}", way_out)
                continue
            is_many = QUESTIONS[question].is_many
            values = value if isinstance(value, list) else [value]
            if not all(isinstance(item, str) for item in values):
                self._fail(Rule.WRONG_TYPE, path, f"{question} holds no texts", "use quotes")
                continue
            if len(values) > 1 and not is_many:
                self._fail(Rule.WRONG_TYPE, path, f"{question} has one answer", "give one value")
            for item in values:
                place = self._reader.place(*self._path, *path)
                target = f"{question}={item}"
                self._reading.references.append(
                    Reference(FieldKind.RECORD, target, question, place)
                )
            answers[question] = tuple(values)
        return answers

    def _fail(self, rule: Rule, path: Path, message: str, way_out: str = "") -> None:
        self._reading.fail(rule, self._reader.place(*self._path, *path), message, way_out)
