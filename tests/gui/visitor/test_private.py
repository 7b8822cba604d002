"""Many visitors in a row leave nothing behind: no file, no line, no job, no memory of them."""

import os
import random
import string
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings
from PySide6.QtGui import QClipboard
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.core.answers import Answers
from kiosk.core.ids import LanguageTag
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Contrast, Place, Screen, TextSize
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.chrome import Chrome
from kiosk.gui.visitor.tour import stops
from kiosk.printing.printers import IppPrinter, JobId, JobOutcome
from tests.effort import Effort
from tests.gui.visitor.driver import Visitor
from tests.gui.visitor.no_trace import (
    HABITS,
    DiskWatch,
    files_held_open,
    memories,
    people_known,
    snapshot,
)
from tests.simulators.ipp_printer import SimulatedPrinter, ipp_printer, system_services, until

_END = "End and clear"
_LETTERS = string.ascii_lowercase
_WELL_KNOWN = (Place(Screen.OPTIONS), Place(Screen.HELP), Place(Screen.RIGHTS))
_WITH_VALUES = [question for question in QUESTIONS if question != "region"]


@pytest.fixture(scope="session")
def disk_watch() -> DiskWatch:
    return DiskWatch()


@pytest.fixture
def empty_machine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Every place a program writes to by habit, empty and in one folder."""
    for name in HABITS:
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("DBUS_SESSION_BUS_ADDRESS", raising=False)
    monkeypatch.setattr(tempfile, "tempdir", None)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def every_place(visitor: Visitor) -> list[Place]:
    """Somewhere real on every screen there is."""
    look = (TextSize.NORMAL, Contrast.DEFAULT)
    found = [session.place for _, session in stops(visitor.window, LanguageTag("en"), look)]
    visitor.steering.end()
    visitor.settle()
    missing = set(Screen) - {place.screen for place in found}
    return [*found, *(Place(screen) for screen in missing)]


def _type_something(visitor: Visitor, chance: random.Random) -> str:
    """Look for a word nobody else looks for."""
    word = "".join(chance.choice(_LETTERS) for _ in range(5))
    visitor.open(Screen.SEARCH)
    field = visitor.frame.findChild(TextField)
    assert field is not None
    QTest.keyClicks(field, word)
    visitor.settle()
    assert visitor.session.place.subject == word
    return word


def _print_something(visitor: Visitor, chance: random.Random) -> None:
    visitor.open(Screen.SHEET_CHOICE)
    visitor.steering.choose_sheet(only_i_see_it=chance.random() < 0.5)
    visitor.settle()
    visitor.window.print_sheet()
    visitor.settle()


def _listen(visitor: Visitor) -> None:
    for button in visitor.buttons():
        if button.accessibleName() == visitor.say("Listen"):
            visitor.touch_widget(button)
            return


def _leave(visitor: Visitor, chance: random.Random) -> None:
    """Some end it themselves, some walk away, some leave it hidden."""
    way = chance.randrange(3)
    if way == 0:
        visitor.steering.end()
    else:
        if way == 1:
            visitor.steering.hide()
        visitor.clock.now += 181
        visitor.window.look_at_clock()
    visitor.settle()


def one_session(
    visitor: Visitor, chance: random.Random, places: Sequence[Place] = _WELL_KNOWN
) -> str:
    """Somebody comes, looks around, answers, perhaps prints, and goes; returns what she typed."""
    library, steering = visitor.shipped.library, visitor.steering
    visitor.at_home(
        chance.choice(library.hosts),
        chance.choice(library.origins),
        chance.choice(library.languages),
        text_size=chance.choice(list(TextSize)),
        contrast=chance.choice(list(Contrast)),
    )
    for question in chance.sample(_WITH_VALUES, 3):
        values = visitor.shipped.visit(visitor.session).question(question).values
        steering.answer(question, [chance.choice(values).id])
    for place in chance.sample(places, 2):
        visitor.open(place.screen, place.subject)
    if chance.random() < 0.3:
        _listen(visitor)
    typed = _type_something(visitor, chance) if chance.random() < 0.3 else ""
    if chance.random() < 0.2:
        _print_something(visitor, chance)
    _leave(visitor, chance)
    return typed


@pytest.mark.soak
@pytest.mark.timeout(0)
def test_sessions_leave_no_file_no_line_and_no_trace(
    visitor: Visitor,
    effort: Effort,
    disk_watch: DiskWatch,
    empty_machine: Path,
    raised: list[str],
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    chance = random.Random(6)
    fresh = visitor.session
    places = every_place(visitor)
    # What is read once (fonts of a script, icons) is read before the watch begins.
    one_session(visitor, chance, places)
    capfd.readouterr()
    caplog.clear()
    typed: list[str] = []
    others = people_known()
    before, held = snapshot(empty_machine), files_held_open()
    with caplog.at_level("DEBUG"):
        disk_watch.is_on = True
        for _ in range(effort.sessions):
            typed.append(one_session(visitor, chance, places))
            assert visitor.session.is_like(fresh)
        disk_watch.is_on = False
    assert disk_watch.written == []
    assert snapshot(empty_machine) == before
    assert files_held_open() <= held
    assert not caplog.records
    assert capfd.readouterr() == ("", "")
    assert raised == []
    assert visitor.printer.waiting == 0
    visitor.settle()
    last = next(word for word in reversed(typed) if word)
    typed.clear()
    assert memories(last, but=others) == []


@pytest.mark.soak
def test_every_screen_ends_in_two_touches_and_is_forgotten(
    visitor: Visitor, effort: Effort
) -> None:
    fresh, others = visitor.session, people_known()
    answers = Answers().with_answer("needs", ("fear_of_return",))
    begun = replace(
        visitor.shipped.session("ES", "EC", "fr", answers),
        touched_at=visitor.clock.now,
        contrast=Contrast.HIGH_DARK,
    )
    each = {place.screen: place for place in every_place(visitor)}
    del each[Screen.ATTRACT]
    for place in list(each.values())[:: 1 if effort.is_full else 2]:
        visitor.window.show_stop(replace(begun, trail=(Place(Screen.HOME), place)))
        visitor.settle()
        if not visitor.is_on(Screen.END):
            visitor.touch_widget(_called(visitor, _END, in_bar=True))
        visitor.touch_widget(_called(visitor, _END, in_bar=False))
        assert visitor.is_on(Screen.ATTRACT), place
        assert visitor.session.is_like(fresh), place
    del begun, answers, place
    typed = _after_typing(visitor, random.Random(9))
    assert memories(typed, but=others) == []


def _called(visitor: Visitor, name: str, *, in_bar: bool) -> Touchable:
    """The button with this name in the bar, or the one in the screen itself."""
    bar = visitor.frame.findChild(Chrome)
    assert bar is not None
    named = [b for b in visitor.buttons() if b.accessibleName() == visitor.say(name)]
    return next(b for b in named if bar.isAncestorOf(b) is in_bar)


def _after_typing(visitor: Visitor, chance: random.Random) -> str:
    visitor.at_home()
    typed = _type_something(visitor, chance)
    assert memories(typed)
    visitor.steering.end()
    visitor.settle()
    return typed


def test_what_was_copied_is_gone_too(visitor: Visitor) -> None:
    clipboard = QApplication.clipboard()
    visitor.at_home()
    for mode in QClipboard.Mode:
        clipboard.setText("mine", mode)
    visitor.steering.end()
    visitor.settle()
    for mode in QClipboard.Mode:
        assert clipboard.text(mode) == "", mode
        assert clipboard.mimeData(mode) is None or not clipboard.mimeData(mode).formats()


def test_no_settings_and_no_list_of_recent_things_are_kept(
    visitor: Visitor, empty_machine: Path
) -> None:
    one_session(visitor, random.Random(3), every_place(visitor))
    assert QSettings().allKeys() == []
    assert list(empty_machine.rglob("*")) == []
    assert not os.environ.get("DBUS_SESSION_BUS_ADDRESS")


@pytest.fixture
def device(tmp_path: Path) -> Iterator[SimulatedPrinter]:
    with system_services(), ipp_printer(tmp_path / "printer", keep=True) as running:
        yield running


def test_a_real_printer_is_told_to_forget_the_sheet_that_waits(
    visitor: Visitor, device: SimulatedPrinter
) -> None:
    printer = visitor.device = IppPrinter(device.uri, answer_seconds=5, send_seconds=5)
    device.load_paper(0)
    visitor.at_home().open(Screen.SHEET_CHOICE)
    visitor.steering.choose_sheet(only_i_see_it=True)
    visitor.settle()
    visitor.touch("Print")
    until(lambda: _looked_again(visitor), lambda words: "The printer has no paper." in words)
    visitor.clock.now += 181
    visitor.window.look_at_clock()
    visitor.settle()
    assert visitor.is_on(Screen.ATTRACT)
    _looked_again(visitor)
    job = JobId(1)
    until(lambda: printer.state(job), lambda report: report.outcome.is_final)
    # With paper in again, nothing of that person comes out.
    device.load_paper(250)
    until(printer.status, lambda status: not status.conditions)
    assert printer.state(job).outcome is JobOutcome.CANCELLED


def _looked_again(visitor: Visitor) -> str:
    """What the screen says once the printer was asked again, as happens twice a second."""
    assert visitor.maker is not None
    visitor.maker.look_at_printer()
    visitor.settle()
    return visitor.words()
