"""What stands on every screen at the same place: back, start, danger now, language, look, end."""

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
_BUTTONS = (
    (N_("Back"), "back"),
    (N_("Start"), "home"),
    (_DANGER, "danger"),
    (N_("Language"), "language"),
    (N_("Size and colours"), "text-size"),
    (N_("End and clear"), "end"),
)


@dataclass(frozen=True)
class _Bar:
    """One way to set up the buttons: their shape, how many side by side, how wide in letters."""

    shape: Shape
    columns: int
    column_em: float


_AT_FOOT = (_Bar(Shape.TILE, 6, 5.8), _Bar(Shape.TILE, 3, 6.0))
_AT_SIDE = (_Bar(Shape.ROW, 1, 9.5), _Bar(Shape.TILE, 2, 6.0), _Bar(Shape.TILE, 3, 6.0))


class Chrome(Column):
    """The bar at the foot of an upright screen, at the side of a wide one; words never shortened.

    Each button has its own slot, which stays empty where the button would do nothing, so that
    every button is always found at the same place.
    """

    def __init__(self, stage: Stage, *, at_side: bool, width: int, height: int) -> None:
        """Bound to the place of the session of `stage`; for a screen of this size in pixels."""
        super().__init__(stage.kit, margin=stage.kit.theme.gap, gap=0)
        self._stage = stage
        inner = width - 2 * stage.kit.theme.gap
        if not at_side:
            fitting = next((b for b in _AT_FOOT if self._wide(b) <= inner), _AT_FOOT[-1])
            self.add(self._grid(fitting))
            return
        for bar in _AT_SIDE:
            grid = self._grid(bar)
            if bar is _AT_SIDE[-1] or height_at(grid, self._wide(bar)) <= height:
                self.add(grid)
                self.setFixedWidth(self._wide(bar) + 2 * stage.kit.theme.gap)
                return
            grid.deleteLater()

    def _wide(self, bar: _Bar) -> int:
        return bar.columns * (self._column(bar) + self._kit.theme.px(4.0))

    def _column(self, bar: _Bar) -> int:
        return round(self._kit.theme.font_px(Role.CAPTION) * bar.column_em)

    def _grid(self, bar: _Bar) -> FlowGrid:
        slots = [
            _Slot(self._button(bar.shape, name, icon), way)
            for (name, icon), way in zip(_BUTTONS, self._ways(), strict=True)
        ]
        return FlowGrid(self._kit, slots, column=self._column(bar), most=bar.columns)

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
            end if session.started else None,
        )

    def _button(self, shape: Shape, name: str, icon: str) -> TouchButton:
        return TouchButton(
            self._kit,
            self._stage.say(name),
            icon,
            ButtonKind.SAFETY if name == _DANGER else ButtonKind.QUIET,
            shape=shape,
            role=Role.CAPTION,
            bold=False,
            centered=shape is Shape.TILE,
        )


class _Slot(QWidget):
    """The room of one button, kept where the button would do nothing and is not shown."""

    def __init__(self, button: TouchButton, way: Callable[[], None] | None) -> None:
        super().__init__()
        self._button = button
        button.setParent(self)
        button.setVisible(way is not None)
        if way is not None:
            button.activated.connect(way)

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._button.heightForWidth(width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._button.setGeometry(self.rect())
