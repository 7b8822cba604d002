"""Which ways lead on from the start screen, in which order, and how one comes there.

A site has a content set: the same content for everybody, but another thing stands first at a
border than in an office at home. Nothing here takes a way out: what does not come first comes
after. The order never depends on answers, so that the screen tells an onlooker nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum

from kiosk.core.answers import Answers
from kiosk.core.kinds import ContentSet
from kiosk.core.session import Place, Screen
from kiosk.services import guides
from kiosk.services.visiting import Visit


class Way(Enum):
    """One card on the start screen; the value is where it leads."""

    OPTIONS = Place(Screen.OPTIONS)
    RIGHTS = Place(Screen.RIGHTS)
    HELP = Place(Screen.HELP)
    TOPICS = Place(Screen.TOPICS)
    SEARCH = Place(Screen.SEARCH)
    SHEET = Place(Screen.SHEET_CHOICE)
    QUESTIONS = Place(Screen.QUESTIONS)
    DANGER = Place(Screen.DANGER_NOW)
    INTERPRETER = Place(Screen.INTERPRETER)
    TALK = Place(Screen.TALK)
    FAMILY_DECIDES = Place(Screen.FAMILY)
    REMEMBER = Place(Screen.REMEMBER)
    STORIES = Place(Screen.STORIES)
    ABOUT = Place(Screen.ABOUT)
    WHO_RUNS = Place(Screen.WHO_RUNS)
    FEEDBACK = Place(Screen.FEEDBACK)
    OTHER_QUESTIONS = Place(Screen.ABOUT, guides.OTHER_QUESTIONS)
    WHAT_NEXT = Place(Screen.ABOUT, "just_arrived")
    AT_HOME = Place(Screen.ABOUT, "back_home")
    FIRST_DAYS = Place(Screen.ABOUT, guides.FIRST_DAYS)
    WORK = Place(Screen.ABOUT, guides.WORK)
    PAPERS = Place(Screen.ABOUT, guides.PAPERS)
    CHILDREN = Place(Screen.ABOUT, guides.FAMILY)

    @property
    def place(self) -> Place:
        """Where it leads."""
        return self.value


@dataclass(frozen=True)
class WaysIn:
    """The cards of a start screen: `main` of equal weight, `more` smaller ones below."""

    main: tuple[Way, ...]
    more: tuple[Way, ...]


ALWAYS = (Way.OPTIONS, Way.RIGHTS, Way.HELP, Way.TOPICS, Way.SEARCH, Way.SHEET)
"""One touch away from every start screen, wherever they stand on it."""

_MORE = (
    Way.QUESTIONS,
    Way.OTHER_QUESTIONS,
    Way.TALK,
    Way.FAMILY_DECIDES,
    Way.REMEMBER,
    Way.STORIES,
    Way.ABOUT,
    Way.WHO_RUNS,
    Way.FEEDBACK,
)

_MAIN: Mapping[ContentSet, tuple[Way, ...]] = {
    ContentSet.FULL: ALWAYS,
    ContentSet.PUBLIC: ALWAYS,
    ContentSet.ARRIVAL: (
        Way.RIGHTS,
        Way.HELP,
        Way.INTERPRETER,
        Way.OPTIONS,
        Way.CHILDREN,
        Way.WHAT_NEXT,
    ),
    ContentSet.OUTREACH: (
        Way.TOPICS,
        Way.HELP,
        Way.SHEET,
        Way.RIGHTS,
        Way.OPTIONS,
        Way.SEARCH,
    ),
    ContentSet.HOME_SIDE: (
        Way.AT_HOME,
        Way.FIRST_DAYS,
        Way.WORK,
        Way.PAPERS,
        Way.RIGHTS,
        Way.HELP,
    ),
    ContentSet.QUEUE: (Way.SHEET, Way.DANGER, Way.RIGHTS, Way.HELP),
}


def ways_in(visit: Visit) -> WaysIn:
    """The cards of the start screen of a visit; a way that leads to nothing is left out."""
    main = _MAIN[visit.visiting.site.shows]
    behind = (way for way in (*ALWAYS, *_MORE) if way not in main)
    return WaysIn(main, tuple(way for way in behind if _leads_somewhere(way, visit)))


def first_after_language(shows: ContentSet) -> Screen:
    """What follows the choice of a language: who we are, what this is about, or the countries."""
    first = {ContentSet.PUBLIC: Screen.ABOUT, ContentSet.QUEUE: Screen.WHERE_ARE_YOU}
    return first.get(shows, Screen.TRUST)


def _leads_somewhere(way: Way, visit: Visit) -> bool:
    if way is not Way.STORIES:
        return True
    # As if nothing had been answered: a card that goes away would tell an onlooker.
    unanswered = replace(visit, session=replace(visit.session, answers=Answers()))
    return bool(unanswered.stories)
