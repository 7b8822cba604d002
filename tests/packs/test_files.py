"""Whatever lies in a folder: a problem line for a person, never a traceback."""

import os
from pathlib import Path

import pytest

from tests.packs.examples import edit, found_in, write_examples


def _rules(folder: Path) -> set[tuple[str, str, int]]:
    return {(p.rule, p.path.name, p.line) for p in found_in(folder)}


def test_a_byte_that_is_not_utf8_is_named_with_its_line(tmp_path: Path) -> None:
    path = write_examples(tmp_path) / "host-es" / "services.toml"
    path.write_bytes(b"# one\n# two\n# caf\xe9\n" + path.read_bytes())
    assert ("not-utf-8", "services.toml", 3) in _rules(tmp_path)


def test_byte_order_mark_and_windows_line_ends_do_no_harm(tmp_path: Path) -> None:
    write_examples(tmp_path)
    for path in tmp_path.rglob("*.*"):
        text = path.read_text(encoding="utf-8").replace("\n", "\r\n")
        path.write_bytes(b"\xef\xbb\xbf" + text.encode())
    assert _rules(tmp_path) == set()


@pytest.mark.parametrize("name", ["services.toml", "topics", "translations/km.po", "pack.toml"])
def test_a_link_is_not_followed(name: str, tmp_path: Path) -> None:
    path = write_examples(tmp_path / "packs") / "host-es" / name
    kept = tmp_path / "elsewhere"
    if path.exists():
        path.rename(kept)
    path.symlink_to(kept)
    assert ("not-a-file", path.name, 0) in _rules(tmp_path / "packs")


@pytest.mark.parametrize("name", ["terms.toml", "pack.toml", "topics/a.md", "translations/km.po"])
def test_a_folder_named_like_a_file_is_no_file(name: str, tmp_path: Path) -> None:
    path = write_examples(tmp_path) / "host-es" / name
    path.unlink(missing_ok=True)
    path.mkdir()
    assert ("not-a-file", path.name, 0) in _rules(tmp_path)


def test_a_file_where_a_folder_belongs(tmp_path: Path) -> None:
    (write_examples(tmp_path) / "origin-ec" / "topics").write_text("x", encoding="utf-8")
    assert ("not-a-file", "topics", 0) in _rules(tmp_path)


def test_a_pipe_is_no_file(tmp_path: Path) -> None:
    os.mkfifo(write_examples(tmp_path) / "host-es" / "terms.toml")
    assert ("not-a-file", "terms.toml", 0) in _rules(tmp_path)


def test_a_file_too_large_is_not_read(tmp_path: Path) -> None:
    path = write_examples(tmp_path) / "host-es" / "terms.toml"
    path.write_bytes(b"#" * 2_000_001)
    assert ("too-large", "terms.toml", 0) in _rules(tmp_path)


def test_tables_nested_too_deep(tmp_path: Path) -> None:
    path = write_examples(tmp_path) / "host-es" / "terms.toml"
    path.write_text("x = " + "[" * 50_000 + "]" * 50_000, encoding="utf-8")
    assert ("toml-syntax", "terms.toml", 1) in _rules(tmp_path)


def test_an_integer_too_long_to_read(tmp_path: Path) -> None:
    edit(write_examples(tmp_path) / "host-es" / "facts.toml", "value = 3", f"value = {'9' * 9999}")
    assert any(rule == "toml-syntax" for rule, _, _ in _rules(tmp_path))


@pytest.mark.parametrize("make", ["empty folder", "nothing there", "a file"])
def test_a_path_without_a_pack(make: str, tmp_path: Path) -> None:
    path = tmp_path / "here"
    if make == "empty folder":
        path.mkdir()
    elif make == "a file":
        path.write_text("x", encoding="utf-8")
    assert _rules(path) == {("no-pack", "here", 0)}


def test_a_pack_without_its_manifest_is_still_read(tmp_path: Path) -> None:
    write_examples(tmp_path)
    (tmp_path / "host-es" / "pack.toml").unlink()
    edit(tmp_path / "host-es" / "services.toml", "run_by", "runby")
    rules = {rule for rule, _, _ in _rules(tmp_path / "host-es")}
    assert {"no-pack", "unknown-key"} <= rules


def test_hidden_files_are_passed_over(tmp_path: Path) -> None:
    (write_examples(tmp_path) / "host-es" / ".notes").write_bytes(b"\xff")
    assert _rules(tmp_path) == set()


def test_a_folder_that_cannot_be_listed_is_named(tmp_path: Path) -> None:
    # Too long a name fails for everybody, also for root.
    path = tmp_path / ("x" * 300)
    assert {rule for rule, _, _ in _rules(path)} == {"no-pack"}


def test_only_the_named_pack_is_reported(tmp_path: Path) -> None:
    write_examples(tmp_path)
    edit(tmp_path / "common" / "rights.toml", "limit =", "limits =")
    assert {p.path.parent.name for p in found_in(tmp_path / "host-es")} == set()
