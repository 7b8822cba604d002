"""How much content ships: the least that was promised, and where."""

import sqlite3
from contextlib import closing

import pytest

from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import NoticePlace, TopicSection
from kiosk.core.questions import QUESTIONS
from kiosk.library import Edition
from tests.factories.shipped import Shipped, shipped_packs


@pytest.fixture
def edition(shipped: Shipped) -> Edition:
    return shipped.library.edition(LanguageTag("en"), shipped.day)


def test_there_are_enough_entries_of_every_kind(edition: Edition) -> None:
    assert len(edition.topics) >= 12
    assert len(edition.programmes) >= 8
    assert len({programme.kind for programme in edition.programmes}) >= 5
    assert len(edition.services) >= 15
    assert len(edition.agreements) >= 3
    assert len(edition.rights) >= 10
    assert len(edition.terms) >= 30


def test_there_are_enough_golden_cases() -> None:
    cases = 0
    for path in shipped_packs().glob("*.pack"):
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as pack:
            cases += pack.execute("SELECT count(*) FROM cases").fetchone()[0]

    assert cases >= 20


def test_every_promised_country_and_language_is_there(shipped: Shipped) -> None:
    assert set(shipped.library.hosts) == {"ES", "FR", "TH"}
    assert set(shipped.library.origins) == {"EC", "KH", "SN"}
    assert set(shipped.languages) == {"en", "fr", "es", "ar", "km"}


def test_every_question_and_every_notice_has_words(edition: Edition) -> None:
    assert {text.question for text in edition.questions} == set(QUESTIONS)
    assert all(edition.notice(place) for place in NoticePlace)


def test_every_pair_has_protection_legal_advice_staying_moving_on_and_waiting(
    shipped: Shipped, edition: Edition
) -> None:
    for host, origin in shipped.pairs():
        kinds = {p.kind.value for p in edition.programmes.for_pair(host, origin)}

        assert {"protection", "legal_advice", "regular_stay"} <= kinds
        assert {"onward_migration", "waiting"} <= kinds
        assert kinds & {"assisted_return", "independent_return"}


def test_every_origin_tells_of_the_first_days(edition: Edition, shipped: Shipped) -> None:
    for country in shipped.library.origins:
        first = [t for t in edition.topics if t.id == f"origin-{country.lower()}/first-days"]

        assert len(first) == 1
        assert first[0].section is TopicSection.RETURN


def test_every_host_has_protection_that_is_not_of_a_state(
    edition: Edition, shipped: Shipped
) -> None:
    for country in shipped.library.hosts:
        helpers = [
            s
            for s in edition.services
            if s.country == country and s.type.is_safety and s.run_by.value in ("ngo", "un")
        ]
        assert helpers, country


def test_every_reference_leads_somewhere(edition: Edition) -> None:
    for programme in edition.programmes:
        for ref in programme.contacts:
            assert edition.services.find(ref), f"{programme.id} → {ref}"
    for topic in edition.topics:
        for block in topic.blocks:
            for link in (i.link for row in block.rows for cell in row for i in cell if i.link):
                known = edition.find(link) is not None or link.startswith("https://")
                assert known, f"{topic.id} → {link}"


def test_every_option_names_what_helps_and_what_is_hard(edition: Edition) -> None:
    for programme in edition.programmes:
        assert programme.can_help, programme.id
        assert programme.can_be_hard, programme.id
        assert programme.not_checked_by_owner


def test_regions_of_every_origin_can_be_chosen(edition: Edition, shipped: Shipped) -> None:
    for country in shipped.library.origins:
        regions = edition.regions(CountryCode(country))

        assert len(regions) >= 3
        assert all(code.startswith(f"{country}-") and name for code, name in regions)
