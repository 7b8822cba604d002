"""One checked pack turned into rows: what the compiled file holds, before it is a file."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from kiosk.core.entries import EntryKind
from kiosk.core.languages import LANGUAGES, Language
from kiosk.core.records import encode
from kiosk.i18n.breaking import insert_breaks
from kiosk.i18n.formatting import format_fact
from kiosk.i18n.isolation import isolate
from kiosk.i18n.search_terms import search_terms, trigram_text
from kiosk.packs.audio_rules import current_clips
from kiosk.packs.index import PackIndex
from kiosk.packs.markdown_blocks import ParsedBlock, parse_block
from kiosk.packs.source import Message, SourceEntry, SourcePack, Translation
from kiosk.packs.spoken import current_text

FORMAT = "2"

Row = Mapping[str, Any]

_TITLES = ("title", "name", "term")
_UNSEARCHED_KINDS = (EntryKind.QUESTION, EntryKind.NOTICE)


@dataclass(frozen=True)
class SearchRow:
    """What one language's indexes hold of one entry: folded words, and folded text."""

    entry: str
    title: str
    body: str
    text: str


class PackCompiler:
    """The rows of one pack without errors. Rows come in a fixed order, whatever ran before."""

    def __init__(self, pack: SourcePack, index: PackIndex) -> None:
        """`index` resolves links; nothing else of other packs goes into the file."""
        self._pack = pack
        self._index = index
        self.languages: tuple[Language, ...] = tuple(
            LANGUAGES[tag] for tag in pack.manifest.languages
        )

    def about(self, compiler: str) -> dict[str, str]:
        """The pack itself, by key. `compiler` names what compiled it."""
        manifest = self._pack.manifest
        return {
            "format": FORMAT,
            "id": manifest.id,
            "kind": manifest.kind.value,
            "country": manifest.country or "",
            "version": manifest.version,
            "released": manifest.released.isoformat(),
            "owner": manifest.owner,
            "source_language": manifest.source_language,
            "languages": _json(list(manifest.languages)),
            "regions": _json([region.code for region in manifest.regions]),
            "review_interval_days": str(manifest.review_interval_days),
            "hides": _json([hiding.entry for hiding in manifest.hides]),
            "replaces": _json(
                {r.entry: {"with": r.own, "sha256": r.sha256} for r in manifest.replaces}
            ),
            "sha256": self._pack.sha256,
            "sound": self._pack.sound_sha256,
            "compiler": compiler,
        }

    def entries(self) -> Iterator[Row]:
        """Every entry in the order of the files."""
        for position, entry in enumerate(self._pack.entries):
            yield {
                "id": f"{self._pack.id}/{entry.id}",
                "kind": entry.kind.value,
                "position": position,
                "record": _json(entry.record),
            }

    def texts(self) -> Iterator[Row]:
        """Every text in every language it is current in."""
        return self.texts_of(self._pack.messages)

    def texts_of(self, messages: Iterable[Message]) -> Iterator[Row]:
        """Some texts in every language they are current in."""
        for message in messages:
            for language in self.languages:
                found = current_text(self._pack, message, language.tag)
                if found is not None:
                    yield self._text_row(message, language, found)

    def facts(self) -> Iterator[Row]:
        """Every fact."""
        for sourced in self._pack.facts:
            if sourced.fact is not None:
                yield {"id": sourced.fact.id, "record": _json(encode(sourced.fact))}

    def fact_values(self) -> Iterator[Row]:
        """Every fact as every language writes it."""
        for sourced in self._pack.facts:
            fact = sourced.fact
            if fact is None:
                continue
            for language in self.languages:
                shown = format_fact(fact.type, fact.value, fact.unit, language)
                yield {"id": fact.id, "language": language.tag, "shown": shown}

    def sources(self) -> Iterator[Row]:
        """Every source."""
        for sourced in self._pack.sources:
            if sourced.source is not None:
                yield {"id": sourced.source.id, "record": _json(encode(sourced.source))}

    def cases(self) -> Iterator[Row]:
        """Every golden case."""
        for sourced in self._pack.cases:
            if sourced.case is not None:
                case_id = f"{self._pack.id}/{sourced.id}"
                yield {"id": case_id, "record": _json(encode(sourced.case))}

    def recordings(self) -> Iterator[Row]:
        """Every clip that speaks its text as it reads now; OSError when a file is gone."""
        for clip in current_clips(self._pack):
            yield {
                "key": clip.key,
                "of": f"{self._pack.id}/{clip.of}",
                "language": clip.language,
                "origin": clip.origin.value,
                "voice": clip.voice,
                "opus": clip.path.read_bytes(),
            }

    def search_rows(self, language: Language) -> Iterator[SearchRow]:
        """What search finds in a language: entries with words of their own in it."""
        for entry in self._pack.entries:
            if entry.kind not in _UNSEARCHED_KINDS:
                row = self._search_row(entry, language)
                if row is not None:
                    yield row

    def _search_row(self, entry: SourceEntry, language: Language) -> SearchRow | None:
        titles: list[str] = []
        bodies: list[str] = []
        for message in entry.messages:
            found = current_text(self._pack, message, language.tag)
            if found is None or "/conditions/" in message.context:
                continue
            plain = parse_block(found.text).plain if message.is_block else found.text
            is_title = message.context.removeprefix(f"{entry.id}/") in _TITLES
            (titles if is_title and not message.is_block else bodies).append(plain)
        if not titles and not bodies:
            return None
        title, body = " ".join(titles), " \n ".join(bodies)
        return SearchRow(
            entry=f"{self._pack.id}/{entry.id}",
            title=" ".join(search_terms(title, language)),
            body=" ".join(search_terms(body, language)),
            text=trigram_text(f"{title} {body}"),
        )

    def _text_row(self, message: Message, language: Language, found: Translation) -> Row:
        body = None
        value = found.text
        if message.is_block:
            block = parse_block(found.text)
            body = _json(self._body(block, language))
            value = block.plain
        return {
            "context": f"{self._pack.id}/{message.context}",
            "language": language.tag,
            "state": found.state.value,
            "value": _prepared(value, language),
            "body": body,
        }

    def _body(self, block: ParsedBlock, language: Language) -> dict[str, Any]:
        rows = [
            [
                [
                    {
                        "t": _prepared(inline.text, language),
                        "s": int(inline.strong),
                        "l": self._index.link(self._pack, inline.link) or "",
                    }
                    for inline in cell
                ]
                for cell in row
            ]
            for row in block.rows
        ]
        numbered = {"ordered": True} if block.is_numbered else {}
        return {"kind": block.kind.value, "level": block.level, **numbered, "rows": rows}


def _prepared(text: str, language: Language) -> str:
    return insert_breaks(isolate(text, language), language)


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
