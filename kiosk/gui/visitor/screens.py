"""Which function builds which screen; its module is read when the screen is wanted.

The first picture needs one of them. Reading all of them before it would keep people waiting, so
the others follow while the first one stands there.
"""

from collections.abc import Callable, Iterator, Mapping
from importlib import import_module
from typing import cast

from kiosk.core.session import Screen
from kiosk.gui.visitor.scene import Scene, Stage

Builder = Callable[[Stage], Scene]

_PACKAGE = "kiosk.gui.visitor"
_PLACES: Mapping[Screen, str] = {
    Screen.ATTRACT: "attract.build",
    Screen.TRUST: "trust.build",
    Screen.WHERE_ARE_YOU: "countries.build",
    Screen.WHERE_FROM: "countries.build",
    Screen.OWN_STATE: "own_state.build",
    Screen.HOME: "home.build",
    Screen.TOPICS: "topics.build",
    Screen.TOPIC: "topics.build_topic",
    Screen.WORDS: "words.build",
    Screen.STORIES: "stories.build",
    Screen.STORY: "stories.build_story",
    Screen.TALK: "talking.talk.build",
    Screen.INTERPRETER: "talking.interpreter.build",
    Screen.LANGUAGE_CARD: "talking.language_card.build",
    Screen.COUNSELLOR: "talking.counsellor.build",
    Screen.COMPLAINT: "talking.complaint.build",
    Screen.FAMILY: "talking.family.build",
    Screen.REMEMBER: "taking.remember.build",
    Screen.TAKE_AWAY: "taking.take_away.build",
    Screen.FEEDBACK: "feedback.build",
    Screen.ABOUT: "about.build",
    Screen.WHO_RUNS: "trust.build_who_runs",
    Screen.SOUND: "listening.sound.build",
    Screen.TERM: "topics.build_term",
    Screen.AGREEMENT: "topics.build_agreement",
    Screen.QUESTIONS: "questions.build",
    Screen.QUESTION: "questions.build_question",
    Screen.OPTIONS: "options.build",
    Screen.OPTION: "options.build_option",
    Screen.RIGHTS: "rights.build",
    Screen.RIGHT: "rights.build_right",
    Screen.HELP: "finding.build",
    Screen.SERVICE: "finding.build_service",
    Screen.SEARCH: "search.build",
    Screen.SHEET_CHOICE: "sheet.build_choice",
    Screen.SHEET: "sheet.build_sheet",
    Screen.PRINTING: "printing.build",
    Screen.DANGER_NOW: "overlays.build_danger",
    Screen.LANGUAGE: "overlays.build_language",
    Screen.DISPLAY: "overlays.build_display",
    Screen.END: "overlays.build_end",
}


def builder_of(screen: Screen) -> Builder:
    """What builds a screen."""
    module, _, function = _PLACES[screen].rpartition(".")
    return cast("Builder", getattr(import_module(f"{_PACKAGE}.{module}"), function))


def read_one_by_one() -> Iterator[None]:
    """Reads the modules of all screens, one at each step."""
    for screen in _PLACES:
        builder_of(screen)
        yield
