"""Opening packs: what is not a whole pack of ours is named in one line, with a way out."""

import shutil
import sqlite3
from pathlib import Path

import pytest

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import PackKind
from kiosk.library import Library
from tests.factories.packs import RELEASED, World


@pytest.fixture
def folder(world: World, tmp_path: Path) -> Path:
    """A copy of the compiled packs that a test may spoil."""
    return Path(shutil.copytree(world.build(), tmp_path / "packs"))


def refusal(folder: Path) -> str:
    with pytest.raises(EnvironmentProblem) as caught:
        Library.open(folder)
    return str(caught.value)


def test_packs_say_what_they_are(library: Library) -> None:
    packs = {pack.id: pack for pack in library.packs}
    assert list(packs) == ["common", "host-es", "host-fr", "origin-ec", "origin-sn"]
    ecuador = packs[next(pack for pack in packs if pack == "origin-ec")]
    assert (ecuador.kind, ecuador.country) == (PackKind.ORIGIN, "EC")
    assert (ecuador.version, ecuador.released) == ("2026.11.1", RELEASED)
    assert ecuador.regions == ("EC-P", "EC-G")
    assert len(ecuador.sha256) == 64
    assert library.released == RELEASED


def test_countries_and_languages_come_from_the_packs(library: Library) -> None:
    assert library.hosts == ("ES", "FR")
    assert library.origins == ("EC", "SN")
    assert library.languages == ("en", "fr", "ar", "km")


def test_a_machine_without_packs_is_told_to_set_up(tmp_path: Path) -> None:
    assert "run `make setup`" in refusal(tmp_path)
    assert "run `make setup`" in refusal(tmp_path / "nowhere")


def test_a_file_that_is_no_pack_is_named(folder: Path) -> None:
    (folder / "stray.pack").write_bytes(b"This is not a database. " * 500)
    message = refusal(folder)
    assert "stray.pack" in message
    assert "run `make build`, or copy the pack again" in message
    assert "\n" not in message


def test_an_empty_file_and_a_foreign_database_are_no_packs(folder: Path) -> None:
    (folder / "empty.pack").write_bytes(b"")
    assert "empty.pack: not a pack of this kiosk" in refusal(folder)
    (folder / "empty.pack").unlink()
    connection = sqlite3.connect(folder / "foreign.pack")
    connection.execute("CREATE TABLE pack (key TEXT, value TEXT)")
    connection.close()
    assert "foreign.pack: not a pack of this kiosk" in refusal(folder)


def test_a_pack_cut_short_is_refused_before_anybody_reads_in_it(folder: Path) -> None:
    path = folder / "common.pack"
    path.write_bytes(path.read_bytes()[:-4096])
    message = refusal(folder)
    assert "common.pack" in message
    assert "cut short" in message or "damaged" in message


def test_a_newer_format_says_which_one_this_kiosk_reads(folder: Path) -> None:
    connection = sqlite3.connect(folder / "common.pack")
    connection.execute("UPDATE pack SET value = '3' WHERE key = 'format'")
    connection.commit()
    connection.close()
    assert "pack format 3, this kiosk reads format 2" in refusal(folder)


def test_a_pack_without_a_usable_head_is_refused(folder: Path) -> None:
    connection = sqlite3.connect(folder / "common.pack")
    connection.execute("UPDATE pack SET value = 'soon' WHERE key = 'released'")
    connection.commit()
    connection.close()
    assert "common.pack: a pack without a usable head" in refusal(folder)


def test_one_pack_twice_is_refused(folder: Path) -> None:
    shutil.copy(folder / "common.pack", folder / "old-common.pack")
    message = refusal(folder)
    assert "the pack 'common' is there twice, also in common.pack: remove one" in message


def test_damage_inside_is_named_when_it_is_met(folder: Path) -> None:
    path = folder / "common.pack"
    spoiled = bytearray(path.read_bytes())
    for start in range(4096 * 3, len(spoiled), 4096):
        spoiled[start : start + 64] = b"\xff" * 64
    path.write_bytes(spoiled)
    with pytest.raises(EnvironmentProblem, match=r"common\.pack: damaged"):
        list(Library.open(folder).edition(_english(), RELEASED).topics)


def test_packs_on_a_read_only_disk_leave_nothing_beside_them(folder: Path) -> None:
    before = sorted(path.name for path in folder.iterdir())
    for path in folder.iterdir():
        path.chmod(0o444)
    library = Library.open(folder)
    assert list(library.edition(_english(), RELEASED).topics)
    assert library.search("going", _english())
    assert sorted(path.name for path in folder.iterdir()) == before
    library.close()


def _english() -> LanguageTag:
    return LanguageTag("en")
