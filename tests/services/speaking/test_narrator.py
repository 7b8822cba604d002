"""What is heard: a person before a machine, again at once, and nothing kept after the session."""

from threading import Event, Thread

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.ids import BlockId
from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Recording, Utterance, spoken_text, utterance_of
from kiosk.core.texts import Block, BlockKind, Inline, Text
from kiosk.services.speaking import (
    MemoryRecordings,
    MemoryVoice,
    Narrator,
    NoVoice,
    Origin,
    VoiceError,
)
from tests.factories.sounds import opus

EN, KM = LanguageTag("en"), LanguageTag("km")
STAY = Utterance("You can stay.", EN)
GO = Utterance("You can go.", EN)


def test_a_recording_comes_before_the_voice() -> None:
    voice = MemoryVoice()
    recorded = MemoryRecordings({STAY: Recording(opus(1.5), Origin.RECORDED)})
    narrator = Narrator(recorded, voice)
    stay, go = narrator.clip(STAY), narrator.clip(GO)

    assert stay is not None
    assert stay.origin is Origin.RECORDED
    assert stay.seconds == pytest.approx(1.5, abs=0.05)
    assert go is not None
    assert go.origin is Origin.SYNTHETIC
    assert voice.said == [GO]


def test_a_damaged_recording_is_passed_over() -> None:
    broken = MemoryRecordings({STAY: Recording(opus()[:90], Origin.RECORDED)})
    spoken = Narrator(broken, MemoryVoice()).clip(STAY)

    assert spoken is not None
    assert spoken.origin is Origin.SYNTHETIC
    assert Narrator(broken, NoVoice()).clip(STAY) is None


def test_a_language_is_heard_by_a_voice_or_by_a_recording() -> None:
    words = Utterance("សួស្តី", KM)
    recorded = MemoryRecordings({words: Recording(opus(), Origin.RECORDED)})

    assert Narrator(recorded, MemoryVoice("en")).can_speak(KM)
    assert Narrator(recorded, MemoryVoice("en")).can_speak(EN)
    assert not Narrator(MemoryRecordings(), MemoryVoice("en")).can_speak(KM)
    assert Narrator(recorded, MemoryVoice("en")).clip(Utterance("ទេ", KM)) is None
    assert Narrator(MemoryRecordings(), MemoryVoice()).clip(Utterance(" \n", EN)) is None


def test_again_is_not_spoken_anew_until_the_session_ends() -> None:
    voice = MemoryVoice()
    narrator = Narrator(MemoryRecordings(), voice)
    first = narrator.clip(STAY)

    assert narrator.clip(STAY) is first
    narrator.forget()
    narrator.clip(STAY)
    assert voice.said == [STAY, STAY]


def test_only_the_last_few_are_kept() -> None:
    voice = MemoryVoice()
    narrator = Narrator(MemoryRecordings(), voice)
    many = [Utterance(f"Sentence {number}", EN) for number in range(40)]
    for utterance in many:
        narrator.clip(utterance)
    narrator.clip(many[-1])
    narrator.clip(many[0])

    assert voice.said == [*many, many[0]]


class SlowVoice(MemoryVoice):
    """Speaks when it is told to."""

    def __init__(self) -> None:
        super().__init__()
        self.began, self.may_end = Event(), Event()

    def say(self, utterance: Utterance) -> bytes:
        self.began.set()
        assert self.may_end.wait(10)
        return super().say(utterance)


def test_what_is_being_spoken_when_a_session_ends_is_not_kept() -> None:
    voice = SlowVoice()
    narrator = Narrator(MemoryRecordings(), voice)
    job = Thread(target=narrator.clip, args=(STAY,))
    job.start()
    assert voice.began.wait(10)
    narrator.forget()
    voice.may_end.set()
    job.join()
    narrator.clip(STAY)

    assert voice.said == [STAY, STAY]


def test_a_voice_that_fails_is_told() -> None:
    class Broken(MemoryVoice):
        def say(self, utterance: Utterance) -> bytes:
            raise VoiceError("espeak-ng failed: run `doctor`")

    with pytest.raises(VoiceError):
        Narrator(MemoryRecordings(), Broken()).clip(STAY)


def block(kind: BlockKind, *rows: tuple[str, ...]) -> Block:
    cells = tuple(tuple((Inline(cell),) for cell in row) for row in rows)
    return Block(BlockId("b"), kind, cells, EN)


def test_blocks_are_said_as_they_are_read() -> None:
    marked = Text("Call \u2066112\u2069 now\u200b.", EN)

    assert spoken_text(marked) == "Call 112 now."
    assert spoken_text(block(BlockKind.LIST, ("One",), ("Two",))) == "One\nTwo"
    table = block(BlockKind.TABLE, ("Way", "Time"), ("Boat", "Long"))
    assert spoken_text(table) == "Way, Time\nBoat, Long"
    assert utterance_of(marked).language == EN


@given(text=st.text(max_size=60), marks=st.lists(st.sampled_from("\u2066\u2069\u200b"), max_size=4))
@settings(max_examples=60)
def test_invisible_marks_and_spaces_change_no_key(text: str, marks: list[str]) -> None:
    plain = Utterance(text, EN).key
    marked = "".join(marks) + text.replace(" ", " \u200b ") + "".join(marks)

    assert Utterance(f"  {marked}\n", EN).key == plain
    assert Utterance(text, KM).key != plain
