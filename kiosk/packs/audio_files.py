"""`audio/`: lists of clips, and the sound files they name.

`audio/fr.toml` lists recordings that are kept, `audio/drafts/drafts-fr.toml` those a machine made,
which can be made again at any time. Only usable clips come out; the rest are problems.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from kiosk.core.languages import LanguageTag
from kiosk.core.problems import Problems
from kiosk.core.speech import Origin
from kiosk.packs.files import AUDIO_FOLDER, list_folder, parse_toml, read_text
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import Manifest, Place, SourcedClip
from kiosk.packs.table_lists import ListedTable, listed_tables

DRAFTS = "drafts"
DRAFT_LIST = "drafts-"
SUFFIX = ".opus"
MOST_BYTES = 10_000_000
LARGE_BYTES = 1_000_000

_KEY = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class _ClipTable:
    of: str
    hash: str
    file: str
    origin: Origin
    voice: str
    made: date


@dataclass(frozen=True)
class Sounds:
    """What lies in `audio/`: clips that can be used, and hashes of the kept and of all sound."""

    clips: tuple[SourcedClip, ...] = ()
    kept_sha256: str = ""
    sha256: str = ""


def read_sounds(folder: Path, manifest: Manifest, problems: Problems) -> Sounds:
    """The clips of a pack folder; nothing where it has no `audio/`."""
    audio = folder / AUDIO_FOLDER
    if not audio.exists() and not audio.is_symlink():
        return Sounds()
    reader = _AudioReader(manifest, problems)
    reader.read_folder(audio, is_draft=False)
    drafts = audio / DRAFTS
    if drafts.exists():
        reader.read_folder(drafts, is_draft=True)
    reader.report_unused(audio)
    clips = tuple(reader.clips)
    kept = [clip for clip in clips if not clip.is_draft]
    return Sounds(clips, _digest(kept) if kept else "", _digest(clips) if clips else "")


def _digest(clips: Iterable[SourcedClip]) -> str:
    """A hash over what the clips say and of what, in the order of the lists."""
    digest = hashlib.sha256()
    for clip in clips:
        said = (clip.of, clip.language, clip.key, clip.origin.value, clip.voice, clip.sha256)
        digest.update("\0".join((*said, clip.made.isoformat(), "")).encode())
    return digest.hexdigest()


class _AudioReader:
    def __init__(self, manifest: Manifest, problems: Problems) -> None:
        self._manifest = manifest
        self._problems = problems
        self._named: set[Path] = set()
        self.clips: list[SourcedClip] = []

    def read_folder(self, folder: Path, *, is_draft: bool) -> None:
        """Every list in `audio/` or `audio/drafts/`."""
        if folder.is_symlink() or not folder.is_dir():
            self._problems.add(Rule.NOT_A_FILE.problem(folder, 0, "should be a plain folder"))
            return
        for path in list_folder(folder, self._problems):
            if path.suffix == ".toml":
                self._read_list(path, is_draft=is_draft)

    def report_unused(self, audio: Path) -> None:
        """Sound files nothing names, and files that have no place here."""
        for path in _files_below(audio, self._problems):
            if path in self._named or path.suffix == ".toml":
                continue
            if path.suffix == SUFFIX:
                message = f"{quoted(path.name)} is named by no clip"
                self._problems.add(Rule.AUDIO_UNUSED.problem(path, 0, message))
            else:
                message = f"{AUDIO_FOLDER}/ holds lists and {SUFFIX} files only"
                self._problems.add(Rule.UNEXPECTED_FILE.problem(path, 0, message))

    def _read_list(self, path: Path, *, is_draft: bool) -> None:
        language = self._language(path, is_draft=is_draft)
        if path.is_symlink() or not path.is_file():
            self._problems.add(Rule.NOT_A_FILE.problem(path, 0, "should be a plain file"))
            return
        text = read_text(path, self._problems)
        toml = parse_toml(path, text, self._problems) if text is not None else None
        if toml is None or language is None:
            return
        seen: set[str] = set()
        for one in listed_tables(toml, "clip", self._manifest.id, self._problems):
            clip = _ClipReader(one, self._named).read(language, is_draft=is_draft)
            if clip is not None and clip.of in seen:
                message = f"{quoted(clip.of)} has two clips in this list"
                one.reading.fail(Rule.DUPLICATE_ID, clip.place, message, "keep one of them")
            elif clip is not None:
                seen.add(clip.of)
                self.clips.append(clip)

    def _language(self, path: Path, *, is_draft: bool) -> LanguageTag | None:
        """The language a list is named after, None with a problem."""
        prefix = DRAFT_LIST if is_draft else ""
        wanted = {f"{prefix}{tag}": tag for tag in self._manifest.languages}
        if path.stem not in wanted:
            message = f"{quoted(path.name)} is not named after a language of the pack"
            way_out = did_you_mean(path.stem, wanted)
            self._problems.add(Rule.AUDIO_LANGUAGE.problem(path, 0, message, way_out))
        return wanted.get(path.stem)


class _ClipReader:
    """Reads one `[[clip]]`; `named` gathers the sound files that clips name."""

    def __init__(self, one: ListedTable, named: set[Path]) -> None:
        self._reader = one.reader
        self._reading = one.reading
        self._table = one.table
        self._where = one.path
        self._named = named

    def read(self, language: LanguageTag, *, is_draft: bool) -> SourcedClip | None:
        """The clip, None with problems where it cannot be used."""
        record = self._reader.read(_ClipTable, self._table, self._where, "")
        place = self._reader.place(*self._where)
        for key in ("of", "voice"):
            if record.get(key) == "":
                self._fail(Rule.EMPTY_VALUE, key, f"{key} is empty")
        if "hash" in record and not _KEY.fullmatch(record["hash"]):
            self._fail(Rule.AUDIO_HASH, "hash", f"{quoted(record['hash'])} is no hash")
        if is_draft and record.get("origin") == Origin.RECORDED.value:
            self._fail(Rule.AUDIO_ORIGIN, "origin", "a recorded clip among the drafts")
        path = self._path(record["file"], place.path.parent) if "file" in record else None
        digest = self._digest(path) if path else None
        if not self._reading.is_valid or path is None or digest is None:
            return None
        return SourcedClip(
            of=record["of"],
            language=language,
            key=record["hash"],
            path=path,
            sha256=digest,
            origin=Origin(record["origin"]),
            voice=record["voice"],
            made=date.fromisoformat(record["made"]),
            place=place,
            is_draft=is_draft,
        )

    def _path(self, untrusted_name: str, folder: Path) -> Path | None:
        name = PurePosixPath(untrusted_name)
        parts = untrusted_name.split("/")
        is_plain = all(part not in ("", ".", "..") and "\\" not in part for part in parts)
        if not is_plain or name.suffix != SUFFIX or len(untrusted_name.encode()) > 200:
            self._fail(Rule.AUDIO_PATH, "file", f"{quoted(untrusted_name)} is no place here")
            return None
        path = folder.joinpath(*name.parts)
        self._named.add(path)
        steps = [folder.joinpath(*name.parts[: end + 1]) for end in range(len(name.parts))]
        if any(step.is_symlink() for step in steps):
            self._fail(Rule.AUDIO_PATH, "file", f"{quoted(untrusted_name)} leads through a link")
            return None
        return path

    def _digest(self, path: Path) -> str | None:
        if not path.is_file():
            self._fail(Rule.AUDIO_MISSING, "file", f"{quoted(path.name)} is not there")
            return None
        try:
            size = path.stat().st_size
            sound = path.read_bytes() if size <= MOST_BYTES else b""
        except OSError as error:
            self._fail(Rule.UNREADABLE, "file", f"{quoted(path.name)}: {error.strerror}")
            return None
        if size > MOST_BYTES:
            self._fail(Rule.AUDIO_LONG, "file", f"{quoted(path.name)} has {size} bytes")
            return None
        return hashlib.sha256(sound).hexdigest()

    def _fail(self, rule: Rule, key: str, message: str, way_out: str = "") -> None:
        self._reading.fail(rule, self._place(key), message, way_out)

    def _place(self, key: str) -> Place:
        return self._reader.place(*self._where, key)


def _files_below(folder: Path, problems: Problems) -> Iterator[Path]:
    """Every file below a folder; links are not followed, names with a dot passed over."""
    if folder.is_symlink() or not folder.is_dir():
        return
    for path in list_folder(folder, problems):
        if path.is_dir() and not path.is_symlink():
            yield from _files_below(path, problems)
        else:
            yield path
