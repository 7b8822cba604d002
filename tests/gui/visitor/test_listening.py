"""Listening: read from the title on, silent at a touch, never two voices, gone with the person."""

from dataclasses import replace
from typing import Any

import pytest

from kiosk.core.kinds import SoundOutput
from kiosk.core.session import Place, Screen, TextSize
from kiosk.core.speech import Hearing, Pace
from kiosk.gui.jobs import JobRunner
from kiosk.gui.reading.aloud_ring import ReadingRing
from kiosk.settings import SoundProfile
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.ears import CHIME, LOUDER, SPEAKER, Ears, Listener, open_listener
from tests.gui.visitor.measure import assert_fits


@pytest.fixture
def listener(open_kiosk: OpenKiosk, runner: JobRunner) -> Listener:
    """At a kiosk with a speaker, and a socket for a headset."""
    return open_listener(open_kiosk, runner)


def ring_of(visitor: Visitor) -> ReadingRing:
    ring = visitor.window.findChild(ReadingRing)
    assert ring is not None
    return ring


def test_each_new_screen_is_read_from_its_title_on(listener: Listener) -> None:
    visitor, ears = listener.visitor, listener.ears
    visitor.at_home()
    assert ears.heard == []
    visitor.touch("Listen")
    said = listener.hear_all()
    assert said[0] == "What would you like to know?"
    assert "My rights" in said
    assert "Danger now" not in said
    visitor.touch("My rights")
    assert ears.now == visitor.say("My rights")


def test_a_second_touch_on_listen_ends_it(listener: Listener) -> None:
    listener.visitor.at_home().touch("Listen")
    assert listener.ears.now
    listener.visitor.touch("Stop reading")
    assert listener.ears.now == ""
    assert listener.visitor.frame.bar is None
    listener.visitor.touch("My rights")
    assert listener.ears.now == ""


def test_any_touch_silences(listener: Listener) -> None:
    visitor = listener.visitor.at_home().touch("Listen")
    assert listener.ears.now
    visitor.touch_widget(visitor.frame)
    assert listener.ears.now == ""
    assert visitor.say("Stopped") in visitor.words()
    visitor.touch("Read on")
    assert listener.ears.now == "What would you like to know?"


def test_again_skip_pause_and_go_on(listener: Listener) -> None:
    visitor, ears = listener.visitor.at_home().touch("Listen"), listener.ears
    first = ears.now
    visitor.touch("Skip")
    second = ears.now
    assert second not in ("", first)
    visitor.touch("Again")
    assert ears.now == second
    visitor.touch("Pause")
    assert ears.is_held()
    assert visitor.say("Paused") in visitor.words()
    before = len(ears.heard)
    visitor.touch("Read on")
    assert not ears.is_held()
    assert len(ears.heard) == before


def test_a_hasty_listener_is_not_talked_over(listener: Listener) -> None:
    """Many skips at once: what is played last is what stands last, and nothing comes late."""
    visitor, ears = listener.visitor.at_home().touch("Listen"), listener.ears
    skip = visitor.button(visitor.say("Skip"))
    for _ in range(4):
        skip.activate()
    visitor.settle()
    played = len(ears.heard)
    visitor.settle()
    assert len(ears.heard) == played
    around = ring_of(visitor).around
    assert around is not None
    assert ears.now == around.accessibleName()


def test_what_is_read_is_framed_and_in_sight(listener: Listener) -> None:
    visitor = listener.visitor.at_home()
    visitor.open(Screen.RIGHT, visitor.shipped.visit(visitor.session).rights[0].id)
    visitor.touch("Listen")
    while listener.hear_piece():
        ring = ring_of(visitor)
        if listener.ears.now:
            assert ring.isVisible()
            assert ring.around is not None
            top = ring.around.mapTo(visitor.frame, ring.around.rect().topLeft()).y()
            assert 0 <= top < visitor.frame.height()
    assert not ring_of(visitor).isVisible()
    assert visitor.say("Read to the end") in visitor.words()


def test_how_somebody_listens_is_gone_with_her(listener: Listener) -> None:
    visitor, ears = listener.visitor.at_home().touch("Listen"), listener.ears
    listener.press(LOUDER).press(LOUDER)
    visitor.steering.hear(replace(visitor.session.hearing, pace=Pace.FAST))
    assert (ears.player.volume, ears.player.pace) == (8, Pace.FAST)
    visitor.touch("End and clear").touch("End and clear")
    assert ears.now == ""
    assert visitor.session.hearing == Hearing()
    assert (ears.player.volume, ears.player.pace) == (Hearing().volume, Pace.NORMAL)


def test_without_a_voice_there_is_no_button_and_it_is_said(listener: Listener) -> None:
    visitor = listener.visitor.at_home(language="km")
    assert visitor.say("Listen") not in [b.accessibleName() for b in visitor.buttons()]
    for screen in (Screen.DISPLAY, Screen.SOUND):
        visitor.open(screen)
        assert visitor.say("This language cannot be read aloud here yet.") in visitor.words()
    visitor.touch("Language").touch_words("English")
    assert visitor.button("Listen").isVisible()


def test_words_without_a_voice_are_left_out_and_that_is_said(listener: Listener) -> None:
    visitor, ears = listener.visitor, listener.ears
    visitor.window.show_stop(replace(visitor.session, trail=(Place(Screen.ATTRACT),)))
    visitor.settle().touch("Listen")
    said = listener.hear_all()
    assert "English" in said
    assert "Français" in said
    assert "ខ្មែរ" not in said
    assert {"en", "fr", "es"} == set(ears.languages)
    assert visitor.say("Some words have no voice yet") in visitor.words()


