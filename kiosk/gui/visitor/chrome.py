"""What stands on every screen at the same place: back, start, danger now, language, look, end."""

from collections.abc import Callable
from functools import partial

from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.face import Shape
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Stage
from kiosk.i18n.translator import N_

_COLUMN_EM = 6.0
_BEFORE_HOME = (Screen.ATTRACT, Screen.TRUST, Screen.WHERE_ARE_YOU, Screen.WHERE_FROM)


class Chrome(Column):
    """The bar at the foot of the screen, within reach of a seated person."""

    def __init__(self, stage: Stage) -> None:
        """Bound to the place of the session of `stage`."""
        theme = stage.kit.theme
        super().__init__(stage.kit, margin=theme.gap, gap=0)
        self._stage = stage
        column = round(theme.font_px(Role.CAPTION) * _COLUMN_EM)
        self.add(FlowGrid(stage.kit, self._buttons(), column=column, most=6))

    def _buttons(self) -> list[TouchButton]:
        steering = self._stage.steering
        session = self._stage.visit.session
        screen = session.place.screen
        buttons = []
        if session.started:
            buttons.append(self._button(N_("Back"), "back", steering.back))
        if screen not in _BEFORE_HOME and session.has_pair:
            buttons.append(self._button(N_("Start"), "home", steering.go_home))
        danger = partial(steering.go, Screen.DANGER_NOW)
        buttons.append(self._button(N_("Danger now"), "danger", danger, ButtonKind.SAFETY))
        if session.started:
            language = partial(steering.go, Screen.LANGUAGE)
            buttons.append(self._button(N_("Language"), "language", language))
        display = partial(steering.go, Screen.DISPLAY)
        buttons.append(self._button(N_("Size and colours"), "text-size", display))
        if session.started:
            end = partial(steering.go, Screen.END)
            buttons.append(self._button(N_("End and clear"), "end", end))
        return buttons

    def _button(
        self,
        name: str,
        icon: str,
        touched: Callable[[], None],
        kind: ButtonKind = ButtonKind.QUIET,
    ) -> TouchButton:
        button = TouchButton(
            self._kit,
            self._stage.say(name),
            icon,
            kind,
            shape=Shape.TILE,
            role=Role.CAPTION,
            bold=False,
            centered=True,
        )
        button.activated.connect(touched)
        return button
