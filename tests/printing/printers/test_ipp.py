"""Printing on a real IPP printer: what arrives, and what the person is told."""

import socket
import struct
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from kiosk.core.paper import Paper
from kiosk.printing.printers import (
    IppPrinter,
    JobId,
    JobOutcome,
    JobReport,
    PrinterCondition,
    Ticket,
)
from tests.simulators.ipp_printer import SimulatedPrinter, deaf_port, ipp_printer, until

PDF = b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"\n%%EOF\n"
A4 = Ticket(Paper.A4)


@pytest.fixture
def device(tmp_path: Path) -> Iterator[SimulatedPrinter]:
    with ipp_printer(tmp_path / "printer", keep=True) as running:
        yield running


@pytest.fixture
def printer(device: SimulatedPrinter) -> IppPrinter:
    return IppPrinter(device.uri, answer_seconds=5, send_seconds=5)


def _print(printer: IppPrinter, ticket: Ticket = A4) -> JobId:
    report = printer.submit(PDF, ticket)
    assert report.job is not None, report
    return report.job


def _final(printer: IppPrinter, job: JobId) -> JobReport:
    return until(lambda: printer.state(job), lambda report: report.outcome.is_final)


def test_what_arrives_is_byte_for_byte_what_was_sent(
    device: SimulatedPrinter, printer: IppPrinter
) -> None:
    report = _final(printer, _print(printer))

    assert report.outcome is JobOutcome.PRINTED
    assert report.outcome.may_take_sheet
    assert device.documents() == (PDF,)


def test_the_queue_shows_neutral_names_only(device: SimulatedPrinter, printer: IppPrinter) -> None:
    _final(printer, _print(printer))

    assert device.document_names() == ("1-document.pdf",)
    assert device.told()["IPP_JOB_NAME"] == "document"
    assert device.told()["IPP_JOB_ORIGINATING_USER_NAME"] == "kiosk"


def test_the_ticket_arrives(device: SimulatedPrinter, printer: IppPrinter) -> None:
    _final(printer, _print(printer, Ticket(Paper.LETTER, copies=2)))

    assert device.told()["IPP_MEDIA"] == "na_letter_8.5x11in"
    assert device.told()["IPP_COPIES"] == "2"
    assert device.told()["IPP_SIDES"] == "one-sided"


def test_an_encrypted_printer_prints(device: SimulatedPrinter) -> None:
    printer = IppPrinter(device.secure_uri, answer_seconds=5, send_seconds=5)

    assert _final(printer, _print(printer)).outcome is JobOutcome.PRINTED
    assert device.documents() == (PDF,)


def test_a_ready_printer_says_so_with_its_papers_and_supplies(printer: IppPrinter) -> None:
    status = printer.status()

    assert status.condition is PrinterCondition.READY
    assert status.can_print
    assert status.papers == frozenset({Paper.A4})
    assert {(s.name, s.percent, s.collects_waste) for s in status.supplies} == {
        ("wasteToner", 25, True),
        ("black toner", 75, False),
    }


def test_without_paper_the_sheet_waits_and_comes_when_paper_is_back(
    device: SimulatedPrinter, printer: IppPrinter
) -> None:
    device.load_paper(0)
    assert printer.status().condition is PrinterCondition.PAPER_OUT

    job = _print(printer)
    report = printer.state(job)
    assert report.outcome is JobOutcome.PAPER_OUT
    assert report.outcome.waits_for_staff
    assert not report.outcome.is_final

    device.load_paper(250)
    assert _final(printer, job).outcome is JobOutcome.PRINTED


def test_a_jam_is_said_while_the_job_hangs(device: SimulatedPrinter, printer: IppPrinter) -> None:
    device.say(first="STATE: +media-jam", last="STATE: -media-jam")
    device.hold_jobs()
    job = _print(printer)

    until(lambda: printer.state(job).outcome, lambda outcome: outcome is JobOutcome.JAMMED)
    assert printer.status().condition is PrinterCondition.PAPER_JAM

    device.let_go()
    assert _final(printer, job).outcome is JobOutcome.PRINTED


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [
        ("media-jam", JobOutcome.CHECK_PRINTER),
        ("media-empty", JobOutcome.CHECK_PRINTER),
        ("cover-open", JobOutcome.CHECK_PRINTER),
        ("toner-empty", JobOutcome.CHECK_PRINTER),
        ("other", JobOutcome.CHECK_PRINTER),
        ("toner-low", JobOutcome.CHECK_SHEET),
        ("marker-waste-almost-full", JobOutcome.CHECK_SHEET),
    ],
)
def test_completed_with_a_flag_standing_is_never_take_your_sheet(
    device: SimulatedPrinter, printer: IppPrinter, reason: str, outcome: JobOutcome
) -> None:
    device.say(last=f"STATE: +{reason}")

    report = _final(printer, _print(printer))

    assert report.outcome is outcome
    assert not report.outcome.may_take_sheet
    assert report.outcome.can_retry


