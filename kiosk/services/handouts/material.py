"""What a sheet is written from: one person's content in one language, stop path applied."""

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from kiosk.core.entries import Entry, Right, Service, Topic
from kiosk.core.ids import SourceId, split_ref
from kiosk.core.kinds import NoticePlace, ServiceType
from kiosk.core.questions import GUARDIAN_AGE
from kiosk.core.sheet import SheetRequest
from kiosk.core.stop_path import still_shown
from kiosk.core.texts import Text
from kiosk.library import Edition
from kiosk.services.advising import AdviceView

FIRST_DAYS = "first-days"
"""The slug of the topic of an origin pack that the "first days" part of a sheet is made from."""

CONTACTS_ON_PAPER = 7

_PROTECTION = (
    ServiceType.PROTECTION,
    ServiceType.LEGAL_ADVICE,
    ServiceType.TRAFFICKING,
    ServiceType.VIOLENCE,
    ServiceType.CHILD,
)


@dataclass(frozen=True)
class Material:
    """Content for one request in one language. `agreed` questions may show on paper."""

    request: SheetRequest
    edition: Edition
    advice: AdviceView

    @property
    def blocked(self) -> bool:
        """True when an answer stops the return path."""
        return bool(self.advice.blocked_by)

    @property
    def as_of(self) -> date:
        """The day the facts are those of."""
        return self.edition.as_of

    def notice(self, place: NoticePlace) -> Text:
        """A sentence of the safety core."""
        return self.edition.notice(place)

    @cached_property
    def services(self) -> tuple[Service, ...]:
        """Services of the pair that the person may see."""
        return self._services(blocked=self.blocked)

    @cached_property
    def everybodys(self) -> tuple[Service, ...]:
        """Services of the host that everybody may see: no answer adds to them or takes away."""
        return tuple(s for s in self._services(blocked=True) if self._at_host(s))

    def _services(self, *, blocked: bool) -> tuple[Service, ...]:
        request = self.request
        fitting = self.edition.services.for_pair(request.host, request.origin)
        here = [s for s in fitting if s.country in (request.host, request.origin)]
        return still_shown(here, blocked=blocked, origin=request.origin)

    @property
    def emergency(self) -> Service | None:
        """The host's emergency line, if one is on record."""
        return next((s for s in self.everybodys if s.emergency), None)

    @property
    def protection(self) -> tuple[Service, ...]:
        """Help in the host country, the same on everybody's sheet, none run by the origin state."""
        return tuple(s for s in self.everybodys if s.type in _PROTECTION and not s.emergency)

    @property
    def complaints(self) -> tuple[Service, ...]:
        """Where to complain in the host country, the same on everybody's sheet."""
        return tuple(s for s in self.everybodys if s.type is ServiceType.COMPLAINT)

    @property
    def contacts(self) -> tuple[Service, ...]:
        """Other contacts: those of the options first, then the origin's for the chosen region."""
        named = [ref for o in self.advice.options for ref in o.programme.contacts]
        said = {s.id for s in (*self.protection, *self.complaints)}
        rest = [s for s in self.services if s.id not in said and not s.emergency]
        first = [s for s in rest if s.id in named]
        home = [s for s in rest if s.id not in named and self._at_home(s) and self._near(s)]
        return (*first, *home)

    @property
    def on_paper(self) -> tuple[Service, ...]:
        """Every service a sheet names."""
        danger = (self.emergency,) if self.emergency else ()
        contacts = self.contacts[:CONTACTS_ON_PAPER]
        return (*danger, *self.protection, *contacts, *self.complaints)

    @property
    def help_first(self) -> bool:
        """True where legal advice, or a counsellor for a child, comes before anything else."""
        return bool(self.advice.first_words)

    @property
    def guardian_first(self) -> bool:
        """True before a guardian check: no step of a return stands on paper."""
        return GUARDIAN_AGE in self.request.answers["age"]

    @cached_property
    def rights(self) -> tuple[Right, ...]:
        """Rights that hold in the host country, in their order."""
        fitting = self.edition.rights.for_pair(self.request.host, self.request.origin)
        shown = still_shown(fitting, blocked=self.blocked, origin=self.request.origin)
        return tuple(sorted(shown, key=lambda right: (right.order, right.id)))

    @property
    def first_days(self) -> tuple[Topic, ...]:
        """The page about the first days after arrival in the country of origin."""
        fitting = self.edition.topics.for_pair(self.request.host, self.request.origin)
        pages = [t for t in fitting if split_ref(t.id)[1] == FIRST_DAYS and self._of_origin(t)]
        return still_shown(pages, blocked=self.blocked, origin=self.request.origin)

    def _of_origin(self, entry: Entry) -> bool:
        return self.edition.country_of(entry.id) == self.request.origin

    def _at_host(self, service: Service) -> bool:
        return service.country == self.request.host

    def _at_home(self, service: Service) -> bool:
        """At an office in the country of origin that is the country people are in, too."""
        return service.country == self.request.origin

    def _near(self, service: Service) -> bool:
        region = self.request.region
        return region is None or not service.regions or region in service.regions

    def source_ids(self, entries: tuple[Entry, ...]) -> tuple[SourceId, ...]:
        """The sources of entries, each once, in order of appearance."""
        return tuple(dict.fromkeys(source for entry in entries for source in entry.sources))
