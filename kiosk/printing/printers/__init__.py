"""Printers: the document from memory onto paper, and the truth about what became of it.

Only `JobOutcome.may_take_sheet` allows "take your sheet". Failures are values, not exceptions.
"""

from kiosk.core.paper import Paper
from kiosk.printing.printers.absent import AbsentPrinter
from kiosk.printing.printers.conditions import (
    JobOutcome,
    PrinterCondition,
    PrinterStatus,
    Supply,
)
from kiosk.printing.printers.connect import connect
from kiosk.printing.printers.file import FilePrinter
from kiosk.printing.printers.ipp import IppPrinter
from kiosk.printing.printers.memory import MemoryPrinter
from kiosk.printing.printers.port import JOB_NAME, JobId, JobReport, Printer, Ticket

__all__ = [
    "JOB_NAME",
    "AbsentPrinter",
    "FilePrinter",
    "IppPrinter",
    "JobId",
    "JobOutcome",
    "JobReport",
    "MemoryPrinter",
    "Paper",
    "Printer",
    "PrinterCondition",
    "PrinterStatus",
    "Supply",
    "Ticket",
    "connect",
]
