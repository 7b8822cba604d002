"""A printer without hardware: keeps documents in memory and falls ill on command.

Tests and the tour use it, and a demonstration without a printer. It behaves like the IPP one as
far as a person can tell: a job waits, prints, and is held up by whatever stands at the printer.
"""

from dataclasses import dataclass

from kiosk.printing.printers import reasons
from kiosk.printing.printers.conditions import (
    JobOutcome,
    PrinterCondition,
    PrinterStatus,
    in_order,
)
from kiosk.printing.printers.port import JobId, JobReport, Ticket
from kiosk.printing.printers.reasons import JobState

_REMEMBERED = 50  # jobs, without their documents once they have ended


@dataclass
class _Job:
    pdf: bytes
    ticket: Ticket
    state: JobState = JobState.PENDING
    looks_left: int = 0


class MemoryPrinter:
    """`looks` is how many times a job is looked at before it is done.

    `keep` bounds how many finished documents it remembers; a demonstration keeps none, so that
    nothing of a person outlives the session.
    """

    def __init__(self, *, looks: int = 1, keep: int = 100) -> None:
        """Starts ready and empty."""
        self._looks = looks
        self._keep = keep
        self._jobs: dict[JobId, _Job] = {}
        self._finished: list[tuple[bytes, Ticket]] = []
        self._conditions: set[PrinterCondition] = set()
        self._next_refusal: JobOutcome | None = None
        self._is_gone = False
        self._is_held = False
        self._loses_answers = False
        self._loses_cancels = False
        self._count = 0

    @property
    def printed(self) -> tuple[bytes, ...]:
        """The documents that came out, oldest first."""
        return tuple(pdf for pdf, _ in self._finished)

    @property
    def tickets(self) -> tuple[Ticket, ...]:
        """How each of them was to be printed."""
        return tuple(ticket for _, ticket in self._finished)

    @property
    def waiting(self) -> int:
        """How many documents it still holds."""
        return sum(1 for job in self._jobs.values() if job.state < JobState.CANCELED)

    def put(self, *conditions: PrinterCondition) -> None:
        """From now on exactly these conditions stand; none means ready."""
        self._conditions = set(conditions)

    def hold(self) -> None:
        """Go on printing without ever finishing, until `release`."""
        self._is_held = True

    def release(self) -> None:
        """Finish again."""
        self._is_held = False

    def vanish(self) -> None:
        """Stop answering, as if unplugged."""
        self._is_gone = True

    def come_back(self) -> None:
        """Answer again."""
        self._is_gone = False

    def refuse_next(self, outcome: JobOutcome) -> None:
        """Answer the next document with this outcome and do not take it."""
        self._next_refusal = outcome

    def lose_next_answer(self) -> None:
        """Take the next document but never say so, as when the cable breaks while sending."""
        self._loses_answers = True

    def lose_next_cancel(self) -> None:
        """Acknowledge the next cancel and go on printing all the same, as real ones do."""
        self._loses_cancels = True

    def abort_jobs(self) -> None:
        """Give up every job that has not ended."""
        self._end_all(JobState.ABORTED)

    def forget_jobs(self) -> None:
        """Know no job any more, like a queue that keeps no history."""
        self._jobs.clear()

    def status(self) -> PrinterStatus:
        """What was put, or not reachable after `vanish`."""
        if self._is_gone:
            return PrinterStatus((PrinterCondition.NOT_REACHABLE,))
        return PrinterStatus(in_order(self._conditions))

    def submit(self, pdf: bytes, ticket: Ticket) -> JobReport:
        """Take the document, unless gone or told to refuse."""
        if self._is_gone:
            return JobReport(JobOutcome.UNREACHABLE)
        if self._next_refusal is not None:
            refusal, self._next_refusal = self._next_refusal, None
            return JobReport(refusal, conditions=in_order(self._conditions))
        self._count += 1
        job = JobId(self._count)
        self._jobs.pop(JobId(self._count - _REMEMBERED), None)
        self._jobs[job] = _Job(pdf, ticket, looks_left=self._looks)
        if self._loses_answers:
            self._loses_answers = False
            return JobReport(JobOutcome.UNKNOWN)
        return self._report(job)

    def state(self, job: JobId) -> JobReport:
        """Move the job one step and say how far it is."""
        if self._is_gone:
            return JobReport(JobOutcome.UNREACHABLE, job)
        if job not in self._jobs:
            return JobReport(JobOutcome.UNCONFIRMED, job)
        self._advance(self._jobs[job])
        return self._report(job)

    def cancel(self, job: JobId) -> JobReport:
        """Drop the job and its bytes, unless it has ended."""
        if self._is_gone:
            return JobReport(JobOutcome.UNREACHABLE, job)
        if job not in self._jobs:
            return JobReport(JobOutcome.UNCONFIRMED, job)
        if self._loses_cancels:
            self._loses_cancels = False
            return JobReport(JobOutcome.CANCELLED, job)
        if self._jobs[job].state < JobState.CANCELED:
            self._end(self._jobs[job], JobState.CANCELED)
        return self._report(job)

    def _advance(self, job: _Job) -> None:
        stuck = any(condition.needs_staff for condition in self._conditions)
        if job.state >= JobState.CANCELED or stuck:
            return
        job.state = JobState.PROCESSING
        if self._is_held:
            return
        if job.looks_left > 0:
            job.looks_left -= 1
            return
        if self._keep:
            self._finished = [*self._finished, (job.pdf, job.ticket)][-self._keep :]
        self._end(job, JobState.COMPLETED)

    def _end_all(self, state: JobState) -> None:
        for job in self._jobs.values():
            if job.state < JobState.CANCELED:
                self._end(job, state)

    def _end(self, job: _Job, state: JobState) -> None:
        job.state = state
        job.pdf = b""

    def _report(self, job: JobId) -> JobReport:
        known = self._jobs[job]
        conditions = in_order(self._conditions)
        outcome = reasons.outcome_of(known.state, (), conditions)
        return JobReport(outcome, job, conditions)
