"""Where a session goes when something is touched: every step makes a new session value."""

from collections.abc import Callable, Iterable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import ContentSet
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import (
    Contrast,
    IdleState,
    Place,
    Screen,
    Session,
    TextSize,
    new_session,
)
from kiosk.core.speech import Hearing
from kiosk.services.ways_in import first_after_language
from kiosk.settings import Site


class Steering(QObject):
    """Holds the session of the moment. `changed` carries the new one, `ended` says it is over."""

    changed = Signal(object)
    ended = Signal()

    def __init__(
        self,
        site: Site,
        first_language: LanguageTag,
        now: Callable[[], float],
        is_private: Callable[[Session], bool],
    ) -> None:
        """`now` is a monotonic clock in seconds; `is_private` tells what onlookers must not see."""
        super().__init__()
        self._is_private = is_private
        self._site = site
        self._first_language = first_language
        self._now = now
        self._session = self._untouched()

    @property
    def session(self) -> Session:
        """The session of the moment."""
        return self._session

    def resume(self, session: Session) -> None:
        """Go on with a given session, for tours and tests."""
        self._become(session)

    def touched(self) -> None:
        """Somebody is there; says nothing unless an idle alert or a cover stood."""
        was_away = self.idle is not IdleState.PRESENT
        self._session = replace(self._session, is_hidden=False).touched(self._now())
        if was_away:
            self.changed.emit(self._session)

    def hide(self) -> None:
        """A neutral picture over everything, until the next touch."""
        self._become(replace(self._session, is_hidden=True))

    @property
    def idle(self) -> IdleState:
        """Whether somebody still seems to be there."""
        if self._session.is_like(self._untouched()):
            return IdleState.PRESENT
        session = self._session
        return session.idle(self._now(), is_private=self._is_private(session))

    @property
    def seconds_left(self) -> int:
        """Seconds until an unanswered alert ends the session."""
        return self._session.seconds_left(self._now())

    def go(self, screen: Screen, subject: str = "") -> None:
        """Open a screen."""
        self._become(self._session.go(Place(screen, subject)))

    def back(self) -> None:
        """One step back; back at the very first screen nothing is left of the way."""
        behind = self._session.back()
        if not behind.started:
            look = replace(self._untouched(), text_size=behind.text_size)
            behind = replace(look, contrast=behind.contrast)
        self._become(behind)

    def go_home(self) -> None:
        """The home screen, the way there forgotten."""
        self._become(self._session.restart_at(Place(Screen.HOME)))

    def begin(self, language: LanguageTag) -> None:
        """The first choice: a language; then what stands first at this site."""
        session = replace(self._session, language=language)
        first = first_after_language(self._site.shows)
        if first is Screen.WHERE_ARE_YOU:
            self._ask_countries(session)
        else:
            self._become(session.go(Place(first)))

    def choose_language(self, language: LanguageTag) -> None:
        """Change language, keep the place."""
        self._become(replace(self._session.back(), language=language))

    def trust_read(self) -> None:
        """On to the countries."""
        self._ask_countries(self._session)

    def about_read(self) -> None:
        """On into the kiosk from what it is about: who we are comes first, once."""
        session = self._session
        if session.has_pair:
            self.go_home()
        elif Place(Screen.TRUST) in session.trail:
            self.trust_read()
        else:
            self.go(Screen.TRUST)

    def choose_host(self, country: CountryCode) -> None:
        """Where the person is; whoever has said where she is from is not asked again."""
        session = replace(self._session, host=country)
        if session.origin:
            self._arrive(session)
        else:
            self._become(session.go(Place(Screen.WHERE_FROM)))

    def choose_origin(self, country: CountryCode) -> None:
        """Where the person is from; then home, past the warning where it is due."""
        session = replace(self._session, origin=country)
        if self._is_home_side:
            session = replace(session, host=self._site_country or country)
        if session.answers["region"]:
            session = replace(session, answers=session.answers.without("region"))
        self._arrive(session)

    def answer(self, question: str, values: Iterable[str]) -> None:
        """Keep an answer in memory; the screen stays. Everything taken back is no answer."""
        chosen = tuple(values)
        answers = self._session.answers
        answers = answers.with_answer(question, chosen) if chosen else answers.without(question)
        self._become(replace(self._session, answers=answers))

    def skip(self, question: str) -> None:
        """Leave a question unanswered and go on."""
        self._session = replace(self._session, answers=self._session.answers.without(question))
        self.next_question(question)

    def next_question(self, question: str) -> None:
        """The question after this one, or the options after the last."""
        order = list(QUESTIONS)
        following = order[order.index(question) + 1 :]
        if following:
            self.go(Screen.QUESTION, following[0])
        else:
            self._become(self._session.restart_at(Place(Screen.OPTIONS)))

    def choose_text_size(self, size: TextSize) -> None:
        """Larger or smaller words."""
        self._become(replace(self._session, text_size=size))

    def choose_contrast(self, contrast: Contrast) -> None:
        """Other colours."""
        self._become(replace(self._session, contrast=contrast))

    def choose_sheet(self, *, only_i_see_it: bool) -> None:
        """Who may find the sheet; then the preview."""
        session = replace(self._session, only_i_see_it=only_i_see_it)
        self._become(session.go(Place(Screen.SHEET)))

    def choose_large_print(self, large: bool) -> None:
        """Large type on paper."""
        self._become(replace(self._session, large_print=large))

    def choose_print_answers(self, agreed: bool) -> None:
        """What was answered may stand on paper."""
        self._become(replace(self._session, print_answers=agreed))

    def choose_sheet_also(self, language: LanguageTag | None) -> None:
        """A second language beside the first on paper."""
        self._become(replace(self._session, sheet_also=language))

    def hear(self, hearing: Hearing) -> None:
        """Listen, or listen otherwise."""
        self._become(replace(self._session, hearing=hearing))

    def begin_for_next_member(self) -> None:
        """Another member of the family: a run of her own, nothing taken over but place and look."""
        before = self._session
        self._session = replace(
            self._untouched(),
            language=before.language,
            text_size=before.text_size,
            contrast=before.contrast,
            hearing=replace(before.hearing, others_may_hear=None),
        )
        self.ended.emit()
        self.go(Screen.TRUST)

    def turn_to(self, subject: str) -> None:
        """Another page of the screen that is shown; the way back does not grow."""
        self._become(self._session.about(subject))

    def keep_words(self, words: str) -> None:
        """Words typed into a search field, to find them again here; says nothing."""
        self._session = self._session.about(words).touched(self._now())

    def end(self) -> None:
        """Forget everything and go back to the beginning."""
        self._session = self._untouched()
        self.ended.emit()
        self.changed.emit(self._session)

    @property
    def _is_home_side(self) -> bool:
        """True where people are back: they are in the country they are from."""
        return self._site.shows is ContentSet.HOME_SIDE

    @property
    def _site_country(self) -> CountryCode | None:
        """The country the kiosk stands in, as far as the site file says."""
        return self._site.host or (self._site.run_by_state if self._is_home_side else None)

    def _ask_countries(self, session: Session) -> None:
        """The countries that are not known yet; a site that knows its own does not ask for it."""
        here = self._site_country
        if self._is_home_side and here:
            self._arrive(replace(session, host=here, origin=here))
        elif self._is_home_side or here:
            self._become(replace(session, host=here).go(Place(Screen.WHERE_FROM)))
        else:
            self._become(session.go(Place(Screen.WHERE_ARE_YOU)))

    def _arrive(self, session: Session) -> None:
        """Both countries are known: home, past the warning where it is due."""
        if self._site.run_by_state and self._site.run_by_state == session.origin:
            self._become(session.go(Place(Screen.OWN_STATE)))
        else:
            self._become(session.restart_at(Place(Screen.HOME)))

    def _untouched(self) -> Session:
        size = self._site.device.default_text_size
        return new_session(self._first_language, self._now(), size)

    def _become(self, session: Session) -> None:
        self._session = session.touched(self._now())
        self.changed.emit(self._session)
