"""`language-card`: a PDF that is whole or not there, and what is left out said."""

from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.cli.conftest import Run


@pytest.mark.parametrize("paper", ["a4", "letter", "receipt80"])
def test_it_writes_one_page_and_one_document(run: Run, tmp_path: Path, paper: str) -> None:
    path = tmp_path / "card.pdf"
    said = run("language-card", "--paper", paper, "--lang", "ar", "-o", path, "--json")
    assert said.code == 0
    assert set(said.document) == {"pages", "paper", "left_out"}
    assert said.document["pages"] == len(PdfReader(path).pages) == 1
    assert said.document["paper"] == paper
    assert "Kiswahili" in PdfReader(path).pages[0].extract_text()


def test_what_is_left_out_is_said_in_words(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "card.pdf"
    left_out = run("language-card", "-o", path, "--json").document["left_out"]
    said = run("language-card", "-o", path)
    assert said.out.startswith(f"{path}: 1 pages\n")
    assert said.out.count("left out") == len(left_out)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("language-card",), ("-o",)),
        (("language-card", "-o", "x.pdf", "--paper", "a5"), ("a5", "receipt80")),
        (("language-card", "-o", "x.pdf", "--lang", "de"), ("de", "no content")),
    ],
)
def test_wrong_use_writes_nothing(
    run: Run,
    arguments: tuple[str, ...],
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    run(*arguments).refused(2, *words)
    assert list(tmp_path.iterdir()) == []
