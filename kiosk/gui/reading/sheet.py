"""The sheet as it will come out of the printer: the pages of the PDF itself, never a likeness."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from kiosk.core.sheet import SheetPlan
from kiosk.core.speech import Utterance
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.aloud_sheet import sheet_utterances
from kiosk.i18n.formatting import format_number
from kiosk.i18n.translator import N_
from kiosk.text import Align

_KEEPER = "keeps the PDF library open"


class SheetView(Column):
    """Every page of a PDF that lives in memory only, one below the other.

    With its `plan` it can be read aloud.
    """

    def __init__(
        self,
        kit: Kit,
        pdf: bytes,
        plan: SheetPlan | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, gap=kit.theme.px(3.0), parent=parent)
        self._plan = plan
        # QtPdf is an add-on of 20 MB that only this screen needs.
        from PySide6.QtPdf import QPdfDocument

        _keep_pdf_library()
        self._buffer = QBuffer(self)
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._document = QPdfDocument(self)
        self._document.load(self._buffer)
        pages = self._document.pageCount()
        for number in range(pages):
            words = kit.translator.fill(
                N_("Page {page} of {pages}"),
                page=format_number(number + 1, kit.language),
                pages=format_number(pages, kit.language),
            )
            self.add(TextBlock(kit, words, Role.CAPTION, tone=Tone.SOFT, align=Align.CENTER))
            self.add(_PageImage(kit, self._document, number, words))

    @property
    def spoken_parts(self) -> tuple[Utterance, ...]:
        """What stands on the paper, in the language of the screen."""
        return sheet_utterances(self._kit, self._plan) if self._plan is not None else ()

    @property
    def pages(self) -> int:
        """How many pages there are; 0 when the PDF cannot be read."""
        return self._document.pageCount()


def _keep_pdf_library() -> None:
    """Hold one empty document as long as the program runs.

    QtPdf closes its library with the last document and leaves some 250 KB behind each time
    (measured with 6.11.3).
    """
    from PySide6.QtPdf import QPdfDocument

    application = QApplication.instance()
    if application is not None and application.findChild(QPdfDocument, _KEEPER) is None:
        QPdfDocument(application).setObjectName(_KEEPER)


class _PageImage(QWidget):
    """One page at the width there is."""

    def __init__(self, kit: Kit, document: object, number: int, accessible_name: str) -> None:
        from PySide6.QtPdf import QPdfDocument

        super().__init__()
        assert isinstance(document, QPdfDocument)
        self._kit = kit
        self._document = document
        self._number = number
        self._image = QImage()
        points = document.pagePointSize(number)
        self._shape = points.height() / max(1.0, points.width())
        self._widest = round(points.width() / 72 * 25.4 * kit.theme.pixels_per_mm)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(accessible_name)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return round(min(width, self._widest) * self._shape)

    def sizeHint(self) -> QSize:
        return QSize(self._widest, self.heightForWidth(self._widest))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.target, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        width = min(self.width(), self._widest)
        size = QSize(width, self.heightForWidth(width))
        if self._image.size() != size:
            self._image = self._render(size)
        left = (self.width() - width) // 2
        painter = QPainter(self)
        painter.drawImage(left, 0, self._image)
        painter.setPen(QPen(QColor(self._kit.theme.colors.border), 1))
        painter.drawRect(left, 0, width - 1, size.height() - 1)

    def _render(self, size: QSize) -> QImage:
        """The page on white paper."""
        paper = QImage(size, QImage.Format.Format_RGB32)
        paper.fill(Qt.GlobalColor.white)
        painter = QPainter(paper)
        painter.drawImage(0, 0, self._document.render(self._number, size))
        painter.end()
        return paper
