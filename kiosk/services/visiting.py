"""What one visitor may see: the content of her session, stop path applied in this one place.

The GUI asks a `Visit` and shows what it says; it never reads the library itself.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TypeVar

from kiosk.core.entries import (
    Agreement,
    Entry,
    Item,
    QuestionText,
    Right,
    Service,
    Story,
    Term,
    Topic,
)
from kiosk.core.facts import Source
from kiosk.core.ids import CountryCode, LanguageTag, RegionCode
from kiosk.core.kinds import NoticePlace, RunBy, ServiceType, TopicSection
from kiosk.core.languages import LANGUAGES, Language
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Screen, Session
from kiosk.core.sheet import SheetRequest
from kiosk.core.stop_path import is_about_return, still_shown
from kiosk.core.texts import Text
from kiosk.i18n.folding import fold
from kiosk.i18n.translator import Translator, Translators
from kiosk.library import Edition, Hit, Library, Shelf
from kiosk.services.advising import AdviceView, Adviser
from kiosk.services.counting import NoTally, Tally
from kiosk.services.glossary import TermFinder
from kiosk.settings import Site

E = TypeVar("E", bound=Entry)

_MOST_TERMS = 6

_ENTRY_SCREENS = (Screen.TOPIC, Screen.TERM, Screen.RIGHT, Screen.SERVICE)


class Visiting:
    """Opens visits: one per session value, cheap to make."""

    def __init__(
        self,
        library: Library,
        translators: Translators,
        site: Site,
        *,
        as_of: date,
        tally: Tally | None = None,
    ) -> None:
        """`as_of` is the day facts are shown for; without a `tally` nothing is counted."""
        self.library = library
        self.translators = translators
        self.site = site
        self.as_of = as_of
        self.tally: Tally = tally or NoTally()
        self._finders: dict[LanguageTag, TermFinder] = {}

    def visit(self, session: Session) -> "Visit":
        """What this session may see, in its language."""
        edition = self.library.edition(session.language, self.as_of, self.site.release)
        return Visit(self, session, edition, self.translators.for_language(session.language))

    def term_finder(self, edition: Edition) -> TermFinder:
        """Finds words of the glossary in texts of an edition; made once per language."""
        finder = self._finders.get(edition.language)
        if finder is None:
            finder = TermFinder(edition.terms, edition.language)
            self._finders[edition.language] = finder
        return finder

    def is_private(self, session: Session) -> bool:
        """True when onlookers should neither see nor hear what is shown."""
        return self.visit(session).is_private


@dataclass(frozen=True)
class Visit:
    """One session's view of the content."""

    visiting: Visiting
    session: Session
    edition: Edition
    words: Translator

    @property
    def language(self) -> Language:
        """The language everything is shown in."""
        return LANGUAGES[self.session.language]

    @property
    def languages(self) -> tuple[LanguageTag, ...]:
        """Languages offered, in the order of the site file, then those it does not name."""
        offered = self.visiting.library.languages
        wished = [tag for tag in self.visiting.site.languages if tag in offered]
        return tuple(dict.fromkeys((*wished, *offered)))

    @property
    def hosts(self) -> tuple[CountryCode, ...]:
        """Countries a person can be in."""
        return self.visiting.library.hosts

    @property
    def origins(self) -> tuple[CountryCode, ...]:
        """Countries a person can be from."""
        return self.visiting.library.origins

    @property
    def blocked(self) -> bool:
        """True when an answer stops the return path; never said on screen."""
        return bool(self.session.answers.blocked_by)

    @property
    def is_private(self) -> bool:
        """True when onlookers should neither see nor hear the place of the session.

        Private are questions, verdicts, help and safety texts, words typed into the search, what
        is printed or taken away, feedback (it may say "pressure"). Not what is made to be shown to
        others: an interpreter card, whom to talk to. Answers do not matter: the picture must be
        hidden alike for everybody, or hiding would tell.
        """
        place = self.session.place
        if place.screen is Screen.SEARCH:
            return bool(place.subject)
        if place.screen is Screen.WHO_RUNS:
            return self.in_own_state
        if place.screen.is_private:
            return True
        entry = self.edition.find(place.subject) if place.screen in _ENTRY_SCREENS else None
        return entry is not None and _is_private(entry)

    @property
    def in_own_state(self) -> bool:
        """True when the state that runs this site is the one the person comes from."""
        run_by = self.visiting.site.run_by_state
        return bool(run_by) and run_by == self.session.origin

    def notice(self, place: NoticePlace) -> Text:
        """A sentence of the safety core."""
        return self.edition.notice(place)

    @cached_property
    def topics(self) -> Mapping[TopicSection, tuple[Topic, ...]]:
        """Pages by section, in order; sections without a page are left out."""
        shown = self._shown(self._fitting(self.edition.topics))
        ordered = sorted(shown, key=lambda t: (not t.safety_core, t.order, t.id))
        grouped = {s: tuple(t for t in ordered if t.section is s) for s in TopicSection}
        return {section: topics for section, topics in grouped.items() if topics}

    @cached_property
    def advice(self) -> AdviceView:
        """Every option with its verdict; needs both countries."""
        adviser = Adviser(self.visiting.library, self.edition, self.words)
        host, origin = self._pair
        return adviser.advise(host, origin, self.session.answers)

    @cached_property
    def rights(self) -> tuple[Right, ...]:
        """Rights that hold where the person is, in order."""
        shown = self._shown(self._fitting(self.edition.rights))
        return tuple(sorted(shown, key=lambda r: (r.order, r.id)))

    @cached_property
    def agreements(self) -> tuple[Agreement, ...]:
        """Agreements between the two countries."""
        host, origin = self._pair
        both = {host, origin}
        return tuple(a for a in self._shown(self.edition.agreements) if both <= set(a.parties))

    @cached_property
    def services(self) -> Mapping[ServiceType, tuple[Service, ...]]:
        """Help by type: safety first, then the rest; where the person is, then at home."""
        host, origin = self._pair
        near = [s for s in self._fitting(self.edition.services) if s.country in (host, origin)]
        shown = sorted(self._shown(near), key=lambda s: (s.country != host, s.id))
        types = sorted(ServiceType, key=lambda t: not t.is_safety)
        grouped = {t: tuple(s for s in shown if s.type is t) for t in types}
        return {kind: services for kind, services in grouped.items() if services}

    @property
    def emergency(self) -> Service | None:
        """The emergency line of the country where the person is, if one is on record."""
        host = self.session.host or self.visiting.site.host
        return next((s for s in self.edition.services if s.emergency and s.country == host), None)

    @property
    def own_state_help(self) -> tuple[Service, ...]:
        """Protection and legal help that does not belong to the state of origin."""
        return self.independent_help((ServiceType.PROTECTION, ServiceType.LEGAL_ADVICE))

    def independent_help(self, kinds: Iterable[ServiceType]) -> tuple[Service, ...]:
        """Help of these kinds where the person is, in their order, none run by her own state."""
        found = (s for kind in kinds for s in self.services.get(kind, ()))
        near = (s for s in found if s.country == self.session.host)
        return tuple(s for s in near if s.run_by is not RunBy.STATE_OF_ORIGIN)

    @property
    def questions(self) -> tuple[QuestionText, ...]:
        """All questions in their order."""
        return tuple(self.edition.question(question) for question in QUESTIONS)

    @property
    def regions(self) -> tuple[tuple[str, Text], ...]:
        """Regions of the country of origin a person may choose."""
        return self.edition.regions(self._pair[1])

    @property
    def terms(self) -> tuple[Term, ...]:
        """The glossary, by its words."""
        shown = self._shown(self._fitting(self.edition.terms))
        return tuple(sorted(shown, key=lambda term: fold(term.term.value)))

    @property
    def stories(self) -> tuple[Story, ...]:
        """Stories from the two countries, in an order that does not follow how they went."""
        shown = self._shown(self._fitting(self.edition.stories))
        near = [s for s in shown if s.country in (self.session.host, self.session.origin)]
        return tuple(sorted(near, key=lambda story: story.id))

    def story(self, ref: str) -> Story | None:
        """A story the person may see, or None."""
        return self._find(self.edition.stories, ref)

    def terms_in(self, texts: Iterable[str], but: str = "") -> tuple[Term, ...]:
        """The words of the glossary that occur in texts shown, a few at most, never `but`."""
        found = self.visiting.term_finder(self.edition).find(texts)
        host, origin = self.session.host, self.session.origin
        fitting = (t for t in found if not (host and origin) or t.fits(host, origin))
        return tuple(t for t in self._shown(fitting) if t.id != but)[:_MOST_TERMS]

    def question(self, question: str) -> QuestionText:
        """The words of a question; the regions of the origin are the values of `region`."""
        words = self.edition.question(question)
        if question != "region" or not self.session.origin:
            return words
        regions = tuple(Item(code, name) for code, name in self.regions)
        return replace(words, values=regions)

    def find(self, ref: str) -> Entry | None:
        """Any entry the person may see, or None."""
        entry = self.edition.find(ref)
        return next(iter(self._shown((entry,))), None) if entry else None

    def sources(self, entry: Entry) -> tuple[Source, ...]:
        """Where an entry comes from."""
        return tuple(self.edition.source(source) for source in entry.sources)

    def topic(self, ref: str) -> Topic | None:
        """A page the person may see, or None."""
        return self._find(self.edition.topics, ref)

    def right(self, ref: str) -> Right | None:
        """A right, or None."""
        return self._find(self.edition.rights, ref)

    def service(self, ref: str) -> Service | None:
        """A contact the person may see, or None."""
        return self._find(self.edition.services, ref)

    def term(self, ref: str) -> Term | None:
        """A word of the glossary, or None."""
        return self._find(self.edition.terms, ref)

    def agreement(self, ref: str) -> Agreement | None:
        """An agreement, or None."""
        return self._find(self.edition.agreements, ref)

    def search(self, query: str, limit: int = 20) -> tuple[Hit, ...]:
        """What fits the words typed, without anything the stop path removes."""
        return self.visiting.library.search(
            query,
            self.session.language,
            host=self.session.host,
            origin=self.session.origin,
            limit=limit,
            keep=self._may_see,
            as_of=self.edition.as_of,
            release=self.edition.release,
        )

    @property
    def sheet_request(self) -> SheetRequest:
        """The sheet of this session as far as the person agreed to what may stand on it."""
        host, origin = self._pair
        session = self.session
        mine = session.only_i_see_it is True and self.visiting.site.printer_in_reach
        everything = frozenset(QUESTIONS)
        region = session.answers["region"]
        return SheetRequest(
            host=host,
            origin=origin,
            language=session.language,
            also=session.sheet_also if session.sheet_also != session.language else None,
            answers=session.answers,
            region=RegionCode(region[0]) if region else None,
            discreet=not mine,
            reasons_from=everything if mine else frozenset(),
            answers_from=everything if mine and session.print_answers else frozenset(),
        )

    @property
    def _pair(self) -> tuple[CountryCode, CountryCode]:
        host, origin = self.session.host, self.session.origin
        if host is None or origin is None:
            raise LookupError("a visit needs both countries before this can be shown")
        return host, origin

    def _fitting(self, shelf: Shelf[E]) -> tuple[E, ...]:
        host, origin = self.session.host, self.session.origin
        return shelf.for_pair(host, origin) if host and origin else tuple(shelf)

    def _shown(self, entries: Iterable[E]) -> tuple[E, ...]:
        return still_shown(entries, blocked=self.blocked, origin=self.session.origin)

    def _find(self, shelf: Shelf[E], ref: str) -> E | None:
        entry = shelf.find(ref)
        found = self._shown((entry,)) if entry else ()
        return found[0] if found else None

    def _may_see(self, entry: Entry) -> bool:
        return not (self.blocked and is_about_return(entry, self.session.origin))


def _is_private(entry: Entry) -> bool:
    """True for protection and for help that somebody looks for who is in trouble."""
    is_safety = isinstance(entry, Service) and entry.type.is_safety
    return entry.safety_core or is_safety
