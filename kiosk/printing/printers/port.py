"""The printer as the rest of the program sees it: four questions, no exceptions.

Whatever goes wrong at the other end of the cable comes back as an outcome. Documents go over as
bytes from memory and always under the same neutral name.
"""

from dataclasses import dataclass
from typing import NewType, Protocol

from kiosk.core.paper import Paper
from kiosk.printing.printers.conditions import JobOutcome, PrinterCondition, PrinterStatus

JobId = NewType("JobId", int)

# Queue windows, printer displays and job logs show these two, so they say nothing about anyone.
JOB_NAME = "document"
USER_NAME = "kiosk"


@dataclass(frozen=True)
class Ticket:
    """How a document is to be printed.

    `content_height_mm` is the height of the page and only matters on a roll.
    """

    media: Paper = Paper.A4
    copies: int = 1
    content_height_mm: float | None = None

    def __post_init__(self) -> None:
        """Refuse a number of copies nobody can have meant."""
        if not 1 <= self.copies <= 10:
            raise ValueError(f"copies must be 1 to 10, not {self.copies}")

    @property
    def ipp_media(self) -> str | None:
        """The IPP media keyword, None where the printer is to take what is loaded."""
        return self.media.ipp_media(self.content_height_mm)


@dataclass(frozen=True)
class JobReport:
    """What one call learnt about a job.

    `job` is None when the printer never took it. `conditions` stand at the printer at the same
    time. `sheets_done` counts finished sheets where the printer tells.
    """

    outcome: JobOutcome
    job: JobId | None = None
    conditions: tuple[PrinterCondition, ...] = ()
    sheets_done: int | None = None


class Printer(Protocol):
    """One printer. Every call may take seconds: never call it from the GUI thread."""

    def status(self) -> PrinterStatus:
        """What stands at the printer now."""
        ...

    def submit(self, pdf: bytes, ticket: Ticket) -> JobReport:
        """Hand the document over once; the report's `job` is needed for the other calls."""
        ...

    def state(self, job: JobId) -> JobReport:
        """How far the job is."""
        ...

    def cancel(self, job: JobId) -> JobReport:
        """Ask the printer to drop the job; a finished job stays what it was."""
        ...
