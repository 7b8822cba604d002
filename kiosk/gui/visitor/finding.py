"""Find help: people and places by what they do; who runs them is said before any number."""

from kiosk.core.entries import Service
from kiosk.core.kinds import NoticePlace, ServiceType
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.reading.service import ServiceView
from kiosk.gui.visitor.after_reading import add_after_reading
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.missing import build_missing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import country_name
from kiosk.i18n.translator import N_
from kiosk.services.handouts.writing import RUN_BY_WORDS

SERVICE_NAMES = {
    ServiceType.EMERGENCY: N_("Danger now"),
    ServiceType.PROTECTION: N_("Protection and asylum"),
    ServiceType.LEGAL_ADVICE: N_("Legal advice"),
    ServiceType.TRAFFICKING: N_("Exploitation and trafficking"),
    ServiceType.VIOLENCE: N_("Violence"),
    ServiceType.CHILD: N_("Children"),
    ServiceType.COMPLAINT: N_("Complaints"),
    ServiceType.INTERPRETER: N_("Interpreters"),
    ServiceType.HEALTH: N_("Health"),
    ServiceType.PSYCHOSOCIAL: N_("Someone to talk to"),
    ServiceType.HOUSING: N_("Housing"),
    ServiceType.JOBS: N_("Jobs"),
    ServiceType.WORK_RIGHTS: N_("Rights at work"),
    ServiceType.TRAINING: N_("Training"),
    ServiceType.SCHOOL: N_("School"),
    ServiceType.LEGAL_PAPERS: N_("Papers"),
    ServiceType.CONSULATE: N_("Consulates"),
    ServiceType.RETURN_OFFICE: N_("Offices for going back"),
    ServiceType.PENSION: N_("Pensions"),
    ServiceType.CREDIT: N_("Credit and savings"),
    ServiceType.NETWORK: N_("Groups and networks"),
    ServiceType.GENERAL: N_("Other help"),
}


def build(stage: Stage) -> Scene:
    """All help, safety first; the protection block stands above it for everybody."""
    column = stage.column(stage.say(N_("Find help")))
    column.add(stage.notice(stage.visit.notice(NoticePlace.PROTECTION), "shield", Ground.SAFETY))
    column.add(card_grid(stage.kit, _ways_to_talk(stage), most=2))
    found = stage.visit.services
    if not found:
        unknown = stage.say(N_("not known"))
        column.add(Empty(stage.kit, Nothing.NOT_KNOWN, unknown))
    for kind, services in found.items():
        column.add(TextBlock(stage.kit, stage.say(SERVICE_NAMES[kind]), Role.HEADING))
        column.add(card_grid(stage.kit, [service_card(stage, s) for s in services], most=2))
    return Scene(column)


def build_service(stage: Stage) -> Scene:
    """One contact."""
    service = stage.visit.service(stage.visit.session.place.subject)
    if service is None:
        return build_missing(stage)
    column = stage.column()
    column.add(ServiceView(stage.kit, service, stage.visit.sources(service)))
    add_after_reading(stage, column, service)
    return Scene(column)


def service_card(stage: Stage, service: Service, *, by_region: bool = False) -> TouchButton:
    """A card that opens a contact: where it is and who runs it stand on it.

    `by_region`: the regions it works in stand in place of the country, where they are on record.
    """
    where = _regions(stage, service) if by_region else ""
    where = where or country_name(service.country, stage.kit.language)
    who = stage.say(RUN_BY_WORDS[service.run_by])
    icon = "care" if service.type.is_safety else "building"
    return stage.entry_card(Screen.SERVICE, service.id, service.name, icon, f"{where}. {who}")


def _regions(stage: Stage, service: Service) -> str:
    names = dict(stage.visit.edition.regions(service.country))
    return ", ".join(names[code].value for code in service.regions if code in names)


def _ways_to_talk(stage: Stage) -> list[TouchButton]:
    talk, interpreter = stage.say(N_("Talk to a person")), stage.say(N_("I need an interpreter"))
    return [
        stage.way(talk, "chat", Screen.TALK, trailing="next"),
        stage.way(interpreter, "language", Screen.INTERPRETER, trailing="next"),
    ]
