"""Home: everything one touch away, staying and going at equal prominence.

Which cards stand first is the content set's affair (`kiosk.services.ways_in`); here is their look.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from kiosk.core.countries import OTHER_COUNTRY
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import ContentSet, NoticePlace
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.face import Shape
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import country_name
from kiosk.i18n.translator import N_
from kiosk.services.ways_in import Way, ways_in


@dataclass(frozen=True)
class _Look:
    """How a way looks: icon, name, and a few more words where there is room."""

    icon: str
    name: str
    detail: str = ""


_LOOKS: Mapping[Way, _Look] = {
    Way.OPTIONS: _Look("options", N_("My options"), N_("Stay, protection, move on, go back, wait")),
    Way.RIGHTS: _Look("scale", N_("My rights"), N_("What the law says, in plain words")),
    Way.HELP: _Look("care", N_("Find help"), N_("People and places, and who runs them")),
    Way.TOPICS: _Look("topics", N_("Topics"), N_("Work, health, family, papers, countries")),
    Way.SEARCH: _Look("search", N_("Search"), N_("Look for a word")),
    Way.SHEET: _Look("sheet", N_("My sheet"), N_("Take the information with you on paper")),
    Way.QUESTIONS: _Look(
        "chat",
        N_("Answer a few questions"),
        N_("Only if you like. Then the options fit you better."),
    ),
    Way.DANGER: _Look("danger", N_("Danger now"), N_("The emergency number")),
    Way.INTERPRETER: _Look(
        "language", N_("I need an interpreter"), N_("Show your language at the counter")
    ),
    Way.TALK: _Look("hand", N_("Talk to a person")),
    Way.FAMILY_DECIDES: _Look("users", N_("Decide with your family")),
    Way.REMEMBER: _Look("remember", N_("Remember a date")),
    Way.STORIES: _Look("story", N_("Stories")),
    Way.ABOUT: _Look("info", N_("What is this about?")),
    Way.WHO_RUNS: _Look("building", N_("Who runs this?")),
    Way.FEEDBACK: _Look("useful", N_("Was this useful?")),
    Way.OTHER_QUESTIONS: _Look(
        "compass", N_("Other questions"), N_("Also if you do not plan to go back")
    ),
    Way.WHAT_NEXT: _Look("route", N_("What comes next"), N_("The first days here, and your ways")),
    Way.AT_HOME: _Look(
        "home", N_("Help near you"), N_("Jobs, training, health, school, housing, papers")
    ),
    Way.FIRST_DAYS: _Look("route", N_("First days"), N_("What to do after coming back")),
    Way.WORK: _Look("briefcase", N_("Work"), N_("Jobs, training and money")),
    Way.PAPERS: _Look("document", N_("Papers"), N_("For you, your children and school")),
    Way.CHILDREN: _Look("family", N_("Family and children"), N_("Help for families and children")),
}


def build(stage: Stage) -> Scene:
    """The main cards of equal weight, the countries, smaller cards, and that it is voluntary."""
    shows = stage.visit.visiting.site.shows
    if shows is ContentSet.QUEUE:
        return _build_queue(stage)
    ways = ways_in(stage.visit)
    column = stage.column(stage.say(N_("What would you like to know?")))
    cards = _main_cards(stage, ways.main)
    for part in (cards, _pair(stage)) if _is_cramped(stage) else (_pair(stage), cards):
        column.add(part)
    column.add(stage.notice(stage.visit.notice(NoticePlace.VOLUNTARY), "compass"))
    _add_more(stage, column, ways.more)
    return Scene(column)


def _build_queue(stage: Stage) -> Scene:
    """The sheet first, then what cannot wait; nobody is told to hurry."""
    ways = ways_in(stage.visit)
    sheet, *rest = ways.main
    column = stage.column(stage.say(N_("You can print your sheet now")))
    now = TouchButton(
        stage.kit,
        stage.say(N_("My sheet now")),
        "sheet",
        ButtonKind.PRIMARY,
        role=Role.HEADING,
        centered=True,
    )
    column.add(_leads(stage, sheet, now))
    calm = N_("Others may wait too, but take your time. You can also read the sheet later.")
    line, cards = Notice(stage.kit, stage.say(calm), "clock"), _main_cards(stage, tuple(rest))
    for part in (cards, line) if _is_cramped(stage) else (line, cards):
        column.add(part)
    column.add(_pair(stage))
    column.add(stage.notice(stage.visit.notice(NoticePlace.VOLUNTARY), "compass"))
    column.add(stage.notice(stage.visit.notice(NoticePlace.PRIVATE), "lock"))
    _add_more(stage, column, ways.more)
    return Scene(column)


def _is_cramped(stage: Stage) -> bool:
    """True where the main cards alone fill the screen."""
    return stage.is_wide and stage.kit.theme.text_size.is_large


def _main_cards(stage: Stage, ways: tuple[Way, ...]) -> FlowGrid:
    narrow = round(stage.kit.theme.column * 0.8)
    cards = [_main_card(stage, way) for way in ways]
    most = 3 if stage.is_wide or len(ways) == 3 else 2
    return card_grid(stage.kit, cards, column=narrow, most=most)


def _main_card(stage: Stage, way: Way) -> TouchButton:
    look = _LOOKS[way]
    return _leads(
        stage,
        way,
        TouchButton(
            stage.kit,
            stage.say(look.name),
            look.icon,
            ButtonKind.SAFETY if way is Way.DANGER else ButtonKind.SECONDARY,
            # On a low screen all of them are to be seen at once.
            detail="" if stage.is_wide else stage.say(look.detail),
            # Where they stand one below the other, a row takes half the height of a tile.
            shape=Shape.ROW if _is_cramped(stage) else Shape.TILE,
            role=Role.HEADING,
        ),
    )


def _add_more(stage: Stage, column: Column, ways: tuple[Way, ...]) -> None:
    """The smaller cards; those that need a sentence of their own are as wide as the screen."""
    column.add(TextBlock(stage.kit, stage.say(N_("More")), Role.HEADING))
    told = [way for way in ways if way in (Way.QUESTIONS, Way.OTHER_QUESTIONS)]
    cards = [_told_card(stage, way) for way in told]
    column.add(card_grid(stage.kit, cards))
    small = [_small_card(stage, way) for way in ways if way not in told]
    narrow = round(stage.kit.theme.column * 0.8)
    column.add(card_grid(stage.kit, small, column=narrow, most=3))


def _told_card(stage: Stage, way: Way) -> TouchButton:
    look = _LOOKS[way]
    name, detail = stage.say(look.name), stage.say(look.detail)
    place = way.place
    return stage.way(name, look.icon, place.screen, place.subject, detail=detail, trailing="next")


def _small_card(stage: Stage, way: Way) -> TouchButton:
    look = _LOOKS[way]
    name = stage.say(look.name)
    return _leads(stage, way, TouchButton(stage.kit, name, look.icon, bold=False))


def _leads(stage: Stage, way: Way, button: TouchButton) -> TouchButton:
    button.activated.connect(partial(stage.steering.go, way.place.screen, way.place.subject))
    return button


def _pair(stage: Stage) -> FlowRow:
    """The countries, with a way to change them; at home one is where one is from."""
    session = stage.visit.session
    here = (N_("I am in: {country}"), session.host, Screen.WHERE_ARE_YOU)
    home = (N_("I am from: {country}"), session.origin, Screen.WHERE_FROM)
    is_home_side = stage.visit.visiting.site.shows is ContentSet.HOME_SIDE
    row = FlowRow(stage.kit)
    for label, code, screen in (home,) if is_home_side else (here, home):
        words = stage.say(label).format(country=_name(stage, code))
        button = TouchButton(stage.kit, words, "map-pin", ButtonKind.QUIET, bold=False)
        button.activated.connect(partial(stage.steering.go, screen))
        row.add(button)
    return row


def _name(stage: Stage, code: CountryCode | None) -> str:
    if code == OTHER_COUNTRY:
        return stage.say(N_("Another country"))
    return country_name(code, stage.kit.language) if code else stage.say(N_("not known"))
