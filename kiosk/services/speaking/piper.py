"""Piper: a neural voice from files that an operator puts into a folder.

The folder holds an executable `piper` and voices named by Piper, such as `fr_FR-siwis-medium.onnx`
with its `.onnx.json`; which languages are spoken is which files are there.
"""

import json
import os
from functools import cached_property
from pathlib import Path

from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Utterance
from kiosk.services.speaking.clips import make_wav
from kiosk.services.speaking.errors import VoiceError
from kiosk.services.speaking.programs import run
from kiosk.services.speaking.wording import for_machine

_USUAL_RATE = 22_050


class PiperVoice:
    """Speaks through Piper, one process for each utterance."""

    def __init__(self, folder: Path) -> None:
        """`folder` is looked into when it is first asked for something."""
        self._folder = folder
        self._program = folder / "piper"

    @property
    def is_installed(self) -> bool:
        """True when the folder holds the programme and at least one voice."""
        return os.access(self._program, os.X_OK) and bool(self._models)

    def speaks(self, language: LanguageTag) -> bool:
        """True when the folder holds a voice of this language."""
        return self._model(language) is not None

    def say(self, utterance: Utterance) -> bytes:
        """The words as 16-bit mono WAV; VoiceError."""
        model = self._model(utterance.language)
        if model is None:
            raise VoiceError(f"{self._folder}: no voice for {utterance.language}: add its .onnx")
        command = (str(self._program), "--model", str(model), "--output_raw")
        samples = run(command, f"{for_machine(utterance)}\n")
        if not samples:
            raise VoiceError(f"{self._folder}: piper made no sound: run `doctor`")
        return make_wav(samples, _rate(model))

    def name(self, language: LanguageTag) -> str:
        """Such as `piper fr_FR-siwis-medium`: the voice file is what is heard."""
        model = self._model(language)
        return f"piper {model.stem}" if model else "piper"

    def _model(self, language: LanguageTag) -> Path | None:
        """The voice of exactly this tag, else one of its language: `fa_IR` speaks for `fa-AF`."""
        exact = self._models.get(language.casefold())
        return exact or self._models.get(language.partition("-")[0])

    @cached_property
    def _models(self) -> dict[str, Path]:
        """Voice files by tag and by bare language, the first of each in the order of names."""
        found: dict[str, Path] = {}
        paths = sorted(self._folder.glob("*.onnx")) if self._folder.is_dir() else []
        for path in paths:
            tag = path.stem.partition("-")[0].replace("_", "-").casefold()
            found.setdefault(tag, path)
            found.setdefault(tag.partition("-")[0], path)
        return found


def _rate(model: Path) -> int:
    """Samples per second, as the file beside the voice says."""
    try:
        said = json.loads(model.with_name(f"{model.name}.json").read_text(encoding="utf-8"))
        rate = said["audio"]["sample_rate"]
    except (OSError, ValueError, KeyError, TypeError):
        return _USUAL_RATE
    return rate if isinstance(rate, int) and 8_000 <= rate <= 96_000 else _USUAL_RATE
