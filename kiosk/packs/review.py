"""How far a translation may be trusted: the state comment and the hash a review is bound to."""

import hashlib
import re
import unicodedata

from kiosk.core.texts import TextState
from kiosk.i18n.isolation import strip_invisible
from kiosk.packs.catalogues import state_of
from kiosk.packs.source import Unit

_HASH_LENGTH = 16
_SPACES = re.compile(r"\s+")


def review_hash(source: str, translation: str) -> str:
    """The hash a review names: 16 hex digits of SHA-256.

    Taken on NFC with white space folded and without isolates and U+200B, so that only words count.
    """
    digest = hashlib.sha256()
    for text in (source, translation):
        plain = _SPACES.sub(" ", unicodedata.normalize("NFC", strip_invisible(text))).strip()
        digest.update(f"{plain}\0".encode())
    return digest.hexdigest()[:_HASH_LENGTH]


def text_state(unit: Unit) -> TextState:
    """The state of a translation; a review of another text counts for nothing."""
    words = state_of(unit.comment).split()
    if words[:1] == ["reviewed"] and words[1:] == [review_hash(unit.source, unit.text)]:
        return TextState.REVIEWED
    if words[:2] == ["machine", "draft"] or words[:2] == ["machine", "draft,"]:
        return TextState.MACHINE_DRAFT
    return TextState.DRAFT


def find_state_fault(unit: Unit) -> str | None:
    """What is wrong with the state comment of a translation, or None."""
    state = state_of(unit.comment)
    words = state.split()
    if words[:1] == ["reviewed"]:
        wanted = review_hash(unit.source, unit.text)
        if words[1:] == [wanted]:
            return None
        return f"the review is of another text; the hash of this one is {wanted}"
    if not state or words[0].rstrip(",") == "draft" or words[0] == "machine":
        return None
    return f"unknown state {state[:40]!r}"
