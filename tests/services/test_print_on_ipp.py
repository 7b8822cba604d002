"""The print desk on a real IPP printer."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kiosk.printing.printers import IppPrinter, JobId, JobOutcome, PrinterStatus
from kiosk.services.print_jobs import Offer, PrintDesk, PrintStage, Say
from tests.services.orders import A4, FIRST, OTHER, PDF
from tests.simulators.ipp_printer import SimulatedPrinter, ipp_printer, system_services, until


@pytest.fixture(scope="module", autouse=True)
def _services() -> Iterator[None]:
    with system_services():
        yield


@pytest.fixture
def device(tmp_path: Path) -> Iterator[SimulatedPrinter]:
    with ipp_printer(tmp_path / "printer", keep=True) as running:
        yield running


def _desk(device: SimulatedPrinter) -> PrintDesk:
    return PrintDesk(IppPrinter(device.uri, answer_seconds=5, send_seconds=5), patience=60)


def test_two_taps_print_one_sheet_on_a_real_printer(device: SimulatedPrinter) -> None:
    desk = _desk(device)
    desk.submit(FIRST, PDF, A4, now=0)
    desk.submit(FIRST, PDF, A4, now=0)
    until(lambda: desk.check(1), lambda progress: progress.stage is PrintStage.TAKE_SHEET)
    desk.submit(FIRST, PDF, A4, now=2)

    assert device.documents() == (PDF,)


def test_the_end_of_a_session_cancels_the_waiting_job_on_a_real_printer(
    device: SimulatedPrinter,
) -> None:
    desk = _desk(device)
    device.load_paper(0)
    desk.submit(FIRST, PDF, A4, now=0)
    assert desk.check(1).say is Say.NO_PAPER
    desk.end_session(now=2)
    desk.check(3)
    assert not desk.needs_check

    job = JobId(1)
    printer = IppPrinter(device.uri)
    assert printer.state(job).outcome is JobOutcome.CANCELLED
    device.load_paper(250)
    until(lambda: printer.status(), lambda status: status == _ready(status))
    assert printer.state(job).outcome is JobOutcome.CANCELLED


def _ready(status: PrinterStatus) -> PrinterStatus:
    return PrinterStatus((), status.supplies, status.papers)


def test_a_busy_real_printer_takes_the_sheet_when_it_is_free(device: SimulatedPrinter) -> None:
    device.hold_jobs()
    assert IppPrinter(device.uri).submit(OTHER, A4).job is not None
    desk = _desk(device)
    assert desk.submit(FIRST, PDF, A4, now=0).stage is PrintStage.WAITING

    device.let_go()
    until(lambda: desk.check(1), lambda progress: progress.stage is PrintStage.TAKE_SHEET)
    assert device.documents() == (OTHER, PDF)


def test_a_real_printer_unplugged_in_the_middle(device: SimulatedPrinter) -> None:
    device.hold_jobs()
    desk = _desk(device)
    desk.submit(FIRST, PDF, A4, now=0)
    device.unplug()

    progress = desk.check(1)
    assert progress.say is Say.NOT_REACHED
    assert Offer.RETRY in progress.offers
    desk.end_session(now=2)
    assert desk.progress.stage is PrintStage.IDLE


def test_we_write_nothing_to_disk(
    device: SimulatedPrinter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine = tmp_path / "mine"
    mine.mkdir()
    monkeypatch.setenv("TMPDIR", str(mine))
    monkeypatch.chdir(mine)
    desk = _desk(device)
    desk.submit(FIRST, PDF, A4, now=0)
    until(lambda: desk.check(1), lambda progress: progress.stage is PrintStage.TAKE_SHEET)
    desk.end_session(now=2)

    assert list(mine.iterdir()) == []
