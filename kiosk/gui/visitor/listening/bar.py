"""The bar that stands on every screen while somebody listens."""

from dataclasses import replace
from functools import partial

from kiosk.core.session import Screen
from kiosk.core.speech import Origin
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import Column, Row, height_at
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.theme import Role
from kiosk.gui.reading.aloud_reader import Reader, ReaderState
from kiosk.gui.visitor.scene import Stage
from kiosk.i18n.translator import N_

_STATES = {
    ReaderState.SILENT: N_("Reading aloud"),
    ReaderState.SPEAKING: N_("Reading aloud"),
    ReaderState.PAUSED: N_("Paused"),
    ReaderState.STOPPED: N_("Stopped"),
    ReaderState.FINISHED: N_("Read to the end"),
}
_COMPUTER = N_("Computer voice")
_BROKEN = N_("No sound comes out. Ask staff.")
_GAPS = N_("Some words have no voice yet")
_PAUSE, _GO_ON = N_("Pause"), N_("Read on")

_ALL_WORDS = (*_STATES.values(), _COMPUTER, _BROKEN, _GAPS)
_LEAST_EM = 7.0


class ListeningBar(Column):
    """Says what is happening, who speaks, and offers pause, again, skip and the sound screen.

    As high as the longest thing it may say, so that nothing around it moves.
    """

    def __init__(self, stage: Stage, reader: Reader, unheard: str, width: int) -> None:
        """`unheard`: why this screen is not read, in words; `width` in pixels there will be."""
        side = stage.kit.theme.gap
        super().__init__(stage.kit, gap=stage.kit.theme.px(1.0))
        self.set_margins(side, side)
        self._stage = stage
        self._reader = reader
        self._unheard = unheard
        self._build(width - 2 * side)
        self._keep_height(width)
        reader.changed.connect(self._show)
        self._show()

    def _build(self, width: int) -> None:
        self._state = Line(self._kit, " ", "listen", role=Role.CAPTION)
        # As wide as the longer of the two things it says.
        names = [self._button(name, "pause") for name in (_PAUSE, _GO_ON)]
        self._pause = max(names, key=lambda button: button.sizeHint().width())
        self._pause.activated.connect(self._on_pause_activated)
        again = self._button(N_("Again"), "again")
        again.activated.connect(self._reader.repeat)
        skip = self._button(N_("Skip"), "skip")
        skip.activated.connect(self._reader.skip)
        sound = self._button(N_("Sound"), "louder")
        sound.activated.connect(partial(self._stage.steering.go, Screen.SOUND))
        steering = () if self._unheard else (self._pause, again, skip)
        is_there = self._stage.visit.session.place.screen is Screen.SOUND
        self._arrange((*steering, *(() if is_there else (sound,))), width)

    def _arrange(self, buttons: tuple[TouchButton, ...], width: int) -> None:
        """The words beside the buttons where there is room for both, else above them."""
        gap = self._kit.theme.gap
        room = width - sum(button.sizeHint().width() + gap for button in buttons)
        if room < self._kit.theme.font_px(Role.CAPTION) * _LEAST_EM:
            self.add(self._state)
            self.add(FlowRow(self._kit, buttons, fill=True))
            return
        row = Row(self._kit, gap=gap)
        row.add(self._in_the_middle(), 1)
        for button in buttons:
            button.setFixedWidth(button.sizeHint().width())
            row.add(button)
        self.add(row)

    def _in_the_middle(self) -> Column:
        """The words at the height of those on the buttons."""
        column = Column(self._kit, gap=0)
        column.add_stretch()
        column.add(self._state)
        column.add_stretch()
        return column

    def _keep_height(self, width: int) -> None:
        needed = []
        for words in (self._unheard,) if self._unheard else _ALL_WORDS:
            self._state.show_words(self._stage.say(words), "listen")
            needed.append(height_at(self, width))
        self.setFixedHeight(max(needed))

    def _button(self, msgid: str, icon: str) -> TouchButton:
        words, quiet = self._stage.say(msgid), ButtonKind.QUIET
        return TouchButton(
            self._kit, words, icon, quiet, role=Role.CAPTION, bold=False, guarded=False
        )

    def _on_pause_activated(self) -> None:
        if self._reader.is_speaking:
            self._reader.pause()
        else:
            self._reader.go_on()

    def _show(self) -> None:
        icon = "warning" if self._reader.is_broken else "listen"
        self._state.show_words(self._stage.say(self._words()), icon)
        speaks = self._reader.is_speaking
        name, sign = (_PAUSE, "pause") if speaks else (_GO_ON, "play")
        face = replace(self._pause.face, text=self._stage.say(name), icon=sign)
        self._pause.show_face(face)

    def _words(self) -> str:
        reader = self._reader
        if self._unheard:
            return self._unheard
        if reader.is_broken:
            return _BROKEN
        if reader.is_speaking and reader.origin is Origin.SYNTHETIC:
            return _COMPUTER
        if reader.state is ReaderState.FINISHED and reader.has_gaps:
            return _GAPS
        return _STATES[reader.state]
