"""A site without a printer: says so, every time."""

from kiosk.printing.printers.conditions import JobOutcome, PrinterCondition, PrinterStatus
from kiosk.printing.printers.port import JobId, JobReport, Ticket


class AbsentPrinter:
    """Stands where no printer is configured, so that nobody has to ask whether there is one."""

    def status(self) -> PrinterStatus:
        """Not configured."""
        return PrinterStatus((PrinterCondition.NOT_CONFIGURED,))

    def submit(self, pdf: bytes, ticket: Ticket) -> JobReport:
        """Not configured."""
        return JobReport(JobOutcome.NOT_CONFIGURED)

    def state(self, job: JobId) -> JobReport:
        """Not configured."""
        return JobReport(JobOutcome.NOT_CONFIGURED, job)

    def cancel(self, job: JobId) -> JobReport:
        """Not configured."""
        return JobReport(JobOutcome.NOT_CONFIGURED, job)
