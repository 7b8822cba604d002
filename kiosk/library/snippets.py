"""A few words around what was found, as plain text.

Isolates stay whole and letters keep their marks, so that a snippet reads right in every script.
"""

import re
import unicodedata
from typing import Final

from kiosk.core.entries import Entry
from kiosk.core.texts import Text, texts_of
from kiosk.i18n.breaking import spaced_words
from kiosk.i18n.folding import fold
from kiosk.i18n.isolation import BREAK, isolated_parts, strip_invisible

MAX_CHARACTERS: Final = 120
_ELLIPSIS = "…"
_PIECE = re.compile(rf"[^\s{BREAK}]+[\s{BREAK}]*|[\s{BREAK}]+")
_BEFORE = 4
_JOINED = frozenset({"Mn", "Mc", "Me", "Cf"})


def title_of(entry: Entry) -> Text | None:
    """What an entry is called; None for kinds without a name."""
    for name in ("title", "name", "term", "text"):
        found = getattr(entry, name, None)
        if isinstance(found, Text):
            return found
    return None


def passages_of(entry: Entry) -> tuple[str, ...]:
    """Every text of an entry but its title, in the order of its fields."""
    title = title_of(entry)
    return tuple(text for text in texts_of(entry) if text and (not title or text != title.value))


def snippet(passages: tuple[str, ...], terms: tuple[str, ...]) -> str:
    """The passage that holds most of the folded terms, cut to at most 120 characters."""
    best: tuple[int, list[str], int] = (-1, [], 0)
    for passage in passages:
        # Folding a passage whole is quick and can only promise too much.
        folded = fold(strip_invisible(passage))
        if sum(term in folded for term in terms) <= best[0]:
            continue
        pieces = _pieces(passage)
        words = [spaced_words(fold(strip_invisible(piece))) for piece in pieces]
        found = [_first(words, term) for term in terms if term in folded]
        places = [place for place in found if place is not None]
        if len(places) > best[0]:
            best = (len(places), pieces, min(places, default=0))
        if len(places) == len(terms):
            break
    return _cut(best[1], best[2])


def _pieces(passage: str) -> list[str]:
    pieces: list[str] = []
    for part, whole in isolated_parts(" ".join(passage.split())):
        pieces += [part] if whole else _PIECE.findall(part)
    return pieces


def _first(words: list[tuple[str, ...]], term: str) -> int | None:
    """The first piece with a word that begins with a term; `words` are those of each piece."""
    return next((place for place, some in enumerate(words) if _begins(some, term)), None)


def _begins(words: tuple[str, ...], term: str) -> bool:
    return any(word.startswith(term) for word in words)


def _cut(pieces: list[str], hit: int) -> str:
    start = _start(pieces, hit)
    room = MAX_CHARACTERS - (len(_ELLIPSIS) if start else 0)
    taken: list[str] = []
    for place, piece in enumerate(pieces[start:], start):
        spare = len(_ELLIPSIS) if place + 1 < len(pieces) else 0
        if len(piece) + spare > room:
            if place <= hit:
                taken.append(_shortened(piece, room - len(_ELLIPSIS)))
            taken.append(_ELLIPSIS)
            break
        taken.append(piece)
        room -= len(piece)
    lead = _ELLIPSIS if start and taken else ""
    return (lead + "".join(taken)).strip(f" {BREAK}")


def _start(pieces: list[str], hit: int) -> int:
    """The beginning, where the hit can be shown from there; else a few words before the hit."""
    shown = sum(len(piece) for piece in pieces[: hit + 1])
    whole = shown + sum(len(piece) for piece in pieces[hit + 1 :])
    if whole <= MAX_CHARACTERS or shown <= MAX_CHARACTERS // 2:
        return 0
    return max(0, hit - _BEFORE)


def _shortened(piece: str, room: int) -> str:
    """The beginning of a piece too long to show, never parting a letter from its marks."""
    bare = strip_invisible(piece)
    end = min(room, len(bare))
    while 0 < end < len(bare) and unicodedata.category(bare[end]) in _JOINED:
        end -= 1
    return bare[: max(end, 0)]
