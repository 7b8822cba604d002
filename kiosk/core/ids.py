"""Identifiers: what they look like and how packs point at each other.

Ids are lower-case slugs and never reused. Inside a pack an entry is named by its slug; from
another pack by `pack/entry`.
"""

import re
from typing import NewType

from kiosk.core.languages import LanguageTag

__all__ = [
    "BlockId",
    "CountryCode",
    "EntryRef",
    "FactId",
    "LanguageTag",
    "PackId",
    "RegionCode",
    "SourceId",
    "entry_ref",
    "is_slug",
    "split_ref",
]

PackId = NewType("PackId", str)
EntryRef = NewType("EntryRef", str)  # always qualified: "pack/entry"
FactId = NewType("FactId", str)  # qualified: "pack/fact"
SourceId = NewType("SourceId", str)  # qualified: "pack/source"
BlockId = NewType("BlockId", str)
CountryCode = NewType("CountryCode", str)  # ISO 3166-1 alpha-2
RegionCode = NewType("RegionCode", str)  # ISO 3166-2

_SLUG = re.compile(r"[a-z][a-z0-9]*(?:-[a-z0-9]+)*")


def is_slug(untrusted_text: str) -> bool:
    """True for `lower-case-words`, the only form an id may have."""
    return _SLUG.fullmatch(untrusted_text) is not None


def entry_ref(pack: PackId, untrusted_name: str) -> EntryRef:
    """`name` as seen from `pack`, qualified: `avrr` becomes `common/avrr`."""
    return EntryRef(untrusted_name if "/" in untrusted_name else f"{pack}/{untrusted_name}")


def split_ref(ref: str) -> tuple[PackId, str]:
    """The pack and the slug of a qualified reference."""
    pack, _, name = ref.partition("/")
    return PackId(pack), name
