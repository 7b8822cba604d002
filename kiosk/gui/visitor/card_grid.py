"""Cards side by side only where no word of any of them has to be broken."""

from collections.abc import Sequence

from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.touchable import Touchable


def card_grid(
    kit: Kit, cards: Sequence[Touchable], *, column: int | None = None, most: int = 2
) -> FlowGrid:
    """Cards in at most `most` columns, none narrower than `column` pixels or its widest word."""
    least = max((card.minimumSizeHint().width() for card in cards), default=0)
    return FlowGrid(kit, cards, column=max(least, column or kit.theme.column), most=most)
