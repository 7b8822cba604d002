"""What a site pack does to entries of other packs: hide them, or put its own in their place."""

import hashlib
import json
from collections.abc import Iterator

from kiosk.core.kinds import PackKind
from kiosk.core.problems import Problem
from kiosk.packs.compiling import PackCompiler
from kiosk.packs.index import PackIndex
from kiosk.packs.markdown_blocks import NoBlock
from kiosk.packs.rules import Rule, quoted
from kiosk.packs.source import Place, Replacement, SourceEntry, SourcePack


def check_overlay(pack: SourcePack, index: PackIndex) -> Iterator[Problem]:
    """Every hide and replace of a pack that cannot be done."""
    for hiding in pack.manifest.hides:
        yield from _check_target(pack, index, hiding.entry, hiding.place)
    for replacement in pack.manifest.replaces:
        faults = tuple(_check_target(pack, index, replacement.entry, replacement.place))
        yield from faults or _check_replacement(index, replacement)


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


def _check_replacement(index: PackIndex, replacement: Replacement) -> Iterator[Problem]:
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
