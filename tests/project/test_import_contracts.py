"""The import contracts of pyproject.toml, tried on a small program with one wrong import."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.tree import ROOT

PARTS = [
    "app",
    "cli",
    "gui",
    "services",
    "packs",
    "library",
    "printing",
    "text",
    "i18n",
    "settings",
    "whole_file",
    "core",
]
GUI_PARTS = ["visitor", "counsellor", "reading", "kit"]


@pytest.fixture
def program(tmp_path: Path) -> Path:
    """Every part of the program, empty."""
    for part in ("", *PARTS, *(f"gui/{name}" for name in GUI_PARTS)):
        folder = tmp_path / "kiosk" / part
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "__init__.py").write_text("", encoding="utf-8")
    return tmp_path


def contracts_kept(program: Path) -> bool:
    command = [str(Path(sys.executable).parent / "lint-imports"), "--no-cache"]
    command += ["--config", str(ROOT / "pyproject.toml")]
    environment = os.environ | {"PYTHONPATH": str(program)}
    ended = subprocess.run(
        command, cwd=program, env=environment, capture_output=True, text=True, check=False
    )
    assert "Contracts:" in ended.stdout, ended.stdout + ended.stderr
    return ended.returncode == 0


@pytest.mark.parametrize(
    ("part", "line"),
    [
        ("core", "import kiosk.i18n"),
        ("core", "import kiosk.whole_file"),
        ("services", "import kiosk.gui.kit"),
        ("packs", "import kiosk.library"),
        ("services", "def paint():\n    from PySide6 import QtGui"),
        ("cli", "import PySide6.QtWidgets"),
        ("gui/counsellor", "import kiosk.gui.visitor"),
        ("gui/kit", "import kiosk.gui.reading"),
        ("stray", "import kiosk.core"),
    ],
)
def test_a_wrong_import_is_found(program: Path, part: str, line: str) -> None:
    folder = program / "kiosk" / part
    folder.mkdir(exist_ok=True)
    (folder / "__init__.py").write_text(line, encoding="utf-8")
    assert not contracts_kept(program)


def test_the_right_direction_passes(program: Path) -> None:
    imports = {
        "cli": "import kiosk.app, kiosk.services",
        "gui/visitor": "import kiosk.gui.reading, kiosk.services, PySide6.QtWidgets",
        "printing": "import kiosk.text, kiosk.i18n",
        "text": "import kiosk.i18n, PySide6.QtGui",
    }
    for part, line in imports.items():
        (program / "kiosk" / part / "__init__.py").write_text(line, encoding="utf-8")
    assert contracts_kept(program)