def test_low_toner_still_prints_and_is_mentioned(
    device: SimulatedPrinter, printer: IppPrinter
) -> None:
    device.set_toner(3)
    status = printer.status()
    assert status.condition is PrinterCondition.TONER_LOW
    assert status.can_print
    assert any(supply.is_low for supply in status.supplies)

    report = _final(printer, _print(printer))

    assert report.outcome is JobOutcome.CHECK_SHEET
    assert PrinterCondition.TONER_LOW in report.conditions
    assert device.documents() == (PDF,)


def test_an_aborted_job_is_not_printed_and_can_be_tried_again(
    device: SimulatedPrinter, printer: IppPrinter
) -> None:
    device.fail_jobs()

    report = _final(printer, _print(printer))

    assert report.outcome is JobOutcome.ABORTED
    assert report.outcome.can_retry


def test_a_cancelled_job_ends_cancelled(device: SimulatedPrinter, printer: IppPrinter) -> None:
    device.hold_jobs()
    job = _print(printer)
    # A cancel before it begins is sometimes lost by ippeveprinter.
    until(lambda: printer.state(job).outcome, lambda outcome: outcome is JobOutcome.PRINTING)

    assert printer.cancel(job).outcome is JobOutcome.CANCELLED  # it is on its way to the stop
    device.let_go()
    until(lambda: IppPrinter(device.uri).submit(PDF, A4), lambda next_one: next_one.job is not None)
    assert printer.state(job).outcome is JobOutcome.CANCELLED


def test_cancelling_too_late_tells_that_the_sheet_is_out(printer: IppPrinter) -> None:
    job = _print(printer)
    assert _final(printer, job).outcome is JobOutcome.PRINTED

    assert printer.cancel(job).outcome is JobOutcome.PRINTED


def test_a_printer_busy_with_another_kiosk_says_busy(
    device: SimulatedPrinter, printer: IppPrinter
) -> None:
    device.hold_jobs()
    _print(IppPrinter(device.uri))

    report = printer.submit(PDF, A4)

    assert report.outcome is JobOutcome.BUSY
    assert report.job is None
    assert report.outcome.can_retry
    device.let_go()


def test_a_job_the_printer_does_not_know_is_unconfirmed(printer: IppPrinter) -> None:
    report = printer.state(JobId(4711))

    assert report.outcome is JobOutcome.UNCONFIRMED
    assert report.outcome.is_final
    assert not report.outcome.may_take_sheet


def test_a_receipt_on_a_printer_without_a_roll_is_refused(
    device: SimulatedPrinter, printer: IppPrinter
) -> None:
    report = printer.submit(PDF, Ticket(Paper.RECEIPT80, content_height_mm=200))

    assert report.outcome is JobOutcome.MEDIA_MISMATCH
    assert not report.outcome.can_retry
    assert device.documents() == ()


def test_a_printer_that_does_not_read_pdf_is_an_honest_refusal(tmp_path: Path) -> None:
    with ipp_printer(tmp_path / "printer", keep=True, formats="image/pwg-raster") as device:
        printer = IppPrinter(device.uri)

        assert printer.status().condition is PrinterCondition.FORMAT_NOT_SUPPORTED
        report = printer.submit(PDF, A4)

        assert report.outcome is JobOutcome.FORMAT_NOT_SUPPORTED
        assert report.job is None
        assert not report.outcome.can_retry
        assert device.documents() == ()


def test_nobody_at_the_address() -> None:
    with deaf_port() as port:
        printer = IppPrinter(f"ipp://127.0.0.1:{port}/ipp/print", answer_seconds=2)

        assert printer.status().condition is PrinterCondition.NOT_REACHABLE
        assert not printer.status().can_print
        report = printer.submit(PDF, A4)

    assert report.outcome is JobOutcome.UNREACHABLE
    assert report.outcome.can_retry


