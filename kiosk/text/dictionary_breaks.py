"""Break points for scripts that write without spaces: Khmer, Thai, Lao, Burmese.

Packs bring U+200B between words already. This is for text that does not (an opening hour, a
name typed by an editor), so that it never runs out of its column: Qt has no dictionary for
these scripts of its own. It breaks Burmese at syllables and, where libthai is installed, Thai by
that, so words are named here too, to be kept whole on every machine alike. ICU is imported on
first need, most screens never need it.
"""

import re

_UNSPACED = re.compile("[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\ua9e0-\ua9ff\uaa60-\uaa7f]{2,}")
# In text with break points a stretch this long has been forgotten.
_LONGEST_WORD = 30
_LOCALES = ((0x0E00, 0x0E7F, "th"), (0x0E80, 0x0EFF, "lo"), (0x1780, 0x17FF, "km"))


def break_points(text: str) -> frozenset[int]:
    """Indices of `text` before which a line may break inside unspaced scripts.

    Text that brings its own U+200B is left alone: whoever compiled it knew better.
    """
    if text.isascii():
        return frozenset()
    shortest = _LONGEST_WORD if "\u200b" in text else 2
    points: set[int] = set()
    for start, end in unspaced_words(text):
        if end - start >= shortest:
            points.update(start + point for point in _points_of(text[start:end]))
    return frozenset(points)


def unspaced_words(text: str) -> list[tuple[int, int]]:
    """Where stretches of unspaced scripts stand: words, once break points are in the text."""
    return [] if text.isascii() else [match.span() for match in _UNSPACED.finditer(text)]


def _points_of(stretch: str) -> list[int]:
    from icu4py.breakers import LineBreaker

    segments = LineBreaker(stretch, _locale_of(stretch[0])).segments()
    return [start for start, _ in segments if start > 0]


def _locale_of(char: str) -> str:
    code = ord(char)
    return next((name for low, high, name in _LOCALES if low <= code <= high), "my")
