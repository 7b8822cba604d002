"""Eyes closed, a keypad in the hand: nothing is looked at here but what was said."""

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from kiosk.core.kinds import SoundOutput
from kiosk.core.session import Screen
from kiosk.core.speech import Hearing
from kiosk.gui.jobs import JobRunner
from kiosk.settings import KeyMap, SoundProfile
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import Visitor
from tests.gui.visitor.ears import (
    HEADSET,
    LOUDER,
    NEXT,
    PREVIOUS,
    QUIETER,
    SELECT,
    SPEAKER,
    Listener,
    open_listener,
)

NO_SOUND = replace(SITE, sound=SoundProfile(SoundOutput.NONE))


@pytest.fixture
def listener(open_kiosk: OpenKiosk, runner: JobRunner) -> Listener:
    """At a kiosk whose only sound is a headset."""
    return open_listener(open_kiosk, runner, HEADSET)


def test_from_the_first_screen_to_a_right_and_to_her_sheet(listener: Listener) -> None:
    said = listener.press(NEXT).hear_all()
    assert {"English", "Français", "Español"} <= set(said)
    listener.choose("English")
    listener.hear_all()
    listener.choose("Go on")
    listener.choose("Spain")
    assert "Which country are you from?" in listener.hear_all()
    listener.choose("Ecuador")
    said = listener.hear_all()
    assert said[0] == "What would you like to know?"
    listener.choose("My rights")
    rights = listener.hear_all()
    assert rights[0] == "My rights"
    visit = listener.visitor.window.visit(listener.visitor.session)
    right = visit.rights[0]
    listener.choose(right.title.value)
    read = listener.hear_all()
    assert read[0] == right.title.value
    assert right.plain.value in read
    listener.choose("Start")
    listener.hear_all()
    listener.choose("My sheet")
    listener.hear_all()
    listener.choose("Only I will see it")
    sheet = listener.hear_all()
    assert listener.visitor.maker is not None
    made = listener.visitor.maker.sheet
    assert made is not None
    assert made.plan.title.text in sheet
    assert [s.title.text for s in made.plan.sections] == [
        words for words in sheet if words in {s.title.text for s in made.plan.sections}
    ]
    listener.choose("End and clear")
    assert "End and clear?" in listener.hear_all()
    listener.choose("End and clear")
    assert listener.visitor.session.hearing == Hearing()
    assert listener.ears.now == ""


def test_phone_numbers_are_said_digit_by_digit(listener: Listener) -> None:
    visitor = listener.visitor.at_home(hearing=Hearing(is_on=True))
    visit = visitor.window.visit(visitor.session)
    lines = [s for group in visit.services.values() for s in group if any(s.phones)]
    assert lines
    for service in lines[:3]:
        visitor.open(Screen.SERVICE, service.id)
        said = listener.hear_all()
        digits = ["".join(c for c in str(f.shown) if c.isdigit()) for f in service.phones if f]
        for number in digits:
            spelled = [w.replace(",", "").replace("plus ", "").replace(" ", "") for w in said]
            assert number in spelled
        assert not any(number in words for words in said for number in digits if len(number) > 2)


def test_next_and_previous_go_through_everything_and_around(listener: Listener) -> None:
    listener.visitor.at_home(hearing=Hearing(is_on=True))
    listener.hear_all()
    said = []
    for _ in range(40):
        listener.press(NEXT)
        said.append(listener.ears.now)
    assert "Hide" in said
    assert "Language" in said
    assert said.count("What would you like to know?") >= 1
    here = listener.ears.now
    listener.press(NEXT).press(PREVIOUS)
    assert listener.ears.now == here


def test_one_key_says_one_thing(listener: Listener) -> None:
    listener.visitor.at_home(hearing=Hearing(is_on=True))
    listener.press(NEXT)
    before = listener.ears.now
    assert listener.hear_all()[0] == before
    assert listener.ears.now == ""


def test_what_is_chosen_is_said_again_with_its_state(listener: Listener) -> None:
    visitor = listener.visitor.at_home(hearing=Hearing(is_on=True)).open(Screen.QUESTION, "needs")
    listener.hear_all()
    words = visitor.window.visit(visitor.session).question("needs").values[0].text.value
    visitor.open(Screen.HOME)
    visitor.open(Screen.QUESTION, "needs")
    listener.choose(words)
    assert listener.hear_all()[-1] == "chosen"
    assert visitor.session.answers["needs"]
    listener.press(SELECT)
    assert listener.hear_all()[-1] == "not chosen"


def test_louder_and_quieter_change_the_sound_while_it_speaks(listener: Listener) -> None:
    listener.visitor.at_home(hearing=Hearing(is_on=True))
    now = listener.ears.now
    listener.press(LOUDER)
    assert listener.ears.player.volume == Hearing().volume + 1
    for _ in range(20):
        listener.press(QUIETER)
    assert listener.ears.player.volume == 1
    assert listener.ears.now == now


@pytest.mark.parametrize("key", [NEXT, PREVIOUS, LOUDER, SELECT])
def test_a_key_alone_begins_to_speak(listener: Listener, key: Qt.Key) -> None:
    listener.press(key)
    assert listener.visitor.session.hearing.is_on
    assert listener.ears.now == "Your choices, your rights, your next step"


def test_the_plug_of_a_headset_begins_to_speak(open_kiosk: OpenKiosk, runner: JobRunner) -> None:
    listener = open_listener(open_kiosk, runner, SPEAKER)
    listener.ears.outputs.plug("Speakers", "USB headset")
    listener.settle()
    assert listener.ears.now
    assert listener.ears.player.output is not None
    assert listener.ears.player.output.name == "USB headset"


