import math
import threading
from collections import Counter
from pathlib import Path

import pytest
import qtawesome
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from kiosk.core.errors import MissingGlyphsError
from kiosk.core.languages import LANGUAGES
from kiosk.text import Align, FontKey, Layout, Paragraph, Span, TextEngine
from tests.text.conftest import LayOut, language
from tests.text.sentences import SENTENCES, ZWSP

PHONE = "+34 91 123-45-67"
ISOLATED_PHONE = f"\u2066{PHONE}\u2069"


def texts(layout: Layout) -> list[str]:
    return [line.text for line in layout.lines]


def cluster_texts(layout: Layout) -> list[str]:
    return [cluster.text for line in layout.lines for run in line.runs for cluster in run.clusters]


@pytest.mark.parametrize("tag", SENTENCES)
def test_every_character_is_on_the_page_once(tag: str, lay_out: LayOut) -> None:
    text = SENTENCES[tag]
    layout = lay_out(text, tag, width=90)
    written = Counter("".join(cluster_texts(layout)).replace(" ", ""))
    assert written == Counter(text.replace(ZWSP, "").replace(" ", ""))
    assert len(layout.lines) > 1


@pytest.mark.parametrize("tag", [tag for tag in SENTENCES if not language(tag).is_rtl])
def test_clusters_from_left_to_right_read_as_the_line(tag: str, lay_out: LayOut) -> None:
    for line in lay_out(SENTENCES[tag], tag, width=90).lines:
        clusters = [cluster.text for run in line.runs for cluster in run.clusters]
        assert "".join(clusters) == line.text


@pytest.mark.parametrize("tag", ["ar", "fa", "ps", "ur", "he"])
def test_clusters_from_right_to_left_read_as_the_line(tag: str, lay_out: LayOut) -> None:
    for line in lay_out(SENTENCES[tag], tag, width=90).lines:
        assert line.rtl
        clusters = [cluster.text for run in line.runs for cluster in run.clusters]
        assert "".join(reversed(clusters)) == line.text


def test_clusters_follow_the_spelling_not_the_glyphs(lay_out: LayOut) -> None:
    # The vowel sign of "hi" is drawn before its consonant, lam and alef are one glyph.
    assert cluster_texts(lay_out("हिन्दी", "hi")) == ["हि", "न्", "दी"]
    assert cluster_texts(lay_out("لا", "ar")) == ["لا"]
    assert cluster_texts(lay_out("ស្ត្រី", "km")) == ["ស្ត្រី"]


@pytest.mark.parametrize("tag", ["ar", "ur", "he"])
def test_a_phone_number_reads_from_left_to_right_in_any_direction(
    tag: str, lay_out: LayOut
) -> None:
    word = SENTENCES[tag].split()[0]
    (line,) = lay_out(f"{word} {ISOLATED_PHONE} {word}", tag, width=math.inf).lines
    drawn = [
        (cluster.glyphs[0].x, cluster.text)
        for run in line.runs
        for cluster in run.clusters
        if cluster.text in set(PHONE) and not run.rtl
    ]
    assert "".join(text for _, text in drawn) == PHONE
    assert drawn == sorted(drawn, key=lambda item: item[0])
    assert line.text == f"{word} {PHONE} {word}"


@pytest.mark.parametrize("tag", ["en", "ar", "ur", "km"])
@pytest.mark.parametrize("width", range(100, 260, 7))
def test_a_phone_number_is_never_broken(tag: str, width: int, lay_out: LayOut) -> None:
    words = " ".join(SENTENCES[tag].split()[:4])
    layout = lay_out(f"{words} {ISOLATED_PHONE} {words}", tag, width=width)
    assert sum(PHONE in line.text for line in layout.lines) == 1
    assert not layout.overflows


def test_a_number_wider_than_its_column_sticks_out_and_says_so(lay_out: LayOut) -> None:
    layout = lay_out(f"Tel. {ISOLATED_PHONE} call", width=30)
    assert texts(layout) == ["Tel.", PHONE, "call"]
    assert layout.overflows
    assert layout.natural_width > 30


def test_a_long_word_is_broken_rather_than_sticking_out(lay_out: LayOut) -> None:
    word = "Aufenthaltsbestimmungsrecht" * 3
    layout = lay_out(f"Das {word}.", "de", width=80)
    assert not layout.overflows
    assert "".join(texts(layout)) == f"Das{word}."


@pytest.mark.parametrize("tag", ["km", "th", "lo", "my"])
def test_text_without_spaces_stays_in_its_column(tag: str, lay_out: LayOut) -> None:
    marked = SENTENCES[tag]
    layout = lay_out(marked.replace(ZWSP, ""), tag, width=80)
    assert len(layout.lines) > 1
    assert not layout.overflows
    assert "".join(texts(layout)) == marked.replace(ZWSP, "")


