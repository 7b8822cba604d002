"""One visit at the screen: an immutable value that takes "now" as an argument.

Nothing here knows a clock, a widget or a file. The session holds what was chosen and answered, and
forgets it all when it ends; the GUI only shows it. Seconds are those of any monotonic clock.
"""

from dataclasses import dataclass, field, replace
from enum import Enum

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.speech import Hearing

COVER_SECONDS = 45.0
IDLE_ALERT_SECONDS = 150.0
IDLE_ANSWER_SECONDS = 30.0


class Screen(Enum):
    """Every state of the machine is a named screen."""

    ATTRACT = "attract"
    TRUST = "trust"
    WHERE_ARE_YOU = "where_are_you"
    WHERE_FROM = "where_from"
    OWN_STATE = "own_state"
    HOME = "home"
    TOPICS = "topics"
    TOPIC = "topic"
    QUESTIONS = "questions"
    QUESTION = "question"
    OPTIONS = "options"
    OPTION = "option"
    RIGHTS = "rights"
    RIGHT = "right"
    HELP = "help"
    SERVICE = "service"
    SEARCH = "search"
    WORDS = "words"
    TERM = "term"
    AGREEMENT = "agreement"
    STORIES = "stories"
    STORY = "story"
    TALK = "talk"
    INTERPRETER = "interpreter"
    LANGUAGE_CARD = "language_card"
    COUNSELLOR = "counsellor"
    COMPLAINT = "complaint"
    FAMILY = "family"
    REMEMBER = "remember"
    TAKE_AWAY = "take_away"
    FEEDBACK = "feedback"
    ABOUT = "about"
    WHO_RUNS = "who_runs"
    SHEET_CHOICE = "sheet_choice"
    SHEET = "sheet"
    PRINTING = "printing"
    DANGER_NOW = "danger_now"
    LANGUAGE = "language"
    DISPLAY = "display"
    SOUND = "sound"
    END = "end"

    @property
    def is_overlay(self) -> bool:
        """True for screens opened over another, which "back" returns to unchanged."""
        return self in _OVERLAYS

    @property
    def is_private(self) -> bool:
        """True for screens that tell an onlooker about the person who stands before them."""
        return self in _PRIVATE

    @property
    def is_typed_on(self) -> bool:
        """True for screens whose subject is the words typed there."""
        return self in (Screen.SEARCH, Screen.WHERE_ARE_YOU, Screen.WHERE_FROM)


_OVERLAYS = frozenset(
    (Screen.DANGER_NOW, Screen.LANGUAGE, Screen.DISPLAY, Screen.SOUND, Screen.END)
)

_PRIVATE = frozenset(
    (
        Screen.QUESTION,
        Screen.OPTIONS,
        Screen.OPTION,
        Screen.OWN_STATE,
        Screen.HELP,
        Screen.DANGER_NOW,
        Screen.COMPLAINT,
        Screen.FEEDBACK,
        Screen.SHEET_CHOICE,
        Screen.SHEET,
        Screen.PRINTING,
        Screen.REMEMBER,
        Screen.TAKE_AWAY,
    )
)


class TextSize(Enum):
    """The four text sizes; the value is the capital height in millimetres (A02)."""

    SMALL = 3.8
    NORMAL = 5.2
    LARGE = 6.8
    LARGEST = 8.7

    @property
    def is_large(self) -> bool:
        """True for the two sizes that leave little room for anything but words."""
        return self in (TextSize.LARGE, TextSize.LARGEST)


class Contrast(Enum):
    """The contrasts a person can choose."""

    DEFAULT = "default"
    HIGH_DARK = "high_dark"
    HIGH_LIGHT = "high_light"
    LOW = "low"


class IdleState(Enum):
    """Whether somebody still seems to be there, and whether the picture may be seen."""

    PRESENT = "present"
    COVERED = "covered"
    ALERT = "alert"
    GONE = "gone"


@dataclass(frozen=True)
class Place:
    """A screen and what it is about: an entry, a question id, a topic section or a query."""

    screen: Screen
    subject: str = ""


@dataclass(frozen=True)
class Session:
    """What one person has chosen so far. `trail` is the way back; its last place is shown.

    `only_i_see_it` is the answer to who may find the sheet, None before it was asked; the fields
    after it say what else may stand on paper. `is_hidden`: a neutral picture stands over it all.
    """

    language: LanguageTag
    touched_at: float
    host: CountryCode | None = None
    origin: CountryCode | None = None
    answers: Answers = field(default_factory=Answers)
    trail: tuple[Place, ...] = (Place(Screen.ATTRACT),)
    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.DEFAULT
    only_i_see_it: bool | None = None
    sheet_also: LanguageTag | None = None
    large_print: bool = False
    print_answers: bool = False
    hearing: Hearing = field(default_factory=Hearing)
    is_hidden: bool = False

    @property
    def place(self) -> Place:
        """Where the person is."""
        return self.trail[-1]

    @property
    def started(self) -> bool:
        """True once somebody has begun; the attract screen has nothing to end."""
        return self.place.screen is not Screen.ATTRACT

    @property
    def has_pair(self) -> bool:
        """True when both countries are known: a sheet can be made."""
        return self.host is not None and self.origin is not None

    def touched(self, now: float) -> "Session":
        """Somebody touched the screen."""
        return replace(self, touched_at=now)

    def is_like(self, other: "Session") -> bool:
        """True when nothing tells them apart but when they were touched."""
        return replace(self, touched_at=other.touched_at) == other

    def idle(self, now: float, *, is_private: bool = False) -> IdleState:
        """Whether to ask "are you still there?" or to end; meant for what somebody has changed.

        A picture that `is_private` is covered sooner.
        """
        silent = now - self.touched_at
        if silent < IDLE_ALERT_SECONDS:
            covered = self.is_hidden or (is_private and silent >= COVER_SECONDS)
            return IdleState.COVERED if covered else IdleState.PRESENT
        if silent < IDLE_ALERT_SECONDS + IDLE_ANSWER_SECONDS:
            return IdleState.ALERT
        return IdleState.GONE

    def seconds_left(self, now: float) -> int:
        """Whole seconds until an unanswered alert ends the session."""
        return max(0, round(self.touched_at + IDLE_ALERT_SECONDS + IDLE_ANSWER_SECONDS - now))

    def go(self, place: Place) -> "Session":
        """Move on to a place; going where one already is changes nothing."""
        if place == self.place:
            return self
        trail = self.trail
        if self.place.screen.is_overlay:
            trail = trail[:-1]
        return replace(self, trail=(*trail, place))

    def back(self) -> "Session":
        """One step back; at the start there is nothing behind."""
        return replace(self, trail=self.trail[:-1]) if len(self.trail) > 1 else self

    def about(self, subject: str) -> "Session":
        """The same place with other words typed there, which the way back finds again."""
        return replace(self, trail=(*self.trail[:-1], replace(self.place, subject=subject)))

    def restart_at(self, place: Place) -> "Session":
        """Go home: forget the way, keep what was answered."""
        first = Place(Screen.HOME)
        return replace(self, trail=(first,) if place == first else (first, place))


def new_session(
    language: LanguageTag, now: float, text_size: TextSize = TextSize.NORMAL
) -> Session:
    """The session nobody has begun yet: the defaults of the place only."""
    return Session(language=language, touched_at=now, text_size=text_size)
