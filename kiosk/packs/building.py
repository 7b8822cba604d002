"""`packs build`: checked packs in, compiled packs out; only what changed is made again."""

import hashlib
import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.ids import PackId
from kiosk.core.problems import Problems
from kiosk.packs.checking import check, check_undated
from kiosk.packs.compiling import FORMAT, PackCompiler
from kiosk.packs.pack_database import SUFFIX, read_about, write_pack

_COMPILED_BY = ("core", "i18n", "packs")
_LIBRARIES = ("babel", "icu4py", "Markdown", "phonenumbers", "polib", "sqlite-utils")


@dataclass(frozen=True)
class BuildReport:
    """What happened to each pack; `refused` have errors among `problems`."""

    built: tuple[PackId, ...]
    unchanged: tuple[PackId, ...]
    refused: tuple[PackId, ...]
    problems: Problems


def build(paths: Iterable[Path], out_dir: Path, as_of: date | None = None) -> BuildReport:
    """Compile the packs at `paths` into `out_dir/<pack>.pack`; packs with errors are refused.

    What stood there of a refused pack stays. `as_of` adds warnings about what is past its date on
    that day. EnvironmentProblem when the folder takes no files.
    """
    report = check_undated(paths) if as_of is None else check(paths, as_of)
    built: list[PackId] = []
    unchanged: list[PackId] = []
    refused: list[PackId] = []
    made_by = fingerprint()
    for pack in report.packs:
        if report.has_errors(pack):
            refused.append(pack.id)
            continue
        path = out_dir / f"{pack.id}{SUFFIX}"
        about = read_about(path)
        made_of = (about.get("sha256"), about.get("sound"), about.get("compiler"))
        if made_of == (pack.sha256, pack.sound_sha256, made_by):
            unchanged.append(pack.id)
            continue
        _write(path, PackCompiler(pack, report.index), made_by)
        built.append(pack.id)
    return BuildReport(tuple(built), tuple(unchanged), tuple(refused), report.problems)


def _write(path: Path, compiler: PackCompiler, made_by: str) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_pack(path, compiler, made_by)
    except OSError as error:
        reason = error.strerror or error
        raise EnvironmentProblem(
            f"{path}: {reason}; free some space or name another folder with -o"
        ) from error


@cache
def fingerprint() -> str:
    """A hash of all code and libraries that a compiled pack depends on, wherever they stand."""
    digest = hashlib.sha256(f"{FORMAT} {sqlite3.sqlite_version}".encode())
    for name in _LIBRARIES:
        digest.update(f" {name} {version(name)}".encode())
    package = Path(__file__).resolve().parent.parent
    for part in _COMPILED_BY:
        for path in sorted((package / part).glob("*.py")):
            digest.update(f"\0{part}/{path.name}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
