"""Words to show at the desk: large, in the languages spoken there, then in one's own."""

from collections.abc import Callable, Iterable

from PySide6.QtWidgets import QWidget

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_
from kiosk.text import Align

Sentences = Callable[[Kit], Iterable[TextBlock]]
"""What is to be said, with the words and the direction of a kit."""


def desk_cards(stage: Stage, languages: Iterable[LanguageTag], sentences: Sentences) -> Column:
    """The same sentences on one card per language, those of the desk first."""
    column = Column(stage.kit)
    show = stage.say(N_("Show this at the desk"))
    column.add(TextBlock(stage.kit, show, Role.HEADING))
    translators = stage.visit.visiting.translators
    for tag in languages:
        kit = stage.kit.in_language(LANGUAGES[tag], translators.for_language(tag))
        card = Card(kit, Ground.ACCENT)
        for sentence in sentences(kit):
            card.add(sentence)
        column.add(card)
    return column


def desk_scene(stage: Stage, column: Column, *ways: QWidget) -> Scene:
    """`column` with its ways on: below it where there is room to see a whole card all the same."""
    if not stage.is_wide:
        return Scene(column, stage.footer(*ways))
    for way in ways:
        column.add(way)
    return Scene(column)


def large(kit: Kit, text: str, language: LanguageTag | None = None) -> TextBlock:
    """One sentence to be read across a desk."""
    own = LANGUAGES[language] if language else None
    return TextBlock(kit, text, Role.DISPLAY, align=Align.CENTER, language=own)
