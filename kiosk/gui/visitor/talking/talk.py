"""Talk to a person: every way there is, and the lines one can call from here."""

from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.card import Ground
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.talking.people import people
from kiosk.gui.visitor.talking.whose_staff import whose_staff
from kiosk.i18n.translator import N_
from kiosk.services.talking import Talking

_WAYS = (
    (
        Screen.INTERPRETER,
        "language",
        N_("I need an interpreter"),
        N_("Show at the desk which language you speak"),
    ),
    (
        Screen.COUNSELLOR,
        "chat",
        N_("Ask for a counsellor"),
        N_("With a woman or a man, where one can choose"),
    ),
    (
        Screen.COMPLAINT,
        "complain",
        N_("Complain or appeal"),
        N_("How, and who helps you"),
    ),
    (
        Screen.FAMILY,
        "family",
        N_("Decide with your family"),
        N_("Each person decides for herself or himself"),
    ),
    (
        Screen.LANGUAGE_CARD,
        "print",
        N_("Point to your language"),
        N_("A card with the names of many languages, to print"),
    ),
)


def build(stage: Stage) -> Scene:
    """The ways at equal weight; below them phone lines, safety first."""
    lead = stage.say(N_("You choose whom you talk to. Nothing is sent from here."))
    column = stage.column(stage.say(N_("Talk to a person")), lead)
    if stage.visit.in_own_state:
        column.add(whose_staff(stage))
    ways = [
        stage.way(stage.say(name), icon, screen, detail=stage.say(detail), trailing="next")
        for screen, icon, name, detail in _WAYS
    ]
    column.add(card_grid(stage.kit, ways, most=2))
    protection = stage.visit.notice(NoticePlace.PROTECTION)
    column.add(stage.notice(protection, "shield", Ground.SAFETY))
    column.add(people(stage, stage.say(N_("By phone")), Talking(stage.visit).phone_lines))
    return Scene(column)
