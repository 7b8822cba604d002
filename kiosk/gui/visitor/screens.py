"""Which function builds which screen."""

from collections.abc import Callable, Mapping

from kiosk.core.session import Screen
from kiosk.gui.visitor import (
    attract,
    countries,
    finding,
    home,
    options,
    overlays,
    own_state,
    questions,
    rights,
    search,
    topics,
    trust,
)
from kiosk.gui.visitor.scene import Scene, Stage

Builder = Callable[[Stage], Scene]

BUILDERS: Mapping[Screen, Builder] = {
    Screen.ATTRACT: attract.build,
    Screen.TRUST: trust.build,
    Screen.WHERE_ARE_YOU: countries.build,
    Screen.WHERE_FROM: countries.build,
    Screen.OWN_STATE: own_state.build,
    Screen.HOME: home.build,
    Screen.TOPICS: topics.build,
    Screen.TOPIC: topics.build_topic,
    Screen.TERM: topics.build_term,
    Screen.AGREEMENT: topics.build_agreement,
    Screen.QUESTIONS: questions.build,
    Screen.QUESTION: questions.build_question,
    Screen.OPTIONS: options.build,
    Screen.OPTION: options.build_option,
    Screen.RIGHTS: rights.build,
    Screen.RIGHT: rights.build_right,
    Screen.HELP: finding.build,
    Screen.SERVICE: finding.build_service,
    Screen.SEARCH: search.build,
    Screen.DANGER_NOW: overlays.build_danger,
    Screen.LANGUAGE: overlays.build_language,
    Screen.DISPLAY: overlays.build_display,
    Screen.END: overlays.build_end,
}
"""All screens but those of the sheet, which also need the one that makes it."""
