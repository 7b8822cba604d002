"""Which files belong to the repository, so that all checks look at the same ones."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CONTENT = ROOT / "content"
TRANSLATIONS = ROOT / "translations"

_MADE = {".git", ".venv", "build", "out", "__pycache__"}


def committed_files(root: Path = ROOT) -> tuple[Path, ...]:
    """Files that are or would be committed under `root`, sorted.

    Git answers where it can; in a copy without history everything counts that is not made by us.
    """
    listing = ["git", "-C", str(root), "ls-files", "-z", "--cached", "--others"]
    listing.append("--exclude-standard")
    answer = subprocess.run(listing, capture_output=True, check=False, text=True)
    if answer.returncode == 0:
        found = (root / name for name in answer.stdout.split("\0") if name)
        return tuple(sorted({path for path in found if path.is_file()}))
    return tuple(sorted(_walk(root)))


def python_files(*tops: Path) -> tuple[Path, ...]:
    """Python sources below `tops` (files or folders), sorted."""
    found: set[Path] = set()
    for top in tops:
        found.update([top] if top.is_file() else top.rglob("*.py"))
    return tuple(sorted(found))


def _walk(folder: Path) -> Iterator[Path]:
    for path in folder.iterdir():
        if path.name in _MADE or path.name.endswith("_cache"):
            continue
        if path.is_dir():
            yield from _walk(path)
        else:
            yield path
