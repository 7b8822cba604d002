"""Dates: a clean clone does not turn red by itself, and `--strict` says what is past its date."""

from datetime import date
from pathlib import Path

from kiosk.core.problems import Severity
from tests.packs.examples import edit, found_in, line_of, write_examples

LATER = date(2030, 1, 1)


def test_a_fact_past_its_date_warns_at_its_line(tmp_path: Path) -> None:
    write_examples(tmp_path)
    found = [p for p in found_in(tmp_path, as_of=LATER) if "apre_ban" in p.message]
    assert [(p.rule, p.severity, p.line) for p in found] == [
        ("expired", Severity.WARNING, line_of(tmp_path / "host-es/facts.toml", "valid_until"))
    ]


def test_strict_makes_it_an_error(tmp_path: Path) -> None:
    write_examples(tmp_path)
    found = found_in(tmp_path, as_of=LATER, strict=True)
    assert {p.severity for p in found} == {Severity.ERROR}
    assert found_in(tmp_path, strict=True) == []


def test_a_fact_without_an_end_follows_the_review_interval(tmp_path: Path) -> None:
    write_examples(tmp_path)
    assert not found_in(tmp_path, as_of=date(2027, 3, 1))
    edit(tmp_path / "host-es" / "pack.toml", "= 365", "= 90")
    found = found_in(tmp_path, as_of=date(2027, 3, 1))
    assert {p.message.split('"')[1] for p in found} == {"emergency_number", "sepe_site"}


def test_openings_and_reviews_have_dates_too(tmp_path: Path) -> None:
    write_examples(tmp_path)
    edit(tmp_path / "host-es" / "services.toml", "free = true", "review_by = 2027-01-01")
    found = {(p.rule, p.path.name) for p in found_in(tmp_path, as_of=LATER)}
    assert {("review-due", "services.toml"), ("expired", "opportunities.toml")} <= found
