"""The conditions every test runs under: no screen, one language and zone, nothing logged unseen."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path

# Qt reads these once, when it is imported.
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["HYPOTHESIS_STORAGE_DIRECTORY"] = str(
    Path(__file__).parent.parent / "build" / "cache" / "hypothesis"
)
for name in ("QT_SCALE_FACTOR", "QT_FONT_DPI", "QT_STYLE_OVERRIDE", "LANGUAGE"):
    os.environ.pop(name, None)
os.environ["LC_ALL"] = "C.UTF-8"

import pytest
from hypothesis import HealthCheck, settings

from tests.effort import Effort, chosen_effort

# The same examples every time: a red test is red for everybody. No deadline: machines are shared.
settings.register_profile(
    "kiosk",
    derandomize=True,
    database=None,
    deadline=None,
    max_examples=chosen_effort().examples,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("kiosk")


@pytest.fixture(scope="session")
def effort() -> Effort:
    """How much a long test does."""
    return chosen_effort()


@pytest.fixture(autouse=True)
def fail_on_logged_errors(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs an error. One that means to asserts it, then calls `caplog.clear()`.

    Qt's own warnings fail a test through `qt_log_level_fail` in pyproject.toml.
    """
    yield
    for phase in ("setup", "call"):
        for record in caplog.get_records(phase):
            if record.levelno >= logging.ERROR:
                pytest.fail(f"logged by {record.name}: {record.getMessage()}")
