"""The size budgets of the code."""

import ast
from pathlib import Path

import pytest

from tools.check_sizes import (
    Measured,
    broad_catches,
    file_findings,
    function_findings,
    measure,
    share_findings,
)

PATH = Path("kiosk/core/places.py")


def measured(code: str) -> tuple[Measured, ...]:
    return measure(PATH, ast.parse(code))


def function(name: str, lines: int, *, documented: bool = True) -> str:
    docstring = '    """What it is for."""\n' if documented else "    pass\n"
    return f"def {name}() -> None:\n" + docstring + "    pass\n" * (lines - 2)


@pytest.mark.parametrize(("lines", "found"), [(500, 0), (501, 1)])
def test_a_file_may_have_five_hundred_lines(lines: int, found: int) -> None:
    assert len(list(file_findings(PATH, "x = 1\n" * lines))) == found


@pytest.mark.parametrize("name", ["kiosk/utils.py", "kiosk/common/words.py", "tests/helpers.py"])
def test_a_name_that_says_nothing_is_refused(name: str) -> None:
    (finding,) = file_findings(Path(name), "")
    assert finding.way_out == "name it after what it is about"


@pytest.mark.parametrize(("lines", "found"), [(60, 0), (61, 1)])
def test_a_function_may_have_sixty_lines(lines: int, found: int) -> None:
    (one,) = measured(function("find", lines))
    assert len(list(function_findings(one))) == found


def test_every_argument_and_the_result_are_annotated() -> None:
    (one,) = measured("class A:\n    def find(self, name, *rest, deep: bool, **more): ...\n")
    (finding,) = function_findings(one)
    assert finding.what == "find lacks annotations for name, rest, more, the result"


def test_self_needs_no_annotation_but_the_first_argument_of_a_static_method_does() -> None:
    code = "class A:\n    @staticmethod\n    def find(name) -> None: ...\n"
    (one,) = measured(code)
    assert one.unannotated == ("name",)


def test_two_in_a_hundred_functions_may_be_long() -> None:
    short = "".join(function(f"short_{number}", 3) for number in range(98))
    two_long = function("long_1", 55) + function("long_2", 55)
    assert list(share_findings(measured(short + two_long))) == []
    found = list(share_findings(measured(short + two_long + function("long_3", 55))))
    assert [finding.what.split()[0] for finding in found] == ["long_1", "long_2", "long_3"]


def test_nine_in_ten_public_functions_are_documented() -> None:
    documented = "".join(function(f"documented_{number}", 3) for number in range(9))
    bare = function("bare", 3, documented=False)
    assert list(share_findings(measured(documented + bare))) == []
    found = list(share_findings(measured(documented + bare + bare.replace("bare", "naked"))))
    assert [finding.what.split()[0] for finding in found] == ["bare", "naked"]


def test_private_nested_and_qt_functions_need_no_docstring() -> None:
    code = (
        "def _hidden() -> None: ...\n"
        "def shown() -> None:\n    '''Doc.'''\n    def inner() -> None: ...\n"
        "class _Private:\n    def method(self) -> None: ...\n"
        "class Widget:\n    def paintEvent(self) -> None: ...\n"
    )
    assert [one.name for one in measured(code) if one.public] == ["shown"]


def test_broad_catches_are_found_in_every_form() -> None:
    bodies = ["except:", "except Exception:", "except (OSError, BaseException) as e:"]
    code = "\n".join(f"try:\n    x = 1\n{body}\n    x = 2" for body in bodies)
    narrow = "try:\n    x = 1\nexcept (OSError, ValueError):\n    x = 2\n"
    lines = [finding.line for finding in broad_catches(PATH, ast.parse(code))]
    assert lines == [3, 7, 11]
    assert list(broad_catches(PATH, ast.parse(narrow))) == []
