"""The letters of an alphabet as buttons: a way to a word or a country without typing."""

from collections.abc import Iterable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.scrolling import scroller_above
from kiosk.gui.kit.touch_scroll import TouchScroll


class LetterButton(TouchButton):
    """One letter; the one that was chosen is filled."""

    def __init__(self, kit: Kit, letter: str) -> None:
        super().__init__(kit, letter, centered=True, guarded=False)
        self._is_chosen = False
        self.set_minimum(kit.theme.px(15.0))

    @property
    def is_chosen(self) -> bool:
        """True for the letter whose words are shown."""
        return self._is_chosen

    def choose(self, *, chosen: bool) -> None:
        """Show it as chosen or not."""
        self._is_chosen = chosen
        self.setAccessibleDescription(self._kit.translator.gettext("Chosen") if chosen else "")
        self.update()

    @property
    def _is_filled(self) -> bool:
        turned = self._kit.theme.is_high_contrast and self.looks_pressed
        return self._is_chosen is not turned

    def _side_padding(self) -> int:
        return self._kit.theme.px(1.6)

    def _above(self) -> int:
        return self._kit.theme.px(1.2)


class Letters(FlowGrid):
    """Letters side by side; `letter_chosen` carries the one touched, or "" when it is let go.

    With `always` one is always chosen.
    """

    letter_chosen = Signal(str)

    def __init__(self, kit: Kit, letters: Iterable[str], *, always: bool = False) -> None:
        self._always = always
        self._buttons = {letter: LetterButton(kit, letter) for letter in letters}
        widest = max((b.minimumSizeHint().width() for b in self._buttons.values()), default=1)
        super().__init__(
            kit,
            self._buttons.values(),
            column=max(widest, kit.theme.px(15.0)),
            most=16,
            gap=kit.theme.gap,
        )
        for letter, button in self._buttons.items():
            button.activated.connect(lambda letter=letter: self._on_activated(letter))

    @property
    def letters(self) -> tuple[str, ...]:
        """All of them."""
        return tuple(self._buttons)

    @property
    def chosen(self) -> str:
        """The letter that is chosen, or nothing."""
        return next((letter for letter, b in self._buttons.items() if b.is_chosen), "")

    def choose(self, letter: str) -> None:
        """Show a letter as chosen, or none, without saying so."""
        for one, button in self._buttons.items():
            button.choose(chosen=one == letter)

    def bring_up(self, found: QWidget) -> None:
        """Scroll to what a letter has brought, where it lies out of sight."""
        QTimer.singleShot(0, found, lambda: _scroll_to(found))

    def _on_activated(self, letter: str) -> None:
        chosen = "" if letter == self.chosen and not self._always else letter
        self.choose(chosen)
        self.letter_chosen.emit(chosen)


def _scroll_to(widget: QWidget) -> None:
    scroller = scroller_above(widget)
    if isinstance(scroller, TouchScroll):
        scroller.ensure_visible(widget)
