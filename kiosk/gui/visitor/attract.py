"""The first screen: nobody is there yet; every language invites in its own words."""

from functools import partial

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.small import Icon
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_
from kiosk.text import Align

_INVITATION = N_("Choose your language")
_PROMISE = N_("Nobody asks your name. Nothing is kept.")


def build(stage: Stage) -> Scene:
    """All languages by their own names, each with its invitation."""
    theme = stage.kit.theme
    column = Column(stage.kit, margin=theme.margin, gap=theme.air)
    column.add_space(theme.air)
    column.add(Icon(stage.kit, "compass", role=Role.DISPLAY, scale=1.4, tone=Tone.ACCENT))
    title = stage.say(N_("Your choices, your rights, your next step"))
    column.add(TextBlock(stage.kit, title, Role.DISPLAY, align=Align.START))
    column.add(TextBlock(stage.kit, stage.say(_PROMISE), Role.HEADING, tone=Tone.SOFT, bold=False))
    column.add_space(theme.air)
    tags = stage.visit.languages
    column.add(FlowGrid(stage.kit, [_language(stage, tag) for tag in tags], most=2))
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
