"""When a session ends nothing of its sheet is left: not in memory, not in the printer."""

from enum import Enum

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from kiosk.printing.printers import JobOutcome, MemoryPrinter, PrinterCondition
from kiosk.services.print_jobs import PrintDesk, PrintProgress, PrintStage, RequestId, Say
from tests.services.orders import A4, FIRST, OTHER, PDF, SECOND, look_on


def test_the_end_of_a_session_cancels_what_waits(desk: PrintDesk, printer: MemoryPrinter) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)
    desk.end_session(now=1)

    assert desk.progress == PrintProgress(PrintStage.IDLE)
    assert printer.waiting == 0
    printer.put()
    desk.retry(now=2)  # nothing to try again: the bytes are gone
    desk.check(3)
    assert printer.printed == ()
    assert not desk.needs_check


def test_a_cancel_that_got_lost_is_repeated(desk: PrintDesk, printer: MemoryPrinter) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)
    printer.lose_next_cancel()
    desk.end_session(now=1)
    assert printer.waiting == 1

    printer.put()
    look_on(desk, start=2)
    assert printer.waiting == 0
    assert printer.printed == ()
    assert not desk.needs_check


def test_the_end_of_a_session_leaves_a_sheet_that_is_coming_out(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    assert desk.check(1).stage is PrintStage.PRINTING
    printer.hold()
    desk.end_session(now=2)

    assert desk.progress.stage is PrintStage.IDLE
    assert desk.needs_check
    assert printer.waiting == 1
    printer.release()
    look_on(desk, start=3)
    assert printer.printed == (PDF,)
    assert not desk.needs_check


def test_a_sheet_left_behind_is_cancelled_once_it_is_held_up(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    desk.check(1)
    printer.hold()
    desk.end_session(now=2)
    printer.put(PrinterCondition.PAPER_JAM)
    desk.check(3)

    assert printer.waiting == 0
    desk.check(4)
    assert not desk.needs_check


def test_a_sheet_left_behind_is_not_waited_for_for_ever(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    desk.check(1)
    printer.hold()
    desk.end_session(now=2)
    assert desk.needs_check
    desk.check(61)
    assert printer.waiting == 1
    desk.check(62)

    assert printer.waiting == 0
    desk.check(63)
    assert not desk.needs_check


def test_a_persons_own_cancel_that_got_lost_is_repeated(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)
    printer.lose_next_cancel()
    assert desk.cancel(now=1).say is Say.CANCELLED

    printer.put()
    look_on(desk, start=2)
    assert printer.printed == ()
    assert printer.waiting == 0
    assert not desk.needs_check


def test_a_printer_that_will_not_cancel_is_not_asked_for_ever(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)
    for now in range(1, 200):
        printer.lose_next_cancel()
        desk.end_session(now=now)
        if not desk.needs_check:
            break

    assert now == 61  # a minute after the first cancel


def test_what_could_not_be_cancelled_is_cancelled_before_the_next_persons_sheet(
    desk: PrintDesk, printer: MemoryPrinter
) -> None:
    printer.put(PrinterCondition.PAPER_OUT)
    desk.submit(FIRST, PDF, A4, now=0)
    printer.vanish()
    desk.end_session(now=1)
    assert desk.progress.stage is PrintStage.IDLE

    printer.come_back()
    printer.put()
    desk.submit(SECOND, OTHER, A4, now=2)
    assert printer.waiting == 1
    look_on(desk, start=3)

    assert printer.printed == (OTHER,)


def test_after_the_session_nothing_of_the_sheet_is_in_memory(desk: PrintDesk) -> None:
    desk.submit(FIRST, PDF, A4, now=0)
    look_on(desk)
    desk.end_session(now=9)

    assert not _reaches(desk, PDF)


def _reaches(thing: object, wanted: bytes) -> bool:
    """True when `wanted` hangs somewhere below `thing`, the printer left out."""
    if isinstance(thing, Enum | MemoryPrinter):
        return False
    if isinstance(thing, bytes):
        return wanted in thing
    if isinstance(thing, tuple | list):
        return any(_reaches(part, wanted) for part in thing)
    return any(_reaches(part, wanted) for part in getattr(thing, "__dict__", {}).values())


def test_the_search_for_leftovers_finds_a_sheet_that_is_kept(desk: PrintDesk) -> None:
    desk.submit(FIRST, PDF, A4, now=0)

    assert _reaches(desk, PDF)


class DeskSessions(RuleBasedStateMachine):
    """Any order of touches and faults: a sheet comes out once, and only in its own session."""

    def __init__(self) -> None:
        super().__init__()
        self.printer = MemoryPrinter(keep=10_000)
        self.desk = PrintDesk(self.printer, patience=60)
        self.now = 0.0
        self.session = 0
        self.wishes = 0
        self.excused = 0  # sheets asked for again, or printed by a printer that lied
        self.lies = 0

    @rule()
    def tap_print(self) -> None:
        before = self.desk.progress.request
        pdf = f"%PDF {self.session} {self.wishes}".encode()
        self.desk.submit(RequestId(f"{self.session}-{self.wishes}"), pdf, A4, self.now)
        if self.desk.progress.request != before:
            self.wishes += 1

    @rule()
    def tap_retry(self) -> None:
        checked = self.desk.progress.outcome is JobOutcome.CHECK_SHEET
        lost = self.desk.progress.outcome is JobOutcome.UNCONFIRMED
        self.desk.retry(self.now)
        self.excused += checked or lost

    @rule()
    def tap_cancel(self) -> None:
        self.desk.cancel(self.now)

    @rule(seconds=st.sampled_from([0.5, 5.0, 70.0]))
    def look(self, seconds: float) -> None:
        self.now += seconds
        self.desk.check(self.now)

    @rule(condition=st.sampled_from(list(PrinterCondition)))
    def fault(self, condition: PrinterCondition) -> None:
        self.printer.put(*({condition} - {PrinterCondition.READY}))

    @rule()
    def repair(self) -> None:
        self.printer.put()
        self.printer.release()
        self.printer.come_back()

    @rule()
    def unplug(self) -> None:
        self.printer.vanish()

    @rule()
    def hold(self) -> None:
        self.printer.hold()

    @rule()
    def lose_cancel(self) -> None:
        self.printer.lose_next_cancel()
        self.excused += 1
        self.lies += 1

    @rule()
    def end_session(self) -> None:
        self.desk.end_session(self.now)
        self.session += 1

    # Two lies a minute apart about one job, and the desk gives it up.
    @precondition(lambda self: not self.desk.needs_check and self.lies < 2)
    @rule()
    def nothing_of_an_ended_session_waits_in_the_printer(self) -> None:
        assert self.printer.waiting == 0

    @invariant()
    def no_sheet_comes_out_twice_unasked(self) -> None:
        printed = self.printer.printed
        assert len(printed) - len(set(printed)) <= self.excused

    @invariant()
    def take_your_sheet_is_true(self) -> None:
        progress = self.desk.progress
        if progress.say is Say.TAKE_YOUR_SHEET:
            assert progress.conditions == ()
            assert progress.stage is PrintStage.TAKE_SHEET


TestDeskSessions = DeskSessions.TestCase
