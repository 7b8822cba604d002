"""The keys below a search field: put away with "Done", back with a touch of the field."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.columns import Column, height_at
from kiosk.gui.kit.keyboard import KeyboardPanel
from kiosk.gui.kit.keyboard_layout import load_keyboard
from kiosk.gui.kit.scrolling import scroller_above
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.touch_scroll import TouchScroll
from kiosk.gui.visitor.scene import KEYBOARDS, Stage

_MOST = 0.42
"""The greatest share of the height of the window that keys may take."""

_LOW_MM = 250.0
"""Below this height there is no room for a keyboard and for what was found at its full size."""


class Typing(Column):
    """The keys of the language of the screen, typing into one field.

    On a screen that lies, or is low, field and head are small, so that something else can be seen.
    """

    opened = Signal(bool)

    def __init__(
        self, stage: Stage, field: TextField, head: Column, *, is_open: bool = True
    ) -> None:
        """`head` is what holds the field."""
        super().__init__(stage.kit)
        theme = stage.kit.theme
        self._is_wide = self._is_low = stage.is_wide
        self._head = head
        self.set_margins(theme.gap if self._is_low else theme.margin, theme.gap)
        layout = load_keyboard(KEYBOARDS, stage.kit.language.tag)
        self._panel = KeyboardPanel(stage.kit, layout)
        self.add(self._panel)
        self._panel.typed.connect(field.type)
        self._panel.erased.connect(field.erase)
        self._panel.done.connect(self.close_keys)
        field.submitted.connect(self.close_keys)
        field.installEventFilter(self)
        self._is_open = is_open
        # Shown with what it stands in: alone it would be a window of its own for a moment.
        self._field = field
        if not is_open:
            self.hide()
        if self._is_low:
            self._make_small()

    @property
    def panel(self) -> KeyboardPanel:
        """The keys."""
        return self._panel

    @property
    def is_open(self) -> bool:
        """True while the keys can be struck."""
        return self._is_open

    @property
    def is_tight(self) -> bool:
        """True while the keys leave little room: what was found is then shown in brief."""
        return self._is_low and self.is_open

    def fit(self, height: int) -> None:
        """Set up for `height` pixels between what stands on every screen."""
        if height < self._kit.theme.px(_LOW_MM) and not self._is_low:
            self._is_low = True
            self._make_small()
            self.opened.emit(self._is_open)

    def _make_small(self) -> None:
        gap = self._kit.theme.gap
        self._field.set_small(True)
        self._head.set_margins(gap, gap)

    def close_keys(self) -> None:
        """Put the keys away; their room goes to what was found."""
        self._open(False)

    def open_keys(self) -> None:
        """Bring the keys back."""
        self._open(True)

    def _open(self, opened: bool) -> None:
        if opened != self._is_open:
            self._is_open = opened
            self.setVisible(opened)
            self.opened.emit(opened)

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        most = round(self.window().height() * _MOST)
        above = self.parentWidget()
        if above is not None and not self._is_wide:
            # What was found keeps the room of one card, and of the buttons where it is scrolled.
            theme = self._kit.theme
            found = theme.primary_target + (theme.air if self._is_low else 2 * theme.target)
            most = min(most, above.height() - height_at(self._head, above.width()) - found)
        self._panel.limit(most - 2 * self._kit.theme.gap)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self.open_keys()
        return False


class Shortlist(QObject):
    """Keeps a page so short that nothing of it must be scrolled to while the room is tight.

    Whole cards only, the best first, and always the best one; "Done" shows the rest. A note above
    them goes last.
    """

    def __init__(self, typing: Typing, page: Column) -> None:
        """`page` is what scrolls above the keys."""
        super().__init__(page)
        self._typing = typing
        self._page = page
        self._cards: tuple[QWidget, ...] = ()
        self._note: QWidget | None = None
        self._watched: QWidget | None = None
        page.installEventFilter(self)

    def show(self, cards: Sequence[QWidget], note: QWidget | None = None) -> None:
        """These, best first, stand on the page now; `note` where there is something to say."""
        self._cards = tuple(cards)
        self._note = note
        self._shorten()

    def _shorten(self) -> None:
        note = () if self._note is None else (self._note,)
        for widget in (*note, *self._cards):
            if widget.isHidden():
                widget.show()
                self._forget_height(widget)
        scroller = scroller_above(self._page)
        if not self._typing.is_tight or not isinstance(scroller, TouchScroll):
            return
        if self._watched is None:
            self._watched = scroller
            scroller.installEventFilter(self)
        for widget in (*reversed(self._cards[1:]), *note[: len(self._cards)]):
            if height_at(self._page, scroller.width()) <= scroller.height():
                break
            widget.hide()
            self._forget_height(widget)

    def _forget_height(self, card: QWidget) -> None:
        """Qt would remember the heights around a card until the next round of events."""
        above = card.parentWidget()
        while above is not None and above is not self._page:
            above.updateGeometry()
            above = above.parentWidget()

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        what = QEvent.Type.Show if watched is self._page else QEvent.Type.Resize
        if event.type() is what:
            self._shorten()
        return False
