"""What is about the person comes out of a headset, or with her consent; and leaves nothing."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from kiosk.core.session import Screen
from kiosk.core.speech import Hearing
from kiosk.gui.jobs import JobRunner
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import Visitor
from tests.gui.visitor.ears import HEADSET, NEXT, SPEAKER, Listener, open_listener

ASKED = "Others can hear this"


@pytest.fixture
def listener(open_kiosk: OpenKiosk, runner: JobRunner) -> Listener:
    """At a kiosk with a speaker that everybody hears, and a socket for a headset."""
    made = open_listener(open_kiosk, runner, SPEAKER)
    made.visitor.at_home(hearing=Hearing(is_on=True))
    return made


def question(listener: Listener) -> str:
    visitor = listener.visitor
    return visitor.window.visit(visitor.session).question("needs").text.value


def test_a_speaker_asks_first_and_once(listener: Listener) -> None:
    visitor = listener.visitor.open(Screen.QUESTION, "needs")
    assert ASKED in listener.hear_all()
    assert question(listener) not in visitor.words()
    visitor.touch("Yes, read them aloud")
    assert question(listener) in listener.hear_all()
    visitor.open(Screen.OPTIONS)
    assert ASKED not in listener.hear_all()
    visitor.touch("End and clear").touch("End and clear")
    visitor.at_home(hearing=Hearing(is_on=True)).open(Screen.QUESTION, "needs")
    assert ASKED in listener.hear_all()


def test_no_means_shown_and_not_said(listener: Listener) -> None:
    visitor = listener.visitor.open(Screen.QUESTION, "needs")
    visitor.touch("No, only show them")
    said = listener.hear_all()
    assert question(listener) in visitor.words()
    assert question(listener) not in said
    assert visitor.say("This screen is not read aloud: others could hear.") in visitor.words()
    for _ in range(30):
        listener.press(NEXT)
        assert listener.ears.now != question(listener)
    visitor.open(Screen.RIGHTS)
    assert listener.ears.now == "My rights"


def test_with_a_headset_nobody_is_asked(listener: Listener) -> None:
    listener.ears.outputs.plug("Speakers", "USB headset")
    listener.visitor.open(Screen.QUESTION, "needs")
    assert question(listener) in listener.hear_all()


def test_a_headset_only_site_never_asks(open_kiosk: OpenKiosk, runner: JobRunner) -> None:
    listener = open_listener(open_kiosk, runner, HEADSET)
    listener.visitor.at_home(hearing=Hearing(is_on=True)).open(Screen.QUESTION, "needs")
    assert question(listener) in listener.hear_all()


def test_pulling_the_headset_silences_at_once(listener: Listener) -> None:
    listener.ears.outputs.plug("Speakers", "USB headset")
    visitor = listener.visitor.open(Screen.QUESTION, "needs")
    listener.hear_piece()
    private = listener.ears.now
    assert private
    listener.ears.outputs.plug("Speakers")
    assert listener.ears.now == ""
    listener.settle()
    assert private not in listener.hear_all()
    assert ASKED in visitor.words()


def test_pulling_the_headset_does_not_end_what_everybody_may_hear(listener: Listener) -> None:
    listener.ears.outputs.plug("Speakers", "USB headset")
    listener.visitor.open(Screen.RIGHTS)
    assert listener.ears.now == "My rights"
    listener.ears.outputs.plug("Speakers")
    listener.settle()
    assert listener.ears.now == "My rights"


def test_the_next_of_the_family_is_asked_again(listener: Listener) -> None:
    visitor = listener.visitor
    visitor.steering.hear(Hearing(is_on=True, others_may_hear=True))
    visitor.steering.begin_for_next_member()
    assert visitor.session.hearing == Hearing(is_on=True)


def test_a_hidden_screen_is_silent(listener: Listener) -> None:
    listener.visitor.open(Screen.RIGHTS).touch("Hide")
    assert "My rights" not in listener.hear_all()


def tick(listener: Listener, seconds: int) -> None:
    """The clock goes on and speech with it, and nobody touches anything."""
    for _ in range(seconds):
        listener.visitor.clock.now += 1
        listener.visitor.window.look_at_clock()
        if listener.visitor.clock.now % 5 == 0:
            listener.hear_piece()


def is_dark(visitor: Visitor) -> bool:
    middle = visitor.window.grab().toImage().pixelColor(visitor.window.rect().center())
    return middle.name() == "#000000"


def test_a_private_picture_goes_while_it_is_read_to_her_alone(
    open_kiosk: OpenKiosk, runner: JobRunner
) -> None:
    listener = open_listener(open_kiosk, runner, HEADSET)
    visitor = listener.visitor.at_home(hearing=Hearing(is_on=True)).open(Screen.OPTIONS)
    tick(listener, 40)
    assert not is_dark(visitor)
    tick(listener, 10)
    assert is_dark(visitor)
    assert listener.ears.now
    before = visitor.session.place
    QTest.mouseClick(visitor.window, Qt.MouseButton.LeftButton)
    visitor.settle()
    assert not is_dark(visitor)
    assert visitor.session.place == before
    assert listener.ears.now


def test_a_speaker_does_not_read_on_to_whoever_comes_next(
    open_kiosk: OpenKiosk, runner: JobRunner
) -> None:
    listener = open_listener(open_kiosk, runner, SPEAKER)
    agreed = Hearing(is_on=True, others_may_hear=True)
    visitor = listener.visitor.at_home(hearing=agreed).open(Screen.OPTIONS)
    tick(listener, 140)
    assert listener.ears.now
    tick(listener, 15)
    assert listener.ears.now == ""
    tick(listener, 185)
    assert visitor.is_on(Screen.ATTRACT)
    assert not is_dark(visitor)


@pytest.fixture
def empty_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where anything careless would land."""
    for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_speaking_writes_nothing_to_disk(
    open_kiosk: OpenKiosk,
    runner: JobRunner,
    empty_folder: Path,
    capfd: pytest.CaptureFixture[str],
) -> None:
    listener = open_listener(open_kiosk, runner, HEADSET)
    listener.visitor.at_home(hearing=Hearing(is_on=True)).open(Screen.QUESTION, "needs")
    capfd.readouterr()
    assert listener.hear_all()
    listener.visitor.steering.end()
    listener.settle()
    assert list(empty_folder.rglob("*")) == []
    assert capfd.readouterr() == ("", "")
    assert listener.ears.narrator._kept == {}
