"""Guides on the screen: what fits a stage of the way or a need, opened without an answer."""

from kiosk.core.kinds import NoticePlace, ServiceType
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.finding import SERVICE_NAMES, service_card
from kiosk.gui.visitor.missing import build_missing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_
from kiosk.services.guides import (
    FAMILY,
    FIRST_DAYS,
    GUIDES,
    OTHER_QUESTIONS,
    PAPERS,
    STAGES,
    STAYING,
    WORK,
    Guide,
    guide_services,
    guide_topics,
)

_TITLES = {
    FIRST_DAYS: N_("First days"),
    WORK: N_("Work"),
    PAPERS: N_("Papers"),
    FAMILY: N_("Family and children"),
    STAYING: N_("I do not plan to go back"),
}

_ICONS = {
    "planning_to_leave": "luggage",
    "just_arrived": "map-pin",
    "regular_stay": "identity",
    "in_transit": "bus",
    "deciding": "compass",
    "back_home": "home",
}


def build(stage: Stage, name: str) -> Scene:
    """The guide of this name; `OTHER_QUESTIONS` is the list of them."""
    if name == OTHER_QUESTIONS:
        return _build_list(stage)
    if name not in GUIDES or not stage.visit.session.has_pair:
        return build_missing(stage)
    return _build_guide(stage, name, GUIDES[name])


def _build_list(stage: Stage) -> Scene:
    """Where somebody is on her way, and what there is for whoever does not want to go back."""
    lead = stage.say(N_("Touch what is nearest to you. This is not an answer. Nothing is kept."))
    column = stage.column(stage.say(N_("Other questions")), lead)
    names = (STAYING, *STAGES, FAMILY, WORK)
    column.add(card_grid(stage.kit, [_guide_card(stage, name) for name in names]))
    search = stage.way(stage.say(N_("Search")), "search", Screen.SEARCH)
    topics = stage.way(stage.say(N_("All topics")), "topics", Screen.TOPICS)
    return Scene(column, stage.footer(search, topics))


def _guide_card(stage: Stage, name: str) -> TouchButton:
    icons = {STAYING: "identity", FAMILY: "family", WORK: "briefcase", **_ICONS}
    return stage.way(_title(stage, name), icons[name], Screen.ABOUT, name, trailing="next")


def _title(stage: Stage, name: str) -> str:
    """Its name in the product's words, or those of the question about the situation."""
    if name in _TITLES:
        return stage.say(_TITLES[name])
    values = stage.visit.question("situation").values
    return next(item.text.value for item in values if item.id == name)


def _build_guide(stage: Stage, name: str, guide: Guide) -> Scene:
    column = stage.column(_title(stage, name))
    if name != "back_home":
        protection = stage.visit.notice(NoticePlace.PROTECTION)
        column.add(stage.notice(protection, "shield", Ground.SAFETY))
        _add_topics(stage, column, guide)
        _add_services(stage, column, guide)
    else:
        _add_services(stage, column, guide)
        _add_topics(stage, column, guide)
        protection = stage.visit.notice(NoticePlace.PROTECTION)
        column.add(stage.notice(protection, "shield", Ground.SAFETY))
    return Scene(column, stage.footer(*_ways_on(stage)))


def _ways_on(stage: Stage) -> list[TouchButton]:
    """What fits at every stage: rights, every option, all help; equal."""
    return [
        stage.way(stage.say(N_("My rights")), "scale", Screen.RIGHTS),
        stage.way(stage.say(N_("My options")), "options", Screen.OPTIONS),
        stage.way(stage.say(N_("Find help")), "care", Screen.HELP),
    ]


def _add_topics(stage: Stage, column: Column, guide: Guide) -> None:
    topics = guide_topics(stage.visit, guide)
    if not topics:
        sentence = stage.say(N_("There is no page about this yet. People can help you."))
        column.add(Empty(stage.kit, Nothing.NOT_HERE, sentence))
        return
    column.add(TextBlock(stage.kit, stage.say(N_("To read")), Role.HEADING))
    cards = [stage.entry_card(Screen.TOPIC, t.id, t.title, t.icon, t.summary.value) for t in topics]
    column.add(card_grid(stage.kit, cards))


def _add_services(stage: Stage, column: Column, guide: Guide) -> None:
    """Help by kind; a kind nobody has put on record says so, below, instead of staying away."""
    found = guide_services(stage.visit, guide)
    for kind, services in found.items():
        if services:
            column.add(TextBlock(stage.kit, stage.say(SERVICE_NAMES[kind]), Role.HEADING))
            cards = [service_card(stage, service, by_region=True) for service in services]
            column.add(card_grid(stage.kit, cards))
    unknown = [kind for kind, services in found.items() if not services]
    if unknown:
        card = Card(stage.kit, Ground.SUNKEN)
        for kind in unknown:
            card.add(Line(stage.kit, _not_known(stage, kind), "not-known", tone=Tone.SOFT))
        column.add(card)


def _not_known(stage: Stage, kind: ServiceType) -> str:
    name = stage.say(SERVICE_NAMES[kind])
    return stage.kit.translator.fill(N_("{kind}: not known"), kind=name)
