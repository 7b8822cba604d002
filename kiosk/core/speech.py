"""What is said aloud, and how somebody listens: values only, no sound.

A recording belongs to exactly the words it speaks, values of facts included: it is found by the
hash of those words, so that one which has become stale is simply not found any more.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from hashlib import sha256
from unicodedata import normalize

from kiosk.core.ids import LanguageTag
from kiosk.core.texts import Block, BlockKind, Text

MOST_VOLUME = 10
_NORMAL_VOLUME = 6
_INVISIBLE = dict.fromkeys(map(ord, "\u200b\u2060\u2066\u2067\u2068\u2069\u200e\u200f"))


class Origin(Enum):
    """Who speaks: a person who was recorded, or a machine."""

    RECORDED = "recorded"
    SYNTHETIC = "synthetic"


@dataclass(frozen=True)
class Recording:
    """Sound shipped with the words it speaks: Ogg/Opus."""

    opus: bytes
    origin: Origin


def preferred(found: Iterable[Recording]) -> Recording | None:
    """Of recordings of the same words the one to play: a person's before a machine's, earlier ones
    first.
    """
    return min(found, key=lambda one: one.origin is Origin.SYNTHETIC, default=None)


class Pace(Enum):
    """How fast is spoken; the value multiplies the pace of the recording."""

    SLOW = 0.75
    NORMAL = 1.0
    FAST = 1.35


@dataclass(frozen=True)
class Hearing:
    """How one person listens, until her session ends.

    `volume` runs from 1 to `MOST_VOLUME`; a step is never more than 10 dB (A12).
    `others_may_hear` is her answer where there is no headset, None before she was asked.
    `is_blind`: nothing is shown and everything is said.
    """

    is_on: bool = False
    volume: int = _NORMAL_VOLUME
    pace: Pace = Pace.NORMAL
    others_may_hear: bool | None = None
    is_blind: bool = False


@dataclass(frozen=True)
class Utterance:
    """Words to be said, without invisible marks, in the language they are in."""

    text: str
    language: LanguageTag

    @property
    def key(self) -> str:
        """Hash that its recording is found by, 64 hex digits."""
        return audio_key(self.text, self.language)


def spoken_text(words: Text | Block) -> str:
    """The words of a text or block as they are said, without invisible marks.

    The items of a list and the rows of a table stand on lines of their own, the cells of a row are
    separated by commas. What is recorded and what is looked up both come from here.
    """
    if isinstance(words, Text):
        return plain_words(words.value)
    between = ", " if words.kind is BlockKind.TABLE else " "
    rows = (between.join("".join(one.text for one in cell) for cell in row) for row in words.rows)
    return plain_words("\n".join(rows))


def utterance_of(words: Text | Block) -> Utterance:
    """A text or block to be said, in the language it is really in."""
    return Utterance(spoken_text(words), words.language)


def plain_words(text: str) -> str:
    """A text without the invisible marks that the screen and paper need."""
    return text.translate(_INVISIBLE)


def audio_key(text: str, language: LanguageTag) -> str:
    """SHA-256 of the words as they are spoken: NFC, white space folded, no invisible marks."""
    spoken = " ".join(normalize("NFC", plain_words(text)).split())
    return sha256(f"{language}\n{spoken}".encode()).hexdigest()
