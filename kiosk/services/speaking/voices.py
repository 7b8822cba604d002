"""Voices: espeak-ng, Piper, none, and one in memory for tests.

A voice gets its words on standard input, never as an argument: arguments of a process can be read
by everybody on the machine.
"""

import shutil
from pathlib import Path
from typing import Protocol

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Utterance
from kiosk.services.speaking.clips import make_wav
from kiosk.services.speaking.errors import VoiceError
from kiosk.services.speaking.espeak import EspeakVoice
from kiosk.services.speaking.piper import PiperVoice

__all__ = [
    "EspeakVoice",
    "MemoryVoice",
    "NamedVoice",
    "NoVoice",
    "PiperVoice",
    "Voice",
    "VoiceError",
    "is_installed",
    "open_voice",
]

ESPEAK = "espeak-ng"
NONE = "none"
_PIPER = "piper:"
_SILENCE_RATE = 8_000
_LETTERS_PER_SECOND = 16


class Voice(Protocol):
    """Something that speaks."""

    def speaks(self, language: LanguageTag) -> bool:
        """True when it has a voice people of this language understand."""
        ...

    def say(self, utterance: Utterance) -> bytes:
        """The words as 16-bit mono WAV; VoiceError when that fails or it has no such language."""
        ...


class NamedVoice(Voice, Protocol):
    """A voice that says which it is, so that drafts can name it."""

    def name(self, language: LanguageTag) -> str:
        """Programme, version and voice, such as `espeak-ng 1.51 fr`."""
        ...


class NoVoice:
    """Says nothing, for machines and sites without a voice."""

    def speaks(self, language: LanguageTag) -> bool:
        """Never."""
        return False

    def say(self, utterance: Utterance) -> bytes:
        """Raises VoiceError."""
        raise VoiceError("this machine has no voice: install espeak-ng, or ship recordings")

    def name(self, language: LanguageTag) -> str:
        """The word `none`."""
        return NONE


class MemoryVoice:
    """For tests: notes what was said; 16 letters last a second, all of it silence."""

    def __init__(self, *languages: str) -> None:
        """Speaks these languages, without any: every one."""
        self.said: list[Utterance] = []
        self._languages = languages

    def speaks(self, language: LanguageTag) -> bool:
        """True for the languages it was made with."""
        return not self._languages or language in self._languages

    def say(self, utterance: Utterance) -> bytes:
        """Silence as long as the words."""
        if not self.speaks(utterance.language):
            raise VoiceError(f"no voice for {utterance.language}")
        self.said.append(utterance)
        samples = max(1, len(utterance.text) * _SILENCE_RATE // _LETTERS_PER_SECOND)
        return make_wav(bytes(2 * samples), _SILENCE_RATE)

    def name(self, language: LanguageTag) -> str:
        """Which voice it is."""
        return f"memory 1 {language}"


def is_installed(name: str) -> bool:
    """True when the voice a site names is on this machine; `none` always is."""
    if name == ESPEAK:
        return shutil.which(ESPEAK) is not None
    if name.startswith(_PIPER):
        return PiperVoice(Path(name.removeprefix(_PIPER))).is_installed
    return name == NONE


def open_voice(name: str) -> NamedVoice:
    """The voice a site file names: `espeak-ng`, `piper:/folder` or `none`.

    One that is not on this machine says nothing (`doctor` tells). Raises EnvironmentProblem for a
    name that means no voice.
    """
    if name != ESPEAK and name != NONE and not name.startswith(_PIPER):
        raise EnvironmentProblem(
            f"sound.voice: {name!r} is no voice: write espeak-ng, piper:/folder or none"
        )
    if name == NONE or not is_installed(name):
        return NoVoice()
    return EspeakVoice() if name == ESPEAK else PiperVoice(Path(name.removeprefix(_PIPER)))
