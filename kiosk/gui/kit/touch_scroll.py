"""A column higher than its room: moved with the finger, the keys, or two big buttons below it.

Never sideways. The buttons stand there whenever something is out of sight, because a thin scroll
bar is no help to a finger; a soft edge shows where the text goes on.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QLinearGradient,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import height_at
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.motion import glide
from kiosk.gui.kit.theme import Role

_DRAG_MM = 2.0
_GLIDE_SECONDS = 0.12


class TouchScroll(QWidget):
    """Scrolls one content widget vertically; `position` in pixels may be kept and set again."""

    scrolled = Signal(int)

    def __init__(
        self, kit: Kit, content: QWidget, *, inset: int | None = None, parent: QWidget | None = None
    ) -> None:
        """`inset` is the room in pixels at the sides of the two buttons (default: the margin)."""
        super().__init__(parent)
        self._inset = kit.theme.margin if inset is None else inset
        self._kit = kit
        self._content = content
        self._position = 0
        self._overflow = 0
        self._held: float | None = None
        self._from = 0
        self._dragging = False
        self._speed = 0.0
        self._last: tuple[float, int] = (0.0, 0)
        self._motion: QVariantAnimation | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setLayoutDirection(self._kit.direction)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._view = QWidget(self)
        self._content.setParent(self._view)
        self._fades = (_Fade(self._kit, self, up=True), _Fade(self._kit, self, up=False))
        _ = self._kit.translator.gettext
        quiet = ButtonKind.QUIET
        small = Role.LABEL
        self._up = TouchButton(self._kit, _("Further up"), "up", quiet, role=small, guarded=False)
        self._down = TouchButton(
            self._kit, _("More below"), "down", quiet, role=small, guarded=False
        )
        for button in (self._up, self._down):
            button.setParent(self)

    def _connect(self) -> None:
        self._up.activated.connect(self.page_up)
        self._down.activated.connect(self.page_down)
        self._content.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._on_focus_changed)

    @property
    def content(self) -> QWidget:
        """The widget that is scrolled."""
        return self._content

    @property
    def can_scroll(self) -> bool:
        """True when something is out of sight."""
        return self._overflow > 0

    @property
    def position(self) -> int:
        """Pixels out of sight above."""
        return self._position

    @property
    def furthest(self) -> int:
        """The position at the very end."""
        return self._overflow

    def scroll_to(self, position: int) -> None:
        """Go to a position at once, as far as there is something."""
        wanted = max(0, min(self._overflow, position))
        if wanted != self._position:
            self._position = wanted
            self._place_content()
            self.scrolled.emit(wanted)

    def page_up(self) -> None:
        """Show what is above."""
        self._glide_to(self._position - self._page())

    def page_down(self) -> None:
        """Show what is below."""
        self._glide_to(self._position + self._page())

    def ensure_visible(self, widget: QWidget) -> None:
        """Scroll just as far as needed to see the widget."""
        top = widget.mapTo(self._content, QPoint(0, 0)).y()
        bottom = top + widget.height()
        air = self._kit.theme.gap
        if top - air < self._position:
            self.scroll_to(top - air)
        elif bottom + air > self._position + self._view.height():
            self.scroll_to(min(bottom + air - self._view.height(), top - air))

    def hold(self, y: float, at: int) -> None:
        """A finger came down at `y` (screen pixels) at a time in ms."""
        self._stop()
        self._held, self._from, self._speed = y, self._position, 0.0
        self._last = (y, at)

    def drag(self, y: float, at: int) -> None:
        """The finger moved: the content follows."""
        if self._held is None:
            return
        last_y, last_at = self._last
        if at > last_at:
            self._speed = (last_y - y) / (at - last_at)
            self._last = (y, at)
        self.scroll_to(round(self._from + self._held - y))

    def let_go(self, at: int) -> None:
        """The finger left: a flick glides on a little."""
        if self._held is not None and at - self._last[1] < 80 and self._speed:
            self._glide_to(round(self._position + self._speed * 1000 * _GLIDE_SECONDS))
        self._held = None
        self._dragging = False

    def _page(self) -> int:
        overlap = round(self._kit.theme.air * 2)
        return max(self._kit.theme.target, self._view.height() - overlap)

    def _glide_to(self, position: int) -> None:
        self._stop()
        wanted = max(0, min(self._overflow, position))
        self._motion = glide(self._kit, self, self._position, wanted, self._on_glided)
        if self._motion is not None:
            self._motion.finished.connect(self._on_glide_finished)

    def _on_glided(self, position: float) -> None:
        self.scroll_to(round(position))

    def _on_glide_finished(self) -> None:
        self._motion = None

    def _stop(self) -> None:
        if self._motion is not None:
            motion, self._motion = self._motion, None
            motion.stop()

    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        if new is not None and new is not self._content and self._content.isAncestorOf(new):
            self.ensure_visible(new)

    def _arrange(self) -> None:
        width, height = self.width(), self.height()
        wanted = height_at(self._content, width)
        overflows = wanted > height
        gap = self._kit.theme.gap
        half = min((width - gap - 2 * self._inset) // 2, round(self._kit.theme.column * 1.3))
        bar = max(b.heightForWidth(half) for b in (self._up, self._down)) if overflows else 0
        room = height - bar - gap if overflows else height
        room = max(room, 0)
        self._view.setGeometry(0, 0, width, room)
        self._overflow = max(0, wanted - room) if overflows else 0
        self._position = min(self._position, self._overflow)
        near = (width - 2 * half - gap) // 2
        far = near + half + gap
        starts = (far, near) if self._kit.language.is_rtl else (near, far)
        for button, x in zip((self._up, self._down), starts, strict=True):
            button.setGeometry(x, room + gap, half, bar)
        self._content.resize(width, max(wanted, room))
        self._place_content()

    def _place_content(self) -> None:
        self._content.move(0, -self._position)
        above, below = self._fades
        deep = self._kit.theme.px(5.0)
        above.setGeometry(0, 0, self.width(), deep)
        below.setGeometry(0, self._view.height() - deep, self.width(), deep)
        above.setVisible(self._position > 0)
        below.setVisible(self._position < self._overflow)
        self._show_button(self._up, self._down, shown=self._position > 0)
        self._show_button(self._down, self._up, shown=self._position < self._overflow)

    def _show_button(self, button: TouchButton, other: TouchButton, *, shown: bool) -> None:
        """At an end one of the two goes; the focus it had passes to the other."""
        passes_on = button.hasFocus() and not shown
        button.setVisible(shown)
        if passes_on and self._overflow > 0:
            other.show()
            other.setFocus(Qt.FocusReason.OtherFocusReason)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._content and event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        line = self._kit.theme.target
        moves = {
            Qt.Key.Key_Up: -line,
            Qt.Key.Key_Down: line,
            Qt.Key.Key_PageUp: -self._page(),
            Qt.Key.Key_PageDown: self._page(),
            Qt.Key.Key_Home: -self._position,
            Qt.Key.Key_End: self._overflow - self._position,
        }
        move = moves.get(Qt.Key(event.key()))
        if move is None or not self.can_scroll:
            event.ignore()
            return
        self.scroll_to(self._position + move)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self.scroll_to(self._position - event.angleDelta().y())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            self.hold(event.globalPosition().y(), event.timestamp())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held is None:
            return
        y = event.globalPosition().y()
        if self._dragging or abs(y - self._held) > self._kit.theme.px(_DRAG_MM):
            self._dragging = True
            self.drag(y, event.timestamp())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.let_go(event.timestamp())


class _Fade(QWidget):
    """The soft edge over text that goes on out of sight."""

    def __init__(self, kit: Kit, parent: QWidget, *, up: bool) -> None:
        super().__init__(parent)
        self._kit = kit
        self._up = up
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QColor(self._kit.theme.colors.ground)
        clear = QColor(ground)
        clear.setAlpha(0)
        gradient = QLinearGradient(0, 0, 0, self.height())
        gradient.setColorAt(0.0 if self._up else 1.0, ground)
        gradient.setColorAt(1.0 if self._up else 0.0, clear)
        QPainter(self).fillRect(self.rect(), gradient)
