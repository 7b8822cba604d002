"""Kiosks and single widgets for the tests of accessibility; the clock is the same for both."""

from tests.gui.kit.conftest import clock, kit, kits, show
from tests.gui.visitor.conftest import engine, icons, open_kiosk, runner, shipped, visitor

__all__ = [
    "clock",
    "engine",
    "icons",
    "kit",
    "kits",
    "open_kiosk",
    "runner",
    "shipped",
    "show",
    "visitor",
]
