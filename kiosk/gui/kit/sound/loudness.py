"""How loud each step of the volume is: even steps in decibels, as the ear hears them."""

from kiosk.core.speech import MOST_VOLUME

STEP_DB = 4.0
"""Decibels between two steps; a person may not be startled by more than 10 (A12)."""


def gain_db(step: int) -> float:
    """Decibels below full volume of a step, 1 to `MOST_VOLUME`; steps beyond are the nearest."""
    return STEP_DB * (min(MOST_VOLUME, max(1, step)) - MOST_VOLUME)


def amplitude(step: int) -> float:
    """The same as a share of the full amplitude, above 0 to 1."""
    return float(10 ** (gain_db(step) / 20))
