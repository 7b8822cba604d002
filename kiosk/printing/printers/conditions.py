"""What a printer can be suffering from, and what a job has come to: closed vocabularies.

No text for people stands here. One table in the GUI turns these values into words, so that every
state of the machine is said in every language and none is forgotten.
"""

from dataclasses import dataclass
from enum import Enum

from kiosk.core.paper import Paper


class PrinterCondition(Enum):
    """One thing that stands at the printer; the order of the members is from worst to harmless."""

    NOT_CONFIGURED = "not_configured"
    NOT_REACHABLE = "not_reachable"
    OFFLINE = "offline"
    PAPER_JAM = "paper_jam"
    COVER_OPEN = "cover_open"
    PAPER_OUT = "paper_out"
    MEDIA_MISMATCH = "media_mismatch"
    FORMAT_NOT_SUPPORTED = "format_not_supported"
    TONER_EMPTY = "toner_empty"
    STOPPED = "stopped"
    UNKNOWN_FAULT = "unknown_fault"
    ATTENTION = "attention"
    TONER_LOW = "toner_low"
    PAPER_LOW = "paper_low"
    READY = "ready"

    @property
    def is_warning(self) -> bool:
        """True when the printer still prints, but somebody should look after it soon."""
        return self in _WARNINGS

    @property
    def can_print(self) -> bool:
        """True when a sheet sent now is expected to come out."""
        return self is PrinterCondition.READY or self.is_warning

    @property
    def needs_staff(self) -> bool:
        """True when nothing comes out before a person has done something to the printer."""
        return not self.can_print


_WARNINGS = frozenset(
    {PrinterCondition.ATTENTION, PrinterCondition.TONER_LOW, PrinterCondition.PAPER_LOW}
)
_RANK = {condition: rank for rank, condition in enumerate(PrinterCondition)}


def in_order(conditions: set[PrinterCondition]) -> tuple[PrinterCondition, ...]:
    """The conditions from worst to harmless, each once, without `READY`."""
    return tuple(sorted(conditions - {PrinterCondition.READY}, key=_RANK.__getitem__))


@dataclass(frozen=True)
class Supply:
    """One toner, ink or waste box. `percent` is how full it is, None where it does not tell.

    Of a waste box (`collects_waste`) a full one is the bad one.
    """

    name: str
    percent: int | None
    collects_waste: bool = False

    @property
    def is_low(self) -> bool:
        """True when somebody should bring a new one soon; printing goes on."""
        if self.percent is None:
            return False
        return self.percent > 90 if self.collects_waste else self.percent < 10


@dataclass(frozen=True)
class PrinterStatus:
    """What stands at the printer now, from worst to harmless; nothing means ready.

    `papers` are the papers it says are loaded, None where it does not say.
    """

    conditions: tuple[PrinterCondition, ...] = ()
    supplies: tuple[Supply, ...] = ()
    papers: frozenset[Paper] | None = None

    @property
    def condition(self) -> PrinterCondition:
        """The worst of them, `READY` if there is none."""
        return self.conditions[0] if self.conditions else PrinterCondition.READY

    @property
    def can_print(self) -> bool:
        """True when a sheet sent now is expected to come out."""
        return self.condition.can_print


class JobOutcome(Enum):
    """What has become of one print job, as far as the printer lets us know."""

    WAITING = "waiting"
    PRINTING = "printing"
    PAPER_OUT = "paper_out"
    JAMMED = "jammed"
    COVER_OPEN = "cover_open"
    TONER_EMPTY = "toner_empty"
    STOPPED = "stopped"
    PRINTED = "printed"
    CHECK_SHEET = "check_sheet"
    CHECK_PRINTER = "check_printer"
    UNCONFIRMED = "unconfirmed"
    ABORTED = "aborted"
    CANCELLED = "cancelled"
    BUSY = "busy"
    MEDIA_MISMATCH = "media_mismatch"
    FORMAT_NOT_SUPPORTED = "format_not_supported"
    REFUSED = "refused"
    UNREACHABLE = "unreachable"
    UNKNOWN = "unknown"
    NOT_CONFIGURED = "not_configured"

    @property
    def is_final(self) -> bool:
        """True when the printer will do nothing more by itself."""
        return self not in _MOVING and not self.waits_for_staff

    @property
    def waits_for_staff(self) -> bool:
        """True when the job stays in the printer until somebody has put the printer right."""
        return self in _HELD_UP

    @property
    def may_take_sheet(self) -> bool:
        """True only for a completed job with no reason flag standing at the printer."""
        return self is JobOutcome.PRINTED

    @property
    def sheet_may_be_out(self) -> bool:
        """True when paper with the person's text may already lie in the tray."""
        return self in _MAYBE_OUT

    @property
    def can_retry(self) -> bool:
        """True when sending the same sheet once more makes sense."""
        return self not in _NO_RETRY


_MOVING = frozenset({JobOutcome.WAITING, JobOutcome.PRINTING})
_HELD_UP = frozenset(
    {
        JobOutcome.PAPER_OUT,
        JobOutcome.JAMMED,
        JobOutcome.COVER_OPEN,
        JobOutcome.TONER_EMPTY,
        JobOutcome.STOPPED,
    }
)
_MAYBE_OUT = frozenset(
    {
        JobOutcome.PRINTING,
        JobOutcome.JAMMED,
        JobOutcome.PRINTED,
        JobOutcome.CHECK_SHEET,
        JobOutcome.CHECK_PRINTER,
        JobOutcome.UNCONFIRMED,
        JobOutcome.ABORTED,
        JobOutcome.CANCELLED,
        JobOutcome.UNKNOWN,
    }
)
# A printed sheet is not offered again by itself; the others would fail the same way once more.
_NO_RETRY = _MOVING | {
    JobOutcome.PRINTED,
    JobOutcome.MEDIA_MISMATCH,
    JobOutcome.FORMAT_NOT_SUPPORTED,
    JobOutcome.NOT_CONFIGURED,
}
