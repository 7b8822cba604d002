"""Who runs this kiosk and what happens with the answers: sentences that are true of the site."""

from kiosk.core.kinds import NoticePlace, SiteType
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import country_name
from kiosk.i18n.translator import N_

_PLACES = {
    SiteType.CONSULATE: N_("You are in a consulate."),
    SiteType.MISSION: N_("You are in a mission of a state."),
    SiteType.ONE_STOP: N_("You are in a centre for migrants."),
    SiteType.NGO: N_("You are in the office of an organisation that is not part of a state."),
    SiteType.BORDER: N_("You are at a border post."),
    SiteType.OUTREACH: N_("You are with a team that visits different places."),
    SiteType.HOME_SIDE: N_("You are in an office in your country of origin."),
}


def build(stage: Stage) -> Scene:
    """Whose place this is, that going is one's own choice, that nothing is kept."""
    site = stage.visit.visiting.site
    column = stage.column(stage.say(N_("Before you begin")))
    place = Card(stage.kit)
    place.add(Line(stage.kit, stage.say(N_("Where you are")), "building", bold=True))
    place.add(TextBlock(stage.kit, stage.say(_PLACES[site.type])))
    if site.run_by_state:
        message = stage.say(N_("This place is run by the state: {country}."))
        country = country_name(site.run_by_state, stage.kit.language)
        place.add(TextBlock(stage.kit, message.format(country=country)))
    column.add(place)
    column.add(_notice(stage, stage.say(N_("Your answers")), "lock", NoticePlace.PRIVATE))
    column.add(_notice(stage, stage.say(N_("Your decision")), "compass", NoticePlace.VOLUNTARY))
    go_on = stage.primary(stage.say(N_("Go on")))
    go_on.activated.connect(stage.steering.trust_read)
    return Scene(column, stage.footer(go_on))


def _notice(stage: Stage, title: str, icon: str, place: NoticePlace) -> Card:
    card = Card(stage.kit, Ground.PLAIN)
    card.add(Line(stage.kit, title, icon, bold=True))
    card.add(TextBlock.of(stage.kit, stage.visit.notice(place), Role.BODY))
    return card


def build_who_runs(stage: Stage) -> Scene:
    """Who runs this place and this kiosk, and what happens with the answers."""
    return Scene(stage.column(stage.say(N_("Who runs this?"))))
