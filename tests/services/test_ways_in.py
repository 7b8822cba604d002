"""Which ways stand on the start screen at which kind of site, and what the guides gather."""

import pytest

from kiosk.core.answers import Answers
from kiosk.core.kinds import ContentSet, NoticePlace, ServiceType, SiteType, TopicSection
from kiosk.core.session import Screen
from kiosk.services.guides import AFTER_RETURN, GUIDES, STAGES, guide_services, guide_topics
from kiosk.services.visiting import Visit
from kiosk.services.ways_in import ALWAYS, Way, first_after_language, ways_in
from kiosk.settings import Site
from tests.factories.shipped import Shipped

SETS = list(ContentSet)


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped()


def visit_at(
    shipped: Shipped, shows: ContentSet, host: str = "ES", origin: str = "EC", **answers: str
) -> Visit:
    given = Answers()
    for question, value in answers.items():
        given = given.with_answer(question, (value,))
    session = shipped.session(host, origin, answers=given)
    return shipped.visit(session, Site(content_set=shows))


@pytest.mark.parametrize("shows", SETS)
def test_everything_stays_one_touch_away_whatever_stands_first(
    shipped: Shipped, shows: ContentSet
) -> None:
    ways = ways_in(visit_at(shipped, shows))
    both = (*ways.main, *ways.more)
    assert len(set(both)) == len(both)
    assert set(ALWAYS) <= set(both)
    assert {Way.TALK, Way.ABOUT, Way.WHO_RUNS, Way.OTHER_QUESTIONS} <= set(both)


@pytest.mark.parametrize("shows", [s for s in SETS if s is not ContentSet.QUEUE])
def test_six_cards_of_equal_weight_stand_first(shipped: Shipped, shows: ContentSet) -> None:
    assert len(ways_in(visit_at(shipped, shows)).main) == 6


def test_at_a_border_rights_protection_and_an_interpreter_stand_before_papers(
    shipped: Shipped,
) -> None:
    main = ways_in(visit_at(shipped, ContentSet.ARRIVAL)).main
    assert main[:3] == (Way.RIGHTS, Way.HELP, Way.INTERPRETER)
    assert Way.OPTIONS in main
    assert Way.WHAT_NEXT in main
    assert Way.PAPERS not in main


def test_a_team_that_visits_shows_topics_help_and_the_sheet_first(shipped: Shipped) -> None:
    main = ways_in(visit_at(shipped, ContentSet.OUTREACH)).main
    assert main[:3] == (Way.TOPICS, Way.HELP, Way.SHEET)


def test_where_many_come_the_sheet_danger_rights_and_help_stand_first(shipped: Shipped) -> None:
    main = ways_in(visit_at(shipped, ContentSet.QUEUE)).main
    assert main == (Way.SHEET, Way.DANGER, Way.RIGHTS, Way.HELP)


@pytest.mark.parametrize("shows", SETS)
def test_no_answer_changes_what_an_onlooker_sees_on_the_start_screen(
    shipped: Shipped, shows: ContentSet
) -> None:
    calm = ways_in(visit_at(shipped, shows))
    assert ways_in(visit_at(shipped, shows, needs="fear_of_return")) == calm
    assert ways_in(visit_at(shipped, shows, age="under_18_alone")) == calm


def test_what_follows_the_language() -> None:
    assert first_after_language(ContentSet.PUBLIC) is Screen.ABOUT
    assert first_after_language(ContentSet.QUEUE) is Screen.WHERE_ARE_YOU
    for shows in (ContentSet.FULL, ContentSet.ARRIVAL, ContentSet.OUTREACH, ContentSet.HOME_SIDE):
        assert first_after_language(shows) is Screen.TRUST


def test_a_site_shows_what_fits_its_type_until_its_file_says_otherwise() -> None:
    assert Site(type=SiteType.BORDER).shows is ContentSet.ARRIVAL
    assert Site(type=SiteType.HOME_SIDE).shows is ContentSet.HOME_SIDE
    assert Site(type=SiteType.BORDER, content_set=ContentSet.QUEUE).shows is ContentSet.QUEUE


def test_the_six_stages_are_values_of_the_question_about_the_situation(shipped: Shipped) -> None:
    values = {v.id for v in visit_at(shipped, ContentSet.FULL).question("situation").values}
    assert set(STAGES) <= values
    assert len(STAGES) == 6


@pytest.mark.parametrize("name", GUIDES)
def test_every_guide_leads_to_something_for_every_pair(shipped: Shipped, name: str) -> None:
    for host, origin in shipped.pairs():
        visit = visit_at(shipped, ContentSet.FULL, host, origin)
        assert guide_topics(visit, GUIDES[name]), (host, origin)


def test_stages_differ_and_arriving_begins_with_safety(shipped: Shipped) -> None:
    visit = visit_at(shipped, ContentSet.FULL)
    shown = {name: tuple(t.id for t in guide_topics(visit, GUIDES[name])) for name in STAGES}
    assert len(set(shown.values())) == len(STAGES)
    first = guide_topics(visit, GUIDES["just_arrived"])[0]
    assert first.section is TopicSection.SAFETY
    assert ServiceType.CONSULATE not in GUIDES["just_arrived"].services


@pytest.mark.parametrize("country", ["EC", "SN", "KH"])
def test_at_home_each_of_the_seven_kinds_of_help_is_there_or_known_to_be_unknown(
    shipped: Shipped, country: str
) -> None:
    visit = visit_at(shipped, ContentSet.HOME_SIDE, country, country)
    found = guide_services(visit, GUIDES["back_home"])
    assert tuple(found)[:7] == AFTER_RETURN
    assert all(s.country == country for services in found.values() for s in services)


def test_pages_about_the_own_country_stand_first_at_home(shipped: Shipped) -> None:
    visit = visit_at(shipped, ContentSet.HOME_SIDE, "EC", "EC")
    assert guide_topics(visit, GUIDES["first_days"])[0].id == "origin-ec/first-days"
    assert guide_topics(visit, GUIDES["back_home"])[0].id.startswith("origin-ec/")


def test_no_guide_shows_what_an_answer_has_stopped(shipped: Shipped) -> None:
    visit = visit_at(shipped, ContentSet.FULL, needs="pressure")
    for guide in GUIDES.values():
        assert all(t.section is not TopicSection.RETURN for t in guide_topics(visit, guide))
        assert not guide_services(visit, guide).get(ServiceType.RETURN_OFFICE)
    assert visit.notice(NoticePlace.PROTECTION).value


def test_the_sheet_of_somebody_back_home_names_the_services_there(shipped: Shipped) -> None:
    request = visit_at(shipped, ContentSet.HOME_SIDE, "EC", "EC").sheet_request
    words = repr(shipped.plan(request))
    assert "SENESCYT" in words
