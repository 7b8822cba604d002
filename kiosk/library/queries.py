"""Full-text queries: from what a person typed to expressions that FTS5 can never misread.

Only folded words get through, each in quotes, so that nothing typed is taken for an operator.
"""

from dataclasses import dataclass
from typing import Final

from kiosk.core.languages import Language
from kiosk.i18n.breaking import spaced_words
from kiosk.i18n.search_terms import listed, search_terms, trigram_text

MAX_CHARACTERS: Final = 200
MAX_TERMS: Final = 10
MAX_GRAMS: Final = 40
_GRAM = 3
_SEVERAL = 2
_ALIKE = 0.5


@dataclass(frozen=True)
class Query:
    """What is looked for: `terms` are folded words as dictionaries cut them, `parts` as typed."""

    terms: tuple[str, ...]
    parts: tuple[str, ...]

    def __bool__(self) -> bool:
        """False when there is nothing to look for."""
        return bool(self.terms)

    @property
    def words_expression(self) -> str:
        """Every word, the last one as the beginning of a word."""
        quoted = [f'"{term}"' for term in self.terms]
        return " ".join([*quoted[:-1], f"{quoted[-1]} *"])

    @property
    def parts_expression(self) -> str:
        """Every part of three characters or more anywhere inside words; empty without any."""
        return " ".join(f'"{part}"' for part in self.parts if len(part) >= _GRAM)

    @property
    def grams(self) -> tuple[str, ...]:
        """Any three neighbouring characters of the query, for words typed wrongly."""
        grams = dict.fromkeys(g for part in self.parts for g in _grams(part))
        return tuple(grams)[:MAX_GRAMS]

    def title_grade(self, title: tuple[str, ...]) -> int:
        """How well the folded words of a title fit: 0 the title itself, 3 not at all."""
        if title == self.terms:
            return 0
        if set(self.terms) <= set(title):
            return 1
        begun = all(any(word.startswith(term) for word in title) for term in self.terms)
        return 2 if begun else 3

    def place_grade(self, folded_text: str) -> int:
        """How far from the start the parts stand, in characters: titles come first."""
        return sum(folded_text.find(part) for part in self.parts)

    @property
    def single(self) -> tuple["Query", ...]:
        """Each word alone, where there are several."""
        if len(self.terms) < _SEVERAL:
            return ()
        longest = sorted(self.terms, key=len, reverse=True)
        return tuple(Query((term,), (term,)) for term in longest if len(term) >= _GRAM)


class Likeness:
    """How far texts resemble a query that was typed wrongly; remembers the words it has judged."""

    def __init__(self, query: Query) -> None:
        """`query` has parts."""
        self._parts = [(part, _pairs(part)) for part in query.parts]
        self._known: dict[str, tuple[float, ...]] = {}

    def grade(self, folded_text: str) -> float | None:
        """0 for the same words at the start, growing with each difference; None for too many."""
        words = folded_text.split()
        judged = [self._judge(word) for word in words]
        total = 0.0
        for number in range(len(self._parts)):
            best = max(range(len(words)), key=lambda at: judged[at][number], default=0)
            if not words or judged[best][number] < _ALIKE:
                return None
            # Where the word stands decides between equals: titles come first.
            total += 1 - judged[best][number] + best / 10_000
        return total

    def _judge(self, word: str) -> tuple[float, ...]:
        known = self._known.get(word)
        if known is None:
            pairs = _pairs(word)
            known = tuple(_dice(part, mine, word, pairs) for part, mine in self._parts)
            self._known[word] = known
        return known


def query_of(untrusted_text: str, language: Language) -> Query:
    """The query a text stands for; anything may be typed, nothing raises."""
    text = untrusted_text[:MAX_CHARACTERS]
    terms = search_terms(text, language)[:MAX_TERMS]
    return Query(terms, spaced_words(trigram_text(text))[:MAX_TERMS])


def other_names(term: str, synonyms: str, query: Query, language: Language) -> tuple[Query, ...]:
    """What else a word of the glossary is called, where the query is one of its names; else none.

    `synonyms` is a list in one text, see `listed`.
    """
    names = (term, *listed(synonyms))
    known = [one for one in (query_of(name, language) for name in names) if one]
    if not any(one.terms[: len(query.terms)] == query.terms for one in known):
        return ()
    return tuple(one for one in known if one.terms != query.terms)


def _grams(word: str) -> tuple[str, ...]:
    return tuple(word[at : at + _GRAM] for at in range(len(word) - _GRAM + 1))


def _dice(part: str, mine: frozenset[str], word: str, theirs: frozenset[str]) -> float:
    """Dice coefficient over pairs of neighbouring characters, from 0 to 1."""
    if part == word:
        return 1.0
    if abs(len(part) - len(word)) > 2 + len(part) // 3:
        return 0.0
    return 2 * len(mine & theirs) / (len(mine) + len(theirs))


def _pairs(word: str) -> frozenset[str]:
    whole = f"^{word}$"
    return frozenset(whole[at : at + 2] for at in range(len(whole) - 1))
