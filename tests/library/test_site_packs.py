"""A site's own layer: it adds, hides and replaces entries, but never touches the safety core."""

import json
import sqlite3
from pathlib import Path

import pytest

from kiosk.core.ids import EntryRef, LanguageTag
from kiosk.core.kinds import NoticePlace, PackKind
from kiosk.library import Library
from tests.factories.packs import RELEASED, World, topic

EN = LanguageTag("en")
PAGE, CORE = EntryRef("common/page"), EntryRef("common/core")
OWN = {"topics/own.md": topic("own", "The page of this site", "Open on Mondays.")}


@pytest.fixture
def below(tmp_path: Path) -> World:
    """A page for all and a page of the safety core."""
    world = World(tmp_path)
    common = {
        "topics/page.md": topic("page", "The page of all", "For everybody."),
        "topics/core.md": topic(
            "core", "In danger", "Call.", section="safety", more="safety_core = true\n"
        ),
    }
    world.add_common(common, languages=["en"])
    return world


def with_site(world: World, more: str = "") -> World:
    world.add("site-here", PackKind.SITE, files=OWN, languages=["en"], more=more)
    return world


def replacing(ref: EntryRef, sha256: str) -> str:
    return f'[[replace]]\nentry = "{ref}"\nwith = "own"\nsha256 = "{sha256}"\n'


def fingerprint(world: World, ref: EntryRef) -> str:
    with world.library() as library:
        return library.fingerprint(ref)


def titles(library: Library) -> dict[str, str]:
    return {str(t.id): t.title.value for t in library.edition(EN, RELEASED).topics}


def force(world: World, **overlay: object) -> None:
    """A site pack from elsewhere: nobody has checked what it wants to hide or replace."""
    connection = sqlite3.connect(world.build() / "site-here.pack")
    for key, value in overlay.items():
        row = (json.dumps(value), key)
        connection.execute("UPDATE pack SET value = ? WHERE key = ?", row)
    connection.commit()
    connection.close()


def test_a_site_adds_pages_after_those_of_the_packs_below(below: World) -> None:
    with with_site(below).library() as library:
        assert list(titles(library)) == [CORE, PAGE, "site-here/own"]


def test_a_site_hides_a_page(below: World) -> None:
    with with_site(below, '[[hide]]\nentry = "common/page"\n').library() as library:
        assert list(titles(library)) == [CORE, "site-here/own"]
        assert library.edition(EN, RELEASED).find(PAGE) is None
        assert not library.search("everybody", EN)


def test_a_replacement_takes_the_name_of_what_it_replaces(below: World) -> None:
    more = replacing(PAGE, fingerprint(below, PAGE))
    with with_site(below, more).library() as library:
        assert titles(library) == {CORE: "In danger", PAGE: "The page of this site"}
        hits = library.search("mondays", EN)
        assert [(hit.id, hit.title) for hit in hits] == [(PAGE, "The page of this site")]
        assert not library.search("everybody", EN)


def test_no_pack_hides_or_replaces_the_safety_core(below: World) -> None:
    sha256 = fingerprint(below, CORE)
    force(
        with_site(below),
        hides=[CORE, "common/notice-protection"],
        replaces={CORE: {"with": "site-here/own", "sha256": sha256}},
    )
    library = Library.open(below.compiled)
    assert titles(library)[CORE] == "In danger"
    assert library.edition(EN, RELEASED).notice(NoticePlace.PROTECTION)
    library.close()


def test_a_replacement_of_words_that_have_changed_since_is_not_shown(below: World) -> None:
    sha256 = fingerprint(below, PAGE)
    newer = topic("page", "The page of all", "For everybody, with news.")
    (below.sources / "common/topics/page.md").write_text(newer, encoding="utf-8")
    force(with_site(below), replaces={PAGE: {"with": "site-here/own", "sha256": sha256}})
    library = Library.open(below.compiled)
    assert titles(library) == {CORE: "In danger", PAGE: "The page of all"}
    library.close()


def test_a_page_is_not_replaced_by_something_else_than_a_page(below: World) -> None:
    sha256 = fingerprint(below, PAGE)
    force(
        with_site(below),
        replaces={PAGE: {"with": "common/question-age", "sha256": sha256}},
        hides=["common/nothing"],
    )
    library = Library.open(below.compiled)
    assert titles(library)[PAGE] == "The page of all"
    library.close()


def test_no_pack_takes_away_a_question_or_a_notice(below: World) -> None:
    force(with_site(below), hides=["common/question-needs", "common/notice-legal-first"])
    library = Library.open(below.compiled)
    edition = library.edition(EN, RELEASED)
    assert edition.question("needs").text
    assert edition.notice(NoticePlace.LEGAL_FIRST)
    library.close()


def test_no_pack_speaks_in_the_name_of_another(below: World) -> None:
    connection = sqlite3.connect(with_site(below).build() / "site-here.pack")
    connection.execute("UPDATE entries SET id = ? WHERE id = 'site-here/own'", (CORE,))
    connection.commit()
    connection.close()
    library = Library.open(below.compiled)
    assert titles(library)[CORE] == "In danger"
    library.close()
