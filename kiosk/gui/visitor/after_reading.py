"""What stands below something read: its difficult words to touch, and a way to take it along."""

from functools import partial

from kiosk.core.entries import Entry
from kiosk.core.session import Screen
from kiosk.core.texts import texts_of
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.scene import Stage
from kiosk.i18n.translator import N_


def add_after_reading(stage: Stage, column: Column, entry: Entry) -> None:
    """The words of the glossary that occur in `entry`, then "Take it with you"."""
    add_words(stage, column, entry)
    text = stage.say(N_("Take it with you"))
    take = stage.way(text, "take-away", Screen.TAKE_AWAY, entry.id)
    column.add(FlowRow(stage.kit, [take]))


def add_words(stage: Stage, column: Column, entry: Entry) -> None:
    """A button for each word of the glossary that occurs in `entry`; nothing where none does."""
    terms = stage.visit.terms_in(texts_of(entry), but=entry.id)
    if not terms:
        return
    words = stage.say(N_("Words explained"))
    column.add(TextBlock(stage.kit, words, Role.CAPTION, tone=Tone.SOFT))
    row = FlowRow(stage.kit)
    for term in terms:
        language = stage.kit.language_of(term.term.language)
        button = TouchButton(
            stage.kit, term.term.value, "book", ButtonKind.SECONDARY, bold=False, language=language
        )
        button.activated.connect(partial(stage.steering.go, Screen.TERM, term.id))
        row.add(button)
    column.add(row)
