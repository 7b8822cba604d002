"""Recordings in pack sources: what is wrong with them, and where."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from kiosk.core.languages import LanguageTag
from kiosk.core.problems import Severity
from kiosk.packs import build, check, coverage
from kiosk.packs.reading import read_packs
from kiosk.packs.rules import Rule
from kiosk.packs.spoken import spoken_texts
from tests.factories.sounds import clip, opus, tone, write_audio
from tests.packs.examples import edit, found_in, line_of, write_examples

OF = "apre/coming_back"
FRENCH = "Vous ne pouvez pas revenir vivre ou travailler pendant 3 ans."
GOOD = clip(OF, FRENCH, "fr")


@pytest.fixture
def host(tmp_path: Path) -> Path:
    """The pack host-es of the format page."""
    return write_examples(tmp_path / "content") / "host-es"


def test_a_recording_of_the_words_with_their_values_passes(host: Path) -> None:
    write_audio(host, "fr.toml", GOOD)

    assert found_in(host.parent) == []


@dataclass(frozen=True)
class Break:
    """A list that breaks a rule; the problem stands at the line with `at`, empty: whole file."""

    rule: str
    text: str
    at: str
    name: str = "fr.toml"
    hint: str = ""
    sound: bytes | None = None


BREAKS = [
    Break("audio-language", GOOD, "", name="de.toml"),
    Break("audio-language", GOOD, "", name="drafts/fr.toml", hint="drafts-fr"),
    Break("audio-context", clip("apre/coming_bak", FRENCH, "fr"), "[[clip]]", hint=OF),
    Break("audio-hash", clip(OF, FRENCH, "fr", key="12ab"), "hash ="),
    Break("audio-missing", clip(OF, FRENCH, "fr", "two.opus"), "file ="),
    Break("audio-path", clip(OF, FRENCH, "fr", "../one.opus"), "file ="),
    Break("audio-path", clip(OF, FRENCH, "fr", "/one.opus"), "file ="),
    Break("audio-path", clip(OF, FRENCH, "fr", "one.mp3"), "file ="),
    Break("audio-format", GOOD, "[[clip]]", sound=tone()),
    Break("audio-format", GOOD, "[[clip]]", sound=b"OggS" + bytes(24) + b"OpusHead" + bytes(99)),
    Break("audio-long", GOOD, "[[clip]]", sound=opus(181.0)),
    Break("audio-long", GOOD, "file =", sound=bytes(10_000_001)),
    Break("duplicate-id", GOOD + "\n\n" + GOOD, "[[clip]]"),
    Break("unknown-key", clip(OF, FRENCH, "fr", more='voise = "x"'), "voise", hint="voice"),
    Break("unknown-key", GOOD.replace("[[clip]]", "[[clips]]"), "[[clips]]", hint="clip"),
    Break("missing-key", GOOD.replace("made =", "# made ="), "[[clip]]"),
    Break("unknown-value", clip(OF, FRENCH, "fr", origin="robot"), "origin ="),
    Break("empty-value", GOOD.replace('"somebody"', '""'), "voice ="),
    Break("wrong-type", GOOD.replace('"one.opus"', "1"), "file ="),
    Break("toml-syntax", "[[clip]\n", "[[clip]"),
    Break("audio-origin", GOOD, "origin =", name="drafts/drafts-fr.toml"),
    Break("audio-stale", clip(OF, "Un autre texte.", "fr"), "[[clip]]"),
]


@pytest.mark.parametrize("broken", BREAKS, ids=lambda broken: f"{broken.rule} {broken.name}")
def test_what_is_wrong_is_named_with_its_line(host: Path, broken: Break) -> None:
    path = write_audio(host, broken.name, broken.text, sound=broken.sound)
    found = [one for one in found_in(host.parent) if one.rule == broken.rule]

    assert found, found_in(host.parent)
    assert {one.path for one in found} == {path}
    lines = {n for n, line in enumerate(broken.text.split("\n"), 1) if broken.at in line}
    assert {one.line for one in found} <= (lines if broken.at else {0})
    assert broken.hint in found[0].message + found[0].way_out


def test_every_rule_of_sound_is_broken_here() -> None:
    alone = {"audio-unused", "audio-large"}
    rules = {rule.slug for rule in Rule if rule.slug.startswith("audio-")}

    assert {broken.rule for broken in BREAKS} >= rules - alone


def test_a_sound_file_nobody_names_and_files_that_do_not_belong_are_named(host: Path) -> None:
    write_audio(host, "fr.toml", GOOD)
    (host / "audio" / "left.opus").write_bytes(opus())
    (host / "audio" / "notes.txt").write_text("later")
    found = {one.path.name: one.rule for one in found_in(host.parent)}

    assert found == {"left.opus": "audio-unused", "notes.txt": "unexpected-file"}


def test_links_are_not_followed(host: Path, tmp_path: Path) -> None:
    write_audio(host, "fr.toml", GOOD)
    (tmp_path / "far.opus").write_bytes(opus())
    (host / "audio" / "one.opus").unlink()
    (host / "audio" / "one.opus").symlink_to(tmp_path / "far.opus")

    assert "audio-path" in {one.rule for one in found_in(host.parent)}


def test_a_huge_file_is_a_warning(host: Path) -> None:
    # What trails behind the sound, as tools leave it, makes no sound longer.
    write_audio(host, "fr.toml", GOOD, sound=opus() + bytes(1_100_000))
    found = [one for one in found_in(host.parent) if one.rule == "audio-large"]

    assert [one.severity for one in found] == [Severity.WARNING]


def test_a_changed_value_makes_its_recording_stale_and_keeps_it_out(
    host: Path, tmp_path: Path
) -> None:
    path = write_audio(host, "fr.toml", GOOD)
    edit(host / "facts.toml", "value = 3 ", "value = 5 ")
    report = check([host], date(2026, 11, 21))
    (stale,) = [one for one in report.problems if one.rule == "audio-stale"]

    assert stale.severity is Severity.WARNING
    assert OF in stale.message
    assert stale.line == line_of(path, "[[clip]]")
    (french,) = [row for row in coverage([host]) if row.language == "fr"]
    assert (french.recorded, french.stale_audio) == (0, 1)
    assert french.silent == len(list(spoken_texts(read_packs([host])[0], LanguageTag("fr"))))


def test_a_pack_with_sound_is_the_same_bytes_twice_and_made_again_when_sound_changes(
    host: Path, tmp_path: Path
) -> None:
    write_audio(host, "fr.toml", GOOD)
    build([host.parent], tmp_path / "a")
    build([host.parent], tmp_path / "b")
    first = (tmp_path / "a" / "host-es.pack").read_bytes()

    assert first == (tmp_path / "b" / "host-es.pack").read_bytes()
    assert "host-es" in build([host.parent], tmp_path / "a").unchanged
    (host / "audio" / "one.opus").write_bytes(opus(0.7))
    assert "host-es" in build([host.parent], tmp_path / "a").built
    assert first != (tmp_path / "a" / "host-es.pack").read_bytes()


def test_drafts_do_not_change_what_a_pack_says_it_was_made_of(host: Path) -> None:
    before = read_packs([host])[0]
    draft = clip(OF, FRENCH, "fr", origin="synthetic")
    write_audio(host, "drafts/drafts-fr.toml", draft)
    with_draft = read_packs([host])[0]
    write_audio(host, "fr.toml", GOOD)
    recorded = read_packs([host])[0]

    assert before.sha256 == with_draft.sha256 != recorded.sha256
    assert len({before.sound_sha256, with_draft.sound_sha256, recorded.sound_sha256}) == 3
