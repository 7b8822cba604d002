"""A real printer or CUPS queue, spoken to by IPP.

The document goes over from memory by Print-Job as PDF. Before that the printer is asked whether
it reads PDF and knows the paper, because a refusal afterwards tells nobody what to do.
"""

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, TypeVar

from kiosk.printing.printers import answers
from kiosk.printing.printers.answers import Attributes
from kiosk.printing.printers.conditions import JobOutcome, PrinterStatus
from kiosk.printing.printers.port import JobId, JobReport, Ticket
from kiosk.printing.printers.trouble import Trouble, TroubleError

if TYPE_CHECKING:
    from kiosk.printing.printers.ipp_wire import Conversation

T = TypeVar("T")

_STATE = ("printer-state", "printer-state-reasons", "printer-is-accepting-jobs")
_ABILITIES = ("document-format-supported", "media-supported")
_STOCK = ("marker-names", "marker-types", "marker-levels", "printer-supply", "media-ready")
_JOB = ("job-state", "job-state-reasons", "job-media-sheets-completed")


class IppPrinter:
    """The printer at an `ipp://` or `ipps://` address.

    `answer_seconds` bounds a question, `send_seconds` the handing over of a document. Over
    `ipps://` the connection is encrypted but the certificate is not checked: printers sign
    their own.
    """

    def __init__(
        self, uri: str, *, answer_seconds: float = 8.0, send_seconds: float = 30.0
    ) -> None:
        """Nothing is sent yet."""
        self._uri = uri
        self._answer_seconds = answer_seconds
        self._send_seconds = send_seconds

    def status(self) -> PrinterStatus:
        """What stands at the printer now, how full its supplies are, which papers are loaded."""
        try:
            return answers.status_of(self._ask_printer((*_STATE, *_ABILITIES, *_STOCK)))
        except TroubleError as error:
            return PrinterStatus((error.trouble.as_condition,))

    def submit(self, pdf: bytes, ticket: Ticket) -> JobReport:
        """Hand the document over once, if the printer can print it at all."""
        try:
            before = self._ask_printer((*_STATE, *_ABILITIES))
        except TroubleError as error:
            return JobReport(error.trouble.before_sending)
        conditions = answers.conditions_of(before)
        if not answers.reads_pdf(before):
            return JobReport(JobOutcome.FORMAT_NOT_SUPPORTED, conditions=conditions)
        if not answers.knows_paper(before, ticket):
            return JobReport(JobOutcome.MEDIA_MISMATCH, conditions=conditions)
        try:
            job = self._converse(lambda it: it.print_pdf(pdf, ticket), self._send_seconds)
        except TroubleError as error:
            return JobReport(error.trouble.while_sending, conditions=conditions)
        return answers.report_of(answers.job_id_of(job), job, conditions)

    def state(self, job: JobId) -> JobReport:
        """How far the job is, with what stands at the printer just afterwards."""

        async def ask(printer: "Conversation") -> tuple[Attributes, Attributes]:
            # The job first: a flag that stands once it is completed is then never missed.
            return await printer.job(job, _JOB), await printer.printer(_STATE)

        try:
            job_answer, printer_answer = self._converse(ask, self._answer_seconds)
        except TroubleError as error:
            return JobReport(error.trouble.while_waiting, job)
        return answers.report_of(job, job_answer, answers.conditions_of(printer_answer))

    def cancel(self, job: JobId) -> JobReport:
        """Ask the printer to drop the job, and how the job is then.

        One that has ended already stays what it was; one that goes on all the same says so.
        """
        try:
            self._converse(lambda it: it.cancel(job), self._answer_seconds)
        except TroubleError as error:
            if error.trouble is not Trouble.NOT_POSSIBLE:
                return JobReport(error.trouble.while_waiting, job)
        return self.state(job)

    def _ask_printer(self, attributes: tuple[str, ...]) -> Attributes:
        return self._converse(lambda it: it.printer(attributes), self._answer_seconds)

    def _converse(self, talk: "Callable[[Conversation], Awaitable[T]]", seconds: float) -> T:
        # Imported here because aiohttp would slow down the start of every kiosk and command.
        from kiosk.printing.printers import ipp_wire

        return ipp_wire.converse(self._uri, seconds, talk)
