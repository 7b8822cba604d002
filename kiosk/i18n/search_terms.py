"""What search indexes and looks for: one pipeline for compiled packs and for queries.

Cut into words first, on the text as written, because dictionaries know real spelling; then fold.
"""

import re

from kiosk.core.languages import Language
from kiosk.i18n.breaking import spaced_words, words
from kiosk.i18n.folding import fold
from kiosk.i18n.isolation import PLACEHOLDER, strip_invisible

_COMMA = re.compile("[,;\u060c\u061b\u1363\u3001]")


def search_terms(text: str, language: Language) -> tuple[str, ...]:
    """The folded words of a text, in order."""
    return tuple(term for word in words(text, language) for term in spaced_words(fold(word)))


def trigram_text(text: str) -> str:
    """The folded text on one line, for finding parts of words."""
    return " ".join(fold(PLACEHOLDER.sub(" ", strip_invisible(text))).split())


def listed(text: str) -> tuple[str, ...]:
    """The parts of a list written as one text, with the commas and semicolons of any script."""
    return tuple(_COMMA.split(text))
