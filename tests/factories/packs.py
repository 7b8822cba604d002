"""Small worlds of packs for tests: source folders as an editor writes them, built for real.

A world begins with the pack `common`, which says every question and every notice. Tests add packs
as TOML, translate by context, and open the library that `packs build` makes of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import NoticePlace, PackKind
from kiosk.core.questions import QUESTIONS
from kiosk.library import Library
from kiosk.packs import build, fill_translations, untranslated
from kiosk.packs.review import review_hash

RELEASED = date(2026, 11, 21)
LANGUAGES = ("en", "fr", "ar", "km")

FOOT = 'sources = ["page"]\nchecked = 2026-11-21\n'
"""What every entry ends with: its source, and the day it was checked."""

SOURCES = """
[[source]]
id = "page"
title = "A page"
publisher = "An office"
url = "https://office.example/page"
published = "2026-10-01"
checked = 2026-11-21
confidence = "official"

[[source]]
id = "old-page"
title = "An old page"
publisher = "An office"
published = "2021"
checked = 2026-11-21
confidence = "official"

[[source]]
id = "undated-page"
title = "A page without a date"
publisher = "An office"
published = "undated"
checked = 2026-11-21
confidence = "secondary"
"""


@dataclass(frozen=True)
class World:
    """Packs in a folder of their own."""

    folder: Path

    def add_common(
        self, files: Mapping[str, str] | None = None, languages: Iterable[str] = LANGUAGES
    ) -> None:
        """The pack `common` with all questions and notices, and more files."""
        fixed = {"questions.toml": _questions(), "notices.toml": _notices()}
        self.add("common", PackKind.COMMON, files={**fixed, **(files or {})}, languages=languages)

    def add(
        self,
        pack: str,
        kind: PackKind,
        country: str = "",
        *,
        files: Mapping[str, str] | None = None,
        languages: Iterable[str] = LANGUAGES,
        more: str = "",
    ) -> None:
        """A pack; `files` by path inside it, `more` goes to the end of `pack.toml`."""
        folder = self.sources / pack
        manifest = [
            f'id = "{pack}"',
            f'kind = "{kind.value}"',
            *([f'country = "{country}"'] if country else []),
            f'title = "The pack {pack}"',
            'version = "2026.11.1"',
            f"released = {RELEASED}",
            'owner = "An office"',
            'source_language = "en"',
            f"languages = [{', '.join(repr(tag) for tag in languages)}]",
            "review_interval_days = 365",
            more,
        ]
        texts = {"pack.toml": "\n".join(manifest), "sources.toml": SOURCES, **(files or {})}
        for name, text in texts.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")

    def translate(
        self, pack: str, language: str, words: Mapping[str, str], *, reviewed: bool = False
    ) -> None:
        """Translations by context inside the pack; drafts unless a native speaker `reviewed`."""
        folder, tag = self.sources / pack, LanguageTag(language)
        sources = untranslated(folder, tag)
        for context, text in words.items():
            state = f"reviewed {review_hash(sources[context], text)}" if reviewed else "draft"
            refused = fill_translations(folder, tag, {context: text}, state)
            assert not refused

    def build(self) -> Path:
        """The folder of compiled packs; a world with a mistake in it fails the test."""
        report = build([self.sources], self.compiled, RELEASED)
        assert not report.problems.errors, "\n".join(map(str, report.problems.errors))
        return self.compiled

    @contextmanager
    def library(self, not_known: Mapping[LanguageTag, str] | None = None) -> Iterator[Library]:
        """The library of this world, open for as long as the test looks at it."""
        library = Library.open(self.build(), not_known or {})
        try:
            yield library
        finally:
            library.close()

    @property
    def sources(self) -> Path:
        """Where the source folders of the packs stand."""
        return self.folder / "content"

    @property
    def compiled(self) -> Path:
        """Where the compiled packs stand."""
        return self.folder / "packs"


def topic(
    name: str,
    title: str,
    summary: str,
    blocks: str = "",
    *,
    section: str = "choices",
    more: str = "",
) -> str:
    """A topic file; `blocks` is its Markdown."""
    return (
        f'+++\nid = "{name}"\ntitle = "{title}"\nsummary = "{summary}"\nsection = "{section}"\n'
        f"{more}{FOOT}+++\n\n{blocks}"
    )


def service(name: str, title: str, country: str, *, type_: str = "general", more: str = "") -> str:
    """One `[[service]]` table."""
    return (
        f'[[service]]\nid = "{name}"\nname = "{title}"\ntype = "{type_}"\n'
        f'country = "{country}"\nrun_by = "ngo"\n{more}{FOOT}\n'
    )


def fact(name: str, type_: str, value: str, *, source: str = "page", more: str = "") -> str:
    """One `[[fact]]` table; `value` as TOML writes it."""
    return (
        f'[[fact]]\nid = "{name}"\ntype = "{type_}"\nvalue = {value}\n'
        f'source = "{source}"\nchecked = 2026-11-21\n{more}\n'
    )


def _questions() -> str:
    return "\n".join(_question(name, question.values) for name, question in QUESTIONS.items())


def _question(name: str, values: Iterable[str]) -> str:
    items = ", ".join(f'{{ id = "{value}", text = "Answer {_spaced(value)}" }}' for value in values)
    return (
        f'[[question]]\nid = "question-{name.replace("_", "-")}"\nquestion = "{name}"\n'
        f'text = "Question {_spaced(name)}?"\nwhy = "It helps."\nvalues = [{items}]\n{FOOT}'
    )


def _notices() -> str:
    return "\n".join(
        f'[[notice]]\nid = "notice-{place.value.replace("_", "-")}"\nplace = "{place.value}"\n'
        f'text = "Notice {_spaced(place.value)}."\nsafety_core = true\n{FOOT}'
        for place in NoticePlace
    )


def _spaced(name: str) -> str:
    return name.replace("_", " ")
