"""One text engine for all pages, and the shipped content as sheets."""

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.text import TextEngine
from tests.factories.shipped import Shipped


@pytest.fixture(scope="session")
def engine(qapp: QApplication) -> TextEngine:
    return TextEngine()


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return Shipped()
