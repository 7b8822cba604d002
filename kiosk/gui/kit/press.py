"""What counts as a press: rules of one finger, without Qt, so that they can be read and tested.

Press, roll up to 8 mm inside the target and release: activates. Release outside: cancels. A
vertical move beyond 8 mm where there is something to scroll: scrolls only. However long one
holds, release means one action; a further tap at the same place within 400 ms means nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum

SAME_TAP_SECONDS = 0.4


class PressState(Enum):
    """Where a press has got to."""

    NONE = "none"
    HELD = "held"
    OUTSIDE = "outside"
    SCROLLING = "scrolling"


@dataclass
class Press:
    """One press on one target; `roll` is the length in pixels below which nothing scrolls."""

    roll: float
    state: PressState = PressState.NONE
    start_x: float = 0.0
    start_y: float = 0.0

    @property
    def is_down(self) -> bool:
        """True while the target is to look pressed."""
        return self.state is PressState.HELD

    def begin(self, x: float, y: float) -> None:
        """A finger came down inside the target."""
        self.state = PressState.HELD
        self.start_x, self.start_y = x, y

    def move(self, x: float, y: float, *, inside: bool, scrolls: bool) -> None:
        """The finger moved; `inside` the target or not, over something that `scrolls` or not."""
        if self.state in (PressState.NONE, PressState.SCROLLING):
            return
        if scrolls and abs(y - self.start_y) > self.roll:
            self.state = PressState.SCROLLING
        else:
            self.state = PressState.HELD if inside else PressState.OUTSIDE

    def end(self, *, inside: bool) -> bool:
        """The finger left; True when the target is to act."""
        acts = inside and self.state in (PressState.HELD, PressState.OUTSIDE)
        self.state = PressState.NONE
        return acts

    def cancel(self) -> None:
        """The press is over without a release."""
        self.state = PressState.NONE


class TapGuard:
    """Refuses the second half of a double tap, also when the first has changed the screen."""

    def __init__(self, now: Callable[[], float], reach: float) -> None:
        """`now` gives monotonic seconds; `reach` in pixels is how far apart two taps are two."""
        self._now = now
        self._reach = reach
        self._last: tuple[float, float, float] | None = None

    def admits(self, x: float, y: float) -> bool:
        """True for a first tap at this place of the screen.

        What is refused counts too: a hand that shakes for a second is still one wish.
        """
        now, last = self._now(), self._last
        self._last = (now, x, y)
        if last is None:
            return True
        at, last_x, last_y = last
        near = abs(x - last_x) <= self._reach and abs(y - last_y) <= self._reach
        return not near or now - at >= SAME_TAP_SECONDS
