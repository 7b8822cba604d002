"""Asked once before a private screen is read through a speaker: others can hear it."""

from dataclasses import replace
from functools import partial

from kiosk.gui.kit.small import Icon
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """Yes or no, of equal weight; the answer holds until the session ends."""
    column = stage.column()
    column.add(Icon(stage.kit, "people-eye", role=Role.DISPLAY))
    column.add(TextBlock(stage.kit, stage.say(N_("Others can hear this")), Role.TITLE))
    why = N_("The next words are about you. People near this screen can hear them.")
    column.add(TextBlock(stage.kit, stage.say(why)))
    column.add(TextBlock(stage.kit, stage.say(N_("May we read them aloud?")), bold=True))
    quiet = stage.secondary(stage.say(N_("No, only show them")), "eye")
    aloud = stage.secondary(stage.say(N_("Yes, read them aloud")), "listen")
    for button, answer in ((quiet, False), (aloud, True)):
        button.activated.connect(partial(_answer, stage, answer))
    return Scene(column, stage.footer(quiet, aloud))


def _answer(stage: Stage, may_hear: bool) -> None:
    hearing = stage.visit.session.hearing
    stage.steering.hear(replace(hearing, others_may_hear=may_hear))
