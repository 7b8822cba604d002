"""The picture switched off for whoever only listens: nothing for onlookers to see."""

from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

_BLACK = "#000000"


class Curtain(QWidget):
    """Black over the whole window; what lies below stays as it is and is read aloud."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.hide()

    def draw(self, *, closed: bool) -> None:
        """Close it over everything, or open it."""
        window = self.parentWidget()
        if closed and window is not None:
            self.setGeometry(window.rect())
            self.raise_()
        self.setVisible(closed)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(_BLACK))
