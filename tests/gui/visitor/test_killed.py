"""E9: killed, stopped and woken: the kiosk is back soon, as if nobody had ever been there."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic

import pytest

from kiosk.app import ROOT
from tests.factories.shipped import shipped_catalogues, shipped_packs, shipped_words
from tests.gui.visitor.no_trace import HABITS, snapshot
from tests.simulators.ipp_printer import until
from tests.simulators.screen import VirtualScreen, virtual_screen

_BACK_SECONDS = 30.0
_MOMENT_SECONDS = 0.35
_WIDE, _HIGH = 540, 960

_START = """
import runpy, sys
from pathlib import Path
import kiosk.app
kiosk.app.PACKS, kiosk.app.CATALOGUES = Path(sys.argv[1]), Path(sys.argv[2])
sys.argv = ["main.py", "kiosk", *sys.argv[3:]]
runpy.run_path("main.py", run_name="__main__")
"""


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[VirtualScreen]:
    folder = tmp_path / "screen"
    folder.mkdir()
    with virtual_screen(folder, _WIDE, _HIGH) as made:
        yield made


@pytest.fixture
def home(tmp_path: Path) -> Path:
    folder = tmp_path / "home"
    folder.mkdir(mode=0o700)
    return folder


@contextmanager
def kiosk(
    screen: VirtualScreen, home: Path, *arguments: str
) -> Iterator["subprocess.Popen[bytes]"]:
    """The program itself, as it is started on the machine, over the packs of these tests."""
    shipped_words()
    environment = os.environ | dict.fromkeys((*HABITS, "XDG_RUNTIME_DIR"), str(home))
    environment |= {"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    environment |= {"PYTHONDONTWRITEBYTECODE": "1", "QT_QPA_PLATFORMTHEME": ""}
    environment.pop("DBUS_SESSION_BUS_ADDRESS", None)
    places = [str(shipped_packs()), str(shipped_catalogues())]
    process = subprocess.Popen(
        [sys.executable, "-c", _START, *places, *arguments],
        cwd=ROOT,
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield process
    finally:
        process.kill()
        process.wait(timeout=10)


def still_picture(screen: VirtualScreen, process: "subprocess.Popen[bytes]", empty: bytes) -> bytes:
    """What stands on the screen once something does and it no longer changes."""

    def look() -> list[bytes]:
        return [_a_moment_later(screen, process) for _ in range(3)]

    return until(look, lambda seen: seen[0] != empty and len(set(seen)) == 1, _BACK_SECONDS)[0]


def _a_moment_later(screen: VirtualScreen, process: "subprocess.Popen[bytes]") -> bytes:
    """The picture, unless the kiosk ends meanwhile: waits for its end rather than for the clock."""
    with suppress(subprocess.TimeoutExpired):
        pytest.fail(f"the kiosk has ended: {process.wait(timeout=_MOMENT_SECONDS)}")
    return screen.picture()


def test_after_a_kill_it_is_back_in_time_and_nothing_of_the_person_is_left(
    screen: VirtualScreen, home: Path
) -> None:
    empty = screen.picture()
    with kiosk(screen, home) as first:
        at_first = still_picture(screen, first, empty)
    until(screen.picture, lambda seen: seen == empty)
    before = snapshot(home)
    with kiosk(screen, home, "--lang", "ar") as somebody:
        begun = still_picture(screen, somebody, empty)
        assert begun != at_first
        somebody.send_signal(signal.SIGKILL)
        somebody.wait(timeout=10)
    assert snapshot(home) == before
    until(screen.picture, lambda seen: seen == empty)
    killed_at = monotonic()
    with kiosk(screen, home) as next_one:
        again = still_picture(screen, next_one, empty)
        took = monotonic() - killed_at
        assert again == at_first
        assert took <= _BACK_SECONDS


def test_stopped_and_woken_it_stands_where_it_stood(screen: VirtualScreen, home: Path) -> None:
    empty = screen.picture()
    with kiosk(screen, home, "--lang", "fr") as process:
        before = still_picture(screen, process, empty)
        process.send_signal(signal.SIGSTOP)
        os.waitpid(process.pid, os.WUNTRACED)
        process.send_signal(signal.SIGCONT)
        assert still_picture(screen, process, empty) == before
        assert process.poll() is None
