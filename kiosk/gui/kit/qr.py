"""A code for a phone: black on white with its quiet zone, whatever the colours of the screen."""

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.gui.kit.context import Kit

_QUIET = 4
_LEAST_MM = 0.8
_MOST_MM = 1.6
_WHOLE_MM = 95.0
_MOST_ROOMY_MM = 3.2
_WHOLE_ROOMY_MM = 165.0


class QrCode(QWidget):
    """Shows a text as a QR code; `name` says what it is to those who cannot see it.

    A module is a whole number of pixels, at least 0.8 mm and at most 1.6 mm wide, so that a phone
    held at 30 cm reads it; the whole is about as large as a hand. A `roomy` one is twice as large
    and stands in the middle of a white card as wide as the column, readable from further off.
    """

    def __init__(
        self,
        kit: Kit,
        payload: str,
        name: str,
        parent: QWidget | None = None,
        *,
        roomy: bool = False,
    ) -> None:
        """`payload` at most 1,000 bytes of UTF-8; raises segno.DataOverflowError far above that."""
        super().__init__(parent)
        self._kit = kit
        self._roomy = roomy
        self._image = qr_image(payload)
        self._modules = self._image.width()
        self.setAccessibleName(name)
        self._most = self._largest()
        edge = self._modules * self._most
        if roomy:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        else:
            self.setFixedSize(edge, edge)
            self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def module_px(self) -> int:
        """Edge of one module in pixels."""
        return self._module_at(self.width())

    def shrink(self, pixels: int) -> None:
        """Be that much less high, as far as a phone still reads it; only a roomy one can."""
        if self._roomy:
            wanted = (self._modules * self._most - pixels) // self._modules
            self._most = max(self._least, wanted)
            self.updateGeometry()

    @property
    def _least(self) -> int:
        return self._kit.theme.px(_LEAST_MM)

    def _largest(self) -> int:
        """Edge of a module in pixels where there is room enough."""
        scale = self._kit.theme.pixels_per_mm
        whole, most = _WHOLE_MM, _MOST_MM
        if self._roomy:
            whole, most = _WHOLE_ROOMY_MM, _MOST_ROOMY_MM
        wished = int(whole * scale / self._modules)
        return max(self._least, min(wished, max(self._least, int(most * scale))))

    def _module_at(self, width: int) -> int:
        return max(self._least, min(self._most, width // self._modules))

    # Qt

    def hasHeightForWidth(self) -> bool:
        return self._roomy

    def heightForWidth(self, width: int) -> int:
        return self._modules * self._module_at(width)

    def sizeHint(self) -> QSize:
        edge = self._modules * self._most
        return QSize(edge, edge)

    def minimumSizeHint(self) -> QSize:
        edge = self._modules * (self._least if self._roomy else self._most)
        return QSize(edge, edge)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        white = QColor(Qt.GlobalColor.white)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(white)
        radius = self._kit.theme.radius if self._roomy else 0
        painter.drawRoundedRect(self.rect(), radius, radius)
        # Not smoothed: edges between modules stay sharp.
        edge = self._modules * self.module_px
        left, top = (self.width() - edge) // 2, (self.height() - edge) // 2
        painter.drawImage(QRect(left, top, edge, edge), self._image)


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
