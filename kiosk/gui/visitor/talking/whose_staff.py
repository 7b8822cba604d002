"""Where the state a person comes from runs the place: said before she asks for its people."""

from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.finding import service_card
from kiosk.gui.visitor.scene import Stage
from kiosk.i18n.translator import N_

_PLACES = (
    NoticePlace.OWN_STATE_WHOSE,
    NoticePlace.OWN_STATE_FEAR,
    NoticePlace.OWN_STATE_LEAVE,
)


def whose_staff(stage: Stage) -> Card:
    """Whose office this is, that fear is a reason to go elsewhere first, that one can leave."""
    card = Card(stage.kit, Ground.SAFETY)
    for number, place in enumerate(_PLACES):
        role = Role.BODY if number else Role.HEADING
        card.add(TextBlock.of(stage.kit, stage.visit.notice(place), role))
    return card


def help_elsewhere(stage: Stage) -> Column:
    """Help that does not belong to that state, as large as what the state offers."""
    title = stage.say(N_("Help that does not belong to this state"))
    column = Column(stage.kit, [TextBlock(stage.kit, title, Role.HEADING)])
    helpers = stage.visit.own_state_help if stage.visit.session.has_pair else ()
    if helpers:
        column.add(card_grid(stage.kit, [service_card(stage, s) for s in helpers], most=2))
    else:
        column.add(TextBlock(stage.kit, stage.say(N_("not known"))))
    column.add(stage.way(stage.say(N_("End and clear")), "end", Screen.END))
    return column
