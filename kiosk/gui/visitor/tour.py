"""A walk through every screen with real content, photographed: for eyes, tests and manuals."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from html import escape
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from kiosk.core.answers import Answers
from kiosk.core.ids import LanguageTag
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Contrast, Place, Screen, Session, TextSize
from kiosk.gui.visitor.window import KioskWindow
from kiosk.i18n.isolation import strip_invisible
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


class Tour:
    """Opens each screen in each language and saves what it looks like."""

    def __init__(
        self,
        make_window: Callable[[], KioskWindow],
        folder: Path,
        size: tuple[int, int],
        look: tuple[TextSize, Contrast],
    ) -> None:
        """`size` in pixels; `folder` exists."""
        self._make_window = make_window
        self._folder = folder
        self._size = size
        self._look = look

    def write(self, languages: tuple[LanguageTag, ...]) -> Path:
        """Save all pictures and the index page, whose path is returned.

        Raises whatever building a screen raised: a wrong picture is worse than none.
        """
        window = self._make_window()
        window.resize(*self._size)
        window.show()
        window.kit.icons.load()
        names = []
        for tag in languages:
            for name, session in stops(window, tag, self._look):
                window.show_stop(session)
                if session.place.screen is Screen.PRINTING:
                    window.print_sheet()
                names.append(self._photograph(window, f"{tag}-{name}"))
        window.close()
        return self._index(names)

    def _photograph(self, window: KioskWindow, name: str) -> str:
        settle(window)
        file = f"{name}.png"
        window.grab().save(str(self._folder / file))
        return file

    def _index(self, names: list[str]) -> Path:
        figures = "\n".join(
            f'<figure><img src="{escape(n)}" alt="{escape(n)}" loading="lazy">'
            f"<figcaption>{escape(n.removesuffix('.png'))}</figcaption></figure>"
            for n in names
        )
        page = (
            "<!doctype html><meta charset='utf-8'><title>Tour</title>"
            "<style>body{font:16px sans-serif;display:flex;flex-wrap:wrap;gap:16px}"
            "figure{margin:0}img{height:640px;border:1px solid #ccc}</style>\n" + figures
        )
        path = self._folder / "index.html"
        path.write_text(page, encoding="utf-8")
        return path


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
    start = replace(window.session, language=tag, text_size=size, contrast=contrast)
    yield "00-attract", replace(start, trail=(Place(Screen.ATTRACT),))
    yield "01-trust", _at(start, Screen.TRUST)
    yield "02-where-are-you", _at(start, Screen.WHERE_ARE_YOU)
    yield "03-where-from", _at(start, Screen.WHERE_FROM)
    visit = window.visit(start)
    here = replace(start, host=visit.hosts[0], origin=visit.origins[0])
    for number, (name, place) in enumerate(_places(window.visit(here)), start=4):
        yield f"{number:02}-{name}", _at(here, place.screen, place.subject)
    answered = replace(here, answers=_answers())
    yield "80-options-answered", _at(answered, Screen.OPTIONS)
    mine = replace(answered, only_i_see_it=True, sheet_also=_other(visit, tag))
    yield "90-sheet-mine", _at(mine, Screen.SHEET)
    yield "91-sheet-others", _at(replace(answered, only_i_see_it=False), Screen.SHEET)
    yield "92-printing", _at(mine, Screen.PRINTING)
    yield "93-hidden", replace(_at(here, Screen.HOME), is_hidden=True)


def _places(visit: Visit) -> Iterator[tuple[str, Place]]:
    yield "own-state", Place(Screen.OWN_STATE)
    yield "home", Place(Screen.HOME)
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
    for screen in _ALONE:
        yield screen.value.replace("_", "-"), Place(screen)
    yield "take-away", Place(Screen.TAKE_AWAY, first.id)
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
