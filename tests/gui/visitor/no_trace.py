"""What a session could leave behind, and how a test looks for it: disk, descriptors, memory."""

import gc
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TypeVar

from kiosk.core.answers import Answers
from kiosk.core.session import Session

T = TypeVar("T")

_WRITING = frozenset("wax+")
_WRITE_FLAGS = os.O_WRONLY | os.O_RDWR | os.O_CREAT
_CHANGES = (
    *("os.mkdir", "os.rename", "os.remove", "os.link", "os.symlink", "os.truncate", "os.utime"),
    *("shutil.copyfile", "shutil.move", "tempfile.mkstemp", "tempfile.mkdtemp", "sqlite3.connect"),
    *("subprocess.Popen", "os.system", "os.posix_spawn", "os.exec", "os.fork"),
)
_PARTS = (dict, list, tuple, set, frozenset)

HABITS = (
    *("HOME", "TMPDIR", "TMP", "TEMP", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME"),
    "XDG_STATE_HOME",
)
"""Variables that tell programs where to write by habit."""


class DiskWatch:
    """Notes what Python writes or starts while it is on; an audit hook cannot be taken off."""

    def __init__(self) -> None:
        self.is_on = False
        self.written: list[str] = []
        sys.addaudithook(self._note)

    def _note(self, event: str, values: tuple[object, ...]) -> None:
        if not self.is_on:
            return
        if event == "open":
            path, mode, flags = values
            by_mode = isinstance(mode, str) and _WRITING & set(mode)
            by_flags = mode is None and isinstance(flags, int) and flags & _WRITE_FLAGS
            if by_mode or by_flags:
                self.written.append(f"open {path!r}")
        elif event in _CHANGES:
            self.written.append(f"{event} {values[0]!r}")


def snapshot(*folders: Path) -> dict[str, tuple[int, int]]:
    """Every file below the folders with its size in bytes and when it was changed."""
    found = {}
    for folder in folders:
        for path in (folder, *folder.rglob("*")):
            state = path.lstat()
            found[str(path)] = (state.st_size, state.st_mtime_ns)
    return found


def files_held_open() -> set[str]:
    """Files and folders on disk that this process holds open; pipes and sockets are none."""
    held = set()
    for link in Path("/proc/self/fd").iterdir():
        try:
            target = str(link.readlink())
        except FileNotFoundError:  # the one that lists them
            continue
        if target.startswith("/") and not target.startswith(("/proc/", "/dev/")):
            held.add(target)
    return held


def people_known() -> list[object]:
    """Answers and sessions that are alive now: of other tests, which hold their examples."""
    gc.collect()
    return [*_alive(Answers), *_alive(Session)]


def memories(*typed: str, but: Sequence[object] = ()) -> list[str]:
    """What is still alive of anybody `but` others: answers, countries, the words she typed."""
    gc.collect()
    others = {id(other) for other in but}
    answers = [a for a in _alive(Answers) if id(a) not in others]
    sessions = [s for s in _alive(Session) if id(s) not in others]
    found = [f"answers: {a}" for a in answers if a != Answers()]
    found += [f"session: {s}" for s in sessions if s.has_pair or s.answers != Answers()]
    return [*found, *(f"typed: {word}" for word in typed if _is_held(word))]


def _alive(kind: type[T]) -> Iterator[T]:
    return (thing for thing in gc.get_objects() if isinstance(thing, kind))


def _is_held(word: str) -> bool:
    """True when some container but those that look for it holds the word."""
    own = sys._getframe()
    for thing in gc.get_objects():
        if not isinstance(thing, _PARTS) or thing is own.f_locals:
            continue
        parts = (*thing, *thing.values()) if isinstance(thing, dict) else tuple(thing)
        if any(isinstance(part, str) and word in part for part in parts):
            return True
    return False
