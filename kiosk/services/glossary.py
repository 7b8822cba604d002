"""Words of the glossary in a text: what can be touched to have it explained.

Both sides are folded as in search. Offsets count folded characters without U+200B, whose places
are remembered: in scripts without spaces they say where words begin and end.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import accumulate

from kiosk.core.entries import Term
from kiosk.core.ids import LanguageTag
from kiosk.i18n.folding import fold, without_article
from kiosk.i18n.isolation import BREAK, strip_invisible
from kiosk.i18n.search_terms import listed

_LEAST_LETTERS = 3
_LEAST_UNSPACED = 2
_MARK = "\x1f"
"""Stands for U+200B while folding, which would drop it."""

_JOINED = {
    LanguageTag("ar"): tuple(
        fold(before + article)
        for before in ("", "و", "ف", "ب", "ك", "وب", "ول")
        for article in ("ال", "")
    )
    + tuple(map(fold, ("لل", "ل", "ولل", "فلل"))),
    LanguageTag("am"): ("", *map(fold, ("የ", "በ", "ለ", "ከ", "ስለ", "እና"))),
}
"""What may be written together with the front of a word, by language."""

_ENDINGS = {
    LanguageTag("en"): ("", "s", "es", "'s"),
    LanguageTag("es"): ("", "s", "es"),
    LanguageTag("fr"): ("", "s", "e", "es", "x"),
    LanguageTag("pt"): ("", "s", "es"),
}
"""What a plural may add to the last word, by language."""


@dataclass(frozen=True)
class _Folded:
    """A text to look in: folded, and the offsets at which a word may begin or end besides."""

    text: str
    breaks: frozenset[int]

    @classmethod
    def of(cls, text: str) -> "_Folded":
        marked = fold(text.replace(BREAK, _MARK))
        if _MARK not in marked:
            return cls(marked, frozenset())
        parts = marked.split(_MARK)
        return cls("".join(parts), frozenset(accumulate(map(len, parts))))

    def is_edge(self, offset: int) -> bool:
        """True where one word ends or the next begins."""
        if offset <= 0 or offset >= len(self.text) or offset in self.breaks:
            return True
        return not (_in_word(self.text[offset - 1]) and _in_word(self.text[offset]))


class TermFinder:
    """Finds the terms of one language; made once, asked for every page."""

    def __init__(self, terms: Iterable[Term], language: LanguageTag) -> None:
        """`terms` with all their synonyms; `language` decides what may be joined to a word."""
        keys: dict[str, Term] = {}
        for term in terms:
            for words in _words_for(term):
                folded = fold(strip_invisible(words)).strip()
                keys.setdefault(without_article(folded, language), term)
        usable = (key for key in keys if len(key) >= _least(key))
        self._terms: Mapping[str, Term] = keys
        self._keys = sorted(usable, key=len, reverse=True)
        self._before = _JOINED.get(language, ("",))
        self._after = _ENDINGS.get(language, ("",))

    def find(self, texts: Iterable[str]) -> tuple[Term, ...]:
        """The terms that occur, each once, in the order of the texts; the longest words win."""
        folded = _Folded.of("\n".join(texts))
        taken: list[tuple[int, int]] = []
        found: dict[str, tuple[int, Term]] = {}
        for key in self._keys:
            for start, end in self._places(folded, key):
                if any(start < last and first < end for first, last in taken):
                    continue
                taken.append((start, end))
                term = self._terms[key]
                first = found.get(term.id, (start, term))[0]
                found[term.id] = (min(first, start), term)
        ordered = sorted(found.values(), key=lambda one: one[0])
        return tuple(term for _start, term in ordered)

    def _places(self, folded: _Folded, key: str) -> Iterator[tuple[int, int]]:
        start = folded.text.find(key)
        while start >= 0:
            end = start + len(key)
            if self._begins(folded, start) and self._ends(folded, end):
                yield start, end
            start = folded.text.find(key, start + 1)

    def _begins(self, folded: _Folded, start: int) -> bool:
        return any(
            folded.text.startswith(joined, start - len(joined))
            and folded.is_edge(start - len(joined))
            for joined in self._before
            if len(joined) <= start
        )

    def _ends(self, folded: _Folded, end: int) -> bool:
        return any(
            folded.text.startswith(ending, end) and folded.is_edge(end + len(ending))
            for ending in self._after
        )


def _words_for(term: Term) -> Iterator[str]:
    """The word itself, what stands in brackets behind it, and the synonyms."""
    name, _, inside = term.term.value.partition("(")
    yield name
    yield inside.partition(")")[0]
    if term.synonyms:
        yield from listed(term.synonyms.value)


def _least(key: str) -> int:
    return _LEAST_LETTERS if key[:1].isascii() else _LEAST_UNSPACED


def _in_word(char: str) -> bool:
    # For Python the vowel signs of Khmer and others are no letters; they stand inside words.
    return char.isalnum() or not (char.isspace() or char.isascii() or _is_sign(char))


def _is_sign(char: str) -> bool:
    return char in "«»“”„‘’،؛؟…–—·។៕៖।、。\u00a0"
