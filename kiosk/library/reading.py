"""Texts, facts and sources of the packs in one language on one day.

A text that is missing comes in the source language of its pack and says so. Values are filled in
by the date of the day: an old one is shown and named, a hidden one becomes "not known" and is
named too.
"""

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kiosk.core.facts import Fact, FactStatus, FactType, Sensitivity, ShownFact, Source
from kiosk.core.ids import BlockId, FactId, LanguageTag
from kiosk.core.kinds import Release
from kiosk.core.records import decode
from kiosk.core.texts import Block, BlockKind, Inline, Text, TextState
from kiosk.library.pack_file import PackFile

_PLACEHOLDER = re.compile(r"\{([a-z][a-z0-9_]*)\}")
_NOT_KNOWN = "not known"

Words = Mapping[LanguageTag, str]


@dataclass(frozen=True)
class Day:
    """What is asked for: a language, a day, how far the site is released, "not known" in words."""

    language: LanguageTag
    as_of: date
    release: Release
    not_known: Words

    def status(self, fact: Fact, source: Source | None) -> FactStatus:
        """What may be shown of a fact to a visitor."""
        status = fact.status(self.as_of)
        if not status.shows_value:
            return status
        if fact.sensitivity is Sensitivity.COUNSELLOR_ONLY:
            return FactStatus.HIDDEN
        if self.release is Release.FIELD and fact.type.is_contact:
            # A way to reach somebody is not given away on the word of an old page.
            is_old = source is None or source.is_old(self.as_of)
            return FactStatus.HIDDEN if is_old else status
        return status


@dataclass(frozen=True)
class _Row:
    language: LanguageTag
    state: TextState
    value: str
    body: str | None


class PackReader:
    """Facts and sources of one pack, each decoded once, whatever the language."""

    def __init__(self, pack: PackFile) -> None:
        """`pack` stays open."""
        self.pack = pack
        self.fact = cache(self._fact)
        self.source = cache(self._source)

    def texts(self, context: str) -> list[_Row]:
        """Every language of one text."""
        found = self.pack.rows(
            "SELECT language, state, value, body FROM texts WHERE context = ?", context
        )
        return [_Row(tag, TextState(state), value, body) for tag, state, value, body in found]

    def value(self, fact_id: str, languages: Iterable[LanguageTag]) -> str:
        """A fact's value in the first of these languages that has it."""
        found = dict(
            self.pack.rows("SELECT language, shown FROM fact_values WHERE id = ?", fact_id)
        )
        return next((found[tag] for tag in languages if tag in found), "")

    @property
    def facts(self) -> tuple[Fact, ...]:
        """Every fact of the pack, by id."""
        found = self.pack.rows("SELECT id FROM facts ORDER BY id")
        return tuple(self.fact(fact_id) for (fact_id,) in found)

    def _fact(self, fact_id: str) -> Fact:
        row = self.pack.row("SELECT record FROM facts WHERE id = ?", fact_id)
        if row is None:
            raise LookupError(f"no fact {fact_id!r} in {self.pack.path}")
        return decode(Fact, json.loads(row[0]), _NoWords())

    def _source(self, source_id: str) -> Source | None:
        row = self.pack.row("SELECT record FROM sources WHERE id = ?", source_id)
        return decode(Source, json.loads(row[0]), _NoWords()) if row else None


