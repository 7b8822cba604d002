"""The sheet: who may find it, what is shown is what prints, and printing told as it is."""

from dataclasses import replace

import pytest
from PySide6.QtPdf import QPdfDocument

from kiosk.core.session import Screen
from kiosk.gui.reading.sheet import SheetView
from kiosk.gui.visitor.sheet_maker import SheetMaker
from kiosk.printing.printers import JobOutcome, PrinterCondition
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import Visitor

READY = "Your sheet is ready. Take it with you."


def at_preview(visitor: Visitor, way: str = "Only I will see it") -> SheetMaker:
    visitor.at_home().touch("My sheet").touch(way)
    assert visitor.is_on(Screen.SHEET)
    assert visitor.maker is not None
    assert visitor.maker.sheet is not None
    return visitor.maker


def follow(visitor: Visitor, times: int = 3) -> None:
    """Let the desk ask the printer how far it is, as it does by itself twice a second."""
    assert visitor.maker is not None
    for _ in range(times):
        visitor.clock.now += 0.5
        visitor.maker.look_at_printer()
        visitor.settle()


def test_the_two_ways_are_equal(visitor: Visitor) -> None:
    visitor.at_home().touch("My sheet")
    mine, others = visitor.button("Only I will see it"), visitor.button("Others may see it")
    assert mine.size() == others.size()
    assert mine.y() == others.y()


