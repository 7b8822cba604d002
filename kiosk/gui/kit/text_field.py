"""A field that shows what is typed; the keyboard below it types, a real one may too."""

from dataclasses import replace

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.speech import Utterance
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.theme import Role
from kiosk.text import Layout, Span

_LONGEST = 60


class _Clear(TouchButton):
    """Lower than other buttons, because it stands within the field."""

    def _above(self) -> int:
        return self._kit.theme.px(0.4)


class TextField(QWidget):
    """One short text, typed at its end. No menu, no clipboard, nothing remembered."""

    text_changed = Signal(str)
    submitted = Signal()

    def __init__(
        self, kit: Kit, title: str, placeholder: str = "", parent: QWidget | None = None
    ) -> None:
        """`title` is the accessible name; `placeholder` is shown while nothing is typed."""
        super().__init__(parent)
        self._kit = kit
        self._placeholder = placeholder
        self._text = ""
        self._is_small = False
        self.setLayoutDirection(kit.direction)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self.setAccessibleName(title)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        clear = kit.translator.gettext("Clear")
        self._clear = _Clear(kit, clear, "close", ButtonKind.QUIET, guarded=False, parent=self)
        self._clear.activated.connect(self.clear)
        self._clear.hide()
        kit.icons.repaint_later(self)

    @property
    def text(self) -> str:
        """What has been typed."""
        return self._text

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """What it is for, and what has been typed or may be."""
        title = say_words(self._kit, self.accessibleName())
        return (*title, *say_words(self._kit, self._text or self._placeholder))

    def set_small(self, small: bool) -> None:
        """Take as little room as a target, with smaller words; for low screens with open keys."""
        if small != self._is_small:
            self._is_small = small
            clear = self._kit.translator.gettext("Clear")
            shown, role = ("", Role.LABEL) if small else (clear, Role.BODY)
            self._clear.show_face(replace(self._clear.face, text=shown, role=role))
            self._clear.setAccessibleName(clear)
            self._place_clear()
            self.updateGeometry()
            self.update()

    @property
    def _role(self) -> Role:
        return Role.CAPTION if self._is_small else Role.HEADING

    def type(self, text: str) -> None:
        """Put text at the end."""
        self._show((self._text + text)[:_LONGEST])

    def erase(self) -> None:
        """Take the last sign away."""
        self._show(self._text[:-1])

    def clear(self) -> None:
        """Empty the field."""
        self._show("")

    def _show(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleDescription(text)
            self._clear.setVisible(bool(text))
            self._place_clear()
            self.updateGeometry()
            self.update()
            self.text_changed.emit(text)

    def _layout(self, width: int) -> Layout:
        empty = self.accessibleName() if self._is_small else self._placeholder
        return self._kit.lay_out(
            (Span(self._text or empty),), self._role, max(1, self._room(width))
        )

    def _room(self, width: int) -> int:
        theme = self._kit.theme
        icon = theme.icon_px(self._role)
        return width - 3 * theme.padding - icon - self._clear_width() - theme.gap

    def _clear_width(self) -> int:
        return self._clear.sizeHint().width()

    def _place_clear(self) -> None:
        inset = self._kit.theme.px(1.6)
        wide = self._clear_width()
        left = inset if self._kit.language.is_rtl else self.width() - wide - inset
        self._clear.setGeometry(left, inset, wide, self.height() - 2 * inset)

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        theme = self._kit.theme
        inset = 2 * theme.px(1.6)
        words = int(self._layout(width).height) + 2 * theme.px(1.0 if self._is_small else 2.6)
        least = theme.target if self._is_small else theme.primary_target
        return max(least, words, theme.target + inset, self._clear_height() + inset)

    def _clear_height(self) -> int:
        return self._clear.heightForWidth(self._clear_width())

    def sizeHint(self) -> QSize:
        width = self._kit.theme.measure
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._clear_width() + 3 * self._kit.theme.target, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._place_clear()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Backspace:
            self.erase()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.submitted.emit()
        elif event.text().isprintable() and event.text() and not _is_command(event):
            self.type(event.text())
        else:
            event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        colors = theme.colors
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = theme.focus_stroke if self.hasFocus() else theme.stroke
        painter.setPen(QPen(QColor(colors.focus if self.hasFocus() else colors.border), stroke))
        painter.setBrush(QColor(colors.surface))
        box = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.drawRoundedRect(box, theme.radius, theme.radius)
        self._paint_words(painter)

    def _paint_words(self, painter: QPainter) -> None:
        theme = self._kit.theme
        rtl = self._kit.language.is_rtl
        layout = self._layout(self.width())
        edge = theme.icon_px(self._role)
        pad = theme.padding
        icon_left = self.width() - pad - edge if rtl else pad
        top = (self.height() - edge) / 2
        icon = QRectF(icon_left, top, edge, edge)
        self._kit.icons.draw(painter, "search", icon, theme.colors.accent, rtl=rtl)
        start = 2 * pad + edge
        left = self.width() - start - layout.width if rtl else start
        top = (self.height() - layout.height) / 2
        color = QColor(theme.colors.ink if self._text else theme.colors.ink_soft)
        self._kit.painter.paint(painter, layout, left, top, color)
        if self._text and self.hasFocus():
            self._paint_cursor(painter, layout, left, top)

    def _paint_cursor(self, painter: QPainter, layout: Layout, left: float, top: float) -> None:
        """A steady bar at the end; it does not blink."""
        line = layout.lines[-1]
        x = left + (line.x if line.rtl else line.x + line.width)
        wide = max(2.0, self._kit.theme.pixels_per_mm * 0.5)
        box = QRectF(x - wide if line.rtl else x, top + line.top, wide, line.height)
        painter.fillRect(box, QColor(self._kit.theme.colors.accent))


def _is_command(event: QKeyEvent) -> bool:
    """True for Ctrl+V and its like; AltGr, which types letters, holds Ctrl and Alt together."""
    held = event.modifiers() & (
        Qt.KeyboardModifier.ControlModifier
        | Qt.KeyboardModifier.AltModifier
        | Qt.KeyboardModifier.MetaModifier
    )
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    return held not in (Qt.KeyboardModifier.NoModifier, both)
