"""Writing systems: which direction they run, which installed fonts draw them.

Fonts are installed, not shipped (Debian `fonts-noto-core`). The first family that is
installed and covers a character draws it; `NEUTRAL_FAMILIES` stand behind every script so
that digits, `+` and Latin names inside another script never print as boxes.
"""

from dataclasses import dataclass
from enum import Enum


class Direction(Enum):
    """Reading direction of a script or language."""

    LTR = "ltr"
    RTL = "rtl"

    @property
    def is_rtl(self) -> bool:
        """True for right-to-left."""
        return self is Direction.RTL


@dataclass(frozen=True)
class Script:
    """One writing system.

    `code` is ISO 15924; `families` are font families in order of preference;
    `needs_dictionary` is true where words are not separated and line breaks need a dictionary.
    """

    code: str
    families: tuple[str, ...]
    direction: Direction = Direction.LTR
    needs_dictionary: bool = False


NEUTRAL_FAMILIES = ("Noto Sans", "Noto Sans Symbols", "Noto Sans Symbols 2", "Noto Sans Math")

_SCRIPTS = (
    Script("Latn", ("Noto Sans",)),
    Script("Cyrl", ("Noto Sans",)),
    Script("Grek", ("Noto Sans",)),
    Script("Arab", ("Noto Sans Arabic",), Direction.RTL),
    Script("Aran", ("Noto Nastaliq Urdu", "Noto Sans Arabic"), Direction.RTL),
    Script("Hebr", ("Noto Sans Hebrew",), Direction.RTL),
    Script("Syrc", ("Noto Sans Syriac",), Direction.RTL),
    Script("Thaa", ("Noto Sans Thaana",), Direction.RTL),
    Script("Nkoo", ("Noto Sans NKo",), Direction.RTL),
    Script("Adlm", ("Noto Sans Adlam",), Direction.RTL),
    Script("Khmr", ("Noto Sans Khmer",), needs_dictionary=True),
    Script("Thai", ("Noto Sans Thai",), needs_dictionary=True),
    Script("Laoo", ("Noto Sans Lao",), needs_dictionary=True),
    Script("Mymr", ("Noto Sans Myanmar",), needs_dictionary=True),
    Script("Deva", ("Noto Sans Devanagari",)),
    Script("Beng", ("Noto Sans Bengali",)),
    Script("Guru", ("Noto Sans Gurmukhi",)),
    Script("Gujr", ("Noto Sans Gujarati",)),
    Script("Orya", ("Noto Sans Oriya",)),
    Script("Taml", ("Noto Sans Tamil",)),
    Script("Telu", ("Noto Sans Telugu",)),
    Script("Knda", ("Noto Sans Kannada",)),
    Script("Mlym", ("Noto Sans Malayalam",)),
    Script("Sinh", ("Noto Sans Sinhala",)),
    Script("Ethi", ("Noto Sans Ethiopic",)),
    Script("Geor", ("Noto Sans Georgian",)),
    Script("Armn", ("Noto Sans Armenian",)),
    Script("Tibt", ("Noto Serif Tibetan",)),
    Script("Tfng", ("Noto Sans Tifinagh",)),
    Script("Cher", ("Noto Sans Cherokee",)),
    Script("Mong", ("Noto Sans Mongolian",)),
    Script("Hans", ("Noto Sans CJK SC",)),
    Script("Hant", ("Noto Sans CJK TC",)),
    Script("Jpan", ("Noto Sans CJK JP",)),
    Script("Kore", ("Noto Sans CJK KR",)),
)

SCRIPTS: dict[str, Script] = {script.code: script for script in _SCRIPTS}
