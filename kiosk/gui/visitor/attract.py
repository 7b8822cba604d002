"""The first screen: nobody is there yet; every language invites in its own words."""

from functools import partial

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.emblem import Emblem
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_

_INVITATION = N_("Choose your language")
_PROMISE = N_("Nobody asks your name. Nothing is kept.")


def build(stage: Stage) -> Scene:
    """All languages by their own names, each with its invitation."""
    kit = stage.kit
    promise = Column(kit, [Emblem(kit)])
    title = stage.say(N_("Your choices, your rights, your next step"))
    promise.add(TextBlock(kit, title, Role.DISPLAY))
    promise.add(TextBlock(kit, stage.say(_PROMISE), Role.HEADING, tone=Tone.SOFT, bold=False))
    languages = [_language(stage, tag) for tag in stage.visit.languages]
    column = Column(kit, margin=kit.theme.margin, gap=kit.theme.air * 2)
    column.add_stretch()
    if stage.is_wide:
        halves = (promise, FlowGrid(kit, languages, most=1))
        column.add(FlowGrid(kit, halves, most=2))
    else:
        column.add(promise)
        column.add(FlowGrid(kit, languages, most=2))
    column.add_stretch()
    return Scene(column)


def _language(stage: Stage, tag: LanguageTag) -> TouchButton:
    language = LANGUAGES[tag]
    words = stage.visit.visiting.translators.for_language(tag)
    kit = stage.kit.in_language(language, words)
    button = TouchButton(
        kit,
        language.endonym,
        detail=words.gettext(_INVITATION),
        trailing="next",
        role=Role.HEADING,
        language=language,
    )
    button.activated.connect(partial(stage.steering.begin, tag))
    return button
