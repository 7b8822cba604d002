"""What listening needs from the outside: made only when the first screen has been painted."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.sound.outputs import Outputs
from kiosk.gui.kit.sound.player import Player

if TYPE_CHECKING:
    from kiosk.services.speaking import Narrator


@dataclass(frozen=True)
class SoundPorts:
    """Makers of what speaks, what plays and where it comes out.

    `make_narrator` is called in the thread of `runner`, the others in that of the GUI. `now` is a
    monotonic clock in seconds.
    """

    make_narrator: "Callable[[], Narrator]"
    make_player: Callable[[], Player]
    make_outputs: Callable[[], Outputs]
    runner: JobRunner
    now: Callable[[], float]
