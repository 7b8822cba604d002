"""`sheet`: a PDF that is whole or not there, and its JSON."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from kiosk.core.sheet import SectionId
from tests.cli.conftest import Run

PAIR = ("sheet", "--host", "ES", "--origin", "EC", "--lang", "en")
KEYS = {"pages", "paper", "languages", "sections", "code", "missing_glyphs", "warnings"}
Write = Callable[[str], Path]


def text_of(path: Path) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(path.read_bytes())).pages)


@pytest.mark.parametrize("paper", ["a4", "letter", "receipt80"])
def test_json_is_one_document_with_the_documented_keys(
    run: Run, tmp_path: Path, paper: str
) -> None:
    path = tmp_path / "sheet.pdf"
    said = run(*PAIR, "--also", "es", "--paper", paper, "-o", path, "--json")
    document = said.document

    assert said.code == 0
    assert set(document) == KEYS
    assert document["paper"] == paper
    assert document["languages"] == ["en", "es"]
    assert document["pages"] == len(PdfReader(path).pages)
    assert document["missing_glyphs"] == 0
    assert document["code"]
    assert isinstance(document["warnings"], list)
    assert document["sections"] == [
        part.value for part in SectionId if part is not SectionId.ANSWERS
    ]


@pytest.mark.parametrize("tag", ["fr", "ar", "km"])
def test_a_sheet_of_every_script_is_made(run: Run, tmp_path: Path, tag: str) -> None:
    path = tmp_path / "sheet.pdf"
    said = run("sheet", "--host", "TH", "--origin", "KH", "--lang", tag, "--also", "en", "-o", path)

    assert said.code == 0
    assert path.read_bytes().startswith(b"%PDF")


def test_a_sheet_in_one_language_names_it_once(run: Run, tmp_path: Path) -> None:
    said = run(*PAIR, "--also", "en", "-o", tmp_path / "s.pdf", "--json")

    assert said.document["languages"] == ["en"]


def test_a_discreet_sheet_has_no_code(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.pdf"
    said = run(*PAIR, "--discreet", "-o", path, "--json")

    assert said.document["code"] == ""
    assert "This code says" not in text_of(path)


def test_a_private_answer_stays_off_paper_unless_agreed(
    run: Run, answers: Write, tmp_path: Path
) -> None:
    told = answers('age = "over_60"\nneeds = ["medication"]\nplans = ["job"]')
    path = tmp_path / "s.pdf"
    run(*PAIR, "--answers", told, "-o", path)
    silent = text_of(path)
    run(*PAIR, "--answers", told, "--with-answers", "-o", path)
    agreed = text_of(path)

    assert "What you told us" not in silent
    assert "What you told us" in agreed


def test_a_stopped_sheet_names_no_return_office(run: Run, answers: Write, tmp_path: Path) -> None:
    path = tmp_path / "s.pdf"
    run(*PAIR, "-o", path)
    free = text_of(path)
    run(*PAIR, "--answers", answers('needs = "fear_of_return"'), "-o", path)
    stopped = text_of(path)

    for word in ("YMCA", "APRE", "SEPE"):
        assert word in free
        assert word not in stopped


def test_nothing_half_written_stays_where_nothing_can_be_written(run: Run, tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    (tmp_path / "taken").mkdir()
    run(*PAIR, "-o", blocked / "s.pdf").refused(3, "s.pdf", "-o")
    run(*PAIR, "-o", tmp_path / "taken").refused(3, "taken", "-o")
    run(*PAIR, "-o", "/proc/none/s.pdf").refused(3, "s.pdf", "-o")

    assert sorted(path.name for path in tmp_path.iterdir()) == ["file", "taken"]
    assert blocked.read_text() == "not a folder"


def test_what_stood_there_is_replaced_whole(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "new" / "s.pdf"
    run(*PAIR, "-o", path)
    first = path.read_bytes()
    run(*PAIR, "--large-print", "-o", path)

    assert path.read_bytes() != first
    assert [found.name for found in path.parent.iterdir()] == ["s.pdf"]


def test_a_region_given_twice_counts_as_given_on_the_command_line(
    run: Run, answers: Write, tmp_path: Path
) -> None:
    told = answers('region = "EC-P"')

    assert run(*PAIR, "--answers", told, "--region", "EC-A", "-o", tmp_path / "s.pdf").code == 0


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (PAIR, ("-o",)),
        ((*PAIR, "-o", "x.pdf", "--region", "EC-ZZ"), ("EC-ZZ", "EC-A")),
        ((*PAIR, "-o", "x.pdf", "--paper", "a5"), ("a5", "receipt80")),
        ((*PAIR, "-o", "x.pdf", "--also", "zz"), ("zz", "km")),
        ((*PAIR, "-o", "x.pdf", "--also", "de"), ("de", "no content")),
        ((*PAIR, "-o", "x.pdf", "--discreet", "--with-answers"), ("choose one",)),
        ((*PAIR, "-o", "x.pdf", "--as-of", "yesterday"), ("yesterday", "2026-11-21")),
        (("sheet", "--host", "DE", "--origin", "EC", "--lang", "en", "-o", "x"), ("DE", "ES")),
        (("sheet", "--host", "Spain", "--origin", "EC", "--lang", "en", "-o", "x"), ("ISO 3166",)),
    ],
)
def test_wrong_use_is_refused_before_anything_is_written(
    run: Run,
    arguments: tuple[str, ...],
    words: tuple[str, ...],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    run(*arguments).refused(2, *words)

    assert list(tmp_path.iterdir()) == []


def test_on_a_late_day_numbers_are_not_known(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "s.pdf"
    pair = ("sheet", "--host", "TH", "--origin", "KH", "--lang", "en")
    run(*pair, "--as-of", "2026-11-21", "-o", path)
    today = text_of(path)
    run(*pair, "--as-of", "2031-01-01", "-o", path)
    late = text_of(path)

    assert late.count("Phone: not known") > today.count("Phone: not known")
