"""Folding: what people may type for one word becomes one spelling, and different words stay so."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.i18n.folding import fold
from kiosk.i18n.search_terms import search_terms, trigram_text


@pytest.mark.parametrize(
    ("written", "typed"),
    [
        ("ÉQUATEUR", "equateur"),
        ("Straße", "strasse"),
        ("İstanbul", "istanbul"),
        ("Đà Nẵng", "da nang"),
        ("Łódź", "lodz"),
        ("Oʻzbekcha", "o'zbekcha"),
        ("ɓoyi", "boyi"),
        ("Ёлка", "елка"),
        ("Ελλάδα", "ελλαδα"),
        ("مُسَاعَدَةٌ", "مساعده"),
        ("إلى", "الي"),
        ("أحمد آدم ٱلله", "احمد ادم الله"),
        ("کتاب", "كتاب"),
        ("می\u200cخواهم", "ميخواهم"),
        ("ـــسلامـــ", "سلام"),
        ("ہے", "هي"),
        ("١٢٣", "123"),
        ("۱۲۳", "123"),
        ("១២៣", "123"),
        ("१२३", "123"),
        ("ሠላም", "ሰላም"),
        ("ፀሐይ", "ጸሀይ"),
        ("ዓለም", "አለም"),
        ("שָׁלוֹם", "שלומ"),
        ("ការ\u200bវិល", "ការវិល"),
        ("\u206612\u2069", "12"),
        ("ﷲ", "الله"),
        ("Ｆｕｌｌ", "full"),
    ],
)
def test_spellings_of_one_word_are_one(written: str, typed: str) -> None:
    assert fold(written) == fold(typed)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("កា", "កិ"),
        ("कि", "की"),
        ("ตา", "ตี"),
        ("மு", "மூ"),
        ("ကာ", "ကိ"),
        ("سلام", "سلم"),
        ("ባለ", "በለ"),
        ("گل", "كل"),
    ],
)
def test_vowel_signs_and_letters_that_make_another_word_stay(one: str, other: str) -> None:
    assert fold(one) != fold(other)


@given(st.one_of(st.text(), st.text(alphabet="ẞßİıǅﬁ½ⅷ²ΐŉᾳ\u0345אֽؤئۀۂáéÅΩ٣ሐ")))
def test_folding_twice_changes_nothing_more(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_folded_text_has_no_invisible_characters_and_no_capitals(text: str) -> None:
    folded = fold(text)
    assert not set(folded) & set("\u200b\u200c\u200d\u2066\u2067\u2068\u2069\u0301\u064e\u0640")
    assert not [char for char in folded if "A" <= char <= "Z"]


@given(st.text(max_size=80), st.sampled_from(sorted(LANGUAGES)))
def test_terms_are_words_without_spaces_quotes_or_marks(text: str, tag: LanguageTag) -> None:
    for term in search_terms(text, LANGUAGES[tag]):
        assert term
        assert not set(term) & set(" \"'*(){}:;\u200b\u2066\0")
        assert term == fold(term)


def test_the_text_for_parts_of_words_is_one_line() -> None:
    assert trigram_text("L'ÉQUATEUR,\n\u200baide {amount}") == "l'equateur, aide"
