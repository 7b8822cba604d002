"""Was this useful: one touch says it, totals keep it, and nothing else is ever counted."""

import tomllib
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.answers import Answers
from kiosk.core.session import Screen
from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.icons import IconShelf
from kiosk.services.counting import Countable, FileTally, Tally
from kiosk.text import TextEngine
from tests.factories.shipped import Shipped
from tests.gui.visitor.conftest import SITE
from tests.gui.visitor.driver import Visitor

OPINIONS = ("Useful", "Not useful", "Something is wrong", "I felt pushed")

OpenCounting = Callable[[Tally], Visitor]


class Notebook:
    """A tally that remembers what it was told, for tests."""

    counts = True

    def __init__(self) -> None:
        self.written: list[str] = []

    def add(self, what: Countable) -> None:
        self.written.append(f"{what.table} {what.key}")


@pytest.fixture
def open_counting(
    shipped: Shipped, engine: TextEngine, icons: IconShelf, runner: JobRunner, qtbot: object
) -> Iterator[OpenCounting]:
    """Opens a kiosk that counts."""
    made: list[Visitor] = []

    def open_(tally: Tally) -> Visitor:
        made.append(Visitor(shipped, engine, icons, runner, SITE, tally=tally))
        return made[-1]

    yield open_
    for visitor in made:
        visitor.leave()


@pytest.mark.parametrize("opinion", OPINIONS)
def test_one_touch_says_it_and_there_is_a_way_on(visitor: Visitor, opinion: str) -> None:
    visitor.at_home().open(Screen.TOPICS).open(Screen.FEEDBACK).touch(opinion)
    assert visitor.say("Thank you") in visitor.words()
    visitor.touch("Go on")
    assert visitor.is_on(Screen.TOPICS)


def test_whoever_felt_pushed_is_shown_help_and_where_to_complain(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.FEEDBACK).touch("I felt pushed")
    assert "Nobody may push you" in visitor.words()
    assert visitor.button(visitor.say("Find help")).isVisible()
    visitor.touch("Where to complain")
    assert visitor.is_on(Screen.COMPLAINT)


def test_ending_offers_to_say_it_first(visitor: Visitor) -> None:
    visitor.at_home().touch("End and clear").touch("Was this useful?").touch("Useful")
    visitor.touch("Go on")
    assert visitor.is_on(Screen.HOME)


def test_a_kiosk_that_counts_nothing_says_so(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.FEEDBACK)
    assert "keeps no answers" in visitor.words()


def test_a_kiosk_that_counts_says_what(open_counting: OpenCounting) -> None:
    visitor = open_counting(Notebook()).at_home().open(Screen.FEEDBACK)
    assert "how many people chose each answer" in visitor.words()


def test_a_visit_is_counted_once_and_when_it_is_over(open_counting: OpenCounting) -> None:
    notebook = Notebook()
    visitor = open_counting(notebook).at_home(language="fr")
    visitor.open(Screen.FEEDBACK).touch("Useful").touch("Back")
    visitor.open(Screen.FEEDBACK).touch("I felt pushed").touch("Go on")
    assert notebook.written == []
    visitor.steering.end()
    assert notebook.written == ["pairs ES-EC", "feedback pressure", "languages fr"]


def test_nobody_is_counted_who_was_not_there(open_counting: OpenCounting) -> None:
    notebook = Notebook()
    visitor = open_counting(notebook)
    visitor.steering.end()
    visitor.touch("Size and colours").touch("Largest").touch("Back to where I was")
    visitor.clock.now += 1000
    visitor.window.look_at_clock()
    assert notebook.written == []


def test_answers_and_pages_leave_no_trace_in_the_totals(open_counting: OpenCounting) -> None:
    """Somebody who tells everything is counted like somebody who tells nothing."""
    totals = []
    told = Answers().with_answer("needs", ("fear_of_return", "torture"))
    for answers in (Answers(), told.with_answer("age", ("under_18_alone",))):
        notebook = Notebook()
        visitor = open_counting(notebook).at_home(answers=answers)
        for screen in (Screen.OPTIONS, Screen.RIGHTS, Screen.COMPLAINT, Screen.DANGER_NOW):
            visitor.open(screen)
        visitor.steering.end()
        totals.append(notebook.written)
    assert totals[0] == totals[1] == ["pairs ES-EC", "languages en"]


def test_a_sheet_is_counted_by_what_became_of_it(open_counting: OpenCounting) -> None:
    notebook = Notebook()
    visitor = open_counting(notebook).at_home()
    visitor.open(Screen.SHEET_CHOICE).touch("Others may see it").touch("Print")
    maker = visitor.maker
    assert maker is not None
    for _look in range(4):
        maker.look_at_printer()
        visitor.settle()
    assert notebook.written == ["prints printed"]


def visits(visitor: Visitor, *seen: tuple[str, str]) -> None:
    """People who come one after the other, each with a language and an opinion."""
    for language, opinion in seen:
        visitor.at_home(language=language).open(Screen.FEEDBACK).touch(opinion)
        visitor.steering.end()
        visitor.settle()


def test_after_five_visits_the_file_holds_totals_and_what_is_rare_waits(
    open_counting: OpenCounting, tmp_path: Path
) -> None:
    path = tmp_path / "counts.toml"
    visitor = open_counting(FileTally(path, lambda: date(2026, 11, 21)))
    visits(visitor, ("es", "I felt pushed"), *[("es", "Useful")] * 3)
    assert not path.exists()
    visits(visitor, ("es", "Useful"))
    first = {"languages": {"es": 5}, "pairs": {"ES-EC": 5}}
    assert tomllib.loads(path.read_text())["months"] == {"2026-11": first}
    visits(visitor, ("fr", "Useful"), *[("es", "Useful")] * 3)
    assert tomllib.loads(path.read_text())["months"] == {"2026-11": first}
    visits(visitor, ("es", "Useful"))
    # Of the one who read French and the one who felt pushed, still nothing.
    later = {"languages": {"es": 5}, "pairs": {"ES-EC": 10}, "feedback": {"useful": 9}}
    assert tomllib.loads(path.read_text())["months"] == {"2026-11": later}
