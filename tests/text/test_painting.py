import pytest
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from kiosk.text import Layout
from kiosk.text.painting import TextPainter
from tests.text.conftest import LayOut
from tests.text.sentences import SENTENCES

MARGIN = 20


@pytest.fixture
def painter(qapp: QApplication) -> TextPainter:
    return TextPainter()


def paint(painter: TextPainter, layout: Layout) -> QImage:
    """The layout in black on white, with a margin around it."""
    size = (int(layout.width) + 2 * MARGIN, int(layout.height) + 2 * MARGIN)
    image = QImage(*size, QImage.Format.Format_Grayscale8)
    image.fill(255)
    with QPainter(image) as canvas:
        painter.paint(canvas, layout, MARGIN, MARGIN, QColor("black"))
    return image


def inked(image: QImage, top: float, bottom: float) -> list[int]:
    """The rows from `top` to `bottom` that have ink."""
    pixels, stride = bytes(image.constBits()), image.bytesPerLine()
    rows = range(max(0, round(top)), min(image.height(), round(bottom)))
    return [row for row in rows if min(pixels[row * stride :][: image.width()]) < 128]


@pytest.mark.parametrize("tag", SENTENCES)
def test_every_line_is_painted_inside_its_own_box(
    tag: str, lay_out: LayOut, painter: TextPainter
) -> None:
    layout = lay_out(SENTENCES[tag], tag, width=320, size=32)
    image = paint(painter, layout)
    for line in layout.lines:
        assert inked(image, MARGIN + line.top, MARGIN + line.top + line.height)
    assert not inked(image, 0, MARGIN - 1)
    assert not inked(image, MARGIN + layout.height + 1, image.height())


def test_text_is_painted_in_the_colour_and_place_it_is_given(
    lay_out: LayOut, painter: TextPainter
) -> None:
    image = QImage(200, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    with QPainter(image) as canvas:
        pen = canvas.pen()
        painter.paint(canvas, lay_out("■■■", width=150, size=40), 50, 10, QColor("#205080"))
        assert canvas.pen() == pen
    colours = {image.pixelColor(x, y).name() for x in range(50, 150) for y in range(10, 70)}
    assert "#205080" in colours
    assert {image.pixelColor(x, y).name() for x in range(48) for y in range(100)} == {"#ffffff"}


@pytest.mark.parametrize("size", [40, 64, 65, 90, 160])
def test_letters_of_any_size_are_painted_as_high_as_they_are(
    size: int, lay_out: LayOut, painter: TextPainter
) -> None:
    rows = inked(paint(painter, lay_out("H", width=300, size=size)), 0, 400)
    assert len(rows) == pytest.approx(size * 0.714, abs=1.5)
