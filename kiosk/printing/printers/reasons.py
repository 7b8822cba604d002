"""IPP keywords into conditions and outcomes: pure functions, no network.

`printer-state-reasons` carry a suffix (`-report`, `-warning`, `-error`; RFC 8011 5.4.12), but
printers set it by whether a job is running, not by how bad it is: an idle printer without paper
reports `media-empty-report`. The keyword decides, the suffix only where the keyword is unknown.
"""

from collections.abc import Iterable, Mapping
from enum import IntEnum

from kiosk.printing.printers.conditions import JobOutcome, PrinterCondition, in_order


class JobState(IntEnum):
    """`job-state` (RFC 8011 5.3.7)."""

    PENDING = 3
    HELD = 4
    PROCESSING = 5
    STOPPED = 6
    CANCELED = 7
    ABORTED = 8
    COMPLETED = 9


PRINTER_STOPPED = 5  # `printer-state` (RFC 8011 5.4.11)

_KEYWORDS: Mapping[str, PrinterCondition] = {
    "media-empty": PrinterCondition.PAPER_OUT,
    "media-needed": PrinterCondition.PAPER_OUT,
    "media-low": PrinterCondition.PAPER_LOW,
    "media-jam": PrinterCondition.PAPER_JAM,
    "cover-open": PrinterCondition.COVER_OPEN,
    "door-open": PrinterCondition.COVER_OPEN,
    "interlock-open": PrinterCondition.COVER_OPEN,
    "toner-low": PrinterCondition.TONER_LOW,
    "marker-supply-low": PrinterCondition.TONER_LOW,
    "developer-low": PrinterCondition.TONER_LOW,
    "toner-empty": PrinterCondition.TONER_EMPTY,
    "marker-supply-empty": PrinterCondition.TONER_EMPTY,
    "developer-empty": PrinterCondition.TONER_EMPTY,
    "offline": PrinterCondition.OFFLINE,
    "timed-out": PrinterCondition.OFFLINE,
    "shutdown": PrinterCondition.OFFLINE,
    "paused": PrinterCondition.STOPPED,
    "moving-to-paused": PrinterCondition.STOPPED,
    "deactivated": PrinterCondition.STOPPED,
    "stopping": PrinterCondition.STOPPED,
    "hold-new-jobs": PrinterCondition.STOPPED,
    "input-tray-missing": PrinterCondition.UNKNOWN_FAULT,
    "output-area-full": PrinterCondition.UNKNOWN_FAULT,
    "marker-waste-full": PrinterCondition.UNKNOWN_FAULT,
    "spool-area-full": PrinterCondition.UNKNOWN_FAULT,
    "other": PrinterCondition.UNKNOWN_FAULT,
    "marker-waste-almost-full": PrinterCondition.ATTENTION,
    "output-area-almost-full": PrinterCondition.ATTENTION,
}
# They say how a queue is run, nothing about whether a sheet comes out.
_SILENT = frozenset(
    {
        "",
        "none",
        "connecting-to-device",
        "cups-waiting-for-job-completed",
        "cups-ipp-wrong-http-version",
        "identify-printer-requested",
        "resuming",
        "wifi-not-configured",
    }
)
_HARMLESS_SUFFIXES = ("-report", "-warning")


def condition_of(untrusted_reason: str) -> PrinterCondition | None:
    """What one `printer-state-reasons` keyword means; None if it means nothing to a sheet."""
    keyword, suffix = _without_suffix(untrusted_reason.strip().lower())
    if keyword in _SILENT or keyword.startswith("cups-ipp-conformance"):
        return None
    known = _KEYWORDS.get(keyword)
    if known is not None:
        return known
    is_harmless = suffix in _HARMLESS_SUFFIXES
    return PrinterCondition.ATTENTION if is_harmless else PrinterCondition.UNKNOWN_FAULT


def conditions_of(
    untrusted_reasons: Iterable[str], printer_state: int | None
) -> tuple[PrinterCondition, ...]:
    """All conditions from worst to harmless; a printer stopped for no reason is `STOPPED`."""
    found = {condition_of(reason) for reason in untrusted_reasons} - {None}
    conditions = {condition for condition in found if condition is not None}
    if printer_state == PRINTER_STOPPED and all(c.can_print for c in conditions):
        conditions.add(PrinterCondition.STOPPED)
    return in_order(conditions)


def outcome_of(
    job_state: int, job_reasons: Iterable[str], conditions: tuple[PrinterCondition, ...]
) -> JobOutcome:
    """What a job has come to, from its own state and what stands at the printer.

    A completed job is `PRINTED` only where nothing at all stands; with a warning the person is
    asked to look at the sheet, with a fault to look at the printer.
    """
    reasons = frozenset(reason.strip().lower() for reason in job_reasons)
    if job_state == JobState.COMPLETED:
        return _completed(reasons, conditions)
    if job_state == JobState.ABORTED:
        return _aborted(reasons)
    if job_state == JobState.CANCELED or "processing-to-stop-point" in reasons:
        return JobOutcome.CANCELLED
    if job_state not in tuple(JobState):
        return JobOutcome.UNKNOWN
    held_up = _held_up(conditions)
    if held_up is not None:
        return held_up
    if job_state == JobState.STOPPED:
        return JobOutcome.STOPPED
    return JobOutcome.PRINTING if job_state == JobState.PROCESSING else JobOutcome.WAITING


def _without_suffix(reason: str) -> tuple[str, str]:
    for suffix in (*_HARMLESS_SUFFIXES, "-error"):
        if reason.endswith(suffix):
            return reason.removesuffix(suffix), suffix
    return reason, ""


def _completed(reasons: frozenset[str], conditions: tuple[PrinterCondition, ...]) -> JobOutcome:
    if "job-completed-with-errors" in reasons or any(c.needs_staff for c in conditions):
        return JobOutcome.CHECK_PRINTER
    if "job-completed-with-warnings" in reasons or conditions:
        return JobOutcome.CHECK_SHEET
    return JobOutcome.PRINTED


def _aborted(reasons: frozenset[str]) -> JobOutcome:
    if "unsupported-document-format" in reasons:
        return JobOutcome.FORMAT_NOT_SUPPORTED
    return JobOutcome.ABORTED


_HOLDING: Mapping[PrinterCondition, JobOutcome] = {
    PrinterCondition.PAPER_JAM: JobOutcome.JAMMED,
    PrinterCondition.COVER_OPEN: JobOutcome.COVER_OPEN,
    PrinterCondition.PAPER_OUT: JobOutcome.PAPER_OUT,
    PrinterCondition.TONER_EMPTY: JobOutcome.TONER_EMPTY,
}


def _held_up(conditions: tuple[PrinterCondition, ...]) -> JobOutcome | None:
    worst = next((c for c in conditions if c.needs_staff), None)
    return None if worst is None else _HOLDING.get(worst, JobOutcome.STOPPED)
