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
    """The bar at the foot of an upright screen, at the side of a wide one; words never shortened.

    `height` is that of the screen in pixels; a bar at the side takes as many columns as it needs.
    """

    def __init__(self, stage: Stage, *, at_side: bool, height: int) -> None:
        """Bound to the place of the session of `stage`."""
        theme = stage.kit.theme
        super().__init__(stage.kit, margin=theme.gap, gap=0)
        self._stage = stage
        buttons = self._buttons()
        column = round(theme.font_px(Role.CAPTION) * _COLUMN_EM)
        most = self._columns(buttons, column, height) if at_side else len(buttons)
        self.add(FlowGrid(stage.kit, buttons, column=column, most=most))
        if at_side:
            self.setFixedWidth(most * column + (most - 1) * theme.px(4.0) + 2 * theme.gap)

    def _columns(self, buttons: list[TouchButton], column: int, height: int) -> int:
        gap = self._kit.theme.px(4.0)
        needed = sum(button.heightForWidth(column) + gap for button in buttons)
        return 1 if needed <= height else 2

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
