"""One tap, one sheet, the truth about it, and nothing left when the session ends."""

import threading
from concurrent.futures import ThreadPoolExecutor

import pytest

from kiosk.printing.printers import (
    AbsentPrinter,
    JobId,
    JobOutcome,
    JobReport,
    MemoryPrinter,
    PrinterCondition,
    Ticket,
)
from kiosk.services.print_jobs import (
    Offer,
    PrintDesk,
    PrintProgress,
    PrintStage,
    Say,
)
from tests.services.orders import A4, FIRST, OTHER, PDF, SECOND, look_on


def test_a_sheet_is_sent_waits_prints_and_may_be_taken(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    assert desk.progress == PrintProgress(PrintStage.IDLE)
    desk.submit(FIRST, PDF, A4, now=0)

    assert look_on(desk) == [PrintStage.WAITING, PrintStage.PRINTING, PrintStage.TAKE_SHEET]
    assert desk.progress.say is Say.TAKE_YOUR_SHEET
    assert desk.progress.offers == ()
    assert not desk.needs_check
    assert printer.printed == (PDF,)


def test_tapping_again_prints_one_sheet(desk: PrintDesk, printer: MemoryPrinter) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    desk.submit(FIRST, PDF, A4, now=0.1)
    desk.submit(SECOND, OTHER, A4, now=0.2)  # another wish while the first is under way
    look_on(desk)
    desk.submit(FIRST, PDF, A4, now=9)

    assert printer.printed == (PDF,)
    assert desk.progress.request == FIRST
    assert desk.progress.stage is PrintStage.TAKE_SHEET


def test_taps_from_many_threads_print_one_sheet(desk: PrintDesk, printer: MemoryPrinter) -> None:
    barrier = threading.Barrier(8)

    def tap(_: int) -> PrintProgress:
        barrier.wait(timeout=5)
        return desk.submit(FIRST, PDF, A4, now=0)

    with ThreadPoolExecutor(8) as pool:
        answers = set(pool.map(tap, range(8)))
    look_on(desk)

    assert {answer.stage for answer in answers} == {PrintStage.WAITING}
    assert printer.printed == (PDF,)


def test_another_sheet_can_be_printed_afterwards(desk: PrintDesk, printer: MemoryPrinter) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    look_on(desk)
    desk.submit(SECOND, OTHER, A4, now=10)
    look_on(desk, start=11)

    assert printer.printed == (PDF, OTHER)


class _SlowToAnswer(MemoryPrinter):
    """Lets the test look at the desk while the document is under way."""

    def __init__(self) -> None:
        super().__init__()
        self.desk: PrintDesk | None = None
        self.seen: list[PrintProgress] = []

    def submit(self, pdf: bytes, ticket: Ticket) -> JobReport:
        assert self.desk is not None
        self.seen.append(self.desk.progress)
        return super().submit(pdf, ticket)


def test_while_the_document_is_under_way_the_screen_can_say_so() -> None:
    printer = _SlowToAnswer()
    printer.desk = PrintDesk(printer)
    printer.desk.submit(FIRST, PDF, A4, now=0)

    (during,) = printer.seen
    assert during.stage is PrintStage.SENDING
    assert during.stage.is_busy
    assert during.say is Say.SENDING
    assert during.offers == ()


@pytest.mark.parametrize(
    ("condition", "say"),
    [
        (PrinterCondition.PAPER_OUT, Say.NO_PAPER),
        (PrinterCondition.PAPER_JAM, Say.PAPER_JAM),
        (PrinterCondition.COVER_OPEN, Say.COVER_OPEN),
        (PrinterCondition.TONER_EMPTY, Say.NO_TONER),
        (PrinterCondition.STOPPED, Say.PRINTER_STOPPED),
    ],
)
def test_a_fault_is_named_and_the_sheet_comes_when_it_is_put_right(
    desk: PrintDesk, printer: MemoryPrinter, condition: PrinterCondition, say: Say
) -> None:
    printer.put(condition)
    desk.submit(FIRST, PDF, A4, now=0)
    progress = desk.check(300)  # staff take their time: this is not "unknown"

    assert progress.stage is PrintStage.HELD_UP
    assert progress.say is say
    assert progress.offers == (Offer.RETRY, Offer.QR, Offer.STAFF)
    assert progress.conditions == (condition,)

    printer.put()
    look_on(desk, start=301)
    assert desk.progress.stage is PrintStage.TAKE_SHEET
    assert printer.printed == (PDF,)


def test_trying_again_while_held_up_still_prints_one_sheet(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)
    for now in (5, 6, 7):
        assert desk.retry(now=now).say is Say.NO_PAPER
        assert printer.waiting == 1

    printer.put()
    look_on(desk)
    assert printer.printed == (PDF,)


def test_trying_again_when_it_has_come_out_meanwhile_prints_nothing_more(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)
    printer.put()
    while not printer.state(JobId(1)).outcome.is_final:
        pass

    assert desk.retry(now=5).stage is PrintStage.TAKE_SHEET
    assert printer.printed == (PDF,)


@pytest.mark.parametrize(
    ("condition", "say"),
    [
        (PrinterCondition.TONER_LOW, Say.CHECK_YOUR_SHEET),
        (PrinterCondition.PAPER_LOW, Say.CHECK_YOUR_SHEET),
    ],
)
def test_completed_with_a_flag_standing_is_a_check_not_a_take(
    desk: PrintDesk, printer: MemoryPrinter, condition: PrinterCondition, say: Say
) -> None:
    printer.put(condition)
    desk.submit(FIRST, PDF, A4, now=0)
    look_on(desk)

    assert desk.progress.stage is PrintStage.CHECK
    assert desk.progress.say is say
    assert Offer.RETRY in desk.progress.offers
    assert printer.printed == (PDF,)


def test_out_of_paper_just_as_it_completed_is_a_check(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    while not printer.state(JobId(1)).outcome.is_final:
        pass
    printer.put(PrinterCondition.PAPER_OUT)

    progress = desk.check(1)

    assert progress.stage is PrintStage.CHECK
    assert progress.say is Say.CHECK_THE_TRAY


def test_a_queue_that_forgets_its_jobs_makes_it_a_check(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    printer.forget_jobs()

    assert desk.check(1).say is Say.CHECK_THE_TRAY


def test_an_aborted_sheet_can_be_tried_again(desk: PrintDesk, printer: MemoryPrinter) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    printer.abort_jobs()
    failed = desk.check(1)
    assert failed.stage is PrintStage.FAILED
    assert failed.say is Say.NOT_PRINTED

    desk.retry(now=2)
    look_on(desk)
    assert desk.progress.stage is PrintStage.TAKE_SHEET
    assert printer.printed == (PDF,)


def test_a_printed_sheet_is_not_printed_again_by_a_late_tap_on_try_again(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    look_on(desk)
    desk.retry(now=9)

    assert printer.printed == (PDF,)
    assert not desk.needs_check


def test_a_job_that_stands_still_sends_the_person_to_the_staff(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.hold()
    desk.submit(FIRST, PDF, A4, now=0)
    assert desk.check(10).stage is PrintStage.PRINTING
    assert desk.check(69).stage is PrintStage.PRINTING

    stuck = desk.check(70)
    assert stuck.outcome is JobOutcome.UNKNOWN
    assert stuck.say is Say.ASK_STAFF
    assert Offer.STAFF in stuck.offers

    printer.release()  # and if it comes out after all, the screen says that too
    look_on(desk, start=71)
    assert desk.progress.stage is PrintStage.TAKE_SHEET


def test_an_unplugged_printer_is_said_and_the_sheet_kept(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.vanish()
    failed = desk.submit(FIRST, PDF, A4, now=0)
    assert failed.stage is PrintStage.FAILED
    assert failed.say is Say.NOT_REACHED
    assert Offer.RETRY in failed.offers

    printer.come_back()
    desk.retry(now=5)
    look_on(desk, start=6)
    assert printer.printed == (PDF,)


def test_a_printer_that_disappears_in_the_middle_and_comes_back(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    printer.vanish()
    assert desk.check(1).say is Say.NOT_REACHED
    assert desk.needs_check

    printer.come_back()
    look_on(desk, start=2)
    assert desk.progress.stage is PrintStage.TAKE_SHEET


def test_a_sheet_lost_from_sight_does_not_block_another_one(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    printer.vanish()
    desk.check(1)
    printer.come_back()
    desk.submit(SECOND, OTHER, A4, now=2)
    look_on(desk, start=3)

    assert desk.progress.request == SECOND
    assert OTHER in printer.printed


def test_an_answer_lost_while_sending_is_not_called_not_printed(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.lose_next_answer()
    progress = desk.submit(FIRST, PDF, A4, now=0)

    assert progress.outcome is JobOutcome.UNKNOWN
    assert progress.say is Say.ASK_STAFF


def test_a_busy_printer_is_asked_again_until_patience_ends(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.refuse_next(JobOutcome.BUSY)
    assert desk.submit(FIRST, PDF, A4, now=0).stage is PrintStage.WAITING
    printer.refuse_next(JobOutcome.BUSY)
    assert desk.check(30).stage is PrintStage.WAITING
    printer.refuse_next(JobOutcome.BUSY)
    assert desk.check(59).stage is PrintStage.WAITING

    gave_up = desk.check(60)
    assert gave_up.say is Say.PRINTER_BUSY
    assert not desk.needs_check
    assert printer.waiting == 0

    printer.refuse_next(JobOutcome.BUSY)
    desk.retry(now=70)
    look_on(desk, start=71)
    assert printer.printed == (PDF,)


@pytest.mark.parametrize(
    ("outcome", "say"),
    [
        (JobOutcome.MEDIA_MISMATCH, Say.WRONG_PAPER),
        (JobOutcome.FORMAT_NOT_SUPPORTED, Say.PRINTER_REFUSES),
    ],
)
def test_what_would_fail_again_is_not_offered_again(
    desk: PrintDesk, printer: MemoryPrinter, outcome: JobOutcome, say: Say
) -> None:
    printer.refuse_next(outcome)
    progress = desk.submit(FIRST, PDF, A4, now=0)

    assert progress.say is say
    assert progress.offers == (Offer.QR, Offer.STAFF)
    assert desk.retry(now=1) == progress
    assert printer.printed == ()


def test_no_printer() -> None:
    desk = PrintDesk(AbsentPrinter())

    assert desk.submit(FIRST, PDF, A4, now=0).say is Say.NO_PRINTER
    assert not desk.needs_check


def test_a_person_can_drop_a_waiting_sheet(desk: PrintDesk, printer: MemoryPrinter) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)

    assert desk.cancel(now=1).say is Say.CANCELLED
    assert printer.waiting == 0

    printer.put()
    desk.retry(now=2)
    look_on(desk, start=3)
    assert printer.printed == (PDF,)


def test_the_words_of_every_outcome_are_settled() -> None:
    for outcome in JobOutcome:
        progress = PrintProgress(PrintStage.FAILED, outcome)
        assert progress.say not in (Say.NOTHING, Say.SENDING)
        assert (progress.say is Say.TAKE_YOUR_SHEET) == outcome.may_take_sheet
        assert outcome.may_take_sheet or Offer.STAFF in progress.offers
