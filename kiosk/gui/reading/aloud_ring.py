"""The frame around what is being said: seen on any ground, and not by its colour alone."""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.touch_scroll import TouchScroll

_ROOM_MM = 2.8


class ReadingRing(QWidget):
    """Stands over one screen, `top`, and moves from item to item; touches pass through it."""

    def __init__(self, kit: Kit, top: QWidget) -> None:
        super().__init__(top)
        self._kit = kit
        self._top = top
        self._around: QWidget | None = None
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    @property
    def around(self) -> QWidget | None:
        """The widget it stands around; None when it is not shown."""
        return self._around

    def surround(self, widget: QWidget | None) -> None:
        """Stand around this widget and bring it into sight; None takes the ring away."""
        if self._around is not None and isValid(self._around):
            self._around.removeEventFilter(self)
        self._around = widget
        if widget is None:
            self.hide()
            return
        scroller = self._scroller_of(widget)
        if scroller is not None:
            scroller.ensure_visible(widget)
        self.setParent(scroller.content if scroller is not None else self._top)
        widget.installEventFilter(self)
        self._place()
        self.raise_()
        self.show()

    def _scroller_of(self, widget: QWidget) -> TouchScroll | None:
        above = widget.parentWidget()
        while above is not None and above is not self._top:
            if isinstance(above, TouchScroll) and above.content.isAncestorOf(widget):
                return above
            above = above.parentWidget()
        return None

    def _place(self) -> None:
        widget, over = self._around, self.parentWidget()
        if widget is None or over is None:
            return
        room = self._kit.theme.px(_ROOM_MM)
        box = QRect(widget.mapTo(over, QPoint(0, 0)), widget.size())
        self.setGeometry(box.adjusted(-room, -room, room, room).intersected(over.rect()))

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._around and event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        stroke = theme.focus_stroke
        edge = 0.0
        for color, width in ((theme.colors.focus, stroke), (theme.colors.ground, stroke / 2)):
            inset = edge + width / 2
            painter.setPen(QPen(QColor(color), width))
            box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
            painter.drawRoundedRect(box, theme.radius, theme.radius)
            edge += width
