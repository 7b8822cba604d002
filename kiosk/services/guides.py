"""What fits somebody at one stage of the way, or with one need: pages and help, without answers.

Whoever opens a guide answers nothing and is asked nothing. The stages are those of the question
`situation`, whose words they share; a guide only says what stands first, everything else stays.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from kiosk.core.entries import Service, Topic
from kiosk.core.kinds import ServiceType, TopicSection
from kiosk.services.visiting import Visit

STAGES = (
    "planning_to_leave",
    "just_arrived",
    "regular_stay",
    "in_transit",
    "deciding",
    "back_home",
)
"""The six stages at which information is given (requirement R10), by values of `situation`."""

OTHER_QUESTIONS = "other_questions"
FIRST_DAYS = "first_days"
WORK = "work"
PAPERS = "papers"
FAMILY = "family"
STAYING = "staying"

AFTER_RETURN = tuple(ServiceType)[:7]
"""The seven kinds of help after return (requirement R21)."""


@dataclass(frozen=True)
class Guide:
    """Which pages and which help, in which order.

    `own_country_first` puts the pages about the country of origin before those for everybody;
    `says_unknown` names each kind of help even where none is on record.
    """

    sections: tuple[TopicSection, ...]
    services: tuple[ServiceType, ...] = ()
    own_country_first: bool = False
    says_unknown: bool = False


_S, _H = TopicSection, ServiceType

GUIDES: Mapping[str, Guide] = {
    "planning_to_leave": Guide(
        (_S.CHOICES, _S.SAFETY, _S.WORK, _S.PAPERS),
        (_H.LEGAL_ADVICE, _H.JOBS, _H.TRAINING, _H.GENERAL),
    ),
    "just_arrived": Guide(
        (_S.SAFETY, _S.CHOICES, _S.STAY, _S.FAMILY, _S.WELLBEING, _S.HEALTH),
        (_H.PROTECTION, _H.LEGAL_ADVICE, _H.INTERPRETER, _H.CHILD, _H.HOUSING, _H.HEALTH),
        says_unknown=True,
    ),
    "regular_stay": Guide(
        (_S.STAY, _S.WORK, _S.MONEY, _S.HEALTH, _S.FAMILY, _S.PAPERS),
        (_H.LEGAL_ADVICE, _H.WORK_RIGHTS, _H.HEALTH, _H.JOBS, _H.TRAINING),
    ),
    "in_transit": Guide(
        (_S.SAFETY, _S.CHOICES, _S.STAY, _S.WELLBEING),
        (_H.PROTECTION, _H.LEGAL_ADVICE, _H.TRAFFICKING, _H.HOUSING, _H.HEALTH),
    ),
    "deciding": Guide(
        (_S.CHOICES, _S.RETURN, _S.COUNTRY, _S.SAFETY, _S.WELLBEING, _S.MONEY),
        (_H.LEGAL_ADVICE, _H.PROTECTION, _H.RETURN_OFFICE, _H.PSYCHOSOCIAL),
    ),
    "back_home": Guide(
        (_S.WORK, _S.PAPERS, _S.MONEY, _S.FAMILY, _S.WELLBEING, _S.HEALTH),
        (*AFTER_RETURN, _H.GENERAL, _H.CREDIT, _H.PENSION, _H.NETWORK),
        own_country_first=True,
        says_unknown=True,
    ),
    FIRST_DAYS: Guide(
        (_S.RETURN, _S.COUNTRY, _S.SAFETY),
        (_H.GENERAL, _H.LEGAL_PAPERS, _H.HOUSING),
        own_country_first=True,
    ),
    WORK: Guide(
        (_S.WORK, _S.MONEY),
        (_H.JOBS, _H.TRAINING, _H.WORK_RIGHTS, _H.CREDIT, _H.PENSION),
        own_country_first=True,
    ),
    PAPERS: Guide((_S.PAPERS,), (_H.LEGAL_PAPERS, _H.SCHOOL), own_country_first=True),
    FAMILY: Guide((_S.FAMILY, _S.WELLBEING), (_H.CHILD, _H.SCHOOL, _H.VIOLENCE)),
    STAYING: Guide(
        (_S.CHOICES, _S.STAY, _S.SAFETY, _S.WORK, _S.HEALTH, _S.FAMILY),
        (_H.LEGAL_ADVICE, _H.WORK_RIGHTS, _H.HEALTH, _H.TRAINING, _H.INTERPRETER),
    ),
}


def guide_topics(visit: Visit, guide: Guide) -> tuple[Topic, ...]:
    """The pages of a guide in its order."""
    found = [topic for section in guide.sections for topic in visit.topics.get(section, ())]
    if guide.own_country_first:
        found.sort(key=lambda topic: not is_of_own_country(visit, topic))
    return tuple(found)


def guide_services(visit: Visit, guide: Guide) -> Mapping[ServiceType, tuple[Service, ...]]:
    """The help of a guide by kind; kinds without any only where the guide says so."""
    found = {kind: visit.services.get(kind, ()) for kind in guide.services}
    return {kind: some for kind, some in found.items() if some or guide.says_unknown}


def is_of_own_country(visit: Visit, topic: Topic) -> bool:
    """True for a page that the pack of the person's country holds."""
    country = visit.edition.country_of(topic.id)
    return country is not None and country == visit.session.origin
