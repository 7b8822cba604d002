"""Why a printer gave no usable answer, and what that means for the person waiting."""

from collections.abc import Mapping
from enum import Enum

from kiosk.printing.printers.conditions import JobOutcome, PrinterCondition


class Trouble(Enum):
    """Why there is no usable answer."""

    NO_CONNECTION = "no_connection"  # nothing was sent
    NO_ANSWER = "no_answer"  # something may have been received
    BUSY = "busy"
    NOT_ACCEPTING = "not_accepting"
    NOT_FOUND = "not_found"
    NOT_POSSIBLE = "not_possible"
    FORMAT = "format"
    ATTRIBUTES = "attributes"
    REFUSED = "refused"
    GARBLED = "garbled"

    @property
    def as_condition(self) -> PrinterCondition:
        """What it says about the printer when it was only asked how it is."""
        return _CONDITIONS.get(self, PrinterCondition.UNKNOWN_FAULT)

    @property
    def before_sending(self) -> JobOutcome:
        """The outcome when the document had not been sent yet: it can be sent again safely."""
        return _REFUSALS.get(self, JobOutcome.UNREACHABLE)

    @property
    def while_sending(self) -> JobOutcome:
        """The outcome when the document was under way.

        A missing answer is then `UNKNOWN`: the printer may have it all and print it.
        """
        if self in (Trouble.NO_ANSWER, Trouble.GARBLED):
            return JobOutcome.UNKNOWN
        return self.before_sending

    @property
    def while_waiting(self) -> JobOutcome:
        """The outcome when asking after a job.

        A printer that no longer knows a job has ended it, but does not tell how.
        """
        return JobOutcome.UNCONFIRMED if self is Trouble.NOT_FOUND else JobOutcome.UNREACHABLE


_CONDITIONS: Mapping[Trouble, PrinterCondition] = {
    Trouble.NO_CONNECTION: PrinterCondition.NOT_REACHABLE,
    Trouble.NO_ANSWER: PrinterCondition.NOT_REACHABLE,
    Trouble.NOT_ACCEPTING: PrinterCondition.STOPPED,
}
_REFUSALS: Mapping[Trouble, JobOutcome] = {
    Trouble.BUSY: JobOutcome.BUSY,
    Trouble.FORMAT: JobOutcome.FORMAT_NOT_SUPPORTED,
    Trouble.ATTRIBUTES: JobOutcome.MEDIA_MISMATCH,
    Trouble.NOT_ACCEPTING: JobOutcome.REFUSED,
    Trouble.NOT_FOUND: JobOutcome.REFUSED,
    Trouble.NOT_POSSIBLE: JobOutcome.REFUSED,
    Trouble.REFUSED: JobOutcome.REFUSED,
    Trouble.GARBLED: JobOutcome.REFUSED,
}


class TroubleError(Exception):
    """No usable answer; `trouble` says why. Never leaves the printers package."""

    def __init__(self, trouble: Trouble) -> None:
        """`trouble` is the whole content: what a printer answers in words is not kept."""
        super().__init__(trouble.value)
        self.trouble = trouble
