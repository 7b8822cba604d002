"""Search with the shipped packs, and with two hundred synthetic ones.

Words as they are written, begun, two together, typed wrongly, in another language, and such as no
text has; for one pair of countries and for none. The kiosk is open all day: the first search of a
language, which opens its indexes, is done before; the note says what it takes.
"""

from itertools import product
from pathlib import Path
from typing import Final

from kiosk.app import PACKS, ROOT
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.library import Library
from tests.benchmarks.figures import Figure, Stopwatch, Taken, figure_of_many
from tests.benchmarks.synthetic import synthetic_packs

QUERIES: Final = {
    "en": (
        *("lawyer", "passport", "return", "voluntary return", "asylum procedure", "chil", "help"),
        *("lwayer", "passprot", "documnets", "reintergation", "return lawyer money", "zzqqxyz"),
    ),
    "es": (
        *("abogado", "pasaporte", "retorno voluntario", "ayuda", "dinero", "trab", "asilo"),
        *("abogdao", "pasaprote", "retrono", "lawyer", "qqzzwx"),
    ),
    "fr": (
        *("avocat", "passeport", "retour volontaire", "aide", "argent", "trav", "asile"),
        *("avcoat", "passport", "retuor", "passeprot perdu", "qqzzwx"),
    ),
    "ar": (
        *("محام", "جواز السفر", "العودة", "العودة الطوعية", "مساعدة", "مال", "لجوء"),
        *("مسعادة", "جواز السفرر", "العدوة", "lawyer", "ظظظضض"),
    ),
    "km": (
        *("មេធាវី", "លិខិតឆ្លងដែន", "ជំនួយ", "ប្រាក់", "ការវិលត្រឡប់", "សិទ្ធិ"),
        *("មេធាវ", "លិខិតឆ្លងដេន", "ជំនួយប្រាក់", "lawyer", "ឡឡឡឡឡ"),
    ),
}
_SHIPPED_BUDGET_MS, _MANY_BUDGET_MS = 20.0, 50.0
_ROUNDS = 2
_NO_PAIR = (None, None)

Pair = tuple[CountryCode | None, CountryCode | None]


def search_figures() -> list[Figure]:
    """Three figures, in milliseconds."""
    many = synthetic_packs(PACKS, ROOT / "build" / "bench" / "packs")
    shipped_pairs = ((CountryCode("ES"), CountryCode("EC")), _NO_PAIR)
    some_pair = (CountryCode("AE"), CountryCode("AL"))
    return [
        _figure("search, shipped packs, p95", PACKS, shipped_pairs, _SHIPPED_BUDGET_MS),
        _figure("search, 200 packs, one pair, p95", many, (some_pair,), _MANY_BUDGET_MS),
        _figure("search, 200 packs, no pair, p95", many, (_NO_PAIR,), _MANY_BUDGET_MS),
    ]


def _figure(name: str, folder: Path, pairs: tuple[Pair, ...], budget: float) -> Figure:
    library = Library.open(folder)
    _search(library, "a", "en", _NO_PAIR)
    first = max(_search(library, queries[0], tag, pairs[0]) for tag, queries in QUERIES.items())
    taken = [
        _search(library, query, tag, pair)
        for _ in range(_ROUNDS)
        for pair, (tag, queries) in product(pairs, QUERIES.items())
        for query in queries
    ]
    packs = len(library.packs)
    library.close()
    note = f", {packs} packs, first of a language {first.clock:.0f} ms"
    return figure_of_many(name, taken, budget, note)


def _search(library: Library, query: str, tag: str, pair: Pair) -> Taken:
    stopwatch = Stopwatch()
    library.search(query, LanguageTag(tag), host=pair[0], origin=pair[1])
    return stopwatch.taken(repr(query))
