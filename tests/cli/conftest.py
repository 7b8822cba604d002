"""The commands as somebody types them, over the shipped packs."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.cli import main
from tests.factories.shipped import shipped_catalogues, shipped_packs, shipped_words


@dataclass(frozen=True)
class Said:
    """How a command ended: its exit code, and what it wrote."""

    code: int
    out: str
    err: str

    @property
    def document(self) -> Any:
        """The one JSON document on standard output."""
        return json.loads(self.out)

    def refused(self, code: int, *words: str) -> None:
        """It ended with `code`, nothing on standard output and one line that says these words."""
        assert self.code == code, self.err
        assert self.out == ""
        assert self.err.startswith("error: ")
        assert self.err.count("\n") == 1, self.err
        assert "Traceback" not in self.err
        assert "this is a bug" not in self.err
        for word in words:
            assert word in self.err


Run = Callable[..., Said]


@pytest.fixture
def run(
    capfdbinary: pytest.CaptureFixture[bytes],
    monkeypatch: pytest.MonkeyPatch,
    qapp: QApplication,
) -> Run:
    """Runs one command in this process, over packs compiled for these tests."""
    packs = shipped_packs()
    shipped_words()
    for module in ("kiosk.app", "kiosk.cli.doctor"):
        monkeypatch.setattr(f"{module}.PACKS", packs)
    monkeypatch.setattr("kiosk.app.CATALOGUES", shipped_catalogues())

    def run(*arguments: str | Path) -> Said:
        capfdbinary.readouterr()
        code = main([str(argument) for argument in arguments])
        said = capfdbinary.readouterr()
        return Said(int(code), said.out.decode(), said.err.decode(errors="replace"))

    return run


@pytest.fixture
def answers(tmp_path: Path) -> Callable[[str], Path]:
    """Writes an answers file."""

    def write(text: str) -> Path:
        path = tmp_path / "answers.toml"
        path.write_text(text, encoding="utf-8")
        return path

    return write
