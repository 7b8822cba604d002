"""The kits and windows of the kit's tests."""

from tests.gui.kit.conftest import clock, engine, kit, kits, show

__all__ = ["clock", "engine", "kit", "kits", "show"]
