"""Home: everything one touch away, staying and going at equal prominence."""

from functools import partial

from kiosk.core.countries import OTHER_COUNTRY
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.face import Shape
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import country_name
from kiosk.i18n.translator import N_

_WAYS = (
    (Screen.OPTIONS, "options", N_("My options"), N_("Stay, protection, move on, go back, wait")),
    (Screen.RIGHTS, "scale", N_("My rights"), N_("What the law says, in plain words")),
    (Screen.HELP, "care", N_("Find help"), N_("People and places, and who runs them")),
    (Screen.TOPICS, "topics", N_("Topics"), N_("Work, health, family, papers, countries")),
    (Screen.SEARCH, "search", N_("Search"), N_("Look for a word")),
    (Screen.SHEET_CHOICE, "sheet", N_("My sheet"), N_("Take the information with you on paper")),
)


def build(stage: Stage) -> Scene:
    """Six cards of equal weight, and the two countries with a way to change them."""
    column = stage.column(stage.say(N_("What would you like to know?")))
    ways = [_way(stage, *way) for way in _WAYS]
    narrow = round(stage.kit.theme.column * 0.8)
    cards = FlowGrid(stage.kit, ways, column=narrow, most=3 if stage.is_wide else 2)
    is_cramped = stage.is_wide and stage.kit.theme.text_size.is_large
    for part in (cards, _pair(stage)) if is_cramped else (_pair(stage), cards):
        column.add(part)
    questions = TouchButton(
        stage.kit,
        stage.say(N_("Answer a few questions")),
        "chat",
        detail=stage.say(N_("Only if you like. Then the options fit you better.")),
        trailing="next",
    )
    questions.activated.connect(partial(stage.steering.go, Screen.QUESTIONS))
    column.add(questions)
    column.add(stage.notice(stage.visit.notice(NoticePlace.VOLUNTARY), "compass"))
    return Scene(column)


def _pair(stage: Stage) -> FlowRow:
    session = stage.visit.session
    row = FlowRow(stage.kit)
    for label, code, screen in (
        (N_("I am in: {country}"), session.host, Screen.WHERE_ARE_YOU),
        (N_("I am from: {country}"), session.origin, Screen.WHERE_FROM),
    ):
        words = stage.say(label).format(country=_name(stage, code))
        button = TouchButton(stage.kit, words, "map-pin", ButtonKind.QUIET, bold=False)
        button.activated.connect(partial(stage.steering.go, screen))
        row.add(button)
    return row


def _way(stage: Stage, screen: Screen, icon: str, name: str, detail: str) -> TouchButton:
    button = TouchButton(
        stage.kit,
        stage.say(name),
        icon,
        # On a low screen all six are to be seen at once.
        detail="" if stage.is_wide else stage.say(detail),
        shape=Shape.TILE,
        role=Role.HEADING,
    )
    button.activated.connect(partial(stage.steering.go, screen))
    return button


def _name(stage: Stage, code: CountryCode | None) -> str:
    if code == OTHER_COUNTRY:
        return stage.say(N_("Another country"))
    return country_name(code, stage.kit.language) if code else stage.say(N_("not known"))
