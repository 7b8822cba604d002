"""What every benchmark in this process works with: the shipped packs, open fonts, read icons."""

from dataclasses import dataclass

from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.icons import IconShelf
from kiosk.settings import Site
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped
from tests.gui.visitor.driver import PORTRAIT, Visitor

SITE = Site(printer="memory:", printer_in_reach=True)


@dataclass(frozen=True)
class Machine:
    """Needs a Qt application."""

    shipped: Shipped
    engine: TextEngine
    icons: IconShelf
    runner: JobRunner

    @classmethod
    def start(cls) -> "Machine":
        """Everything opened once, as in the program."""
        icons = IconShelf()
        icons.load()
        return cls(Shipped(), TextEngine(), icons, JobRunner())

    def visitor(self) -> Visitor:
        """Somebody at a kiosk that nobody has touched."""
        return Visitor(self.shipped, self.engine, self.icons, self.runner, SITE, size=PORTRAIT)
