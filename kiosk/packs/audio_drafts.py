"""Which texts of a pack want a voice, and the drafts that a machine makes for them.

Drafts lie in `audio/drafts/`, apart from what people recorded: made again at any time, kept out of
version control. What a person recorded is never touched.
"""

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import PackKind
from kiosk.core.review import needs_review
from kiosk.core.speech import Origin
from kiosk.packs.audio_files import DRAFT_LIST, DRAFTS, SUFFIX
from kiosk.packs.audio_rules import current_clips
from kiosk.packs.files import AUDIO_FOLDER
from kiosk.packs.source import SourcedClip, SourcePack
from kiosk.packs.spoken import Spoken, spoken_texts
from kiosk.whole_file import write_whole

_HEAD = (
    "# Made by `packs audio`; do not edit, and do not commit. Recordings of people stand in ../\n"
)


@dataclass(frozen=True)
class Line:
    """One text of a pack in a language, and the clip that speaks it as it reads now, if any."""

    spoken: Spoken
    clip: SourcedClip | None

    @property
    def is_recorded(self) -> bool:
        """True when a kept clip speaks it."""
        return self.clip is not None and not self.clip.is_draft


@dataclass(frozen=True)
class Draft:
    """A clip that a machine made: place of its text, hash of its words, name of the voice."""

    of: str
    key: str
    voice: str
    made: date


def lines_of(pack: SourcePack, language: LanguageTag) -> tuple[Line, ...]:
    """Every text of a pack that is shown in a language, in the order of files."""
    clips = {c.of: c for c in current_clips(pack) if c.language == language}
    return tuple(Line(one, clips.get(one.of)) for one in spoken_texts(pack, language))


def safety_contexts(pack: SourcePack) -> frozenset[str]:
    """Places of the safety, rights, complaint and child texts of a pack."""
    return frozenset(
        message.context
        for entry in pack.entries
        if needs_review(entry.kind, entry.record, is_safety_core=_is_core(pack, entry.record))
        for message in entry.messages
    )


def _is_core(pack: SourcePack, record: Mapping[str, Any]) -> bool:
    return pack.manifest.kind is PackKind.COMMON and bool(record.get("safety_core"))


def draft_of(clip: SourcedClip) -> Draft:
    """A draft that is there already."""
    return Draft(clip.of, clip.key, clip.voice, clip.made)


def drafts_folder(pack: SourcePack) -> Path:
    """Where the drafts of a pack lie."""
    return pack.folder / AUDIO_FOLDER / DRAFTS


def write_sound(pack: SourcePack, language: LanguageTag, key: str, opus: bytes) -> None:
    """Put the sound of some words among the drafts; EnvironmentProblem when the disk refuses."""
    path = drafts_folder(pack) / _file_name(language, key)
    with _disk(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        write_whole(path, opus)


def write_list(pack: SourcePack, language: LanguageTag, drafts: Iterable[Draft]) -> int:
    """Write the list of drafts of a language and remove what is no longer on it.

    Returns how many sound files were removed. EnvironmentProblem when the disk refuses.
    """
    drafts = tuple(drafts)
    folder = drafts_folder(pack)
    path = folder / f"{DRAFT_LIST}{language}.toml"
    names = {_file_name(language, draft.key) for draft in drafts}
    with _disk(path):
        if drafts:
            folder.mkdir(parents=True, exist_ok=True)
            write_whole(path, (_HEAD + "".join(_table(language, one) for one in drafts)).encode())
        else:
            path.unlink(missing_ok=True)
        old = [p for p in folder.glob(f"{language}_*{SUFFIX}") if p.name not in names]
        for gone in old:
            gone.unlink()
        return len(old)


def _table(language: LanguageTag, draft: Draft) -> str:
    texts = {
        "of": draft.of,
        "hash": draft.key,
        "file": _file_name(language, draft.key),
        "origin": Origin.SYNTHETIC.value,
        "voice": draft.voice,
    }
    lines = [f"{key} = {json.dumps(text, ensure_ascii=False)}" for key, text in texts.items()]
    return "\n".join(["", "[[clip]]", *lines, f"made = {draft.made.isoformat()}", ""])


def _file_name(language: LanguageTag, key: str) -> str:
    """Texts of the same words share one file."""
    return f"{language}_{key[:16]}{SUFFIX}"


@contextmanager
def _disk(path: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(
            f"{path}: cannot write here ({error.strerror}): free some space or mend the permissions"
        ) from error
