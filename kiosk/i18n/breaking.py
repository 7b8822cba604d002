"""Words in scripts that write without spaces: where lines may break, and what search indexes.

ICU's dictionaries know Khmer, Lao, Thai, Burmese and Chinese. Lines break at U+200B, which is put
in when content is compiled; Qt and printers need nothing else.
"""

import re
import unicodedata
from functools import cache

from kiosk.core.languages import Language
from kiosk.i18n.isolation import BREAK, PLACEHOLDER, isolated_parts, strip_invisible

_BLOCKS = (
    ("th", "\u0e01-\u0e7f"),
    ("lo", "\u0e81-\u0eff"),
    ("my", "\u1000-\u109f\ua9e0-\ua9fe\uaa60-\uaa7f"),
    ("km", "\u1780-\u17ff"),
)
_UNSPACED = re.compile("|".join(f"(?P<{name}>[{block}\u200b]+)" for name, block in _BLOCKS))
_CJK = re.compile("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff]")


def insert_breaks(text: str, language: Language) -> str:
    """The text with U+200B between the words of unspaced scripts, whatever its language.

    Isolates and `{placeholders}` stay whole. A stretch that brings U+200B already is left alone:
    whoever set it knew better. `language` decides only for text in its own script.
    """
    if text.isascii() or not _UNSPACED.search(text):
        return text
    return "".join(
        part if whole else _UNSPACED.sub(lambda match: _with_breaks(match, language), part)
        for part, whole in isolated_parts(text)
    )


def words(text: str, language: Language) -> tuple[str, ...]:
    """The words of a text in order, as search indexes them: no spaces, marks or break marks.

    The same for a text with and without U+200B, so that a query typed without spaces is cut like
    the text it looks for.
    """
    plain = PLACEHOLDER.sub(" ", strip_invisible(text))
    if not _UNSPACED.search(plain) and not _CJK.search(plain):
        return spaced_words(plain)
    from icu4py.breakers import WordBreaker

    pieces = WordBreaker(plain, language.locale)
    return tuple(word for piece in pieces for word in spaced_words(piece))


def spaced_words(text: str) -> tuple[str, ...]:
    """The stretches of letters, marks and digits: what SQLite's word index calls words."""
    return tuple("".join(char if _in_word(char) else " " for char in text).split())


def _with_breaks(match: re.Match[str], language: Language) -> str:
    stretch = match[0]
    core = stretch.strip(BREAK)
    if not core or BREAK in core or match.lastgroup is None:
        return stretch
    from icu4py.breakers import LineBreaker

    lead, _, tail = stretch.partition(core)
    locale = language.locale if language.script.needs_dictionary else match.lastgroup
    return f"{lead}{BREAK.join(LineBreaker(core, locale))}{tail}"


@cache
def _in_word(char: str) -> bool:
    # Joiners inside a word are kept; folding takes them out without parting the word.
    category = unicodedata.category(char)
    return category[0] in "LMN" or category in ("Co", "Cf")
