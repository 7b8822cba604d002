"""What the print desk is asked for in tests, and looking at it until there is no more to see."""

from kiosk.core.paper import Paper
from kiosk.printing.printers import Ticket
from kiosk.services.print_jobs import PrintDesk, PrintStage, RequestId

PDF = b"%PDF-1.7 a sheet"
OTHER = b"%PDF-1.7 another sheet"
A4 = Ticket(Paper.A4)
FIRST = RequestId("first")
SECOND = RequestId("second")


def look_on(desk: PrintDesk, start: float = 1.0) -> list[PrintStage]:
    """Look every half second until nothing more can be learnt, ten times at most.

    The stages as they change; `start` in seconds.
    """
    stages = [desk.progress.stage]
    for tick in range(10):
        if not desk.needs_check:
            break
        stage = desk.check(start + tick / 2).stage
        if stage is not stages[-1]:
            stages.append(stage)
    return stages
