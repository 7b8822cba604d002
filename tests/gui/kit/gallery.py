"""Builds kits for tests, and pictures of widgets for tests and for the eye."""

from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.session import Contrast, TextSize
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.theme import Theme
from kiosk.i18n.translator import Translator
from kiosk.text import TextEngine


class Clock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def make_kit(
    tag: str = "en",
    size: TextSize = TextSize.NORMAL,
    contrast: Contrast = Contrast.DEFAULT,
    *,
    engine: TextEngine | None = None,
    clock: Clock | None = None,
    reduced_motion: bool = True,
) -> Kit:
    theme = Theme(text_size=size, contrast=contrast, reduced_motion=reduced_motion)
    language = LANGUAGES[LanguageTag(tag)]
    return Kit.make(
        theme, language, Translator(language, None), engine or TextEngine(), now=clock or Clock()
    )


def picture(widget: QWidget, size: QSize) -> QImage:
    """The widget as it looks at this size."""
    widget.resize(size)
    widget.show()
    QApplication.processEvents()
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(0xFFFFFFFF)
    widget.render(image)
    return image


def save(widget: QWidget, size: QSize, path: Path) -> None:
    """Write the picture as PNG."""
    path.parent.mkdir(parents=True, exist_ok=True)
    picture(widget, size).save(str(path))


def alike(one: QImage, other: QImage, tolerance: float = 0.02) -> bool:
    """True when nearly all pixels agree in lightness: smoothed edges may differ a little."""
    points = [(x, y) for x in range(one.width()) for y in range(one.height())]
    far = sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 60
        for x, y in points
    )
    return far / len(points) < tolerance
