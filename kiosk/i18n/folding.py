"""Folding: one spelling for everything a person may type for the same word.

Pure and shared by the compiler and the query, so that both sides always agree. It forgives case,
accents, harakat, Arabic and Persian letter variants, Ethiopic homophones and digits of any script.
It never removes the vowel signs of Indic and South-East Asian scripts: there they are the word.
"""

import unicodedata

from kiosk.core.ids import LanguageTag

_ARTICLE = "ال"
_LEAST_LETTERS = 3

_STRIPPED = (
    (0x0300, 0x036F),  # Latin, Greek, Cyrillic accents
    (0x0483, 0x0489),
    (0x0591, 0x05BD),  # Hebrew points
    (0x05BF, 0x05BF),
    (0x05C1, 0x05C2),
    (0x05C4, 0x05C5),
    (0x05C7, 0x05C7),
    (0x0610, 0x061A),  # Arabic harakat and Quranic marks
    (0x0640, 0x0640),  # tatweel
    (0x064B, 0x065F),
    (0x0670, 0x0670),
    (0x06D6, 0x06DC),
    (0x06DF, 0x06E4),
    (0x06E7, 0x06E8),
    (0x06EA, 0x06ED),
    (0x0898, 0x089F),
    (0x08CA, 0x08FF),
    (0x093C, 0x093C),  # nukta: often left out when typing
    (0x09BC, 0x09BC),
    (0x0A3C, 0x0A3C),
    (0x0ABC, 0x0ABC),
    (0x0B3C, 0x0B3C),
    (0x1AB0, 0x1AFF),
    (0x1DC0, 0x1DFF),
    (0x20D0, 0x20F0),
    (0xFE00, 0xFE0F),  # variation selectors
    (0xFE20, 0xFE2F),
)

_SAME = {
    # Latin letters whose decomposition Unicode does not give
    "đ": "d", "ð": "d", "ɗ": "d", "ɖ": "d", "ħ": "h", "ı": "i", "ł": "l", "ø": "o", "ɔ": "o",
    "ɛ": "e", "ǝ": "e", "ə": "e", "ɓ": "b", "ƙ": "k", "ƴ": "y", "ŋ": "n", "ɲ": "n", "ŧ": "t",
    "æ": "ae", "œ": "oe", "þ": "th",
    # one apostrophe
    "ʻ": "'", "ʼ": "'", "ʹ": "'", "ʾ": "'", "ʿ": "'", "‘": "'", "’": "'", "′": "'", "`": "'",
    # Arabic, Persian, Pashto, Urdu and Kurdish forms of one letter
    "ٱ": "ا", "ى": "ي", "ی": "ي", "ې": "ي", "ۍ": "ي", "ێ": "ي", "ے": "ي", "ک": "ك", "ڪ": "ك",
    "ة": "ه", "ہ": "ه", "ھ": "ه", "ە": "ه", "ۃ": "ه", "ں": "ن", "ۆ": "و", "ۇ": "و",
    "ڵ": "ل", "ڕ": "ر", "ګ": "گ", "ء": "",
    # Devanagari and Bengali signs for one nasal sound
    "ँ": "ं", "ঁ": "ং",
    # Hebrew final letters
    "ך": "כ", "ם": "מ", "ן": "נ", "ף": "פ", "ץ": "צ",
}  # fmt: skip

# Amharic writes one sound with several series of letters; a series is seven or eight vowels long.
_ETHIOPIC_SERIES = (
    (0x1210, 0x1200, 8),
    (0x1280, 0x1200, 8),
    (0x12B8, 0x1200, 7),
    (0x1220, 0x1230, 8),
    (0x12D0, 0x12A0, 7),
    (0x1340, 0x1338, 7),
)
_ETHIOPIC_SAME_VOWEL = {0x1203: 0x1200, 0x12A3: 0x12A0}


class _Folding(dict[int, str]):
    """What each character becomes; filled when a character is first met."""

    def __missing__(self, code: int) -> str:
        self[code] = folded = _fold_character(code)
        return folded


def _fold_character(code: int) -> str:
    char = chr(code)
    if any(first <= code <= last for first, last in _STRIPPED):
        return ""
    if char in _SAME:
        return _SAME[char]
    category = unicodedata.category(char)
    if category == "Cf":
        return ""
    if category == "Nd":
        return str(unicodedata.decimal(char))
    if 0x1200 <= code <= 0x1357:
        return chr(_fold_ethiopic(code))
    return char


def _fold_ethiopic(code: int) -> int:
    for first, target, length in _ETHIOPIC_SERIES:
        if first <= code < first + length:
            code += target - first
            break
    return _ETHIOPIC_SAME_VOWEL.get(code, code)


_FOLDING = _Folding()


def fold(text: str) -> str:
    """The spelling that search compares; folding twice changes nothing more."""
    if text.isascii():
        return text.replace("`", "'").lower()
    folded = _fold_once(text)
    while (again := _fold_once(folded)) != folded:
        folded = again
    return folded


def without_article(folded: str, tag: LanguageTag) -> str:
    """A folded word without the Arabic article, which dictionaries pass over and texts join to it.

    What is left has at least three letters: in shorter words the two may belong to the word.
    """
    bare = folded.removeprefix(_ARTICLE)
    return bare if _is_arabic(tag) and len(bare) >= _LEAST_LETTERS else folded


def _is_arabic(tag: LanguageTag) -> bool:
    return tag.partition("-")[0] == "ar"


def _fold_once(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return unicodedata.normalize("NFC", decomposed.translate(_FOLDING))
