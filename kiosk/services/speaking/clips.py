"""Sound in memory: 16-bit mono WAV whose header is true."""

import io
import wave
from dataclasses import dataclass

from kiosk.core.speech import Origin

_SAMPLE_BYTES = 2


@dataclass(frozen=True)
class Clip:
    """Something said: a whole WAV file, and who says it."""

    wav: bytes
    origin: Origin

    @property
    def seconds(self) -> float:
        """How long it is."""
        return wav_seconds(self.wav)


def make_wav(samples: bytes, rate: int) -> bytes:
    """A WAV file of 16-bit mono samples; `rate` in samples per second."""
    stream = io.BytesIO()
    with wave.open(stream, "wb") as out:
        out.setnchannels(1)
        out.setsampwidth(_SAMPLE_BYTES)
        out.setframerate(rate)
        out.writeframes(samples[: len(samples) // _SAMPLE_BYTES * _SAMPLE_BYTES])
    return stream.getvalue()


def mend_wav(untrusted_wav: bytes) -> bytes:
    """The same sound with true lengths in the header.

    A programme that writes to a pipe cannot go back and fill them in. ValueError when it is no
    16-bit mono WAV or holds no sound.
    """
    samples, rate = read_wav(untrusted_wav)
    if not samples:
        raise ValueError("no sound in it")
    return make_wav(samples, rate)


def read_wav(untrusted_wav: bytes) -> tuple[bytes, int]:
    """16-bit mono samples and their rate; ValueError when it is something else."""
    try:
        with wave.open(io.BytesIO(untrusted_wav)) as found:
            if (found.getnchannels(), found.getsampwidth()) != (1, _SAMPLE_BYTES):
                raise ValueError("not 16-bit mono")
            return found.readframes(found.getnframes()), found.getframerate()
    except (wave.Error, EOFError) as error:
        raise ValueError(f"not a WAV file ({error})") from error


def wav_seconds(wav: bytes) -> float:
    """How long a WAV file of ours is."""
    samples, rate = read_wav(wav)
    return len(samples) / _SAMPLE_BYTES / rate
