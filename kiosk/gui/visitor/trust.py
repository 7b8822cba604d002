"""Who runs this kiosk, what happens with the answers, who tells whom: only what is true here.

Which sentences those are is decided without Qt in `kiosk.services.trust`; their words are reviewed
content, never an operator's own.
"""

from kiosk.core.ids import EntryRef
from kiosk.core.kinds import NoticePlace, SiteType
from kiosk.core.session import Screen
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import country_name
from kiosk.i18n.translator import N_
from kiosk.services.trust import contradicts_type, true_of

_PLACES = {
    SiteType.CONSULATE: N_("You are in a consulate."),
    SiteType.MISSION: N_("You are in a mission of a state."),
    SiteType.ONE_STOP: N_("You are in a centre for migrants."),
    SiteType.NGO: N_("You are in the office of an organisation that is not part of a state."),
    SiteType.BORDER: N_("You are at a border post."),
    SiteType.OUTREACH: N_("You are with a team that visits different places."),
    SiteType.HOME_SIDE: N_("You are in an office in your country of origin."),
}

_OWN_STATE = (
    NoticePlace.OWN_STATE_WHOSE,
    NoticePlace.OWN_STATE_FEAR,
    NoticePlace.OWN_STATE_LEAVE,
)

_WHAT_TO_ASK = EntryRef("common/your-data")


def build(stage: Stage) -> Scene:
    """Whose place this is, that going is one's own choice, that nothing is kept."""
    column = stage.column(stage.say(N_("Before you begin")))
    place = Card(stage.kit)
    place.add(Line(stage.kit, stage.say(N_("Where you are")), "building", bold=True))
    _add_place(stage, place)
    column.add(place)
    answers, decision = stage.say(N_("Your answers")), stage.say(N_("Your decision"))
    column.add(_card(stage, answers, "lock", (NoticePlace.PRIVATE,)))
    column.add(_card(stage, decision, "compass", (NoticePlace.VOLUNTARY,)))
    more = stage.way(stage.say(N_("Who runs this? Who is told?")), "info", Screen.WHO_RUNS)
    about = stage.way(stage.say(N_("What is this about?")), "compass", Screen.ABOUT)
    column.add(FlowRow(stage.kit, (more, about), fill=True))
    go_on = stage.primary(stage.say(N_("Go on")))
    go_on.activated.connect(stage.steering.trust_read)
    return Scene(column, stage.footer(go_on))


def build_who_runs(stage: Stage) -> Scene:
    """Three questions one may have before trusting a screen; each with what is known, no more."""
    visit = stage.visit
    true = true_of(visit.visiting.site)
    column = stage.column(stage.say(N_("Who runs this?")))
    if visit.in_own_state:
        column.add(_card(stage, stage.say(N_("Please note")), "care", _OWN_STATE, Ground.SAFETY))
    place = Card(stage.kit)
    place.add(Line(stage.kit, stage.say(N_("Who runs this place?")), "building", bold=True))
    _add_place(stage, place)
    _add_notices(stage, place, true.who_runs)
    column.add(place)
    kept = stage.say(N_("What happens with my answers?"))
    column.add(_card(stage, kept, "lock", true.what_is_kept))
    tells = stage.say(N_("Who tells the authorities?"))
    column.add(_card(stage, tells, "chat", true.who_tells))
    topic = visit.topic(_WHAT_TO_ASK)
    # The home screen is the way back from a topic; before the countries there is none yet.
    if topic is not None and visit.session.has_pair:
        column.add(stage.entry_card(Screen.TOPIC, topic.id, topic.title, topic.icon))
    back = stage.primary(stage.say(N_("Back to where I was")), "back")
    back.activated.connect(stage.steering.back)
    return Scene(column, stage.footer(back))


def _add_place(stage: Stage, card: Card) -> None:
    """Where the kiosk stands and which state runs it, as far as the site file says."""
    site = stage.visit.visiting.site
    if not contradicts_type(site):
        card.add(TextBlock(stage.kit, stage.say(_PLACES[site.type])))
    if site.run_by_state:
        message = stage.say(N_("This place is run by the state: {country}."))
        country = country_name(site.run_by_state, stage.kit.language)
        card.add(TextBlock(stage.kit, message.format(country=country)))


def _card(
    stage: Stage,
    title: str,
    icon: str,
    places: tuple[NoticePlace, ...],
    ground: Ground = Ground.PLAIN,
) -> Card:
    card = Card(stage.kit, ground)
    card.add(Line(stage.kit, title, icon, bold=True))
    _add_notices(stage, card, places)
    return card


def _add_notices(stage: Stage, card: Card, places: tuple[NoticePlace, ...]) -> None:
    for place in places:
        card.add(TextBlock.of(stage.kit, stage.visit.notice(place), Role.BODY))
