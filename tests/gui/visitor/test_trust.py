"""Who runs this, what happens with my answers, who tells the authorities: found and true."""

from dataclasses import replace
from itertools import product

import pytest

from kiosk.core.ids import CountryCode
from kiosk.core.kinds import NoticePlace, SiteType
from kiosk.core.session import Screen, TextSize
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits

WHO_RUNS = "Who runs this? Who is told?"


def notice(visitor: Visitor, place: NoticePlace) -> str:
    return visitor.shipped.visit(visitor.session, visitor.site).notice(place).value


def test_the_answers_are_one_touch_from_the_first_page_and_lead_back(visitor: Visitor) -> None:
    visitor.touch_words("English")
    assert visitor.is_on(Screen.TRUST)
    visitor.touch(WHO_RUNS)
    assert visitor.is_on(Screen.WHO_RUNS)
    words = visitor.words()
    for question in ("Who runs this place?", "What happens with my answers?"):
        assert question in words
    assert "Who tells the authorities?" in words
    visitor.touch("Back to where I was")
    assert visitor.is_on(Screen.TRUST)
    visitor.touch("Go on")
    assert not visitor.is_on(Screen.TRUST)


@pytest.mark.parametrize("kind", SiteType)
def test_only_what_is_true_of_the_place_is_on_the_screen(
    open_kiosk: OpenKiosk, kind: SiteType
) -> None:
    for state, origin in product((None, "EC", "ES"), ("EC", "SN")):
        run_by = CountryCode(state) if state else None
        visitor = open_kiosk(replace(SITE, type=kind, run_by_state=run_by))
        visitor.at_home(origin=origin).open(Screen.WHO_RUNS)
        words = visitor.words()
        is_of_state = state is not None or kind in (
            SiteType.CONSULATE,
            SiteType.MISSION,
            SiteType.BORDER,
        )
        assert (notice(visitor, NoticePlace.WHO_RUNS_STATE) in words) is is_of_state
        assert ("not part of a state" in words) is (kind is SiteType.NGO and not is_of_state)
        assert "nobody here" not in words.lower()
        for place in (NoticePlace.OWN_STATE_WHOSE, NoticePlace.OWN_STATE_FEAR):
            assert (notice(visitor, place) in words) is (state == origin)
        visitor.window.hide()


def test_the_state_that_runs_the_place_is_named(open_kiosk: OpenKiosk) -> None:
    site = replace(SITE, type=SiteType.CONSULATE, run_by_state=CountryCode("EC"))
    visitor = open_kiosk(site).touch_words("English")
    assert "This place is run by the state: Ecuador." in visitor.words()
    visitor.touch(WHO_RUNS)
    assert "This place is run by the state: Ecuador." in visitor.words()


def test_counting_is_said_where_the_site_counts(open_kiosk: OpenKiosk) -> None:
    for counts, wanted, other in (
        ("", NoticePlace.COUNTS_NOTHING, NoticePlace.COUNTS_TOTALS),
        ("file:///nowhere", NoticePlace.COUNTS_TOTALS, NoticePlace.COUNTS_NOTHING),
    ):
        visitor = open_kiosk(replace(SITE, counts=counts)).at_home().open(Screen.WHO_RUNS)
        assert notice(visitor, wanted) in visitor.words()
        assert notice(visitor, other) not in visitor.words()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_both_screens_fit(open_kiosk: OpenKiosk, size: tuple[int, int], language: str) -> None:
    site = replace(SITE, type=SiteType.CONSULATE, run_by_state=CountryCode("EC"))
    visitor = open_kiosk(site, size=size)
    for text_size in (TextSize.NORMAL, TextSize.LARGEST):
        for screen in (Screen.TRUST, Screen.WHO_RUNS, Screen.OWN_STATE):
            assert_fits(visitor.at_home(language=language, text_size=text_size), screen)
