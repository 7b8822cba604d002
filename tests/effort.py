"""How much the long tests do: a seeded sample in `make test`, the full numbers in `make soak`."""

import os
from dataclasses import dataclass


@dataclass(frozen=True)
class Effort:
    """`sessions` visitors in a row, `monkey_seconds` of random touches in all, each `stride`-th
    screen.
    """

    sessions: int
    monkey_seconds: int
    stride: int
    examples: int

    @property
    def is_full(self) -> bool:
        """True when the full numbers run."""
        return self.stride == 1


SAMPLE = Effort(sessions=50, monkey_seconds=60, stride=7, examples=60)
FULL = Effort(sessions=1000, monkey_seconds=3600, stride=1, examples=2000)


def chosen_effort() -> Effort:
    """`KIOSK_EFFORT=full` chooses the full numbers."""
    return FULL if os.environ.get("KIOSK_EFFORT") == "full" else SAMPLE
