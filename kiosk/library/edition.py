"""Everything the packs say, in one language on one day.

Entries are decoded when they are first looked at and kept; looking again costs nothing.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from kiosk.core.entries import (
    Agreement,
    Entry,
    EntryKind,
    Notice,
    Opportunity,
    Programme,
    QuestionText,
    Right,
    Service,
    Story,
    Term,
    Topic,
)
from kiosk.core.errors import EnvironmentProblem
from kiosk.core.facts import ShownFact, Source
from kiosk.core.ids import CountryCode, EntryRef, FactId, PackId, RegionCode, SourceId, split_ref
from kiosk.core.kinds import NoticePlace, Release
from kiosk.core.languages import LanguageTag
from kiosk.core.records import decode
from kiosk.core.texts import Text
from kiosk.library.pack_file import PackInfo
from kiosk.library.reading import Day, EntryReader, PackReader
from kiosk.library.stubs import Stub

E = TypeVar("E", bound=Entry)


class NotInLibraryError(EnvironmentProblem, LookupError):
    """The packs on this machine lack something the product cannot do without."""


class Shelf(Generic[E]):
    """All entries of one kind, in the order of packs and files."""

    def __init__(
        self, record_type: type[E], stubs: Mapping[EntryRef, Stub], read: Callable[[Stub], Entry]
    ) -> None:
        """`read` decodes a stub and remembers what came out."""
        self._type = record_type
        self._stubs = stubs
        self._read = read

    def __iter__(self) -> Iterator[E]:
        return (self._entry(stub) for stub in self._stubs.values())

    def __len__(self) -> int:
        return len(self._stubs)

    def __contains__(self, ref: object) -> bool:
        return ref in self._stubs

    def find(self, ref: str) -> E | None:
        """The entry with this qualified id, or None."""
        stub = self._stubs.get(EntryRef(ref))
        return self._entry(stub) if stub else None

    def for_pair(self, host: CountryCode | None, origin: CountryCode | None) -> tuple[E, ...]:
        """The entries meant for a pair of countries; an unknown side excludes nothing."""
        return tuple(self._entry(s) for s in self._stubs.values() if s.fits(host, origin))

    def _entry(self, stub: Stub) -> E:
        entry = self._read(stub)
        if not isinstance(entry, self._type):
            raise TypeError(f"{stub.id} is a {stub.kind.value}")
        return entry


class Edition:
    """The content of every pack in one language on one day, for a site of one release."""

    def __init__(
        self,
        day: Day,
        stubs: Mapping[EntryRef, Stub],
        readers: Mapping[PackId, PackReader],
    ) -> None:
        """`stubs` are all entries that count, `readers` the packs by id."""
        self._day = day
        self._stubs = stubs
        self._readers = readers
        self._entries: dict[EntryRef, Entry] = {}
        self._kinds: dict[EntryKind, dict[EntryRef, Stub]] = {kind: {} for kind in EntryKind}
        for ref, stub in stubs.items():
            if not self._is_over(stub):
                self._kinds[stub.kind][ref] = stub

    @property
    def language(self) -> LanguageTag:
        """The language asked for; each text says which one it is really in."""
        return self._day.language

    @property
    def as_of(self) -> date:
        """The day facts are shown for."""
        return self._day.as_of

    @property
    def release(self) -> Release:
        """How far the site's content is released."""
        return self._day.release

    @cached_property
    def topics(self) -> Shelf[Topic]:
        """Pages to read."""
        return self._shelf(EntryKind.TOPIC, Topic)

    @cached_property
    def programmes(self) -> Shelf[Programme]:
        """Options."""
        return self._shelf(EntryKind.PROGRAMME, Programme)

    @cached_property
    def services(self) -> Shelf[Service]:
        """Places and lines that help."""
        return self._shelf(EntryKind.SERVICE, Service)

    @cached_property
    def agreements(self) -> Shelf[Agreement]:
        """Agreements between states."""
        return self._shelf(EntryKind.AGREEMENT, Agreement)

    @cached_property
    def rights(self) -> Shelf[Right]:
        """Rights."""
        return self._shelf(EntryKind.RIGHT, Right)

    @cached_property
    def terms(self) -> Shelf[Term]:
        """The glossary."""
        return self._shelf(EntryKind.TERM, Term)

    @cached_property
    def opportunities(self) -> Shelf[Opportunity]:
        """Dated openings that are still open."""
        return self._shelf(EntryKind.OPPORTUNITY, Opportunity)

    @cached_property
    def stories(self) -> Shelf[Story]:
        """Stories of people who went back."""
        return self._shelf(EntryKind.STORY, Story)

    @cached_property
    def questions(self) -> Shelf[QuestionText]:
        """The words of the questions."""
        return self._shelf(EntryKind.QUESTION, QuestionText)

    @cached_property
    def notices(self) -> Shelf[Notice]:
        """The sentences of the safety core."""
        return self._shelf(EntryKind.NOTICE, Notice)

    def find(self, ref: str) -> Entry | None:
        """The entry of any kind with this qualified id, or None."""
        stub = self._stubs.get(EntryRef(ref))
        return None if stub is None or self._is_over(stub) else self._read(stub)

    def notice(self, place: NoticePlace) -> Text:
        """What the safety core says at a place; raises NotInLibraryError where it says nothing."""
        for notice in self.notices:
            if notice.place is place:
                return notice.text
        raise NotInLibraryError(
            f"no pack has the sentence for {place.value!r}: add it to notices.toml of `common` "
            "and run `make build`"
        )

    def question(self, question: str) -> QuestionText:
        """The words of a question; raises NotInLibraryError where there are none."""
        for text in self.questions:
            if text.question == question:
                return text
        raise NotInLibraryError(
            f"no pack has words for the question {question!r}: add it to questions.toml of "
            "`common` and run `make build`"
        )

    def regions(self, country: CountryCode) -> tuple[tuple[RegionCode, Text], ...]:
        """The regions of a country a person may choose, in the order of its pack."""
        return tuple(
            (code, self._pack_text(reader, f"region-{code}/name"))
            for reader in self._readers.values()
            if reader.pack.info.country == country
            for code in reader.pack.info.regions
        )

    def packs_for(
        self, host: CountryCode | None, origin: CountryCode | None
    ) -> tuple[PackInfo, ...]:
        """The packs that have something for a pair."""
        infos = (reader.pack.info for reader in self._readers.values())
        return tuple(info for info in infos if info.serves(host, origin))

    def country_of(self, ref: str) -> CountryCode | None:
        """The country of the pack an entry is from; None where it has none."""
        stub = self._stubs.get(EntryRef(ref))
        return stub.pack.info.country if stub else None

    def source(self, source_id: SourceId) -> Source:
        """A source by its qualified id; raises NotInLibraryError where there is none."""
        reader = self._readers.get(split_ref(source_id)[0])
        source = reader.source(source_id) if reader else None
        if source is None:
            raise NotInLibraryError(f"no pack has the source {source_id!r}: run `make build`")
        return source

    def fact(self, fact_id: FactId) -> ShownFact:
        """A fact by its qualified id; raises NotInLibraryError where there is none."""
        reader = self._readers.get(split_ref(fact_id)[0])
        if reader is None:
            raise NotInLibraryError(f"no pack has the fact {fact_id!r}: run `make build`")
        return EntryReader(reader, self._day, reviewed_only=False).fact(fact_id)

    def rests_on_old_source(self, entry: Entry) -> bool:
        """True when a source of it is undated or over 24 months old on the day asked for."""
        return any(self.source(source).is_old(self.as_of) for source in entry.sources)

    def _shelf(self, kind: EntryKind, record_type: type[E]) -> Shelf[E]:
        return Shelf(record_type, self._kinds[kind], self._read)

    def _read(self, stub: Stub) -> Entry:
        entry = self._entries.get(stub.id)
        if entry is None:
            reader = self._readers[stub.pack.info.id]
            reviewed_only = self.release.needs_review and stub.needs_review
            resolver = EntryReader(reader, self._day, reviewed_only=reviewed_only)
            entry = decode(stub.entry_type, {**stub.record, "id": stub.id}, resolver)
            self._entries[stub.id] = entry
        return entry

    def _pack_text(self, reader: PackReader, context: str) -> Text:
        resolver = EntryReader(reader, self._day, reviewed_only=False)
        return resolver.text(f"{reader.pack.info.id}/{context}")

    def _is_over(self, stub: Stub) -> bool:
        if stub.kind is not EntryKind.OPPORTUNITY:
            return False
        return date.fromisoformat(stub.record["expires"]) < self.as_of
