"""Where sound comes out: a speaker that everybody hears, or a headset that one person does.

A headset that is pulled out must not be believed in: sound servers move what it played to the
speaker, and QtMultimedia goes on listing it (6.11 with PulseAudio 16). The kernel knows at once.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QLoggingCategory, QObject, QTimer, Signal, SignalInstance

from kiosk.core.kinds import SoundOutput
from kiosk.settings import SoundProfile

_CARDS = Path("/proc/asound/cards")
_LOOK_MILLISECONDS = 500


@dataclass(frozen=True)
class Output:
    """One device. `id` is the machine's own name for it; `is_private`: only one person hears it."""

    name: str
    is_private: bool
    id: bytes = b""


class Outputs(Protocol):
    """Follows what is plugged in."""

    @property
    def changed(self) -> SignalInstance:
        """Emitted when sound comes out elsewhere, or nowhere any more."""

    @property
    def current(self) -> Output | None:
        """Where sound comes out now; None where there is no sound."""


def choose_output(
    profile: SoundProfile, devices: Iterable[tuple[str, bytes]], default: bytes = b""
) -> Output | None:
    """The device to use among `devices` (name and id); `default` is the machine's own choice.

    A headset that is plugged in is used and nothing else. At a site whose only output is a headset
    with a name, nothing is used while it is away: the sound would come out for everybody.
    """
    found = list(devices)
    if profile.output is SoundOutput.NONE or not found:
        return None
    wanted = profile.headset.casefold()
    headset = next(((n, i) for n, i in found if wanted and wanted in n.casefold()), None)
    if headset is not None:
        return Output(headset[0], is_private=True, id=headset[1])
    is_private = profile.output is SoundOutput.HEADSET
    if is_private and wanted:
        return None
    name, id_ = next(((n, i) for n, i in found if i == default), found[0])
    return Output(name, is_private=is_private, id=id_)


def still_plugged(
    profile: SoundProfile, devices: Iterable[tuple[str, bytes]], cards: Path
) -> list[tuple[str, bytes]]:
    """`devices` without a headset that is not in the kernel's list `cards`.

    Where there is no such list, a headset beside a speaker is not believed in.
    """
    found, wanted = list(devices), profile.headset.casefold()
    try:
        is_there = wanted in cards.read_text(encoding="utf-8", errors="replace").casefold()
    except OSError:
        is_there = profile.output is SoundOutput.HEADSET
    return [(n, i) for n, i in found if is_there or not wanted or wanted not in n.casefold()]


class QtOutputs(QObject):
    """The devices of this machine; needs a Qt application."""

    changed = Signal()

    def __init__(
        self, profile: SoundProfile, parent: QObject | None = None, *, cards: Path = _CARDS
    ) -> None:
        """Looks for devices at once, which loads QtMultimedia; `cards` is the kernel's list."""
        super().__init__(parent)
        hush_multimedia()
        from PySide6.QtMultimedia import QMediaDevices

        self._profile = profile
        self._cards = cards
        self._devices = QMediaDevices(self)
        self._devices.audioOutputsChanged.connect(self._look)
        self._current = self._find()
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MILLISECONDS)
        self._watch.timeout.connect(self._look)
        if profile.headset:
            self._watch.start()

    @property
    def current(self) -> Output | None:
        """Where sound comes out now."""
        return self._current

    def _find(self) -> Output | None:
        found = [(d.description(), bytes(d.id().data())) for d in self._devices.audioOutputs()]
        default = bytes(self._devices.defaultAudioOutput().id().data())
        return choose_output(
            self._profile, still_plugged(self._profile, found, self._cards), default
        )

    def _look(self) -> None:
        found = self._find()
        if found != self._current:
            self._current = found
            self.changed.emit()


class MemoryOutputs(QObject):
    """Devices that are plugged in by telling; for tests and for pictures of screens."""

    changed = Signal()

    def __init__(self, profile: SoundProfile, *names: str, parent: QObject | None = None) -> None:
        """`names` are the devices that are there, the machine's own choice first."""
        super().__init__(parent)
        self._profile = profile
        self._names = names
        self._current = self._find()

    @property
    def current(self) -> Output | None:
        """Where sound comes out now."""
        return self._current

    def plug(self, *names: str) -> None:
        """These devices are there from now on."""
        self._names = names
        found = self._find()
        if found != self._current:
            self._current = found
            self.changed.emit()

    def _find(self) -> Output | None:
        return choose_output(self._profile, [(name, name.encode()) for name in self._names])


def hush_multimedia() -> None:
    """Keep QtMultimedia from naming every library it can do without as it looks for them."""
    QLoggingCategory.setFilterRules("qt.multimedia*=false")
