"""My rights: each in plain words with its limit, its law and the way to complain."""

from kiosk.core.entries import Right
from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.reading.right import RightView
from kiosk.gui.visitor.after_reading import add_after_reading
from kiosk.gui.visitor.missing import build_missing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_


def build(stage: Stage) -> Scene:
    """All rights that hold where the person is."""
    lead = stage.say(N_("Rights and duties stand side by side. Touch one to read it."))
    column = stage.column(stage.say(N_("My rights")), lead)
    column.add(stage.notice(stage.visit.notice(NoticePlace.PROTECTION), "shield", Ground.SAFETY))
    cards = [_card(stage, right) for right in stage.visit.rights]
    column.add(FlowGrid(stage.kit, cards, most=2))
    title = stage.say(N_("Where to complain"))
    complaint = stage.visit.notice(NoticePlace.COMPLAINT)
    column.add(stage.notice(complaint, "chat", title=title))
    return Scene(column)


def build_right(stage: Stage) -> Scene:
    """One right."""
    right = stage.visit.right(stage.visit.session.place.subject)
    if right is None:
        return build_missing(stage)
    column = stage.column()
    found = [stage.visit.service(ref) for ref in right.complain_to]
    services = [service for service in found if service is not None]
    sources = stage.visit.sources(right)
    column.add(RightView(stage.kit, right, sources, complain_to=services))
    add_after_reading(stage, column, right)
    return Scene(column)


def _card(stage: Stage, right: Right) -> TouchButton:
    detail = right.plain.value
    return stage.entry_card(Screen.RIGHT, right.id, right.title, right.icon, detail)
