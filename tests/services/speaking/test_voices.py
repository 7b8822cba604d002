"""Voices: what they speak, and that nothing said shows in the machine."""

import stat
import struct
import wave
from io import BytesIO
from pathlib import Path

import pytest

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Utterance
from kiosk.services.speaking import (
    EspeakVoice,
    MemoryVoice,
    NoVoice,
    PiperVoice,
    VoiceError,
    open_voice,
)
from kiosk.services.speaking.clips import mend_wav, read_wav, wav_seconds
from kiosk.services.speaking.wording import for_machine

HELLO = Utterance("Bonjour à vous.\nRestez.", LanguageTag("fr"))
UNHEARD = ("ar", "he", "km", "lo", "ps", "ti", "so")


def program(path: Path, body: str) -> Path:
    """A small programme that notes its arguments and what it reads beside itself."""
    path.write_text(f'#!/bin/sh\necho "$@" >> "$0.args"\n{body}\n', encoding="utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return path


def test_espeak_speaks_into_a_wav_whose_header_is_true() -> None:
    wav = EspeakVoice().say(HELLO)

    assert struct.unpack("<I", wav[4:8])[0] == len(wav) - 8
    assert struct.unpack("<I", wav[40:44])[0] == len(wav) - 44
    with wave.open(BytesIO(wav)) as sound:
        assert (sound.getnchannels(), sound.getsampwidth()) == (1, 2)
    assert 1 < wav_seconds(wav) < 6


@pytest.mark.parametrize("tag", ["en", "fr", "es", "pt", "ru", "uk", "ur", "bn", "am", "fa-AF"])
def test_espeak_speaks_what_it_can(tag: str) -> None:
    voice = EspeakVoice()

    assert voice.speaks(LanguageTag(tag))
    assert voice.name(LanguageTag(tag)).startswith("espeak-ng 1.")


@pytest.mark.parametrize("tag", UNHEARD)
def test_espeak_does_not_pretend_to_speak_the_rest(tag: str) -> None:
    voice = EspeakVoice()

    assert not voice.speaks(LanguageTag(tag))
    with pytest.raises(VoiceError) as caught:
        voice.say(Utterance("secret", LanguageTag(tag)))
    assert "secret" not in str(caught.value)


def test_words_reach_espeak_on_standard_input_only(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sound.wav").write_bytes(MemoryVoice().say(HELLO))
    fake = program(
        tmp_path / "espeak-ng",
        'case "$1" in\n--voices) echo head; echo " 5  fr-fr  --/M  F  roa/fr  (fr 5)";;\n'
        f'*) cat > "$0.read"; cat {tmp_path}/sound.wav;;\nesac',
    )
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    voice = open_voice("espeak-ng")
    assert voice.say(HELLO) == MemoryVoice().say(HELLO)
    assert "Bonjour" not in Path(f"{fake}.args").read_text()
    assert "Bonjour à vous." in Path(f"{fake}.read").read_text(encoding="utf-8")


def test_a_voice_that_fails_says_what_to_do_and_not_what_it_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program(
        tmp_path / "espeak-ng",
        'case "$1" in\n--voices) echo head; echo " 5  fr-fr  --/M  F  roa/fr  (fr 5)";;\n'
        "*) cat >&2; exit 3;;\nesac",
    )
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    with pytest.raises(VoiceError) as caught:
        open_voice("espeak-ng").say(HELLO)

    assert "espeak-ng" in str(caught.value)
    assert "Bonjour" not in str(caught.value)


def test_a_machine_without_espeak_says_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))

    assert not open_voice("espeak-ng").speaks(LanguageTag("en"))
    assert not EspeakVoice().speaks(LanguageTag("en"))


def test_piper_speaks_what_its_folder_holds(tmp_path: Path) -> None:
    fake = program(tmp_path / "piper", 'cat > "$0.read"; printf "abcdefgh"')
    for name in ("fr_FR-siwis-medium", "fa_IR-amir-medium"):
        (tmp_path / f"{name}.onnx").write_bytes(b"")
    (tmp_path / "fr_FR-siwis-medium.onnx.json").write_text('{"audio": {"sample_rate": 16000}}')
    voice = open_voice(f"piper:{tmp_path}")

    assert isinstance(voice, PiperVoice)
    spoken = [tag for tag in ("en", "fr", "fa", "fa-AF", "km") if voice.speaks(LanguageTag(tag))]
    assert spoken == ["fr", "fa", "fa-AF"]
    assert read_wav(voice.say(HELLO)) == (b"abcdefgh", 16_000)
    assert "siwis" in Path(f"{fake}.args").read_text()
    assert "Bonjour" not in Path(f"{fake}.args").read_text()
    assert "Bonjour" in Path(f"{fake}.read").read_text(encoding="utf-8")
    assert voice.name(LanguageTag("fr")) == "piper fr_FR-siwis-medium"
    with pytest.raises(VoiceError):
        voice.say(Utterance("x", LanguageTag("km")))


def test_voices_that_are_not_there_say_nothing(tmp_path: Path) -> None:
    for name in ("none", f"piper:{tmp_path}"):
        voice = open_voice(name)
        assert isinstance(voice, NoVoice)
        assert not voice.speaks(LanguageTag("en"))
    with pytest.raises(VoiceError):
        NoVoice().say(HELLO)
    with pytest.raises(EnvironmentProblem, match=r"sound\.voice.*festival"):
        open_voice("festival")


def test_sound_that_is_none_is_refused() -> None:
    for junk in (b"", b"RIFF", MemoryVoice().say(HELLO)[:44]):
        with pytest.raises(ValueError, match=r"WAV|no sound"):
            mend_wav(junk)


def heard(text: str, language: str = "en") -> str:
    return for_machine(Utterance(text, LanguageTag(language)))


def test_phone_numbers_are_read_digit_by_digit_and_amounts_are_not() -> None:
    assert heard("Call +34\u00a0911\u201123 now.") == "Call + 3 4, 9 1 1, 2 3 now."
    assert heard("1 234 567 people in 2026, or 112.") == "1 234 567 people in 2026, or 112."


@pytest.mark.parametrize(
    ("language", "text", "said"),
    [
        ("en", "It gives 450\u00a0EUR, 1\u00a0USD.", "It gives 450 euros, 1 US dollar."),
        ("fr", "2\u202f500,50\u00a0EUR", "2\u202f500,50 euros"),
        ("es", "1.000\u00a0XOF", "1.000 francos CFA de África Occidental"),
        ("en", "2 IOM offices, 3 QQQ", "2 IOM offices, 3 QQQ"),
    ],
)
def test_money_is_called_by_its_name(language: str, text: str, said: str) -> None:
    assert heard(text, language) == said
