"""espeak-ng: small, everywhere, understandable, not beautiful.

Only languages it really speaks are offered. It has no Khmer, Lao, Pashto, Tigrinya or Somali;
Arabic and Hebrew it reads only with all vowel signs, which nobody writes; of Thai, Burmese and
Chinese it says too little to be understood (tried with 1.51).
"""

import re
from collections.abc import Mapping
from functools import cached_property

from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Utterance
from kiosk.services.speaking.clips import mend_wav
from kiosk.services.speaking.errors import VoiceError
from kiosk.services.speaking.programs import run
from kiosk.services.speaking.wording import for_machine

_PROGRAM = "espeak-ng"
_WORDS_PER_MINUTE = "150"  # its own 175 is too fast for people who hear it the first time
_VERSION = re.compile(rb"\d+\.\d+(?:\.\d+)?")
_SAME_NAME = (
    "en fr es pt de it nl ro sq tr vi sw qu ku uz ru uk sr el fa ur am bn hi ne pa gu ta te kn ml "
    "si ka hy"
)
_VOICES: Mapping[str, str] = {**{name: name for name in _SAME_NAME.split()}, "fa-AF": "fa"}


class EspeakVoice:
    """Speaks through espeak-ng, one process for each utterance."""

    def speaks(self, language: LanguageTag) -> bool:
        """True when the espeak-ng of this machine has a voice people understand."""
        return _VOICES.get(language) in self._installed

    def say(self, utterance: Utterance) -> bytes:
        """The words as 16-bit mono WAV; VoiceError."""
        if not self.speaks(utterance.language):
            raise VoiceError(f"{_PROGRAM} has no voice for {utterance.language}")
        voice = _VOICES[utterance.language]
        command = (_PROGRAM, "-v", voice, "-s", _WORDS_PER_MINUTE, "-b", "1", "--stdin", "--stdout")
        try:
            return mend_wav(run(command, _prepared(utterance)))
        except ValueError as error:
            raise VoiceError(f"{_PROGRAM} made no sound ({error}): run `doctor`") from error

    def name(self, language: LanguageTag) -> str:
        """Such as `espeak-ng 1.51 fr`."""
        return f"{_PROGRAM} {self._version} {_VOICES.get(language, language)}"

    @cached_property
    def _version(self) -> str:
        found = _VERSION.search(run((_PROGRAM, "--version"), ""))
        return found.group().decode() if found else "?"

    @cached_property
    def _installed(self) -> frozenset[str]:
        """Every name a voice of this machine answers to."""
        try:
            lines = run((_PROGRAM, "--voices"), "").decode(errors="replace").splitlines()[1:]
        except VoiceError:
            return frozenset()
        names: set[str] = set()
        for line in lines:
            columns = line.split()
            names.update(columns[1:2])
            names.update(re.findall(r"\(([\w-]+) \d+\)", line))
        return frozenset(names)


def _prepared(utterance: Utterance) -> str:
    """Lines apart by a pause, and no brackets that espeak-ng takes for sounds."""
    return for_machine(utterance).replace("[[", "[ [").replace("\n", "\n\n")
