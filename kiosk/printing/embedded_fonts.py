"""Fonts inside the PDF: subset, embedded, and readable by whoever copies or searches the text.

Every use of a glyph (its number, what it is read as, how far the next one stands) gets a character
id of its own: a glyph carries a letter of its cluster or an explicit nothing. A `/CIDToGIDMap`
leads from character ids to glyphs, a `/ToUnicode` map to the text, `/W` to the advance. So words
come out unbroken even where one glyph stands for several letters or several glyphs for one, and no
reader takes a kerned gap for a space.
"""

import struct
from collections.abc import Mapping
from functools import cached_property
from itertools import count

import uharfbuzz
from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFStream,
    PDFString,
)

from kiosk.text import FontKey, TextEngine

_BASIC_FONTS = "BasicFonts"
_SYMBOLIC = 4
_CMAP_BLOCK = 100

BLANK = -1
"""Stands for a glyph without ink: it carries a further letter of the glyph before it."""


class EmbeddedFont:
    """One font of one document: hands out character ids, then writes itself."""

    def __init__(self, key: FontKey, name: str, engine: TextEngine) -> None:
        """`name` is the resource name in content streams, without the slash."""
        self.name = name
        self._key = key
        self._engine = engine
        self._metrics = engine.metrics(key)
        self._ids: dict[tuple[int, str, int], int] = {}

    def character_id(self, glyph: int, text: str, advance: int) -> int:
        """The id under which `glyph` is shown and read as `text` ("" for nothing).

        `advance` is the distance to the next glyph in thousandths of the font size, not negative.
        """
        return self._ids.setdefault((glyph, text, advance), len(self._ids) + 1)

    def advance(self, glyph: int) -> int:
        """A glyph's own width in thousandths of the font size."""
        advances = self._metrics.advances
        units = advances[glyph] if glyph < len(advances) else 0
        return round(units * 1000 / self._metrics.units_per_em)

    def write(self, document: PDFDocument) -> None:
        """Add the font's objects to the document and its name to the pages' resources."""
        file = document.Reference(self._file())
        descriptor = document.Reference(self._descriptor(file))
        descendant = document.Reference(self._descendant(descriptor, document))
        font = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": PDFName(self._post_script_name),
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([descendant]),
                "ToUnicode": document.Reference(_stream(self._to_unicode())),
            }
        )
        document.idToObject[_BASIC_FONTS].dict[self.name] = document.Reference(font)

    @cached_property
    def _subset(self) -> bytes:
        return self._engine.subset(self._key, {g for g, _, _ in self._ids if g != BLANK})

    @cached_property
    def _blank(self) -> int:
        """A glyph the subset left without ink."""
        font = uharfbuzz.Font(uharfbuzz.Face(self._subset))
        return next(g for g in count(1) if not _has_ink(font, g))

    @property
    def _post_script_name(self) -> str:
        weight = "Bold" if self._key.bold else "Regular"
        return f"CRSRDS+{self._key.family.replace(' ', '')}-{weight}"

    def _file(self) -> PDFStream:
        data = self._subset
        stream = _stream(data)
        if self._metrics.is_cff:
            stream.dictionary["Subtype"] = PDFName("OpenType")
        else:
            stream.dictionary["Length1"] = len(data)
        return stream

    def _descriptor(self, file: object) -> PDFDictionary:
        metrics = self._metrics
        scale = 1000 / metrics.units_per_em
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": PDFName(self._post_script_name),
                "Flags": _SYMBOLIC,
                "FontBBox": PDFArray([round(value * scale) for value in metrics.bbox]),
                "ItalicAngle": round(metrics.italic_angle),
                "Ascent": round(metrics.ascent * scale),
                "Descent": round(metrics.descent * scale),
                "CapHeight": round(metrics.cap_height * scale),
                "StemV": 160 if self._key.bold else 80,
                "FontFile3" if metrics.is_cff else "FontFile2": file,
            }
        )

    def _descendant(self, descriptor: object, document: PDFDocument) -> PDFDictionary:
        entries = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType0" if self._metrics.is_cff else "CIDFontType2"),
            "BaseFont": PDFName(self._post_script_name),
            "CIDSystemInfo": PDFDictionary(
                {
                    "Registry": PDFString("Adobe"),
                    "Ordering": PDFString("Identity"),
                    "Supplement": 0,
                }
            ),
            "FontDescriptor": descriptor,
            "DW": 0,
            "W": PDFArray([1, PDFArray([advance for _, _, advance in self._ids])]),
        }
        if not self._metrics.is_cff:
            entries["CIDToGIDMap"] = document.Reference(_stream(self._to_glyphs()))
        return PDFDictionary(entries)

    def _to_glyphs(self) -> bytes:
        glyphs = [0, *(self._blank if glyph == BLANK else glyph for glyph, _, _ in self._ids)]
        return struct.pack(f">{len(glyphs)}H", *glyphs)

    def _to_unicode(self) -> bytes:
        lines = [f"<{cid:04X}> <{_utf16(text)}>" for (_, text, _), cid in self._ids.items()]
        blocks = [lines[i : i + _CMAP_BLOCK] for i in range(0, len(lines), _CMAP_BLOCK)]
        body = "\n".join(
            f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
        )
        return (
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n"
            "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
            "/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n"
            "1 begincodespacerange\n<0000> <FFFF>\nendcodespacerange\n"
            f"{body}\nendcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n"
        ).encode("ascii")


class EmbeddedFonts:
    """All fonts of one document."""

    def __init__(self, engine: TextEngine) -> None:
        """Fonts come from `engine`."""
        self._engine = engine
        self._fonts: dict[FontKey, EmbeddedFont] = {}

    def __getitem__(self, key: FontKey) -> EmbeddedFont:
        """The font of a run, embedded once."""
        if key not in self._fonts:
            self._fonts[key] = EmbeddedFont(key, f"K{len(self._fonts)}", self._engine)
        return self._fonts[key]

    @property
    def used(self) -> Mapping[FontKey, EmbeddedFont]:
        """The fonts used so far."""
        return self._fonts

    def write(self, document: PDFDocument) -> None:
        """Add all fonts to the document, in place of ReportLab's own; call once, at the end."""
        document.idToObject[_BASIC_FONTS].dict.clear()
        for font in self._fonts.values():
            font.write(document)


def _has_ink(font: uharfbuzz.Font, glyph: int) -> bool:
    extents = font.get_glyph_extents(glyph)
    return extents is not None and bool(extents.width or extents.height)


def _stream(content: bytes) -> PDFStream:
    stream = PDFStream(content=content)
    stream.dictionary = PDFDictionary({})
    return stream


def _utf16(text: str) -> str:
    return text.encode("utf-16-be").hex().upper()
