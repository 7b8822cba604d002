"""What goes on paper: made in the background, previewed, printed once, then forgotten."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from kiosk.core.language_card import CardRequest
from kiosk.core.paper import Paper
from kiosk.core.sheet import SheetRequest
from kiosk.gui.jobs import JobRunner
from kiosk.printing.printers import Ticket
from kiosk.services.handouts import Press, Sheet
from kiosk.services.print_jobs import PrintDesk, PrintProgress, RequestId

CHECK_MILLISECONDS = 500


class Wish(Protocol):
    """What somebody wants on paper; two that are equal are the same piece of paper."""

    @property
    def paper(self) -> Paper:
        """The paper it is made for."""

    @property
    def is_hers(self) -> bool:
        """True for what was made for one person, which a phone can hold as well."""

    def make(self, press: Press) -> Sheet:
        """The finished paper; called off the GUI thread."""


@dataclass(frozen=True)
class SheetWish:
    """The sheet of a session."""

    request: SheetRequest
    paper: Paper
    large_print: bool
    is_hers: bool = True

    def make(self, press: Press) -> Sheet:
        """The sheet; raises MissingGlyphsError when a language cannot be printed whole."""
        return press.make(self.request, self.paper, large_print=self.large_print)


@dataclass(frozen=True)
class CardWish:
    """The card "Point to your language", the same for everybody."""

    request: CardRequest
    paper: Paper
    is_hers: bool = False

    def make(self, press: Press) -> Sheet:
        """The card."""
        return press.make_card(self.request, self.paper)


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
        self._wish: Wish | None = None
        self._sheet: Sheet | None = None
        self._orders = 0
        self._is_sending = False
        self._sent: Wish | None = None
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

    @property
    def is_hers(self) -> bool:
        """True when the last wish was for paper that was made for one person."""
        return self._wish is not None and self._wish.is_hers

    def wish(self, wish: Wish) -> None:
        """Make this; asking again for the same changes nothing."""
        if wish == self._wish:
            return
        self._wish, self._sheet = wish, None
        work = partial(wish.make, self._press)
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

    def _on_made(self, wish: Wish, sheet: Sheet) -> None:
        if wish == self._wish:
            self._sheet = sheet
            self.made.emit(sheet)

    def _on_refused(self, wish: Wish, line: str) -> None:
        if wish == self._wish:
            self.refused.emit(line)
