"""IPP keywords become conditions and outcomes; whatever a printer sends, nothing is made up."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.printing.printers import JobOutcome, PrinterCondition
from kiosk.printing.printers.conditions import in_order
from kiosk.printing.printers.reasons import JobState, condition_of, conditions_of, outcome_of

FAULTS = [
    "media-empty",
    "media-needed",
    "media-jam",
    "cover-open",
    "door-open",
    "toner-empty",
    "marker-supply-empty",
    "offline",
    "paused",
    "input-tray-missing",
    "other",
]
WARNINGS = ["toner-low", "marker-supply-low", "media-low", "marker-waste-almost-full"]
SUFFIXES = ["", "-report", "-warning", "-error"]

job_states = st.sampled_from(list(JobState)) | st.integers(0, 20)
keywords = st.sampled_from([*FAULTS, *WARNINGS, "none", "com.example-strange"]) | st.text(
    max_size=30
)
conditions = st.sets(st.sampled_from(list(PrinterCondition))).map(in_order)


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("keyword", FAULTS)
def test_a_fault_is_a_fault_whatever_its_suffix(keyword: str, suffix: str) -> None:
    condition = condition_of(keyword + suffix)

    assert condition is not None
    assert condition.needs_staff


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("keyword", WARNINGS)
def test_a_warning_still_prints(keyword: str, suffix: str) -> None:
    condition = condition_of(keyword + suffix)

    assert condition is not None
    assert condition.can_print


@pytest.mark.parametrize(
    "keyword", ["none", "connecting-to-device", "cups-ipp-conformance-failure-report", ""]
)
def test_what_says_nothing_about_a_sheet_is_left_out(keyword: str) -> None:
    assert condition_of(keyword) is None


def test_an_unknown_keyword_is_as_bad_as_its_suffix() -> None:
    assert condition_of("com.example-lamp-old-report") is PrinterCondition.ATTENTION
    assert condition_of("com.example-lamp-dead-error") is PrinterCondition.UNKNOWN_FAULT
    assert condition_of("com.example-lamp-dead") is PrinterCondition.UNKNOWN_FAULT


def test_the_worst_comes_first() -> None:
    found = conditions_of(["toner-low-warning", "media-empty-error", "media-jam-error"], 5)

    assert found == (
        PrinterCondition.PAPER_JAM,
        PrinterCondition.PAPER_OUT,
        PrinterCondition.TONER_LOW,
    )


def test_a_printer_stopped_without_a_reason_is_not_ready() -> None:
    assert conditions_of(["none"], 5) == (PrinterCondition.STOPPED,)
    assert conditions_of(["toner-low"], 5)[0] is PrinterCondition.STOPPED
    assert conditions_of(["none"], 3) == ()


@given(st.lists(keywords), st.none() | st.integers(-5, 10))
def test_any_answer_gives_conditions_in_order_without_ready(
    reasons: list[str], state: int | None
) -> None:
    found = conditions_of(reasons, state)

    assert PrinterCondition.READY not in found
    assert found == in_order(set(found))


@given(job_states, st.lists(keywords), conditions)
def test_take_your_sheet_means_completed_and_nothing_standing(
    state: int, reasons: list[str], standing: tuple[PrinterCondition, ...]
) -> None:
    outcome = outcome_of(state, reasons, standing)

    if outcome.may_take_sheet:
        assert state == JobState.COMPLETED
        assert standing == ()
    if state == JobState.COMPLETED and standing:
        assert outcome in (JobOutcome.CHECK_SHEET, JobOutcome.CHECK_PRINTER)
    if state in (JobState.PENDING, JobState.HELD, JobState.ABORTED, JobState.CANCELED):
        assert outcome not in (JobOutcome.PRINTED, JobOutcome.CHECK_SHEET)


def test_a_job_completed_with_errors_is_not_a_sheet_to_take() -> None:
    completed = JobState.COMPLETED
    assert outcome_of(completed, ["job-completed-with-errors"], ()) is JobOutcome.CHECK_PRINTER
    assert outcome_of(completed, ["job-completed-with-warnings"], ()) is JobOutcome.CHECK_SHEET
    assert outcome_of(completed, ["job-completed-successfully"], ()) is JobOutcome.PRINTED


@pytest.mark.parametrize(
    ("state", "reasons", "standing", "outcome"),
    [
        (JobState.PENDING, [], (), JobOutcome.WAITING),
        (JobState.HELD, ["job-hold-until-specified"], (), JobOutcome.WAITING),
        (JobState.PROCESSING, ["job-printing"], (), JobOutcome.PRINTING),
        (JobState.PROCESSING, [], (PrinterCondition.TONER_LOW,), JobOutcome.PRINTING),
        (JobState.PROCESSING, [], (PrinterCondition.PAPER_JAM,), JobOutcome.JAMMED),
        (JobState.PENDING, [], (PrinterCondition.PAPER_OUT,), JobOutcome.PAPER_OUT),
        (JobState.PENDING, [], (PrinterCondition.OFFLINE,), JobOutcome.STOPPED),
        (JobState.STOPPED, ["printer-stopped"], (), JobOutcome.STOPPED),
        (JobState.PROCESSING, ["processing-to-stop-point"], (), JobOutcome.CANCELLED),
        (JobState.CANCELED, ["job-canceled-by-user"], (), JobOutcome.CANCELLED),
        (JobState.ABORTED, ["aborted-by-system"], (), JobOutcome.ABORTED),
        (
            JobState.ABORTED,
            ["unsupported-document-format"],
            (),
            JobOutcome.FORMAT_NOT_SUPPORTED,
        ),
        (17, [], (), JobOutcome.UNKNOWN),
    ],
)
def test_what_a_job_has_come_to(
    state: int,
    reasons: list[str],
    standing: tuple[PrinterCondition, ...],
    outcome: JobOutcome,
) -> None:
    assert outcome_of(state, reasons, standing) is outcome


def test_only_one_outcome_lets_a_person_take_the_sheet() -> None:
    assert [outcome for outcome in JobOutcome if outcome.may_take_sheet] == [JobOutcome.PRINTED]


@pytest.mark.parametrize("outcome", JobOutcome)
def test_every_outcome_is_moving_or_held_up_or_final(outcome: JobOutcome) -> None:
    moving = outcome in (JobOutcome.WAITING, JobOutcome.PRINTING)
    assert [moving, outcome.waits_for_staff, outcome.is_final].count(True) == 1
    assert not (moving and outcome.can_retry)
