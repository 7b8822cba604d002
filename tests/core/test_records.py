"""The one schema: what is read off the dataclasses, and records becoming entries again."""

import json
from dataclasses import dataclass, fields
from datetime import date

import pytest

from kiosk.core.entries import ENTRY_TYPES, Condition, Programme, Service
from kiosk.core.facts import Fact, FactStatus, FactType, OnExpiry, ShownFact
from kiosk.core.ids import BlockId, FactId, LanguageTag, SourceId
from kiosk.core.kinds import ProgrammeKind, RunBy, ServiceType
from kiosk.core.records import decode, encode
from kiosk.core.schema import FieldKind, fields_of, text_context
from kiosk.core.texts import Block, BlockKind, Text

DAY = date(2026, 11, 21)


class Words:
    """Says of every text where it was asked for."""

    def text(self, context: str) -> Text:
        return Text(f"words of {context}", LanguageTag("en"))

    def fact(self, fact_id: str) -> ShownFact:
        return ShownFact(
            FactId(fact_id), FactType.PHONE, "116", FactStatus.CURRENT, DAY, SourceId("p/s")
        )

    def block(self, context: str) -> Block:
        return Block(BlockId(context), BlockKind.PARAGRAPH, (), LanguageTag("en"))


@pytest.mark.parametrize("entry_type", ENTRY_TYPES.values())
def test_every_field_of_every_entry_has_a_place_in_a_pack(entry_type: type) -> None:
    assert [spec.name for spec in fields_of(entry_type)] == [f.name for f in fields(entry_type)]


def test_the_schema_knows_lists_choices_and_what_must_be_there() -> None:
    found = {spec.name: spec for spec in fields_of(Programme)}

    assert found["kind"].kind is FieldKind.CHOICE
    assert found["kind"].item is ProgrammeKind
    assert found["kind"].required
    assert found["conditions"].many
    assert found["conditions"].item is Condition
    assert found["time"].kind is FieldKind.TEXT
    assert not found["time"].required


def test_a_field_of_a_strange_type_is_refused_when_it_is_written() -> None:
    @dataclass(frozen=True)
    class Strange:
        price: float

    with pytest.raises(TypeError, match="price"):
        fields_of(Strange)


def test_a_record_becomes_an_entry_with_words_facts_and_dates() -> None:
    record = {
        "id": "test/line",
        "sources": ["test/page"],
        "checked": "2026-11-21",
        "name": "test/line/name",
        "type": "violence",
        "country": "SN",
        "run_by": "ngo",
        "phones": ["test/line_phone"],
        "free": True,
    }
    line = decode(Service, record, Words())

    assert line.name.value == "words of test/line/name"
    assert line.type is ServiceType.VIOLENCE
    assert line.run_by is RunBy.NGO
    assert line.checked == DAY
    assert [fact.id for fact in line.phones] == ["test/line_phone"]
    assert line.free is True
    assert line.hours is None


def test_a_value_that_is_not_in_a_vocabulary_is_refused() -> None:
    with pytest.raises(ValueError, match="spaceship"):
        decode(Service, {"type": "spaceship"}, Words())


def test_a_fact_survives_the_way_through_json() -> None:
    fact = Fact(
        id=FactId("test/ban"),
        type=FactType.DURATION,
        value="3",
        source=SourceId("test/page"),
        checked=DAY,
        valid_until=DAY,
        unit="year",
        on_expiry=OnExpiry.HIDE,
    )
    stored = json.loads(json.dumps(encode(fact)))

    assert decode(Fact, stored, Words()) == fact


def test_texts_are_named_by_entry_field_and_item() -> None:
    steps = next(spec for spec in fields_of(Programme) if spec.name == "steps")
    title = next(spec for spec in fields_of(Programme) if spec.name == "title")

    assert text_context("pack/entry", title) == "pack/entry/title"
    assert text_context("pack/entry", steps, "ask") == "pack/entry/steps/ask"
