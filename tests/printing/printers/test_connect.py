"""An address in a site file becomes a printer or one line that says what to write."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.errors import KioskError, UsageError
from kiosk.core.paper import Paper
from kiosk.printing.printers import (
    AbsentPrinter,
    FilePrinter,
    IppPrinter,
    JobId,
    JobOutcome,
    MemoryPrinter,
    PrinterCondition,
    Ticket,
    connect,
)

A4 = Ticket(Paper.A4)


@pytest.mark.parametrize(
    ("uri", "kind"),
    [
        ("ipp://localhost/printers/desk", IppPrinter),
        ("ipp://192.0.2.7:8631/ipp/print", IppPrinter),
        ("ipps://printer.local/ipp/print", IppPrinter),
        ("ipp://[::1]:631/ipp/print", IppPrinter),
        ("memory:", MemoryPrinter),
        ("none:", AbsentPrinter),
        ("  memory:  ", MemoryPrinter),
    ],
)
def test_each_kind_of_address(uri: str, kind: type) -> None:
    assert type(connect(uri)) is kind


def test_a_folder(tmp_path: Path) -> None:
    printer = connect(f"file://{tmp_path}/my%20sheets")
    assert isinstance(printer, FilePrinter)

    printer.submit(b"%PDF", A4)

    assert (tmp_path / "my sheets" / "document-1.pdf").read_bytes() == b"%PDF"


@pytest.mark.parametrize(
    "uri",
    [
        "",
        "printer",
        "http://localhost:631/printers/desk",
        "ipp:",
        "ipp:///ipp/print",
        "ipp://host name/ipp/print",
        "ipp://host:99999/ipp/print",
        "ipp://host:0/ipp/print",
        "ipp://[::1/ipp/print",
        "file:sheets",
        "file://sheets/here",
        "memory:x",
    ],
)
def test_a_bad_address_says_in_one_line_what_to_write(uri: str) -> None:
    with pytest.raises(UsageError) as caught:
        connect(uri)

    line = str(caught.value)
    assert "\n" not in line
    assert uri.strip() in line
    assert "ipp://host/ipp/print" in line


@pytest.mark.parametrize("scheme", ["ipp", "ipps", "http", "file"])
def test_a_password_in_an_address_is_refused_and_not_repeated(scheme: str) -> None:
    with pytest.raises(UsageError) as caught:
        connect(f"{scheme}://clerk:s3cret@host/ipp/print")

    assert "s3cret" not in str(caught.value)


@given(st.text(max_size=60) | st.text(max_size=30).map(lambda tail: f"ipp://{tail}"))
def test_any_text_is_a_printer_or_one_line(uri: str) -> None:
    line = ""
    try:
        connect(uri)
    except KioskError as error:
        line = str(error)

    assert line.isprintable()


def test_a_site_without_a_printer_says_so_every_time() -> None:
    printer = connect("none:")

    assert printer.status().condition is PrinterCondition.NOT_CONFIGURED
    assert not printer.status().can_print
    assert printer.submit(b"%PDF", A4).outcome is JobOutcome.NOT_CONFIGURED
    assert printer.state(JobId(1)).outcome is JobOutcome.NOT_CONFIGURED
    assert printer.cancel(JobId(1)).outcome is JobOutcome.NOT_CONFIGURED