def test_lines_end_only_at_break_points_of_the_text(lay_out: LayOut) -> None:
    for tag in ("km", "th", "lo", "my"):
        words = SENTENCES[tag].split(ZWSP)
        ends = {"".join(words[: count + 1]) for count in range(len(words))}
        so_far = ""
        for line in lay_out(SENTENCES[tag], tag, width=85).lines:
            so_far += line.text
            assert so_far in ends


def test_lines_neither_overlap_nor_are_clipped(engine: TextEngine) -> None:
    stacks = {
        "km": "កម្ពុជា ស្ត្រី ញ្ញឹ ",
        "bo": "བསྒྲུབས་ རྒྱུ་ ",
        "vi": "Ấ Ỗ Ặ ",
        "my": "ဂုဏ်ပြု ",
        "th": "ปู่ ที่ ญู ",
    }
    sentences = {tag: text + " " for tag, text in SENTENCES.items()} | stacks
    for tag, text in sentences.items():
        layout = engine.lay_out(Paragraph.plain(text * 8, language(tag), 10), 100)
        for line in layout.lines:
            for run in line.runs:
                for glyph in (glyph for cluster in run.clusters for glyph in cluster.glyphs):
                    above, below = engine._shelf.ink(run.font, glyph.id)
                    assert glyph.y - above * 10 >= line.top - 0.01, (tag, line.text)
                    assert glyph.y + below * 10 <= line.top + line.height + 0.01, (tag, line.text)


@pytest.mark.parametrize("bold", [False, True], ids=["regular", "bold"])
def test_lines_stand_evenly(bold: bool, engine: TextEngine) -> None:
    uneven = {}
    for tag, text in SENTENCES.items():
        paragraph = Paragraph.plain(f"{text} 123 OK (UN)", language(tag), 10, bold=bold)
        heights = {round(line.height, 3) for line in engine.lay_out(paragraph, 70).lines}
        if len(heights) > 1:
            uneven[tag] = heights
    assert uneven == {}


def test_leading_spreads_lines_but_never_squeezes_them(engine: TextEngine) -> None:
    def tops(leading: float) -> list[float]:
        paragraph = Paragraph((Span("one\ntwo"),), language("en"), 10, leading=leading)
        return [line.top for line in engine.lay_out(paragraph, 100).lines]

    assert tops(40) == [0, 40]
    assert tops(1) == tops(0)


def test_lines_stand_where_they_are_aligned(lay_out: LayOut) -> None:
    places = {}
    for tag in ("en", "he"):
        for align in Align:
            (line,) = lay_out("OK", tag, width=100, align=align).lines
            places[tag, align] = (line.x, 100 - line.x - line.width)
    assert places["en", Align.START][0] == 0
    assert places["he", Align.START][1] == pytest.approx(0)
    assert places["en", Align.END] == pytest.approx(places["he", Align.START])
    assert places["he", Align.END] == pytest.approx(places["en", Align.START])
    assert places["en", Align.CENTER][0] == pytest.approx(places["en", Align.CENTER][1])


def test_glyphs_stand_in_the_box_of_their_line(lay_out: LayOut) -> None:
    for tag in ("en", "he", "am"):
        for align in Align:
            for line in lay_out(SENTENCES[tag], tag, width=90, align=align).lines:
                xs = [g.x for run in line.runs for c in run.clusters for g in c.glyphs]
                assert min(xs) >= line.x - 1
                assert max(xs) <= line.x + line.width


def test_words_have_boxes_in_reading_order(lay_out: LayOut) -> None:
    (line,) = lay_out("You decide", width=200).lines
    assert [word.text for word in line.words] == ["You", "decide"]
    assert line.words[0].x == 0
    assert line.words[1].x + line.words[1].width == pytest.approx(line.width)
    (line,) = lay_out("لك الحق", "ar", width=200).lines
    assert [word.text for word in line.words] == ["لك", "الحق"]
    assert line.words[0].x > line.words[1].x
    assert line.words[0].x + line.words[0].width == pytest.approx(200, abs=0.5)


def test_bold_is_drawn_in_a_bold_font_where_there_is_one(engine: TextEngine) -> None:
    spans = (Span("Stay or "), Span("return", bold=True))
    layout = engine.lay_out(Paragraph(spans, language("en"), 10), 200)
    assert layout.fonts == {FontKey("Noto Sans", False), FontKey("Noto Sans", True)}
    urdu = engine.lay_out(Paragraph.plain("آپ", language("ur"), 10, bold=True), 200)
    assert urdu.fonts == {FontKey("Noto Nastaliq Urdu", True)}
    tamazight = engine.lay_out(Paragraph.plain("ⵜⴰ", language("zgh"), 10, bold=True), 200)
    assert tamazight.fonts == {FontKey("Noto Sans Tifinagh", False)}


def test_names_in_other_scripts_are_drawn_by_their_own_fonts(lay_out: LayOut) -> None:
    endonyms = " ".join(known.endonym for known in LANGUAGES.values() if known.tag != "zh-Hans")
    layout = lay_out(endonyms, "ar", width=400)
    assert Counter("".join(cluster_texts(layout)).replace(" ", "")) == Counter(
        endonyms.replace(" ", "")
    )


