"""The preview shows the paper itself."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QWidget
from reportlab.pdfgen.canvas import Canvas

from kiosk.gui.kit.columns import height_at
from kiosk.gui.kit.context import Kit
from kiosk.gui.reading.sheet import SheetView

Show = Callable[..., QWidget]


def pdf(pages: int) -> bytes:
    """A4 pages that are black in their upper half."""
    buffer = BytesIO()
    canvas = Canvas(buffer, pagesize=(595, 842))
    for _ in range(pages):
        canvas.rect(0, 421, 595, 421, stroke=0, fill=1)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def test_every_page_is_shown_as_it_will_be_printed(kit: Kit, show: Show) -> None:
    view = SheetView(kit, pdf(2))
    show(view, 600, height_at(view, 600))
    assert view.pages == 2
    pages = [
        child for child in view.children() if "Page" in getattr(child, "accessibleName", str)()
    ]
    images = [page for page in pages if isinstance(page, QWidget) and page.height() > 400]
    assert [page.accessibleName() for page in images] == ["Page 1 of 2", "Page 2 of 2"]
    for page in images:
        shown = page.grab().toImage()
        assert shown.height() / shown.width() > 1.41
        assert QColor(shown.pixel(shown.width() // 2, shown.height() // 4)).lightness() < 40
        assert QColor(shown.pixel(shown.width() // 2, shown.height() * 3 // 4)).lightness() > 220


def test_a_page_is_never_larger_than_the_paper(kit: Kit, show: Show) -> None:
    view = SheetView(kit, pdf(1))
    show(view, 1600, height_at(view, 1600))
    page = max(view.findChildren(QWidget), key=QWidget.height)
    assert page.height() / kit.theme.pixels_per_mm == pytest.approx(297, abs=1)


def test_what_is_no_pdf_has_no_pages(kit: Kit) -> None:
    assert SheetView(kit, b"not a pdf").pages == 0
