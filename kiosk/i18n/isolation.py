"""Bidirectional isolation: numbers and Latin names inside right-to-left text keep their order.

Without isolates a phone number in Arabic text is painted with its groups reversed. What is wrapped
is decided here once, when content is compiled or a message is filled, never in a widget.
"""

import re
import unicodedata
from functools import cache

from kiosk.core.languages import Language

LRI, RLI, FSI, PDI = "\u2066", "\u2067", "\u2068", "\u2069"
BREAK = "\u200b"

_OPENERS = (LRI, RLI, FSI)
_INVISIBLE = dict.fromkeys(map(ord, (*_OPENERS, PDI, BREAK)))
_CONTROL = re.compile("[\u2066-\u2069]")
PLACEHOLDER = re.compile(r"\{[^{}\s]*\}")
_PHONE = re.compile(r"\+[0-9](?:[0-9 \u00a0().-]*[0-9])?")

# A text is read as a string of classes, one letter per character: L shown left-to-right (letters
# of such scripts and digits), R right-to-left, S space, P mark that ends a run before a space,
# H sign that may lead, B sign that may lead or follow, T sign that may follow, N other, X a wall.
_RUN = re.compile(
    r"(?:(?<![RLNP])[HB])?L(?:[LNPHBT]*[LT])?"
    r"(?:S(?:BS)?[HB]?L(?:[LNPHBT]*[LT])?)*[TB]*"
)
_SIGNS = {"P": ".,;:!?…،؛؟", "H": "#@-−", "B": "+/&$€£¥", "T": "%‰°"}
_CLASS_OF_SIGN = {sign: name for name, signs in _SIGNS.items() for sign in signs}
_BRACKETS = {"(": ")", "[": "]"}


def strip_invisible(text: str) -> str:
    """The text without isolates and break marks, as an editor wrote it."""
    return text.translate(_INVISIBLE)


def isolate(text: str, language: Language) -> str:
    """The text with what must keep its own order wrapped in U+2066 … U+2069.

    In right-to-left languages numbers, codes, addresses and words of other scripts are wrapped;
    in every language phone numbers are. What is wrapped already, and `{placeholders}`, stays as it
    is. Isolates that never open or never close are dropped.
    """
    find = _right_to_left_runs if language.is_rtl else _phones
    return "".join(
        part if part[0] in _OPENERS or PLACEHOLDER.fullmatch(part) else _wrap_in(part, find(part))
        for part in _parts(text)
    )


def enclose(value: str, language: Language) -> str:
    """A whole value as one isolate in right-to-left languages, in its own direction."""
    bare = strip_invisible(value)
    if not language.is_rtl or not bare:
        return value
    opener = RLI if any(_class_of(char) == "R" for char in bare) else LRI
    return f"{opener}{bare}{PDI}"


def enclose_ltr(value: str) -> str:
    """A value that runs left to right in every language, such as a phone number, as one isolate."""
    return f"{LRI}{strip_invisible(value)}{PDI}" if value else value


def isolated_parts(text: str) -> list[tuple[str, bool]]:
    """The text cut into parts, True for those that are whole isolates or `{placeholders}`."""
    return [
        (part, part[0] in _OPENERS or PLACEHOLDER.fullmatch(part) is not None)
        for part in _parts(text)
    ]


def _parts(text: str) -> list[str]:
    """Outermost isolates, placeholders, and the stretches between them; none is empty."""
    parts: list[str] = []
    rest = 0
    for start, end in _isolates(text):
        parts += _open_parts(text[rest:start])
        inner = text[start + 1 : end - 1]
        parts.append(f"{text[start]}{_balanced(inner)}{PDI}")
        rest = end
    return parts + _open_parts(text[rest:])


def _isolates(text: str) -> list[tuple[int, int]]:
    """Start and end of every outermost balanced isolate."""
    spans: list[tuple[int, int]] = []
    opened: list[int] = []
    for match in _CONTROL.finditer(text):
        if match[0] in _OPENERS:
            opened.append(match.start())
        elif opened:
            start = opened.pop()
            spans = [span for span in spans if span[0] < start]
            spans.append((start, match.end()))
    return spans


def _balanced(text: str) -> str:
    return "".join(_parts(text))


def _open_parts(text: str) -> list[str]:
    clean = _CONTROL.sub("", text)
    parts = re.split(rf"({PLACEHOLDER.pattern})", clean)
    return [part for part in parts if part]


def _wrap_in(text: str, spans: list[tuple[int, int]]) -> str:
    wrapped, rest = [], 0
    for start, end in spans:
        wrapped += [text[rest:start], LRI, text[start:end], PDI]
        rest = end
    return "".join((*wrapped, text[rest:]))


def _phones(text: str) -> list[tuple[int, int]]:
    if "+" not in text:
        return []
    return [match.span() for match in _PHONE.finditer(text)]


def _right_to_left_runs(text: str) -> list[tuple[int, int]]:
    classes = _classes(text)
    return [_with_brackets(text, *match.span()) for match in _RUN.finditer(classes)]


def _classes(text: str) -> str:
    classes = ""
    for char in text:
        kind = _class_of(char)
        if kind == "M":  # a mark belongs to the letter it stands on
            kind = classes[-1] if classes and classes[-1] in "LR" else "N"
        classes += kind
    return classes


@cache
def _class_of(char: str) -> str:
    if char in "\u200b\n\r\t\u2028\u2029{}":
        return "X"
    if char in _CLASS_OF_SIGN:
        return _CLASS_OF_SIGN[char]
    bidi = unicodedata.bidirectional(char)
    if bidi in ("R", "AL"):
        return "R"
    if bidi in ("L", "EN", "AN"):
        return "L"
    if bidi == "NSM":
        return "M"
    if bidi.startswith(("LR", "RL", "PD")) or bidi == "B":
        return "X"
    return "S" if char.isspace() else "N"


def _with_brackets(text: str, start: int, end: int) -> tuple[int, int]:
    """Take in the bracket that closes one opened inside the run."""
    for opening, closing in _BRACKETS.items():
        run = text[start:end]
        if text[end : end + 1] == closing and run.count(opening) > run.count(closing):
            end += 1
    return start, end
