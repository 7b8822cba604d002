"""What a pack holds, as the product sees it in one language on one day.

These dataclasses are also the schema of the pack source: a field's name is the TOML key, its type
says what may stand there, a field without a default must be given. `Text` fields are translated;
`FactRef` fields name a fact and are filled with its value of the day. See `docs/content-format.md`.
"""

from dataclasses import dataclass
from datetime import date
from enum import Enum

from kiosk.core.facts import ShownFact
from kiosk.core.ids import CountryCode, EntryRef, LanguageTag, RegionCode, SourceId
from kiosk.core.kinds import (
    AgreementType,
    NoticePlace,
    PhaseName,
    ProgrammeKind,
    RunBy,
    ServiceType,
    StoryTone,
    SupportForm,
    SupportLevel,
    SupportType,
    TellsAuthorities,
    TopicSection,
)
from kiosk.core.texts import Block, Text


@dataclass(frozen=True)
class Item:
    """One line of a list (a step, a paper, a warning), with its own id for translation."""

    id: str
    text: Text


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every entry has.

    `owner` is the ministry or body whose words these are. `about_return` marks what disappears
    when an answer stops the return path. `safety_core` entries (pack `common` only) can be hidden,
    reordered or withdrawn by no other pack.
    """

    id: EntryRef
    sources: tuple[SourceId, ...]
    checked: date
    review_by: date | None = None
    owner: str = ""
    about_return: bool = False
    safety_core: bool = False
    hosts: tuple[CountryCode, ...] = ()
    origins: tuple[CountryCode, ...] = ()

    def fits(self, host: CountryCode, origin: CountryCode) -> bool:
        """True when this entry is meant for the pair; an empty list means every country."""
        return (not self.hosts or host in self.hosts) and (
            not self.origins or origin in self.origins
        )


@dataclass(frozen=True, kw_only=True)
class Topic(Entry):
    """A page to read. `icon` names one of the closed icon set; `order` sorts within a section."""

    title: Text
    summary: Text
    section: TopicSection
    icon: str = "article"
    order: int = 100
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True)
class Gift:
    """One thing a programme gives: what, in which form, of which of the ten support types."""

    id: str
    text: Text
    form: SupportForm
    support: SupportType | None = None


@dataclass(frozen=True)
class Phase:
    """What a programme gives before departure, on the way, or after arrival."""

    phase: PhaseName
    gives: tuple[Gift, ...] = ()


@dataclass(frozen=True)
class Condition:
    """A rule about one question.

    Met when an answer is among `meets` (if given) and none among `excludes`; not met when
    answered otherwise; unknown when not answered. The three reasons are said to the person.
    """

    id: str
    question: str
    met: Text
    unmet: Text
    unknown: Text
    meets: tuple[str, ...] = ()
    excludes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Programme(Entry):
    """Any option a person has. Absent texts are shown as "not known"."""

    title: Text
    summary: Text
    kind: ProgrammeKind
    who_for: Text | None = None
    provider: Text | None = None
    funder: Text | None = None
    phases: tuple[Phase, ...] = ()
    conditions: tuple[Condition, ...] = ()
    papers: tuple[Item, ...] = ()
    steps: tuple[Item, ...] = ()
    time: Text | None = None
    coming_back: Text | None = None
    can_help: tuple[Item, ...] = ()
    can_be_hard: tuple[Item, ...] = ()
    contacts: tuple[EntryRef, ...] = ()
    levels: tuple[SupportLevel, ...] = (SupportLevel.PERSON,)
    community_benefit: Text | None = None
    not_checked_by_owner: bool = True


@dataclass(frozen=True, kw_only=True)
class Service(Entry):
    """A place or line that helps. Who runs it and whether it tells authorities is always said."""

    name: Text
    type: ServiceType
    country: CountryCode
    run_by: RunBy
    description: Text | None = None
    tells_authorities: TellsAuthorities = TellsAuthorities.NOT_KNOWN
    regions: tuple[RegionCode, ...] = ()
    languages: tuple[LanguageTag, ...] = ()
    phones: tuple[ShownFact, ...] = ()
    emails: tuple[ShownFact, ...] = ()
    address: ShownFact | None = None
    address_withheld: bool = False
    website: ShownFact | None = None
    free: bool | None = None
    hours: Text | None = None
    for_whom: Text | None = None
    emergency: bool = False


@dataclass(frozen=True, kw_only=True)
class Agreement(Entry):
    """A labour, circular, pension or free-movement agreement between countries."""

    title: Text
    type: AgreementType
    parties: tuple[CountryCode, ...]
    summary: Text
    year: int | None = None
    who_may_use: Text | None = None
    how: Text | None = None


@dataclass(frozen=True)
class Instrument:
    """A law or treaty and the article that gives the right, as printed."""

    name: str
    article: str


@dataclass(frozen=True, kw_only=True)
class Right(Entry):
    """A right in plain words, its limit or duty beside it, the law, and how to complain."""

    title: Text
    plain: Text
    limit: Text
    instruments: tuple[Instrument, ...]
    binds: Text
    complain: Text | None = None
    complain_to: tuple[EntryRef, ...] = ()
    icon: str = "scale"
    order: int = 100


@dataclass(frozen=True, kw_only=True)
class Term(Entry):
    """A word of the field explained. `synonyms`: other words people search, comma separated."""

    term: Text
    meaning: Text
    synonyms: Text | None = None


@dataclass(frozen=True, kw_only=True)
class Opportunity(Entry):
    """A dated opening (job, apprenticeship, course, credit); gone after `expires`."""

    title: Text
    summary: Text
    country: CountryCode
    expires: date
    regions: tuple[RegionCode, ...] = ()
    sponsor: str = ""
    contacts: tuple[EntryRef, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Story(Entry):
    """A returnee's story with consent on record; hard ones and good ones alike."""

    title: Text
    body: Text
    country: CountryCode
    consent: str
    tone: StoryTone = StoryTone.MIXED


@dataclass(frozen=True, kw_only=True)
class QuestionText(Entry):
    """The words of a question: `id` is `common/<question id>` with hyphens for underscores."""

    question: str
    text: Text
    why: Text
    values: tuple[Item, ...] = ()
    icon: str = "help"


@dataclass(frozen=True, kw_only=True)
class Notice(Entry):
    """A sentence the product itself says at fixed places (protection block, fear of the office)."""

    place: NoticePlace
    text: Text


class EntryKind(Enum):
    """Which kind an entry is; the value is the TOML table name and the table in compiled packs."""

    TOPIC = "topic"
    PROGRAMME = "programme"
    SERVICE = "service"
    AGREEMENT = "agreement"
    RIGHT = "right"
    TERM = "term"
    OPPORTUNITY = "opportunity"
    STORY = "story"
    QUESTION = "question"
    NOTICE = "notice"


ENTRY_TYPES: dict[EntryKind, type[Entry]] = {
    EntryKind.TOPIC: Topic,
    EntryKind.PROGRAMME: Programme,
    EntryKind.SERVICE: Service,
    EntryKind.AGREEMENT: Agreement,
    EntryKind.RIGHT: Right,
    EntryKind.TERM: Term,
    EntryKind.OPPORTUNITY: Opportunity,
    EntryKind.STORY: Story,
    EntryKind.QUESTION: QuestionText,
    EntryKind.NOTICE: Notice,
}
