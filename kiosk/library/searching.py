"""Search: words in the language asked for, then other names of what was found, then in another
language, then parts of words, then slips, then each word alone.

Each step is only taken while the ones before found little. Every pack has its own index per
language; packs of other countries are not even asked.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest
from math import log

from kiosk.core.entries import Entry, EntryKind, Term
from kiosk.core.ids import CountryCode, EntryRef, PackId
from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.library.edition import Edition
from kiosk.library.hits import Hit
from kiosk.library.pack_file import PackFile
from kiosk.library.queries import Likeness, Query, other_names, query_of
from kiosk.library.reading import PackReader
from kiosk.library.snippets import passages_of, snippet, title_of
from kiosk.library.stubs import Stub

_ENOUGH = 5
_CANDIDATES = 60
_JUDGED = 60
_MOST_OTHERS = 150
_NEVER_FOUND = (EntryKind.QUESTION, EntryKind.NOTICE)
_RANK = "bm25({table}, 0.0, 10.0, 1.0)"

Keep = Callable[[Entry], bool]
Where = tuple[PackFile, LanguageTag]


@dataclass(frozen=True)
class _Find:
    """One row of an index; smaller is better. `rank` is bm25 or what is shared, negative both."""

    stub: Stub
    grade: float
    rank: float

    def key(self) -> tuple[float, float, str]:
        """Grade first: bm25 of different packs is hardly comparable."""
        return (self.grade, self.rank, self.stub.id)


class Index:
    """Every entry that counts, by the name it has in its pack."""

    def __init__(self, stubs: Iterable[Stub], readers: Mapping[PackId, PackReader]) -> None:
        """Whatever else a pack's index names is passed over."""
        self._stubs = {(stub.pack.info.id, stub.stored_id): stub for stub in stubs}
        self._packs = [reader.pack for reader in readers.values()]

    def packs_for(self, host: CountryCode | None, origin: CountryCode | None) -> list[PackFile]:
        """The packs that have something for the pair."""
        return [pack for pack in self._packs if pack.info.serves(host, origin)]

    def stub(self, pack: PackFile, stored_id: str) -> Stub | None:
        """The entry a row of a pack's index names."""
        stub = self._stubs.get((pack.info.id, EntryRef(stored_id)))
        return None if stub is None or stub.kind in _NEVER_FOUND else stub