def test_breaks_controls_and_empty_text(lay_out: LayOut) -> None:
    assert texts(lay_out("one\ntwo\r\nthree\u2028\nfour")) == ["one", "two", "three", "", "four"]
    assert texts(lay_out("a\x00b\u202ec\ttab")) == ["abc tab"]
    empty = lay_out("")
    assert texts(empty) == [""]
    assert empty.height == lay_out("x").height
    assert lay_out("\u2066\u2069").natural_width == 0


def test_composed_and_decomposed_letters_look_the_same(lay_out: LayOut) -> None:
    composed, decomposed = lay_out("Việt é"), lay_out("Vie\u0323\u0302t e\u0301")
    assert composed.natural_width == decomposed.natural_width
    assert texts(decomposed) == ["Vie\u0323\u0302t e\u0301"]


def test_characters_beyond_the_first_plane_keep_their_place(lay_out: LayOut) -> None:
    assert cluster_texts(lay_out("a𝐀b 𞤀𞤁 c")) == ["a", "𝐀", "b", " ", "𞤁", "𞤀", " ", "c"]
    long = lay_out("𝐀𝐁𝐂 𝐃𝐄𝐅 𝐆𝐇𝐈 " * 4, width=60)
    assert " ".join(texts(long)) == ("𝐀𝐁𝐂 𝐃𝐄𝐅 𝐆𝐇𝐈 " * 4).strip()


def test_what_no_font_draws_is_refused(lay_out: LayOut, engine: TextEngine) -> None:
    with pytest.raises(MissingGlyphsError) as refused:
        lay_out("fine \ue000 and \U0001fae8")
    assert refused.value.characters == ("\ue000", "\U0001fae8")
    assert engine.missing("fine \ue000\n\u2066", language("en")) == ("\ue000",)


def test_languages_of_noto_core_can_be_shown(engine: TextEngine) -> None:
    unseen = {tag for tag, known in LANGUAGES.items() if not engine.can_show(known)}
    assert unseen <= {"zh-Hans"}


def test_one_layout_serves_screen_and_paper(lay_out: LayOut) -> None:
    for tag, text in SENTENCES.items():
        paper, screen = lay_out(text, tag, 90, 10), lay_out(text, tag, 360, 40)
        assert texts(paper) == texts(screen)
        assert screen.height == pytest.approx(4 * paper.height)


def test_capitals_are_as_high_in_every_language(engine: TextEngine) -> None:
    assert engine.cap_height(language("en"), 10) == pytest.approx(7.14)
    assert engine.cap_height(language("ur"), 10) == pytest.approx(7.14)


def test_layout_works_in_worker_threads(engine: TextEngine, lay_out: LayOut) -> None:
    results: dict[str, Layout] = {}

    def work(tag: str, text: str) -> None:
        fresh = Paragraph.plain(text, language(tag), 10.5)
        results[tag] = engine.lay_out(fresh, 95)

    threads = [threading.Thread(target=work, args=item) for item in SENTENCES.items()]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    engine.forget()
    for tag, text in SENTENCES.items():
        assert results[tag] == lay_out(text, tag, 95, 10.5)


@pytest.mark.parametrize("tag", ["ar", "ta", "hi", "ur", "he", "km"])
def test_signs_before_letters_of_another_script_keep_their_font(
    tag: str, engine: TextEngine
) -> None:
    # Qt files fonts per thread: a new thread meets each font for the first time.
    results: list[Layout] = []

    def work() -> None:
        texts = ("12 – ក", "(ക) 12", "+ ක", SENTENCES[tag].split()[0])
        paragraphs = (Paragraph.plain(text, language(tag), 11) for text in texts)
        results.extend(engine.lay_out(paragraph, 300) for paragraph in paragraphs)

    engine.forget()
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    fonts = [{key.family for key in layout.fonts} for layout in results]
    own = set(language(tag).families)
    foreign = [{"Noto Sans Khmer"}, {"Noto Sans Malayalam"}, {"Noto Sans Sinhala"}]
    for drawn, letters in zip(fonts, foreign, strict=False):
        assert letters <= drawn <= own | letters
    assert fonts[-1] <= own


def test_a_font_added_by_somebody_else_changes_nothing(engine: TextEngine, lay_out: LayOut) -> None:
    before = lay_out("12 ក", "ar")
    icons = next((Path(qtawesome.__file__).parent / "fonts").glob("*.ttf"))
    assert QFontDatabase.addApplicationFont(str(icons)) >= 0
    engine.forget()
    assert lay_out("12 ក", "ar") == before
    assert {key.family for key in before.fonts} == {"Noto Sans Arabic", "Noto Sans Khmer"}


def test_an_engine_without_qt_says_what_it_needs(
    qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("kiosk.text.fonts.QGuiApplication.instance", lambda: None)
    with pytest.raises(RuntimeError, match="QGuiApplication"):
        TextEngine()
