"""How to complain or appeal: the way for each right, its time limit as far as known, who helps."""

from kiosk.core.entries import Right
from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.talking.people import people
from kiosk.i18n.translator import N_
from kiosk.services.talking import ComplaintRoute, Talking


def build(stage: Stage) -> Scene:
    """First that there is a time limit, then who helps, then the way for each right."""
    talking = Talking(stage.visit)
    column = stage.column(stage.say(N_("Complain or appeal")))
    complaint = stage.visit.notice(NoticePlace.COMPLAINT)
    column.add(stage.notice(complaint, "complain", Ground.SAFETY))
    column.add(people(stage, stage.say(N_("Who can help you")), talking.legal_help))
    for route in talking.complaint_routes:
        column.add(_route(stage, route))
    rights = stage.way(stage.say(N_("My rights")), "scale", Screen.RIGHTS)
    if not stage.visit.session.has_pair:
        return Scene(column, stage.footer(rights))
    helpers = stage.way(stage.say(N_("Find help")), "care", Screen.HELP)
    return Scene(column, stage.footer(rights, helpers))


def _route(stage: Stage, route: ComplaintRoute) -> Column:
    """One way, its time limit, and the rights it is for."""
    card = Card(stage.kit)
    how = route.how
    if how:
        card.add(TextBlock.of(stage.kit, how, Role.HEADING))
    else:
        card.add(TextBlock(stage.kit, stage.say(N_("How to complain: not known")), Role.HEADING))
    # No pack holds time limits: they differ with the decision and are short.
    limit = stage.say(N_("Time limit: not known. Ask at once."))
    card.add(Line(stage.kit, limit, "clock", tone=Tone.SOFT))
    for service in route.to:
        card.add(TextBlock.of(stage.kit, service.name))
    column = Column(stage.kit, [card])
    column.add(card_grid(stage.kit, [_right(stage, right) for right in route.rights], most=2))
    return column


def _right(stage: Stage, right: Right) -> TouchButton:
    return stage.entry_card(Screen.RIGHT, right.id, right.title, right.icon)
