"""Printing, told as it is: "take your sheet" only when the printer says it is out and well."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from kiosk.core.session import Screen
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.sheet_maker import SheetMaker
from kiosk.i18n.translator import N_
from kiosk.services.print_jobs import Offer, PrintProgress, Say

_WORDS = {
    Say.NOTHING: N_("Your sheet is being sent to the printer…"),
    Say.SENDING: N_("Your sheet is being sent to the printer…"),
    Say.WAITING: N_("Your sheet waits for the printer…"),
    Say.PRINTING: N_("Your sheet is being printed…"),
    Say.TAKE_YOUR_SHEET: N_("Your sheet is ready. Take it with you."),
    Say.CHECK_YOUR_SHEET: N_("The printer reports a problem. Look if your sheet is whole."),
    Say.CHECK_THE_TRAY: N_("We do not know if it was printed. Look in the tray, or ask staff."),
    Say.NO_PAPER: N_("The printer has no paper. Ask staff. Your sheet waits."),
    Say.PAPER_JAM: N_("Paper is stuck in the printer. Ask staff. Your sheet waits."),
    Say.COVER_OPEN: N_("The printer is open. Ask staff. Your sheet waits."),
    Say.NO_TONER: N_("The printer has no ink. Ask staff. Your sheet waits."),
    Say.PRINTER_STOPPED: N_("The printer has stopped. Ask staff. Your sheet waits."),
    Say.PRINTER_BUSY: N_("The printer is busy. Try again in a moment."),
    Say.WRONG_PAPER: N_("The printer has other paper. Nothing was printed. Ask staff."),
    Say.PRINTER_REFUSES: N_("The printer did not take the sheet. Nothing was printed. Ask staff."),
    Say.NOT_REACHED: N_("The printer does not answer. Nothing was printed. Ask staff."),
    Say.NOT_PRINTED: N_("The printer stopped. Your sheet was not printed whole."),
    Say.CANCELLED: N_("Printing was stopped."),
    Say.ASK_STAFF: N_("We do not know how far the printer is. Ask staff."),
    Say.NO_PRINTER: N_("There is no printer here. Ask staff."),
}

OF_THE_SHEET = "sheet"
"""Subject of the screen that puts the sheet of the session on a phone."""

_WAITS_FOR_STAFF = (
    Say.NO_PAPER,
    Say.PAPER_JAM,
    Say.COVER_OPEN,
    Say.NO_TONER,
    Say.PRINTER_STOPPED,
)

_TAKE_CARD = N_("It is ready. Take it with you.")
_TO_SHEET = (N_("Read the sheet on the screen"), "sheet")
_TO_CARD = (N_("Back to where I was"), "back")

_ICONS = {Say.TAKE_YOUR_SHEET: "check-circle"}


def build(stage: Stage) -> Scene:
    """Print the sheet that was previewed, and follow it."""
    return Scene(PrintingPage(stage, stage.maker()), is_steady=True)


class PrintingPage(Column):
    """One sentence, a sign, and what can be done next."""

    def __init__(self, stage: Stage, maker: SheetMaker) -> None:
        """Shows how far the printing of `maker` is."""
        super().__init__(stage.kit, margin=stage.kit.theme.margin)
        self._stage = stage
        self._maker = maker
        self.add(TextBlock(stage.kit, stage.say(N_("Printing")), Role.TITLE))
        self._state = Column(stage.kit)
        self.add(self._state)
        maker.progressed.connect(self._show)
        maker.refused.connect(self._on_refused)
        self._show(maker.progress)

    def _show(self, progress: PrintProgress) -> None:
        stage = self._stage
        self._state.clear()
        trouble = bool(progress.offers)
        icon = _ICONS.get(progress.say, "warning" if trouble else "print")
        ground = Ground.CAUTION if trouble else Ground.ACCENT
        is_hers = self._maker.is_hers or progress.say is not Say.TAKE_YOUR_SHEET
        words = stage.say(_WORDS[progress.say] if is_hers else _TAKE_CARD)
        self._state.add(Notice(stage.kit, words, icon, ground))
        for button in self._ways(progress):
            self._state.add(button)

    def _on_refused(self, _line: str) -> None:
        stage = self._stage
        self._state.clear()
        words = stage.say(_WORDS[Say.ASK_STAFF])
        self._state.add(Notice(stage.kit, words, "warning", Ground.CAUTION))
        for button in (*self._by_phone(), *self._ways_on()):
            self._state.add(button)

    def _ways(self, progress: PrintProgress) -> list[QWidget]:
        stage = self._stage
        ways: list[QWidget] = []
        if Offer.RETRY in progress.offers:
            again = stage.primary(stage.say(N_("Try again")), "print")
            again.activated.connect(self._maker.retry)
            ways.append(again)
        if Offer.QR in progress.offers or progress.say in _WAITS_FOR_STAFF:
            ways += self._by_phone()
        return ways if progress.stage.is_busy else [*ways, *self._ways_on()]

    def _by_phone(self) -> list[QWidget]:
        """What was made for one person need not wait for a printer."""
        if not self._maker.is_hers:
            return []
        take = self._stage.say(N_("Take it with you by phone"))
        return [self._stage.way(take, "take-away", Screen.TAKE_AWAY, OF_THE_SHEET)]

    def _ways_on(self) -> list[QWidget]:
        stage, steering = self._stage, self._stage.steering
        back = _TO_SHEET if self._maker.is_hers else _TO_CARD
        ways = [self._way(*back, steering.back)]
        if stage.visit.session.has_pair:
            ways.append(self._way(N_("Back to the start"), "home", steering.go_home))
        return [*ways, stage.way(stage.say(N_("End and clear")), "end", Screen.END)]

    def _way(self, name: str, icon: str, way: Callable[[], None]) -> QWidget:
        button = self._stage.secondary(self._stage.say(name), icon)
        button.activated.connect(way)
        return button
