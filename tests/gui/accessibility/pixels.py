"""What can be read out of a picture: where something is painted, in which colours, how high."""

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QRegion
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.colors import contrast_ratio

_UNPAINTED = QColor(255, 0, 255)


def alone(widget: QWidget) -> QImage:
    """The widget by itself on a ground no theme has."""
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    image.fill(_UNPAINTED)
    flags = QWidget.RenderFlag.DrawChildren
    widget.render(image, QPoint(0, 0), QRegion(), flags)
    return image


def painted_box(widget: QWidget) -> QRect:
    """The rectangle around everything the widget paints, in its own pixels."""
    image = alone(widget)
    clear = _UNPAINTED.rgb()
    wide, high = image.width(), image.height()
    rows = [y for y in range(high) if any(image.pixel(x, y) != clear for x in range(0, wide, 3))]
    columns = [x for x in range(wide) if any(image.pixel(x, y) != clear for y in range(0, high, 3))]
    return QRect(QPoint(columns[0], rows[0]), QPoint(columns[-1], rows[-1]))


def colors_of(image: QImage, least: int = 6) -> Counter[str]:
    """How often each colour stands in a picture; those on fewer than `least` pixels left out."""
    counted = Counter(
        image.pixel(x, y) for x in range(image.width()) for y in range(image.height())
    )
    return Counter({QColor(c).name(): n for c, n in counted.items() if n >= least})


def strongest_contrast(image: QImage, ground: str = "") -> float:
    """The contrast of the ink that stands out most from `ground`, the commonest colour of all."""
    colors = colors_of(image)
    under = ground or colors.most_common(1)[0][0]
    return max(contrast_ratio(color, under) for color in colors)


def height_of_strokes(image: QImage) -> float:
    """How high the upright stroke of a letter is, in pixels with a fraction: smoothing counts."""
    ground = image.pixelColor(0, 0).lightness()
    columns = [
        [abs(image.pixelColor(x, y).lightness() - ground) for y in range(image.height())]
        for x in range(image.width())
    ]
    darkest = max(columns, key=sum)
    return sum(darkest) / max(darkest)


def grey(image: QImage) -> QImage:
    """The picture as somebody sees it who sees no colours."""
    return image.convertToFormat(QImage.Format.Format_Grayscale8)


def share_apart(one: QImage, other: QImage) -> float:
    """Which part of the pixels clearly differ in lightness between two pictures of a size."""
    spots = [(x, y) for x in range(one.width()) for y in range(one.height())]
    return sum(_apart(one, other, spots)) / len(spots)


def _apart(one: QImage, other: QImage, spots: Iterable[tuple[int, int]]) -> Iterable[bool]:
    return (
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 60
        for x, y in spots
    )
