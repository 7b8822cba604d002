"""Kiosks on the shipped packs; one engine and one reading of the packs for all tests."""

import gc
import sys
from collections.abc import Callable, Iterator
from types import TracebackType

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.icons import IconShelf
from kiosk.gui.visitor.listening.ports import SoundPorts
from kiosk.settings import Site
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped
from tests.gui.visitor.driver import PORTRAIT, Clock, Visitor

OpenKiosk = Callable[..., Visitor]

SITE = Site(printer="memory:", printer_in_reach=True)


@pytest.fixture(scope="session")
def engine(qapp: QApplication) -> TextEngine:
    return TextEngine()


@pytest.fixture(scope="session")
def icons(qapp: QApplication) -> IconShelf:
    """Read once, as in the program; QtAwesome's font does not survive being taken away."""
    shelf = IconShelf()
    shelf.load()
    return shelf


@pytest.fixture(scope="session")
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    """One for all, as in the program; it switches the collecting of garbage off elsewhere."""
    made = JobRunner()
    yield made
    made.wait()
    gc.enable()


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return Shipped()


@pytest.fixture
def open_kiosk(
    shipped: Shipped, engine: TextEngine, icons: IconShelf, runner: JobRunner, qtbot: object
) -> Iterator[OpenKiosk]:
    """Opens a kiosk at a site; all are gone after the test."""
    visitors: list[Visitor] = []

    def open_(
        site: Site = SITE,
        *,
        size: tuple[int, int] = PORTRAIT,
        locked: bool = True,
        make_sound: Callable[[Clock], SoundPorts] | None = None,
    ) -> Visitor:
        made = Visitor(
            shipped,
            engine,
            icons,
            runner,
            site,
            size=size,
            locked=locked,
            make_sound=make_sound,
        )
        visitors.append(made)
        return made

    yield open_
    for visitor in visitors:
        visitor.leave()


@pytest.fixture
def raised() -> Iterator[list[str]]:
    """What came out of slots, where Qt swallows it."""
    found: list[str] = []
    before = sys.excepthook

    def note(kind: type[BaseException], error: BaseException, _trace: TracebackType | None) -> None:
        found.append(f"{kind.__name__}: {error}")

    sys.excepthook = note
    yield found
    sys.excepthook = before


@pytest.fixture
def visitor(open_kiosk: OpenKiosk) -> Visitor:
    return open_kiosk()
