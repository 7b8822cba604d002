"""Lines of keys, whatever stands around them."""

import tomllib

from hypothesis import given
from hypothesis import strategies as st

from kiosk.packs.toml_lines import find_lines

_KEY = st.from_regex(r"[a-z]{1,3}", fullmatch=True)
_STRING = st.sampled_from(
    ['"a"', "'b'", '""', '"""x\n[y]\n# z = 1"""', "'''\nq = {\n'''", '"a # b = [1]"', r'"\"]\\"']
)
_VALUE = st.recursive(
    st.one_of(_STRING, st.sampled_from(["1", "true", "2026-11-21", "1.5", "-7"])),
    lambda inner: st.lists(inner, max_size=3).map(
        lambda items: "[ # c ] =\n" + ",\n".join(items) + "\n]"
    ),
    max_leaves=4,
)


@given(st.lists(st.tuples(_KEY, _VALUE), max_size=8, unique_by=lambda pair: pair[0]))
def test_every_key_is_found_on_its_line(pairs: list[tuple[str, str]]) -> None:
    text = "# first\n\n"
    wanted = {}
    for key, value in pairs:
        wanted[key] = text.count("\n") + 1
        text += f"{key} = {value} # tail\n"
    assert set(tomllib.loads(text)) == set(wanted)
    lines = find_lines(text)
    assert {key: lines.at(key) for key in wanted} == wanted


def test_tables_lists_and_inline_tables() -> None:
    text = """\
a.b = 1
[[case]]
id = "x"
[case.answers]
age = "adult"
[[case]]
id = "y"
[case.answers]
needs = [
  "violence", # "]"
  "torture",
]
[case."expect"]
list = [ { id = "p" },
  { id = "q", text = "{" } ]
"""
    tomllib.loads(text)
    lines = find_lines(text)
    assert lines.at("a", "b") == 1
    assert lines.at("case", 0) == 2
    assert lines.at("case", 0, "answers", "age") == 5
    assert lines.at("case", 1) == 6
    assert lines.at("case", 1, "answers", "needs", 1) == 11
    assert lines.at("case", 1, "expect", "list", 1, "text") == 15
    assert lines.at("case", 1, "nothing", "here") == 6


@given(st.text(alphabet="ab=[]{}\"'#\n, .", max_size=60))
def test_the_scanner_ends_on_anything(text: str) -> None:
    assert find_lines(text).at("a") >= 1
