"""Deciding with the family: each member a run of her own, nothing copied."""

from dataclasses import fields, replace

from kiosk.core.answers import Answers
from kiosk.core.ids import LanguageTag
from kiosk.core.session import Contrast, Screen, TextSize, new_session
from kiosk.core.speech import Hearing
from kiosk.printing.printers import PrinterCondition
from kiosk.services.handouts import Sheet
from tests.gui.visitor.driver import Visitor
from tests.gui.visitor.test_printing import follow

NEXT = "The next person begins"
KEPT = {"language", "text_size", "contrast", "hearing"}
ANSWERS = Answers.of({"situation": ["deciding"], "needs": ["pressure"], "plans": ["job"]})


def a_whole_run(visitor: Visitor) -> None:
    """One member answered everything she liked and chose her sheet."""
    visitor.at_home(
        "TH",
        "KH",
        "fr",
        answers=ANSWERS,
        text_size=TextSize.LARGE,
        contrast=Contrast.HIGH_DARK,
        only_i_see_it=True,
        sheet_also=LanguageTag("km"),
        large_print=True,
        print_answers=True,
        hearing=Hearing(),
    )


def sheet_in_memory(visitor: Visitor) -> Sheet | None:
    assert visitor.maker is not None
    return visitor.maker.sheet


def test_the_next_person_takes_over_language_and_look_and_nothing_else(visitor: Visitor) -> None:
    a_whole_run(visitor)
    before = visitor.session
    visitor.open(Screen.FAMILY).touch(NEXT)
    after = visitor.session
    untouched = new_session(visitor.tag("fr"), after.touched_at)
    for field in fields(after):
        if field.name in KEPT:
            assert getattr(after, field.name) == getattr(before, field.name), field.name
        elif field.name not in ("trail", "touched_at"):
            assert getattr(after, field.name) == getattr(untouched, field.name), field.name
    assert visitor.is_on(Screen.TRUST)
    assert all(not place.subject for place in after.trail)


def test_no_way_leads_back_to_what_the_one_before_did(visitor: Visitor) -> None:
    a_whole_run(visitor)
    visitor.open(Screen.FAMILY).touch(NEXT)
    for _ in range(4):
        visitor.steering.back()
        visitor.settle()
        assert not visitor.session.has_pair
        assert visitor.session.answers == Answers()
    assert visitor.is_on(Screen.ATTRACT)


def test_the_sheet_of_the_one_before_is_gone_from_memory_and_printer(visitor: Visitor) -> None:
    a_whole_run(visitor)
    visitor.open(Screen.SHEET)
    assert sheet_in_memory(visitor) is not None
    visitor.printer.put(PrinterCondition.PAPER_OUT)
    visitor.touch("Print")
    follow(visitor)
    assert visitor.printer.waiting == 1
    visitor.open(Screen.FAMILY).touch(NEXT)
    visitor.printer.put()
    follow(visitor)
    assert visitor.printer.printed == ()
    assert sheet_in_memory(visitor) is None
    assert visitor.printer.waiting == 0


def test_the_sheet_comes_first_for_who_wants_it(visitor: Visitor) -> None:
    a_whole_run(visitor)
    visitor.open(Screen.FAMILY).touch("Print my sheet first")
    assert visitor.is_on(Screen.SHEET_CHOICE)
    assert visitor.session.answers == ANSWERS


def test_each_for_herself_the_child_heard_and_pressure_named(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.FAMILY)
    words = visitor.words()
    for sentence in (
        "Each person decides for herself or himself. Nobody decides for all.",
        "Your answers and choices do not go to the next person.",
        "First a counsellor must check who is your guardian.",
        "You may say what you want.",
        "When the next person begins, all that you chose and answered is cleared.",
    ):
        assert sentence in words
    visitor.touch("Does somebody press you? Ask for a counsellor and talk alone.")
    assert visitor.is_on(Screen.COUNSELLOR)


def test_before_the_countries_there_is_no_sheet_to_print(visitor: Visitor) -> None:
    visitor.window.choose_language(LanguageTag("en"))
    visitor.settle().open(Screen.FAMILY)
    assert "Print my sheet first" not in [b.accessibleName() for b in visitor.buttons()]
    visitor.touch(NEXT)
    assert visitor.session == replace(
        visitor.session, answers=Answers(), host=None, origin=None, sheet_also=None
    )
    assert visitor.is_on(Screen.TRUST)
