"""What one visitor sees: the office of her own state, help around her, languages, questions."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.core.answers import Answers
from kiosk.core.entries import Service
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import NoticePlace, PackKind, RunBy, SiteType
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import new_session
from kiosk.core.sheet import SectionId, SheetRequest
from kiosk.i18n.translator import Translators
from kiosk.services.handouts.planner import SheetPlanner
from kiosk.services.visiting import Visit, Visiting
from kiosk.settings import Site
from tests.factories.answering import PLAIN, stopped_by
from tests.factories.packs import RELEASED, World, service
from tests.factories.shipped import Shipped

EN = LanguageTag("en")
CONSULATE_OF_EC = Site(type=SiteType.CONSULATE, run_by_state=CountryCode("EC"))

HELP_IN_SPAIN = "".join(
    [
        service("lawyers", "Lawyers without fear", "ES", type_="legal_advice"),
        service("refuge", "House of refuge", "ES", type_="protection"),
        service("consul-lawyer", "Lawyer of the consulate", "ES", type_="legal_advice").replace(
            'run_by = "ngo"', 'run_by = "state_of_origin"'
        ),
        service("complaints", "Ombudsman", "ES", type_="complaint"),
        service("consul-complaints", "Complaints to the consul", "ES", type_="complaint").replace(
            'run_by = "ngo"', 'run_by = "state_of_origin"'
        ),
        service("alarm", "Emergency call", "ES", type_="emergency", more="emergency = true\n"),
    ]
)


@pytest.fixture
def spain(tmp_path: Path) -> World:
    """Spain with help of its own, and help that the state of origin runs there."""
    world = World(tmp_path)
    world.add_common()
    world.add("host-es", PackKind.HOST, "ES", files={"services.toml": HELP_IN_SPAIN})
    world.add(
        "origin-ec",
        PackKind.ORIGIN,
        "EC",
        files={"services.toml": service("home-lawyer", "Lawyer", "EC", type_="legal_advice")},
    )
    return world


@contextmanager
def visit_to(world: World, tmp_path: Path) -> Iterator[Visit]:
    session = replace(new_session(EN, 0.0), host=CountryCode("ES"), origin=CountryCode("EC"))
    with world.library() as library:
        visiting = Visiting(library, Translators(tmp_path), CONSULATE_OF_EC, as_of=RELEASED)
        yield visiting.visit(session)


def names(services: tuple[Service, ...]) -> set[str]:
    return {service.name.value for service in services}


def test_help_beside_the_office_of_ones_own_state_does_not_belong_to_it(
    spain: World, tmp_path: Path
) -> None:
    with visit_to(spain, tmp_path) as visit:
        assert names(visit.own_state_help) == {"House of refuge", "Lawyers without fear"}


@pytest.mark.parametrize("answers", [PLAIN, stopped_by("needs", "fear_of_return")])
def test_the_state_of_origin_never_stands_in_the_protection_part_of_a_sheet(
    spain: World, tmp_path: Path, answers: Answers
) -> None:
    with spain.library() as library:
        words = Translators(tmp_path).for_language(EN)
        planner = SheetPlanner(library, library.edition(EN, RELEASED), words)
        request = SheetRequest(CountryCode("ES"), CountryCode("EC"), EN, answers=answers)
        parts = {section.id: section for section in planner.plan(request).sections}
    protection = "\n".join(e.text for e in parts[SectionId.PROTECTION].elements)
    complaint = "\n".join(e.text for e in parts[SectionId.COMPLAINT].elements)

    assert "House of refuge" in protection
    assert "Emergency call" in protection
    assert "consulate" not in protection
    assert "Ombudsman" in complaint
    assert "consul" not in complaint


def test_the_emergency_line_is_that_of_the_country_where_one_is(
    spain: World, tmp_path: Path
) -> None:
    with visit_to(spain, tmp_path) as visit:
        assert visit.emergency
        assert visit.emergency.name.value == "Emergency call"


@pytest.mark.parametrize(
    ("run_by", "origin", "expected"),
    [("EC", "EC", True), ("EC", "SN", False), (None, "EC", False)],
)
def test_a_visitor_learns_when_the_office_is_her_own_states(
    shipped: Shipped, run_by: str | None, origin: str, expected: bool
) -> None:
    site = Site(run_by_state=CountryCode(run_by) if run_by else None)
    visit = shipped.visit(shipped.session("ES", origin), site)

    assert visit.in_own_state is expected


def test_before_her_origin_is_known_no_office_is_her_own_states(shipped: Shipped) -> None:
    nobody = replace(shipped.session("ES", "EC"), origin=None)

    assert not shipped.visit(nobody, Site()).in_own_state
    assert not shipped.visit(nobody, CONSULATE_OF_EC).in_own_state


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ar", "km"])
def test_own_state_screen_says_whose_office_fear_and_leaving_in_every_language(
    shipped: Shipped, tag: str
) -> None:
    visit = shipped.visit(shipped.session("ES", "EC", tag), CONSULATE_OF_EC)
    said = [
        visit.notice(place)
        for place in (
            NoticePlace.OWN_STATE_WHOSE,
            NoticePlace.OWN_STATE_FEAR,
            NoticePlace.OWN_STATE_LEAVE,
        )
    ]

    assert all(text.value for text in said)
    assert len({text.value for text in said}) == 3
    assert all(text.language == tag for text in said)


def test_own_state_help_of_every_shipped_pair_is_of_the_host_and_not_of_the_origin(
    shipped: Shipped,
) -> None:
    for host, origin in shipped.pairs():
        site = Site(run_by_state=origin)
        helpers = shipped.visit(shipped.session(host, origin), site).own_state_help

        assert helpers
        assert all(s.country == host for s in helpers)
        assert all(s.run_by is not RunBy.STATE_OF_ORIGIN for s in helpers)


def test_help_begins_with_safety_and_with_where_one_is(shipped: Shipped) -> None:
    for host, origin in shipped.pairs():
        services = shipped.visit(shipped.session(host, origin)).services
        safety = [kind.is_safety for kind in services]

        assert safety == sorted(safety, reverse=True)
        for found in services.values():
            here = [s.country == host for s in found]
            assert here == sorted(here, reverse=True)
            assert all(s.country in (host, origin) for s in found)


def test_agreements_are_those_between_the_two_countries(shipped: Shipped) -> None:
    shown = {
        "-".join(pair): {a.id for a in shipped.visit(shipped.session(*pair)).agreements}
        for pair in shipped.pairs()
    }

    assert shown["ES-EC"] == {"host-es/es-ec-social-security"}
    assert shown["TH-KH"] == {"host-th/th-kh-labour-mou"}
    assert shown["TH-SN"] == set()


def test_nothing_of_another_country_is_shown(shipped: Shipped) -> None:
    visit = shipped.visit(shipped.session("FR", "SN"))
    shown = [t for topics in visit.topics.values() for t in topics]
    shown_ids = {entry.id.split("/")[0] for entry in (*shown, *visit.rights, *visit.terms)}
    shown_ids |= {option.programme.id.split("/")[0] for option in visit.advice.options}

    assert shown_ids <= {"common", "host-fr", "origin-sn", "site-demo"}


def test_the_site_decides_the_order_of_languages_and_loses_none(shipped: Shipped) -> None:
    site = Site(languages=(LanguageTag("km"), LanguageTag("de"), LanguageTag("ar")))
    visit = shipped.visit(shipped.session("ES", "EC"), site)

    assert visit.languages[:2] == ("km", "ar")
    assert set(visit.languages) == {"en", "fr", "es", "ar", "km"}


@pytest.mark.parametrize("tag", ["en", "fr", "es", "ar", "km"])
def test_every_question_says_why_it_is_asked_and_names_every_answer(
    shipped: Shipped, tag: str
) -> None:
    visit = shipped.visit(shipped.session("ES", "EC", tag))

    assert [text.question for text in visit.questions] == list(QUESTIONS)
    for text in visit.questions:
        assert text.text
        assert text.why
        asked = visit.question(text.question)
        expected = QUESTIONS[text.question].values or tuple(code for code, _ in visit.regions)
        assert {item.id for item in asked.values} == set(expected)
        assert all(item.text for item in asked.values)


def test_a_sheet_is_discreet_until_the_person_says_otherwise(shipped: Shipped) -> None:
    in_reach = Site(printer_in_reach=True)
    session = shipped.session("ES", "EC", "en", PLAIN)

    assert shipped.visit(session, in_reach).sheet_request.discreet
    others = shipped.visit(replace(session, only_i_see_it=False), in_reach).sheet_request
    assert others.discreet
    mine = shipped.visit(replace(session, only_i_see_it=True), in_reach).sheet_request
    assert not mine.discreet
    assert mine.answers_from == frozenset()


def test_where_others_take_the_sheet_out_only_the_discreet_one_prints(shipped: Shipped) -> None:
    session = replace(
        shipped.session("ES", "EC", "en", PLAIN), only_i_see_it=True, print_answers=True
    )
    request = shipped.visit(session, Site(printer_in_reach=False)).sheet_request

    assert request.discreet
    assert not request.reasons_from
    assert not request.answers_from


def test_a_sheet_in_the_same_language_twice_is_in_one(shipped: Shipped) -> None:
    session = replace(shipped.session("ES", "EC", "es"), sheet_also=LanguageTag("es"))

    assert shipped.visit(session).sheet_request.also is None
