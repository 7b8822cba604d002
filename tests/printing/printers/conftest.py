"""The services that simulated printers need, started once for the folder."""

from collections.abc import Iterator

import pytest

from tests.simulators.ipp_printer import system_services


@pytest.fixture(scope="session", autouse=True)
def _services() -> Iterator[None]:
    with system_services():
        yield
