"""A file is there whole or as it was before, and nothing else lies beside it."""

from pathlib import Path

import pytest

from kiosk.whole_file import write_whole


def test_what_stood_there_is_replaced(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    for data in (b"one", b"", b"three"):
        write_whole(path, data)
        assert {file.name: file.read_bytes() for file in tmp_path.iterdir()} == {"a.toml": data}


def test_what_an_interrupted_write_left_is_in_nobodys_way(tmp_path: Path) -> None:
    path = tmp_path / "a.toml"
    (tmp_path / ".a.toml.new").write_bytes(b"half")
    write_whole(path, b"whole")

    assert [file.name for file in tmp_path.iterdir()] == ["a.toml"]


def test_a_link_laid_in_the_way_is_not_followed(tmp_path: Path) -> None:
    other, path = tmp_path / "other", tmp_path / "a.toml"
    other.write_bytes(b"mine")
    (tmp_path / ".a.toml.new").symlink_to(other)
    write_whole(path, b"whole")

    assert other.read_bytes() == b"mine"
    assert path.read_bytes() == b"whole"


@pytest.mark.parametrize("name", ["folder", "folder/..", "none/a.toml", "file/a.toml", "n" * 300])
def test_a_place_that_takes_no_file_stays_as_it_was(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").write_bytes(b"mine")
    with pytest.raises(OSError, match=r"\w"):
        write_whole(tmp_path / name, b"whole")

    assert sorted(file.name for file in tmp_path.rglob("*")) == ["file", "folder"]
