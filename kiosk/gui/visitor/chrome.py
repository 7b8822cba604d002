"""What stands on every screen at the same place: back, start, help, language, look, end."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import Column, height_at
from kiosk.gui.kit.face import Shape
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Stage
from kiosk.i18n.translator import N_

_WITHOUT_START = (Screen.ATTRACT, Screen.TRUST, Screen.HOME)
_DANGER = N_("Danger now")
_LISTEN = (N_("Listen"), "listen")
_STOP = (N_("Stop reading"), "stop")
_BUTTONS = (
    (N_("Back"), "back"),
    (N_("Start"), "home"),
    (_DANGER, "danger"),
    (N_("Language"), "language"),
    (N_("Size and colours"), "text-size"),
    _LISTEN,
    (N_("Hide"), "hide"),
    (N_("End and clear"), "end"),
)


_PADDING_MM = 1.4


@dataclass(frozen=True)
class _Bar:
    """One way to set up the buttons: their shape, how many side by side, how wide in letters.

    `role` is the size of the words: that of a label where the room is short.
    """

    shape: Shape
    columns: int
    column_em: float = 6.0
    role: Role = Role.CAPTION


_AT_FOOT = (
    _Bar(Shape.TILE, 8),
    _Bar(Shape.TILE, 4),
    _Bar(Shape.TILE, 4, role=Role.LABEL),
    _Bar(Shape.TILE, 2, role=Role.LABEL),
)
_AT_SIDE = (
    _Bar(Shape.ROW, 1, 9.0),
    _Bar(Shape.TILE, 2),
    _Bar(Shape.ROW, 2, 5.0),
    _Bar(Shape.TILE, 2, role=Role.LABEL),
    _Bar(Shape.ROW, 2, 5.0, Role.LABEL),
    _Bar(Shape.TILE, 3, role=Role.LABEL),
)
_MOST_WIDE = 0.45
"""The greatest share of the width for a bar at the side, as long as a narrower one fits."""


class Chrome(Column):
    """The bar at the foot of an upright screen, at the side of a wide one; words never shortened.

    Each button has its own slot, which stays empty where the button would do nothing, so that
    every button is always found at the same place.
    """

    def __init__(self, stage: Stage, *, at_side: bool, width: int, height: int) -> None:
        """Bound to the place of the session of `stage`; for a screen of this size in pixels."""
        self._gap = stage.kit.theme.gap
        super().__init__(stage.kit, margin=self._gap, gap=0)
        self._stage = stage
        width, height = width - 2 * self._gap, height - 2 * self._gap
        if at_side:
            grid, wide = self._at_side(height, width * _MOST_WIDE)
            self.setFixedWidth(wide + 2 * self._gap)
        else:
            grid = self._at_foot(width)
        self.add(grid)

    def _at_side(self, height: int, most_wide: float) -> tuple[FlowGrid, int]:
        """The buttons and how wide they are, no higher than `height` where that can be."""
        for bar in _AT_SIDE:
            slots = self._slots(bar)
            wished = round(self._kit.theme.font_px(bar.role) * bar.column_em)
            column = max(wished, *(slot.least_width for slot in slots))
            wide = bar.columns * (column + self._gap) - self._gap
            grid = self._grid(bar, slots, column)
            if wide <= most_wide and height_at(grid, wide) <= height:
                break
        return grid, wide

    def _at_foot(self, width: int) -> FlowGrid:
        """The buttons, side by side as long as no word has to be broken."""
        for bar in _AT_FOOT:
            slots = self._slots(bar)
            column = (width - (bar.columns - 1) * self._gap) // bar.columns
            if all(slot.least_width <= column for slot in slots):
                break
        return self._grid(bar, slots, column)

    def _grid(self, bar: _Bar, slots: "list[_Slot]", column: int) -> FlowGrid:
        return FlowGrid(self._kit, slots, column=column, most=bar.columns, gap=self._gap)

    def _slots(self, bar: _Bar) -> "list[_Slot]":
        return [
            _Slot(self._button(bar, name, icon), way)
            for (name, icon), way in zip(self._names(), self._ways(), strict=True)
        ]

    def _names(self) -> list[tuple[str, str]]:
        """What stands on each button, and its icon."""
        is_on = self._stage.visit.session.hearing.is_on
        return [_STOP if is_on and button == _LISTEN else button for button in _BUTTONS]

    def _ways(self) -> tuple[Callable[[], None] | None, ...]:
        """What each button does here, None where it would do nothing."""
        steering, session = self._stage.steering, self._stage.visit.session
        has_home = session.has_pair and session.place.screen not in _WITHOUT_START
        language = partial(steering.go, Screen.LANGUAGE)
        end = partial(steering.go, Screen.END)
        return (
            steering.back if len(session.trail) > 1 else None,
            steering.go_home if has_home else None,
            partial(steering.go, Screen.DANGER_NOW),
            language if session.started else None,
            partial(steering.go, Screen.DISPLAY),
            self._stage.listen,
            steering.hide if session.started else None,
            end if session.started and session.place.screen is not Screen.END else None,
        )

    def _button(self, bar: _Bar, name: str, icon: str) -> TouchButton:
        return _BarButton(
            self._kit,
            self._stage.say(name),
            icon,
            ButtonKind.SAFETY if name == _DANGER else ButtonKind.QUIET,
            shape=bar.shape,
            role=bar.role,
            bold=False,
            centered=bar.shape is Shape.TILE,
        )


class _BarButton(TouchButton):
    """Closer to its edges than others: the bar takes no more of the screen than it must."""

    def _side_padding(self) -> int:
        return self._kit.theme.px(_PADDING_MM)

    def _above(self) -> int:
        return self._kit.theme.px(_PADDING_MM)


class _Slot(QWidget):
    """The room of one button, kept where the button would do nothing and is not shown."""

    def __init__(self, button: TouchButton, way: Callable[[], None] | None) -> None:
        super().__init__()
        self._button = button
        button.setParent(self)
        button.setVisible(way is not None)
        if way is not None:
            button.activated.connect(way)

    @property
    def least_width(self) -> int:
        """Pixels below which a word of the button would have to be broken."""
        return self._button.minimumSizeHint().width()

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._button.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._button.setGeometry(self.rect())
