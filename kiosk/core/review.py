"""Which entries a native speaker must have seen before a site in the field shows or speaks them."""

from collections.abc import Mapping
from typing import Any

from kiosk.core.entries import EntryKind
from kiosk.core.kinds import ProgrammeKind, ServiceType, TopicSection

_SAFE_PROGRAMMES = (ProgrammeKind.PROTECTION.value, ProgrammeKind.LEGAL_ADVICE.value)


def needs_review(kind: EntryKind, record: Mapping[str, Any], *, is_safety_core: bool) -> bool:
    """True for safety, rights, complaint and child texts; `record` as in the compiled pack."""
    if is_safety_core:
        return True
    match kind:
        case EntryKind.RIGHT | EntryKind.NOTICE:
            return True
        case EntryKind.TOPIC:
            return bool(record["section"] == TopicSection.SAFETY.value)
        case EntryKind.SERVICE:
            return ServiceType(record["type"]).is_safety
        case EntryKind.PROGRAMME:
            return record["kind"] in _SAFE_PROGRAMMES
        case _:
            return False
