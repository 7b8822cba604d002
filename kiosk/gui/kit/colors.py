"""The colours, by what they are for; one set per contrast.

Paper-white ground and deep ink, one accent that says "go on", one colour kept for safety and
help. Text stands at 7:1 or more everywhere, what has to be seen (borders, icons, focus) at 3:1;
high contrast is black and white in both polarities, low contrast takes the glare away.
"""

from dataclasses import dataclass

from kiosk.core.session import Contrast


@dataclass(frozen=True)
class Colors:
    """Hex colours by purpose.

    `sunken` fills quiet buttons and fields, `line` only decorates and carries no meaning,
    `border` marks what can be touched. `..._tint` are grounds for ink.
    """

    ground: str
    surface: str
    sunken: str
    pressed: str
    ink: str
    ink_soft: str
    accent: str
    accent_pressed: str
    on_accent: str
    accent_tint: str
    safety: str
    safety_pressed: str
    on_safety: str
    safety_tint: str
    caution_tint: str
    border: str
    line: str
    focus: str

    @property
    def text_pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (text, ground) that occurs."""
        grounds = (
            self.ground,
            self.surface,
            self.sunken,
            self.pressed,
            self.accent_tint,
            self.safety_tint,
            self.caution_tint,
        )
        plain = tuple((text, under) for text in (self.ink, self.ink_soft) for under in grounds)
        return (
            *plain,
            (self.accent, self.surface),
            (self.accent, self.ground),
            (self.safety, self.surface),
            (self.safety, self.ground),
            (self.on_accent, self.accent),
            (self.on_accent, self.accent_pressed),
            (self.on_safety, self.safety),
            (self.on_safety, self.safety_pressed),
        )

    @property
    def mark_pairs(self) -> tuple[tuple[str, str], ...]:
        """Every (border, icon or focus ring; ground) that has to be seen."""
        return (
            (self.border, self.ground),
            (self.border, self.surface),
            (self.focus, self.ground),
            (self.focus, self.surface),
            (self.accent, self.sunken),
            (self.accent, self.accent_tint),
            (self.accent, self.pressed),
            (self.safety, self.safety_tint),
            (self.accent, self.ground),
            (self.safety, self.ground),
        )


def contrast_ratio(one: str, other: str) -> float:
    """WCAG 2.2 contrast of two hex colours, 1 to 21."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(color: str) -> float:
    channels = (int(color[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


_DEFAULT = Colors(
    ground="#faf7f1",
    surface="#ffffff",
    sunken="#f1ece2",
    pressed="#e6dfd1",
    ink="#15212b",
    ink_soft="#37434d",
    accent="#0b4f4a",
    accent_pressed="#083935",
    on_accent="#ffffff",
    accent_tint="#e4efec",
    safety="#8a1c2b",
    safety_pressed="#66121e",
    on_safety="#ffffff",
    safety_tint="#f8ebe8",
    caution_tint="#f6ecd2",
    border="#7d8480",
    line="#e3dccf",
    focus="#0f2fb0",
)

_LOW = Colors(
    ground="#ece7dc",
    surface="#f3efe6",
    sunken="#e6e0d3",
    pressed="#e0d9cb",
    ink="#33383a",
    ink_soft="#3b4042",
    accent="#24504c",
    accent_pressed="#1d423f",
    on_accent="#f3efe6",
    accent_tint="#dfe6df",
    safety="#73303a",
    safety_pressed="#602731",
    on_safety="#f6f0e8",
    safety_tint="#eee0da",
    caution_tint="#ebe0c6",
    border="#767a76",
    line="#d8d1c3",
    focus="#2b3f8f",
)


def _two_colors(ground: str, ink: str) -> Colors:
    return Colors(
        ground=ground,
        surface=ground,
        sunken=ground,
        pressed=ground,
        ink=ink,
        ink_soft=ink,
        accent=ink,
        accent_pressed=ink,
        on_accent=ground,
        accent_tint=ground,
        safety=ink,
        safety_pressed=ink,
        on_safety=ground,
        safety_tint=ground,
        caution_tint=ground,
        border=ink,
        line=ink,
        focus=ink,
    )


COLORS: dict[Contrast, Colors] = {
    Contrast.DEFAULT: _DEFAULT,
    Contrast.HIGH_DARK: _two_colors("#000000", "#ffffff"),
    Contrast.HIGH_LIGHT: _two_colors("#ffffff", "#000000"),
    Contrast.LOW: _LOW,
}
