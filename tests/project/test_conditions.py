"""What makes a test fail without its asking: logged errors, Qt's messages, warnings."""

import re
import subprocess
import sys

import pytest

from tools.tree import ROOT

HEADER = "import logging, warnings\nfrom PySide6.QtCore import qWarning\n"


FAILING = {
    "logged": "logging.getLogger('kiosk').error('the printer is gone')",
    "said_by_qt": "qWarning('QObject: something is wrong')",
    "warned": "warnings.warn('this will stop working', DeprecationWarning)",
}
PASSING = {
    "informed": "logging.getLogger('kiosk').info('started')",
    "meant": (
        "logging.getLogger('kiosk').error('the printer is gone'); "
        "assert 'printer' in caplog.text; caplog.clear()"
    ),
}


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """How a test of each line ends under our conditions."""
    lines = FAILING | PASSING
    path = tmp_path_factory.mktemp("conditions") / "test_it.py"
    tests = (f"def test_{name}(caplog):\n    {line}\n" for name, line in lines.items())
    path.write_text(HEADER + "".join(tests), encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-rA", "-p", "tests.conftest"]
    command += ["-p", "no:xdist", "-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider"]
    ended = subprocess.run(
        [*command, str(path)], cwd=ROOT, capture_output=True, text=True, check=False
    )
    # A test that fails after it has passed has both words; the last one counts.
    ends = re.findall(r"^(PASSED|FAILED|ERROR) \S*::test_(\w+)", ended.stdout, re.MULTILINE)
    return {name: end for end, name in ends}


@pytest.mark.parametrize("name", FAILING)
def test_what_is_logged_or_warned_fails_a_test(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[name] in ("FAILED", "ERROR")


@pytest.mark.parametrize("name", PASSING)
def test_an_error_that_was_meant_and_information_pass(outcomes: dict[str, str], name: str) -> None:
    assert outcomes[name] == "PASSED"
