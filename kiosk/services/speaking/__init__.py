"""What can be said aloud: from recordings shipped in packs, or by a voice of this machine.

`Narrator.clip` gives sound for words. Nothing said is written to disk or log.
"""

from kiosk.core.speech import Origin, Recording
from kiosk.services.speaking.clips import Clip
from kiosk.services.speaking.narrator import (
    MemoryRecordings,
    Narrator,
    Recordings,
)
from kiosk.services.speaking.voices import (
    EspeakVoice,
    MemoryVoice,
    NamedVoice,
    NoVoice,
    PiperVoice,
    Voice,
    VoiceError,
    open_voice,
)
from kiosk.services.speaking.word_recordings import AllRecordings, WordRecordings

__all__ = [
    "AllRecordings",
    "Clip",
    "EspeakVoice",
    "MemoryRecordings",
    "MemoryVoice",
    "NamedVoice",
    "Narrator",
    "NoVoice",
    "Origin",
    "PiperVoice",
    "Recording",
    "Recordings",
    "Voice",
    "VoiceError",
    "WordRecordings",
    "open_voice",
]
