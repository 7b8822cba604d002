"""I need an interpreter: which language, then large words to show at the desk."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.core.languages import Language, find_language
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.talking.desk_card import desk_cards, desk_scene, large
from kiosk.gui.visitor.talking.people import people
from kiosk.i18n.formatting import language_name
from kiosk.i18n.translator import N_
from kiosk.services.handouts.language_card import left_out, spoken_languages
from kiosk.services.talking import Talking

_NARROW = 0.62
"""Width of a column of names: so much of that of a card."""


def build(stage: Stage) -> Scene:
    """The names of all languages; with a language as the subject, the words to show."""
    spoken = find_language(stage.visit.session.place.subject)
    return _words(stage, spoken) if spoken else _question(stage)


def _question(stage: Stage) -> Scene:
    column = stage.column(
        stage.say(N_("Which language do you speak?")),
        stage.say(N_("Touch the name of your language. Then show the screen at the desk.")),
    )
    offered = stage.visit.languages
    languages = spoken_languages(offered)
    missing = left_out(stage.kit.engine, languages)
    shown = [one for one in languages if one not in missing]
    ours = [one for one in shown if one.tag in offered]
    column.add(_names(stage, ours))
    column.add(TextBlock(stage.kit, stage.say(N_("More languages")), Role.HEADING))
    column.add(_names(stage, [one for one in shown if one not in ours]))
    if missing:
        names = ", ".join(language_name(one.tag, stage.kit.language) for one in missing)
        message = N_("This screen cannot write: {languages}")
        column.add(TextBlock(stage.kit, stage.kit.translator.fill(message, languages=names)))
    column.add(TextBlock(stage.kit, stage.say(N_("Is your language not here? Ask staff."))))
    card = stage.say(N_("Print a card with these names"))
    column.add(stage.way(card, "print", Screen.LANGUAGE_CARD))
    return Scene(column)


def _names(stage: Stage, languages: Iterable[Language]) -> QWidget:
    names = []
    for language in languages:
        name = TouchButton(stage.kit, language.endonym, centered=True, language=language)
        name.activated.connect(partial(stage.steering.go, Screen.INTERPRETER, language.tag))
        names.append(name)
    narrow = round(stage.kit.theme.column * _NARROW)
    return card_grid(stage.kit, names, column=narrow, most=4)


def _words(stage: Stage, spoken: Language) -> Scene:
    talking = Talking(stage.visit)
    column = stage.column()

    def sentences(kit: Kit) -> Iterable[TextBlock]:
        name = language_name(spoken.tag, kit.language)
        message = N_("This person speaks: {language}")
        yield large(kit, kit.translator.fill(message, language=name))
        if name.casefold() != spoken.endonym.casefold():
            yield large(kit, spoken.endonym, spoken.tag)
        yield large(kit, kit.translator.gettext(N_("This person needs an interpreter.")))

    column.add(desk_cards(stage, talking.shown_in(spoken.tag), sentences))
    hint = N_("Nobody who came with you has to interpret for you. You may ask for somebody else.")
    column.add(Notice(stage.kit, stage.say(hint), "info"))
    column.add(people(stage, stage.say(N_("Interpreters")), talking.interpreters))
    other = stage.way(stage.say(N_("Another language")), "language", Screen.INTERPRETER)
    return desk_scene(stage, column, other)
