"""Screens opened over another: danger now, language, text size and contrast, end and clear."""

from functools import partial

from kiosk.core.kinds import NoticePlace
from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.reading.service import ServiceView
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_

_SIZES = {
    TextSize.SMALL: N_("Small"),
    TextSize.NORMAL: N_("Normal"),
    TextSize.LARGE: N_("Large"),
    TextSize.LARGEST: N_("Largest"),
}

_CONTRASTS = {
    Contrast.DEFAULT: N_("Normal"),
    Contrast.HIGH_DARK: N_("White on black"),
    Contrast.HIGH_LIGHT: N_("Black on white"),
    Contrast.LOW: N_("Soft"),
}


def build_danger(stage: Stage) -> Scene:
    """Danger now: the emergency number of this country or "not known", and the staff."""
    column = stage.column(stage.say(N_("In danger now?")))
    card = Card(stage.kit, Ground.SAFETY)
    card.add(TextBlock.of(stage.kit, stage.visit.notice(NoticePlace.DANGER_NOW), Role.HEADING))
    column.add(card)
    emergency = stage.visit.emergency
    if emergency is not None:
        column.add(ServiceView(stage.kit, emergency, stage.visit.sources(emergency)))
    else:
        unknown = stage.say(N_("Emergency number: not known. Ask staff."))
        column.add(Empty(stage.kit, Nothing.NOT_KNOWN, unknown))
    if stage.visit.session.has_pair:
        column.add(stage.way(stage.say(N_("Find help")), "care", Screen.HELP))
    back = stage.primary(stage.say(N_("Back to where I was")), "back")
    back.activated.connect(stage.steering.back)
    return Scene(column, stage.footer(back))


def build_language(stage: Stage) -> Scene:
    """All languages by their own names; the place is kept."""
    column = stage.column(stage.say(N_("Choose your language")))
    choices = []
    for tag in stage.visit.languages:
        language = LANGUAGES[tag]
        chosen = tag == stage.visit.session.language
        choice = Choice(stage.kit, language.endonym, chosen=chosen, language=language)
        choice.activated.connect(partial(stage.steering.choose_language, tag))
        choices.append(choice)
    column.add(FlowGrid(stage.kit, choices, most=2))
    if stage.visit.session.started:
        interpreter = stage.say(N_("I need an interpreter"))
        column.add(stage.way(interpreter, "language", Screen.INTERPRETER))
    return Scene(column)


def build_display(stage: Stage) -> Scene:
    """Four sizes and four contrasts; each touch shows at once."""
    session = stage.visit.session
    column = stage.column(stage.say(N_("Size and colours")))
    column.add(TextBlock(stage.kit, stage.say(N_("Size of the words")), Role.HEADING))
    sizes = []
    for size, name in _SIZES.items():
        choice = Choice(stage.kit, stage.say(name), chosen=size is session.text_size)
        choice.activated.connect(partial(stage.steering.choose_text_size, size))
        sizes.append(choice)
    column.add(FlowGrid(stage.kit, sizes, most=4))
    column.add(TextBlock(stage.kit, stage.say(N_("Colours")), Role.HEADING))
    contrasts = []
    for contrast, name in _CONTRASTS.items():
        choice = Choice(stage.kit, stage.say(name), chosen=contrast is session.contrast)
        choice.activated.connect(partial(stage.steering.choose_contrast, contrast))
        contrasts.append(choice)
    column.add(FlowGrid(stage.kit, contrasts, most=4))
    if stage.listening is not None:
        _add_sound(stage, column, stage.listening.unheard(session))
    back = stage.primary(stage.say(N_("Back to where I was")), "back")
    back.activated.connect(stage.steering.back)
    return Scene(column, stage.footer(back))


def _add_sound(stage: Stage, column: Column, unheard: str) -> None:
    """The way to the sound screen, or why nothing can be heard here."""
    if unheard:
        column.add(Notice(stage.kit, stage.say(unheard), "listen", Ground.SUNKEN))
        return
    column.add(stage.way(stage.say(N_("Read aloud, volume and pace")), "listen", Screen.SOUND))


def build_end(stage: Stage) -> Scene:
    """Ending clears everything; one may also stay."""
    column = stage.column(
        stage.say(N_("End and clear?")),
        stage.say(N_("Everything you chose and answered will be gone. Nothing about you is kept.")),
    )
    column.add(stage.way(stage.say(N_("Was this useful?")), "chat", Screen.FEEDBACK))
    column.add(stage.way(stage.say(N_("Who runs this?")), "building", Screen.WHO_RUNS))
    stay = stage.secondary(stage.say(N_("Stay")), "back")
    stay.activated.connect(stage.steering.back)
    end = stage.primary(stage.say(N_("End and clear")), "end")
    end.activated.connect(stage.steering.end)
    return Scene(column, stage.footer(stay, end))
