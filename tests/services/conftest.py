"""The shipped content, opened once per run; a printer in memory and the desk before it."""

import pytest

from kiosk.printing.printers import MemoryPrinter
from kiosk.services.print_jobs import PrintDesk
from tests.factories.shipped import Shipped


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return Shipped()


@pytest.fixture
def printer() -> MemoryPrinter:
    return MemoryPrinter()


@pytest.fixture
def desk(printer: MemoryPrinter) -> PrintDesk:
    return PrintDesk(printer, patience=60)
