"""How long an Ogg/Opus file lasts. Imported when there is one: soundfile brings NumPy along."""

from pathlib import Path

import soundfile

_HEAD_BYTES = 36
_MOST_CHANNELS = 2


def seconds_of(path: Path) -> float | None:
    """The length in seconds, None when it is no Ogg/Opus file with one or two channels."""
    try:
        with path.open("rb") as stream:
            head = stream.read(_HEAD_BYTES)
            # Looked at first, so that no other format reaches the library's many decoders.
            if not head.startswith(b"OggS") or not head.endswith(b"OpusHead"):
                return None
        found = soundfile.info(str(path))
    except (OSError, soundfile.SoundFileError):
        return None
    if found.format != "OGG" or found.subtype != "OPUS" or found.channels > _MOST_CHANNELS:
        return None
    return float(found.duration) if found.frames > 0 else None
