"""Reads a screen aloud, item by item: pause, go on, again, skip, and silent at the first touch.

One piece of speech at a time. Whatever begins ends what was said before it.
"""

from collections import deque
from collections.abc import Callable, Iterable
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from kiosk.core.speech import Hearing, Origin, Utterance
from kiosk.gui.kit.sound.player import Player
from kiosk.gui.reading.aloud import Item
from kiosk.gui.reading.aloud_clips import ClipMaker
from kiosk.gui.reading.aloud_ring import ReadingRing

if TYPE_CHECKING:
    from kiosk.services.speaking import Clip

FindItems = Callable[[], tuple[Item, ...]]


class ReaderState(Enum):
    """What the reader is doing. STOPPED: somebody wanted silence; FINISHED: all was said."""

    SILENT = "silent"
    SPEAKING = "speaking"
    PAUSED = "paused"
    STOPPED = "stopped"
    FINISHED = "finished"


class Reader(QObject):
    """`changed` says that the state, or what has to be said about it on screen, is another.

    `origin` is who speaks now. `has_gaps`: some words of this screen have no voice here.
    `is_broken`: no sound came out.
    """

    changed = Signal()

    def __init__(self, player: Player, clips: ClipMaker, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._player = player
        self._clips = clips
        self._find: FindItems = tuple
        self._ring: ReadingRing | None = None
        self._items: tuple[Item, ...] = ()
        self._index = -1
        self._runs_on = False
        self._heard: set[str] = set()
        self._queue: deque[Utterance | bytes] = deque()
        self._ticket = 0
        self._is_announcing = False
        self.state = ReaderState.SILENT
        self.origin: Origin | None = None
        self.has_gaps = False
        self.is_broken = False
        self._connect()

    def _connect(self) -> None:
        self._clips.made.connect(self._on_clip_made)
        self._clips.failed.connect(self._on_clip_failed)
        self._player.ended.connect(self._on_player_ended)
        self._player.failed.connect(self._on_player_failed)

    @property
    def is_speaking(self) -> bool:
        """True while something is said, or about to be."""
        return self.state is ReaderState.SPEAKING

    @property
    def pieces(self) -> int:
        """Counts what has been begun: the same number for long is a player that hangs."""
        return self._ticket

    @property
    def item(self) -> Item | None:
        """Where the listener is."""
        return self._items[self._index] if 0 <= self._index < len(self._items) else None

    def listen_as(self, hearing: Hearing) -> None:
        """Volume and pace from now on."""
        self._player.set_volume(hearing.volume)
        self._player.set_pace(hearing.pace)

    def follow(self, find: FindItems, ring: ReadingRing | None) -> None:
        """Another screen: be silent, and find what is said there with `find`."""
        self._silence(ReaderState.SILENT)
        self._find, self._ring = find, ring
        self._items, self._index = (), -1
        self._heard.clear()
        self.has_gaps = self.is_broken = False
        self.changed.emit()

    def read(self) -> None:
        """The whole screen from its beginning."""
        self._look()
        self._begin(0, runs_on=True)

    def say(self, words: Iterable[Utterance], *, before: bytes = b"") -> None:
        """Something that stands nowhere on the screen; `before` is a sound, as WAV."""
        self._silence(ReaderState.SPEAKING)
        self._is_announcing = True
        self._queue.extend((before,) if before else ())
        self._queue.extend(words)
        self._next_piece()

    def pause(self) -> None:
        """Hold it; what is not yet being heard begins anew."""
        if self.is_speaking:
            self._player.pause()
            self._become(ReaderState.PAUSED)

    def go_on(self) -> None:
        """Go on from where it was held or stopped; from the beginning when all was said."""
        if self.state is ReaderState.PAUSED and self.origin is not None:
            self._become(ReaderState.SPEAKING)
            self._player.resume()
        elif self.state in (ReaderState.PAUSED, ReaderState.STOPPED) and self.item is not None:
            self._begin(self._index, runs_on=True)
        else:
            self.read()

    def repeat(self) -> None:
        """The same item again, and on from there."""
        self._begin(max(0, self._index), runs_on=True)

    def skip(self) -> None:
        """The next item, and on from there."""
        self._begin(self._index + 1, runs_on=True)

    def step(self, by: int) -> Item | None:
        """One item on or back, around the ends; says that one only. None where there is none."""
        self._look()
        if not self._items:
            return None
        index = self._index + by if self._index >= 0 or by > 0 else -1
        self._begin(index % len(self._items), runs_on=False)
        return self.item

    def say_again(self) -> None:
        """What stands here now, only that: it may have changed."""
        if self.item is not None:
            self._look()
            self._begin(self._index, runs_on=False)

    def look_again(self) -> None:
        """When it is silent and something has come since, say that."""
        if self.state not in (ReaderState.FINISHED, ReaderState.STOPPED) or self.is_broken:
            return
        self._look()
        news = (i for i, item in enumerate(self._items) if self._is_new(item))
        index = next(news, -1)
        if index >= 0:
            self._begin(index, runs_on=True)

    def stop(self) -> None:
        """Be silent at once; the place is kept."""
        if self.state in (ReaderState.SPEAKING, ReaderState.PAUSED):
            self._silence(ReaderState.STOPPED)
            self._pass_over()
            self._mark(None)
            self.changed.emit()

    def forget(self) -> None:
        """Be silent and keep nothing of what was said."""
        self.follow(tuple, None)
        self._clips.forget()

    def _look(self) -> None:
        """Find the items of now, and the place among them."""
        before = self.item
        self._items = self._find()
        if before is not None:
            same = (i for i, item in enumerate(self._items) if item.is_same(before))
            self._index = next(same, min(self._index, len(self._items)) - 1)

    def _pass_over(self) -> None:
        """What stands here and was stopped is not news."""
        self._heard.update(item.words for item in self._items)

    def _is_new(self, item: Item) -> bool:
        return item.runs_on and item.words not in self._heard

    def _begin(self, index: int, *, runs_on: bool) -> None:
        self._silence(ReaderState.SPEAKING)
        self._runs_on = runs_on
        if not 0 <= index < len(self._items) or (runs_on and not self._items[index].runs_on):
            self._finish()
            return
        self._index = index
        item = self._items[index]
        self._heard.add(item.words)
        self._queue.extend(item.utterances)
        self._mark(item)
        self._next_piece()

    def _next_piece(self) -> None:
        if not self._queue:
            self._end_item()
            return
        self._ticket += 1
        piece = self._queue.popleft()
        if isinstance(piece, bytes):
            self._play(piece, None)
        else:
            self._clips.ask(self._ticket, piece)

    def _end_item(self) -> None:
        if self._is_announcing or not self._runs_on:
            self._pass_over()
            self._become(ReaderState.STOPPED if self.item else ReaderState.FINISHED)
            self._is_announcing = False
            return
        self._look()
        self._begin(self._index + 1, runs_on=True)

    def _finish(self) -> None:
        self._mark(None)
        self._become(ReaderState.FINISHED)

    def _silence(self, state: ReaderState) -> None:
        self.is_broken = False
        self._ticket += 1
        self._clips.drop()
        self._player.stop()
        self._queue.clear()
        self._is_announcing = False
        self.origin = None
        self.state = state

    def _become(self, state: ReaderState) -> None:
        if state is not ReaderState.SPEAKING and state is not ReaderState.PAUSED:
            self.origin = None
        self.state = state
        self.changed.emit()

    def _play(self, wav: bytes, origin: Origin | None) -> None:
        self.origin = origin
        self.changed.emit()
        self._player.play(wav)

    def _mark(self, item: Item | None) -> None:
        if self._ring is not None and isValid(self._ring):
            shown = item is not None and isValid(item.widget)
            self._ring.surround(item.widget if item is not None and shown else None)

    def _following(self) -> Utterance | None:
        """What is said after the piece that plays now, as far as it is known."""
        if self._queue:
            piece = self._queue[0]
            return piece if isinstance(piece, Utterance) else None
        following = self._index + 1
        if self._runs_on and following < len(self._items) and self._items[following].runs_on:
            return self._items[following].utterances[0]
        return None

    def _on_clip_made(self, ticket: int, clip: "Clip | None") -> None:
        if ticket != self._ticket:
            return
        if clip is None:
            self.has_gaps = True
            self._next_piece()
            return
        paused = self.state is ReaderState.PAUSED
        self._play(clip.wav, clip.origin)
        if paused:
            self._player.pause()
        following = self._following()
        if following is not None:
            self._clips.prepare(following)

    def _on_clip_failed(self, ticket: int) -> None:
        if ticket == self._ticket:
            self._break_off()

    def _on_player_ended(self) -> None:
        if self.is_speaking:
            self._next_piece()

    def _on_player_failed(self) -> None:
        if self.state in (ReaderState.SPEAKING, ReaderState.PAUSED):
            self._break_off()

    def _break_off(self) -> None:
        self._silence(ReaderState.STOPPED)
        self.is_broken = True
        self._mark(None)
        self.changed.emit()
