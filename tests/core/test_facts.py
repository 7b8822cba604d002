"""Facts grow old by themselves: first a warning, then no value, then nothing."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.facts import Confidence, Fact, FactStatus, FactType, OnExpiry, Source
from kiosk.core.ids import FactId, SourceId

UNTIL = date(2026, 12, 31)
STAGES = (FactStatus.CURRENT, FactStatus.OLD, FactStatus.HIDDEN, FactStatus.WITHDRAWN)


def fact(on_expiry: OnExpiry) -> Fact:
    return Fact(
        id=FactId("test/fact"),
        type=FactType.NUMBER,
        value="12",
        source=SourceId("test/page"),
        checked=date(2026, 1, 1),
        valid_until=UNTIL,
        on_expiry=on_expiry,
    )


def source(published: str) -> Source:
    day = date(2026, 11, 21)
    return Source(SourceId("test/page"), "A page", "An office", published, day, Confidence.OFFICIAL)


@pytest.mark.parametrize(
    ("on_expiry", "days", "status"),
    [
        (OnExpiry.WARN, 0, FactStatus.CURRENT),
        (OnExpiry.WARN, 1, FactStatus.OLD),
        (OnExpiry.WARN, 90, FactStatus.OLD),
        (OnExpiry.WARN, 91, FactStatus.HIDDEN),
        (OnExpiry.WARN, 365, FactStatus.HIDDEN),
        (OnExpiry.WARN, 366, FactStatus.WITHDRAWN),
        (OnExpiry.HIDE, 0, FactStatus.CURRENT),
        (OnExpiry.HIDE, 1, FactStatus.HIDDEN),
        (OnExpiry.HIDE, 366, FactStatus.WITHDRAWN),
        (OnExpiry.WITHDRAW, 0, FactStatus.CURRENT),
        (OnExpiry.WITHDRAW, 1, FactStatus.WITHDRAWN),
    ],
)
def test_the_stages_of_an_expired_fact(on_expiry: OnExpiry, days: int, status: FactStatus) -> None:
    assert fact(on_expiry).status(UNTIL + timedelta(days=days)) is status


@given(st.sampled_from(OnExpiry), st.dates(date(2020, 1, 1), date(2040, 1, 1)), st.integers(0, 900))
def test_a_fact_never_grows_younger(on_expiry: OnExpiry, day: date, later: int) -> None:
    one = fact(on_expiry)
    first, second = one.status(day), one.status(day + timedelta(days=later))

    assert STAGES.index(first) <= STAGES.index(second)


def test_only_current_and_old_values_are_shown() -> None:
    assert [status for status in FactStatus if status.shows_value] == list(STAGES[:2])


@pytest.mark.parametrize(
    ("published", "latest"),
    [
        ("2025-12-05", date(2025, 12, 5)),
        ("2025-12", date(2025, 12, 31)),
        ("2024-02", date(2024, 2, 29)),
        ("2025", date(2025, 12, 31)),
        ("undated", None),
    ],
)
def test_a_source_is_as_young_as_its_date_can_mean(published: str, latest: date | None) -> None:
    assert source(published).latest_day == latest


@pytest.mark.parametrize(
    ("published", "as_of", "old"),
    [
        ("2024-11-21", date(2026, 11, 21), False),
        ("2024-11-20", date(2026, 11, 21), True),
        ("2024", date(2026, 12, 31), False),
        ("2024", date(2027, 1, 1), True),
        ("undated", date(2026, 11, 21), True),
    ],
)
def test_a_source_is_old_after_two_years(published: str, as_of: date, old: bool) -> None:
    assert source(published).is_old(as_of) is old
