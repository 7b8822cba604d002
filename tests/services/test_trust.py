"""What is said about a site is true of it, whatever its type, its state and whoever reads it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.ids import CountryCode
from kiosk.core.kinds import NoticePlace, SiteType
from kiosk.services.trust import contradicts_type, true_of
from kiosk.settings import Site
from tests.factories.shipped import Shipped

_STATES = st.sampled_from([None, CountryCode("EC"), CountryCode("ES"), CountryCode("KH")])
SITES = st.builds(
    Site, type=st.sampled_from(SiteType), run_by_state=_STATES, counts=st.sampled_from(["", "x"])
)
_OF_A_STATE = (SiteType.CONSULATE, SiteType.MISSION, SiteType.BORDER)
_SECRETS = re.compile(r"\b(secret|confidential|private|report|tell|pass|send)", re.IGNORECASE)
_ONLY_OF_THE_SCREEN = ("This screen ", "It ", "A total ")


@pytest.fixture(scope="module")
def shipped() -> Shipped:
    return Shipped()


def _sentences(shipped: Shipped, site: Site, language: str = "en") -> list[str]:
    visit = shipped.visit(shipped.session("ES", "EC", language), site)
    words = " ".join(visit.notice(place).value for place in true_of(site).all)
    return re.split(r"(?<=[.?]) ", words)


@given(site=SITES)
def test_each_of_the_three_questions_has_an_answer_said_once(site: Site) -> None:
    true = true_of(site)
    assert true.who_runs
    assert true.what_is_kept
    assert true.who_tells
    assert len(set(true.all)) == len(true.all)


@given(site=SITES)
def test_where_a_state_runs_the_place_it_is_said_and_nothing_is_promised_of_people(
    site: Site,
) -> None:
    said = true_of(site).all
    is_of_state = site.run_by_state is not None or site.type in _OF_A_STATE
    assert (NoticePlace.WHO_RUNS_STATE in said) is is_of_state
    warned = NoticePlace.STAFF_OF_STATE in said or NoticePlace.STAFF_NEAR_STATE in said
    assert warned is is_of_state
    assert not (is_of_state and NoticePlace.WHO_RUNS_ORGANISATION in said)
    assert contradicts_type(site) is (site.type is SiteType.NGO and is_of_state)


@given(site=SITES)
def test_only_whom_everybody_there_works_for_is_said_of_everybody(site: Site) -> None:
    of_state = NoticePlace.STAFF_OF_STATE in true_of(site).all
    assert of_state is (site.type in _OF_A_STATE)


@given(site=SITES)
def test_no_promise_is_made_but_of_the_screen(shipped: Shipped, site: Site) -> None:
    for sentence in _sentences(shipped, site):
        assert not re.search(r"\b(nobody|no one) here\b", sentence, re.IGNORECASE)
        says_no = re.search(r"\b(not|nothing|never|no)\b", sentence) is not None
        if _SECRETS.search(sentence) and says_no:
            is_of_screen = sentence.startswith(_ONLY_OF_THE_SCREEN)
            is_doubt = sentence.startswith("We do not know") or "is not secret" in sentence
            assert is_of_screen or is_doubt, sentence


@given(site=SITES)
def test_what_is_counted_is_said_as_it_is(site: Site) -> None:
    said = true_of(site).all
    assert (NoticePlace.COUNTS_TOTALS in said) is bool(site.counts)
    assert (NoticePlace.COUNTS_NOTHING in said) is not bool(site.counts)


@pytest.mark.parametrize("language", ["en", "fr", "es", "ar", "km"])
def test_every_sentence_is_there_in_every_language(shipped: Shipped, language: str) -> None:
    visit = shipped.visit(shipped.session("ES", "EC", language))
    for kind in SiteType:
        for state in (None, CountryCode("EC")):
            for place in true_of(Site(type=kind, run_by_state=state, counts="x")).all:
                assert visit.notice(place).language == language, place
