"""A folder read into a `SourcePack`, and folders found below the ones named."""

from collections.abc import Iterable
from pathlib import Path

from kiosk.core.errors import ContentError
from kiosk.core.problems import Problems
from kiosk.packs.audio_files import read_sounds
from kiosk.packs.case_files import read_cases
from kiosk.packs.catalogues import read_catalogues
from kiosk.packs.entry_files import read_entries
from kiosk.packs.fact_files import read_facts, read_sources
from kiosk.packs.files import FILE_NAMES, FOLDERS, PACK_FILE, canonical_hash, read_files
from kiosk.packs.manifest_file import read_manifest
from kiosk.packs.rules import Rule
from kiosk.packs.source import SourcePack


def read_pack(folder: Path, problems: Problems) -> SourcePack:
    """The pack in a folder with everything that could be read; what could not is a problem."""
    files = read_files(folder, problems)
    manifest, own_messages = read_manifest(folder, files, problems)
    sounds = read_sounds(folder, manifest, problems)
    facts, references = read_facts(files.get("facts.toml"), manifest, problems)
    return SourcePack(
        folder=folder,
        manifest=manifest,
        sources=read_sources(files.get("sources.toml"), manifest, problems),
        facts=facts,
        entries=read_entries(files, manifest, problems),
        cases=read_cases(files.get("cases.toml"), manifest, problems),
        catalogues=read_catalogues(files, manifest, problems),
        own_messages=own_messages,
        fact_references=references,
        sha256=canonical_hash(files, sounds.kept_sha256),
        clips=sounds.clips,
        sound_sha256=sounds.sha256,
    )


def read_packs(paths: Iterable[Path]) -> tuple[SourcePack, ...]:
    """The packs at `paths`. ContentError when there is none, or when one cannot be read whole."""
    problems = Problems()
    packs = tuple(read_pack(folder, problems) for folder in find_folders(paths, problems))
    if problems.errors:
        raise ContentError(str(problems.errors[0]))
    return packs


def find_folders(paths: Iterable[Path], problems: Problems) -> tuple[Path, ...]:
    """The pack folders among `paths` and directly below them; a problem where there is none."""
    found: dict[Path, Path] = {}
    for path in paths:
        folders = _folders_in(path)
        if not folders:
            what = "holds no pack" if _is_folder(path) else "is no folder"
            problems.add(Rule.NO_PACK.problem(path, 0, f"the path {what}"))
        for folder in folders:
            found.setdefault(folder.resolve(), folder)
    return tuple(found.values())


def find_siblings(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Packs beside the given ones, to be looked up but not checked."""
    own = {folder.resolve() for folder in folders}
    parents = dict.fromkeys(folder.resolve().parent for folder in own)
    found = (folder for parent in sorted(parents) for folder in _folders_in(parent))
    return tuple(folder for folder in found if folder.resolve() not in own)


def _folders_in(path: Path) -> list[Path]:
    if _is_pack(path):
        return [path]
    try:
        children = sorted(path.iterdir())
    except OSError:
        return []
    return [child for child in children if not child.name.startswith(".") and _is_pack(child)]


def _is_pack(path: Path) -> bool:
    """A folder with `pack.toml`, or with any other file only packs have (so that it is named)."""
    if not _is_folder(path):
        return False
    names = {PACK_FILE, *(name for name in FILE_NAMES if name != PACK_FILE), *FOLDERS}
    return any((path / name).exists() or (path / name).is_symlink() for name in names)


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # a name too long, a loop of links
        return False
