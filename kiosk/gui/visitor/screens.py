"""Which function builds which screen."""

from collections.abc import Callable, Mapping

from kiosk.core.session import Screen
from kiosk.gui.visitor import (
    about,
    attract,
    countries,
    feedback,
    finding,
    home,
    options,
    overlays,
    own_state,
    questions,
    rights,
    search,
    stories,
    topics,
    trust,
    words,
)
from kiosk.gui.visitor.listening import sound
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.taking import remember, take_away
from kiosk.gui.visitor.talking import complaint, counsellor, family, interpreter, talk

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
    Screen.WORDS: words.build,
    Screen.STORIES: stories.build,
    Screen.STORY: stories.build_story,
    Screen.TALK: talk.build,
    Screen.INTERPRETER: interpreter.build,
    Screen.COUNSELLOR: counsellor.build,
    Screen.COMPLAINT: complaint.build,
    Screen.FAMILY: family.build,
    Screen.REMEMBER: remember.build,
    Screen.TAKE_AWAY: take_away.build,
    Screen.FEEDBACK: feedback.build,
    Screen.ABOUT: about.build,
    Screen.WHO_RUNS: trust.build_who_runs,
    Screen.SOUND: sound.build,
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
