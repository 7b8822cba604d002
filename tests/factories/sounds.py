"""Sound for tests: short tones as Ogg/Opus, and lists of clips as an editor writes them."""

import math
from functools import cache
from pathlib import Path
from struct import pack

from kiosk.core.languages import LanguageTag
from kiosk.core.speech import audio_key
from kiosk.services.speaking.clips import make_wav
from kiosk.services.speaking.opus import encode

_RATE = 8_000


@cache
def tone(seconds: float = 0.5, hertz: int = 440) -> bytes:
    """A tone as 16-bit mono WAV."""
    count = int(seconds * _RATE)
    waves = (math.sin(2 * math.pi * hertz * at / _RATE) for at in range(count))
    return make_wav(pack(f"<{count}h", *(int(12_000 * one) for one in waves)), _RATE)


@cache
def opus(seconds: float = 0.5, hertz: int = 440) -> bytes:
    """A tone as Ogg/Opus."""
    return encode(tone(seconds, hertz))


def clip(
    of: str,
    text: str,
    language: str,
    file: str = "one.opus",
    *,
    origin: str = "recorded",
    key: str = "",
    more: str = "",
) -> str:
    """One `[[clip]]` table that speaks `text`."""
    return (
        f'[[clip]]\nof = "{of}"\nhash = "{key or audio_key(text, LanguageTag(language))}"\n'
        f'file = "{file}"\norigin = "{origin}"\nvoice = "somebody"\nmade = 2026-11-21\n{more}\n'
    )


def write_audio(pack: Path, name: str, text: str, *, sound: bytes | None = None) -> Path:
    """A list of clips at `audio/<name>` of a pack folder, and `one.opus` beside it."""
    path = pack / "audio" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    (path.parent / "one.opus").write_bytes(opus() if sound is None else sound)
    return path
