"""A to Z in every alphabet: the letter a person would look under, in the order she knows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.i18n.initials import by_initial, initial


@pytest.mark.parametrize(
    ("tag", "word", "letter"),
    [
        ("en", "asylum", "A"),
        ("fr", "Éloignement", "E"),
        ("es", "«Ñandú»", "N"),
        ("ar", "العودة القسرية", "ع"),
        ("ar", "إعادة الإدماج", "ا"),
        ("ar", "الم", "ا"),
        ("km", "ការ\u200bវិលត្រឡប់", "ក"),
        ("am", "ሰላም", "ሰ"),
        ("am", "ሥራ", "ሰ"),
        ("am", "ጥገኝነት", "ጠ"),
        ("ru", "ёлка", "Е"),
        ("en", "\u2066IOM\u2069", "I"),
        ("en", "–", ""),
    ],
)
def test_a_word_stands_under_the_letter_one_looks_under(tag: str, word: str, letter: str) -> None:
    assert initial(word, LANGUAGES[LanguageTag(tag)]) == letter


@pytest.mark.parametrize(
    ("tag", "words", "letters"),
    [
        ("en", ["zoo", "Apple", "ábaco", "Berry"], ["A", "B", "Z"]),
        ("ar", ["IOM", "يد", "باب", "هاتف", "اسم"], ["ا", "ب", "ه", "ي", "I"]),
        ("fa-AF", ["تب", "پناه", "باب"], ["ب", "پ", "ت"]),
        ("uk", ["я", "їжа", "ґанок", "дім", "гора"], ["Г", "Ґ", "Д", "І", "Я"]),
        ("km", ["UNHCR", "អ", "ច", "ក"], ["ក", "ច", "អ", "U"]),
    ],
)
def test_letters_stand_in_the_order_of_the_alphabet(
    tag: str, words: list[str], letters: list[str]
) -> None:
    assert list(by_initial(words, str, LANGUAGES[LanguageTag(tag)])) == letters


@given(st.lists(st.text(min_size=1, max_size=8)), st.sampled_from(["en", "ar", "km", "am"]))
def test_no_word_is_lost(words: list[str], tag: str) -> None:
    groups = by_initial(words, str, LANGUAGES[LanguageTag(tag)])
    assert sorted(word for group in groups.values() for word in group) == sorted(words)
    assert all(groups)
