"""A walk through every screen with real content, photographed: for eyes, tests and manuals."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, EntryRef, LanguageTag
from kiosk.core.kinds import ContentSet, Release
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Contrast, Place, Screen, Session, TextSize, new_session
from kiosk.gui.kit.text_block import readable
from kiosk.gui.reading.aloud import spoken_items
from kiosk.gui.visitor.tour_page import Picture, TourFacts, write_page
from kiosk.gui.visitor.window import KioskWindow
from kiosk.i18n.isolation import strip_invisible
from kiosk.i18n.translator import N_
from kiosk.services.counting import Opinion
from kiosk.services.guides import OTHER_QUESTIONS
from kiosk.services.taking_away import SHEET
from kiosk.services.visiting import Visit

Stop = tuple[str, Session]

_ALONE = (
    Screen.WORDS,
    Screen.STORIES,
    Screen.TALK,
    Screen.INTERPRETER,
    Screen.COUNSELLOR,
    Screen.COMPLAINT,
    Screen.FAMILY,
    Screen.REMEMBER,
    Screen.FEEDBACK,
    Screen.ABOUT,
    Screen.WHO_RUNS,
)
"""Screens that are about nothing but themselves."""


# The chip of `kiosk.gui.reading.trust`, in whose words a reviewer sees it too.
_DRAFT = N_("Draft: no native speaker has checked it yet")


class Tour:
    """Opens each screen in each language and saves what it looks like and what it says."""

    def __init__(
        self,
        make_window: Callable[[], KioskWindow],
        folder: Path,
        size: tuple[int, int],
        look: tuple[TextSize, Contrast],
        *,
        suffix: str = "",
    ) -> None:
        """`size` in pixels; `folder` exists; `suffix` ends file names where looks differ."""
        self._make_window = make_window
        self._folder = folder
        self._size = size
        self._look = look
        self._suffix = suffix

    def write(self, languages: tuple[LanguageTag, ...]) -> Path:
        """Save all pictures and the index page, whose path is returned."""
        pictures, facts = self.photograph(languages)
        return write_page(self._folder, pictures, facts)

    def photograph(self, languages: tuple[LanguageTag, ...]) -> tuple[list[Picture], TourFacts]:
        """Save a picture of each screen, and beside it its words as text.

        Raises whatever building a screen raised: a wrong picture is worse than none.
        """
        window = self._make_window()
        window.resize(*self._size)
        window.show()
        window.kit.icons.load()
        window.listening.open()
        settle(window)
        pictures = []
        for tag in languages:
            for name, session in stops(window, tag, self._look):
                window.show_stop(session)
                if session.place.screen is Screen.PRINTING:
                    window.print_sheet()
                pictures.append(self.save(window, name, session))
        facts = facts_of(window.visit(window.session))
        window.close()
        return pictures, facts

    def save(self, window: KioskWindow, stop: str, session: Session) -> Picture:
        """Save the screen that is shown, and its words; `stop` names it in every language."""
        settle(window)
        file = Path(f"{session.language}-{stop}{self._suffix}.png")
        words = tuple(readable(item.words) for item in spoken_items(window.frame))
        window.grab().save(str(self._folder / file))
        text = "\n".join((*words, ""))
        (self._folder / file.with_suffix(".txt")).write_text(text, encoding="utf-8")
        text_size, contrast = self._look
        return Picture(
            file.name,
            stop,
            session.place.screen,
            session.language,
            self._size,
            text_size,
            contrast,
            words,
            is_draft=readable(window.kit.translator.gettext(_DRAFT)) in words,
        )


def facts_of(visit: Visit) -> TourFacts:
    """What the pictures were made of."""
    visiting = visit.visiting
    site = visiting.site
    lines = (
        f"Site: {site.type.value.replace('_', ' ')}",
        f"shows first: {site.shows.value.replace('_', ' ')}",
        f"run by the state: {site.run_by_state or 'none'}",
        f"release: {site.release.value}",
        f"facts as of {visiting.as_of.isoformat()}",
    )
    packs = tuple(f"{pack.id} {pack.version}" for pack in visiting.library.packs)
    return TourFacts(lines, packs, is_demo=site.release is Release.DEMO)


def settle(window: KioskWindow) -> None:
    """Let layouts, background work and its signals come to rest."""
    for _ in range(3):
        QApplication.processEvents()
        window.wait_for_work()
    QApplication.processEvents()
    # Outside an event loop nothing takes away the screens that were left.
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def stops(window: KioskWindow, tag: LanguageTag, look: tuple[TextSize, Contrast]) -> Iterator[Stop]:
    """Every screen with something real on it, in the order a visitor meets them."""
    size, contrast = look
    start = replace(new_session(tag, window.session.touched_at, size), contrast=contrast)
    yield "00-attract", replace(start, trail=(Place(Screen.ATTRACT),))
    yield "01-trust", _at(start, Screen.TRUST)
    yield "02-where-are-you", _at(start, Screen.WHERE_ARE_YOU)
    yield "03-where-from", _at(start, Screen.WHERE_FROM)
    visit = window.visit(start)
    host, origin = _pair_at(visit)
    here = replace(start, host=host, origin=origin)
    for number, (name, place) in enumerate(_places(window.visit(here)), start=4):
        yield f"{number:02}-{name}", _at(here, place.screen, place.subject)
    listening = replace(here.hearing, is_on=True)
    yield "70-home-listening", replace(_at(here, Screen.HOME), hearing=listening)
    answered = replace(here, answers=_answers())
    yield "80-options-answered", _at(answered, Screen.OPTIONS)
    mine = replace(answered, only_i_see_it=True, sheet_also=_other(visit, tag))
    yield "90-sheet-mine", _at(mine, Screen.SHEET)
    yield "91-sheet-others", _at(replace(answered, only_i_see_it=False), Screen.SHEET)
    yield "92-printing", _at(mine, Screen.PRINTING)
    yield "93-hidden", replace(_at(here, Screen.HOME), is_hidden=True)
    yield "94-language-card", _at(here, Screen.LANGUAGE_CARD)
    yield "95-interpreter-words", _at(here, Screen.INTERPRETER, "ur")
    yield "96-counsellor-words", _at(here, Screen.COUNSELLOR, "anybody")


def _pair_at(visit: Visit) -> tuple[CountryCode, CountryCode]:
    """The countries of somebody who stands at this site; at home they are one."""
    site, origin = visit.visiting.site, visit.origins[0]
    if site.shows is ContentSet.HOME_SIDE:
        home = site.host or site.run_by_state or origin
        return home, home
    return site.host or visit.hosts[0], origin


def _places(visit: Visit) -> Iterator[tuple[str, Place]]:
    yield "own-state", Place(Screen.OWN_STATE)
    yield "home", Place(Screen.HOME)
    yield "other-questions", Place(Screen.ABOUT, OTHER_QUESTIONS)
    yield "guide-just-arrived", Place(Screen.ABOUT, "just_arrived")
    yield "guide-back-home", Place(Screen.ABOUT, "back_home")
    yield "page-not-here", Place(Screen.TOPIC, "common/not-here-any-more")
    yield "topics", Place(Screen.TOPICS)
    for section, topics in visit.topics.items():
        yield f"topic-{section.value}", Place(Screen.TOPIC, topics[0].id)
    yield "questions", Place(Screen.QUESTIONS)
    for question in QUESTIONS:
        yield f"question-{question}", Place(Screen.QUESTION, question)
    yield "options", Place(Screen.OPTIONS)
    for option in visit.advice.options[-3:]:
        yield f"option-{option.programme.kind.value}", Place(Screen.OPTION, option.programme.id)
    yield "rights", Place(Screen.RIGHTS)
    yield "right", Place(Screen.RIGHT, visit.rights[0].id)
    yield "help", Place(Screen.HELP)
    first = next(iter(visit.services.values()))[0]
    yield "service", Place(Screen.SERVICE, first.id)
    yield "term", Place(Screen.TERM, visit.terms[0].id)
    for agreement in visit.agreements[:1]:
        yield "agreement", Place(Screen.AGREEMENT, agreement.id)
    yield "search", Place(Screen.SEARCH)
    yield "search-found", Place(Screen.SEARCH, strip_invisible(visit.terms[0].term.value))
    nowhere = EntryRef("common/none-on-record")
    yield "story", Place(Screen.STORY, next((s.id for s in visit.stories), nowhere))
    for screen in _ALONE:
        yield screen.value.replace("_", "-"), Place(screen)
    yield "take-away", Place(Screen.TAKE_AWAY, first.id)
    yield "take-away-code", Place(Screen.TAKE_AWAY, f"{SHEET}#1")
    yield "remember-word", Place(Screen.REMEMBER, "2026-12-01")
    yield "remember-time", Place(Screen.REMEMBER, "2026-12-01 call time")
    yield "remember-code", Place(Screen.REMEMBER, "2026-12-01 call 09:30")
    yield "feedback-pushed", Place(Screen.FEEDBACK, Opinion.PRESSURE.value)
    yield "danger-now", Place(Screen.DANGER_NOW)
    yield "language", Place(Screen.LANGUAGE)
    yield "display", Place(Screen.DISPLAY)
    yield "sound", Place(Screen.SOUND)
    yield "sheet-choice", Place(Screen.SHEET_CHOICE)
    yield "end", Place(Screen.END)


def _at(session: Session, screen: Screen, subject: str = "") -> Session:
    place, home = Place(screen, subject), Place(Screen.HOME)
    return replace(session, trail=(home,) if place == home else (home, place))


def _answers() -> Answers:
    answers = Answers()
    for question, values in (
        ("situation", ("regular_stay",)),
        ("age", ("adult",)),
        ("needs", ("none_of_these",)),
        ("means", ("cannot_pay_travel",)),
        ("return_kind", ("permanent",)),
        ("papers", ("valid_passport",)),
    ):
        answers = answers.with_answer(question, values)
    return answers


def _other(visit: Visit, tag: LanguageTag) -> LanguageTag | None:
    return next((other for other in visit.languages if other != tag), None)
