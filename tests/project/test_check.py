"""`make check` runs everything and says how each ended; our files are found without git too."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools.check import Check, main, run_all
from tools.findings import Finding, report
from tools.tree import ROOT, committed_files

PASSES = Check("passes", (sys.executable, "-c", "print('fine')"))
FAILS = Check("fails", (sys.executable, "-c", "import sys; print('a.py:1: bad'); sys.exit(1)"))


def test_a_failure_stops_no_other_check() -> None:
    outcomes = list(run_all((FAILS, PASSES)))
    assert [(one.check.name, one.passed) for one in outcomes] == [
        ("fails", False),
        ("passes", True),
    ]
    assert outcomes[0].output == "a.py:1: bad\n"


@pytest.mark.parametrize(
    ("checks", "code", "last"),
    [((PASSES,), 0, "check: all 1 passed"), ((FAILS, PASSES), 1, "check: fails failed")],
)
def test_the_last_line_says_what_failed(
    checks: tuple[Check, ...], code: int, last: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(checks) == code
    printed = capsys.readouterr().out
    assert printed.splitlines()[-1] == last
    assert ("a.py:1: bad" in printed) == (code == 1)


def test_findings_are_reported_in_the_order_of_files_and_lines(
    capsys: pytest.CaptureFixture[str],
) -> None:
    late, early = (Finding(ROOT / "kiosk/a.py", line, "bad", "mend it") for line in (12, 2))
    assert report([late, early, late]) == 1
    assert capsys.readouterr().err == ("kiosk/a.py:2: bad; mend it\nkiosk/a.py:12: bad; mend it\n")
    assert report([]) == 0


@pytest.mark.parametrize("with_git", [True, False])
def test_made_files_do_not_belong_to_the_repository(tmp_path: Path, with_git: bool) -> None:
    if with_git:
        subprocess.run(["git", "init", "-q", str(tmp_path)], check=True)
    shutil.copy(ROOT / ".gitignore", tmp_path)
    for name in ("kiosk/app.py", "build/packs/x.pack", ".venv/x.py", "kiosk/__pycache__/a.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")
    found = [str(path.relative_to(tmp_path)) for path in committed_files(tmp_path)]
    assert found == [".gitignore", "kiosk/app.py"]
