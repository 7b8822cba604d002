"""Recordings in the packs, found by the hash of the words they speak.

What a recording says is bound to its words, so a changed text or value simply finds none. Nobody
but the pack `common` speaks the words of the safety core; where content is released to the field,
what a machine spoke is not used for texts that a native speaker must have seen.
"""

from collections.abc import Iterable, Mapping
from functools import cached_property, lru_cache
from types import MappingProxyType

from kiosk.core.ids import EntryRef
from kiosk.core.kinds import PackKind, Release
from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Origin, Recording, Utterance, preferred, utterance_of
from kiosk.library.pack_file import PackFile
from kiosk.library.reading import Day, EntryReader, PackReader
from kiosk.library.stubs import Stub

_LANGUAGES_KEPT = 4


class PackRecordings:
    """The recordings of all packs that a site of one release may use; read from any thread."""

    def __init__(
        self, readers: Iterable[PackReader], stubs: Mapping[EntryRef, Stub], release: Release
    ) -> None:
        """`stubs` are all entries that count."""
        self._readers = sorted(readers, key=lambda r: r.pack.info.kind is not PackKind.COMMON)
        self._stubs = {stub.stored_id: stub for stub in stubs.values()}
        self._release = release
        self._core_keys = lru_cache(maxsize=_LANGUAGES_KEPT)(self._find_core_keys)

    @cached_property
    def languages(self) -> frozenset[LanguageTag]:
        """Languages with at least one recording that may be used."""
        return frozenset(
            LanguageTag(language)
            for reader in self._readers
            for language, of, origin in reader.pack.rows(
                "SELECT language, of, origin FROM recordings"
            )
            if self._may_be_used(reader.pack, of, Origin(origin))
        )

    def find(self, utterance: Utterance) -> Recording | None:
        """The recording of exactly these words: a person's before a machine's, `common` first."""
        found: list[Recording] = []
        for reader in self._readers:
            mine = self._of_pack(reader.pack, utterance.key)
            if mine and not self._may_speak(reader.pack, utterance):
                continue
            found.extend(mine)
        return preferred(found)

    def _of_pack(self, pack: PackFile, key: str) -> list[Recording]:
        rows = list(pack.rows("SELECT of, origin, opus FROM recordings WHERE key = ?", key))
        return [
            Recording(bytes(opus), Origin(origin))
            for of, origin, opus in rows
            if all(self._may_be_used(pack, other, Origin(origin)) for other, _, _ in rows)
            and of.startswith(f"{pack.info.id}/")
        ]

    def _may_be_used(self, pack: PackFile, of: str, origin: Origin) -> bool:
        if not (self._release.needs_review and origin is Origin.SYNTHETIC):
            return True
        stub = self._stubs.get(EntryRef("/".join(of.split("/")[:2])))
        return stub is None or not stub.needs_review

    def _may_speak(self, pack: PackFile, utterance: Utterance) -> bool:
        if pack.info.kind is PackKind.COMMON:
            return True
        return utterance.key not in self._core_keys(utterance.language)

    def _find_core_keys(self, language: LanguageTag) -> frozenset[str]:
        """The hashes of everything the safety core says in a language."""
        return frozenset(
            key
            for reader in self._readers
            if reader.pack.info.kind is PackKind.COMMON
            for stub in self._stubs.values()
            if stub.pack is reader.pack and stub.is_fixed
            for key in _keys_of(reader, stub, language)
        )


def _keys_of(reader: PackReader, stub: Stub, language: LanguageTag) -> Iterable[str]:
    day = Day(language, reader.pack.info.released, Release.DEMO, MappingProxyType({}))
    words = EntryReader(reader, day, reviewed_only=False)
    start = f"{stub.stored_id}/"
    for context, is_block in reader.pack.rows(
        "SELECT context, body IS NOT NULL FROM texts WHERE language = ?"
        " AND substr(context, 1, ?) = ?",
        language,
        len(start),
        start,
    ):
        found = words.block(context) if is_block else words.text(context)
        yield utterance_of(found).key
