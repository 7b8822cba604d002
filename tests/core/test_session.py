"""One visit at the screen: the way back, the silence, and what is forgotten."""

from dataclasses import fields, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.session import (
    Contrast,
    IdleState,
    Place,
    Screen,
    Session,
    TextSize,
    new_session,
)
from kiosk.core.speech import Hearing

EN = LanguageTag("en")
OVERLAYS = (Screen.DANGER_NOW, Screen.LANGUAGE, Screen.DISPLAY, Screen.END)

places = st.builds(Place, st.sampled_from(Screen), st.sampled_from(["", "common/avrr", "needs"]))
steps = st.lists(places, max_size=8)


def begun(now: float = 0.0) -> Session:
    return new_session(EN, now).go(Place(Screen.HOME))


def walked(steps_taken: list[Place]) -> Session:
    session = begun()
    for place in steps_taken:
        session = session.go(place)
    return session


@pytest.mark.parametrize(
    ("silence", "state"),
    [
        (0.0, IdleState.PRESENT),
        (149.9, IdleState.PRESENT),
        (150.0, IdleState.ALERT),
        (179.9, IdleState.ALERT),
        (180.0, IdleState.GONE),
        (86_400.0, IdleState.GONE),
    ],
)
def test_silence_first_asks_then_ends(silence: float, state: IdleState) -> None:
    assert begun(now=1000.0).idle(1000.0 + silence) is state


def test_a_touch_begins_the_silence_anew() -> None:
    assert begun().touched(170.0).idle(310.0) is IdleState.PRESENT


def test_the_first_screen_has_nothing_to_end() -> None:
    waiting = new_session(EN, 0.0)

    assert not waiting.started
    assert begun().started


def test_a_session_nobody_has_changed_is_like_a_new_one() -> None:
    waiting = new_session(EN, 0.0)

    assert waiting.touched(50.0).is_like(new_session(EN, 300.0))
    assert not replace(waiting, text_size=TextSize.LARGE).is_like(waiting)
    assert not replace(waiting, language=LanguageTag("ar")).is_like(waiting)


@pytest.mark.parametrize(("now", "left"), [(150.0, 30), (165.2, 15), (180.0, 0), (500.0, 0)])
def test_the_alert_counts_down_to_zero(now: float, left: int) -> None:
    assert begun().seconds_left(now) == left


@given(steps)
def test_back_leads_to_the_beginning_and_stays_there(taken: list[Place]) -> None:
    session = walked(taken)
    for _ in range(len(taken) + 3):
        session = session.back()

    assert session.place == Place(Screen.ATTRACT)
    assert session.back() == session


@given(steps, places)
def test_back_returns_to_the_place_before(taken: list[Place], following: Place) -> None:
    before = walked(taken)
    after = before.go(following)

    if following == before.place:
        assert after == before
    elif before.place.screen.is_overlay:
        assert after.back() == before.back()
    else:
        assert after.back() == before


@given(steps, st.sampled_from(OVERLAYS), st.sampled_from(OVERLAYS))
def test_overlays_never_pile_up(taken: list[Place], one: Screen, other: Screen) -> None:
    session = walked(taken).go(Place(one)).go(Place(other))
    overlays = [place for place in session.trail if place.screen.is_overlay]

    assert session.place == Place(other)
    assert overlays == [Place(other)]


@given(steps)
def test_going_home_forgets_the_way_and_keeps_the_answers(taken: list[Place]) -> None:
    answered = replace(walked(taken), answers=Answers.of({"plans": ["job"]}))
    home = answered.restart_at(Place(Screen.HOME))

    assert home.trail == (Place(Screen.HOME),)
    assert home.answers == answered.answers
    assert home.restart_at(Place(Screen.OPTIONS)).back() == home


def test_a_new_session_knows_nothing_of_the_last_one() -> None:
    used = Session(
        language=LanguageTag("ar"),
        touched_at=99.0,
        host=CountryCode("ES"),
        origin=CountryCode("EC"),
        answers=Answers.of({"needs": ["fear_of_return"]}),
        trail=(Place(Screen.HOME), Place(Screen.SHEET)),
        text_size=TextSize.LARGEST,
        contrast=Contrast.HIGH_DARK,
        only_i_see_it=True,
        sheet_also=LanguageTag("es"),
        large_print=True,
        print_answers=True,
        hearing=Hearing(is_on=True, volume=9, others_may_hear=True),
        is_hidden=True,
    )
    fresh = new_session(EN, 200.0)

    for field in fields(Session):
        assert getattr(fresh, field.name) != getattr(used, field.name), field.name
    assert fresh.answers == Answers()
    assert fresh.only_i_see_it is None
    assert not fresh.has_pair
    assert fresh.place == Place(Screen.ATTRACT)


def test_a_sheet_needs_both_countries() -> None:
    here = replace(begun(), host=CountryCode("ES"))

    assert not here.has_pair
    assert replace(here, origin=CountryCode("EC")).has_pair
