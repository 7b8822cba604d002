"""Our lines against two engines that share no layout code with Qt's: HarfBuzz alone, and Typst."""

import json
import math
from pathlib import Path

import pytest
import typst
import uharfbuzz
from PySide6.QtWidgets import QApplication

from kiosk.text import Cluster, GlyphRun, Paragraph, TextEngine
from kiosk.text.fonts import FontShelf
from tests.text.conftest import LayOut, language
from tests.text.sentences import SENTENCES, ZWSP

TAGS = tuple(SENTENCES)


class Typst:
    """Measures text with Typst; lengths in em."""

    def __init__(self, folder: Path) -> None:
        self._source = folder / "measure.typ"

    def widths(self, texts: list[tuple[str, str]]) -> list[float]:
        """The width of each (language tag, text) on one line."""
        measured = self._measure([f"measure({self._text(*item)}).width" for item in texts])
        return [points / 100 for points in measured]

    def line_numbers(self, tag: str, width: float, texts: list[str]) -> list[int]:
        """On which line the end of each text stands in a column of `width` em."""
        blocks = [f"block(width: {width * 100}pt, {self._text(tag, text)})" for text in texts]
        one = f"measure({self._text(tag, 'x')}).height"
        two = f"measure(block({self._text(tag, 'x' + chr(10) + 'x')})).height"
        first, second, *heights = self._measure(
            [one, two, *(f"measure({block}).height" for block in blocks)]
        )
        return [1 + round((height - first) / (second - first)) for height in heights]

    def _text(self, tag: str, text: str) -> str:
        families = json.dumps(language(tag).families)[1:-1]
        direction = "rtl" if language(tag).is_rtl else "ltr"
        return (
            f"text(font: ({families},), size: 100pt, dir: {direction}, hyphenate: false, "
            f"top-edge: 80pt, bottom-edge: -20pt, {json.dumps(text, ensure_ascii=False)})"
        )

    def _measure(self, expressions: list[str]) -> list[float]:
        values = ", ".join(f"({expression}).pt()" for expression in expressions)
        self._source.write_text(
            '#set page(width: auto, height: auto)\n#set par(linebreaks: "simple")\n'
            f"#context [#metadata(({values},)) <found>]\n",
            encoding="utf-8",
        )
        found = json.loads(typst.query(str(self._source), "<found>", field="value", one=True))
        return [float(value) for value in found]


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Typst:
    return Typst(tmp_path_factory.mktemp("typst"))


def test_lines_are_as_wide_as_typst_sets_them(engine: TextEngine, oracle: Typst) -> None:
    expected = oracle.widths(list(SENTENCES.items()))
    ours = [
        engine.lay_out(Paragraph.plain(text, language(tag), 1), math.inf).natural_width
        for tag, text in SENTENCES.items()
    ]
    apart = {
        tag: (mine, theirs)
        for tag, mine, theirs in zip(TAGS, ours, expected, strict=True)
        if abs(mine - theirs) > 0.005 * theirs
    }
    assert apart == {}


@pytest.mark.parametrize("width", [9, 14.5])
@pytest.mark.parametrize("tag", TAGS)
def test_lines_break_where_typst_breaks_them(
    tag: str, width: float, lay_out: LayOut, oracle: Typst
) -> None:
    text = SENTENCES[tag]
    separator = ZWSP if ZWSP in text else " "
    words = text.split(separator)
    prefixes = [separator.join(words[: count + 1]) for count in range(len(words))]
    layout = lay_out(text, tag, width=width, size=1)
    ours = [number for number, line in enumerate(layout.lines, 1) for _ in line.words]
    assert ours == oracle.line_numbers(tag, width, prefixes)


@pytest.mark.parametrize("tag", TAGS)
def test_glyphs_are_those_harfbuzz_chooses(tag: str, lay_out: LayOut, shelf: FontShelf) -> None:
    layout = lay_out(SENTENCES[tag], tag, width=math.inf, size=1)
    runs = [run for line in layout.lines for run in line.runs]
    assert [_logical_glyphs(run) for run in runs] == [_shape(shelf, run) for run in runs]


@pytest.fixture
def shelf(qapp: QApplication) -> FontShelf:
    return FontShelf()


def _logical(run: GlyphRun) -> tuple[Cluster, ...]:
    return run.clusters[::-1] if run.rtl else run.clusters


def _logical_glyphs(run: GlyphRun) -> list[int]:
    return [glyph.id for cluster in _logical(run) for glyph in cluster.glyphs]


def _shape(shelf: FontShelf, run: GlyphRun) -> list[int]:
    """Glyph numbers in logical order, by HarfBuzz alone."""
    raw = shelf.raw(run.font)
    tags = ("head", "hhea", "hmtx", "maxp", "cmap", "loca", "glyf", "GSUB", "GPOS", "GDEF")
    tables = {tag: bytes(raw.fontTable(tag).data()) for tag in tags}
    face = uharfbuzz.Face.create_for_tables(lambda _face, tag, _data: tables.get(tag, b""), None)
    buffer = uharfbuzz.Buffer()
    buffer.add_str("".join(cluster.text for cluster in _logical(run)))
    buffer.guess_segment_properties()
    buffer.direction = "rtl" if run.rtl else "ltr"
    uharfbuzz.shape(uharfbuzz.Font(face), buffer, {})
    glyphs = [info.codepoint for info in buffer.glyph_infos]
    return glyphs[::-1] if run.rtl else glyphs