class Search:
    """One query over the packs of one pair, for one edition."""

    def __init__(self, index: Index, edition: Edition, keep: Keep | None) -> None:
        """`keep` decides for each entry whether the person may see it."""
        self._index = index
        self._edition = edition
        self._keep = keep

    def find(
        self,
        untrusted_query: str,
        host: CountryCode | None,
        origin: CountryCode | None,
        limit: int,
    ) -> tuple[Hit, ...]:
        """The best hits, at most `limit`, those in the language asked for first."""
        query = query_of(untrusted_query, LANGUAGES[self._edition.language])
        hits: dict[EntryRef, Hit] = {}
        if query and limit > 0:
            packs = self._index.packs_for(host, origin)
            for enough, step in self._steps(query, packs, hits):
                if len(hits) >= min(enough, limit):
                    break
                for stub in step():
                    is_new = stub.id not in hits and stub.fits(host, origin)
                    hit = self._hit(stub, query) if is_new else None
                    if hit:
                        hits[hit.id] = hit
                    if len(hits) == limit:
                        break
        return tuple(sorted(hits.values(), key=lambda hit: hit.fallback))

    def _steps(
        self, query: Query, packs: list[PackFile], hits: Mapping[EntryRef, Hit]
    ) -> Iterator[tuple[int, Callable[[], Iterable[Stub]]]]:
        """Ways to look, each with the number of hits that makes it needless."""
        asked = self._edition.language
        own = [(pack, asked) for pack in packs]
        source = [(p, p.info.source_language) for p in packs if p.info.source_language != asked]
        seen = {*own, *source}
        others = [(p, tag) for p in packs for tag in p.info.languages if (p, tag) not in seen]
        yield _ENOUGH, lambda: self._words(query, own)
        yield _ENOUGH, lambda: self._renamed(query, own, tuple(hits))
        yield _ENOUGH, lambda: self._words(query, source)
        yield _ENOUGH, lambda: self._parts(query, own)
        yield 1, lambda: self._slips(query, own)
        yield 1, lambda: self._parts(query, source)
        yield 1, lambda: self._slips(query, source)
        if len(others) <= _MOST_OTHERS:
            yield 1, lambda: self._words(query, others)
        yield 1, lambda: self._alone(query, own)

    def _words(self, query: Query, where: Iterable[Where]) -> list[Stub]:
        finds = (
            self._find(pack, ref, query.title_grade(tuple(title.split())), rank)
            for pack, tag in where
            for ref, title, rank in pack.matches(
                f"words_{_table_name(tag)}", "title", query.words_expression, _CANDIDATES, _RANK
            )
        )
        return _best(finds)

    def _renamed(
        self, query: Query, where: Sequence[Where], found: Iterable[EntryRef]
    ) -> list[Stub]:
        """What other names of the query find: a synonym leads as far as the word explained."""
        language = LANGUAGES[self._edition.language]
        terms = [entry for ref in found if isinstance(entry := self._edition.find(ref), Term)]
        stubs: list[Stub] = []
        for term in terms:
            synonyms = term.synonyms.value if term.synonyms else ""
            for other in other_names(term.term.value, synonyms, query, language):
                stubs += self._words(other, where)
        return stubs

    def _alone(self, query: Query, where: Sequence[Where]) -> list[Stub]:
        """Each word for itself, the longest first, where all together are found nowhere."""
        return [
            stub
            for single in query.single
            for stub in self._words(single, where) or self._slips(single, where)
        ]

    def _parts(self, query: Query, where: Iterable[Where]) -> list[Stub]:
        if not query.parts_expression:
            return []
        finds = (
            self._find(pack, ref, query.place_grade(text), rank)
            for pack, tag in where
            for ref, text, rank in pack.matches(
                f"trigrams_{_table_name(tag)}", "text", query.parts_expression, _CANDIDATES
            )
        )
        return _best(finds)

    def _slips(self, query: Query, where: Sequence[Where]) -> list[Stub]:
        likeness = Likeness(query)
        finds = (
            self._find(pack, ref, likeness.grade(text), -share)
            for pack, table, row, share in self._likeliest(query.grams, where)
            for ref, text in pack.rows(
                f"SELECT entry, text FROM {table} WHERE rowid = ?",  # noqa: S608, our own name
                row,
            )
        )
        return _best(finds)

    def _likeliest(
        self, grams: Sequence[str], where: Sequence[Where]
    ) -> Iterator[tuple[PackFile, str, int, float]]:
        """The rows that share most with a query, all packs together: judging words is slow.

        What few texts hold says more than what many hold.
        """
        tables = [f"trigrams_{_table_name(tag)}" for _, tag in where]
        holders: dict[int, list[tuple[int, int]]] = {}
        for place, (pack, _) in enumerate(where):
            for gram, row in pack.rows_with(tables[place], grams):
                holders.setdefault(gram, []).append((place, row))
        most = max(map(len, holders.values()), default=0)
        shares: dict[tuple[int, int], float] = {}
        for holding in holders.values():
            weight = log(1 + most / len(holding))
            for held in holding:
                shares[held] = shares.get(held, 0.0) + weight
        for place, row in nlargest(_JUDGED, shares, key=shares.__getitem__):
            yield where[place][0], tables[place], row, shares[place, row]

    def _find(self, pack: PackFile, ref: str, grade: float | None, rank: float) -> _Find | None:
        stub = None if grade is None else self._index.stub(pack, ref)
        return None if stub is None or grade is None else _Find(stub, grade, rank)

    def _hit(self, stub: Stub, query: Query) -> Hit | None:
        entry = self._edition.find(stub.id)
        if entry is None or (self._keep and not self._keep(entry)):
            return None
        title = title_of(entry)
        if not title:
            return None
        return Hit(
            id=stub.id,
            kind=stub.kind,
            title=title.value,
            language=title.language,
            fallback=title.language != self._edition.language,
            snippet=snippet(passages_of(entry), query.terms),
        )


def _best(finds: Iterable[_Find | None]) -> list[Stub]:
    return [find.stub for find in sorted(filter(None, finds), key=_Find.key)]


def _table_name(tag: LanguageTag) -> str:
    return tag.replace("-", "_")
