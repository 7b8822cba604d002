"""The sheet code: which content was handed out, and nothing about the person.

The QR holds pack hashes, the pair, the languages and the ids of sections; the printed code is a
short digest of exactly that, so a desk that has the packs can find it again. Neither depends on
answers, verdicts or reasons.
"""

import base64
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass

from kiosk.core.sheet import SectionId, SheetRequest
from kiosk.library import PackInfo

QR_LIMIT_BYTES = 1000
_HASH_LENGTH = 12
_DIGEST_LENGTH = 10


@dataclass(frozen=True)
class SheetCode:
    """`payload` goes into the QR (at most 1,000 bytes), `short` is printed and can be typed."""

    payload: str
    short: str


def sheet_code(request: SheetRequest, packs: Iterable[PackInfo]) -> SheetCode:
    """The code of a sheet for `request`, made from `packs`."""
    languages = [request.language, *([request.also] if request.also else [])]
    sections = [section.value for section in SectionId if section.in_code]
    content = [f"{p.id}={p.version}={p.sha256[:_HASH_LENGTH]}" for p in packs]
    head = ["CR1", f"{request.host}-{request.origin}", "+".join(languages)]
    while True:
        payload = ";".join([*head, ",".join(content), ",".join(sections)])
        if len(payload.encode()) <= QR_LIMIT_BYTES:
            return SheetCode(payload, _short(payload))
        content.pop()


def _short(payload: str) -> str:
    digest = base64.b32encode(hashlib.sha256(payload.encode()).digest()).decode()
    letters = digest[:_DIGEST_LENGTH]
    return f"{letters[:5]}-{letters[5:]}"
