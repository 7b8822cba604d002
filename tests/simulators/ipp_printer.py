"""A real IPP printer without hardware: `ippeveprinter` (Debian cups-ipp-utils) on a free port.

Faults are set through its own web form and by the command it runs for each job. What was measured
about it and is relied on here:

- it needs a system D-Bus and avahi-daemon even with `-r off`; they are started as root where they
  are missing and stopped again by the last process that used them;
- the media form wants every tray in each request: keep a size, or the form never works again;
- the supplies form wants every supply (0 is the waste box, 1 the black toner);
- it takes one job at a time (`server-error-busy` for a second one) and marks a job cancelled only
  when its command has ended or, out of paper, when paper is back;
- without `-k` it removes a document a minute after its job has ended.
"""

import fcntl
import os
import select
import signal
import socket
import subprocess
import tempfile
import time
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_BUS = Path("/run/dbus/system_bus_socket")
_AVAHI_PID = Path("/run/avahi-daemon/pid")
_LOCKS = Path(tempfile.gettempdir())

_COMMAND = """#!/bin/sh
# Plays one job: says what it is told on stderr, waits at the gate if there is one, ends as told.
cd "{folder}" || exit 9
env > told
cat says-first >&2
if [ -e held ]; then read -r _ < gate; fi
cat says-last >&2
exit "$(cat ending)"
"""


class SimulatedPrinter:
    """A running printer; `uri` is where to print, `spool` where it keeps what it is sent."""

    def __init__(self, folder: Path, port: int, process: "subprocess.Popen[bytes]") -> None:
        self.uri = f"ipp://127.0.0.1:{port}/ipp/print"
        self.secure_uri = f"ipps://127.0.0.1:{port}/ipp/print"
        self.spool = folder / "spool"
        self._folder = folder
        self._web = f"http://127.0.0.1:{port}"
        self._process = process
        # Open for both: writing never blocks, and a reader finds the gate whenever it comes.
        self._gate = os.open(folder / "gate", os.O_RDWR)

    def documents(self) -> tuple[bytes, ...]:
        """Every document it has been sent, in order (of a printer started with `keep`)."""
        files = sorted(self.spool.glob("*.pdf"), key=lambda path: int(path.name.split("-")[0]))
        return tuple(path.read_bytes() for path in files)

    def document_names(self) -> tuple[str, ...]:
        return tuple(sorted(path.name for path in self.spool.glob("*.pdf")))

    def told(self) -> dict[str, str]:
        """What it was told about the last job it began, as `IPP_…` variables."""
        lines = (self._folder / "told").read_text().splitlines()
        pairs = (line.partition("=") for line in lines if line.startswith("IPP_"))
        return {name: value for name, _, value in pairs}

    def load_paper(self, sheets: int, size: str = "iso_a4_210x297mm") -> None:
        """Put so many sheets into the tray; 0 is `media-empty`, under 25 `media-low`."""
        tray = f"size1={size}&type1=stationery&level1={sheets}"
        by_pass = f"size3={size}&type3=stationery&level3={min(sheets, 25)}"
        self._form(f"/media?{tray}&{by_pass}")

    def set_toner(self, percent: int) -> None:
        """Fill the toner so far; under 10 is `toner-low`, 0 `toner-empty`."""
        self._form(f"/supplies?supply0=25&supply1={percent}")

    def hold_jobs(self) -> None:
        """Jobs start and do not end before `let_go`."""
        (self._folder / "held").touch()

    def let_go(self) -> None:
        """End the job that is held, and hold no other."""
        (self._folder / "held").unlink(missing_ok=True)
        os.write(self._gate, b"go\n")

    def say(self, first: str = "", last: str = "") -> None:
        """What the next jobs report when they start and when they end: `STATE: +media-jam`."""
        (self._folder / "says-first").write_text(f"{first}\n" if first else "")
        (self._folder / "says-last").write_text(f"{last}\n" if last else "")

    def fail_jobs(self) -> None:
        """Jobs are aborted."""
        (self._folder / "ending").write_text("1")

    def unplug(self) -> None:
        """Gone, at once and for good."""
        _kill_group(self._process)

    def close(self) -> None:
        _kill_group(self._process)
        os.close(self._gate)

    def _form(self, path: str) -> None:
        with urllib.request.urlopen(f"{self._web}{path}", timeout=5) as answer:
            page = answer.read().decode()
        assert "Error:" not in page, page
        assert "updated." in page, page


@contextmanager
def ipp_printer(
    folder: Path, *, keep: bool = False, formats: str = ""
) -> Iterator[SimulatedPrinter]:
    """A printer with A4 loaded, for as long as the block lasts; everything of it in `folder`."""
    with system_services():
        port, process = _start(_prepare(folder), keep=keep, formats=formats)
        printer = SimulatedPrinter(folder, port, process)
        try:
            printer.load_paper(250)
            yield printer
        finally:
            printer.close()


def until(look: Callable[[], T], wanted: Callable[[T], bool], seconds: float = 8.0) -> T:
    """Ask again and again, without pausing, until the answer is wanted; fails after `seconds`."""
    end = time.monotonic() + seconds
    answer = look()
    while not wanted(answer):
        assert time.monotonic() < end, f"still {answer} after {seconds} s"
        answer = look()
    return answer


