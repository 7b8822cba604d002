"""Whom one can talk to: where one is, safety first, nothing the stop path removes."""

from dataclasses import replace

import pytest

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import RunBy, ServiceType
from kiosk.core.session import new_session
from kiosk.core.stop_path import is_about_return
from kiosk.services.talking import Talking
from kiosk.settings import Site
from tests.factories.shipped import Shipped

STOPPED = Answers().with_answer("needs", ("fear_of_return",))


def talking_at(
    shipped: Shipped, host: str = "ES", origin: str = "EC", site: Site | None = None
) -> Talking:
    return Talking(shipped.visit(shipped.session(host, origin, "en"), site or Site()))


@pytest.mark.parametrize(
    ("staff", "host", "shown"),
    [
        (("es", "fr"), "FR", ("es", "fr")),
        ((), "FR", ("fr",)),
        ((), "ES", ("es",)),
        # No words in Thai or in German: English is read at most desks.
        ((), "TH", ("en",)),
        (("de",), "TH", ("en",)),
    ],
)
def test_the_desk_reads_its_own_language(
    shipped: Shipped, staff: tuple[str, ...], host: str, shown: tuple[str, ...]
) -> None:
    site = Site(staff_languages=tuple(LanguageTag(tag) for tag in staff))
    assert talking_at(shipped, host, site=site).desk_languages == shown


def test_ones_own_language_stands_below_once_where_there_are_words(shipped: Shipped) -> None:
    talking = talking_at(shipped, site=Site(staff_languages=(LanguageTag("en"),)))
    assert talking.shown_in(LanguageTag("km")) == ("en", "km")
    assert talking.shown_in(LanguageTag("en")) == ("en",)
    assert talking.shown_in(LanguageTag("ti")) == ("en",)


@pytest.mark.parametrize(("host", "origin"), [("ES", "EC"), ("FR", "SN"), ("TH", "KH")])
def test_lines_are_of_this_country_with_a_number_and_safety_first(
    shipped: Shipped, host: str, origin: str
) -> None:
    lines = talking_at(shipped, host, origin).phone_lines
    assert all(line.country == host and any(line.phones) for line in lines)
    ranks = [0 if s.type.is_safety else 1 if s.type is ServiceType.GENERAL else 2 for s in lines]
    assert ranks == sorted(ranks)


def test_a_line_without_a_number_of_today_is_no_line(shipped: Shipped) -> None:
    lines = [line.id for line in talking_at(shipped, "TH", "KH").phone_lines]
    assert "host-th/social-line" in lines
    assert "host-th/saw-mae-sot" not in lines


@pytest.mark.parametrize(("host", "origin"), [("ES", "EC"), ("FR", "SN"), ("TH", "KH")])
def test_the_stop_path_holds(shipped: Shipped, host: str, origin: str) -> None:
    session = replace(shipped.session(host, origin, "en"), answers=STOPPED)
    talking = Talking(shipped.visit(session, Site()))
    named = [*talking.phone_lines, *talking.interpreters, *talking.legal_help]
    named += [service for route in talking.complaint_routes for service in route.to]
    assert not [s.id for s in named if is_about_return(s, CountryCode(origin))]


def test_before_the_countries_are_known_nothing_is_made_up(shipped: Shipped) -> None:
    session = new_session(LanguageTag("en"), 0.0)
    unknown = Talking(shipped.visit(session, Site()))
    assert unknown.phone_lines == unknown.interpreters == unknown.legal_help == ()
    assert unknown.desk_languages == ("en",)
    at_site = Talking(shipped.visit(session, Site(host=CountryCode("TH"))))
    assert at_site.phone_lines == talking_at(shipped, "TH", "KH").phone_lines


def test_every_right_with_a_way_to_complain_stands_in_one_route(shipped: Shipped) -> None:
    talking = talking_at(shipped, "FR", "SN")
    listed = [right.id for route in talking.complaint_routes for right in route.rights]
    wanted = [r.id for r in talking.visit.rights if r.complain or r.complain_to]
    assert sorted(listed) == sorted(wanted)
    for route in talking.complaint_routes:
        assert {right.complain for right in route.rights} == {route.how}


def test_legal_help_says_where_to_complain_and_nobodys_own_state_stands_first(
    shipped: Shipped,
) -> None:
    found = talking_at(shipped, "FR", "SN").legal_help
    assert [s.id for s in found if s.type is ServiceType.LEGAL_ADVICE]
    assert all(s.country == "FR" for s in found)
    own = [s.run_by is RunBy.STATE_OF_ORIGIN for s in found if s.type is found[0].type]
    assert own == sorted(own)
