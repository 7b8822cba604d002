"""Plain columns and rows of widgets with the theme's air between them."""

from collections.abc import Iterable

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


def height_at(widget: QWidget, width: int) -> int:
    """The height in pixels a widget needs at this width."""
    layout = widget.layout()
    if layout is not None and layout.hasHeightForWidth():
        return layout.totalHeightForWidth(width)
    if widget.hasHeightForWidth():
        return widget.heightForWidth(width)
    return widget.sizeHint().height()


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
        self._box = QVBoxLayout(self)
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
        self._box.insertWidget(self._end(), widget, stretch or int(takes_all))

    def add_space(self, pixels: int) -> None:
        """Some air."""
        self._box.insertSpacing(self._end(), pixels)

    def add_stretch(self) -> None:
        """All the room that is left."""
        self._box.insertStretch(self._end(), 1)

    def _end(self) -> int:
        return self._box.count() - 1


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
