"""Draft audio: a voice of this machine speaks every text that nobody has recorded.

Drafts let a kiosk without a voice of its own speak, and let an editor hear a text before people are
asked to record it. They are marked as synthetic, and never replace what a person spoke.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from kiosk.core.ids import LanguageTag, PackId
from kiosk.core.languages import LANGUAGES
from kiosk.packs import Draft, Line, draft_of, lines_of, safety_contexts, write_list, write_sound
from kiosk.packs.audio_rules import LONGEST_SECONDS
from kiosk.packs.source import SourcePack
from kiosk.services.speaking.clips import wav_seconds
from kiosk.services.speaking.voices import NamedVoice, VoiceError

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class DraftReport:
    """What became of the texts of a pack in a language.

    `recorded` need no draft, `kept` had a current one, `made` have one now; `unknown` hold a value
    that is not shown on the day, `too_long` last over three minutes: both stay silent. `removed`
    counts sound files of words that have changed, `seconds` and `bytes` what was made.
    """

    pack: PackId
    language: LanguageTag
    voice: str
    recorded: int
    kept: int
    made: int
    unknown: int
    too_long: tuple[str, ...]
    removed: int
    seconds: float
    bytes: int


def check_voice(voice: NamedVoice, name: str, language: LanguageTag) -> None:
    """VoiceError that says what to do when a voice does not speak a language."""
    if not voice.speaks(language):
        raise VoiceError(
            f"the voice {name} does not speak {LANGUAGES[language].name} here: "
            "record people (docs/guides/editor.md), or give --voice piper:/folder with such a voice"
        )


def render_drafts(
    pack: SourcePack,
    language: LanguageTag,
    voice: NamedVoice,
    as_of: date,
    *,
    only_safety: bool = False,
    progress: Progress | None = None,
) -> DraftReport:
    """Speak what nobody has recorded and no draft of this voice speaks already.

    `progress` is called with how many are done, of how many.
    What was made before a VoiceError or an EnvironmentProblem stays and is not made again.
    """
    work = _Work(pack, language, voice, as_of, only_safety=only_safety)
    try:
        work.speak(progress)
    finally:
        removed = write_list(pack, language, work.drafts)
    return work.report(removed)


class _Work:
    """One pass over the texts of a pack in a language."""

    def __init__(
        self,
        pack: SourcePack,
        language: LanguageTag,
        voice: NamedVoice,
        as_of: date,
        *,
        only_safety: bool,
    ) -> None:
        self._pack = pack
        self._language = language
        self._voice = voice
        self._as_of = as_of
        self._name = voice.name(language)
        lines = lines_of(pack, language)
        wanted = safety_contexts(pack) if only_safety else None
        self._recorded = sum(line.is_recorded for line in lines)
        silent = [line for line in lines if not line.is_recorded]
        whole = [line for line in silent if line.spoken.is_whole(as_of)]
        self._unknown = len(silent) - len(whole)
        self._todo = [line for line in whole if self._wants(line, wanted)]
        todo = {line.spoken.of for line in self._todo}
        # What is not made now keeps the draft it has.
        rest = [line.clip for line in silent if line.clip and line.spoken.of not in todo]
        self.drafts = [draft_of(clip) for clip in rest]
        self._kept = len(self.drafts)
        self._too_long: list[str] = []
        self._made = 0
        self._seconds = 0.0
        self._bytes = 0

    def speak(self, progress: Progress | None) -> None:
        """Make every draft that is to be made, words that several texts share once."""
        by_key: dict[str, list[Line]] = {}
        for line in self._todo:
            by_key.setdefault(line.spoken.utterance.key, []).append(line)
        done = 0
        for key, lines in by_key.items():
            self._speak_one(key, lines)
            done += len(lines)
            if progress is not None:
                progress(done, len(self._todo))

    def report(self, removed: int) -> DraftReport:
        """What became of it."""
        return DraftReport(
            pack=self._pack.id,
            language=self._language,
            voice=self._name,
            recorded=self._recorded,
            kept=self._kept,
            made=self._made,
            unknown=self._unknown,
            too_long=tuple(self._too_long),
            removed=removed,
            seconds=round(self._seconds, 1),
            bytes=self._bytes,
        )

    def _wants(self, line: Line, wanted: frozenset[str] | None) -> bool:
        if wanted is not None and line.spoken.of not in wanted:
            return False
        return line.clip is None or line.clip.voice != self._name

    def _speak_one(self, key: str, lines: list[Line]) -> None:
        # Only now: it brings NumPy along.
        from kiosk.services.speaking.opus import encode

        wav = self._voice.say(lines[0].spoken.utterance)
        seconds = wav_seconds(wav)
        if seconds > LONGEST_SECONDS:
            self._too_long.extend(line.spoken.of for line in lines)
            return
        opus = encode(wav)
        write_sound(self._pack, self._language, key, opus)
        self.drafts += [Draft(one.spoken.of, key, self._name, self._as_of) for one in lines]
        self._made += len(lines)
        self._seconds += seconds
        self._bytes += len(opus)
