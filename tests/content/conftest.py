"""The shipped content, opened once per run."""

import pytest

from tests.factories.shipped import Shipped


@pytest.fixture(scope="session")
def shipped() -> Shipped:
    return Shipped()
