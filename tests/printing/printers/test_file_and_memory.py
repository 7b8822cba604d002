"""The two printers without hardware behave like one with it, as far as a person can tell."""

from pathlib import Path

import pytest

from kiosk.core.paper import Paper
from kiosk.printing.printers import (
    FilePrinter,
    JobId,
    JobOutcome,
    MemoryPrinter,
    PrinterCondition,
    Ticket,
    connect,
)

A4 = Ticket(Paper.A4)


def test_each_document_becomes_a_whole_file(tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path / "out")

    first = printer.submit(b"%PDF-one", A4)
    second = printer.submit(b"%PDF-two", A4)

    assert first.outcome is JobOutcome.PRINTED
    assert second.job is not None
    assert printer.state(second.job).outcome is JobOutcome.PRINTED
    assert {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()} == {
        "document-1.pdf": b"%PDF-one",
        "document-2.pdf": b"%PDF-two",
    }


def test_what_lies_in_the_folder_is_not_overwritten(tmp_path: Path) -> None:
    (tmp_path / "document-1.pdf").write_bytes(b"older")

    assert FilePrinter(tmp_path).submit(b"%PDF-new", A4).job == 2
    assert (tmp_path / "document-1.pdf").read_bytes() == b"older"


def test_a_folder_that_cannot_be_is_unreachable(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    printer = FilePrinter(tmp_path / "taken" / "out")

    assert printer.status().condition is PrinterCondition.NOT_REACHABLE
    assert printer.submit(b"%PDF", A4).outcome is JobOutcome.UNREACHABLE
    assert FilePrinter(tmp_path / "new" / "deep").status().can_print


def test_a_file_that_was_taken_away_is_unconfirmed(tmp_path: Path) -> None:
    printer = FilePrinter(tmp_path)
    printer.submit(b"%PDF", A4)
    (tmp_path / "document-1.pdf").unlink()

    assert printer.state(JobId(1)).outcome is JobOutcome.UNCONFIRMED
    assert printer.cancel(JobId(1)).outcome is JobOutcome.UNCONFIRMED


def test_memory_waits_prints_and_is_done() -> None:
    printer = MemoryPrinter(looks=2)
    job = printer.submit(b"%PDF", A4).job
    assert job is not None

    seen = [printer.state(job).outcome for _ in range(4)]

    assert seen == [
        JobOutcome.PRINTING,
        JobOutcome.PRINTING,
        JobOutcome.PRINTED,
        JobOutcome.PRINTED,
    ]
    assert printer.printed == (b"%PDF",)
    assert printer.tickets == (A4,)


@pytest.mark.parametrize(
    ("condition", "outcome"),
    [
        (PrinterCondition.PAPER_OUT, JobOutcome.PAPER_OUT),
        (PrinterCondition.PAPER_JAM, JobOutcome.JAMMED),
        (PrinterCondition.COVER_OPEN, JobOutcome.COVER_OPEN),
        (PrinterCondition.TONER_EMPTY, JobOutcome.TONER_EMPTY),
        (PrinterCondition.STOPPED, JobOutcome.STOPPED),
        (PrinterCondition.OFFLINE, JobOutcome.STOPPED),
        (PrinterCondition.UNKNOWN_FAULT, JobOutcome.STOPPED),
    ],
)
def test_memory_falls_ill_and_recovers(condition: PrinterCondition, outcome: JobOutcome) -> None:
    printer = MemoryPrinter(looks=0)
    printer.put(condition)
    assert printer.status().condition is condition

    job = printer.submit(b"%PDF", A4).job
    assert job is not None
    assert printer.state(job).outcome is outcome
    assert printer.printed == ()

    printer.put()
    assert printer.status().condition is PrinterCondition.READY
    assert printer.state(job).outcome is JobOutcome.PRINTED


def test_memory_with_low_toner_prints_and_asks_to_look() -> None:
    printer = MemoryPrinter(looks=0)
    printer.put(PrinterCondition.TONER_LOW)
    job = printer.submit(b"%PDF", A4).job
    assert job is not None

    assert printer.state(job).outcome is JobOutcome.CHECK_SHEET
    assert printer.printed == (b"%PDF",)


def test_memory_aborts_and_forgets() -> None:
    printer = MemoryPrinter()
    job = printer.submit(b"%PDF", A4).job
    assert job is not None
    printer.abort_jobs()
    assert printer.state(job).outcome is JobOutcome.ABORTED

    printer.forget_jobs()
    assert printer.state(job).outcome is JobOutcome.UNCONFIRMED


def test_a_demonstration_keeps_no_document() -> None:
    printer = connect("memory:")
    assert isinstance(printer, MemoryPrinter)
    for _ in range(120):
        job = printer.submit(b"%PDF", A4).job
        assert job is not None
        while not printer.state(job).outcome.is_final:
            pass

    assert printer.printed == ()
    assert printer.waiting == 0


@pytest.mark.parametrize("copies", [0, -1, 11])
def test_a_ticket_for_a_senseless_number_of_copies(copies: int) -> None:
    with pytest.raises(ValueError, match="copies"):
        Ticket(Paper.A4, copies=copies)


def test_media_keywords() -> None:
    assert Ticket(Paper.A4).ipp_media == "iso_a4_210x297mm"
    assert Ticket(Paper.LETTER).ipp_media == "na_letter_8.5x11in"
    assert Ticket(Paper.RECEIPT80).ipp_media is None
    assert Ticket(Paper.RECEIPT80, content_height_mm=311.6).ipp_media == "custom_receipt_80x312mm"
