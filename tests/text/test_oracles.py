import math

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.text import Line, Paragraph, TextEngine
from kiosk.text.fonts import FontShelf
from tests.text.conftest import LayOut, language
from tests.text.oracles import Typst, harfbuzz_glyphs, logical, words_of
from tests.text.sentences import SENTENCES, ZWSP

TAGS = tuple(SENTENCES)


@pytest.fixture(scope="module")
def oracle(tmp_path_factory: pytest.TempPathFactory) -> Typst:
    return Typst(tmp_path_factory.mktemp("typst"))


@pytest.fixture(scope="module")
def shelf(qapp: QApplication) -> FontShelf:
    return FontShelf()


def test_lines_are_as_wide_as_typst_sets_them(engine: TextEngine, oracle: Typst) -> None:
    expected = oracle.widths(list(SENTENCES.items()))
    ours = [
        engine.lay_out(Paragraph.plain(text, language(tag), 1), math.inf).natural_width
        for tag, text in SENTENCES.items()
    ]
    apart = {
        tag: (mine, theirs)
        for tag, mine, theirs in zip(TAGS, ours, expected, strict=True)
        if abs(mine - theirs) > 0.002 * theirs
    }
    assert apart == {}


@pytest.mark.parametrize("width", [9, 14.5])
@pytest.mark.parametrize("tag", TAGS)
def test_lines_break_where_typst_breaks_them(
    tag: str, width: float, lay_out: LayOut, oracle: Typst
) -> None:
    text = SENTENCES[tag].replace(ZWSP, "")
    layout = lay_out(text, tag, width=width, size=1)
    ours = [number for number, line in enumerate(layout.lines, 1) for _ in line.words]
    assert ours == oracle.line_numbers(tag, width, words_of(text, tag))


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
@pytest.mark.parametrize("tag", TAGS)
def test_glyphs_stand_where_harfbuzz_puts_them(
    tag: str, bold: bool, engine: TextEngine, shelf: FontShelf
) -> None:
    paragraph = Paragraph.plain(SENTENCES[tag], language(tag), 1, bold=bold)
    (line,) = engine.lay_out(paragraph, math.inf).lines
    for ours, theirs in _glyphs_side_by_side(line, shelf):
        assert [glyph for glyph, _, _ in ours] == [glyph for glyph, _, _ in theirs]
        shift = min(x for _, x, _ in ours) - min(x for _, x, _ in theirs)
        for (_, x, y), (_, their_x, their_y) in zip(ours, theirs, strict=True):
            assert x - shift == pytest.approx(their_x, abs=0.01)
            assert y == pytest.approx(their_y, abs=0.01)


_Glyphs = list[tuple[int, float, float]]


def _glyphs_side_by_side(line: Line, shelf: FontShelf) -> list[tuple[_Glyphs, _Glyphs]]:
    return [
        (
            [
                (glyph.id, glyph.x, glyph.y - line.baseline)
                for cluster in logical(run)
                for glyph in cluster.glyphs
            ],
            harfbuzz_glyphs(shelf, run),
        )
        for run in line.runs
    ]
