"""A02: four sizes of text, measured with a ruler on the picture of a capital letter."""

from collections.abc import Callable
from dataclasses import replace
from math import atan, degrees

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.core.session import TextSize
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Theme
from kiosk.settings import DeviceProfile
from tests.gui.accessibility.pixels import height_of_strokes

Show = Callable[..., QWidget]

PROFILES = (
    DeviceProfile(pixels_per_mm=4.0, viewing_distance_mm=600.0),
    DeviceProfile(pixels_per_mm=3.2, viewing_distance_mm=700.0),
    DeviceProfile(pixels_per_mm=6.0, viewing_distance_mm=450.0),
)


def capital_mm(kit: Kit, show: Show, device: DeviceProfile, size: TextSize) -> float:
    """Height in millimetres of an H as it is painted on a screen of this device."""
    theme = Theme(device.pixels_per_mm, device.viewing_distance_mm, size)
    block = TextBlock(replace(kit, theme=theme), "H")
    show(block, 200, 160)
    return height_of_strokes(block.grab().toImage()) / device.pixels_per_mm


@pytest.mark.parametrize("device", PROFILES, ids=lambda device: f"{device.pixels_per_mm} px/mm")
def test_capitals_are_as_high_on_the_glass_as_promised(
    kit: Kit, show: Show, device: DeviceProfile
) -> None:
    for size, promised in zip(TextSize, (3.8, 5.2, 6.8, 8.7), strict=True):
        assert capital_mm(kit, show, device, size) == pytest.approx(promised, abs=0.2)


@pytest.mark.parametrize("distance", [450.0, 600.0, 700.0, 1000.0])
def test_the_largest_capitals_span_0_7_degrees_from_where_eyes_are(
    kit: Kit, show: Show, distance: float
) -> None:
    device = DeviceProfile(viewing_distance_mm=distance)
    high = capital_mm(kit, show, device, TextSize.LARGEST)
    assert degrees(atan(high / distance)) >= 0.69


def test_the_size_a_kiosk_starts_with_meets_section_508(kit: Kit, show: Show) -> None:
    device = DeviceProfile()
    assert capital_mm(kit, show, device, device.default_text_size) >= 4.8
