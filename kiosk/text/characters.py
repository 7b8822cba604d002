"""What single characters mean to layout: which are drawn, which only steer, which hold together.

Isolates, marks of direction and break points steer the layout and are never shown or read
back; joiners and variation selectors belong to the spelling and stay with their neighbours.
Everything else that is neither drawn nor understood (controls, overrides) is dropped.
"""

import re
import unicodedata
from functools import lru_cache

ZERO_WIDTH_SPACE = "\u200b"
WORD_JOINER = "\u2060"
NO_BREAK_SPACE = "\u00a0"
OPEN_ISOLATES = frozenset("\u2066\u2067\u2068")
CLOSE_ISOLATE = "\u2069"
ISOLATES = OPEN_ISOLATES | {CLOSE_ISOLATE}

STEERING = ISOLATES | frozenset("\u200b\u200e\u200f\u061c\u2060\u034f")
JOINERS = frozenset("\u200c\u200d\u180b\u180c\u180d\u180f") | {
    chr(code) for code in range(0xFE00, 0xFE10)
}

# Format characters that are drawn: signs written before or around a number.
_DRAWN_FORMAT = frozenset(
    "\u0600\u0601\u0602\u0603\u0604\u0605\u06dd\u070f\u0890\u0891\u08e2\U000110bd\U000110cd"
)
_LINE_ENDS = re.compile("\r\n|[\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029]")
# Spaces a line may end at; Qt lets only U+0020 hang over the edge of the column.
_WIDE_SPACES = frozenset(
    "\t\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000"
)
_ISOLATED = re.compile("[\u2066\u2067\u2068]([^\u2066-\u2069]+)\u2069")
_BREAKING_SIGNS = frozenset("-\u2010\u2012\u2013\u2014/|,.:;!?%)")
_LONGEST_NUMBER = 40


@lru_cache(maxsize=4096)
def category(char: str) -> str:
    """Unicode general category of a character."""
    return unicodedata.category(char)


@lru_cache(maxsize=4096)
def is_letter(char: str) -> bool:
    """True for letters, the marks on them and joiners: what words are made of."""
    return category(char)[0] in "LM" or char in JOINERS


@lru_cache(maxsize=4096)
def attaches(char: str) -> bool:
    """True for what is drawn on or with the character before it."""
    return category(char)[0] == "M" or char in JOINERS


@lru_cache(maxsize=4096)
def _is_dropped(char: str) -> bool:
    kind = category(char)
    if kind in {"Cc", "Cs"}:
        return True
    return kind == "Cf" and char not in STEERING | JOINERS | _DRAWN_FORMAT


def is_far_rtl(char: str) -> bool:
    """True for right-to-left letters beyond the first plane, such as Adlam."""
    return char > "\uffff" and unicodedata.bidirectional(char) in {"R", "AL"}


def needs_glyph(char: str) -> bool:
    """True when a font must draw this character (or leave its room, for a space)."""
    return char not in STEERING and char not in JOINERS


def is_shown(char: str) -> bool:
    """True for a character that stands in the text a person reads or copies."""
    return char not in STEERING


def split_lines(text: str) -> list[str]:
    """The text cut at its forced line breaks; at least one piece."""
    return _LINE_ENDS.split(text)


def clean(char: str) -> str:
    """The character as the layout may see it: a plain space for wide ones, "" for controls."""
    if char in _WIDE_SPACES:
        return " "
    return "" if _is_dropped(char) else char


def number_ranges(text: str) -> list[tuple[int, int]]:
    """Where isolated numbers stand (start, end; without the isolates), not to be broken.

    A number is what holds a digit and no letter: phone numbers, dates, amounts. Longer than
    40 characters it is a text of its own and may break.
    """
    return [
        match.span(1)
        for match in _ISOLATED.finditer(text)
        if len(match[1]) <= _LONGEST_NUMBER and _is_number(match[1])
    ]


def _is_number(text: str) -> bool:
    kinds = {category(char) for char in text}
    return "Nd" in kinds and not any(kind[0] == "L" for kind in kinds)


def may_end_line(char: str) -> bool:
    """True for signs after which a line might be broken inside a number."""
    return char in _BREAKING_SIGNS