@pytest.mark.parametrize("profile", [SoundProfile(SoundOutput.NONE), SPEAKER])
def test_without_sound_nothing_is_offered_and_it_is_said(
    open_kiosk: OpenKiosk, runner: JobRunner, profile: SoundProfile
) -> None:
    ears = Ears(profile)
    visitor = open_kiosk(replace(SITE, sound=profile), make_sound=ears.ports(runner))
    visitor = Listener(visitor, ears).visitor.at_home()
    assert visitor.say("Listen") not in [b.accessibleName() for b in visitor.buttons()]
    visitor.open(Screen.SOUND)
    none = "Nothing can be read aloud here: this kiosk has no sound."
    assert visitor.say(none) in visitor.words()


def test_when_no_sound_comes_out_one_line_says_so(listener: Listener) -> None:
    listener.ears.player.is_broken = True
    visitor = listener.visitor.at_home().touch("Listen")
    assert visitor.say("No sound comes out. Ask staff.") in visitor.words()
    listener.ears.player.is_broken = False
    visitor.touch("Again")
    assert listener.ears.now
    assert visitor.say("Computer voice") in visitor.words()


def test_the_sound_screen_is_heard_at_once(listener: Listener) -> None:
    visitor, ears = listener.visitor.at_home().touch("Listen").touch("Sound"), listener.ears
    assert visitor.is_on(Screen.SOUND)
    visitor.touch("Louder")
    assert ears.player.volume == Hearing().volume + 1
    assert ears.now == visitor.say("This is how loud and how fast I speak.")
    assert visitor.say("{volume} of {most}", volume="7", most="10") in visitor.words()
    visitor.touch("Slow")
    assert ears.player.pace is Pace.SLOW
    visitor.touch("Stop reading aloud")
    assert not visitor.session.hearing.is_on


def test_somebody_who_listens_is_there(listener: Listener) -> None:
    visitor = listener.visitor.at_home().touch("Listen")
    for _ in range(5):
        visitor.clock.now += 100
        visitor.window.look_at_clock()
        assert listener.hear_piece()
    assert visitor.is_on(Screen.HOME)
    listener.hear_all()
    visitor.clock.now += 181
    visitor.window.look_at_clock()
    assert visitor.is_on(Screen.ATTRACT)


def test_a_player_that_hangs_does_not_keep_a_session_for_ever(listener: Listener) -> None:
    visitor = listener.visitor.at_home().touch("Listen")
    for _ in range(6):
        visitor.clock.now += 100
        visitor.window.look_at_clock()
    visitor.clock.now += 100
    visitor.window.look_at_clock()
    assert visitor.is_on(Screen.ATTRACT)


def test_are_you_still_there_is_heard_by_whoever_did_not_listen(listener: Listener) -> None:
    visitor, ears = listener.visitor.at_home(), listener.ears
    visitor.clock.now += 150
    visitor.window.look_at_clock()
    visitor.settle()
    assert ears.now == CHIME
    said = listener.hear_all()
    assert "Are you still there?" in said
    visitor.touch_widget(visitor.frame)
    assert ears.now == ""


def test_words_that_come_later_are_said_too(listener: Listener) -> None:
    """Printing changes what stands there by itself."""
    visitor = listener.visitor.at_home()
    listener.ears.outputs.plug("USB headset")
    visitor.settle().steering.go(Screen.SHEET_CHOICE)
    visitor.settle().touch("Only I will see it").touch("Print")
    listener.hear_all()
    assert visitor.maker is not None
    said: list[str] = []
    for _ in range(4):
        visitor.maker.look_at_printer()
        visitor.settle().window.look_at_clock()
        said += listener.hear_all()
    assert visitor.say("Your sheet is being printed…") in said
    assert visitor.say("Your sheet is ready. Take it with you.") in said


def test_the_first_screen_invites_each_language_in_turn(
    open_kiosk: OpenKiosk, runner: JobRunner
) -> None:
    profile = replace(SPEAKER, invitation_pause_s=60.0)
    listener = open_listener(open_kiosk, runner, profile)
    visitor, ears = listener.visitor, listener.ears
    for expected in ("en", "fr", "es", "en"):
        ears.forget()
        visitor.clock.now += 61
        visitor.window.look_at_clock()
        visitor.settle()
        listener.hear_all()
        assert set(ears.languages) == {expected}
        visitor.clock.now += 30
        visitor.window.look_at_clock()
        assert ears.now == ""
    visitor.clock.now += 61
    visitor.window.look_at_clock()
    visitor.settle()
    assert ears.now
    visitor.touch_words("Français")
    assert ears.now == ""
    ears.forget()
    visitor.clock.now += 100
    visitor.window.look_at_clock()
    visitor.settle()
    assert ears.heard == []


@pytest.mark.parametrize(
    ("language", "size"), [("en", LANDSCAPE), ("km", LANDSCAPE), ("ar", PORTRAIT)]
)
def test_the_bar_fits_on_low_screens_with_large_words(
    open_kiosk: OpenKiosk, runner: JobRunner, language: str, size: tuple[int, int]
) -> None:
    listener = open_listener(open_kiosk, runner, size=size, languages=())
    visitor = listener.visitor
    size_and_sound: dict[str, Any] = {
        "text_size": TextSize.LARGEST,
        "hearing": Hearing(is_on=True),
    }
    for screen in (Screen.HOME, Screen.SOUND, Screen.COMPLAINT):
        visitor.at_home(language=language, **size_and_sound).open(screen)
        assert visitor.frame.bar is not None
        assert_fits(visitor)
