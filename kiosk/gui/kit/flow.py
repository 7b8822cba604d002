"""What rows and grids of widgets share: they grow in height, and arrange again when they must."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.gui.kit.context import Kit


class Flow(QWidget):
    """Widgets in the direction of reading, as high as their width asks for.

    Subclasses say in `_arrange` where each stands, and how high they are at a width.
    """

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self._widgets: list[QWidget] = []
        self.setLayoutDirection(kit.direction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def widgets(self) -> tuple[QWidget, ...]:
        """What is in it, in order."""
        return tuple(self._widgets)

    def add(self, widget: QWidget) -> None:
        """One more, at the end."""
        widget.setParent(self)
        widget.show()
        self._widgets.append(widget)
        self.updateGeometry()
        # Before it is shown its width says nothing yet.
        if self.isVisible():
            self._arrange()

    def _add_all(self, widgets: Iterable[QWidget]) -> None:
        for widget in widgets:
            self.add(widget)

    def _arrange(self) -> None:
        raise NotImplementedError

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.target, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.LayoutRequest:
            self._arrange()
            self.updateGeometry()
        return super().event(event)
