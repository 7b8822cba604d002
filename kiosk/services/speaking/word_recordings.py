"""Recordings of the program's own words, compiled beside the catalogues, and several as one."""

import json
from functools import cached_property
from pathlib import Path

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.core.speech import Origin, Recording, Utterance, preferred
from kiosk.services.speaking.narrator import Recordings

INDEX = "index.json"
"""The file in a folder of recordings that says who speaks each: hash → origin."""


class WordRecordings:
    """What lies in `<folder>/<tag>/audio/`: one file for each hash, and who speaks."""

    def __init__(self, folder: Path) -> None:
        """`folder` need not exist: then nothing is recorded."""
        self._folder = folder

    @property
    def languages(self) -> frozenset[LanguageTag]:
        """Languages with at least one recording."""
        return frozenset(self._origins)

    def find(self, utterance: Utterance) -> Recording | None:
        """The recording of exactly these words; none where the file cannot be read."""
        origin = self._origins.get(utterance.language, {}).get(utterance.key)
        if origin is None:
            return None
        path = self._folder / utterance.language / "audio" / f"{utterance.key}.opus"
        try:
            return Recording(path.read_bytes(), origin)
        except OSError:
            return None

    @cached_property
    def _origins(self) -> dict[LanguageTag, dict[str, Origin]]:
        found = {tag: self._read(self._folder / tag / "audio" / INDEX) for tag in LANGUAGES}
        return {tag: origins for tag, origins in found.items() if origins}

    @staticmethod
    def _read(path: Path) -> dict[str, Origin]:
        try:
            untrusted = json.loads(path.read_text(encoding="utf-8"))
            return {str(key): Origin(origin) for key, origin in untrusted.items()}
        except (OSError, ValueError, AttributeError):
            return {}


class AllRecordings:
    """Several collections as one; earlier ones first, and a person before a machine."""

    def __init__(self, *parts: Recordings) -> None:
        self._parts = parts

    @property
    def languages(self) -> frozenset[LanguageTag]:
        """Languages with at least one recording anywhere."""
        return frozenset().union(*(part.languages for part in self._parts))

    def find(self, utterance: Utterance) -> Recording | None:
        """The recording of exactly these words."""
        found = (part.find(utterance) for part in self._parts)
        return preferred(one for one in found if one is not None)
