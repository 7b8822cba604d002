"""A01: what is painted is what can be touched, and nothing beside it. Sizes: the matrix."""

import pytest
from PySide6.QtCore import QPoint, QRect

from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.kit.touchable import Touchable
from tests.gui.accessibility.pixels import painted_box
from tests.gui.visitor.driver import Visitor

SCREENS = (
    Screen.HOME,
    Screen.TOPICS,
    Screen.OPTIONS,
    Screen.SHEET_CHOICE,
    Screen.LANGUAGE,
    Screen.SEARCH,
    Screen.END,
)


def seen_whole(visitor: Visitor) -> list[Touchable]:
    """Buttons no part of which is scrolled out of sight."""
    return [b for b in visitor.buttons() if b.visibleRegion().boundingRect() == b.rect()]


@pytest.mark.parametrize("contrast", [Contrast.DEFAULT, Contrast.HIGH_DARK])
def test_every_button_is_painted_on_the_whole_of_its_rectangle(
    visitor: Visitor, contrast: Contrast
) -> None:
    for screen in SCREENS:
        visitor.at_home(contrast=contrast).open(screen)
        for button in seen_whole(visitor):
            box, whole = painted_box(button), button.rect()
            assert whole.adjusted(2, 2, -2, -2).intersected(box) == whole.adjusted(2, 2, -2, -2), (
                f"{screen.value}: {button.accessibleName()} paints {box} of {whole}"
            )


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_a_touch_on_the_edge_hits_it_and_one_beside_it_does_not(
    visitor: Visitor, language: str, size: TextSize
) -> None:
    for screen in SCREENS:
        visitor.at_home("ES", "EC", language, text_size=size).open(screen)
        for button in seen_whole(visitor):
            box = QRect(button.mapTo(visitor.frame, QPoint(0, 0)), button.size())
            middle = box.center()
            inner = (
                QPoint(box.left(), middle.y()),
                QPoint(box.right(), middle.y()),
                QPoint(middle.x(), box.top()),
                QPoint(middle.x(), box.bottom()),
            )
            outer = (
                inner[0] - QPoint(1, 0),
                inner[1] + QPoint(1, 0),
                inner[2] - QPoint(0, 1),
                inner[3] + QPoint(0, 1),
            )
            where = f"{screen.value}: {button.accessibleName()}"
            assert all(visitor.frame.childAt(point) is button for point in inner), where
            assert all(visitor.frame.childAt(point) is not button for point in outer), where
