"""Entries as they lie in the packs, before any language: found, filtered and overlaid.

A site pack may add, hide or replace whole entries. It can do nothing to the safety core, and what
it replaces must still be what it was written against; otherwise the original stands.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any

from kiosk.core.entries import ENTRY_TYPES, Entry, EntryKind
from kiosk.core.ids import CountryCode, EntryRef
from kiosk.core.kinds import PackKind
from kiosk.core.review import needs_review
from kiosk.library.pack_file import Overlay, PackFile

_PACK_ORDER = list(PackKind)
_ASKED_AND_SAID = (EntryKind.QUESTION, EntryKind.NOTICE)


@dataclass(frozen=True, eq=False)
class Stub:
    """One entry in its pack; `text` is the record as stored.

    `stored_id` is its id there; `id` differs from it only where it replaces an entry of that name.
    """

    id: EntryRef
    stored_id: EntryRef
    kind: EntryKind
    text: str
    pack: PackFile

    @cached_property
    def record(self) -> Mapping[str, Any]:
        """The record; what a host or origin pack says holds for its country if it names none."""
        record: dict[str, Any] = json.loads(self.text)
        side = {PackKind.HOST: "hosts", PackKind.ORIGIN: "origins"}.get(self.pack.info.kind)
        if side and not record.get(side):
            record[side] = [self.pack.info.country]
        return record

    @property
    def entry_type(self) -> type[Entry]:
        """The dataclass it becomes."""
        return ENTRY_TYPES[self.kind]

    @property
    def is_safety_core(self) -> bool:
        """True when no other pack may touch it."""
        return self.pack.info.kind is PackKind.COMMON and bool(self.record.get("safety_core"))

    @property
    def is_fixed(self) -> bool:
        """True when no site may hide or replace it: the product needs every question and notice."""
        return self.is_safety_core or self.kind in _ASKED_AND_SAID

    def fits(self, host: CountryCode | None, origin: CountryCode | None) -> bool:
        """True when it is meant for the pair; an unknown side excludes nothing."""
        hosts, origins = self.record.get("hosts"), self.record.get("origins")
        return (host is None or not hosts or host in hosts) and (
            origin is None or not origins or origin in origins
        )

    @cached_property
    def needs_review(self) -> bool:
        """True for safety, rights, complaint and child texts: a field site shows reviewed ones."""
        return needs_review(self.kind, self.record, is_safety_core=self.is_safety_core)

    @cached_property
    def fingerprint(self) -> str:
        """SHA-256 of the record and its words in the source language: what a replacement names."""
        words = self.pack.rows(
            "SELECT context, value, body FROM texts WHERE language = ?"
            " AND substr(context, 1, ?) = ? ORDER BY context",
            self.pack.info.source_language,
            len(self.stored_id) + 1,
            f"{self.stored_id}/",
        )
        whole = json.dumps([json.loads(self.text), list(words)], sort_keys=True)
        return hashlib.sha256(whole.encode()).hexdigest()


def load_stubs(packs: Iterable[PackFile]) -> dict[EntryRef, Stub]:
    """Every entry that counts, in the order of packs, site packs applied."""
    ordered = sorted(packs, key=lambda p: (_PACK_ORDER.index(p.info.kind), p.info.id))
    found: dict[EntryRef, Stub] = {}
    for pack in ordered:
        for ref, kind, text in pack.rows("SELECT id, kind, record FROM entries ORDER BY position"):
            if not ref.startswith(f"{pack.info.id}/"):
                continue  # no pack speaks in the name of another, least of all of the safety core
            found[ref] = Stub(EntryRef(ref), EntryRef(ref), EntryKind(kind), text, pack)
    for pack in ordered:
        if pack.info.kind is PackKind.SITE:
            found = _overlaid(found, pack.overlay)
    return found


def _overlaid(found: dict[EntryRef, Stub], overlay: Overlay) -> dict[EntryRef, Stub]:
    swaps: dict[str, Stub] = {}
    hidden = {ref: found.get(EntryRef(ref)) for ref in overlay.hides}
    gone = {ref for ref, stub in hidden.items() if stub and not stub.is_fixed}
    for ref, own, sha256 in overlay.replaces:
        old, new = found.get(EntryRef(ref)), found.get(EntryRef(own))
        if new is None:
            continue
        gone.add(own)
        if old and not old.is_fixed and old.kind is new.kind and old.fingerprint == sha256:
            swaps[ref] = new
    kept: dict[EntryRef, Stub] = {}
    for ref, stub in found.items():
        if ref in swaps:
            # The name stays: other entries refer to it.
            kept[ref] = replace(swaps[ref], id=ref)
        elif ref not in gone:
            kept[ref] = stub
    return kept
