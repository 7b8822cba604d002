"""How touch widgets find the area that scrolls them, without knowing which class it is."""

from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget


@runtime_checkable
class Scroller(Protocol):
    """Something that moves its content with a finger; y in screen pixels, times in ms."""

    @property
    def can_scroll(self) -> bool:
        """True when the content is higher than the room it has."""

    def hold(self, y: float, at: int) -> None:
        """A finger came down."""

    def drag(self, y: float, at: int) -> None:
        """The finger moved: the content follows."""

    def let_go(self, at: int) -> None:
        """The finger left."""


def scroller_above(widget: QWidget) -> Scroller | None:
    """The nearest area around the widget that scrolls, or None."""
    above = widget.parentWidget()
    while above is not None:
        if isinstance(above, Scroller):
            return above
        above = above.parentWidget()
    return None
