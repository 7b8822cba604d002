"""Fonts that Qt lays out wrongly as they are installed, and their repair in memory.

Noto Nastaliq Urdu joins its letters by anchors that also name a point of the outline, for
hinting. Qt follows the point instead of the coordinates, and the point is the wrong one: the
stroke of a kaf stands up to 2.7 em away from its letter. HarfBuzz turns such anchors into plain
ones when it drops the hints. Outlines and glyph numbers stay, so only layout uses the repaired
font; drawing, embedding and measuring use the installed one.
"""

import struct
from collections.abc import Mapping

from kiosk.text.tables import open_face

# Family as installed → name of the repaired one, as long, so that it fits into the same table.
REPAIRED_FAMILIES = {"Noto Nastaliq Urdu": "Sole Nastaliq Urdu"}

# Places in the OS/2 table, and bits of its fsSelection.
_WEIGHT_CLASS, _SELECTION = 4, 62
_IS_BOLD, _IS_REGULAR = 1 << 5, 1 << 6


def repair(tables: Mapping[str, bytes], family: str, *, bold: bool) -> bytes:
    """A font file like the one with these tables, without point anchors, under its new name.

    `tables` are all tables of the font, `family` one of REPAIRED_FAMILIES. The bold also gets
    the weight of a bold: Debian's claims 400, and Qt then confuses the two.
    """
    import uharfbuzz

    renamed = dict(tables)
    renamed["name"] = _renamed(tables["name"], family, REPAIRED_FAMILIES[family])
    if bold:
        renamed["OS/2"] = _with_bold_weight(tables["OS/2"])
    wanted = uharfbuzz.SubsetInput()
    wanted.keep_everything()
    wanted.flags |= uharfbuzz.SubsetFlags.NO_HINTING | uharfbuzz.SubsetFlags.RETAIN_GIDS
    return bytes(uharfbuzz.subset(open_face(renamed), wanted).blob.data)


def _renamed(names: bytes, old: str, new: str) -> bytes:
    for encoding in ("utf-16-be", "latin-1"):
        names = names.replace(old.encode(encoding), new.encode(encoding))
    return names


def _with_bold_weight(os2: bytes) -> bytes:
    changed = bytearray(os2)
    struct.pack_into(">H", changed, _WEIGHT_CLASS, 700)
    (selection,) = struct.unpack_from(">H", changed, _SELECTION)
    struct.pack_into(">H", changed, _SELECTION, (selection | _IS_BOLD) & ~_IS_REGULAR)
    return bytes(changed)
