"""What the tables of a font say: its measures, and a subset with only the glyphs a page uses.

Subsetting is done in C by HarfBuzz: glyph numbers stay as they are, so that the page can name
the glyphs the layout chose; 1 to 4 ms a font. Measures are read here because ReportLab wants
them in the font's own units.
"""

import struct
from collections.abc import Collection, Mapping
from typing import TYPE_CHECKING

from kiosk.text.values import FontMetrics

if TYPE_CHECKING:
    from uharfbuzz import Face

_DEFAULT_CAP_HEIGHT = 0.714


def read_metrics(tables: Mapping[str, bytes]) -> FontMetrics:
    """Measures of the font with these tables (head, hhea, hmtx, maxp, post and OS/2 if any)."""
    head, hhea = tables["head"], tables["hhea"]
    (units,) = struct.unpack_from(">H", head, 18)
    ascent, descent = struct.unpack_from(">hh", hhea, 4)
    (angle,) = struct.unpack_from(">i", tables["post"], 4)
    return FontMetrics(
        units_per_em=units,
        ascent=ascent,
        descent=descent,
        cap_height=_cap_height(tables.get("OS/2", b"")) or round(units * _DEFAULT_CAP_HEIGHT),
        bbox=struct.unpack_from(">4h", head, 36),
        italic_angle=angle / 65536,
        advances=_advances(tables),
        is_cff="glyf" not in tables,
    )


def subset_font(tables: Mapping[str, bytes], glyph_ids: Collection[int]) -> bytes:
    """A font file with these glyphs (and what they are made of) under their own numbers.

    `tables` must live until this returns: HarfBuzz reads from them in place.
    """
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.flags = (
        uharfbuzz.SubsetFlags.RETAIN_GIDS
        | uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE
        | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    )
    wanted.sets(uharfbuzz.SubsetInputSets.GLYPH_INDEX).update(glyph_ids)
    return bytes(uharfbuzz.subset(open_face(tables), wanted).blob.data)


def open_face(tables: Mapping[str, bytes]) -> "Face":
    """HarfBuzz's view of the tables, which must live as long as it does."""
    import uharfbuzz

    face = uharfbuzz.Face.create_for_tables(lambda _face, tag, _data: tables.get(tag, b""), None)
    face.set_get_table_tags_func(lambda _face, _data: list(tables), None)
    return face


def _cap_height(os2: bytes) -> int:
    if len(os2) < 90 or struct.unpack_from(">H", os2)[0] < 2:
        return 0
    (height,) = struct.unpack_from(">h", os2, 88)
    return max(0, int(height))


def _advances(tables: Mapping[str, bytes]) -> tuple[int, ...]:
    glyphs: int = struct.unpack_from(">H", tables["maxp"], 4)[0]
    measured: int = struct.unpack_from(">H", tables["hhea"], 34)[0]
    pairs: tuple[int, ...] = struct.unpack_from(">" + "Hh" * measured, tables["hmtx"])
    advances: tuple[int, ...] = pairs[::2]
    # Glyphs behind the last measured one are all as wide as that one.
    return advances + (advances[-1],) * (glyphs - measured)
