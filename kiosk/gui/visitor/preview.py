"""Paper as it will come out of the printer, with the button that prints it."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.session import Screen
from kiosk.gui.kit.columns import Column
from kiosk.gui.reading.sheet import SheetView
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.sheet_maker import SheetMaker, Wish
from kiosk.i18n.translator import N_
from kiosk.services.handouts import Sheet


class Preview(Column):
    """Says that it is being made until the paper is there, then `shown`."""

    shown = Signal()

    def __init__(self, stage: Stage, maker: SheetMaker, wish: Wish) -> None:
        """Asks `maker` for `wish` at once."""
        super().__init__(stage.kit)
        self._stage = stage
        being_made = stage.say(N_("Your sheet is being made…"))
        self._busy = Empty(stage.kit, Nothing.BEING_MADE, being_made)
        self.add(self._busy)
        maker.made.connect(self._on_made)
        maker.refused.connect(self._on_refused)
        maker.wish(wish)
        if maker.sheet is not None:
            self._on_made(maker.sheet)

    def _on_made(self, sheet: Sheet) -> None:
        self._busy.hide()
        self.add(SheetView(self._kit, sheet.pdf.data, sheet.plan))
        self.shown.emit()

    def _on_refused(self, _line: str) -> None:
        words = N_("This language cannot be printed here. Ask staff, or choose another language.")
        self._busy.show_sentence(self._stage.say(words))


def scene_with_print(stage: Stage, content: QWidget, preview: Preview, maker: SheetMaker) -> Scene:
    """`content` holds `preview`; below it the button that prints what is shown."""
    go_on = stage.primary(stage.say(N_("Print")), "print")
    go_on.activated.connect(maker.print_sheet)
    go_on.activated.connect(partial(stage.steering.go, Screen.PRINTING))
    footer = stage.footer(go_on)
    # What is not yet there cannot be printed.
    if maker.sheet is None:
        footer.hide()
        preview.shown.connect(footer.show)
    return Scene(content, footer, is_steady=True)
