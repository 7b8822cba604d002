"""Broken packs of any kind: problem lines, never a traceback, and no compiled pack from errors."""

import shutil
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs import build
from tests.packs.examples import RELEASED, example_files

_FILES = {name: text.encode() for name, text in example_files().items()}
_JUNK = st.sampled_from(
    [
        b"{",
        b"}",
        b"[",
        b"]",
        b'"',
        b"'",
        b"\\",
        b"\n\n",
        b"\0",
        b"\xff",
        b"= []",
        b"= {}",
        b"= 1e999999",
        b"= nan",
        b"9" * 5000,
        b"true",
        b"|",
        b"- ",
        b"    ",
        b"**",
        b"](",
        b"#",
        b"+++\n",
        b"`",
        b"![",
        b"msgid ",
        b"#~ ",
        b"#, fuzzy\n",
        b"\xef\xbb\xbf",
        b"\r",
        b"\xe2\x80\xae",
        b"\\u0000",
        b"[" * 3000,
        b"> " * 200,
        b"\x02klzzwxh:0001\x03",
        b"= 2026-01-01T00:00:00Z",
        b"{#a}\n",
        b"[[fact]]\n",
    ]
)
_VALUES = st.sampled_from(
    [
        b"1",
        b"[]",
        b"{}",
        b'""',
        b"true",
        b"2026-01-01",
        b"[1]",
        b'"x"',
        b'[["a"]]',
        b"{a=1}",
        b"-5",
        b"inf",
        b"[{}]",
        b'[""]',
        b"1.5",
        b"{ id = 3 }",
        b'[{ id = "a" }, { id = "a" }]',
    ]
)


@st.composite
def _broken(draw: st.DrawFn) -> dict[str, bytes]:
    files = dict(_FILES)
    for _ in range(draw(st.integers(1, 3))):
        name = draw(st.sampled_from(sorted(files)))
        files[name] = _mutate(draw, files[name])
    return files


def _mutate(draw: st.DrawFn, data: bytes) -> bytes:
    at = draw(st.integers(0, len(data)))
    match draw(st.sampled_from(["junk", "cut", "byte", "copy", "value"])):
        case "junk":
            return data[:at] + draw(_JUNK) + data[at:]
        case "cut":
            return data[:at] + data[at + draw(st.integers(1, 40)) :]
        case "byte":
            return data[:at] + bytes([draw(st.integers(0, 255))]) + data[at + 1 :]
        case "copy":
            start = draw(st.integers(0, len(data)))
            return data[:at] + data[start : start + 80] + data[at:]
        case _:
            lines = data.split(b"\n")
            row = draw(st.integers(0, len(lines) - 1))
            key, equals, _ = lines[row].partition(b"=")
            lines[row] = key + equals + (draw(_VALUES) if equals else b"")
            return b"\n".join(lines)


@given(_broken())
def test_bad_input_becomes_problem_lines(files: dict[str, bytes]) -> None:
    folder = Path(tempfile.mkdtemp(prefix="packs"))
    try:
        for name, data in files.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
        report = build([folder], folder / "out", RELEASED)
        for problem in report.problems:
            assert "\n" not in str(problem)
            assert problem.line >= 0
            assert problem.way_out
        assert {p.stem for p in folder.glob("out/*")} == set(report.built)
    finally:
        shutil.rmtree(folder)
