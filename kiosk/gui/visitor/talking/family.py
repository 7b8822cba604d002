"""Decide with your family: each person alone at the screen, nothing copied to the next."""

from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.small import Line
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_

_WORDS = (
    ("person", N_("Each person decides for herself or himself. Nobody decides for all.")),
    ("sheet", N_("Each person has a turn at this screen and a sheet of her or his own.")),
    ("lock", N_("Your answers and choices do not go to the next person.")),
    ("family", N_("You can talk about it together, here or at home.")),
)


def build(stage: Stage) -> Scene:
    """What deciding together means here; two equal ways on."""
    column = stage.column(stage.say(N_("Decide with your family")))
    card = Card(stage.kit)
    for icon, words in _WORDS:
        card.add(Line(stage.kit, stage.say(words), icon))
    column.add(card)
    child = stage.visit.notice(NoticePlace.CHILD_WITH_FAMILY)
    title = stage.say(N_("Children and young people"))
    column.add(stage.notice(child, "child", Ground.SAFETY, title=title))
    pressed = stage.say(N_("Does somebody press you? Ask for a counsellor and talk alone."))
    column.add(stage.way(pressed, "chat", Screen.COUNSELLOR))
    clears = N_("When the next person begins, all that you chose and answered is cleared.")
    card = Card(stage.kit, Ground.CAUTION)
    card.add(Line(stage.kit, stage.say(clears), "end"))
    column.add(card)
    following = stage.secondary(stage.say(N_("The next person begins")), "next")
    following.activated.connect(stage.steering.begin_for_next_member)
    if not stage.visit.session.has_pair:
        return Scene(column, stage.footer(following))
    sheet = stage.way(stage.say(N_("Print my sheet first")), "print", Screen.SHEET_CHOICE)
    return Scene(column, stage.footer(sheet, following))
