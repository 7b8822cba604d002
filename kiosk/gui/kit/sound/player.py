"""Plays one piece of speech at a time, from memory; nothing touches the disk."""

import os
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, QUrl, Signal, SignalInstance

from kiosk.core.speech import Pace
from kiosk.gui.kit.sound.loudness import amplitude
from kiosk.gui.kit.sound.outputs import Output, hush_multimedia

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QMediaPlayer


_LOOK_MILLISECONDS = 1000
_MOST_STANDING = 3
"""Looks in a row at which the sound may stand still before it counts as broken."""


class Player(Protocol):
    """One voice: what begins ends what was playing, so that nothing overlaps."""

    @property
    def ended(self) -> SignalInstance:
        """Emitted when a piece was played to its end."""

    @property
    def failed(self) -> SignalInstance:
        """Emitted when no sound comes out."""

    def play(self, wav: bytes) -> None:
        """Begin a piece, in place of any other."""

    def pause(self) -> None:
        """Hold it where it is."""

    def resume(self) -> None:
        """Go on where it was held."""

    def stop(self) -> None:
        """Be silent at once; `ended` is not emitted."""

    def set_volume(self, step: int) -> None:
        """A step from 1 to `MOST_VOLUME`."""

    def set_pace(self, pace: Pace) -> None:
        """How fast, at the same pitch where that can be."""

    def use(self, output: Output) -> None:
        """Come out there from now on."""


class QtPlayer(QObject):
    """Plays through QtMultimedia. Without a device it runs in time and is not heard.

    Speech is handed over as a file that exists in memory only: QtMultimedia reads in threads of
    its own, and a QBuffer of ours would want the lock of Python from there while we hold it and
    wait for them, for ever. (A `data:` address of more than 32 KB never ends.)
    """

    ended = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        """Loads QtMultimedia."""
        super().__init__(parent)
        hush_multimedia()
        from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer

        self._output = QAudioOutput(self)
        self._player = QMediaPlayer(self)
        self._player.setAudioOutput(self._output)
        self._player.setPitchCompensation(True)
        self._files: list[int] = []
        self._source = QUrl()
        self._is_wanted = self._is_held = self._is_loading = False
        self._player.mediaStatusChanged.connect(self._on_status_changed)
        self._player.errorOccurred.connect(self._on_error_occurred)
        self._place = self._standing = 0
        self._watch = QTimer(self)
        self._watch.setInterval(_LOOK_MILLISECONDS)
        self._watch.timeout.connect(self._on_watch_timeout)

    def play(self, wav: bytes) -> None:
        """Begin a piece."""
        self._player.stop()
        self._source = self._keep(wav)
        self._is_wanted, self._is_held = True, False
        self._standing = 0
        self._watch.start()
        self._load()

    def pause(self) -> None:
        """Hold it."""
        self._is_held = True
        if not self._is_loading:
            self._player.pause()

    def resume(self) -> None:
        """Go on."""
        self._is_held = False
        if not self._is_loading:
            self._player.play()

    def stop(self) -> None:
        """Be silent at once, and keep nothing of what was said."""
        self._is_wanted = False
        self._watch.stop()
        self._player.stop()
        self._source = QUrl()
        self._load()

    def set_volume(self, step: int) -> None:
        """Louder or quieter, at once."""
        self._output.setVolume(amplitude(step))

    def set_pace(self, pace: Pace) -> None:
        """Slower or faster, at once."""
        self._player.setPlaybackRate(pace.value)

    def use(self, output: Output) -> None:
        """Come out there."""
        from PySide6.QtMultimedia import QMediaDevices

        for device in QMediaDevices.audioOutputs():
            if bytes(device.id().data()) == output.id and device != self._output.device():
                self._output.setDevice(device)

    def _keep(self, wav: bytes) -> QUrl:
        """A nameless file in memory; it is gone when it is closed."""
        file = os.memfd_create("speech", os.MFD_CLOEXEC)
        self._files.append(file)
        with os.fdopen(file, "wb", closefd=False) as written:
            written.write(wav)
        return QUrl.fromLocalFile(f"/proc/self/fd/{file}")

    def _close_files(self, keep: int) -> None:
        """Forget what was said, but for the last `keep` pieces."""
        while len(self._files) > keep:
            os.close(self._files.pop(0))

    def _load(self) -> None:
        """What is being loaded is not interrupted: the decoder would complain aloud."""
        if self._is_loading:
            return
        self._is_loading = not self._source.isEmpty()
        self._player.setSource(self._source)
        self._close_files(int(self._is_wanted))

    def _on_status_changed(self, status: "QMediaPlayer.MediaStatus") -> None:
        from PySide6.QtMultimedia import QMediaPlayer

        if status is QMediaPlayer.MediaStatus.LoadedMedia and self._is_loading:
            self._is_loading = False
            self._on_loaded()
        elif status is QMediaPlayer.MediaStatus.EndOfMedia and self._is_wanted:
            self._is_wanted = False
            self.ended.emit()

    def _on_loaded(self) -> None:
        if self._player.source() != self._source:
            self._load()
        elif not self._is_held:
            self._player.play()

    def _on_watch_timeout(self) -> None:
        """A device that went away leaves the sound standing, without any word from Qt."""
        place = self._player.position()
        moves = place != self._place or self._is_held or not self._is_wanted
        self._place = place
        self._standing = 0 if moves else self._standing + 1
        if self._standing >= _MOST_STANDING:
            self.stop()
            self.failed.emit()

    def _on_error_occurred(self, _error: "QMediaPlayer.Error", _words: str) -> None:
        self._is_loading = False
        if self._player.source() != self._source:
            self._load()
        elif self._is_wanted:
            self._is_wanted = False
            self.failed.emit()


class MemoryPlayer(QObject):
    """Notes what it is told to play; for tests, and for pictures of screens."""

    ended = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.played: list[bytes] = []
        self.is_playing = False
        self.is_paused = False
        self.is_broken = False
        self.volume = 0
        self.pace = Pace.NORMAL
        self.output: Output | None = None

    def play(self, wav: bytes) -> None:
        """Note it; a broken one fails."""
        self.played.append(wav)
        self.is_playing, self.is_paused = True, False
        if self.is_broken:
            self.is_playing = False
            self.failed.emit()

    def end(self) -> None:
        """The piece is over."""
        assert self.is_playing, "nothing plays that could end"
        self.is_playing = False
        self.ended.emit()

    def pause(self) -> None:
        """Hold it."""
        self.is_paused = self.is_playing

    def resume(self) -> None:
        """Go on."""
        self.is_paused = False

    def stop(self) -> None:
        """Be silent."""
        self.is_playing = self.is_paused = False

    def set_volume(self, step: int) -> None:
        """Note it."""
        self.volume = step

    def set_pace(self, pace: Pace) -> None:
        """Note it."""
        self.pace = pace

    def use(self, output: Output) -> None:
        """Note it."""
        self.output = output
