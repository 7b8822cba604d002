"""Room that is left on a screen goes to what can be touched, then to air above.

A screen with few choices on an upright kiosk would else crowd at the top, far from a seated hand,
above half a screen of nothing.
"""

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.columns import Column, height_at
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.qr import QrCode
from kiosk.gui.kit.theme import Theme
from kiosk.gui.kit.touchable import Touchable

_MOST_MM = 12.0
_EMPTY_FROM = 0.35
_LOWERED = 0.09


def give_room(content: QWidget, theme: Theme, width: int, height: int) -> None:
    """Make cards and choices higher, all by as much, as far as `width` × `height` pixels hold.

    Where the content is higher than that, a large code for a phone gets smaller.
    """
    targets = tuple(_targets(content))
    wanted = height_at(content, width)
    if wanted > height:
        _shrink_codes(content, wanted - height)
    if not targets or wanted >= height:
        return
    most = theme.px(_MOST_MM)
    _heighten(content, targets, most)
    needed = height_at(content, width)
    if needed > height:
        _heighten(content, targets, int(most * (height - wanted) / (needed - wanted)))


def air_above(content: QWidget, width: int, height: int) -> int:
    """Pixels by which a screen that is mostly empty begins lower, else none.

    The same on every such screen, so that titles stand at one of two places only.
    """
    spare = height - height_at(content, width)
    return round(height * _LOWERED) if spare > height * _EMPTY_FROM else 0


def has_targets(content: QWidget) -> bool:
    """True where something is chosen or opened, and not only read."""
    return next(_targets(content), None) is not None


def _targets(content: QWidget) -> Iterator[Touchable]:
    """Cards, choices and buttons that stand in columns; not those in the line of a text."""
    for target in content.findChildren(Touchable):
        if isinstance(target.parentWidget(), FlowGrid | Column) and not target.isHidden():
            yield target


def _heighten(content: QWidget, targets: tuple[Touchable, ...], pixels: int) -> None:
    for target in targets:
        target.set_room(pixels)
    _forget_heights(content)


def _shrink_codes(content: QWidget, pixels: int) -> None:
    """A code for a phone is seen whole, or it is of no use."""
    for code in content.findChildren(QrCode):
        code.shrink(pixels)
    _forget_heights(content)


def _forget_heights(content: QWidget) -> None:
    """Before it is shown, Qt does not forget by itself how high things were."""
    for widget in (content, *content.findChildren(QWidget)):
        widget.updateGeometry()
        layout = widget.layout()
        if layout is not None:
            layout.invalidate()
