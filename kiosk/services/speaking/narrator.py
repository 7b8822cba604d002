"""Words → sound: the recording of exactly these words, else a voice of this machine, else nothing.

Called from job threads while the GUI reads on. The last few clips are kept in memory until
`forget`, so that "again" is at once there; nothing reaches the disk.
"""

from collections import OrderedDict
from collections.abc import Mapping
from threading import Lock
from typing import Protocol

from kiosk.core.errors import KioskError
from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Origin, Recording, Utterance
from kiosk.services.speaking.clips import Clip
from kiosk.services.speaking.voices import Voice

_CLIPS_KEPT = 16


class Recordings(Protocol):
    """Recordings that may be used here."""

    @property
    def languages(self) -> frozenset[LanguageTag]:
        """Languages with at least one recording."""
        ...

    def find(self, utterance: Utterance) -> Recording | None:
        """The recording of exactly these words; asked for from any thread."""
        ...


class MemoryRecordings:
    """Recordings for tests, by utterance."""

    def __init__(self, found: Mapping[Utterance, Recording] | None = None) -> None:
        self._found = {utterance.key: one for utterance, one in (found or {}).items()}
        self.languages = frozenset(utterance.language for utterance in found or {})

    def find(self, utterance: Utterance) -> Recording | None:
        """The recording of these words, if there is one."""
        return self._found.get(utterance.key)


class Narrator:
    """Says what is written, as far as this machine can."""

    def __init__(self, recordings: Recordings, voice: Voice) -> None:
        """`recordings` come first; `voice` says the rest."""
        self._recordings = recordings
        self._voice = voice
        self._lock = Lock()
        self._kept: OrderedDict[str, Clip] = OrderedDict()
        self._sessions = 0

    def can_speak(self, language: LanguageTag) -> bool:
        """True when something can be said in a language; without, the button is absent (A13)."""
        return self._voice.speaks(language) or language in self._recordings.languages

    def clip(self, utterance: Utterance) -> Clip | None:
        """The sound of some words, None where nobody can say them.

        Takes up to seconds: call it in a job. Raises VoiceError when the voice fails.
        """
        with self._lock:
            session = self._sessions
            kept = self._kept.get(utterance.key)
            if kept is not None:
                self._kept.move_to_end(utterance.key)
                return kept
        clip = self._recorded(utterance) or self._spoken(utterance)
        if clip is not None:
            self._keep(utterance.key, clip, session)
        return clip

    def forget(self) -> None:
        """Keep nothing of what was said, not even of what is being made just now."""
        with self._lock:
            self._sessions += 1
            self._kept.clear()

    def _keep(self, key: str, clip: Clip, session: int) -> None:
        with self._lock:
            if session == self._sessions:
                self._kept[key] = clip
                while len(self._kept) > _CLIPS_KEPT:
                    self._kept.popitem(last=False)

    def _recorded(self, utterance: Utterance) -> Clip | None:
        recording = self._recordings.find(utterance)
        if recording is None:
            return None
        # Only now: it brings NumPy along, which takes a tenth of a second.
        from kiosk.services.speaking.opus import decode

        try:
            return Clip(decode(recording.opus), recording.origin)
        except KioskError:
            return None  # a damaged recording: the voice says it

    def _spoken(self, utterance: Utterance) -> Clip | None:
        if not utterance.text.strip() or not self._voice.speaks(utterance.language):
            return None
        return Clip(self._voice.say(utterance), Origin.SYNTHETIC)
