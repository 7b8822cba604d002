"""Golden cases: answers of a person of a pair, judged, and compared with what must come out."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from kiosk.core.answers import Answers
from kiosk.core.eligibility import Verdict, advise
from kiosk.core.entries import EntryKind, Programme
from kiosk.core.facts import FactStatus, FactType, ShownFact
from kiosk.core.ids import BlockId, CountryCode, FactId, LanguageTag, SourceId
from kiosk.core.problems import Problem
from kiosk.core.records import decode
from kiosk.core.texts import Block, BlockKind, Text
from kiosk.packs.index import PackIndex
from kiosk.packs.rules import Rule
from kiosk.packs.source import Case, Expectation, SourcePack

_NO_LANGUAGE = LanguageTag("en")


class _WithoutWords:
    """Decodes programmes for their rules alone: every text is its own context."""

    def text(self, context: str) -> Text:
        return Text(context, _NO_LANGUAGE)

    def fact(self, fact_id: str) -> ShownFact:
        return ShownFact(
            id=FactId(fact_id),
            type=FactType.NUMBER,
            shown="",
            status=FactStatus.CURRENT,
            checked=date.min,
            source=SourceId(""),
        )

    def block(self, context: str) -> Block:
        return Block(BlockId(context), BlockKind.PARAGRAPH, (), _NO_LANGUAGE)


def programmes_of(index: PackIndex) -> tuple[Programme, ...]:
    """The programmes of all packs, as far as they are complete, without words."""
    resolver = _WithoutWords()
    return tuple(
        decode(Programme, entry.record, resolver)
        for entry in index.entries.values()
        if entry.kind is EntryKind.PROGRAMME and entry.is_valid
    )


def verify_cases(
    cases: Iterable[Case], programmes: Iterable[Programme]
) -> Iterator[tuple[Case, str]]:
    """Every case that comes out otherwise than expected, and how.

    `programmes` are those of all packs at hand; also called when packs are installed. Cases must
    name known questions only.
    """
    everything = tuple(programmes)
    for case in cases:
        for difference in _differences(case, everything):
            yield case, difference


def case_from(record: Mapping[str, Any]) -> Case:
    """The case a compiled pack keeps, for running it where the pack is installed."""
    expect = {name: tuple(values) for name, values in record["expect"].items()}
    return Case(
        id=record["id"],
        host=CountryCode(record["host"]),
        origin=CountryCode(record["origin"]),
        answers={question: tuple(values) for question, values in record["answers"].items()},
        expect=Expectation(**expect),
    )


def check_cases(pack: SourcePack, programmes: tuple[Programme, ...]) -> Iterator[Problem]:
    """The golden cases of a pack that fail, at their lines."""
    places = {sourced.id: sourced.place for sourced in pack.cases}
    cases = [sourced.case for sourced in pack.cases if sourced.case is not None]
    for case, difference in verify_cases(cases, programmes):
        place = places[case.id]
        yield Rule.FAILED_CASE.problem(place.path, place.line, f"case {case.id}: {difference}")


def _differences(case: Case, programmes: tuple[Programme, ...]) -> Iterator[str]:
    fitting = (programme for programme in programmes if programme.fits(case.host, case.origin))
    advice = advise(fitting, Answers.of(case.answers))
    verdicts = {str(option.programme.id): option.verdict for option in advice.options}
    if set(advice.blocked_by) != set(case.expect.blocked_by):
        yield f"blocked by {_list(advice.blocked_by)}, expected {_list(case.expect.blocked_by)}"
    expected = (
        (Verdict.LIKELY, case.expect.likely),
        (Verdict.ASK, case.expect.ask),
        (Verdict.UNLIKELY, case.expect.unlikely),
    )
    for verdict, names in expected:
        for name in names:
            found = verdicts.get(name)
            if found is not verdict:
                is_now = found.value if found else "not among the options"
                yield f"{name} is {is_now}, expected {verdict.value}"
    for name in case.expect.absent:
        if name in verdicts:
            yield f"{name} is {verdicts[name].value}, expected it not to be an option"


def _list(names: Iterable[str]) -> str:
    return ", ".join(names) or "nothing"
