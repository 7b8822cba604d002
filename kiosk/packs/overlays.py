"""What a site pack does to entries of other packs: hide them, or put its own in their place."""

import hashlib
import json
from collections.abc import Iterator

from kiosk.core.entries import EntryKind
from kiosk.core.kinds import PackKind
from kiosk.core.problems import Problem
from kiosk.packs.compiling import PackCompiler
from kiosk.packs.index import PackIndex
from kiosk.packs.markdown_blocks import NoBlock
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import Hiding, Place, Replacement, SourceEntry, SourcePack

_ASKED_AND_SAID = (EntryKind.QUESTION, EntryKind.NOTICE)


def check_overlay(pack: SourcePack, index: PackIndex) -> Iterator[Problem]:
    """Every hide and replace of a pack that cannot be done."""
    seen: set[str] = set()
    changes: tuple[Hiding | Replacement, ...] = (*pack.manifest.hides, *pack.manifest.replaces)
    for change in changes:
        faults = tuple(_check_target(pack, index, change.entry, change.place))
        yield from faults
        if change.entry in seen:
            message = f"{quoted(change.entry)} is hidden or replaced twice"
            yield _problem(Rule.DUPLICATE_ID, change.place, message, "do it once")
        seen.add(change.entry)
        if isinstance(change, Replacement) and not faults:
            yield from _check_replacement(pack, index, change)


def _check_target(
    pack: SourcePack, index: PackIndex, entry: str, place: Place
) -> Iterator[Problem]:
    found = index.entries.get(entry)
    if pack.manifest.kind is not PackKind.SITE:
        yield _problem(Rule.OVERLAY, place, f"a {pack.manifest.kind.value} pack changes no other")
    elif found is None:
        message = f"no entry {quoted(entry)}"
        yield _problem(Rule.UNKNOWN_ENTRY, place, message, index.suggest_entry(pack, entry))
    elif found.record.get("safety_core"):
        yield _problem(Rule.OVERLAY, place, f"{quoted(entry)} belongs to the safety core")
    elif found.kind in _ASKED_AND_SAID:
        message = f"{quoted(entry)} is a {found.kind.value}: the product needs all of them"
        yield _problem(Rule.OVERLAY, place, message)
    elif entry.startswith(f"{pack.id}/"):
        yield _problem(Rule.OVERLAY, place, f"{quoted(entry)} stands in this pack itself")


def _check_replacement(
    pack: SourcePack, index: PackIndex, replacement: Replacement
) -> Iterator[Problem]:
    if not replacement.own.startswith(f"{pack.id}/"):
        message = f"{quoted(replacement.own)} is of another pack"
        yield _problem(Rule.OVERLAY, replacement.place, message, "name an entry of this pack")
    old, new = index.entries[replacement.entry], index.entries.get(replacement.own)
    if new is None:
        yield _problem(Rule.UNKNOWN_ENTRY, replacement.place, f"no entry {quoted(replacement.own)}")
        return
    if new.kind is not old.kind:
        message = f"a {new.kind.value} cannot stand for a {old.kind.value}"
        yield _problem(Rule.OVERLAY, replacement.place, message)
        return
    try:
        wanted = entry_hash(index, replacement.entry, old)
    except NoBlock:
        return  # named where that pack is checked
    if replacement.sha256 != wanted:
        message = f"{quoted(replacement.entry)} has changed; its hash is {wanted}"
        yield _problem(Rule.OVERLAY_HASH, replacement.place, message)


def entry_hash(index: PackIndex, ref: str, entry: SourceEntry) -> str:
    """SHA-256 of an entry's record and words in the source language, as the library takes it."""
    pack = index.pack_of(ref)
    language = pack.manifest.source_language
    words = sorted(
        [row["context"], row["value"], row["body"]]
        for row in PackCompiler(pack, index).texts_of(entry.messages)
        if row["language"] == language
    )
    whole = json.dumps([entry.record, words], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def _problem(rule: Rule, place: Place, message: str, way_out: str = "") -> Problem:
    return rule.problem(place.path, place.line, message, way_out)
