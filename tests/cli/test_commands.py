"""All commands together: exit codes, one-line errors, any arguments, any folder to start from."""

import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kiosk.app import CONTENT, ROOT
from tests.cli.conftest import Run

COMMANDS = ("kiosk", "sheet", "language-card", "options", "search", "packs", "tour", "doctor")
ONE_PACK = CONTENT / "common"
PAIR = ("--host", "ES", "--origin", "EC", "--lang", "en")


def test_help_names_every_command(run: Run) -> None:
    said = run("--help")

    assert said.code == 0
    assert all(command in said.out for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(run: Run, command: str) -> None:
    said = run(command, "--help")

    assert said.code == 0
    assert "Usage:" in said.out


@pytest.mark.parametrize(
    "command",
    [
        ("kiosk",),
        ("sheet",),
        ("language-card",),
        ("options",),
        ("search",),
        ("tour",),
        ("doctor",),
        ("packs", "check"),
        ("packs", "build"),
        ("packs", "new"),
    ],
)
def test_everything_takes_a_day(run: Run, command: tuple[str, ...]) -> None:
    assert "--as-of" in run(*command, "--help").out
    run(*command, "--as-of", "2026-13-01").refused(2, "2026-13-01", "2026-11-21")


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("fly",), ("fly",)),
        (("--fast",), ("--fast",)),
        (("options",), ("--host",)),
        (("options", *PAIR, "more"), ("more",)),
        (("kiosk", "--window", "big"), ("big", "1080x1920")),
        (("kiosk", "--window", "1x1"), ("320",)),
        (("kiosk", "--lang", "de"), ("de",)),
        (("tour",), ("-o",)),
        (("tour", "-o", "x", "--lang", "tlh"), ("tlh",)),
    ],
)
def test_wrong_use_is_one_line_and_a_way_out(
    run: Run, arguments: tuple[str, ...], words: tuple[str, ...]
) -> None:
    run(*arguments).refused(2, *words)


def test_a_wrong_site_file_is_a_content_problem(run: Run, tmp_path: Path) -> None:
    site = tmp_path / "site.toml"
    site.write_text('tipe = "ngo"')

    run("doctor", "--site", site).refused(1, "site.toml", "type")
    run("kiosk", "--site", tmp_path / "none.toml").refused(3, "none.toml", "--site")


