"""Ogg/Opus ↔ WAV. Imported when it is first wanted: soundfile brings NumPy along.

Drafts are encoded at 24 kHz: wide enough for speech, half the size of what a recorder makes.
"""

import io

import numpy as np
import soundfile
import soxr

from kiosk.core.errors import ContentError
from kiosk.services.speaking.clips import make_wav, read_wav

RATE = 24_000
_COMPRESSION = 0.928  # of libsndfile, 0 to 1: here 24 kbit/s, at which speech is clear


class SoundDataError(ContentError):
    """Sound that cannot be read: the content editor can record it again."""


def decode(untrusted_opus: bytes) -> bytes:
    """A 16-bit mono WAV file of an Ogg/Opus one; SoundDataError when it is none."""
    try:
        samples, rate = soundfile.read(io.BytesIO(untrusted_opus), dtype="float32", always_2d=True)
    except (soundfile.SoundFileError, ValueError) as error:
        raise SoundDataError(f"a recording cannot be read ({error}): record it again") from error
    return make_wav(_whole_numbers(samples.mean(axis=1)), int(rate))


def encode(wav: bytes) -> bytes:
    """Ogg/Opus at 24 kHz of a 16-bit mono WAV file; SoundDataError when it is none."""
    try:
        samples, rate = read_wav(wav)
    except ValueError as error:
        raise SoundDataError(f"sound cannot be read ({error})") from error
    signal = np.frombuffer(samples, dtype="<i2").astype("float32") / 32768
    if rate != RATE:
        signal = soxr.resample(signal, rate, RATE)
    stream = io.BytesIO()
    soundfile.write(
        stream, signal, RATE, format="OGG", subtype="OPUS", compression_level=_COMPRESSION
    )
    return stream.getvalue()


def _whole_numbers(signal: "np.ndarray[tuple[int, ...], np.dtype[np.float32]]") -> bytes:
    return np.clip(signal * 32768, -32768, 32767).astype("<i2").tobytes()
