"""Two hundred compiled packs in twelve languages, made up, the same every time.

Words of the shipped languages are those of the shipped packs, so that they are as often found, as
long and as much alike as real ones; other languages get the English ones in letters of their own
script. A fifth of the words, names of places say, stands in one pack only. Files go through the
product's own writer, so that tables and tokenizers are those of real packs.
"""

import json
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from hashlib import sha256
from itertools import accumulate
from pathlib import Path
from random import Random
from typing import Final

from kiosk.core.countries import COUNTRIES
from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import PackKind
from kiosk.core.languages import LANGUAGES
from kiosk.core.texts import TextState
from kiosk.packs import pack_database
from kiosk.packs.compiling import FORMAT, PackCompiler, Row, SearchRow
from kiosk.packs.pack_database import table_name, write_pack

PACKS: Final = 200
TAGS: Final = tuple(
    LanguageTag(tag)
    for tag in ("en", "fr", "es", "ar", "km", "fa-AF", "ps", "ti", "bn", "pt", "wo", "so")
)
_ENTRIES = 16
_COMMON_ENTRIES = 80
_WORDS = 45
_OWN_SHARE = 0.2
_ALPHABETS = {"Arab": 0x0627, "Ethi": 0x1200, "Beng": 0x0995}

Vocabulary = dict[LanguageTag, tuple[list[str], list[float]]]


def synthetic_packs(shipped: Path, folder: Path) -> Path:
    """The folder of the packs, made anew when the maker or the shipped words have changed."""
    maker = Path(__file__).read_bytes() + Path(pack_database.__file__).read_bytes()
    words = b"".join(path.read_bytes() for path in sorted(shipped.glob("*.pack")))
    wanted = sha256(maker + words).hexdigest()
    stamp = folder / "made-by"
    if stamp.is_file() and stamp.read_text() == wanted:
        return folder
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    vocabulary = _vocabulary(shipped)
    countries = sorted(COUNTRIES)
    for number in range(PACKS):
        pack = SyntheticPack(number, countries[number // 2], vocabulary)
        write_pack(folder / f"{pack.id}.pack", pack, "benchmark")
    stamp.write_text(wanted)
    return folder


class SyntheticPack(PackCompiler):
    """One made-up pack: the first is `common`, the others host and origin in turn."""

    def __init__(self, number: int, country: str, vocabulary: Vocabulary) -> None:
        """`vocabulary` holds words and their cumulated weights, by language."""
        kinds = (PackKind.ORIGIN, PackKind.HOST)
        self._kind = PackKind.COMMON if number == 0 else kinds[number % 2]
        self._country = "" if number == 0 else country
        self.id = "common" if number == 0 else f"{self._kind.value}-{country.lower()}"
        self.languages = tuple(LANGUAGES[tag] for tag in TAGS)
        self._entries = [
            f"{self.id}/page-{page}" for page in range(_ENTRIES if number else _COMMON_ENTRIES)
        ]
        self._words = {
            tag: {entry: _text(Random(f"{entry} {tag}"), words) for entry in self._entries}
            for tag, words in vocabulary.items()
        }

    def about(self, compiler: str) -> dict[str, str]:
        return {
            "format": FORMAT,
            "id": self.id,
            "kind": self._kind.value,
            "country": self._country,
            "version": "2026.11.1",
            "released": "2026-11-21",
            "source_language": "en",
            "languages": json.dumps(TAGS),
            "sha256": sha256(self.id.encode()).hexdigest(),
            "compiler": compiler,
        }

    def entries(self) -> Iterator[Row]:
        for position, entry in enumerate(self._entries):
            record = {
                "id": entry,
                "title": f"{entry}/title",
                "summary": f"{entry}/summary",
                "section": "choices",
                "checked": "2026-11-21",
                "sources": [],
                "blocks": [],
            }
            row = {"id": entry, "kind": "topic", "position": position}
            yield {**row, "record": json.dumps(record)}

    def texts(self) -> Iterator[Row]:
        for tag, pages in self._words.items():
            for entry, words in pages.items():
                title, body = " ".join(words[:4]), " ".join(words[4:])
                for field, text in (("title", title), ("summary", body)):
                    yield {
                        "context": f"{entry}/{field}",
                        "language": tag,
                        "state": TextState.SOURCE.value,
                        "value": text,
                        "body": None,
                    }

    def facts(self) -> Iterator[Row]:
        return iter(())

    def fact_values(self) -> Iterator[Row]:
        return iter(())

    def sources(self) -> Iterator[Row]:
        return iter(())

    def cases(self) -> Iterator[Row]:
        return iter(())

    def recordings(self) -> Iterator[Row]:
        return iter(())

    def search_rows(self, language: object) -> Iterator[SearchRow]:
        tag = getattr(language, "tag", TAGS[0])
        for entry, words in self._words[tag].items():
            yield SearchRow(entry, " ".join(words[:4]), " ".join(words[4:]), " ".join(words))


def _text(chance: Random, words: tuple[list[str], list[float]]) -> list[str]:
    drawn = chance.choices(words[0], cum_weights=words[1], k=_WORDS)
    return [_own(word, chance) if chance.random() < _OWN_SHARE else word for word in drawn]


def _own(word: str, chance: Random) -> str:
    """A word of this pack only: the letters of another in another order, twice over."""
    letters = list(word[:6] * 2)
    chance.shuffle(letters)
    return "".join(letters)


def _vocabulary(shipped: Path) -> Vocabulary:
    english = _shipped_words(shipped, TAGS[0])
    found: Vocabulary = {}
    for tag in TAGS:
        words = _shipped_words(shipped, tag) or [_in_script(word, tag) for word in english]
        # The n-th commonest word of a language is about 1/n as common as the first.
        found[tag] = words, list(accumulate(1 / place for place in range(1, len(words) + 1)))
    return found


def _shipped_words(shipped: Path, tag: LanguageTag) -> list[str]:
    """The folded words of the shipped packs, commonest first; none for other languages."""
    table = table_name("words", LANGUAGES[tag])
    counted: dict[str, int] = {}
    for path in sorted(shipped.glob("*.pack")):
        with closing(sqlite3.connect(path)) as pack:
            if pack.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone():
                for text in pack.execute(f"SELECT title || ' ' || body FROM {table}"):
                    for word in text[0].split():
                        counted[word] = counted.get(word, 0) + 1
    return sorted(counted, key=lambda word: (-counted[word], word))


def _in_script(word: str, tag: LanguageTag) -> str:
    """An English word in letters of the language's script; in Latin script, its letters turned."""
    first = _ALPHABETS.get(LANGUAGES[tag].script.code)
    if first is None:
        return word[::-1]
    return "".join(chr(first + ord(letter) % 26) for letter in word)
