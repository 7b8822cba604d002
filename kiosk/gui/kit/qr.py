"""A code for a phone: black on white with its quiet zone, whatever the colours of the screen."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.gui.kit.context import Kit

_QUIET = 4
_LEAST_MM = 0.8
_MOST_MM = 1.6
_WHOLE_MM = 95.0


class QrCode(QWidget):
    """Shows a text as a QR code; `name` says what it is to those who cannot see it.

    A module is a whole number of pixels, at least 0.8 mm and at most 1.6 mm wide, so that a phone
    held at 30 cm reads it; the whole is about as large as a hand.
    """

    def __init__(self, kit: Kit, payload: str, name: str, parent: QWidget | None = None) -> None:
        """`payload` at most 1,000 bytes of UTF-8; raises segno.DataOverflowError far above that."""
        super().__init__(parent)
        self._image = qr_image(payload)
        modules = self._image.width()
        theme = kit.theme
        wished = int(_WHOLE_MM * theme.pixels_per_mm / modules)
        most = max(theme.px(_LEAST_MM), int(_MOST_MM * theme.pixels_per_mm))
        self._module = max(theme.px(_LEAST_MM), min(wished, most))
        self.setFixedSize(modules * self._module, modules * self._module)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    @property
    def module_px(self) -> int:
        """Edge of one module in pixels."""
        return self._module

    # Qt

    def sizeHint(self) -> QSize:
        return self.size()

    def minimumSizeHint(self) -> QSize:
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        # Not smoothed: edges between modules stay sharp.
        painter.drawImage(self.rect(), self._image)


def qr_image(payload: str) -> QImage:
    """The code with its quiet zone, one pixel per module."""
    import segno

    # Nothing stains a screen: the least correction gives the largest modules, and what a size has
    # to spare goes into correction all the same.
    code = segno.make(payload, encoding="utf-8", mode="byte", error="l", micro=False)
    rows = [list(row) for row in code.matrix_iter(border=_QUIET)]
    image = QImage(len(rows), len(rows), QImage.Format.Format_Mono)
    image.setColorTable([QColor("white").rgb(), QColor("black").rgb()])
    for y, row in enumerate(rows):
        for x, dark in enumerate(row):
            image.setPixel(x, y, int(bool(dark)))
    return image
