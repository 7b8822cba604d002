"""Two tones that call somebody back, made here so that nothing has to be shipped or read."""

from array import array
from functools import cache
from io import BytesIO
from math import exp, pi, sin
from wave import open as open_wave

_RATE = 22_050
_TONES = ((659.3, 0.28), (523.3, 0.42))
_LEVEL = 0.5


@cache
def chime() -> bytes:
    """A WAV of seven tenths of a second: two falling tones that die away, 16 bit, one channel."""
    samples = array("h")
    for hertz, seconds in _TONES:
        count = round(_RATE * seconds)
        samples.extend(_sample(hertz, index, count) for index in range(count))
    written = BytesIO()
    with open_wave(written, "wb") as wav:
        wav.setnchannels(1)
        wav.setsampwidth(2)
        wav.setframerate(_RATE)
        wav.writeframes(samples.tobytes())
    return written.getvalue()


def _sample(hertz: float, index: int, count: int) -> int:
    """One sample of a tone that begins and ends without a click."""
    swell = min(1.0, index / (0.01 * _RATE), (count - index) / (0.02 * _RATE))
    fading = exp(-3.0 * index / count)
    return round(32_767 * _LEVEL * swell * fading * sin(2 * pi * hertz * index / _RATE))
