"""What makes a test fail without its asking: logged errors, Qt's messages, warnings."""

import subprocess
import sys
from pathlib import Path

import pytest

from tools.tree import ROOT

HEADER = "import logging, warnings\nfrom PySide6.QtCore import qWarning\n"


def run_test(folder: Path, *lines: str) -> str:
    """Run one test under our conditions; pytest's closing line."""
    body = "".join(f"    {line}\n" for line in lines)
    path = folder / "test_it.py"
    path.write_text(f"{HEADER}def test_it(caplog):\n{body}", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "tests.conftest", "-p", "no:xdist"]
    command += ["-c", str(ROOT / "pyproject.toml"), "-p", "no:cacheprovider", str(path)]
    ended = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return ended.stdout.strip().splitlines()[-1]


@pytest.mark.parametrize(
    "line",
    [
        "logging.getLogger('kiosk').error('the printer is gone')",
        "qWarning('QObject: something is wrong')",
        "warnings.warn('this will stop working', DeprecationWarning)",
    ],
)
def test_what_is_logged_or_warned_fails_a_test(tmp_path: Path, line: str) -> None:
    assert "1 failed" in run_test(tmp_path, line) or "1 error" in run_test(tmp_path, line)


def test_an_error_that_was_meant_and_information_pass(tmp_path: Path) -> None:
    lines = (
        "logging.getLogger('kiosk').info('started')",
        "logging.getLogger('kiosk').error('the printer is gone')",
        "assert 'printer' in caplog.text",
        "caplog.clear()",
    )
    assert "1 passed" in run_test(tmp_path, *lines)