class EntryReader:
    """Resolves what stands in the record of one entry; a `core.records.Resolver`."""

    def __init__(self, pack: PackReader, day: Day, *, reviewed_only: bool) -> None:
        """`reviewed_only`: drafts are passed over for a language that has been reviewed."""
        self._pack = pack
        self._day = day
        self._reviewed_only = reviewed_only

    def text(self, context: str) -> Text:
        """The text at a context; empty where no language has one that may be shown."""
        row = self._row(context)
        if row is None:
            return Text("", self._day.language)
        filling = _Filling(self, row.language)
        value = filling.fill(row.value)
        return Text(value, row.language, row.state, filling.old, filling.hidden)

    def block(self, context: str) -> Block:
        """The block at a context; an empty paragraph where no language may be shown."""
        block_id = BlockId(context.rpartition("/")[2])
        row = self._row(context)
        if row is None or row.body is None:
            return Block(block_id, BlockKind.PARAGRAPH, (), self._day.language)
        body = json.loads(row.body)
        filling = _Filling(self, row.language)
        rows = tuple(
            tuple(tuple(filling.inline(one) for one in cell) for cell in line)
            for line in body["rows"]
        )
        return Block(
            block_id,
            BlockKind(body["kind"]),
            rows,
            row.language,
            level=int(body.get("level") or 0),
            ordered=bool(body.get("ordered")),
            state=row.state,
            old_facts=filling.old,
            hidden_facts=filling.hidden,
        )

    def fact(self, fact_id: str) -> ShownFact:
        """A fact as a contact shows it, empty where it is hidden."""
        return self.shown_fact(fact_id, self._day.language)

    def shown_fact(self, fact_id: str, language: LanguageTag) -> ShownFact:
        """A fact in the language of the text around it."""
        fact = self._pack.fact(fact_id)
        status = self._day.status(fact, self._pack.source(fact.source))
        shown = ""
        if status.shows_value:
            source_language = self._pack.pack.info.source_language
            shown = self._pack.value(fact_id, (language, source_language)) or fact.value
        return ShownFact(
            id=fact.id,
            type=fact.type,
            shown=shown,
            status=status,
            checked=fact.checked,
            source=fact.source,
            dial=fact.value if shown and fact.type is FactType.PHONE else "",
            printable=fact.sensitivity is Sensitivity.PUBLIC,
        )

    def own_fact(self, name: str) -> FactId:
        """The qualified id of a fact of this pack."""
        return FactId(f"{self._pack.pack.info.id}/{name}")

    def not_known(self, language: LanguageTag) -> str:
        """What stands for a hidden value."""
        return self._day.not_known.get(language, _NOT_KNOWN)

    def address(self, fact_id: str) -> str:
        """The bare value of a fact a link leads to, empty where it is hidden."""
        shown = self.shown_fact(fact_id, self._day.language)
        return self._pack.fact(fact_id).value if shown else ""

    def _row(self, context: str) -> _Row | None:
        info = self._pack.pack.info
        rows = self._pack.texts(context)
        if self._reviewed_only:
            rows = [row for row in rows if not row.state.is_draft]
        wanted = (self._day.language, info.source_language, *info.languages)
        rank = {tag: place for place, tag in reversed(list(enumerate(wanted)))}
        return min(rows, key=lambda row: rank.get(row.language, len(wanted)), default=None)


class _Filling:
    """Fills the `{facts}` of one text and remembers which were old or hidden."""

    def __init__(self, reader: EntryReader, language: LanguageTag) -> None:
        self._reader = reader
        self._language = language
        self._seen: dict[FactId, FactStatus] = {}

    def fill(self, text: str) -> str:
        return _PLACEHOLDER.sub(self._value, text) if "{" in text else text

    def inline(self, one: Mapping[str, Any]) -> Inline:
        link = str(one.get("l") or "")
        named = _PLACEHOLDER.fullmatch(link)
        if named:
            link = self._reader.address(self._reader.own_fact(named[1]))
        return Inline(self.fill(one["t"]), bool(one.get("s")), link)

    @property
    def old(self) -> tuple[FactId, ...]:
        return tuple(fact for fact, status in self._seen.items() if status is FactStatus.OLD)

    @property
    def hidden(self) -> tuple[FactId, ...]:
        return tuple(fact for fact, status in self._seen.items() if not status.shows_value)

    def _value(self, match: re.Match[str]) -> str:
        fact_id = self._reader.own_fact(match[1])
        fact = self._reader.shown_fact(fact_id, self._language)
        self._seen[fact_id] = fact.status
        return fact.shown or self._reader.not_known(self._language)


class _NoWords:
    """Resolves nothing: facts and sources hold no texts."""

    def text(self, context: str) -> Text:
        raise LookupError(context)

    def fact(self, fact_id: str) -> ShownFact:
        raise LookupError(fact_id)

    def block(self, context: str) -> Block:
        raise LookupError(context)
