"""A pack as its editor wrote it: typed, with the file and line of everything."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from kiosk.core.entries import EntryKind
from kiosk.core.facts import Fact, Source
from kiosk.core.ids import CountryCode, LanguageTag, PackId, RegionCode
from kiosk.core.kinds import PackKind
from kiosk.core.schema import FieldKind
from kiosk.core.speech import Origin
from kiosk.core.texts import TextState

_ENGLISH = LanguageTag("en")

FACT_REFERENCE = re.compile(r"\{([a-z][a-z0-9]*(?:_[a-z0-9]+)*)\}")


@dataclass(frozen=True)
class Place:
    """A file and a line in it, from 1."""

    path: Path
    line: int


@dataclass(frozen=True)
class Message:
    """One text to translate. `context` is `entry/field…` inside the pack; blocks are Markdown."""

    context: str
    text: str
    place: Place
    is_block: bool = False

    @property
    def facts(self) -> tuple[str, ...]:
        """Facts referred to, each once, in the order of the text."""
        return tuple(dict.fromkeys(FACT_REFERENCE.findall(self.text)))


@dataclass(frozen=True)
class Reference:
    """Something named that must exist: an entry, a fact or a source; `field` names it."""

    kind: FieldKind
    target: str
    field: str
    place: Place


@dataclass(frozen=True)
class SourceEntry:
    """One entry. `record` is what the compiled pack stores; incomplete where `is_valid` is not."""

    kind: EntryKind
    id: str
    place: Place
    record: Mapping[str, Any]
    messages: tuple[Message, ...]
    references: tuple[Reference, ...]
    lines: Mapping[str, int]
    is_valid: bool

    def place_of(self, key: str) -> Place:
        """Where a key of the entry stands, or the entry itself."""
        return Place(self.place.path, self.lines.get(key, self.place.line))


@dataclass(frozen=True)
class SourcedFact:
    """A fact and where it stands; `lines` of its keys. `fact` is None when it is not usable."""

    id: str
    place: Place
    lines: Mapping[str, int]
    fact: Fact | None

    def place_of(self, key: str) -> Place:
        """Where a key of the fact stands, or the fact itself."""
        return Place(self.place.path, self.lines.get(key, self.place.line))


@dataclass(frozen=True)
class SourcedSource:
    """A source and where it stands."""

    id: str
    place: Place
    source: Source | None


@dataclass(frozen=True)
class Region:
    """A region a person may choose, its name in the source language."""

    code: RegionCode
    name: str


@dataclass(frozen=True)
class Hiding:
    """An entry of another pack that a site does not show."""

    entry: str
    place: Place


@dataclass(frozen=True)
class Replacement:
    """An entry of another pack that a site shows its own in place of; ids qualified.

    `sha256` is the hash of what is replaced, so that it never outlives a change below it.
    """

    entry: str
    own: str
    sha256: str
    place: Place


@dataclass(frozen=True)
class Manifest:
    """What `pack.toml` says; harmless values where it was wrong, beside a problem."""

    id: PackId
    kind: PackKind = PackKind.COMMON
    country: CountryCode | None = None
    title: str = ""
    version: str = "0"
    released: date = date(1970, 1, 1)
    owner: str = ""
    source_language: LanguageTag = _ENGLISH
    languages: tuple[LanguageTag, ...] = (_ENGLISH,)
    review_interval_days: int = 365
    regions: tuple[Region, ...] = ()
    hides: tuple[Hiding, ...] = ()
    replaces: tuple[Replacement, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)

    @property
    def review_interval(self) -> timedelta:
        """How long a fact without `valid_until` stays good after it was checked."""
        return timedelta(days=self.review_interval_days)

    @property
    def targets(self) -> tuple[LanguageTag, ...]:
        """The languages to translate into."""
        return tuple(tag for tag in self.languages if tag != self.source_language)


@dataclass(frozen=True)
class Expectation:
    """What a golden case expects; entries qualified."""

    blocked_by: tuple[str, ...] = ()
    likely: tuple[str, ...] = ()
    ask: tuple[str, ...] = ()
    unlikely: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()


@dataclass(frozen=True)
class Case:
    """A golden case: answers of a person of a pair, and what must come out."""

    id: str
    host: CountryCode
    origin: CountryCode
    answers: Mapping[str, tuple[str, ...]]
    expect: Expectation


@dataclass(frozen=True)
class SourcedCase:
    """A golden case and where it stands; None when it is not usable."""

    id: str
    place: Place
    case: Case | None
    references: tuple[Reference, ...] = ()


@dataclass(frozen=True)
class Unit:
    """One message of a PO file that is not obsolete."""

    context: str
    source: str
    text: str
    is_fuzzy: bool
    comment: str
    line: int


@dataclass(frozen=True)
class Catalogue:
    """One PO file: units by context."""

    language: LanguageTag
    path: Path
    units: Mapping[str, Unit]


@dataclass(frozen=True)
class Translation:
    """A text in a target language that may be shown."""

    text: str
    state: TextState


@dataclass(frozen=True)
class SourcedClip:
    """One recording as a list in `audio/` names it.

    `key` is the hash of the words it speaks (see `kiosk.core.speech`), `sha256` that of the sound
    file. `is_draft` for those in `audio/drafts/`, which are made anew and never kept.
    """

    of: str
    language: LanguageTag
    key: str
    path: Path
    sha256: str
    origin: Origin
    voice: str
    made: date
    place: Place
    is_draft: bool


@dataclass(frozen=True)
class SourcePack:
    """A whole pack as read; `sha256` is the hash of its canonical sources, drafts left out.

    `clips` are usable: their sound files are there. `sound_sha256` is the hash of all sound.
    """

    folder: Path
    manifest: Manifest
    sources: tuple[SourcedSource, ...]
    facts: tuple[SourcedFact, ...]
    entries: tuple[SourceEntry, ...]
    cases: tuple[SourcedCase, ...]
    catalogues: tuple[Catalogue, ...]
    own_messages: tuple[Message, ...]
    fact_references: tuple[Reference, ...]
    sha256: str
    clips: tuple[SourcedClip, ...] = ()
    sound_sha256: str = ""

    @property
    def id(self) -> PackId:
        """The pack's id."""
        return self.manifest.id

    @property
    def messages(self) -> tuple[Message, ...]:
        """Everything to translate, in the order of the files."""
        return self.own_messages + tuple(m for entry in self.entries for m in entry.messages)

    def catalogue(self, language: LanguageTag) -> Catalogue | None:
        """The translations into a language, if there are any."""
        return next((c for c in self.catalogues if c.language == language), None)
