"""A printer that writes PDF files into a folder: for demonstrations and commands only.

A kiosk must never use it, because what a person prints would stay on the disk.
"""

import os
from pathlib import Path

from kiosk.printing.printers.conditions import JobOutcome, PrinterCondition, PrinterStatus
from kiosk.printing.printers.port import JOB_NAME, JobId, JobReport, Ticket
from kiosk.whole_file import write_whole


class FilePrinter:
    """Writes `document-1.pdf`, `document-2.pdf`, … whole or not at all."""

    def __init__(self, folder: Path) -> None:
        """`folder` is made when the first document is printed."""
        self._folder = folder
        self._last = 0

    def status(self) -> PrinterStatus:
        """Ready when the folder, or the nearest folder above it, can be written to."""
        place = self._folder
        while not place.exists() and place != place.parent:
            place = place.parent
        writable = place.is_dir() and os.access(place, os.W_OK)
        return PrinterStatus(() if writable else (PrinterCondition.NOT_REACHABLE,))

    def submit(self, pdf: bytes, ticket: Ticket) -> JobReport:
        """Write the document, once whatever the number of copies."""
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            job = self._next_job()
            write_whole(self._path(job), pdf)
        except OSError:
            return JobReport(JobOutcome.UNREACHABLE)
        self._last = job
        return JobReport(JobOutcome.PRINTED, job, sheets_done=ticket.copies)

    def state(self, job: JobId) -> JobReport:
        """Printed as long as the file is there."""
        found = self._path(job).is_file()
        return JobReport(JobOutcome.PRINTED if found else JobOutcome.UNCONFIRMED, job)

    def cancel(self, job: JobId) -> JobReport:
        """A written file stays: the job has ended already."""
        return self.state(job)

    def _path(self, job: JobId) -> Path:
        return self._folder / f"{JOB_NAME}-{job}.pdf"

    def _next_job(self) -> JobId:
        number = self._last + 1
        while self._path(JobId(number)).exists():
            number += 1
        return JobId(number)