def test_where_others_take_the_paper_only_the_discreet_sheet_is_offered(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(replace(SITE, printer_in_reach=False)).at_home()
    visitor.touch("My sheet")
    assert "Only I will see it" not in [b.accessibleName() for b in visitor.buttons()]
    visitor.touch("Others may see it")
    visit = visitor.shipped.visit(visitor.session, visitor.site)
    assert visit.sheet_request.discreet


def test_the_preview_is_the_paper(visitor: Visitor) -> None:
    maker = at_preview(visitor)
    assert maker.sheet is not None
    shown = visitor.frame.findChild(SheetView)
    assert shown is not None
    document = shown.findChild(QPdfDocument)
    assert document is not None
    assert document.pageCount() == maker.sheet.pdf.pages
    pdf = maker.sheet.pdf.data
    visitor.touch("Print")
    follow(visitor)
    assert visitor.printer.printed == (pdf,)


def test_a_sheet_that_came_out_says_so_and_only_then(visitor: Visitor) -> None:
    visitor.printer.hold()
    at_preview(visitor)
    visitor.touch("Print")
    assert visitor.is_on(Screen.PRINTING)
    follow(visitor)
    assert READY not in visitor.words()
    visitor.printer.release()
    follow(visitor)
    assert READY in visitor.words()


@pytest.mark.parametrize(
    ("condition", "words"),
    [
        (PrinterCondition.PAPER_OUT, "The printer has no paper. Ask staff. Your sheet waits."),
        (PrinterCondition.PAPER_JAM, "Paper is stuck in the printer. Ask staff. Your sheet waits."),
    ],
)
def test_trouble_is_said_and_the_sheet_comes_after_it(
    visitor: Visitor, condition: PrinterCondition, words: str
) -> None:
    at_preview(visitor)
    visitor.printer.put(condition)
    visitor.touch("Print")
    follow(visitor)
    assert words in visitor.words()
    assert READY not in visitor.words()
    assert visitor.printer.printed == ()
    visitor.printer.put()
    follow(visitor)
    assert READY in visitor.words()
    assert len(visitor.printer.printed) == 1


def test_a_printer_that_refused_can_be_tried_again(visitor: Visitor) -> None:
    at_preview(visitor)
    visitor.printer.vanish()
    visitor.touch("Print")
    follow(visitor)
    assert "The printer does not answer. Nothing was printed. Ask staff." in visitor.words()
    visitor.printer.come_back()
    visitor.touch("Try again")
    follow(visitor)
    assert READY in visitor.words()
    assert len(visitor.printer.printed) == 1


def test_an_aborted_job_is_not_called_ready(visitor: Visitor) -> None:
    at_preview(visitor)
    visitor.printer.hold()
    visitor.touch("Print")
    visitor.printer.abort_jobs()
    follow(visitor)
    assert "The printer stopped. Your sheet was not printed whole." in visitor.words()


@pytest.mark.parametrize("outcome", [JobOutcome.MEDIA_MISMATCH, JobOutcome.FORMAT_NOT_SUPPORTED])
def test_a_refusal_is_said(visitor: Visitor, outcome: JobOutcome) -> None:
    at_preview(visitor)
    visitor.printer.refuse_next(outcome)
    visitor.touch("Print")
    follow(visitor)
    assert "Nothing was printed. Ask staff." in visitor.words()
    assert visitor.printer.printed == ()


def test_two_quick_touches_on_print_are_one_sheet(visitor: Visitor) -> None:
    at_preview(visitor)
    button = visitor.button("Print")
    button.click()
    button.activate()
    button.activate()
    visitor.settle()
    follow(visitor)
    assert len(visitor.printer.printed) == 1


def test_however_often_it_is_asked_one_sheet_is_made(visitor: Visitor) -> None:
    maker = at_preview(visitor)
    for _ in range(5):
        maker.print_sheet()
    visitor.settle()
    follow(visitor)
    assert len(visitor.printer.printed) == 1


def test_the_end_of_the_session_cancels_what_waits(visitor: Visitor) -> None:
    at_preview(visitor)
    visitor.printer.put(PrinterCondition.PAPER_OUT)
    visitor.touch("Print")
    follow(visitor)
    assert visitor.printer.waiting == 1
    visitor.steering.end()
    visitor.settle()
    visitor.printer.put()
    follow(visitor)
    assert visitor.printer.printed == ()
    assert visitor.printer.waiting == 0


def test_the_sheet_of_the_last_person_is_not_shown_to_the_next(visitor: Visitor) -> None:
    maker = at_preview(visitor)
    first = maker.sheet
    assert first is not None
    visitor.steering.end()
    visitor.settle()
    visitor.at_home("FR", "SN").touch("My sheet").touch("Others may see it")
    assert maker.sheet is not None
    assert maker.sheet.pdf.data != first.pdf.data


def test_what_was_answered_prints_only_when_she_says_yes(visitor: Visitor) -> None:
    at_preview(visitor)
    request = visitor.shipped.visit(visitor.session, visitor.site).sheet_request
    assert not request.answers_from
    visitor.touch("Also print what I answered")
    request = visitor.shipped.visit(visitor.session, visitor.site).sheet_request
    assert request.answers_from
    visitor.at_home().touch("My sheet").touch("Others may see it")
    assert "Also print what I answered" not in visitor.words()
    request = visitor.shipped.visit(visitor.session, visitor.site).sheet_request
    assert not request.answers_from
    assert not request.reasons_from


def test_a_second_language_makes_another_sheet(visitor: Visitor) -> None:
    maker = at_preview(visitor)
    first = maker.sheet
    visitor.touch_words("Français").settle()
    assert visitor.session.sheet_also == "fr"
    assert maker.sheet is not None
    assert first is not None
    assert maker.sheet.pdf.data != first.pdf.data


def test_a_sheet_that_waits_does_not_come_out_after_she_chose_another(visitor: Visitor) -> None:
    at_preview(visitor)
    visitor.printer.put(PrinterCondition.PAPER_OUT)
    visitor.touch("Print")
    follow(visitor)
    visitor.touch("Back").touch("Back").touch("Others may see it")
    assert visitor.maker is not None
    assert visitor.maker.sheet is not None
    discreet = visitor.maker.sheet.pdf.data
    visitor.touch("Print")
    visitor.printer.put()
    follow(visitor, times=5)
    assert visitor.printer.printed == (discreet,)
