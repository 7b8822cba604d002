"""Break marks between words of scripts without spaces, and the words that search indexes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.languages import LANGUAGES, Language, LanguageTag
from kiosk.i18n.breaking import insert_breaks, words
from kiosk.i18n.isolation import LRI, PDI, isolate, strip_invisible

UNSPACED = [language for language in LANGUAGES.values() if language.script.needs_dictionary]
KM, TH, EN, AR, ZH = (LANGUAGES[LanguageTag(tag)] for tag in ("km", "th", "en", "ar", "zh-Hans"))

SENTENCES = {
    "km": "អ្នកអាចសុំជំនួយពីការិយាល័យនៅថ្ងៃនេះ។",
    "th": "คุณสามารถขอความช่วยเหลือจากสำนักงานได้",
    "lo": "ທ່ານສາມາດຂໍຄວາມຊ່ວຍເຫຼືອໄດ້",
    "my": "သင်သည်ရုံးမှအကူအညီတောင်းနိုင်သည်။",
}

TEXTS = st.text(
    alphabet="អ្នកអាចសុំជំនួយพความช่วยຄວາມသင်သည် abc 12 {}_+\u200b\u2066\u2069\u0301العربية។",
    max_size=50,
)


@pytest.mark.parametrize("tag", SENTENCES)
def test_a_line_may_break_between_words(tag: str) -> None:
    broken = insert_breaks(SENTENCES[tag], LANGUAGES[LanguageTag(tag)])
    pieces = broken.split("\u200b")
    assert len(pieces) >= 4
    assert max(map(len, pieces)) <= 15, "no piece is wider than a narrow column"
    assert "".join(pieces) == SENTENCES[tag]


def test_breaks_never_part_a_letter_from_its_marks() -> None:
    for tag, sentence in SENTENCES.items():
        for piece in insert_breaks(sentence, LANGUAGES[LanguageTag(tag)]).split("\u200b"):
            assert piece[0] not in "\u17d2\u17b6\u17b7\u17c6\u0e31\u0e34\u0e48\u0eb1\u103a\u102d"


def test_placeholders_and_isolates_stay_whole() -> None:
    text = f"អ្នកអាច{{apre_ban}}សុំជំនួយ {LRI}ការិយាល័យ{PDI}"
    broken = insert_breaks(text, KM)
    assert "{apre_ban}" in broken
    assert f"{LRI}ការិយាល័យ{PDI}" in broken
    assert "\u200b" in broken


def test_breaks_an_editor_has_set_are_left_alone() -> None:
    text = "អ្នកអាច\u200bសុំជំនួយ"
    assert insert_breaks(text, KM) == text


def test_scripts_with_spaces_are_left_alone() -> None:
    for text in ("You may go.", "يمكنك المغادرة", "Можете уехать"):
        assert insert_breaks(text, EN) == text


@given(TEXTS, st.sampled_from([*UNSPACED, EN, AR]))
def test_breaking_is_lossless_and_done_once(text: str, language: Language) -> None:
    clean = isolate(text, language)
    broken = insert_breaks(clean, language)
    assert strip_invisible(broken) == strip_invisible(clean)
    assert insert_breaks(broken, language) == broken
    assert isolate(broken, language) == broken


def test_words_are_the_same_with_and_without_break_marks() -> None:
    for tag, sentence in SENTENCES.items():
        language = LANGUAGES[LanguageTag(tag)]
        assert words(insert_breaks(sentence, language), language) == words(sentence, language)
        assert len(words(sentence, language)) >= 4


def test_words_leave_marks_values_and_isolates_out() -> None:
    assert words(f"Help, {{amount}} from {LRI}IOM{PDI}!", EN) == ("Help", "from", "IOM")
    assert words("L’aide d'urgence", EN) == ("L", "aide", "d", "urgence")
    assert words("返回原籍国", ZH)[0] == "返回"
    assert words("हिन्दी में वापसी", LANGUAGES[LanguageTag("hi")]) == ("हिन्दी", "में", "वापसी")
    assert words("", TH) == ()
