"""Ids that stand once, references that lead somewhere, facts and sources that are used."""

from collections.abc import Callable, Iterable, Iterator
from typing import Protocol

from kiosk.core.facts import Sensitivity
from kiosk.core.ids import entry_ref
from kiosk.core.problems import Problem
from kiosk.core.questions import QUESTIONS
from kiosk.core.schema import FieldKind
from kiosk.packs.geography import is_region
from kiosk.packs.index import CONTACT_FIELDS, CONTACT_KIND, FACT_FIELDS, PackIndex
from kiosk.packs.markdown_blocks import NoBlock, parse_block
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import Message, Place, Reference, SourcePack


class _Named(Protocol):
    @property
    def id(self) -> str: ...
    @property
    def place(self) -> Place: ...


def check_references(pack: SourcePack, index: PackIndex) -> Iterator[Problem]:
    """Every id that stands twice and every reference to nothing, in one pack."""
    yield from _duplicates("entry", pack.entries)
    yield from _duplicates("fact", pack.facts)
    yield from _duplicates("source", pack.sources)
    yield from _duplicates("case", pack.cases)
    yield from _duplicate_contexts(pack)
    checker = _ReferenceChecker(pack, index)
    for reference in _references(pack):
        yield from checker.check(reference)
    for message in pack.messages:
        yield from checker.check_message(message)
    yield from _unused(pack)


def _references(pack: SourcePack) -> Iterator[Reference]:
    yield from pack.fact_references
    for entry in pack.entries:
        yield from entry.references
    for case in pack.cases:
        yield from case.references


def _duplicates(what: str, things: Iterable[_Named]) -> Iterator[Problem]:
    first: dict[str, Place] = {}
    for thing in things:
        if thing.id in first:
            there = first[thing.id]
            message = f"{what} {quoted(thing.id)} is also at {there.path.name}:{there.line}"
            yield Rule.DUPLICATE_ID.problem(thing.place.path, thing.place.line, message)
        first.setdefault(thing.id, thing.place)


def _duplicate_contexts(pack: SourcePack) -> Iterator[Problem]:
    entries = {entry.id for entry in pack.entries}
    seen: set[str] = set()
    duplicated_entries = len(entries) != len(pack.entries)
    for message in pack.messages:
        if message.context in seen and not duplicated_entries:
            text = f"two texts have the place {quoted(message.context)}"
            yield Rule.DUPLICATE_ID.problem(message.place.path, message.place.line, text)
        seen.add(message.context)


