"""A visitor who listens: what is said instead of what is shown, and keys instead of touches."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.core.kinds import SoundOutput
from kiosk.core.speech import Utterance
from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.sound.chime import chime
from kiosk.gui.kit.sound.outputs import MemoryOutputs
from kiosk.gui.kit.sound.player import MemoryPlayer
from kiosk.gui.visitor.listening.ports import SoundPorts
from kiosk.services.speaking import MemoryRecordings, MemoryVoice, Narrator
from kiosk.settings import Site, SoundProfile
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import PORTRAIT, Clock, Visitor

NEXT, PREVIOUS, SELECT = Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Select
LOUDER, QUIETER = Qt.Key.Key_Plus, Qt.Key.Key_Minus
CHIME = "(chime)"

SPEAKER = SoundProfile(SoundOutput.SPEAKER, headset="USB")
HEADSET = SoundProfile(SoundOutput.HEADSET)


class WordVoice(MemoryVoice):
    """Its sound carries its words, so that what is played can be read."""

    def say(self, utterance: Utterance) -> bytes:
        super().say(utterance)
        return f"{utterance.language}|{utterance.text}".encode()


class Ears:
    """The sound of one kiosk: voices, player, devices."""

    def __init__(
        self, profile: SoundProfile, *devices: str, languages: tuple[str, ...] = ("en", "fr", "es")
    ) -> None:
        self.voice = WordVoice(*languages)
        self.narrator = Narrator(MemoryRecordings(), self.voice)
        self.player = MemoryPlayer()
        self.outputs = MemoryOutputs(profile, *devices)

    def ports(self, runner: JobRunner) -> Callable[[Clock], SoundPorts]:
        """What the window is handed."""

        def make(clock: Clock) -> SoundPorts:
            return SoundPorts(
                lambda: self.narrator, lambda: self.player, lambda: self.outputs, runner, clock
            )

        return make

    @property
    def heard(self) -> list[str]:
        """Everything played so far, as words."""
        return [_words(wav) for wav in self.player.played]

    @property
    def languages(self) -> list[str]:
        """In which language each piece was."""
        return [wav.decode().split("|")[0] for wav in self.player.played if wav != chime()]

    @property
    def now(self) -> str:
        """What is being said; empty when it is silent."""
        return _words(self.player.played[-1]) if self.player.is_playing else ""

    def is_held(self) -> bool:
        """True while it is paused."""
        return self.player.is_paused

    def forget(self) -> None:
        """Count from here."""
        self.player.played.clear()


def _words(wav: bytes) -> str:
    return CHIME if wav == chime() else wav.decode().split("|", 1)[1]


class Listener:
    """Somebody who hears a kiosk and presses keys."""

    def __init__(self, visitor: Visitor, ears: Ears) -> None:
        self.visitor = visitor
        self.ears = ears
        visitor.window.listening.open()
        visitor.settle()

    def press(self, key: Qt.Key) -> "Listener":
        """A key of the keypad: it goes to whatever has the focus."""
        self.visitor.clock.now += 1.0
        QTest.keyClick(QApplication.focusWidget() or self.visitor.window, key)
        return self.settle()

    def settle(self) -> "Listener":
        """Until something is being said, or nothing more will be."""
        self.visitor.settle()
        while self.visitor.window.listening.is_speaking and not self.ears.player.is_playing:
            self.visitor.settle()
        return self

    def hear_piece(self) -> bool:
        """Let what is being said come to its end; False when it was silent."""
        if not self.ears.player.is_playing:
            return False
        self.ears.player.end()
        self.settle()
        return True

    def hear_all(self) -> list[str]:
        """Listen until it is silent; what was said, from what is being said now."""
        self.settle()
        start = max(0, len(self.ears.player.played) - 1)
        while self.hear_piece():
            assert len(self.ears.player.played) < 2000, "it does not end"
        return self.ears.heard[start:]

    def find(self, words: str) -> "Listener":
        """Press "next" until these words are heard, then nothing else is pressed."""
        for _ in range(400):
            start = len(self.ears.player.played)
            self.press(NEXT)
            said = self.ears.heard[start:]
            said += self.hear_all()[1:]
            if words in said:
                return self
        raise AssertionError(f"{words!r} was never heard")

    def choose(self, words: str) -> "Listener":
        """Find what says these words, and select it."""
        return self.find(words).press(SELECT)


def open_listener(
    open_kiosk: OpenKiosk,
    runner: JobRunner,
    profile: SoundProfile = SPEAKER,
    *,
    site: Site = SITE,
    size: tuple[int, int] = PORTRAIT,
    languages: tuple[str, ...] = ("en", "fr", "es"),
) -> Listener:
    """Somebody at a kiosk with ears, who has touched nothing yet."""
    ears = Ears(profile, "Speakers", languages=languages)
    visitor = open_kiosk(replace(site, sound=profile), size=size, make_sound=ears.ports(runner))
    return Listener(visitor, ears)
