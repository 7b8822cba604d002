"""Reading a printer's answers: attributes as they come, values of ours as they leave.

A printer may leave attributes out, send one value where a list is due, or another type
altogether; nothing here raises, whatever it sends.
"""

import re
from typing import Any

from kiosk.core.paper import Paper
from kiosk.printing.printers import reasons, supplies
from kiosk.printing.printers.conditions import (
    JobOutcome,
    PrinterCondition,
    PrinterStatus,
    Supply,
    in_order,
)
from kiosk.printing.printers.port import JobId, JobReport, Ticket

Attributes = dict[str, Any]

PDF = "application/pdf"
_RECEIPT_ROLL = re.compile(r"_80(?:\.0+)?x[0-9.]+mm")


def status_of(untrusted: Attributes) -> PrinterStatus:
    """Everything a status answer tells.

    Levels only warn: they are estimates, and a printer that has really run dry says so with a
    reason.
    """
    found = supplies_of(untrusted)
    conditions = set(conditions_of(untrusted))
    if any(supply.is_low and not supply.collects_waste for supply in found):
        conditions.add(PrinterCondition.TONER_LOW)
    if any(supply.is_low and supply.collects_waste for supply in found):
        conditions.add(PrinterCondition.ATTENTION)
    if not reads_pdf(untrusted):
        conditions.add(PrinterCondition.FORMAT_NOT_SUPPORTED)
    return PrinterStatus(in_order(conditions), found, papers_of(untrusted))


def conditions_of(untrusted: Attributes) -> tuple[PrinterCondition, ...]:
    """What stands at the printer, by its state and reasons alone."""
    found = set(
        reasons.conditions_of(
            _texts(untrusted, "printer-state-reasons"), _integer(untrusted, "printer-state")
        )
    )
    if untrusted.get("printer-is-accepting-jobs") is False:
        found.add(PrinterCondition.STOPPED)
    return in_order(found)


def supplies_of(untrusted: Attributes) -> tuple[Supply, ...]:
    """The supplies, from `marker-levels` and `printer-supply`; the fuller list of the two."""
    markers = supplies.from_markers(
        _texts(untrusted, "marker-names"),
        _texts(untrusted, "marker-types"),
        _values(untrusted, "marker-levels"),
    )
    printer_supply = supplies.from_printer_supply(_texts(untrusted, "printer-supply"))
    return markers if len(markers) >= len(printer_supply) else printer_supply


def papers_of(untrusted: Attributes) -> frozenset[Paper] | None:
    """The papers that are loaded; None where the printer does not say."""
    if "media-ready" not in untrusted:
        return None
    loaded = _texts(untrusted, "media-ready")
    flat = {paper for paper in Paper if not paper.is_roll and paper.ipp_media() in loaded}
    rolls = {Paper.RECEIPT80} if any(_RECEIPT_ROLL.search(name) for name in loaded) else set()
    return frozenset(flat | rolls)


def reads_pdf(untrusted: Attributes) -> bool:
    """True when the printer lists PDF among the formats it takes."""
    return PDF in _texts(untrusted, "document-format-supported")


def knows_paper(untrusted: Attributes, ticket: Ticket) -> bool:
    """False when the printer lists its papers and the one of the ticket is not among them.

    Rolls are cut to any length, so their names are not listed one by one and are not checked.
    """
    listed = _texts(untrusted, "media-supported")
    return ticket.media.is_roll or not listed or ticket.ipp_media in listed


def report_of(
    job: JobId | None, untrusted: Attributes, conditions: tuple[PrinterCondition, ...]
) -> JobReport:
    """The report on one job, from its attributes and what stands at the printer."""
    state = _integer(untrusted, "job-state")
    if job is None or state is None:
        return JobReport(JobOutcome.UNKNOWN, job, conditions)
    outcome = reasons.outcome_of(state, _texts(untrusted, "job-state-reasons"), conditions)
    sheets = _integer(untrusted, "job-media-sheets-completed")
    return JobReport(outcome, job, conditions, sheets)


def job_id_of(untrusted: Attributes) -> JobId | None:
    """The id of a new job, None if the printer did not give one."""
    number = _integer(untrusted, "job-id")
    return None if number is None or number < 1 else JobId(number)


def _values(untrusted: Attributes, name: str) -> list[Any]:
    value = untrusted.get(name)
    if value is None or value == "":  # pyipp turns IPP's "no-value" into an empty text
        return []
    return value if isinstance(value, list) else [value]


def _texts(untrusted: Attributes, name: str) -> list[str]:
    return [value for value in _values(untrusted, name) if isinstance(value, str)]


def _integer(untrusted: Attributes, name: str) -> int | None:
    value = untrusted.get(name)
    return int(value) if isinstance(value, int) and not isinstance(value, bool) else None
