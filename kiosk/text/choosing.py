"""Which installed font draws which character, decided before layout.

Qt's own fallback gives wrong character indices, so text is cut into runs of one font here.
The first family of the language that draws a character gets it; behind the families of the
language stand those of all other scripts, so that a name in another script is drawn too.
Letters of one word share a font where one has them all (joined scripts fall apart otherwise),
marks stay with their base. A number set apart by isolates is drawn in one font, in Noto Sans if
that has its digits.
"""

import unicodedata
from itertools import groupby
from typing import Protocol

from kiosk.core.languages import Language
from kiosk.core.scripts import NEUTRAL_FAMILIES, SCRIPTS
from kiosk.text.characters import attaches, is_letter, needs_glyph
from kiosk.text.preparing import PreparedText
from kiosk.text.values import FontKey


class Coverage(Protocol):
    """What the chooser has to know about the installed fonts."""

    def find(self, family: str, *, bold: bool) -> FontKey | None:
        """The installed font, the regular one where there is no bold, None without either."""

    def covers(self, key: FontKey, char: str) -> bool:
        """True when the font has a glyph for the character."""


class FontChooser:
    """Chooses fonts for the text of one language."""

    def __init__(self, coverage: Coverage, language: Language) -> None:
        self._coverage = coverage
        every = (family for script in SCRIPTS.values() for family in script.families)
        self._families = tuple(dict.fromkeys((*language.families, *every)))
        self._candidates = {bold: self._keys(self._families, bold) for bold in (False, True)}
        # Latin digits of some scripts are small and thin; numbers are dialled and must be read.
        self._neutral = {bold: self._keys(NEUTRAL_FAMILIES[:1], bold) for bold in (False, True)}
        self._of_char: dict[tuple[str, bool], FontKey | None] = {}

    @property
    def is_possible(self) -> bool:
        """True when at least one font is installed."""
        return bool(self._candidates[False])

    def primary(self) -> FontKey:
        """The font of empty text."""
        return self._candidates[False][0]

    def missing(self, text: str) -> tuple[str, ...]:
        """The characters that no installed font draws, each once, in order."""
        wanted = dict.fromkeys(char for char in text if needs_glyph(char))
        return tuple(char for char in wanted if self._draws(char, bold=False) is None)

    def choose(self, text: PreparedText) -> list[FontKey]:
        """One font per character of `text.shaped`, which must have no missing characters."""
        chosen: list[FontKey | None] = [None] * len(text.shaped)
        for start, end in text.numbers:
            self._give_number(text, start, end, chosen)
        start = 0
        while start < len(chosen):
            end = _unit_end(text, start)
            if chosen[start] is None:
                self._give(text, start, end, chosen)
            start = end
        return self._fill(text, chosen)

    def _keys(self, families: tuple[str, ...], bold: bool) -> tuple[FontKey, ...]:
        found = (self._coverage.find(family, bold=bold) for family in families)
        return tuple(dict.fromkeys(key for key in found if key is not None))

    def _draws(self, char: str, *, bold: bool) -> FontKey | None:
        wanted = (char, bold)
        if wanted not in self._of_char:
            self._of_char[wanted] = self._first(char, bold=bold)
        return self._of_char[wanted]

    def _first(self, text: str, *, bold: bool, before: tuple[FontKey, ...] = ()) -> FontKey | None:
        drawn = "".join(filter(needs_glyph, text))
        forms = {drawn: None}
        if not drawn.isascii():
            forms[unicodedata.normalize("NFC", drawn)] = None
            forms[unicodedata.normalize("NFD", drawn)] = None
        for key in (*before, *self._candidates[bold]):
            if any(all(self._coverage.covers(key, char) for char in form) for form in forms):
                return key
        return None

    def _give_number(
        self, text: PreparedText, start: int, end: int, chosen: list[FontKey | None]
    ) -> None:
        bold = text.bold[start]
        number = text.shaped[start:end].replace("\u00a0", "")
        key = self._first(number, bold=bold, before=self._neutral[bold])
        for index in range(start, end):
            if key and needs_glyph(text.shaped[index]) and self._has(key, text.shaped[index]):
                chosen[index] = key

    def _give(self, text: PreparedText, start: int, end: int, chosen: list[FontKey | None]) -> None:
        unit = text.shaped[start:end]
        bold = text.bold[start]
        if unit.isspace() or not any(map(needs_glyph, unit)):
            return
        key = self._draws(unit, bold=bold) if end - start == 1 else self._first(unit, bold=bold)
        if key is not None:
            chosen[start:end] = [key] * (end - start)
            return
        for grapheme_start, grapheme_end in _graphemes(unit):
            grapheme = unit[grapheme_start:grapheme_end]
            whole = self._first(grapheme, bold=bold)
            for index, char in enumerate(grapheme, start + grapheme_start):
                if needs_glyph(char):
                    chosen[index] = whole or self._draws(char, bold=bold)

    def _fill(self, text: PreparedText, chosen: list[FontKey | None]) -> list[FontKey]:
        """Spaces and invisible characters take the font before them if it has them."""
        before = next((key for key in chosen if key is not None), self.primary())
        filled: list[FontKey] = []
        for char, bold, key in zip(text.shaped, text.bold, chosen, strict=True):
            if key is None:
                joins = attaches(char) or self._has(before, char)
                key = before if joins else self._draws_invisible(char, bold=bold) or before
            filled.append(key)
            before = key
        return filled

    def _draws_invisible(self, char: str, *, bold: bool) -> FontKey | None:
        keys = self._candidates[bold]
        return next((key for key in keys if self._coverage.covers(key, char)), None)

    def _has(self, key: FontKey, char: str) -> bool:
        return self._coverage.covers(key, char)


def font_ranges(keys: list[FontKey]) -> list[tuple[FontKey, int, int]]:
    """Maximal runs of one font as (font, start, end)."""
    ranges = []
    start = 0
    for key, group in groupby(keys):
        end = start + len(list(group))
        ranges.append((key, start, end))
        start = end
    return ranges


def _unit_end(text: PreparedText, start: int) -> int:
    """Where the word, or the sign with its marks, that begins at `start` ends."""
    belongs = is_letter if is_letter(text.shaped[start]) else attaches
    end = start + 1
    while (
        end < len(text.shaped) and belongs(text.shaped[end]) and text.bold[end] == text.bold[start]
    ):
        end += 1
    return end


def _graphemes(text: str) -> list[tuple[int, int]]:
    starts = [index for index, char in enumerate(text) if index == 0 or not attaches(char)]
    return list(zip(starts, [*starts[1:], len(text)], strict=True))
