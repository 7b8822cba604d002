"""`packs audio`: drafts for what nobody recorded, and the list of what to record."""

from pathlib import Path

import pytest

from kiosk.packs import check
from tests.cli.conftest import Run
from tests.factories.packs import RELEASED, World, fact, topic
from tests.factories.sounds import clip, opus, write_audio

FIRST = "Ask before you sign."


@pytest.fixture
def world(tmp_path: Path) -> World:
    """A pack `common` with a page, in English and French."""
    world = World(tmp_path)
    pages = {
        "topics/page.md": topic("page", "A page", FIRST, "{#ban}\nNot for {ban}, {old} or {in}.\n"),
        "facts.toml": fact("ban", "duration", "3", more='unit = "year"\n')
        + fact("old", "number", "9", more='valid_until = 2026-11-30\non_expiry = "hide"\n')
        + fact("in", "number", "7"),
    }
    world.add_common(pages, languages=("en", "fr", "km"))
    world.translate("common", "fr", {"page/title": "Une page", "page/summary": "Demandez."})
    return world


@pytest.fixture
def common(world: World) -> Path:
    """Its folder."""
    return world.sources / "common"


def listed(common: Path) -> str:
    return (common / "audio" / "drafts" / "drafts-fr.toml").read_text(encoding="utf-8")


def test_what_is_translated_is_spoken_marked_and_used(run: Run, common: Path) -> None:
    said = run("packs", "audio", common, "--lang", "fr", "--as-of", str(RELEASED))

    assert said.code == 0
    assert "common fr by espeak-ng" in said.out
    assert "2 made" in said.out
    assert listed(common).count('origin = "synthetic"') == 2
    assert 'voice = "espeak-ng ' in listed(common)
    assert not [one for one in check([common], RELEASED).problems if "audio" in one.rule]
    (french,) = [
        row
        for row in run("packs", "coverage", common, "--json").document
        if row["language"] == "fr"
    ]
    assert (french["recorded"], french["synthetic"], french["silent"]) == (0, 2, 0)


def test_only_what_is_new_is_made_and_what_changed_goes_away(
    run: Run, world: World, common: Path
) -> None:
    command = ("packs", "audio", common, "--lang", "fr", "--json")
    run(*command)
    sounds = set((common / "audio" / "drafts").glob("*.opus"))
    (again,) = run(*command).document
    assert (again["made"], again["kept"], again["removed"]) == (0, 2, 0)
    world.translate("common", "fr", {"page/title": "Une autre page"})
    (changed,) = run(*command).document

    assert (changed["made"], changed["kept"], changed["removed"]) == (1, 1, 1)
    left = set((common / "audio" / "drafts").glob("*.opus"))
    assert len(left) == len(sounds) == len(left & sounds) + 1


def test_what_people_recorded_stays_and_needs_no_draft(run: Run, common: Path) -> None:
    run("packs", "audio", common, "--lang", "fr")
    path = write_audio(common, "fr.toml", clip("page/title", "Une page", "fr"), sound=opus())
    before = path.read_bytes(), (path.parent / "one.opus").read_bytes()
    (report,) = run("packs", "audio", common, "--lang", "fr", "--json").document

    assert (report["recorded"], report["kept"], report["removed"]) == (1, 1, 1)
    assert "page/title" not in listed(common)
    assert before == (path.read_bytes(), (path.parent / "one.opus").read_bytes())


def test_only_safety_leaves_the_rest_silent(run: Run, common: Path) -> None:
    (report,) = run("packs", "audio", common, "--lang", "fr", "--only", "safety", "--json").document

    assert report["made"] == 0
    assert not (common / "audio" / "drafts" / "drafts-fr.toml").exists()


def test_a_value_not_known_on_the_day_is_not_spoken(run: Run, world: World, common: Path) -> None:
    world.translate("common", "fr", {"page/ban": "Pas pendant {ban}, {old} ou {in}."})
    command = ("packs", "audio", common, "--lang", "fr", "--json")
    (later,) = run(*command, "--as-of", "2027-01-01").document
    assert (later["made"], later["unknown"]) == (2, 1)
    (now,) = run(*command, "--as-of", str(RELEASED)).document

    assert (now["made"], now["unknown"]) == (1, 0)


def test_the_list_says_what_to_read_aloud(run: Run, common: Path) -> None:
    rows = run("packs", "audio", common, "--lang", "fr", "--list", "--json").document
    (title,) = [row for row in rows if row["of"] == "page/title"]

    assert title["text"] == "Une page"
    assert title["audio"] == "none"
    assert title["hash"] in clip("page/title", "Une page", "fr")
    assert not (common / "audio").exists()
    words = run("packs", "audio", common, "--lang", "fr", "--list").out
    assert "page/title none" in words
    assert "  Une page" in words


def test_a_language_without_a_voice_says_what_to_do(run: Run, common: Path) -> None:
    said = run("packs", "audio", common, "--lang", "km")

    said.refused(3, "Khmer", "record", "--voice piper:/folder")
    assert not (common / "audio").exists()


def test_wrong_wishes_are_one_line(run: Run, common: Path, tmp_path: Path) -> None:
    run("packs", "audio", common, "--lang", "de").refused(2, "no pack has de")
    run("packs", "audio", common, "--lang", "fr", "--voice", "x").refused(3, "x", "espeak-ng")
    nowhere = f"piper:{tmp_path}/none"
    run("packs", "audio", common, "--lang", "fr", "--voice", nowhere).refused(3, "not on this")
    run("packs", "audio", tmp_path / "none", "--lang", "fr").refused(1, "is no folder")
    run("packs", "audio", common).refused(2, "--lang")


def test_drafts_that_cannot_be_written_are_one_line(run: Run, common: Path) -> None:
    (common / "audio").mkdir()
    (common / "audio" / "drafts").write_text("in the way")

    run("packs", "audio", common, "--lang", "fr").refused(1, "drafts", "folder")


def test_doctor_says_by_which_means_each_language_is_heard(run: Run) -> None:
    found = {one["id"]: one for one in run("doctor", "--json").document["findings"]}

    assert found["speech-fr"]["health"] == "good"
    assert "espeak-ng" in found["speech-fr"]["seen"]
    assert found["speech-km"]["health"] == "warning"
    assert "record" in found["speech-km"]["way_out"]


def test_doctor_misses_a_voice_that_is_named_and_not_there(
    run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    found = {one["id"]: one for one in run("doctor", "--json").document["findings"]}

    assert found["voice"]["health"] == "warning"
    assert "install espeak-ng" in found["voice"]["way_out"]
    assert found["speech-en"]["health"] == "warning"