def test_a_printer_unplugged_in_the_middle_of_a_job(
    device: SimulatedPrinter, printer: IppPrinter
) -> None:
    device.hold_jobs()
    job = _print(printer)
    device.unplug()

    assert printer.state(job).outcome is JobOutcome.UNREACHABLE
    assert printer.cancel(job).outcome is JobOutcome.UNREACHABLE


def test_the_slow_import_is_left_until_a_printer_is_spoken_to() -> None:
    asks = "import sys, kiosk.services.print_jobs as p; sys.exit('aiohttp' in sys.modules)"

    assert subprocess.run([sys.executable, "-c", asks], timeout=60).returncode == 0


def test_it_works_in_any_thread(device: SimulatedPrinter, printer: IppPrinter) -> None:
    outcomes: list[JobOutcome] = []
    thread = threading.Thread(
        target=lambda: outcomes.append(_final(printer, _print(printer)).outcome)
    )
    thread.start()
    thread.join(timeout=10)

    assert outcomes == [JobOutcome.PRINTED]


# What follows are machines that are no printers, or broken ones.


@contextmanager
def _machine(*answers: bytes) -> Iterator[str]:
    """Something that listens, and to each connection gives the next answer, then nothing."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        connections: list[socket.socket] = []

        def serve() -> None:
            for answer in answers:
                try:
                    connection, _ = server.accept()
                except OSError:
                    return
                connections.append(connection)
                connection.recv(65536)
                connection.sendall(answer)

        thread = threading.Thread(target=serve, daemon=True)
        thread.start()
        port = server.getsockname()[1]
        yield f"ipp://127.0.0.1:{port}/ipp/print"
        server.shutdown(socket.SHUT_RDWR)
        thread.join(timeout=5)
        for connection in connections:
            connection.close()


def _http(body: bytes, status: str = "200 OK", kind: str = "application/ipp") -> bytes:
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


def test_a_machine_that_answers_rubbish_is_a_fault_not_a_crash() -> None:
    with _machine(_http(b"<html>I am a coffee machine</html>")) as uri:
        assert IppPrinter(uri, answer_seconds=5).status().conditions == (
            PrinterCondition.UNKNOWN_FAULT,
        )


def test_a_page_that_says_no_is_a_refusal() -> None:
    with _machine(_http(b"\xff\xfe", "403 Forbidden", "text/html")) as uri:
        assert IppPrinter(uri, answer_seconds=5).submit(PDF, A4).outcome is JobOutcome.REFUSED


def _ipp(**attributes: str) -> bytes:
    """A successful IPP answer about a printer; names are written with underscores."""

    def attribute(tag: int, name: str, value: str) -> bytes:
        sizes = struct.pack(">BH", tag, len(name)), struct.pack(">H", len(value))
        return sizes[0] + name.encode() + sizes[1] + value.encode()

    head = b"\x02\x00\x00\x00\x00\x00\x00\x01\x01" + attribute(0x47, "attributes-charset", "utf-8")
    told = (attribute(0x44, n.replace("_", "-"), v) for n, v in attributes.items())
    return head + b"\x04" + b"".join(told) + b"\x03"


@pytest.mark.parametrize("last_words", [b"", _http(b"<html>")])
def test_an_answer_lost_while_sending_is_unknown_not_unreachable(last_words: bytes) -> None:
    ready = _http(_ipp(document_format_supported="application/pdf"))
    with _machine(ready, last_words) as uri:
        report = IppPrinter(uri, answer_seconds=5, send_seconds=0.3).submit(PDF, A4)

    assert report.outcome is JobOutcome.UNKNOWN
    assert report.outcome.sheet_may_be_out
    assert not report.outcome.may_take_sheet


@pytest.mark.parametrize("last_words", [b"", b"HTTP/1.1 200 OK\r\nContent-Length: 900\r\n\r\nx"])
def test_a_machine_that_falls_silent_is_given_up(last_words: bytes) -> None:
    with _machine(last_words) as uri:
        begun = time.monotonic()
        status = IppPrinter(uri, answer_seconds=0.3).status()

    assert status.condition is PrinterCondition.NOT_REACHABLE
    assert time.monotonic() - begun < 5