class _ReferenceChecker:
    def __init__(self, pack: SourcePack, index: PackIndex) -> None:
        self._pack = pack
        self._index = index
        self._facts = index.facts_of(pack)
        self._sources = {source.id for source in pack.sources}
        self._checks: dict[FieldKind, Callable[[Reference], Iterator[Problem]]] = {
            FieldKind.SOURCE: self._source,
            FieldKind.FACT: self._fact,
            FieldKind.ENTRY: self._entry,
            FieldKind.REGION: self._region,
            FieldKind.RECORD: self._answer,
        }

    def check(self, reference: Reference) -> Iterator[Problem]:
        yield from self._checks[reference.kind](reference)

    def check_message(self, message: Message) -> Iterator[Problem]:
        for name in message.facts:
            if name not in self._facts:
                hint = did_you_mean(name, self._facts)
                yield _problem(Rule.UNKNOWN_FACT, message.place, f"no fact {quoted(name)}", hint)
            elif self._is_unprintable(name):
                what = f"{quoted(name)} is not for print, and texts are printed"
                way_out = "name it only as a contact of a service"
                yield _problem(Rule.WRONG_FACT, message.place, what, way_out)
        if not message.is_block:
            return
        try:
            links = parse_block(message.text).links
        except NoBlock:
            return  # named by the rules for texts
        for link in links:
            yield from self._link(link, message.place)

    def _is_unprintable(self, name: str) -> bool:
        fact = self._facts[name].fact
        return fact is not None and fact.sensitivity is Sensitivity.NOT_FOR_PRINT

    def _link(self, link: str, place: Place) -> Iterator[Problem]:
        if self._index.link(self._pack, link) is None:
            if link.startswith(("http:", "https:", "mailto:", "tel:")):
                hint = "make it a fact of type url and link to its id"
            else:
                hint = self._index.suggest_entry(self._pack, str(entry_ref(self._pack.id, link)))
            yield _problem(Rule.LINK_TARGET, place, f"link to {quoted(link)}", hint)

    def _source(self, reference: Reference) -> Iterator[Problem]:
        if reference.target not in self._sources:
            hint = did_you_mean(reference.target, self._sources)
            message = f"no source {quoted(reference.target)}"
            yield _problem(Rule.UNKNOWN_SOURCE, reference.place, message, hint)

    def _fact(self, reference: Reference) -> Iterator[Problem]:
        found = self._facts.get(reference.target)
        wanted = FACT_FIELDS.get(reference.field)
        if found is None:
            hint = did_you_mean(reference.target, self._facts)
            message = f"{reference.field}: no fact {quoted(reference.target)}"
            yield _problem(Rule.UNKNOWN_FACT, reference.place, message, hint)
        elif wanted and found.fact and found.fact.type is not wanted:
            message = f"{reference.field} names a fact of type {found.fact.type.value}"
            yield _problem(
                Rule.WRONG_FACT, reference.place, message, f"name a fact of type {wanted.value}"
            )

    def _entry(self, reference: Reference) -> Iterator[Problem]:
        found = self._index.entries.get(reference.target)
        if found is None:
            hint = self._index.suggest_entry(self._pack, reference.target)
            message = f"{reference.field}: no entry {quoted(reference.target)}"
            yield _problem(Rule.UNKNOWN_ENTRY, reference.place, message, hint)
        elif reference.field in CONTACT_FIELDS and found.kind is not CONTACT_KIND:
            message = f"{quoted(reference.target)} is a {found.kind.value}"
            yield _problem(Rule.NOT_A_CONTACT, reference.place, message)

    def _region(self, reference: Reference) -> Iterator[Problem]:
        declared = self._index.regions_of(reference.target.partition("-")[0])
        if not is_region(reference.target):
            known: Iterable[str] = declared or ()
        elif declared is not None and reference.target not in declared:
            known = declared
        else:
            return
        message = f"{quoted(reference.target)} is no region here"
        hint = did_you_mean(reference.target, known)
        yield _problem(Rule.UNKNOWN_REGION, reference.place, message, hint)

    def _answer(self, reference: Reference) -> Iterator[Problem]:
        question, _, value = reference.target.partition("=")
        if question not in QUESTIONS:
            hint = did_you_mean(question, QUESTIONS)
            message = f"no question {quoted(question)}"
            yield _problem(Rule.UNKNOWN_QUESTION, reference.place, message, hint)
            return
        values = self._index.answer_values(question)
        if value not in values:
            message = f"{question} has no value {quoted(value)}"
            hint = did_you_mean(value, values)
            yield _problem(Rule.UNKNOWN_ANSWER, reference.place, message, hint)


def _problem(rule: Rule, place: Place, message: str, way_out: str = "") -> Problem:
    return rule.problem(place.path, place.line, message, way_out)


def _unused(pack: SourcePack) -> Iterator[Problem]:
    references = list(_references(pack))
    sources = {r.target for r in references if r.kind is FieldKind.SOURCE}
    for source in pack.sources:
        if source.id not in sources:
            message = f"nothing rests on {quoted(source.id)}"
            yield _problem(Rule.UNUSED_SOURCE, source.place, message)
    facts = {r.target for r in references if r.kind is FieldKind.FACT}
    texts = "\n".join(message.text for message in pack.messages)
    for fact in pack.facts:
        is_linked = f"]({fact.id})" in texts or f"{{{fact.id}}}" in texts
        if fact.id not in facts and not is_linked:
            yield _problem(Rule.UNUSED_FACT, fact.place, f"nothing shows {quoted(fact.id)}")
