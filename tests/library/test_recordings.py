"""Recordings in compiled packs: heard while their words stand, and only where they may be."""

import sqlite3
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from threading import Thread

import pytest

from kiosk.core.kinds import PackKind, Release
from kiosk.core.languages import LanguageTag
from kiosk.core.speech import Origin, Utterance, utterance_of
from kiosk.library import Library
from kiosk.packs.reading import read_packs
from kiosk.packs.spoken import spoken_texts
from tests.factories.packs import RELEASED, World, topic
from tests.factories.sounds import clip, opus, write_audio
from tests.library.conftest import NOT_KNOWN, make_world

EN, FR = LanguageTag("en"), LanguageTag("fr")
FEAR = "Talk to a lawyer first."
NOTICE = "Notice protection."
LIST = "Advice for 3 years\nHelp with papers"


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Library]:
    """A world where people, machines and a site have spoken."""
    world = make_world(tmp_path_factory.mktemp("spoken"))
    common, spain = world.sources / "common", world.sources / "host-es"
    write_audio(common, "en.toml", clip("avrr/list", LIST, "en"))
    drafts = [("fear/summary", FEAR), ("avrr/title", "Going back with help"), ("avrr/list", LIST)]
    (summary,) = [
        one.utterance.text
        for one in spoken_texts(read_packs([common])[0], EN)
        if one.of == "avrr/summary"
    ]
    assert "450" in summary
    drafts += [("avrr/summary", summary)]
    text = "".join(clip(of, words, "en", origin="synthetic") for of, words in drafts)
    write_audio(common, "drafts/drafts-en.toml", text, sound=opus(0.9))
    write_audio(spain, "en.toml", clip("jobs/name", "Job office", "en"))
    files = {
        "topics/desk.md": topic("desk", "Our desk", NOTICE),
    }
    world.add("site-x", PackKind.SITE, files=files)
    site = clip("desk/title", "Our desk", "en") + clip("desk/summary", NOTICE, "en")
    write_audio(world.sources / "site-x", "en.toml", site)
    with world.library(NOT_KNOWN) as library:
        yield library


def find(library: Library, text: str, release: Release = Release.DEMO) -> Origin | None:
    found = library.recordings(release).find(Utterance(text, EN))
    return found.origin if found else None


def test_what_is_on_the_screen_finds_its_recording(spoken: Library) -> None:
    page = spoken.edition(EN, RELEASED).topics.find("common/avrr")
    assert page is not None
    found = spoken.recordings().find(utterance_of(page.blocks[1]))

    assert found is not None
    assert found.opus == opus()
    assert found.origin is Origin.RECORDED


def test_a_person_is_heard_before_a_machine(spoken: Library) -> None:
    assert find(spoken, LIST) is Origin.RECORDED
    assert find(spoken, "Going back with help") is Origin.SYNTHETIC
    assert find(spoken, "Job office") is Origin.RECORDED
    assert find(spoken, "Nobody said this.") is None


def test_a_value_that_is_hidden_by_now_silences_its_recording(spoken: Library) -> None:
    recordings = spoken.recordings()

    def heard(day: date) -> bool:
        page = spoken.edition(EN, day).topics.find("common/avrr")
        assert page is not None
        return recordings.find(utterance_of(page.summary)) is not None

    assert heard(RELEASED)
    assert not heard(date(2027, 6, 1))


def test_in_the_field_no_machine_speaks_of_safety(spoken: Library) -> None:
    assert find(spoken, FEAR) is Origin.SYNTHETIC
    assert find(spoken, FEAR, Release.FIELD) is None
    assert find(spoken, "Going back with help", Release.FIELD) is Origin.SYNTHETIC
    assert find(spoken, LIST, Release.FIELD) is Origin.RECORDED


def test_a_site_speaks_for_itself_but_not_for_the_safety_core(spoken: Library) -> None:
    assert find(spoken, "Our desk") is Origin.RECORDED
    assert find(spoken, NOTICE) is None


def test_languages_are_those_with_a_recording(spoken: Library, library: Library) -> None:
    assert spoken.recordings().languages == {EN}
    assert library.recordings().languages == set()


def test_recordings_are_found_while_others_read(spoken: Library) -> None:
    recordings = spoken.recordings()
    found: list[bool] = []

    def look() -> None:
        found.extend(recordings.find(Utterance(LIST, EN)) is not None for _ in range(50))

    jobs = [Thread(target=look) for _ in range(3)]
    for job in jobs:
        job.start()
    for _ in range(20):
        spoken.search("work", EN)
    for job in jobs:
        job.join()

    assert found == [True] * 150


def test_a_pack_in_the_name_of_another_is_not_heard(world: World, tmp_path: Path) -> None:
    for path in world.build().iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    words = Utterance(FEAR, EN)
    connection = sqlite3.connect(tmp_path / "host-es.pack")
    connection.execute(
        "INSERT INTO recordings VALUES (?, 'common/fear/summary', 'en', 'recorded', 'x', ?)",
        (words.key, opus()),
    )
    connection.commit()
    connection.close()
    library = Library.open(tmp_path)

    assert library.recordings().find(words) is None
    library.close()


def test_every_text_is_said_as_it_is_shown(world: World, library: Library) -> None:
    edition = library.edition(EN, RELEASED)
    packs = {str(pack.id): pack for pack in read_packs([world.sources])}
    said = {one.of: one for one in spoken_texts(packs["common"], EN)}
    page = edition.topics.find("common/avrr")
    assert page is not None

    assert said["avrr/summary"].utterance == utterance_of(page.summary)
    for block in page.blocks:
        one = said[f"avrr/{block.id}"]
        if one.is_whole(RELEASED):
            assert one.utterance == utterance_of(block)
    assert not said["avrr/inside"].is_whole(RELEASED)
    assert "term-reintegration/synonyms" not in said
    assert said["term-reintegration/meaning"].utterance.language == EN
    french = {one.of for one in spoken_texts(packs["common"], FR)}
    assert french == {"right-leave/title", "fear/title"}
