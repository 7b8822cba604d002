"""Lists of clips and sound files of any kind: problem lines, never a traceback."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.ids import PackId
from kiosk.core.languages import LanguageTag
from kiosk.core.problems import Problems
from kiosk.packs.audio_files import read_sounds
from kiosk.packs.opus_files import seconds_of
from kiosk.packs.source import Manifest
from tests.factories.sounds import clip, opus

_MANIFEST = Manifest(PackId("host-es"), languages=(LanguageTag("en"), LanguageTag("fr")))
_WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
_VALUES = st.one_of(
    _WORDS.map(lambda text: f"'{text}'"),
    st.sampled_from(
        [
            *("1", "[]", "{}", "true", '"../x.opus"', '"a//b.opus"', '"\\u0000.opus"'),
            *(f'"{"f" * 64}"', f'"{"a" * 300}.opus"', "2026-11-21", '".opus"', '"x/.opus"'),
            '"one.opus"',
        ]
    ),
)
_KEYS = st.sampled_from(["of", "hash", "file", "origin", "voice", "made", "fille"])
_TABLES = st.lists(st.tuples(_KEYS, _VALUES), max_size=7).map(
    lambda pairs: "[[clip]]\n" + "".join(f"{key} = {value}\n" for key, value in pairs)
)
_LISTS = st.one_of(_WORDS, st.lists(_TABLES, max_size=3).map("\n".join))


@given(text=_LISTS, name=st.sampled_from(["fr.toml", "xx.toml", "drafts/drafts-en.toml"]))
@settings(deadline=None, max_examples=150)
def test_any_list_gives_problems_or_usable_clips(text: str, name: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        audio = Path(folder) / "audio"
        (audio / "drafts").mkdir(parents=True)
        (audio / "one.opus").write_bytes(opus())
        whole = clip("a/b", "Words", "fr") + text
        (audio / name).write_text(whole, encoding="utf-8", newline="")
        problems = Problems()
        found = read_sounds(Path(folder), _MANIFEST, problems)

        assert all(one.path.resolve().is_relative_to(audio.resolve()) for one in found.clips)
        assert all(problem.message.isprintable() for problem in problems)
        assert problems.errors or found.clips


@given(
    start=st.sampled_from([b"", b"OggS", opus()[:60], opus()]),
    junk=st.binary(max_size=200),
    cut=st.integers(0, 2_000),
)
@settings(deadline=None, max_examples=100)
def test_any_bytes_have_a_length_or_none(start: bytes, junk: bytes, cut: int) -> None:
    with tempfile.NamedTemporaryFile(suffix=".opus") as file:
        file.write((start + junk)[:cut])
        file.flush()
        seconds = seconds_of(Path(file.name))

        assert seconds is None or 0 < seconds < 10_000