@pytest.mark.parametrize(
    "arguments",
    [
        ("options", *PAIR, "--json"),
        ("sheet", *PAIR, "-o", "s.pdf"),
        ("search", "help", "--lang", "en"),
        ("tour", "-o", "tour"),
        ("doctor", "--json"),
        ("kiosk",),
    ],
)
def test_without_packs_every_command_says_how_to_get_them(
    run: Run, arguments: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("kiosk.app.PACKS", tmp_path / "nothing")
    run(*arguments).refused(3, "make setup")

    assert list(tmp_path.iterdir()) == []


def test_a_damaged_pack_is_an_environment_problem(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "common.pack").write_bytes(b"not a pack" * 100)
    monkeypatch.setattr("kiosk.app.PACKS", tmp_path)

    run("options", *PAIR).refused(3, "common.pack")


words = st.one_of(
    st.sampled_from(
        [
            *("--json", "--host", "ES", "--origin", "EC", "--lang", "en", "ar", "--also", "-o"),
            *("--answers", "--region", "--paper", "--limit", "--as-of", "--strict", "check"),
            *("--site", "--window", "--", "-", "", "x=y", "--lang=", "EC-P", "2026-11-21", "-h"),
        ]
    ),
    st.text(st.characters(exclude_characters="\0", codec="utf-8"), max_size=6),
)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    command=st.sampled_from(["options", "search", "sheet", "fly"]),
    arguments=st.lists(words, max_size=8),
)
def test_any_arguments_end_in_order(
    run: Run,
    command: str,
    arguments: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    said = run(command, *arguments)

    assert said.code in (0, 1, 2, 3)
    if said.code:
        said.refused(said.code)


def test_undecodable_arguments_end_in_order(run: Run, tmp_path: Path) -> None:
    run("options", *PAIR, "--answers", tmp_path / "\udcff.toml").refused(2)
    run("fly\udcff").refused(2)


def test_doctor_tells_what_works_and_what_to_do(run: Run) -> None:
    said = run("doctor", "--json", "--as-of", "2026-11-21")
    document = said.document

    assert set(document) == {"findings"}
    bad = [finding for finding in document["findings"] if finding["health"] == "bad"]
    assert said.code == (3 if bad else 0)
    for finding in document["findings"]:
        assert set(finding) == {"id", "health", "seen", "way_out"}
        assert finding["health"] in ("good", "warning", "bad")
        assert finding["health"] == "good" or finding["way_out"]
    assert said.err == ""
    ids = {finding["id"] for finding in document["findings"]}
    assert {"printer", "sound", "disk", "clock", "font-km", "pack-common"} <= ids


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
@pytest.mark.parametrize(
    "arguments",
    [
        ("options", *PAIR, "--json"),
        ("search", "help", "--lang", "km", "--json"),
        ("packs", "check", "--json"),
        ("doctor", "--json"),
    ],
)
def test_any_day_of_the_calendar_ends_in_order(
    run: Run, arguments: tuple[str, ...], day: str
) -> None:
    said = run(*arguments, "--as-of", day)

    assert said.code in (0, 3)
    assert said.document
    assert said.err == ""


def test_doctor_sees_a_clock_that_is_earlier_than_the_packs(run: Run) -> None:
    said = run("doctor", "--as-of", "2001-01-01")

    assert said.code == 3
    assert "set the clock" in said.out


def test_without_a_display_the_kiosk_writes_a_tour_and_a_sheet(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    monkeypatch.setattr("kiosk.cli.kiosk_window.OUT", out)
    said = run("kiosk", "--lang", "en", "--as-of", "2026-11-21")
    pictures = list((out / "tour").rglob("*.png"))

    assert said.code == 0
    assert "no display" in said.out
    assert str(out / "sheet.pdf") in said.out
    assert (out / "sheet.pdf").read_bytes().startswith(b"%PDF")
    assert len(pictures) >= 20
    assert all(picture.read_bytes().startswith(b"\x89PNG") for picture in pictures)
    assert len(list((out / "tour").glob("*.html"))) == 1


def test_a_tour_that_cannot_be_written_says_so(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("")

    run("tour", "-o", file / "tour", "--lang", "en").refused(3, "file", "-o")


def python(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=cwd,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=100,
    )


def test_the_program_runs_from_any_folder(tmp_path: Path) -> None:
    said = python(str(ROOT / "main.py"), "packs", "check", str(ONE_PACK), "--json", cwd=tmp_path)

    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("{")
    assert list(tmp_path.iterdir()) == []


def test_errors_of_the_program_go_to_standard_error_with_their_exit_code(tmp_path: Path) -> None:
    said = python(str(ROOT / "main.py"), "options", "--host", "Spain", cwd=tmp_path)

    assert said.returncode == 2
    assert said.stdout == ""
    assert said.stderr.count("\n") == 1


def test_a_reader_that_goes_away_is_no_error(tmp_path: Path) -> None:
    main = str(ROOT / "main.py")
    line = f'"{sys.executable}" "{main}" packs check "{ONE_PACK}" | true; exit "${{PIPESTATUS[0]}}"'
    said = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert said.returncode == 0
    assert said.stderr == ""


def test_a_full_disk_is_told_in_one_line(tmp_path: Path) -> None:
    main = str(ROOT / "main.py")
    line = f'"{sys.executable}" "{main}" packs check "{ONE_PACK}" --json > /dev/full'
    said = subprocess.run(
        ["bash", "-c", line], cwd=tmp_path, capture_output=True, text=True, check=False
    )

    assert said.returncode == 3
    assert "No space left" in said.stderr
    assert "bug" not in said.stderr
    assert said.stderr.count("\n") == 1