def test_the_picture_can_be_off_and_a_touch_brings_it_back(listener: Listener) -> None:
    visitor = listener.visitor.at_home(hearing=Hearing(is_on=True)).open(Screen.SOUND)
    listener.hear_all()
    listener.choose("Only listen: switch the picture off")
    black = visitor.window.grab().toImage()
    colors = {black.pixel(x, y) for x in range(0, 1080, 40) for y in range(0, 1920, 40)}
    assert colors == {0xFF000000}
    listener.choose("Back to where I was")
    assert listener.hear_all()[0] == "What would you like to know?"
    assert visitor.window.grab().toImage().pixel(540, 900) == 0xFF000000
    place = visitor.session.place
    visitor.touch_words("My rights")
    assert visitor.session.place == place
    assert not visitor.session.hearing.is_blind
    assert visitor.session.hearing.is_on
    light = visitor.window.grab().toImage()
    assert {light.pixel(x, 900) for x in range(0, 1080, 40)} != {0xFF000000}


def press(visitor: Visitor, key: Qt.Key) -> str:
    """A key without sound; the name of what has the focus after it."""
    visitor.clock.now += 1.0
    QTest.keyClick(QApplication.focusWidget() or visitor.window, key)
    visitor.settle()
    focused = QApplication.focusWidget()
    return focused.accessibleName() if focused is not None else ""


def test_two_switches_reach_every_button_without_sound(open_kiosk: OpenKiosk) -> None:
    keys = KeyMap(next=("F7",), previous=(), select=("F8",))
    visitor = open_kiosk(replace(NO_SOUND, keys=keys)).at_home()
    visitor.window.activateWindow()
    names = {button.accessibleName() for button in visitor.buttons()}
    reached = [press(visitor, Qt.Key.Key_F7) for _ in range(len(visitor.buttons()) + 4)]
    assert names - {"Further up"} <= set(reached)
    assert reached.count(reached[0]) == 2
    while press(visitor, Qt.Key.Key_F7) != "Topics":
        pass
    press(visitor, Qt.Key.Key_F8)
    assert visitor.is_on(Screen.TOPICS)
    while press(visitor, Qt.Key.Key_F7) != "Back":
        pass
    press(visitor, Qt.Key.Key_F8)
    assert visitor.is_on(Screen.HOME)


def test_what_comes_of_trying_again_is_said(open_kiosk: OpenKiosk, runner: JobRunner) -> None:
    listener = open_listener(open_kiosk, runner, HEADSET)
    visitor = listener.visitor.at_home(hearing=Hearing(is_on=True))
    visitor.touch("My sheet").touch("Only I will see it")
    visitor.printer.vanish()
    visitor.touch("Print")
    refused = visitor.say("The printer does not answer. Nothing was printed. Ask staff.")
    assert refused in follow_print(listener)
    visitor.printer.come_back()
    listener.choose("Try again")
    assert "Your sheet is ready. Take it with you." in follow_print(listener)


def follow_print(listener: Listener) -> list[str]:
    """What is said while the printer is looked at, until it is silent."""
    said = listener.hear_all()
    for _ in range(6):
        visitor = listener.visitor
        visitor.clock.now += 1
        assert visitor.maker is not None
        visitor.maker.look_at_printer()
        visitor.settle().window.look_at_clock()
        said += listener.hear_all()
    return said


def test_a_switch_that_sends_a_space_gets_out_of_a_search_field(open_kiosk: OpenKiosk) -> None:
    keys = KeyMap(next=("Space",), previous=(), select=("Enter",))
    visitor = open_kiosk(replace(NO_SOUND, keys=keys)).at_home().open(Screen.SEARCH)
    visitor.window.activateWindow()
    reached = {press(visitor, Qt.Key.Key_Space) for _ in range(2 * len(visitor.buttons()))}
    assert {visitor.say("Search"), visitor.say("Back")} <= reached
    assert visitor.session.place.subject == ""


def test_two_switches_reach_everything_when_heard(open_kiosk: OpenKiosk, runner: JobRunner) -> None:
    keys = KeyMap(next=("F7",), previous=(), select=("F8",))
    site = replace(SITE, keys=keys)
    listener = open_listener(open_kiosk, runner, HEADSET, site=site)
    visitor = listener.visitor.at_home(hearing=Hearing(is_on=True))
    visitor.open(Screen.RIGHTS)
    said: list[str] = []
    while said.count("Back") < 2:
        listener.press(Qt.Key.Key_F7)
        said.append(listener.ears.now)
        assert len(said) < 100, said
    assert "My rights" in said
    while listener.ears.now != "Back":
        listener.press(Qt.Key.Key_F7)
    listener.press(Qt.Key.Key_F8)
    assert visitor.is_on(Screen.HOME)


def test_a_real_keyboard_still_does_what_it_does(listener: Listener) -> None:
    visitor = listener.visitor.at_home()
    visitor.window.activateWindow()
    visitor.button("My rights").setFocus(Qt.FocusReason.TabFocusReason)
    press(visitor, Qt.Key.Key_Return)
    assert visitor.is_on(Screen.RIGHTS)
    assert not visitor.session.hearing.is_on
    visitor.at_home(hearing=Hearing(is_on=True))
    assert listener.ears.now
    press(visitor, Qt.Key.Key_Tab)
    assert listener.ears.now == ""
