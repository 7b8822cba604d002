import pytest
import uharfbuzz

from kiosk.text import FontKey, TextEngine
from tests.text.conftest import LayOut
from tests.text.sentences import SENTENCES

LATIN = FontKey("Noto Sans", False)


def glyph_ids(lay_out: LayOut, tag: str) -> dict[FontKey, set[int]]:
    used: dict[FontKey, set[int]] = {}
    for line in lay_out(SENTENCES[tag], tag).lines:
        for run in line.runs:
            for cluster in run.clusters:
                used.setdefault(run.font, set()).update(glyph.id for glyph in cluster.glyphs)
    return used


def test_measures_are_those_of_the_font(engine: TextEngine) -> None:
    metrics = engine.metrics(LATIN)
    assert (metrics.units_per_em, metrics.ascent, metrics.descent) == (1000, 1069, -293)
    assert metrics.cap_height == 714
    assert not metrics.is_cff
    assert metrics.italic_angle == 0
    assert metrics.bbox[0] < 0 < metrics.bbox[2]


def test_advances_make_up_the_width_of_unkerned_text(engine: TextEngine, lay_out: LayOut) -> None:
    layout = lay_out("0123456789", size=1)
    advances = engine.metrics(LATIN).advances
    ids = [g.id for run in layout.lines[0].runs for c in run.clusters for g in c.glyphs]
    width = sum(advances[glyph] for glyph in ids) / 1000
    assert layout.natural_width == pytest.approx(width, abs=0.002)


def test_a_subset_draws_its_glyphs_under_their_own_numbers(
    engine: TextEngine, lay_out: LayOut
) -> None:
    for tag in SENTENCES:
        for key, ids in glyph_ids(lay_out, tag).items():
            subset = engine.subset(key, ids)
            whole = sum(map(len, engine.font_tables(key).values()))
            assert len(subset) < whole
            face = uharfbuzz.Face(subset)
            font = uharfbuzz.Font(face)
            advances = engine.metrics(key).advances
            for glyph in ids:
                assert font.get_glyph_h_advance(glyph) == advances[glyph]
                assert _outline(font, glyph) == _outline(_font_of(engine, key), glyph)


def _outline(font: uharfbuzz.Font, glyph: int) -> object:
    return font.get_glyph_extents(glyph)


def _font_of(engine: TextEngine, key: FontKey) -> uharfbuzz.Font:
    tables = engine.font_tables(key)
    face = uharfbuzz.Face.create_for_tables(lambda _face, tag, _data: tables.get(tag, b""), None)
    return uharfbuzz.Font(face)


def test_the_same_glyphs_give_the_same_bytes(engine: TextEngine) -> None:
    assert engine.subset(LATIN, {36, 37, 91}) == engine.subset(LATIN, {91, 36, 37})
