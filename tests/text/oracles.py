"""Two engines that share no layout code with Qt's: Typst, and HarfBuzz alone."""

import json
from pathlib import Path

import typst
import uharfbuzz
from icu4py.breakers import LineBreaker

from kiosk.text import Cluster, GlyphRun
from kiosk.text.fonts import FontShelf
from tests.text.conftest import language

_TABLES = ("head", "hhea", "hmtx", "maxp", "cmap", "loca", "glyf", "GSUB", "GPOS", "GDEF")
_SIZE = 100


class Typst:
    """Measures text with Typst; lengths in em."""

    def __init__(self, folder: Path) -> None:
        self._source = folder / "measure.typ"

    def widths(self, texts: list[tuple[str, str]]) -> list[float]:
        """The width of each (language tag, text) on one line."""
        measured = self._measure([f"measure({self._text(*item)}).width" for item in texts])
        return [points / _SIZE for points in measured]

    def line_numbers(self, tag: str, width: float, words: list[str]) -> list[int]:
        """The line (from 1) each word stands on in a column of `width` em."""
        pieces = [self._piece(tag, words[: count + 1]) for count in range(len(words))]
        blocks = [f"block(width: {width * _SIZE}pt, {piece})" for piece in pieces]
        one, two = self._text(tag, "x"), self._text(tag, "x\nx")
        first, second, *heights = self._measure(
            [f"measure({content}).height" for content in (one, f"block({two})", *blocks)]
        )
        return [1 + round((height - first) / (second - first)) for height in heights]

    def _piece(self, tag: str, words: list[str]) -> str:
        """Words with spaces, or as boxes: dictionaries differ, the filling of lines may not."""
        if language(tag).script.needs_dictionary:
            return " + ".join(f"box({self._text(tag, word)})" for word in words)
        return self._text(tag, " ".join(words))

    def _text(self, tag: str, text: str) -> str:
        families = json.dumps(language(tag).families)[1:-1]
        direction = "rtl" if language(tag).is_rtl else "ltr"
        return (
            f"text(font: ({families},), size: {_SIZE}pt, dir: {direction}, hyphenate: false, "
            f"top-edge: 80pt, bottom-edge: -20pt, {json.dumps(text, ensure_ascii=False)})"
        )

    def _measure(self, expressions: list[str]) -> list[float]:
        values = ", ".join(f"({expression}).pt()" for expression in expressions)
        self._source.write_text(
            '#set page(width: auto, height: auto)\n#set par(linebreaks: "simple", leading: 0pt)\n'
            f"#context [#metadata(({values},)) <found>]\n",
            encoding="utf-8",
        )
        found = json.loads(typst.query(str(self._source), "<found>", field="value", one=True))
        return [float(value) for value in found]


def words_of(text: str, tag: str) -> list[str]:
    """The pieces between which a line may break; `text` without U+200B."""
    if language(tag).script.needs_dictionary:
        return list(LineBreaker(text, tag))
    return text.split(" ")


def logical(run: GlyphRun) -> tuple[Cluster, ...]:
    """The clusters in reading order."""
    return run.clusters[::-1] if run.rtl else run.clusters


def harfbuzz_glyphs(shelf: FontShelf, run: GlyphRun) -> list[tuple[int, float, float]]:
    """The text of a run as HarfBuzz draws it: (glyph, x, y) in em, glyphs in reading order."""
    raw = shelf.raw(run.font)
    tables = {tag: bytes(raw.fontTable(tag).data()) for tag in _TABLES}
    face = uharfbuzz.Face.create_for_tables(lambda _face, tag, _data: tables.get(tag, b""), None)
    buffer = uharfbuzz.Buffer()
    buffer.add_str("".join(cluster.text for cluster in logical(run)))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.rtl else "ltr"
    uharfbuzz.shape(uharfbuzz.Font(face), buffer, {})
    glyphs, x = [], 0
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        where = ((x + place.x_offset) / face.upem, -place.y_offset / face.upem)
        glyphs.append((info.codepoint, *where))
        x += place.x_advance
    return glyphs[::-1] if run.rtl else glyphs
