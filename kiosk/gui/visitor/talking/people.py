"""Lists of people and lines: who runs each is said before its number; none is "not known"."""

from collections.abc import Iterable

from kiosk.core.entries import Service
from kiosk.gui.kit.card import Card
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.reading.service import ServiceView
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.scene import Stage
from kiosk.i18n.translator import N_


def people(stage: Stage, title: str, services: Iterable[Service]) -> Column:
    """The services one below the other under a heading."""
    column = Column(stage.kit, [TextBlock(stage.kit, title, Role.HEADING)])
    found = tuple(services)
    for service in found:
        card = Card(stage.kit)
        card.add(ServiceView(stage.kit, service, stage.visit.sources(service), brief=True))
        column.add(card)
    if not found:
        unknown = stage.say(N_("not known"))
        column.add(Empty(stage.kit, Nothing.NOT_KNOWN, unknown, brief=True))
    return column
