"""Whether, what and when this kiosk speaks: the one place that decides it.

What is private comes out of a headset only, or after the person agreed that others may hear.
Somebody who cannot see begins alone: a key of the keypad or the plug of a headset is enough.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import SoundOutput
from kiosk.core.session import COVER_SECONDS, IDLE_ALERT_SECONDS, IdleState, Session
from kiosk.core.speech import MOST_VOLUME, Utterance, plain_words
from kiosk.gui.kit.sound.chime import chime
from kiosk.gui.kit.sound.outputs import Output, Outputs
from kiosk.gui.kit.sound.player import Player
from kiosk.gui.reading.aloud import Item
from kiosk.gui.reading.aloud_clips import ClipMaker
from kiosk.gui.reading.aloud_reader import Reader
from kiosk.gui.reading.aloud_ring import ReadingRing
from kiosk.gui.visitor.frame import Frame
from kiosk.gui.visitor.listening.bar import ListeningBar
from kiosk.gui.visitor.listening.cursor import Cursor
from kiosk.gui.visitor.listening.curtain import Curtain
from kiosk.gui.visitor.listening.invitation import Invitation
from kiosk.gui.visitor.listening.keypad import Keypad, KeypadAction
from kiosk.gui.visitor.listening.ports import SoundPorts
from kiosk.gui.visitor.scene import Stage
from kiosk.gui.visitor.steering import Steering
from kiosk.i18n.translator import N_
from kiosk.services.visiting import Visiting

if TYPE_CHECKING:
    from kiosk.services.speaking import Narrator

NO_SOUND = N_("Nothing can be read aloud here: this kiosk has no sound.")
NO_VOICE = N_("This language cannot be read aloud here yet.")
KEPT_SILENT = N_("This screen is not read aloud: others could hear.")
_REFUSAL = N_("This screen is about you, so it is not read aloud. Plug in a headset, or ask staff.")
_TRY = N_("This is how loud and how fast I speak.")

_LONGEST_PIECE_S = 300.0
"""A piece that plays longer than this hangs, and no longer counts as somebody being there."""


class Listening(QObject):
    """`changed`: something else can be heard now, so that screens look different."""

    changed = Signal()

    def __init__(
        self, ports: SoundPorts | None, steering: Steering, visiting: Visiting, window: QWidget
    ) -> None:
        """Silent until `open`, and for ever without `ports`; loads nothing of QtMultimedia."""
        super().__init__(window)
        self._ports = ports
        self._steering = steering
        self._visiting = visiting
        self._curtain = Curtain(window)
        self._keypad = Keypad(visiting.site.keys)
        self._invitation = Invitation(visiting, visiting.site.sound.invitation_pause_s)
        self._cursor = Cursor()
        self._frame: Frame | None = None
        self._idle = IdleState.PRESENT
        self._reader: Reader | None = None
        self._outputs: Outputs | None = None
        self._output: Output | None = None
        self._player: Player | None = None
        self._voices: tuple[LanguageTag, ...] = ()
        self._piece = (0, 0.0)
        self._touched_at = 0.0
        self._is_covering = False
        steering.changed.connect(self._on_session_changed)

    def open(self) -> None:
        """Find outputs and voices, in the background; called when the first screen is painted."""
        ports, has_sound = self._ports, self._visiting.site.sound.output is not SoundOutput.NONE
        if self._outputs is not None or ports is None or not has_sound:
            return
        self._outputs = ports.make_outputs()
        self._output = self._outputs.current
        self._outputs.changed.connect(self._on_outputs_changed)
        languages = self._visiting.library.languages
        work = partial(_open_narrator, ports, languages)
        ports.runner.start(work, partial(self._on_narrator_opened, ports), self._on_failed)

    def wait(self) -> None:
        """Wait until no speech is being made; for tours and tests."""
        if self._ports is not None:
            self._ports.runner.wait()

    # What can be heard

    @property
    def is_speaking(self) -> bool:
        """True while something is said, or about to be."""
        return self._reader is not None and self._reader.is_speaking

    def can_listen(self, language: LanguageTag) -> bool:
        """True where sound comes out and the language has a voice or recordings."""
        return self._reader is not None and self._output is not None and language in self._voices

    def unheard(self, session: Session) -> str:
        """Why nothing can be heard in the language of the session, as a message; else empty."""
        if self.can_listen(session.language):
            return ""
        return NO_SOUND if self._output is None else NO_VOICE

    def must_ask(self, session: Session) -> bool:
        """True when somebody has to be asked before a private screen is read to her."""
        return self._is_overheard(session) and session.hearing.others_may_hear is None

    def looks(self, session: Session) -> tuple[object, ...]:
        """What a screen depends on, beside what the session says."""
        hearing = session.hearing
        return (
            hearing.is_on,
            self.unheard(session),
            hearing.others_may_hear,
            self._is_overheard(session),
        )

    def way(self, session: Session) -> Callable[[], None] | None:
        """What the button "Listen" does; None where there is nothing to listen to."""
        return self.toggle if self.can_listen(session.language) else None

    def bar(self, stage: Stage, width: int) -> ListeningBar | None:
        """The bar of whoever listens, `width` pixels wide; None for the others."""
        session = stage.visit.session
        if self._reader is None or not session.hearing.is_on:
            return None
        unheard = self.unheard(session)
        if not unheard and self._is_kept_silent(session):
            unheard = KEPT_SILENT
        return ListeningBar(stage, self._reader, unheard, width)

    # What somebody does

    def toggle(self) -> None:
        """Begin or end reading aloud."""
        hearing = self._steering.session.hearing
        self._steering.hear(replace(hearing, is_on=not hearing.is_on, is_blind=False))

    def change_volume(self, by: int) -> None:
        """Louder or quieter by steps."""
        hearing = self._steering.session.hearing
        volume = min(MOST_VOLUME, max(1, hearing.volume + by))
        self._steering.hear(replace(hearing, volume=volume))

    def try_out(self) -> None:
        """Say a sentence, to hear how loud and fast it is."""
        if self._reader is not None:
            self._reader.say((self._utterance(_TRY),))

    def hush(self, touched: QObject | None = None) -> None:
        """Somebody touched something: be silent, unless it is the bar that steers the speech."""
        bar = self._frame.bar if self._frame is not None else None
        on_bar = isinstance(touched, QWidget) and bar is not None and bar.isAncestorOf(touched)
        if self._reader is not None and not on_bar:
            self._cursor.leave()
            self._reader.stop()

    def lift_curtain(self) -> bool:
        """Show the picture again; True when it was off."""
        hearing = self._steering.session.hearing
        was_covering = self._is_covering
        self._cover(on=False)
        if hearing.is_blind:
            self._steering.hear(replace(hearing, is_blind=False))
        return hearing.is_blind or was_covering

    def press(self, event: QKeyEvent) -> bool:
        """A key; True when it is one of the keypad and was used."""
        action = self._keypad.action(event)
        if action is None or self._frame is None:
            return False
        session = self._steering.session
        if not self.can_listen(session.language):
            return self._cursor.move_focus(action, self._frame)
        if not session.hearing.is_on:
            if action is KeypadAction.SELECT and self._cursor.has_focus(self._frame):
                return False
            self.toggle()
            return True
        return event.isAutoRepeat() or self._steer(action, self._frame)

    def takes(self, touched: QObject, event: QEvent) -> bool:
        """A touch or key: keys of the keypad steer, all else silences; True when it is used up."""
        self._note_touch()
        if isinstance(event, QKeyEvent):
            if self.press(event):
                return True
        elif self.lift_curtain():
            return True
        if isinstance(touched, QWidget):
            self.hush(touched)
        return False

    # What happens

    def follow(self, frame: Frame, ring: ReadingRing, idle: IdleState) -> None:
        """Another screen is shown: read it to whoever listens."""
        self._frame, self._idle = frame, idle
        self._cursor.leave()
        session = self._steering.session
        if idle is not IdleState.PRESENT:
            self._cover(on=False)
        if self._curtain.isVisible() or session.hearing.is_blind:
            self._draw_curtain(session)
        if self._reader is None:
            return
        self._reader.follow(self._find, ring)
        if idle is IdleState.ALERT:
            self._call_back(self._reader, frame, session)
        elif session.hearing.is_on and self.can_listen(session.language):
            if self._is_kept_silent(session):
                self._reader.say((self._utterance(_REFUSAL),))
            else:
                self._reader.read()

    def look_at_clock(self) -> None:
        """Called every second, before anybody asks whether somebody is still there."""
        reader, session = self._reader, self._steering.session
        if reader is None or self._output is None or self._ports is None:
            return
        now = self._ports.now()
        if reader.is_speaking and session.hearing.is_on and self._idle is IdleState.PRESENT:
            if self._piece[0] != reader.pieces:
                self._piece = (reader.pieces, now)
            self._watch_over(reader, session, now)
        elif session.hearing.is_on and self._idle is IdleState.PRESENT:
            reader.look_again()
        self._invitation.look_at_clock(now, session, reader, self._voices)

    def _watch_over(self, reader: Reader, session: Session, now: float) -> None:
        """Speech counts as somebody being there, but not as somebody who looks.

        What is private loses its picture as it does in silence, and through a speaker it is not
        read on for ever to whoever comes next.
        """
        silent = now - self._touched_at
        is_private = self._visiting.is_private(session)
        is_alone = self._output is not None and self._output.is_private
        if is_private and not is_alone and silent >= IDLE_ALERT_SECONDS:
            reader.stop()
            return
        if is_private and silent >= COVER_SECONDS:
            self._cover(on=True)
        if now - self._piece[1] < _LONGEST_PIECE_S:
            self._steering.touched()

    def _note_touch(self) -> None:
        if self._ports is not None:
            self._touched_at = self._ports.now()

    def _cover(self, *, on: bool) -> None:
        if on is not self._is_covering:
            self._is_covering = on
            self._draw_curtain(self._steering.session)

    def forget(self) -> None:
        """The session is over: silence, and nothing is kept of what was said."""
        self._cover(on=False)
        if self._reader is not None:
            self._reader.forget()

    def _steer(self, action: KeypadAction, frame: Frame) -> bool:
        assert self._reader is not None
        match action:
            case KeypadAction.NEXT | KeypadAction.PREVIOUS:
                self._cursor.step(self._reader, 1 if action is KeypadAction.NEXT else -1, frame)
            case KeypadAction.SELECT:
                return self._cursor.select(self._reader, frame)
            case KeypadAction.LOUDER:
                self.change_volume(1)
            case KeypadAction.QUIETER:
                self.change_volume(-1)
        return True

    def _find(self) -> tuple[Item, ...]:
        """What is said on the screen of now."""
        if self._frame is None:
            return ()
        if self._is_kept_silent(self._steering.session):
            return self._frame.standing_items
        return self._frame.items

    def _is_overheard(self, session: Session) -> bool:
        """True when a private screen would be read so that others hear it."""
        if not session.hearing.is_on or not self.can_listen(session.language):
            return False
        is_alone = self._output is not None and self._output.is_private
        return not is_alone and self._visiting.is_private(session)

    def _is_kept_silent(self, session: Session) -> bool:
        return self._is_overheard(session) and session.hearing.others_may_hear is False

    def _call_back(self, reader: Reader, frame: Frame, session: Session) -> None:
        """Are you still there, heard as well as seen."""
        can_say = self.can_listen(session.language)
        items = [item for item in frame.items if item.runs_on] if can_say else []
        if self._output is not None:
            reader.say((u for item in items for u in item.utterances), before=chime())

    def _utterance(self, msgid: str) -> Utterance:
        language = self._steering.session.language
        words = self._visiting.translators.for_language(language).gettext(msgid)
        return Utterance(plain_words(words), language)

    def _draw_curtain(self, session: Session) -> None:
        is_blind = session.hearing.is_blind and self.can_listen(session.language)
        self._curtain.draw(closed=is_blind or self._is_covering)

    def _on_session_changed(self, session: Session) -> None:
        self._note_touch()
        self._draw_curtain(session)
        if self._reader is not None:
            self._reader.listen_as(session.hearing)

    def _on_narrator_opened(
        self, ports: SoundPorts, opened: "tuple[Narrator, tuple[LanguageTag, ...]]"
    ) -> None:
        narrator, self._voices = opened
        player = ports.make_player()
        if self._output is not None:
            player.use(self._output)
        clips = ClipMaker(narrator, ports.runner)
        self._reader = Reader(player, clips, self)
        self._reader.listen_as(self._steering.session.hearing)
        self._player = player
        self.changed.emit()

    def _on_failed(self, _line: str) -> None:
        """No voice: the button stays away and the sound screen says so."""

    def _on_outputs_changed(self) -> None:
        assert self._outputs is not None
        before, now = self._output, self._outputs.current
        self._output = now
        session = self._steering.session
        was_alone = before is not None and before.is_private
        is_alone = now is not None and now.is_private
        is_heard = was_alone and not is_alone and self._visiting.is_private(session)
        if self._reader is not None and (now is None or is_heard):
            self._reader.stop()
        if now is not None and self._player is not None:
            self._player.use(now)
        is_plugged = is_alone and not was_alone
        if is_plugged and not session.hearing.is_on and self.can_listen(session.language):
            self.toggle()
        self.changed.emit()


def _open_narrator(
    ports: SoundPorts, languages: tuple[LanguageTag, ...]
) -> "tuple[Narrator, tuple[LanguageTag, ...]]":
    """In the runner's thread: which languages can be heard."""
    narrator = ports.make_narrator()
    return narrator, tuple(tag for tag in languages if narrator.can_speak(tag))
