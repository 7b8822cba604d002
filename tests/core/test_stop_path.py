"""What an answer that stops the return path takes away, however an entry is marked."""

from datetime import date
from typing import Any

import pytest

from kiosk.core.entries import Entry, Opportunity, Programme, Right, Service, Story, Topic
from kiosk.core.ids import CountryCode, EntryRef, LanguageTag
from kiosk.core.kinds import ProgrammeKind, RunBy, ServiceType, TopicSection
from kiosk.core.stop_path import is_about_return, still_shown
from kiosk.core.texts import Text

EC, ES = CountryCode("EC"), CountryCode("ES")
SAFETY = [type_ for type_ in ServiceType if type_.is_safety]
WORDS = Text("words", LanguageTag("en"))
BASE: dict[str, Any] = {"id": EntryRef("p/e"), "sources": (), "checked": date(2026, 11, 21)}


def programme(kind: ProgrammeKind, **more: Any) -> Programme:
    return Programme(**BASE, title=WORDS, summary=WORDS, kind=kind, **more)


def topic(section: TopicSection, **more: Any) -> Topic:
    return Topic(**BASE, title=WORDS, summary=WORDS, section=section, **more)


def service(
    type_: ServiceType, country: CountryCode = ES, run_by: RunBy = RunBy.NGO, **more: Any
) -> Service:
    return Service(**BASE, name=WORDS, type=type_, country=country, run_by=run_by, **more)


GONE = [
    *(programme(kind) for kind in ProgrammeKind if kind.is_return),
    *(programme(kind, safety_core=True) for kind in ProgrammeKind if kind.is_return),
    programme(ProgrammeKind.REGULAR_STAY, about_return=True),
    topic(TopicSection.RETURN),
    topic(TopicSection.MONEY, about_return=True),
    service(ServiceType.RETURN_OFFICE),
    service(ServiceType.RETURN_OFFICE, safety_core=True),
    service(ServiceType.CONSULATE),
    service(ServiceType.JOBS, about_return=True),
    service(ServiceType.JOBS, EC),
    service(ServiceType.GENERAL, run_by=RunBy.STATE_OF_ORIGIN),
    *(service(type_, run_by=RunBy.STATE_OF_ORIGIN) for type_ in SAFETY),
    Opportunity(**BASE, title=WORDS, summary=WORDS, country=EC, expires=date(2027, 1, 1)),
    Story(**BASE, title=WORDS, body=WORDS, country=EC, consent="on record"),
]

STAYS = [
    *(programme(kind) for kind in ProgrammeKind if not kind.is_return),
    topic(TopicSection.SAFETY),
    topic(TopicSection.STAY),
    topic(TopicSection.RETURN, safety_core=True),
    service(ServiceType.GENERAL),
    *(service(type_) for type_ in SAFETY),
    *(service(type_, EC) for type_ in SAFETY),
    *(service(type_, about_return=True) for type_ in SAFETY),
    Right(**BASE, title=WORDS, plain=WORDS, limit=WORDS, instruments=(), binds=WORDS),
]


@pytest.mark.parametrize("entry", GONE, ids=lambda e: type(e).__name__)
def test_what_is_about_return_is_gone(entry: Entry) -> None:
    assert is_about_return(entry, EC)
    assert still_shown([entry], blocked=True, origin=EC) == ()
    assert still_shown([entry], blocked=False, origin=EC) == (entry,)


@pytest.mark.parametrize("entry", STAYS, ids=lambda e: type(e).__name__)
def test_help_and_everything_else_stays(entry: Entry) -> None:
    assert not is_about_return(entry, EC)
    assert still_shown([entry], blocked=True, origin=EC) == (entry,)


def test_the_order_of_what_stays_is_kept() -> None:
    entries = [*STAYS[::-1], *GONE, *STAYS]

    assert still_shown(entries, blocked=True, origin=EC) == (*STAYS[::-1], *STAYS)
