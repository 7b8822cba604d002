"""Setting a checkout up, as far as it can be tried without changing the machine."""

import shutil
import subprocess
from pathlib import Path

import pytest

from tools.tree import ROOT


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with nothing but the set-up script, and a `bin` that is all its PATH."""
    (tmp_path / "tools").mkdir()
    shutil.copy(ROOT / "tools" / "setup.sh", tmp_path / "tools")
    programs = tmp_path / "bin"
    programs.mkdir()
    for name in ("bash", "dirname"):
        found = shutil.which(name)
        assert found is not None
        (programs / name).symlink_to(found)
    return tmp_path


def set_up(checkout: Path, purpose: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [str(checkout / "bin" / "bash"), str(checkout / "tools" / "setup.sh"), purpose],
        env={"PATH": str(checkout / "bin")},
        capture_output=True,
        text=True,
        check=False,
    )


def test_an_old_python_is_named_with_the_way_out(checkout: Path) -> None:
    python = checkout / "bin" / "python3"
    python.write_text('#!/bin/sh\n[ "$1" = --version ] && echo "Python 3.9.2" && exit 0\nexit 1\n')
    python.chmod(0o755)
    ended = set_up(checkout, "run")
    assert ended.returncode == 3
    assert ended.stderr.startswith("setup: Python 3.11 or newer is needed, python3 is Python 3.9.2")
    assert "make run PYTHON=" in ended.stderr
    assert ended.stderr.count("\n") == 1


def test_an_unknown_purpose_is_a_usage_error(checkout: Path) -> None:
    ended = set_up(checkout, "everything")
    assert ended.returncode == 2
    assert ended.stderr == "setup: unknown purpose 'everything': run, dev or bench\n"
    assert not (checkout / ".venv").exists()


@pytest.mark.parametrize("lock", ["run.txt", "dev.txt"])
def test_every_pinned_package_has_its_hashes(lock: str) -> None:
    entries = (ROOT / "requirements" / lock).read_text(encoding="utf-8").split("\n")
    starts = [at for at, line in enumerate(entries) if "==" in line]
    assert len(starts) > 30
    assert all(entries[at + 1].startswith("    --hash=sha256:") for at in starts)


def test_the_lock_of_the_program_is_part_of_the_lock_for_tests() -> None:
    def pins(name: str) -> set[str]:
        lines = (ROOT / "requirements" / name).read_text(encoding="utf-8").split("\n")
        return {line.split()[0] for line in lines if "==" in line}

    assert pins("run.txt") < pins("dev.txt")
    assert "pyside6-essentials==6.11.3" in pins("run.txt")
