"""The sheet of the session: made in the background, previewed, printed once, then forgotten."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.core.paper import Paper
from kiosk.core.sheet import SheetRequest
from kiosk.gui.jobs import JobRunner
from kiosk.printing.printers import Ticket
from kiosk.services.handouts import Press, Sheet
from kiosk.services.print_jobs import PrintDesk, PrintProgress, RequestId

CHECK_MILLISECONDS = 500


@dataclass(frozen=True)
class SheetWish:
    """Which sheet on which paper."""

    request: SheetRequest
    paper: Paper
    large_print: bool


class SheetMaker(QObject):
    """One sheet at a time. `made` carries the finished sheet, `refused` a line why there is none,
    `progressed` how far printing is.
    """

    made = Signal(object)
    refused = Signal(str)
    progressed = Signal(object)

    def __init__(
        self, press: Press, desk: PrintDesk, runner: JobRunner, now: Callable[[], float]
    ) -> None:
        """`now` is a monotonic clock in seconds."""
        super().__init__()
        self._press = press
        self._desk = desk
        self._runner = runner
        self._now = now
        self._wish: SheetWish | None = None
        self._sheet: Sheet | None = None
        self._orders = 0
        self._is_sending = False
        self._sent: SheetWish | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(CHECK_MILLISECONDS)
        self._timer.timeout.connect(self.look_at_printer)

    @property
    def sheet(self) -> Sheet | None:
        """The finished sheet of the last wish, if it is ready."""
        return self._sheet

    @property
    def progress(self) -> PrintProgress:
        """How far printing is."""
        return self._desk.progress

    def wish(self, wish: SheetWish) -> None:
        """Make a sheet; asking again for the same one changes nothing."""
        if wish == self._wish:
            return
        self._wish, self._sheet = wish, None
        work = partial(self._press.make, wish.request, wish.paper, large_print=wish.large_print)
        self._runner.start(work, partial(self._on_made, wish), partial(self._on_refused, wish))

    def print_sheet(self) -> None:
        """Send the finished sheet to the printer, once however often it is touched."""
        if self._sheet is None or self._wish is None:
            return
        if self._is_sending or self.progress.stage.is_busy:
            return
        instead = self._wish != self._sent
        self._is_sending, self._sent = True, self._wish
        self._orders += 1
        request = RequestId(f"sheet-{self._orders}")
        pdf = self._sheet.pdf
        ticket = Ticket(self._wish.paper, content_height_mm=pdf.height)
        self._run(partial(self._submit, request, pdf.data, ticket, instead=instead))

    def _submit(
        self, request: RequestId, pdf: bytes, ticket: Ticket, *, instead: bool
    ) -> PrintProgress:
        """In the runner's thread. `instead`: another sheet that still waits must not come out."""
        if instead:
            self._desk.cancel(self._now())
        return self._desk.submit(request, pdf, ticket, self._now())

    def retry(self) -> None:
        """Print the same sheet again after something went wrong."""
        self._run(partial(self._desk.retry, self._now()))

    def look_at_printer(self) -> None:
        """Ask how far the sheet is; by itself twice a second while there is something to learn."""
        self._runner.start(
            partial(self._desk.check, self._now()), self._on_progressed, self._on_failed
        )

    def wait(self) -> None:
        """Wait until no sheet is being made or sent."""
        self._runner.wait()

    def forget(self) -> None:
        """The session is over: drop the sheet, cancel what waits."""
        self._wish = self._sheet = self._sent = None
        self._is_sending = False
        self._timer.stop()
        end = partial(self._desk.end_session, self._now())
        self._runner.start(end, self._on_forgotten, self._on_forgotten)

    def _run(self, work: Callable[[], PrintProgress]) -> None:
        self._timer.start()
        self._runner.start(work, self._on_progressed, self._on_failed)

    def _on_progressed(self, progress: PrintProgress) -> None:
        self._is_sending = False
        if not self._desk.needs_check:
            self._timer.stop()
        self.progressed.emit(progress)

    def _on_failed(self, line: str) -> None:
        self._is_sending = False
        self._timer.stop()
        self.refused.emit(line)

    def _on_forgotten(self, _result: object) -> None:
        """A printer that did not answer is asked again until nothing of the person waits in it."""
        if self._desk.needs_check:
            self._timer.start()

    def _on_made(self, wish: SheetWish, sheet: Sheet) -> None:
        if wish == self._wish:
            self._sheet = sheet
            self.made.emit(sheet)

    def _on_refused(self, wish: SheetWish, line: str) -> None:
        if wish == self._wish:
            self.refused.emit(line)
