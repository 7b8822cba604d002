"""Sound for words, made in the background; the next piece is asked for while one is playing."""

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from kiosk.core.speech import Origin, Utterance
from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.spoken import phones_dialled

if TYPE_CHECKING:
    from kiosk.services.speaking import Clip, Narrator

_UNASKED = 0


class ClipMaker(QObject):
    """Asks the narrator in the thread of a runner, one piece at a time.

    `made` carries the ticket of what was asked for last, and its clip: None where nobody can say
    it. What was asked for before is dropped, so that a hasty listener never waits for it.
    """

    made = Signal(int, object)
    failed = Signal(int)

    def __init__(self, narrator: "Narrator", runner: JobRunner) -> None:
        super().__init__()
        self._narrator = narrator
        self._runner = runner
        self._is_busy = False
        self._wanted: tuple[int, Utterance] | None = None
        self._following: Utterance | None = None

    def ask(self, ticket: int, utterance: Utterance) -> None:
        """Make the sound of some words; tickets are above 0."""
        self._wanted, self._following = (ticket, utterance), None
        self._go_on()

    def prepare(self, utterance: Utterance) -> None:
        """Words that come next: the narrator keeps their sound until they are asked for."""
        self._following = utterance
        self._go_on()

    def drop(self) -> None:
        """Nothing is wanted any more."""
        self._wanted = self._following = None

    def forget(self) -> None:
        """Keep nothing of what was said."""
        self.drop()
        self._narrator.forget()

    def _go_on(self) -> None:
        if self._is_busy:
            return
        if self._wanted is not None:
            self._start(*self._wanted)
        elif self._following is not None:
            following, self._following = self._following, None
            self._start(_UNASKED, following)

    def _start(self, ticket: int, utterance: Utterance) -> None:
        self._is_busy = True
        self._runner.start(
            partial(_make, self._narrator, utterance),
            partial(self._on_made, ticket),
            partial(self._on_failed, ticket),
        )

    def _on_made(self, ticket: int, clip: "Clip | None") -> None:
        if self._take(ticket):
            self.made.emit(ticket, clip)
        self._go_on()

    def _on_failed(self, ticket: int, _line: str) -> None:
        if self._take(ticket):
            self.failed.emit(ticket)
        self._go_on()

    def _take(self, ticket: int) -> bool:
        """A piece is ready; True when it is the one that is wanted."""
        self._is_busy = False
        if self._wanted is None or self._wanted[0] != ticket:
            return False
        self._wanted = None
        return True


def _make(narrator: "Narrator", utterance: Utterance) -> "Clip | None":
    """In the runner's thread: the recording, or the voice with phone numbers digit by digit."""
    clip = narrator.clip(utterance)
    spelled = Utterance(phones_dialled(utterance.text), utterance.language)
    if clip is None or clip.origin is not Origin.SYNTHETIC or spelled == utterance:
        return clip
    return narrator.clip(spelled)
