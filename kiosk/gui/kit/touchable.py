"""The base of everything that can be touched: gesture, keyboard, focus ring, grown height.

The whole rectangle of the widget is painted and is the target. Mouse and finger take the same
way, because Qt turns the first finger into a mouse; further fingers are ignored.
"""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from kiosk.core.speech import Utterance
from kiosk.gui.kit import face as faces
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Face, Inks, Placed
from kiosk.gui.kit.press import Press, PressState
from kiosk.gui.kit.scrolling import scroller_above
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.text_block import readable
from kiosk.gui.kit.theme import ROLL_MM

_ACTIVATING = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Select)

# Focus that nobody moved by key is there, but not shown.
_UNSEEN_REASONS = (
    Qt.FocusReason.MouseFocusReason,
    Qt.FocusReason.ActiveWindowFocusReason,
    Qt.FocusReason.PopupFocusReason,
)


class Touchable(QAbstractButton):
    """A target with words. Subclasses paint their ground; `activated` says it was used."""

    activated = Signal()

    def __init__(self, kit: Kit, face: Face, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._face = face
        self._press = Press(kit.theme.px(ROLL_MM))
        self._placed: dict[int, Placed] = {}
        self._ring = False
        self._minimum = kit.theme.target
        self._room = 0
        self._guarded = True
        self.setLayoutDirection(kit.direction)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        kit.icons.repaint_later(self)
        self._name()

    @property
    def face(self) -> Face:
        """What stands on it."""
        return self._face

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Everything that stands on it, as it is said."""
        kit, face = self._kit, self._face
        parts = ((face.kicker, None), (face.text, face.language), (face.detail, face.language))
        said = [u for text, language in parts for u in say_words(kit, text, language)]
        said += say_words(kit, face.note)
        # What shows an icon only still has a name.
        return tuple(said) or say_words(kit, self.accessibleName())

    def show_face(self, face: Face) -> None:
        """Show other words or another icon."""
        if face != self._face:
            self._face = face
            self._placed.clear()
            self._name()
            self.updateGeometry()
            self.update()

    @property
    def looks_pressed(self) -> bool:
        """True while a finger or key holds it down."""
        return self._press.is_down or self.isDown()

    def placed(self, width: int) -> Placed:
        """Where the parts stand when the widget is `width` pixels wide."""
        if width not in self._placed:
            inner = width - 2 * self._side_padding()
            self._placed[width] = faces.place(self._kit, self._face, max(1, inner))
        return self._placed[width]

    def set_room(self, pixels: int) -> None:
        """Be this much higher than the words need."""
        self._room = pixels
        self.updateGeometry()

    def activate(self) -> None:
        """Use it, unless this is the second half of a double tap."""
        middle = self.mapToGlobal(self.rect().center())
        if self._guarded and not self._kit.taps.admits(middle.x(), middle.y()):
            return
        self._used()
        self.activated.emit()

    def _used(self) -> None:
        """What the widget does to itself when it is used."""

    def _name(self) -> None:
        self.setAccessibleName(readable(self._face.text))
        face = self._face
        more = (part for part in (face.kicker, face.detail, face.note) if part)
        self.setAccessibleDescription(readable(" ".join(more)))

    def _side_padding(self) -> int:
        return self._kit.theme.padding

    def _above(self) -> int:
        """Room in pixels above and below the content."""
        return self._kit.theme.px(4.6 if self._face.is_card else 2.8)

    def _content_top(self, placed: Placed) -> float:
        """Words stand in the middle; on cards side by side they start at the same height."""
        if self._face.is_card:
            above = self._above() + self._room / 2
            return min(above, (self.height() - placed.height) / 2)
        return (self.height() - placed.height) / 2

    def _inks(self) -> Inks:
        colors = self._kit.theme.colors
        return Inks(colors.ink, colors.ink_soft, colors.accent)

    def _paint_ground(self, painter: QPainter) -> None:
        raise NotImplementedError

    def _paint_lead(self, painter: QPainter, box: QRectF) -> None:
        """Paint what stands in front of the words, where the face leaves room for it."""

    def _rounded(
        self,
        painter: QPainter,
        fill: str,
        border: str = "",
        stroke: float = 0.0,
        line: Qt.PenStyle = Qt.PenStyle.SolidLine,
    ) -> None:
        inset = stroke / 2
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        painter.setPen(QPen(QColor(border), stroke, line) if border else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(fill))
        painter.drawRoundedRect(box, self._kit.theme.radius, self._kit.theme.radius)

    def _paint_ring(self, painter: QPainter) -> None:
        """Bands of two colours, so that one of them is seen on any ground and beside any border."""
        theme = self._kit.theme
        focus, ground = theme.colors.focus, theme.colors.ground
        stroke = theme.focus_stroke
        bands = [(focus, stroke), (ground, stroke / 2)]
        if theme.is_high_contrast:
            bands = [(focus, stroke), (ground, stroke * 0.75), (focus, stroke * 0.75)]
        painter.setBrush(Qt.BrushStyle.NoBrush)
        edge = 0.0
        for color, width in bands:
            inset = edge + width / 2
            painter.setPen(QPen(QColor(color), width))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            radius = max(1.0, theme.radius - inset)
            painter.drawRoundedRect(box, radius, radius)
            edge += width

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        wanted = self.placed(width).height + 2 * self._above()
        return max(self._minimum, int(wanted + 0.999)) + self._room

    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        natural = faces.natural_width(self._kit, self._face) + 2 * self._side_padding()
        width = max(self._minimum, min(int(natural + 1), theme.measure))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        least = faces.least_width(self._kit, self._face) + 2 * self._side_padding()
        return QSize(max(self._minimum, int(least + 1)), self._minimum + self._room)

    def hitButton(self, position: object) -> bool:
        return self.rect().contains(position)  # type: ignore[call-overload, no-any-return]

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        where = event.position()
        self._press.begin(where.x(), where.y())
        scroller = scroller_above(self)
        if scroller is not None:
            scroller.hold(event.globalPosition().y(), event.timestamp())
        self.update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        scroller = scroller_above(self)
        where = event.position()
        self._press.move(
            where.x(),
            where.y(),
            inside=self._contains(where),
            scrolls=scroller is not None and scroller.can_scroll,
        )
        if scroller is not None and self._press.state is PressState.SCROLLING:
            scroller.drag(event.globalPosition().y(), event.timestamp())
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        scroller = scroller_above(self)
        if scroller is not None and self._press.state is PressState.SCROLLING:
            scroller.let_go(event.timestamp())
        acts = self._press.end(inside=self._contains(event.position()))
        self.update()
        if acts:
            self.activate()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ACTIVATING:
            if not event.isAutoRepeat():
                self.setDown(True)
            return
        event.ignore()

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ACTIVATING and not event.isAutoRepeat():
            was_down = self.isDown()
            self.setDown(False)
            if was_down:
                self.activate()
            return
        event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        if event.reason() not in _UNSEEN_REASONS:
            self._ring = True
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._ring = False
        self.setDown(False)
        self.update()

    def hideEvent(self, event: QHideEvent) -> None:
        self._press.cancel()
        self.setDown(False)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        placed = self.placed(self.width())
        at = QPointF(self._side_padding(), self._content_top(placed))
        self._paint_lead(painter, placed.lead.translated(at))
        faces.paint(self._kit, placed, painter, at, self._inks())
        if self._ring:
            self._paint_ring(painter)

    def _contains(self, where: QPointF) -> bool:
        return QRectF(self.rect()).contains(where)
