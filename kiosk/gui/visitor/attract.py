"""The first screen: nobody is there yet; every language invites in its own words."""

from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.core.ids import LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.core.speech import Utterance, plain_words
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column, Row
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.emblem import Emblem
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_
from kiosk.services.visiting import Visiting

_TITLE = N_("Your choices, your rights, your next step")
_INVITATION = N_("Choose your language")
_PROMISE = N_("This screen does not ask your name. Nothing about you is kept.")


def build(stage: Stage) -> Scene:
    """All languages by their own names, each with its invitation."""
    kit = stage.kit
    column = Column(kit, margin=kit.theme.margin)
    column.add_stretch()
    title = TextBlock(kit, stage.say(_TITLE), Role.DISPLAY)
    role = Role.BODY if stage.is_wide else Role.HEADING
    promise = TextBlock(kit, stage.say(_PROMISE), role, tone=Tone.SOFT, bold=False)
    if stage.is_wide:
        column.add(_beside_emblem(stage, title, promise))
    else:
        for part in (Emblem(kit), title, promise):
            column.add(part)
        column.add_space(kit.theme.air)
    languages = [_language(stage, tag) for tag in stage.visit.languages]
    narrow = round(kit.theme.column * 0.8)
    column.add(FlowGrid(kit, languages, column=narrow, most=3 if stage.is_wide else 2))
    column.add_stretch()
    return Scene(column)


def invitation(visiting: Visiting, tag: LanguageTag) -> tuple[Utterance, ...]:
    """What the first screen says aloud to whoever passes by, in one language."""
    words = visiting.translators.for_language(tag)
    said = (words.gettext(message) for message in (_TITLE, _INVITATION))
    return tuple(Utterance(plain_words(text), tag) for text in said)


def _beside_emblem(stage: Stage, *words: QWidget) -> QWidget:
    """Low screens: the emblem beside the words, or none where the words are large."""
    column = Column(stage.kit, words, gap=stage.kit.theme.gap)
    if stage.kit.theme.text_size.is_large:
        return column
    row = Row(stage.kit, gap=stage.kit.theme.air * 2)
    row.add(Emblem(stage.kit))
    row.add(column, 1)
    return row


def _language(stage: Stage, tag: LanguageTag) -> TouchButton:
    language = LANGUAGES[tag]
    words = stage.visit.visiting.translators.for_language(tag)
    kit = stage.kit.in_language(language, words)
    button = TouchButton(
        kit,
        language.endonym,
        # On a low screen all languages are to be seen at once.
        detail="" if stage.is_wide else words.gettext(_INVITATION),
        trailing="" if stage.is_wide else "next",
        role=Role.HEADING,
        language=language,
    )
    button.activated.connect(partial(stage.steering.begin, tag))
    return button
