"""Site packs: hide and replace entries of others, and notice when those change."""

from pathlib import Path

import pytest

from kiosk.core.ids import EntryRef
from kiosk.library import Library
from kiosk.packs import build
from tests.packs.examples import edit, found_in, write_examples

_SERVICE = """
[[service]]
id = "desk"
name = "The desk"
type = "jobs"
country = "EC"
run_by = "other"
sources = ["own"]
checked = 2026-11-21
"""
_SOURCE = """
[[source]]
id = "own"
title = "Our opening hours"
publisher = "The desk"
published = "2026"
checked = 2026-11-21
confidence = "official"
"""
_REPLACE = """
[[replace]]
entry = "host-es/sepe"
with = "desk"
sha256 = "{}"
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = write_examples(tmp_path / "content")
    (folder / "site-quito" / "services.toml").write_text(_SERVICE, encoding="utf-8")
    (folder / "site-quito" / "sources.toml").write_text(_SOURCE, encoding="utf-8")
    with (folder / "site-quito" / "pack.toml").open("a", encoding="utf-8") as manifest:
        manifest.write(_REPLACE.format("0" * 64))
    return folder


def _printed_hash(folder: Path) -> str:
    (problem,) = found_in(folder)
    assert problem.rule == "overlay-hash"
    return problem.message.rsplit(" ", 1)[1]


def test_the_check_prints_the_hash_that_the_library_takes(folder: Path, tmp_path: Path) -> None:
    printed = _printed_hash(folder)
    edit(folder / "site-quito" / "pack.toml", "0" * 64, printed)
    assert found_in(folder) == []
    out = tmp_path / "out"
    assert build([folder / n for n in ("host-es", "origin-ec", "site-quito")], out).refused == ()
    (out / "site-quito.pack").unlink()
    assert Library.open(out).fingerprint(EntryRef("host-es/sepe")) == printed


def test_a_change_below_is_noticed(folder: Path) -> None:
    edit(folder / "site-quito" / "pack.toml", "0" * 64, _printed_hash(folder))
    edit(folder / "host-es" / "services.toml", "In the morning.", "In the evening.")
    assert [p.rule for p in found_in(folder)] == ["overlay-hash"]


def test_another_kind_cannot_stand_in(folder: Path) -> None:
    manifest = folder / "site-quito" / "pack.toml"
    edit(manifest, 'entry = "host-es/sepe"\nwith', 'entry = "host-es/apre"\nwith')
    assert [p.rule for p in found_in(folder)] == ["overlay"]


def test_a_replacement_needs_an_entry_of_its_own(folder: Path) -> None:
    edit(folder / "site-quito" / "pack.toml", 'with = "desk"', 'with = "desks"')
    assert [p.rule for p in found_in(folder)] == ["unknown-entry"]
