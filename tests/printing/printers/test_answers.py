"""A printer's answers are outside data: any shape is read, none is believed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.paper import Paper
from kiosk.printing.printers import JobId, JobOutcome, PrinterCondition, Supply, Ticket, answers

PDF = {"document-format-supported": ["application/octet-stream", "application/pdf"]}

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=40) | st.floats() | st.binary(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=2),
    max_leaves=6,
)
names = st.sampled_from(
    [
        "printer-state",
        "printer-state-reasons",
        "printer-is-accepting-jobs",
        "document-format-supported",
        "media-supported",
        "media-ready",
        "marker-names",
        "marker-types",
        "marker-levels",
        "printer-supply",
        "job-id",
        "job-state",
        "job-state-reasons",
        "job-media-sheets-completed",
    ]
)


@given(st.dictionaries(names, values))
def test_nothing_a_printer_sends_breaks_us(untrusted: dict[str, object]) -> None:
    status = answers.status_of(untrusted)
    assert status.can_print == status.condition.can_print

    report = answers.report_of(answers.job_id_of(untrusted), untrusted, status.conditions)
    assert not report.outcome.may_take_sheet or untrusted["job-state"] == 9


@given(st.text(max_size=80))
def test_any_supply_text_is_read(text: str) -> None:
    for supply in answers.supplies_of({"printer-supply": [f"class={text};level={text};"]}):
        assert supply.percent is None or 0 <= supply.percent <= 100


def test_levels_are_read_from_markers() -> None:
    found = answers.supplies_of(
        {
            "marker-names": ["Black", "Waste"],
            "marker-types": ["toner", "waste-toner"],
            "marker-levels": [7, 95],
        }
    )

    assert found == (Supply("Black", 7), Supply("Waste", 95, collects_waste=True))
    assert all(supply.is_low for supply in found)


def test_levels_are_read_from_printer_supply() -> None:
    found = answers.supplies_of(
        {
            "printer-supply": [
                "class=receptacleThatIsFilled;type=wasteToner;maxcapacity=100;level=25;"
                "colorantname=unknown;",
                "class=supplyThatIsConsumed;type=toner;maxcapacity=3000;level=1500;"
                "colorantname=black;",
                "class=supplyThatIsConsumed;type=ink;maxcapacity=-2;level=-3;",
            ]
        }
    )

    assert found == (
        Supply("wasteToner", 25, collects_waste=True),
        Supply("black toner", 50),
        Supply("ink", None),
    )
    assert not any(supply.is_low for supply in found)


def test_the_fuller_of_the_two_lists_counts() -> None:
    both = {
        "marker-levels": 50,
        "marker-names": "K",
        "printer-supply": ["type=toner;level=3", "type=drum;level=4"],
    }
    assert [supply.percent for supply in answers.supplies_of(both)] == [3, 4]
    assert answers.supplies_of({**both, "printer-supply": ["type=toner;level=3"]}) == (
        Supply("K", 50),
    )


def test_a_level_warns_but_never_stops() -> None:
    empty = answers.status_of({**PDF, "marker-levels": [0], "marker-types": ["toner"]})
    assert empty.condition is PrinterCondition.TONER_LOW
    assert empty.can_print

    full_waste = answers.status_of({**PDF, "marker-levels": [99], "marker-types": ["waste-toner"]})
    assert full_waste.condition is PrinterCondition.ATTENTION
    assert full_waste.can_print


def test_a_printer_that_takes_no_jobs_is_stopped() -> None:
    status = answers.status_of({**PDF, "printer-state": 3, "printer-is-accepting-jobs": False})
    assert status.condition is PrinterCondition.STOPPED


@pytest.mark.parametrize(
    ("ready", "papers"),
    [
        ("iso_a4_210x297mm", {Paper.A4}),
        (["na_letter_8.5x11in", "iso_a5_148x210mm"], {Paper.LETTER}),
        (["custom_80x297mm_80x297mm"], {Paper.RECEIPT80}),
        (["roll_max_80x2000mm"], {Paper.RECEIPT80}),
        ("", set()),
    ],
)
def test_loaded_papers(ready: object, papers: set[Paper]) -> None:
    assert answers.papers_of({"media-ready": ready}) == frozenset(papers)


def test_a_printer_that_does_not_tell_its_papers() -> None:
    assert answers.papers_of({}) is None
    assert answers.knows_paper({}, Ticket(Paper.LETTER))


def test_paper_that_is_not_listed_is_not_known() -> None:
    listed = {"media-supported": ["na_letter_8.5x11in"]}
    assert answers.knows_paper(listed, Ticket(Paper.LETTER))
    assert not answers.knows_paper(listed, Ticket(Paper.A4))
    assert answers.knows_paper(listed, Ticket(Paper.RECEIPT80))


def test_a_job_without_state_is_unknown() -> None:
    assert answers.report_of(JobId(3), {}, ()).outcome is JobOutcome.UNKNOWN
    assert answers.report_of(None, {"job-state": 9}, ()).outcome is JobOutcome.UNKNOWN
    assert answers.job_id_of({"job-id": 0}) is None
    assert answers.job_id_of({"job-id": True}) is None
