"""Under which letter a word stands in a list from A to Z, in the alphabet of its language.

Letters are those that search compares, so that accents and hamza part nothing that people look for
together. The Arabic article is passed over, as in dictionaries; Ethiopic words stand under their
first consonant, whatever its vowel.
"""

from collections.abc import Callable, Iterable
from typing import TypeVar

from kiosk.core.languages import Language
from kiosk.i18n.folding import fold, without_article
from kiosk.i18n.isolation import strip_invisible

_ETHIOPIC = range(0x1200, 0x1358)
_PERSIAN = "ابپتٹثجچحخدڈذرڑزژسشصضطظعغفقكگلمنوهي"
_ALPHABETS = {
    "ar": "ابتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "fa": _PERSIAN,
    "ur": _PERSIAN,
    "ps": _PERSIAN,
    "uk": "абвгґдеєжзиіклмнопрстуфхцчшщьюя",
}
"""Alphabets whose order is not that of the code points, as `fold` spells them."""

Item = TypeVar("Item")


def initial(word: str, language: Language) -> str:
    """The letter a word stands under, as it is shown; empty for a word without letters."""
    bare = fold(strip_invisible(word))
    letters = bare[next((at for at, char in enumerate(bare) if char.isalnum()), len(bare)) :]
    letters = without_article(letters, language.tag)
    if not letters:
        return ""
    code = ord(letters[0])
    return chr(code - code % 8) if code in _ETHIOPIC else letters[0].upper()


def by_initial(
    items: Iterable[Item], name: Callable[[Item], str], language: Language
) -> dict[str, tuple[Item, ...]]:
    """The items under their letters, both in the order of the alphabet; none is left out.

    Latin letters come last in languages that have others.
    """
    alphabet = _ALPHABETS.get(_main(language), "")

    def place(letter: str) -> tuple[bool, int, str]:
        at = alphabet.find(letter.lower())
        is_foreign = letter.isascii() and not language.endonym[0].isascii()
        return (is_foreign, at if at >= 0 else len(alphabet), letter)

    named = sorted(items, key=lambda item: (fold(strip_invisible(name(item))), name(item)))
    found: dict[str, list[Item]] = {}
    for item in named:
        found.setdefault(initial(name(item), language) or "#", []).append(item)
    return {letter: tuple(found[letter]) for letter in sorted(found, key=place)}


def _main(language: Language) -> str:
    return language.tag.partition("-")[0]
