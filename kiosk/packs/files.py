"""The files of a pack folder as text: what belongs there, decoded, line ends and BOM made even."""

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from kiosk.core.entries import EntryKind
from kiosk.core.problems import Problems
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.toml_lines import TomlLines, find_lines

MAX_BYTES = 2_000_000

ENTRY_FILES: Mapping[str, EntryKind] = {
    "services.toml": EntryKind.SERVICE,
    "agreements.toml": EntryKind.AGREEMENT,
    "rights.toml": EntryKind.RIGHT,
    "terms.toml": EntryKind.TERM,
    "opportunities.toml": EntryKind.OPPORTUNITY,
    "stories.toml": EntryKind.STORY,
    "questions.toml": EntryKind.QUESTION,
    "notices.toml": EntryKind.NOTICE,
}
PACK_FILE = "pack.toml"
FILE_NAMES = (PACK_FILE, "sources.toml", "facts.toml", "cases.toml", *ENTRY_FILES)
FOLDERS: Mapping[str, str] = {"topics": ".md", "programmes": ".toml", "translations": ".po"}
AUDIO_FOLDER = "audio"  # read by `audio_files`: what lies there is not text

_TOML_LINE = re.compile(r"\(at line (\d+), column \d+\)")


@dataclass(frozen=True)
class SourceFile:
    """One file of a pack: `name` is its path inside it with `/`, lines end in LF."""

    path: Path
    name: str
    text: str


@dataclass(frozen=True)
class TomlFile:
    """A parsed TOML text and where its keys stand; `offset` is added to lines (front matter)."""

    path: Path
    data: Mapping[str, Any]
    lines: TomlLines
    offset: int = 0

    def line(self, *path: str | int) -> int:
        """The line of the value at `path`, or of the nearest thing around it."""
        return self.lines.at(*path) + self.offset


def read_files(folder: Path, problems: Problems) -> dict[str, SourceFile]:
    """The files of the format in `folder` by name, in the order of names."""
    files: dict[str, SourceFile] = {}
    for path in list_folder(folder, problems):
        if path.name in FOLDERS:
            files.update(_read_folder(path, problems))
        elif path.name in FILE_NAMES:
            _read_into(files, path, path.name, problems)
        elif path.name != AUDIO_FOLDER:
            hint = did_you_mean(path.name, (*FILE_NAMES, *FOLDERS, AUDIO_FOLDER))
            way_out = hint if hint.startswith("did") else ""
            problems.add(
                Rule.UNEXPECTED_FILE.problem(
                    path, 0, f"{quoted(path.name)} is not part of a pack", way_out
                )
            )
    return files


def list_folder(folder: Path, problems: Problems) -> list[Path]:
    """What lies in a folder, by name, names with a dot in front passed over."""
    try:
        found = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    except OSError as error:
        problems.add(Rule.UNREADABLE.problem(folder, 0, f"cannot be listed: {error.strerror}"))
        return []
    for path in found:
        if not path.name.isprintable():  # also bytes that are not UTF-8
            message = f"a file name no person can read: {quoted(path.name)}"
            problems.add(Rule.UNEXPECTED_FILE.problem(folder, 0, message))
    return [path for path in found if path.name.isprintable()]


def _read_folder(folder: Path, problems: Problems) -> dict[str, SourceFile]:
    files: dict[str, SourceFile] = {}
    if folder.is_symlink() or not folder.is_dir():
        problems.add(Rule.NOT_A_FILE.problem(folder, 0, "should be a plain folder"))
        return files
    suffix = FOLDERS[folder.name]
    for path in list_folder(folder, problems):
        if path.suffix == suffix:
            _read_into(files, path, f"{folder.name}/{path.name}", problems)
        else:
            problems.add(
                Rule.UNEXPECTED_FILE.problem(path, 0, f"{folder.name}/ holds {suffix} files only")
            )
    return files


def _read_into(files: dict[str, SourceFile], path: Path, name: str, problems: Problems) -> None:
    if path.is_symlink() or not path.is_file():
        problems.add(Rule.NOT_A_FILE.problem(path, 0, "should be a plain file"))
        return
    text = read_text(path, problems)
    if text is not None:
        files[name] = SourceFile(path, name, text)


def read_text(path: Path, problems: Problems) -> str | None:
    """The text of a file without BOM, its lines ending in LF, or None with a problem."""
    try:
        size = path.stat().st_size
        untrusted_bytes = path.read_bytes() if size <= MAX_BYTES else b""
    except OSError as error:
        problems.add(Rule.UNREADABLE.problem(path, 0, f"cannot be read: {error.strerror}"))
        return None
    if size > MAX_BYTES:
        problems.add(Rule.TOO_LARGE.problem(path, 0, f"has {size} bytes"))
        return None
    try:
        text = untrusted_bytes.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = untrusted_bytes.count(b"\n", 0, error.start) + 1
        byte = untrusted_bytes[error.start]
        problems.add(Rule.NOT_UTF8.problem(path, line, f"byte 0x{byte:02X} is not UTF-8"))
        return None
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        problems.add(Rule.EMPTY_FILE.problem(path, 0, "the file is empty"))
        return None
    return text


def parse_toml(path: Path, text: str, problems: Problems, offset: int = 0) -> TomlFile | None:
    """A TOML text read with lines, or None with a problem. Decimal numbers keep their digits."""
    try:
        data = tomllib.loads(text, parse_float=Decimal)
    except (ValueError, ArithmeticError, RecursionError) as error:
        found = _TOML_LINE.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        reason = _TOML_LINE.sub("", str(error)).replace("(at end of document)", "").strip()
        if isinstance(error, RecursionError):
            line, reason = 1, "lists or tables nested too deep"
        problems.add(Rule.TOML_SYNTAX.problem(path, line + offset, f"broken TOML: {reason[:200]}"))
        return None
    return TomlFile(path, data, find_lines(text), offset)


def canonical_hash(files: Mapping[str, SourceFile], sound: str = "") -> str:
    """SHA-256 over names and texts of all files, the same wherever the folder stands.

    `sound` is the hash of the recordings, empty where there are none.
    """
    digest = hashlib.sha256()
    for name in sorted(files):
        digest.update(f"{name}\0{files[name].text}\0".encode())
    digest.update(sound.encode())
    return digest.hexdigest()
