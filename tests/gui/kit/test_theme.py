"""Colours and sizes keep the numbers A01, A02 and A04."""

from math import atan, degrees

import pytest

from kiosk.core.session import Contrast, TextSize
from kiosk.gui.kit.colors import COLORS, contrast_ratio
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.theme import Role, Theme

CAPS = {
    TextSize.SMALL: 3.8,
    TextSize.NORMAL: 5.2,
    TextSize.LARGE: 6.8,
    TextSize.LARGEST: 8.7,
}


@pytest.mark.parametrize(
    ("one", "other", "ratio"),
    [("#000000", "#ffffff", 21.0), ("#777777", "#ffffff", 4.48), ("#ff0000", "#ffffff", 4.0)],
)
def test_contrast_is_counted_as_wcag_does(one: str, other: str, ratio: float) -> None:
    assert contrast_ratio(one, other) == pytest.approx(ratio, abs=0.01)
    assert contrast_ratio(other, one) == pytest.approx(ratio, abs=0.01)


@pytest.mark.parametrize("contrast", list(Contrast))
def test_all_text_stands_at_seven_to_one_and_marks_at_three(contrast: Contrast) -> None:
    colors = COLORS[contrast]
    too_faint = [pair for pair in colors.text_pairs if contrast_ratio(*pair) < 7]
    unseen = [pair for pair in colors.mark_pairs if contrast_ratio(*pair) < 3]
    assert too_faint == []
    assert unseen == []


def test_the_usual_text_stands_at_ten_to_one() -> None:
    colors = COLORS[Contrast.DEFAULT]
    grounds = (colors.ground, colors.surface, colors.sunken, colors.pressed, colors.accent_tint)
    assert min(contrast_ratio(colors.ink, ground) for ground in grounds) >= 10


@pytest.mark.parametrize("contrast", [Contrast.HIGH_DARK, Contrast.HIGH_LIGHT])
def test_high_contrast_is_twenty_to_one_for_everything(contrast: Contrast) -> None:
    colors = COLORS[contrast]
    pairs = (*colors.text_pairs, *colors.mark_pairs)
    assert min(contrast_ratio(*pair) for pair in pairs) >= 20


def test_high_contrast_comes_in_both_polarities() -> None:
    dark, light = COLORS[Contrast.HIGH_DARK], COLORS[Contrast.HIGH_LIGHT]
    assert (dark.ground, dark.ink) == (light.ink, light.ground)


@pytest.mark.parametrize("size", list(TextSize))
def test_capitals_are_as_high_as_promised(kit: Kit, size: TextSize) -> None:
    theme = kit.theme.with_text_size(size)
    drawn = kit.engine.cap_height(kit.language, theme.font_px(Role.BODY))
    assert drawn / theme.pixels_per_mm == pytest.approx(CAPS[size], abs=0.2)


@pytest.mark.parametrize("size", list(TextSize))
@pytest.mark.parametrize("role", list(Role))
def test_no_words_are_below_the_smallest_size(size: TextSize, role: Role) -> None:
    assert Theme(text_size=size).cap_mm(role) >= 3.8


@pytest.mark.parametrize("role", list(Role))
def test_at_the_normal_size_all_words_meet_section_508(role: Role) -> None:
    assert Theme().cap_mm(role) >= 4.8


@pytest.mark.parametrize("distance", [400.0, 600.0, 900.0])
def test_the_largest_size_spans_0_7_degrees(distance: float) -> None:
    theme = Theme(text_size=TextSize.LARGEST, viewing_distance_mm=distance)
    for role in set(Role) - {Role.LABEL}:
        assert degrees(atan(theme.cap_mm(role) / distance)) >= 0.699


def test_labels_never_fall_below_section_508() -> None:
    """They stand below an icon that itself spans 0.7 degrees, and they are read aloud."""
    theme = Theme(text_size=TextSize.LARGEST)
    assert theme.cap_mm(Role.LABEL) >= 4.8
    assert degrees(atan(theme.icon_px(Role.LABEL) / theme.pixels_per_mm / 600)) >= 0.7


@pytest.mark.parametrize("density", [2.0, 3.78, 4.0, 5.5])
def test_targets_and_gaps_keep_their_millimetres_on_every_screen(density: float) -> None:
    theme = Theme(pixels_per_mm=density)
    assert theme.target / density >= 12.7
    assert theme.target >= 44
    assert theme.primary_target / density >= 18
    assert theme.gap / density >= 2.54


def test_roles_form_one_scale() -> None:
    for size in TextSize:
        theme = Theme(text_size=size)
        heights = [theme.cap_mm(role) for role in Role]
        assert heights == sorted(heights)
