"""`packs check`, `build` and `new` from the command line."""

from pathlib import Path

import pytest

from kiosk.app import CONTENT
from tests.cli.conftest import Run

PROBLEM_KEYS = {"path", "line", "rule", "severity", "message", "way_out"}


@pytest.fixture
def pack(run: Run, tmp_path: Path) -> Path:
    """A pack just begun."""
    folder = tmp_path / "origin-pe"
    assert run("packs", "new", folder, "--kind", "origin", "--country", "PE").code == 0
    return folder


def test_the_shipped_packs_pass(run: Run) -> None:
    said = run("packs", "check", "--json")

    assert said.code == 0
    assert set(said.document) == {"problems", "packs"}
    assert {"common", "host-es", "origin-kh"} <= set(said.document["packs"])
    assert not [p for p in said.document["problems"] if p["severity"] == "error"]


def test_a_pack_just_begun_passes(run: Run, pack: Path) -> None:
    said = run("packs", "check", CONTENT / "common", pack)

    assert said.code == 0
    assert "0 errors" in said.out


def test_a_wrong_pack_is_told_by_file_and_line(run: Run, pack: Path) -> None:
    manifest = pack / "pack.toml"
    lines = manifest.read_text().splitlines()
    manifest.write_text("\n".join([*lines, 'ownr = "x"']))
    said = run("packs", "check", pack, "--json")
    problem = next(p for p in said.document["problems"] if "ownr" in p["message"])

    assert said.code == 1
    assert set(problem) == PROBLEM_KEYS
    assert problem["path"].endswith("pack.toml")
    assert problem["line"] == len(lines) + 1
    assert "owner" in problem["message"] + problem["way_out"]
    assert "pack.toml:" in run("packs", "check", pack).out


def test_a_wrong_pack_is_not_built_and_what_stood_there_stays(
    run: Run, pack: Path, tmp_path: Path
) -> None:
    out = tmp_path / "packs"
    assert run("packs", "build", pack, "-o", out).code == 0
    before = (out / "origin-pe.pack").read_bytes()
    (pack / "topics" / "first-topic.md").write_text("+++\nbroken")
    said = run("packs", "build", pack, "-o", out, "--json")

    assert said.code == 1
    assert said.document["built"] == []
    assert said.document["problems"]
    assert (out / "origin-pe.pack").read_bytes() == before
    assert [path.name for path in out.iterdir()] == ["origin-pe.pack"]


def test_building_twice_makes_nothing_new(run: Run, pack: Path, tmp_path: Path) -> None:
    out = tmp_path / "packs"
    first = run("packs", "build", pack, "-o", out, "--json").document
    second = run("packs", "build", pack, "-o", out, "--json").document

    assert (first["built"], first["unchanged"]) == (["origin-pe"], [])
    assert (second["built"], second["unchanged"]) == ([], ["origin-pe"])


def test_expiry_by_the_calendar_is_a_warning_and_with_strict_an_error(run: Run) -> None:
    folder = CONTENT / "host-th"
    common = CONTENT / "common"
    late = ("--as-of", "2031-01-01", "--json")
    warned = run("packs", "check", common, folder, CONTENT / "origin-kh", *late)
    strict = run("packs", "check", common, folder, CONTENT / "origin-kh", "--strict", *late)

    assert warned.code == 0
    assert {p["severity"] for p in warned.document["problems"]} == {"warning"}
    assert strict.code == 1


def test_packs_that_are_not_there_or_cannot_be_written(run: Run, tmp_path: Path) -> None:
    none = run("packs", "check", tmp_path / "none")
    file = tmp_path / "file"
    file.write_text("")

    assert none.code in (1, 2)
    assert "none" in none.out + none.err
    run("packs", "build", CONTENT / "common", "-o", file / "out").refused(3, "file", "-o")
    run("packs", "build", CONTENT / "common", "-o", file).refused(3, "file", "-o")


@pytest.mark.parametrize(
    "arguments",
    [
        ("packs", "new", "Origin Peru", "--kind", "origin", "--country", "PE"),
        ("packs", "new", "origin-pe", "--kind", "origin"),
        ("packs", "new", "origin-pe", "--kind", "origin", "--country", "XX"),
        ("packs", "new", "origin-pe", "--kind", "country"),
        ("packs", "build"),
        ("packs", "chek"),
    ],
)
def test_wrong_use_is_refused(
    run: Run, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(*arguments).refused(2)

    assert list(tmp_path.iterdir()) == []


def test_a_pack_is_not_begun_over_another(run: Run, pack: Path) -> None:
    run("packs", "new", pack, "--kind", "origin", "--country", "PE").refused(2, "origin-pe")
