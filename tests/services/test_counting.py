"""Totals: only what may be counted, only several visits at a time, and never anything else."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.countries import COUNTRIES
from kiosk.core.errors import EnvironmentProblem
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.printing.printers import JobOutcome
from kiosk.services.counting import (
    Countable,
    FeedbackGiven,
    FileTally,
    LanguageUsed,
    NoTally,
    Opinion,
    PairChosen,
    SheetPrinted,
    open_tally,
)

NOVEMBER, DECEMBER = date(2026, 11, 21), date(2026, 12, 1)
ENGLISH, KHMER = LanguageUsed(LanguageTag("en")), LanguageUsed(LanguageTag("km"))
ECUADOR = PairChosen(CountryCode("ES"), CountryCode("EC"))
PUSHED = FeedbackGiven(Opinion.PRESSURE)

countables: st.SearchStrategy[Countable] = st.one_of(
    st.builds(LanguageUsed, st.sampled_from(sorted(LANGUAGES))),
    st.builds(PairChosen, st.sampled_from(sorted(COUNTRIES)), st.sampled_from(sorted(COUNTRIES))),
    st.builds(SheetPrinted, st.sampled_from(JobOutcome)),
    st.builds(FeedbackGiven, st.sampled_from(Opinion)),
)


class Calendar:
    """A day that stays until it is turned."""

    def __init__(self) -> None:
        self.day = NOVEMBER

    def __call__(self) -> date:
        return self.day


def totals(path: Path) -> dict[str, dict[str, dict[str, int]]]:
    months: dict[str, dict[str, dict[str, int]]] = tomllib.loads(path.read_text())["months"]
    return months


def test_what_came_five_times_is_written_as_a_total_and_the_rest_waits(tmp_path: Path) -> None:
    path = tmp_path / "counts.toml"
    tally = FileTally(path, Calendar())
    for what in (ECUADOR, PUSHED, ENGLISH, ECUADOR, KHMER, ENGLISH, ENGLISH, ENGLISH):
        tally.add(what)
    assert not path.exists()
    tally.add(ENGLISH)
    assert totals(path) == {"2026-11": {"languages": {"en": 5}}}
    for _visit in range(4):
        tally.add(KHMER)
    assert totals(path) == {"2026-11": {"languages": {"en": 5}}}
    tally.add(ENGLISH)
    assert totals(path) == {"2026-11": {"languages": {"en": 5, "km": 5}}}


def test_one_person_who_does_much_writes_nothing(tmp_path: Path) -> None:
    tally = FileTally(tmp_path / "counts.toml")
    for _again in range(50):
        tally.add(PUSHED)
        tally.add(SheetPrinted(JobOutcome.PRINTED))
    assert list(tmp_path.iterdir()) == []


@given(what=st.lists(countables, max_size=40))
def test_no_total_is_below_five_and_none_is_written_before_five_visits(
    what: list[Countable], tmp_path_factory: pytest.TempPathFactory
) -> None:
    folder = tmp_path_factory.mktemp("counts")
    path = folder / "counts.toml"
    tally = FileTally(path, Calendar())
    visits, before = 0, ""
    for one in what:
        tally.add(one)
        visits += isinstance(one, LanguageUsed)
        now = path.read_text() if path.exists() else ""
        if now != before:
            assert visits >= 5
            visits, before = 0, now
    for month, tables in totals(path).items() if path.exists() else ():
        assert month == "2026-11"
        assert set(tables) <= {"languages", "pairs", "prints", "feedback"}
        assert all(count >= 5 for table in tables.values() for count in table.values())


def test_the_file_goes_on_where_it_was_and_months_stand_apart(tmp_path: Path) -> None:
    path, calendar = tmp_path / "counts.toml", Calendar()
    for _again in range(2):
        tally = FileTally(path, calendar)
        for _visit in range(5):
            tally.add(ENGLISH)
    calendar.day = DECEMBER
    for _visit in range(5):
        tally.add(KHMER)
    assert totals(path) == {
        "2026-11": {"languages": {"en": 10}},
        "2026-12": {"languages": {"km": 5}},
    }
    assert [file.name for file in tmp_path.iterdir()] == ["counts.toml"]


@pytest.mark.parametrize(
    "broken",
    [
        b"\xff\xfe",
        b"no toml [",
        b"",
        b"format = 2\n",
        b'format = 1\nmonths = "all"\n',
        b'format = 1\n[months."2026-11".answers]\nage = 1\n',
        b'format = 1\n[months."2026-11".languages]\nen = "many"\n',
        b'format = 1\n[months."2026-11".languages]\nen = -1\n',
    ],
)
def test_a_broken_file_is_said_at_the_start_and_left_alone(tmp_path: Path, broken: bytes) -> None:
    path = tmp_path / "counts.toml"
    path.write_bytes(broken)
    with pytest.raises(EnvironmentProblem, match="cannot be read as totals"):
        FileTally(path)
    assert path.read_bytes() == broken


def test_a_folder_that_is_not_there_is_said_at_the_start(tmp_path: Path) -> None:
    with pytest.raises(EnvironmentProblem, match="no such folder"):
        FileTally(tmp_path / "nowhere" / "counts.toml")


def test_a_disk_that_takes_nothing_stops_nobody_and_loses_nothing(tmp_path: Path) -> None:
    folder = tmp_path / "disk"
    folder.mkdir()
    path = folder / "counts.toml"
    tally = FileTally(path, Calendar())
    folder.rmdir()
    for _visit in range(7):
        tally.add(ENGLISH)
    folder.mkdir()
    tally.add(ENGLISH)
    assert totals(path) == {"2026-11": {"languages": {"en": 8}}}


def test_the_site_says_whether_anything_is_counted(tmp_path: Path) -> None:
    assert isinstance(open_tally(""), NoTally)
    assert not open_tally("").counts
    path = tmp_path / "with space.toml"
    tally = open_tally(path.as_uri())
    for _visit in range(5):
        tally.add(ENGLISH)
    assert tally.counts
    assert path.exists()


@pytest.mark.parametrize(
    "what",
    [
        LanguageUsed(LanguageTag("Maria")),
        PairChosen(CountryCode("ES"), CountryCode("torture")),
    ],
)
def test_words_of_a_person_cannot_be_counted(tmp_path: Path, what: Countable) -> None:
    with pytest.raises(ValueError, match="is not a"):
        FileTally(tmp_path / "counts.toml").add(what)
