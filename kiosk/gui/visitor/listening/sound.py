"""How somebody listens: louder or quieter, slower or faster, with or without the picture."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.session import Session
from kiosk.core.speech import MOST_VOLUME, Hearing, Pace
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.empty import Empty, Nothing
from kiosk.gui.visitor.listening.listening import NO_SOUND, Listening
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.formatting import format_number
from kiosk.i18n.translator import N_

_PACES = {
    Pace.SLOW: N_("Slow"),
    Pace.NORMAL: N_("Normal"),
    Pace.FAST: N_("Fast"),
}


def build(stage: Stage) -> Scene:
    """Volume, pace, a sentence to try them, and the picture; or why nothing can be heard."""
    column = stage.column(stage.say(N_("Sound")))
    listening = stage.listening
    unheard = NO_SOUND if listening is None else listening.unheard(stage.visit.session)
    if listening is None or unheard:
        column.add(Empty(stage.kit, Nothing.NOT_HEARD, stage.say(unheard)))
    else:
        column.add(_Settings(stage, listening))
    back = stage.primary(stage.say(N_("Back to where I was")), "back")
    back.activated.connect(stage.steering.back)
    return Scene(column, stage.footer(back))


class _Settings(Column):
    """Each touch can be heard at once."""

    def __init__(self, stage: Stage, listening: Listening) -> None:
        super().__init__(stage.kit)
        self._stage = stage
        self._listening = listening
        self._build()
        stage.steering.changed.connect(self._show)
        self._show(stage.visit.session)

    def _build(self) -> None:
        stage = self._stage
        self.add(TextBlock(stage.kit, stage.say(N_("Volume")), Role.HEADING))
        quieter = stage.secondary(stage.say(N_("Quieter")), "minus")
        louder = stage.secondary(stage.say(N_("Louder")), "plus")
        quieter.activated.connect(partial(self._change_volume, -1))
        louder.activated.connect(partial(self._change_volume, 1))
        self._level = TextBlock(stage.kit, "", bold=True)
        self._scale = _Scale(stage.kit)
        self.add(Column(stage.kit, (self._level, self._scale), gap=stage.kit.theme.gap))
        self.add(FlowGrid(stage.kit, (quieter, louder), most=2))
        self.add(TextBlock(stage.kit, stage.say(N_("Pace")), Role.HEADING))
        self._paces = {pace: Choice(stage.kit, stage.say(name)) for pace, name in _PACES.items()}
        for pace, choice in self._paces.items():
            choice.activated.connect(partial(self._change_pace, pace))
        paces = tuple(self._paces.values())
        self.add(card_grid(stage.kit, paces, column=stage.kit.theme.column // 2, most=3))
        self.add(Column(stage.kit, self._ways(), gap=stage.kit.theme.px(4.0)))

    def _ways(self) -> list[TouchButton]:
        stage = self._stage
        test = stage.secondary(stage.say(N_("Say a sentence to try it")), "listen")
        test.activated.connect(self._listening.try_out)
        blind = stage.secondary(stage.say(N_("Only listen: switch the picture off")), "hide")
        blind.activated.connect(self._switch_picture_off)
        is_on = stage.visit.session.hearing.is_on
        words = N_("Stop reading aloud") if is_on else N_("Begin reading aloud")
        toggle = stage.secondary(stage.say(words), "stop" if is_on else "play")
        toggle.activated.connect(self._listening.toggle)
        return [test, toggle, blind]

    @property
    def _hearing(self) -> Hearing:
        return self._stage.steering.session.hearing

    def _change_volume(self, by: int) -> None:
        self._listening.change_volume(by)
        self._listening.try_out()

    def _change_pace(self, pace: Pace) -> None:
        self._stage.steering.hear(replace(self._hearing, pace=pace))
        self._listening.try_out()

    def _switch_picture_off(self) -> None:
        self._stage.steering.hear(replace(self._hearing, is_on=True, is_blind=True))

    def _show(self, session: Session) -> None:
        hearing, kit = session.hearing, self._kit
        words = kit.translator.fill(
            N_("{volume} of {most}"),
            volume=format_number(hearing.volume, kit.language),
            most=format_number(MOST_VOLUME, kit.language),
        )
        self._level.show_text(words)
        self._scale.show_level(hearing.volume)
        for pace, choice in self._paces.items():
            choice.choose(pace is hearing.pace)


class _Scale(QWidget):
    """The volume as steps that grow, in the direction of reading; filled as far as it goes."""

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._level = 0
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(kit.theme.px(12.0))

    def show_level(self, level: int) -> None:
        """1 to `MOST_VOLUME`."""
        self._level = level
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._kit.theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        gap = theme.px(1.2)
        wide = (self.width() - gap * (MOST_VOLUME - 1)) / MOST_VOLUME
        for index in range(MOST_VOLUME):
            start = index * (wide + gap)
            left = self.width() - start - wide if self._kit.language.is_rtl else start
            high = self.height() * (0.3 + 0.7 * (index + 1) / MOST_VOLUME)
            filled = index < self._level
            painter.setPen(Qt.PenStyle.NoPen if filled else QColor(theme.colors.border))
            painter.setBrush(QColor(theme.colors.accent if filled else theme.colors.ground))
            box = QRectF(left, self.height() - high, wide, high).adjusted(0.5, 0.5, -0.5, -0.5)
            painter.drawRoundedRect(box, theme.px(0.8), theme.px(0.8))