@contextmanager
def deaf_port() -> Iterator[int]:
    """A port that nobody listens on and nobody else can take for as long as the block lasts."""
    with socket.socket() as held:
        held.bind(("127.0.0.1", 0))
        yield int(held.getsockname()[1])


def _prepare(folder: Path) -> Path:
    (folder / "spool").mkdir(parents=True)
    os.mkfifo(folder / "gate")
    for name, text in (("says-first", ""), ("says-last", ""), ("ending", "0")):
        (folder / name).write_text(text)
    command = folder / "command.sh"
    command.write_text(_COMMAND.format(folder=folder))
    command.chmod(0o755)
    return folder


def _start(folder: Path, *, keep: bool, formats: str) -> "tuple[int, subprocess.Popen[bytes]]":
    said = ""
    for attempt in range(5):  # another process may take the port between looking and listening
        with deaf_port() as port:
            name = f"Simulated printer {os.getpid()}-{port}-{attempt}"
        arguments = ["ippeveprinter", "-r", "off", "-n", "localhost", "-p", str(port)]
        arguments += ["-c", str(folder / "command.sh"), "-d", str(folder / "spool")]
        arguments += ["-K", str(folder), "-f", formats or "application/pdf,image/pwg-raster"]
        arguments += [*(["-k"] if keep else []), name]
        with (folder / "log").open("wb") as log:
            process = subprocess.Popen(
                arguments, stdout=log, stderr=log, stdin=subprocess.DEVNULL, start_new_session=True
            )
        if _listens(port, process) and _is_called(name, port):
            return port, process
        _kill_group(process)
        said = (folder / "log").read_text(errors="replace")
    raise RuntimeError(f"ippeveprinter does not start: {said}")


def _listens(port: int, process: "subprocess.Popen[bytes]", seconds: float = 10.0) -> bool:
    end = time.monotonic() + seconds
    while time.monotonic() < end:
        try:
            with socket.create_connection(("127.0.0.1", port), timeout=1):
                return True
        except OSError:
            pass
        try:  # waits for its end rather than for the clock
            process.wait(timeout=0.02)
        except subprocess.TimeoutExpired:
            continue
        return False
    return False


def _is_called(name: str, port: int) -> bool:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/", timeout=5) as answer:
        return name in answer.read().decode()


def _kill_group(process: "subprocess.Popen[bytes]") -> None:
    """End the printer and the commands it still runs."""
    with suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL)
    process.wait(timeout=5)


@contextmanager
def system_services() -> Iterator[None]:
    """D-Bus and Avahi for the block; shared with other test processes on this machine."""
    users = (_LOCKS / "crossroads-ipp-users.lock").open("w")
    with users:
        with _exclusive():
            fcntl.flock(users, fcntl.LOCK_SH)
            _start_services()
        try:
            yield
        finally:
            with _exclusive():
                _stop_services_if_last(users.fileno())


@contextmanager
def _exclusive() -> Iterator[None]:
    with (_LOCKS / "crossroads-ipp-start.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start_services() -> None:
    if not _answers(_BUS):
        _BUS.parent.mkdir(parents=True, exist_ok=True)
        arguments = ["dbus-daemon", "--system", "--fork", "--nopidfile", "--print-pid"]
        said = subprocess.run(arguments, check=True, capture_output=True, timeout=10).stdout
        _note_started(int(said))
    if subprocess.run(["avahi-daemon", "--check"], timeout=10).returncode != 0:
        # `--daemonize` comes back when the daemon is on the bus.
        arguments = ["avahi-daemon", "--daemonize", "--no-drop-root", "--no-chroot", "--no-rlimits"]
        subprocess.run(arguments, check=True, capture_output=True, timeout=10)
        _note_started(int(_AVAHI_PID.read_text()))


def _stop_services_if_last(users: int) -> None:
    try:
        fcntl.flock(users, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return
    notes = _started_file()
    if not notes.exists():
        return
    for pid in reversed([int(line) for line in notes.read_text().split()]):
        if _is_ours(pid):
            _end_and_wait(pid)
    notes.unlink()


def _end_and_wait(pid: int) -> None:
    """A dying daemon still answers: the next test process must not take it for a living one."""
    with suppress(ProcessLookupError):
        handle = os.pidfd_open(pid)
        os.kill(pid, signal.SIGTERM)
        watch = select.poll()
        watch.register(handle, select.POLLIN)
        watch.poll(5000)
        os.close(handle)


def _started_file() -> Path:
    return _LOCKS / "crossroads-ipp-started"


def _note_started(pid: int) -> None:
    with _started_file().open("a") as notes:
        notes.write(f"{pid}\n")


def _is_ours(pid: int) -> bool:
    """False when the number has meanwhile gone to some other program."""
    name = Path(f"/proc/{pid}/comm")
    return name.exists() and name.read_text().strip() in ("dbus-daemon", "avahi-daemon")


def _answers(path: Path) -> bool:
    with socket.socket(socket.AF_UNIX) as probe:
        try:
            probe.connect(str(path))
        except OSError:
            return False
    return True
