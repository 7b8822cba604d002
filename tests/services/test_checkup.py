"""The self-test: what it finds on machines that are well and on machines that are not."""

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from kiosk.printing.printers import AbsentPrinter, MemoryPrinter, PrinterCondition
from kiosk.services.checkup import Finding, Health, Machine, check_up
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped


@pytest.fixture(scope="module")
def machine(
    shipped: Shipped, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Machine:
    return Machine(
        engine=TextEngine(),
        library=shipped.library,
        printer=MemoryPrinter(),
        folder=Path(tmp_path_factory.mktemp("disk")),
        has_sound=lambda: True,
        today=shipped.day,
    )


def found(machine: Machine, name: str) -> Finding:
    return next(finding for finding in check_up(machine) if finding.id == name)


def test_every_part_of_a_machine_is_looked_at(machine: Machine) -> None:
    ids = {finding.id.split("-")[0] for finding in check_up(machine)}

    assert {"font", "pack", "printer", "sound", "disk", "clock"} <= ids


def test_everything_that_is_not_well_says_what_to_do(machine: Machine) -> None:
    ill = replace(
        machine,
        printer=AbsentPrinter(),
        has_sound=lambda: False,
        today=machine.today + timedelta(days=2000),
    )
    for finding in check_up(ill):
        assert finding.health is Health.GOOD or finding.way_out


def test_a_machine_that_is_well_has_nothing_bad(machine: Machine) -> None:
    offered = {f"font-{tag}" for tag in machine.library.languages}

    for finding in check_up(machine):
        if finding.id in offered or not finding.id.startswith("font"):
            assert finding.health is not Health.BAD, finding.seen


@pytest.mark.parametrize("day", [date(1970, 1, 1), date(2026, 11, 20)])
def test_a_clock_earlier_than_the_packs_is_bad(machine: Machine, day: date) -> None:
    clock = found(replace(machine, today=day), "clock")

    assert clock.health is Health.BAD
    assert "clock" in clock.way_out


def test_old_packs_and_expired_facts_are_named(machine: Machine) -> None:
    late = replace(machine, today=machine.today + timedelta(days=800))

    assert found(late, "pack-common").health is Health.WARNING
    assert found(late, "facts-host-th").health is Health.WARNING
    assert found(late, "clock").health is Health.GOOD
    assert found(machine, "pack-common").health is Health.GOOD


def test_a_dead_printer_is_bad_and_little_paper_or_none_at_all_a_warning(machine: Machine) -> None:
    low, dead = MemoryPrinter(), MemoryPrinter()
    low.put(PrinterCondition.PAPER_LOW)
    dead.vanish()

    assert found(replace(machine, printer=dead), "printer").health is Health.BAD
    assert found(replace(machine, printer=AbsentPrinter()), "printer").health is Health.WARNING
    assert found(replace(machine, printer=low), "printer").health is Health.WARNING


def test_silence_is_a_warning(machine: Machine) -> None:
    assert found(replace(machine, has_sound=lambda: False), "sound").health is Health.WARNING


def test_totals_that_cannot_be_kept_are_named(machine: Machine, tmp_path: Path) -> None:
    nowhere = replace(machine, counts=(tmp_path / "missing" / "counts.toml").as_uri())
    bad = found(nowhere, "totals")
    assert bad.health is Health.BAD
    assert "missing" in bad.seen
    assert bad.way_out
    kept = replace(machine, counts=(tmp_path / "counts.toml").as_uri())
    assert found(kept, "totals").health is Health.GOOD
    assert all(finding.id != "totals" for finding in check_up(machine))
