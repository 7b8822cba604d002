"""Printing one sheet for one person, told truthfully, and forgotten when the session ends.

A tap prints one sheet, however often it is tapped. Nothing here sleeps or waits: the GUI's job
runner calls `check` about twice a second while `needs_check`. `now` is a monotonic clock in
seconds. Every method but `progress` and `needs_check` may take as long as the printer takes to
answer, so call them from the runner only, in the order of the touches.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import Enum
from threading import RLock
from typing import NewType

from kiosk.printing.printers import (
    JobId,
    JobOutcome,
    JobReport,
    Printer,
    PrinterCondition,
    Ticket,
)

RequestId = NewType("RequestId", str)


class PrintStage(Enum):
    """Where a sheet stands; each is one screen."""

    IDLE = "idle"
    SENDING = "sending"
    WAITING = "waiting"
    PRINTING = "printing"
    HELD_UP = "held_up"
    TAKE_SHEET = "take_sheet"
    CHECK = "check"
    FAILED = "failed"

    @property
    def is_busy(self) -> bool:
        """True while a busy sign is shown and the print button does nothing."""
        return self in (PrintStage.SENDING, PrintStage.WAITING, PrintStage.PRINTING)


class Say(Enum):
    """What the screen says; the GUI has one text for each."""

    NOTHING = "nothing"
    SENDING = "sending"
    WAITING = "waiting"
    PRINTING = "printing"
    TAKE_YOUR_SHEET = "take_your_sheet"
    CHECK_YOUR_SHEET = "check_your_sheet"
    CHECK_THE_TRAY = "check_the_tray"
    NO_PAPER = "no_paper"
    PAPER_JAM = "paper_jam"
    COVER_OPEN = "cover_open"
    NO_TONER = "no_toner"
    PRINTER_STOPPED = "printer_stopped"
    PRINTER_BUSY = "printer_busy"
    WRONG_PAPER = "wrong_paper"
    PRINTER_REFUSES = "printer_refuses"
    NOT_REACHED = "not_reached"
    NOT_PRINTED = "not_printed"
    CANCELLED = "cancelled"
    ASK_STAFF = "ask_staff"
    NO_PRINTER = "no_printer"


class Offer(Enum):
    """What the screen offers beside the words."""

    RETRY = "retry"
    QR = "qr"
    STAFF = "staff"


@dataclass(frozen=True)
class PrintProgress:
    """What is known about the sheet now; `outcome` is None before the printer has answered."""

    stage: PrintStage
    outcome: JobOutcome | None = None
    conditions: tuple[PrinterCondition, ...] = ()
    sheets_done: int | None = None
    request: RequestId | None = None

    @property
    def say(self) -> Say:
        """What the screen says."""
        if self.outcome is None:
            return Say.SENDING if self.stage is PrintStage.SENDING else Say.NOTHING
        return _SAY[self.outcome]

    @property
    def offers(self) -> tuple[Offer, ...]:
        """What the screen offers; nothing while the sheet is on its way or in hand."""
        if self.outcome is None or self.stage.is_busy or self.outcome.may_take_sheet:
            return ()
        retry = (Offer.RETRY,) if self.outcome.can_retry else ()
        return (*retry, Offer.QR, Offer.STAFF)


IDLE = PrintProgress(PrintStage.IDLE)

_SAY: Mapping[JobOutcome, Say] = {
    JobOutcome.WAITING: Say.WAITING,
    JobOutcome.PRINTING: Say.PRINTING,
    JobOutcome.PAPER_OUT: Say.NO_PAPER,
    JobOutcome.JAMMED: Say.PAPER_JAM,
    JobOutcome.COVER_OPEN: Say.COVER_OPEN,
    JobOutcome.TONER_EMPTY: Say.NO_TONER,
    JobOutcome.STOPPED: Say.PRINTER_STOPPED,
    JobOutcome.PRINTED: Say.TAKE_YOUR_SHEET,
    JobOutcome.CHECK_SHEET: Say.CHECK_YOUR_SHEET,
    JobOutcome.CHECK_PRINTER: Say.CHECK_THE_TRAY,
    JobOutcome.UNCONFIRMED: Say.CHECK_THE_TRAY,
    JobOutcome.ABORTED: Say.NOT_PRINTED,
    JobOutcome.CANCELLED: Say.CANCELLED,
    JobOutcome.BUSY: Say.PRINTER_BUSY,
    JobOutcome.MEDIA_MISMATCH: Say.WRONG_PAPER,
    JobOutcome.FORMAT_NOT_SUPPORTED: Say.PRINTER_REFUSES,
    JobOutcome.REFUSED: Say.PRINTER_REFUSES,
    JobOutcome.UNREACHABLE: Say.NOT_REACHED,
    JobOutcome.UNKNOWN: Say.ASK_STAFF,
    JobOutcome.NOT_CONFIGURED: Say.NO_PRINTER,
}
_STAGES: Mapping[JobOutcome, PrintStage] = {
    JobOutcome.WAITING: PrintStage.WAITING,
    JobOutcome.PRINTING: PrintStage.PRINTING,
    JobOutcome.PRINTED: PrintStage.TAKE_SHEET,
    JobOutcome.CHECK_SHEET: PrintStage.CHECK,
    JobOutcome.CHECK_PRINTER: PrintStage.CHECK,
    JobOutcome.UNCONFIRMED: PrintStage.CHECK,
}


@dataclass
class _Order:
    """One wish for a sheet; lives until the session ends or another sheet is wished for."""

    request: RequestId
    pdf: bytes
    ticket: Ticket
    report: JobReport
    changed_at: float

    @property
    def is_settled(self) -> bool:
        """True when the printer itself has told the end, or never took the document."""
        outcome = self.report.outcome
        if outcome is JobOutcome.BUSY:
            return False
        is_lost = outcome is JobOutcome.UNREACHABLE and self.report.job is not None
        return outcome.is_final and not is_lost


class _Care(Enum):
    """What a leftover still needs."""

    SPARE = "spare"  # it may be coming out: let it
    CANCEL = "cancel"
    CONFIRM = "confirm"  # cancelled, and not yet seen to have ended


@dataclass(frozen=True)
class _Leftover:
    """A job nobody waits for any more."""

    job: JobId
    since: float
    care: _Care


class PrintDesk:
    """One printer, one sheet at a time, nothing kept past the session.

    `patience` is how many seconds a job may stand without any change before the person is sent
    to the staff.
    """

    def __init__(self, printer: Printer, *, patience: float = 60.0) -> None:
        """Nothing is sent yet."""
        self._printer = printer
        self._patience = patience
        self._lock = RLock()
        self._order: _Order | None = None
        self._leftovers: tuple[_Leftover, ...] = ()
        self._progress = IDLE

    @property
    def progress(self) -> PrintProgress:
        """The last known progress, at once and from any thread."""
        return self._progress

    @property
    def needs_check(self) -> bool:
        """True while `check` can still learn something; at once and from any thread."""
        order = self._order
        return bool(self._leftovers) or (order is not None and not order.is_settled)

    def submit(self, request: RequestId, pdf: bytes, ticket: Ticket, now: float) -> PrintProgress:
        """Print the sheet, once.

        The same `request` again, or another while a sheet is under way, prints nothing and
        returns how the first one stands.
        """
        with self._lock:
            order = self._order
            if order is not None and (order.request == request or not self._is_over(order, now)):
                return self._progress
            self._abandon(now)
            self._sweep(now)
            self._order = _Order(request, pdf, ticket, JobReport(JobOutcome.WAITING), now)
            return self._send(self._order, now)

    def check(self, now: float) -> PrintProgress:
        """Ask the printer how far the sheet is; also clears away what earlier sessions left."""
        with self._lock:
            self._sweep(now)
            order = self._order
            if order is None or order.is_settled:
                return self._progress
            if order.report.job is None:
                return self._check_busy(order, now)
            return self._take(order, self._printer.state(order.report.job), now)

    def retry(self, now: float) -> PrintProgress:
        """Print the same sheet again, if that makes sense.

        A job that still waits in the printer is cancelled first; if it has come out meanwhile,
        nothing is printed a second time.
        """
        with self._lock:
            order = self._order
            outcome = self._progress.outcome
            if order is None or outcome is None or not outcome.can_retry:
                return self._progress
            if not order.is_settled and order.report.job is not None:
                report = self._printer.cancel(order.report.job)
                if report.outcome.sheet_may_be_out and report.outcome not in _DROPPED:
                    return self._take(order, report, now)
                self._remember(report, now, _Care.CONFIRM)
            return self._send(order, now)

    def cancel(self, now: float) -> PrintProgress:
        """Drop the sheet because the person says so; the bytes stay for another try."""
        with self._lock:
            order = self._order
            if order is None or order.is_settled:
                return self._progress
            if order.report.job is None:
                return self._take(order, JobReport(JobOutcome.CANCELLED), now)
            report = self._printer.cancel(order.report.job)
            self._remember(report, now, _Care.CONFIRM)
            return self._take(order, report, now)

    def end_session(self, now: float) -> None:
        """Forget the sheet and cancel what waits.

        A sheet that is just coming out is left to come out. A job that cannot be cancelled now,
        because the printer does not answer, is cancelled by a later `check` or `submit`.
        """
        with self._lock:
            self._abandon(now)
            self._progress = IDLE
            self._sweep(now)

    def _send(self, order: _Order, now: float) -> PrintProgress:
        self._progress = PrintProgress(PrintStage.SENDING, request=order.request)
        order.changed_at = now
        return self._take(order, self._printer.submit(order.pdf, order.ticket), now)

    def _check_busy(self, order: _Order, now: float) -> PrintProgress:
        if now - order.changed_at >= self._patience:
            order.report = JobReport(JobOutcome.UNREACHABLE)
            return self._show(order, JobOutcome.BUSY)
        return self._take(order, self._printer.submit(order.pdf, order.ticket), now)

    def _take(self, order: _Order, report: JobReport, now: float) -> PrintProgress:
        if report != order.report:
            order.changed_at = now
        order.report = report
        if report.outcome is JobOutcome.BUSY:
            return self._show(order, JobOutcome.WAITING)
        return self._show(order, JobOutcome.UNKNOWN if self._is_stuck(order, now) else None)

    def _show(self, order: _Order, instead: JobOutcome | None = None) -> PrintProgress:
        report = order.report if instead is None else replace(order.report, outcome=instead)
        self._progress = PrintProgress(
            _stage_of(report.outcome),
            report.outcome,
            report.conditions,
            report.sheets_done,
            order.request,
        )
        return self._progress

    def _is_stuck(self, order: _Order, now: float) -> bool:
        moving = not order.report.outcome.is_final and not order.report.outcome.waits_for_staff
        return moving and now - order.changed_at >= self._patience

    def _is_over(self, order: _Order, now: float) -> bool:
        lost = order.report.outcome is JobOutcome.UNREACHABLE
        return order.is_settled or lost or self._is_stuck(order, now)

    def _abandon(self, now: float) -> None:
        order, self._order = self._order, None
        if order is not None and not order.is_settled:
            self._remember(order.report, now, _Care.SPARE)

    def _remember(self, report: JobReport, now: float, care: _Care) -> None:
        if report.job is not None:
            self._leftovers = (*self._leftovers, _Leftover(report.job, now, care))

    def _sweep(self, now: float) -> None:
        cleared = (self._clear(left, now) for left in self._leftovers)
        self._leftovers = tuple(left for left in cleared if left is not None)

    def _clear(self, left: _Leftover, now: float) -> _Leftover | None:
        """Take one step towards a leftover's end; None when it has ended.

        A printer that has acknowledged a cancel may print all the same (measured), so a job is
        done with only when it has been seen to have ended afterwards.
        """
        is_old = now - left.since >= self._patience
        if left.care is not _Care.CANCEL:
            outcome = self._printer.state(left.job).outcome
            if outcome.is_final and outcome is not JobOutcome.UNREACHABLE:
                return None
            if left.care is _Care.SPARE and outcome is JobOutcome.PRINTING and not is_old:
                return left
        outcome = self._printer.cancel(left.job).outcome
        if outcome is JobOutcome.UNREACHABLE:
            # What it does when it is back nobody can foresee: from now on it is not spared.
            return replace(left, care=_Care.CANCEL)
        if left.care is not _Care.CONFIRM:
            return replace(left, care=_Care.CONFIRM, since=now)
        return None if is_old else left


_DROPPED = frozenset({JobOutcome.CANCELLED, JobOutcome.ABORTED})


def _stage_of(outcome: JobOutcome) -> PrintStage:
    if outcome.waits_for_staff:
        return PrintStage.HELD_UP
    return _STAGES.get(outcome, PrintStage.FAILED)
