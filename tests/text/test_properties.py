import math
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.languages import LANGUAGES, Language
from kiosk.text import Layout, Paragraph, Span, TextEngine
from kiosk.text.characters import JOINERS, STEERING
from tests.text.sentences import SENTENCES, ZWSP

_WORDS = sorted({word for text in SENTENCES.values() for word in text.replace(ZWSP, " ").split()})
_LETTERS = sorted({char for text in SENTENCES.values() for char in text if not char.isspace()})
_SPOKEN = [known for tag, known in LANGUAGES.items() if tag != "zh-Hans"]
_NUMBERS = st.from_regex(r"\+?[0-9]{2,3}[ /-][0-9]{2,3}[ -][0-9]{2}", fullmatch=True)
_PIECES = st.one_of(
    st.sampled_from(_WORDS),
    st.text(st.sampled_from(_LETTERS), min_size=1, max_size=6),
    _NUMBERS.map(lambda number: f"\u2066{number}\u2069"),
    st.sampled_from(["\u2067", "\u2068", "\u2069", "\u200d", "\u200c", ZWSP, "\u00a0", "\u202f"]),
    st.sampled_from(["𝐀", "𞤀𞤁", "e\u0301", "(", ")", "–", "/", "12.50", "€", "„", "\ufe0f"]),
)
_SPANS = st.builds(Span, st.lists(_PIECES, max_size=9).map(" ".join), st.booleans())
_PARAGRAPHS = st.builds(
    Paragraph,
    st.lists(_SPANS, min_size=1, max_size=3).map(tuple),
    st.sampled_from(_SPOKEN),
    st.sampled_from([7.5, 10.0, 32.0]),
)


def _visible(text: str) -> Counter[str]:
    return Counter(char for char in text if not char.isspace() and char not in STEERING | JOINERS)


def _drawn(layout: Layout) -> str:
    return "".join(
        cluster.text for line in layout.lines for run in line.runs for cluster in run.clusters
    )


@given(_PARAGRAPHS, st.floats(9, 40))
def test_no_character_is_lost_or_invented(
    engine: TextEngine, paragraph: Paragraph, width: float
) -> None:
    layout = engine.lay_out(paragraph, width * paragraph.size)
    assert _visible(_drawn(layout)) == _visible(paragraph.text)
    assert _visible("".join(line.text for line in layout.lines)) == _visible(paragraph.text)
    assert _visible("".join(word.text for line in layout.lines for word in line.words)) == (
        _visible(paragraph.text)
    )


@given(_PARAGRAPHS, st.floats(9, 40))
def test_lines_stay_in_the_column(engine: TextEngine, paragraph: Paragraph, width: float) -> None:
    layout = engine.lay_out(paragraph, width * paragraph.size)
    assert not layout.overflows
    assert layout.natural_width <= layout.width + paragraph.size / 1000
    assert all(line.width <= layout.natural_width for line in layout.lines)
    bottoms = [line.top + line.height for line in layout.lines]
    assert [0, *bottoms] == [*(line.top for line in layout.lines), layout.height]


@given(_PARAGRAPHS, st.floats(9, 40))
def test_layout_is_the_same_every_time(
    engine: TextEngine, paragraph: Paragraph, width: float
) -> None:
    first = engine.lay_out(paragraph, width * paragraph.size)
    engine.forget()
    assert engine.lay_out(paragraph, width * paragraph.size) == first


@given(st.text(max_size=30), st.sampled_from(_SPOKEN))
def test_any_text_is_drawn_whole_or_refused(
    engine: TextEngine, text: str, language: Language
) -> None:
    drawable = text.translate(dict.fromkeys(map(ord, engine.missing(text, language))))
    layout = engine.lay_out(Paragraph.plain(drawable, language, 10), math.inf)
    assert not layout.overflows
