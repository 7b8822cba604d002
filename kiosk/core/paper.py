"""The three papers a sheet can be printed on: their ids, sizes and names in IPP.

Sizes are of the whole sheet in millimetres or PostScript points (1/72 inch), portrait. A receipt
comes off a roll, so its height is whatever the text needs and is handed in where it matters.
"""

from enum import Enum

POINTS_PER_MM = 72 / 25.4


class Paper(Enum):
    """One paper; the value is its id in commands, site files and JSON."""

    A4 = "a4"
    LETTER = "letter"
    RECEIPT80 = "receipt80"

    @property
    def is_roll(self) -> bool:
        """True when the paper is cut to the length of the text."""
        return self is Paper.RECEIPT80

    @property
    def width_mm(self) -> float:
        """Width in millimetres."""
        return _SIZES_MM[self][0]

    @property
    def height_mm(self) -> float | None:
        """Height in millimetres; None where it depends on the content."""
        return _SIZES_MM[self][1]

    @property
    def width_pt(self) -> float:
        """Width in points."""
        return self.width_mm * POINTS_PER_MM

    @property
    def height_pt(self) -> float | None:
        """Height in points; None where it depends on the content."""
        return None if self.height_mm is None else self.height_mm * POINTS_PER_MM

    def ipp_media(self, content_height_mm: float | None = None) -> str | None:
        """Its IPP media keyword (PWG 5101.1 self-describing name).

        `content_height_mm` is the height of the composed page and only read for a roll; a roll of
        unknown height has no keyword (None), and the printer then uses what it has loaded.
        """
        if not self.is_roll:
            return _MEDIA_KEYWORDS[self]
        if content_height_mm is None:
            return None
        return f"custom_receipt_{self.width_mm:g}x{max(1, round(content_height_mm))}mm"


_SIZES_MM: dict[Paper, tuple[float, float | None]] = {
    Paper.A4: (210.0, 297.0),
    Paper.LETTER: (215.9, 279.4),
    Paper.RECEIPT80: (80.0, None),
}
_MEDIA_KEYWORDS = {Paper.A4: "iso_a4_210x297mm", Paper.LETTER: "na_letter_8.5x11in"}


def find_paper(untrusted_id: str) -> Paper | None:
    """The paper with this id (letter case ignored), or None if there is no such paper."""
    wanted = untrusted_id.strip().casefold()
    return next((paper for paper in Paper if paper.value == wanted), None)
