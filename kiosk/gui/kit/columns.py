"""Plain columns and rows of widgets with the theme's air between them."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QSpacerItem,
    QVBoxLayout,
    QWidget,
)

from kiosk.gui.kit.context import Kit

_MINIMUM = QSizePolicy.Policy.Minimum
_EXPANDING = QSizePolicy.Policy.Expanding

_MIDDLE_FROM = 0.3


def height_at(widget: QWidget, width: int) -> int:
    """The height in pixels a widget needs at this width."""
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


class _TopBox(QVBoxLayout):
    """A column whose spare room is its own affair: it does not ask its surroundings for more."""

    takes_room = False

    def expandingDirections(self) -> Qt.Orientation:
        return Qt.Orientation.Vertical if self.takes_room else Qt.Orientation(0)


class Column(QWidget):
    """Widgets one below the other, as high as they need. `gap` and `margin` in pixels."""

    def __init__(
        self,
        kit: Kit,
        widgets: Iterable[QWidget] = (),
        *,
        gap: int | None = None,
        margin: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setLayoutDirection(kit.direction)
        self._box = _TopBox(self)
        _prepare(self, self._box, kit.theme.air if gap is None else gap, margin)
        # Room that is left stays below: words never drift apart.
        self._box.addItem(QSpacerItem(0, 0, _MINIMUM, _EXPANDING))
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """One more, below; `stretch` is its share of the room that is left.

        What can use any height (a scrolling area) takes the room without being told.
        """
        takes_all = widget.sizePolicy().verticalPolicy() is _EXPANDING
        self._box.takes_room = self._box.takes_room or takes_all or stretch > 0
        self._box.insertWidget(self._end(), widget, stretch or int(takes_all))

    def clear(self) -> None:
        """Take every widget out again."""
        for index in reversed(range(self._box.count())):
            item = self._box.itemAt(index)
            widget = item.widget() if item is not None else None
            if widget is not None:
                self._box.takeAt(index)
                widget.hide()
                widget.deleteLater()

    def set_margins(self, side: int, end: int) -> None:
        """Room at the sides, and above and below, in pixels."""
        self._box.setContentsMargins(side, end, side, end)

    def add_space(self, pixels: int) -> None:
        """Some air."""
        self._box.insertSpacing(self._end(), pixels)

    def add_stretch(self) -> None:
        """All the room that is left."""
        self._box.takes_room = True
        self._box.insertStretch(self._end(), 1)

    def _end(self) -> int:
        return self._box.count() - 1


class MeasuredColumn(QWidget):
    """A column no wider than the theme's measure, so that lines of text stay easy to follow.

    It stands at the start of the line, on a much wider screen in the middle. A maximum width alone
    would make Qt take the height of lines as long as the screen.
    """

    def __init__(self, kit: Kit, *, gap: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setLayoutDirection(kit.direction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._column = Column(kit, gap=gap, parent=self)

    def add(self, widget: QWidget) -> None:
        """One more, below."""
        self._column.add(widget)

    def add_space(self, pixels: int) -> None:
        """Some air."""
        self._column.add_space(pixels)

    def _wide(self, width: int) -> int:
        return min(width, self._kit.theme.measure)

    def _arrange(self) -> None:
        wide = self._wide(self.width())
        spare = self.width() - wide
        left = spare if self._kit.language.is_rtl else 0
        if spare > wide * _MIDDLE_FROM:
            left = spare // 2
        self._column.setGeometry(left, 0, wide, self.height())

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return height_at(self._column, self._wide(width))

    def sizeHint(self) -> QSize:
        width = self._kit.theme.measure
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.target, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)


class Row(QWidget):
    """Widgets side by side in the direction of reading. `gap` and `margin` in pixels."""

    def __init__(
        self,
        kit: Kit,
        widgets: Iterable[QWidget] = (),
        *,
        gap: int | None = None,
        margin: int = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setLayoutDirection(kit.direction)
        self._box = QHBoxLayout(self)
        _prepare(self, self._box, kit.theme.gap if gap is None else gap, margin)
        for widget in widgets:
            self.add(widget)

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """One more, after; `stretch` is its share of the room that is left."""
        self._box.addWidget(widget, stretch)

    def add_stretch(self) -> None:
        """All the room that is left."""
        self._box.addStretch(1)


def _prepare(widget: QWidget, box: QBoxLayout, gap: int, margin: int) -> None:
    box.setContentsMargins(margin, margin, margin, margin)
    box.setSpacing(gap)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    widget.setSizePolicy(policy)
