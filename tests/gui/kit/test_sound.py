"""Sound: even steps of loudness, the right device, and a real player that needs no device."""

import shutil
import wave
from array import array
from io import BytesIO
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import SoundOutput
from kiosk.core.speech import MOST_VOLUME, Pace, Utterance
from kiosk.gui.kit.sound.chime import chime
from kiosk.gui.kit.sound.loudness import amplitude, gain_db
from kiosk.gui.kit.sound.outputs import (
    MemoryOutputs,
    Output,
    QtOutputs,
    choose_output,
    still_plugged,
)
from kiosk.gui.kit.sound.player import QtPlayer
from kiosk.services.speaking import EspeakVoice
from kiosk.settings import SoundProfile

SPEAKER = SoundProfile(SoundOutput.SPEAKER, headset="usb head")
DEVICES = [("Built-in speaker", b"0"), ("USB Headset", b"1")]


def test_no_step_of_the_volume_startles() -> None:
    gains = [gain_db(step) for step in range(1, MOST_VOLUME + 1)]
    steps = [louder - quieter for quieter, louder in pairwise(gains)]
    assert all(0 < step <= 10 for step in steps)
    assert amplitude(MOST_VOLUME) == 1.0
    assert 0 < amplitude(1) < 0.05
    assert amplitude(0) == amplitude(1)
    assert amplitude(99) == 1.0


def test_a_headset_that_is_plugged_is_used_and_nothing_else() -> None:
    assert choose_output(SPEAKER, DEVICES) == Output("USB Headset", is_private=True, id=b"1")
    assert choose_output(SPEAKER, DEVICES[:1]) == Output("Built-in speaker", False, b"0")


def test_the_default_device_is_used_where_there_is_a_choice() -> None:
    several = [*DEVICES[:1], ("HDMI", b"2")]
    assert choose_output(SPEAKER, several, b"2") == Output("HDMI", is_private=False, id=b"2")


@pytest.mark.parametrize(
    ("profile", "devices"),
    [
        (SoundProfile(SoundOutput.NONE), DEVICES),
        (SPEAKER, []),
        (SoundProfile(SoundOutput.HEADSET, headset="usb head"), DEVICES[:1]),
    ],
)
def test_there_is_no_sound_rather_than_sound_for_all(
    profile: SoundProfile, devices: list[tuple[str, bytes]]
) -> None:
    assert choose_output(profile, devices) is None


def test_a_kiosk_with_nothing_but_a_headset_is_private() -> None:
    found = choose_output(SoundProfile(SoundOutput.HEADSET), DEVICES[:1])
    assert found is not None
    assert found.is_private


def test_plugging_and_pulling_is_told_once(qtbot: QtBot) -> None:
    outputs = MemoryOutputs(SPEAKER, "Built-in speaker")
    with qtbot.waitSignal(outputs.changed):
        outputs.plug("Built-in speaker", "USB Headset")
    assert outputs.current is not None
    assert outputs.current.is_private
    with qtbot.assertNotEmitted(outputs.changed):
        outputs.plug("USB Headset", "HDMI")


def test_a_headset_the_kernel_does_not_know_any_more_is_gone(tmp_path: Path) -> None:
    cards = tmp_path / "cards"
    devices = [("Built-in speaker", b"speaker"), ("My USB Headset Stereo", b"headset")]
    cards.write_text(" 0 [PCH ]: HDA-Intel\n 1 [Headset ]: USB-Audio - My usb headset\n")
    assert still_plugged(SPEAKER, devices, cards) == devices
    cards.write_text(" 0 [PCH ]: HDA-Intel\n")
    assert still_plugged(SPEAKER, devices, cards) == devices[:1]
    cards.unlink()
    assert still_plugged(SPEAKER, devices, cards) == devices[:1]
    alone = SoundProfile(SoundOutput.HEADSET, headset="USB")
    assert still_plugged(alone, devices, cards) == devices


def test_the_chime_has_two_tones_and_no_click() -> None:
    with wave.open(BytesIO(chime())) as found:
        assert found.getnchannels() == 1
        seconds = found.getnframes() / found.getframerate()
        samples = array("h", found.readframes(found.getnframes()))
        rate = found.getframerate()
    assert 0.5 < seconds < 1.0
    assert max(samples) > 8000
    assert abs(samples[0]) < 300
    assert abs(samples[-1]) < 300
    first, second = samples[: int(rate * 0.2)], samples[int(rate * 0.32) : int(rate * 0.52)]
    assert _crossings(first) > _crossings(second) * 1.15


def _crossings(samples: "array[int]") -> int:
    return sum(1 for a, b in pairwise(samples) if a < 0 <= b)


def test_the_real_player_plays_what_the_real_voice_says(qapp: QApplication, qtbot: QtBot) -> None:
    assert shutil.which("espeak-ng"), "tools/setup.sh installs it"
    wav = EspeakVoice().say(Utterance("Yes.", LanguageTag("en")))
    player = QtPlayer()
    player.set_volume(3)
    player.set_pace(Pace.FAST)
    current = QtOutputs(SPEAKER).current
    if current is not None:
        player.use(current)
    with qtbot.waitSignal(player.ended, timeout=5000):
        player.play(wav)
    player.play(wav)
    with qtbot.assertNotEmitted(player.ended, wait=50):
        player.stop()


def test_the_real_player_begins_anew_instead_of_overlapping(
    qapp: QApplication, qtbot: QtBot
) -> None:
    player = QtPlayer()
    ends: list[int] = []
    player.ended.connect(lambda: ends.append(1))
    player.play(chime())
    player.play(chime())
    player.pause()
    player.resume()
    qtbot.waitUntil(lambda: bool(ends), timeout=5000)
    assert ends == [1]


def test_what_is_no_sound_is_told(qapp: QApplication, qtbot: QtBot) -> None:
    player = QtPlayer()
    with qtbot.waitSignal(player.failed, timeout=5000):
        player.play(b"this is no sound")
    player.stop()
