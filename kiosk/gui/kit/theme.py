"""Sizes and colours of everything, in one value.

Sizes are physical: millimetres times the pixels per millimetre of the device profile, never the
reported DPI. One type scale runs through the product: its steps are the four capital heights a
person can choose from (A02), and each role is the chosen step or one of its neighbours.
"""

from dataclasses import dataclass, field, replace
from enum import Enum
from math import ceil, radians, tan

from kiosk.core.session import Contrast, TextSize
from kiosk.gui.kit.colors import COLORS, Colors

CAP_HEIGHT_EM = 0.714
"""Capital height of Noto Sans, to which the Noto fonts of the other scripts are drawn."""

TARGET_MM = 12.7
PRIMARY_TARGET_MM = 18.0
GAP_MM = 2.54
ROLL_MM = 8.0
_MIN_TARGET_PX = 44
_LARGEST_ANGLE = radians(0.7)


class Role(Enum):
    """What a text is for; decides its size.

    A label is one or two words below a large icon that stands on every screen; where the room is
    short it grows less than what is read.
    """

    LABEL = "label"
    CAPTION = "caption"
    BODY = "body"
    HEADING = "heading"
    TITLE = "title"
    DISPLAY = "display"

    @property
    def is_large(self) -> bool:
        """True for titles, which are set bold and close."""
        return self in (Role.HEADING, Role.TITLE, Role.DISPLAY)


class Tone(Enum):
    """In which of the inks a text or icon is drawn."""

    INK = "ink"
    SOFT = "ink_soft"
    ACCENT = "accent"
    SAFETY = "safety"


# Capital heights in mm. At the normal size no text is below the 4.8 mm of Section 508.
_CAPS_MM: dict[TextSize, dict[Role, float]] = {
    TextSize.SMALL: dict(zip(Role, (3.8, 3.8, 3.8, 5.2, 6.8, 8.7), strict=True)),
    TextSize.NORMAL: dict(zip(Role, (4.8, 4.8, 5.2, 6.8, 8.7, 11.1), strict=True)),
    TextSize.LARGE: dict(zip(Role, (4.8, 5.2, 6.8, 8.7, 11.1, 11.1), strict=True)),
    TextSize.LARGEST: dict(zip(Role, (5.2, 7.4, 8.7, 8.7, 11.1, 11.1), strict=True)),
}


@dataclass(frozen=True)
class Theme:
    """How everything looks for one person on one device.

    `pixels_per_mm` and `viewing_distance_mm` come from the calibrated device profile.
    """

    pixels_per_mm: float = 4.0
    viewing_distance_mm: float = 600.0
    text_size: TextSize = TextSize.NORMAL
    contrast: Contrast = Contrast.DEFAULT
    reduced_motion: bool = False
    colors: Colors = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "colors", COLORS[self.contrast])

    def with_text_size(self, size: TextSize) -> "Theme":
        """The same look in another text size."""
        return replace(self, text_size=size)

    def with_contrast(self, contrast: Contrast) -> "Theme":
        """The same look in another contrast."""
        return replace(self, contrast=contrast)

    def px(self, mm: float) -> int:
        """Pixels of a length in millimetres, rounded up so that no minimum is missed."""
        return ceil(mm * self.pixels_per_mm - 1e-9)

    def cap_mm(self, role: Role) -> float:
        """Capital height of a role in millimetres."""
        height = _CAPS_MM[self.text_size][role]
        if self.text_size is TextSize.LARGEST and role is not Role.LABEL:
            # 0.7 degrees at the place where eyes are (EN 301 549 5.1.4).
            return max(height, self.viewing_distance_mm * tan(_LARGEST_ANGLE))
        return height

    def font_px(self, role: Role) -> float:
        """Font size of a role in pixels."""
        return self.cap_mm(role) * self.pixels_per_mm / CAP_HEIGHT_EM

    def color(self, tone: Tone) -> str:
        """Hex colour of an ink."""
        return str(getattr(self.colors, tone.value))

    @property
    def is_high_contrast(self) -> bool:
        """True when there are two colours only, so that shape has to carry every difference."""
        return self.contrast in (Contrast.HIGH_DARK, Contrast.HIGH_LIGHT)

    @property
    def target(self) -> int:
        """Least width and height of anything that can be touched, in pixels (A01)."""
        return max(self.px(TARGET_MM), _MIN_TARGET_PX)

    @property
    def primary_target(self) -> int:
        """Least width and height of the main action, in pixels (A01)."""
        return max(self.px(PRIMARY_TARGET_MM), _MIN_TARGET_PX)

    @property
    def gap(self) -> int:
        """Least room between two targets, in pixels (A01)."""
        return self.px(GAP_MM)

    @property
    def air(self) -> int:
        """Room around and between thoughts, in pixels."""
        return self.px(6.0)

    @property
    def margin(self) -> int:
        """Room between content and the edge of the screen, in pixels."""
        return self.px(9.0)

    @property
    def padding(self) -> int:
        """Room between the edge of a button or card and what it holds, in pixels."""
        return self.px(4.0)

    @property
    def radius(self) -> int:
        """Radius of rounded corners, in pixels."""
        return self.px(2.6)

    @property
    def stroke(self) -> float:
        """Width of the border of something that can be touched, in pixels."""
        wide = self.is_high_contrast
        return max(2.0, self.pixels_per_mm * (0.75 if wide else 0.4))

    @property
    def focus_stroke(self) -> float:
        """Width of the focus ring, in pixels."""
        return max(4.0, self.pixels_per_mm * 1.0)

    @property
    def measure(self) -> int:
        """Widest column of running text, in pixels: about 65 letters of the body."""
        return round(self.font_px(Role.BODY) * 33)

    @property
    def column(self) -> int:
        """Narrowest card that still reads well, in pixels; decides how many stand in a row."""
        return round(self.font_px(Role.BODY) * 13.5)

    def icon_px(self, role: Role = Role.BODY) -> int:
        """Edge of an icon that stands beside a text of this role, in pixels."""
        return round(self.font_px(role) * 1.3)
