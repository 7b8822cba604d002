"""Where the state that runs this place is the one the person comes from: said plainly, first.

Whose office this is, that who fears it should talk to somebody else before speaking or signing,
that one can leave now, and help that does not belong to that state.
"""

from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.reading.service import ServiceView
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """The three sentences, independent help, and two equal ways on: leave, or go on."""
    column = stage.column(stage.say(N_("Before you go on")))
    card = Card(stage.kit, Ground.SAFETY)
    places = (
        NoticePlace.OWN_STATE_WHOSE,
        NoticePlace.OWN_STATE_FEAR,
        NoticePlace.OWN_STATE_LEAVE,
    )
    for number, place in enumerate(places):
        role = Role.HEADING if number == 0 else Role.BODY
        card.add(TextBlock.of(stage.kit, stage.visit.notice(place), role))
    column.add(card)
    helpers = stage.visit.own_state_help
    title = stage.say(N_("Help that does not belong to this state"))
    column.add(TextBlock(stage.kit, title, Role.HEADING))
    for service in helpers:
        column.add(ServiceView(stage.kit, service, stage.visit.sources(service)))
    if not helpers:
        column.add(TextBlock(stage.kit, stage.say(N_("not known"))))
    leave = stage.secondary(stage.say(N_("End and clear")), "end")
    leave.activated.connect(stage.steering.end)
    rights = stage.way(stage.say(N_("Rights and help")), "care", Screen.HELP)
    go_on = stage.secondary(stage.say(N_("Go on")), "next")
    go_on.activated.connect(stage.steering.go_home)
    return Scene(column, stage.footer(leave, rights, go_on))
