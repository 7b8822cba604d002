"""Golden cases: what they compare, and over which programmes."""

from pathlib import Path

import pytest

from kiosk.packs import check, programmes_of, verify_cases
from kiosk.packs.source import Case, Expectation
from tests.packs.examples import RELEASED, edit, found_in, write_examples

APRE = "host-es/apre"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_examples(tmp_path)


def _failures(folder: Path, expect: Expectation, origin: str = "EC", **answers: str) -> list[str]:
    report = check([folder], RELEASED)
    given = {question: tuple(values.split()) for question, values in answers.items()}
    case = Case("a", "ES", origin, given, expect)  # type: ignore[arg-type]
    return [how for _, how in verify_cases([case], programmes_of(report.index))]


def test_a_stop_path_is_expected_by_its_answers(folder: Path) -> None:
    blocked = Expectation(blocked_by=("violence",), absent=(APRE,))
    assert _failures(folder, blocked, needs="violence") == []
    (failure,) = _failures(folder, Expectation(), needs="violence")
    assert "blocked by violence" in failure


def test_a_verdict_that_differs_is_said(folder: Path) -> None:
    likely = Expectation(likely=(APRE,))
    assert _failures(folder, likely, situation="regular_stay", age="adult", needs="illness") == []
    (failure,) = _failures(folder, likely, situation="asylum_pending", age="adult", needs="illness")
    assert failure == f"{APRE} is unlikely, expected likely"


def test_a_programme_for_other_countries_is_absent(folder: Path) -> None:
    assert _failures(folder, Expectation(absent=(APRE,)), origin="KH") == []
    (failure,) = _failures(folder, Expectation(ask=(APRE,)), origin="KH")
    assert "not among the options" in failure


def test_programmes_of_packs_beside_are_judged_too(folder: Path) -> None:
    cases = (folder / "host-es" / "cases.toml").read_text(encoding="utf-8")
    own = cases.replace('["apre"]', '["host-es/apre"]')
    (folder / "origin-ec" / "cases.toml").write_text(own, encoding="utf-8")
    assert found_in(folder / "origin-ec") == []
    edit(folder / "host-es" / "programmes" / "apre.toml", '"regular_stay", ', "")
    assert [p.rule for p in found_in(folder / "origin-ec")] == ["failed-case"]


def test_the_region_is_an_answer_when_an_origin_pack_declares_it(folder: Path) -> None:
    cases = folder / "host-es" / "cases.toml"
    edit(cases, 'age = "adult"', 'age = "adult"\nregion = "EC-P"')
    assert found_in(folder) == []
