"""The size budgets of the code: short files, short functions, documented, annotated, well named.

They are counted from the syntax tree, docstrings and comments included, because that is what
somebody has to scroll through.
"""

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tools.findings import Finding, report
from tools.tree import ROOT, python_files

FILE_LINES = 500
FUNCTION_LINES = 60
LONG_FUNCTION_LINES = 50
LONG_FUNCTIONS_SHARE = 0.02
DOCUMENTED_SHARE = 0.90
BROAD_CATCHES = 3
EMPTY_NAMES = frozenset({"utils", "helpers", "common", "misc", "manager", "managers"})

_Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass(frozen=True)
class Measured:
    """One function: `lines` from its `def` to its end, decorators left out."""

    path: Path
    line: int
    name: str
    lines: int
    public: bool
    documented: bool
    unannotated: tuple[str, ...]


def file_findings(path: Path, text: str) -> Iterator[Finding]:
    """A file that is too long or whose name says nothing."""
    lines = len(text.splitlines())
    if lines > FILE_LINES:
        what = f"the file has {lines} lines, {FILE_LINES} are allowed"
        yield Finding(path, lines, what, "split it along what changes together")
    if EMPTY_NAMES.intersection(path.with_suffix("").parts):
        yield Finding(path, 0, "the module's name says nothing", "name it after what it is about")


def measure(path: Path, tree: ast.Module) -> tuple[Measured, ...]:
    """All functions and methods of a module; those inside functions count as private."""
    return tuple(_functions(path, tree, public=True))


def function_findings(measured: Measured) -> Iterator[Finding]:
    """A function that is too long or not fully annotated."""
    if measured.lines > FUNCTION_LINES:
        what = f"{measured.name} has {measured.lines} lines, {FUNCTION_LINES} are allowed"
        yield Finding(measured.path, measured.line, what, "split it into steps with names")
    if measured.unannotated:
        what = f"{measured.name} lacks annotations for {', '.join(measured.unannotated)}"
        yield Finding(measured.path, measured.line, what, "annotate it")


def share_findings(functions: tuple[Measured, ...]) -> Iterator[Finding]:
    """Budgets over the whole code: long functions, documented public functions.

    When a budget is broken every function that counts against it is named.
    """
    long = [one for one in functions if one.lines > LONG_FUNCTION_LINES]
    if len(long) > LONG_FUNCTIONS_SHARE * len(functions):
        budget = f"over {LONG_FUNCTIONS_SHARE:.0%} of all functions are that long"
        for one in long:
            what = f"{one.name} has {one.lines} lines and {budget}"
            yield Finding(one.path, one.line, what, f"bring it to {LONG_FUNCTION_LINES} or less")
    public = [one for one in functions if one.public]
    bare = [one for one in public if not one.documented]
    if len(public) - len(bare) < DOCUMENTED_SHARE * len(public):
        budget = f"less than {DOCUMENTED_SHARE:.0%} of all public functions are documented"
        for one in bare:
            what = f"{one.name} has no docstring and {budget}"
            yield Finding(one.path, one.line, what, "say in one sentence what it does")


def broad_catches(path: Path, tree: ast.Module) -> Iterator[Finding]:
    """Every `except` that catches anything."""
    for node in ast.walk(tree):
        if isinstance(node, ast.ExceptHandler) and _is_broad(node.type):
            what = f"catches everything, and the program has more than {BROAD_CATCHES} of these"
            yield Finding(path, node.lineno, what, "catch what you can answer")


def main() -> int:
    """Check the program, its tools and its tests; shares and catches count the program only."""
    findings: list[Finding] = []
    functions: list[Measured] = []
    catches: list[Finding] = []
    for path in python_files(ROOT / "kiosk", ROOT / "main.py", ROOT / "tools", ROOT / "tests"):
        text = path.read_text(encoding="utf-8")
        tree = ast.parse(text, filename=str(path))
        measured = measure(path, tree)
        findings.extend(file_findings(path.relative_to(ROOT), text))
        findings.extend(finding for one in measured for finding in function_findings(one))
        if not path.is_relative_to(ROOT / "tests"):
            functions.extend(measured)
            catches.extend(broad_catches(path, tree))
    findings.extend(share_findings(tuple(functions)))
    if len(catches) > BROAD_CATCHES:
        findings.extend(catches)
    return report(findings)


def _functions(path: Path, parent: ast.AST, *, public: bool) -> Iterator[Measured]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, _Function):
            open_to_all = public and not node.name.startswith("_")
            yield _measured(path, node, isinstance(parent, ast.ClassDef), open_to_all)
            yield from _functions(path, node, public=False)
        else:
            hidden = isinstance(node, ast.ClassDef) and node.name.startswith("_")
            yield from _functions(path, node, public=public and not hidden)


def _measured(path: Path, node: _Function, is_method: bool, public: bool) -> Measured:
    return Measured(
        path=path,
        line=node.lineno,
        name=node.name,
        lines=(node.end_lineno or node.lineno) - node.lineno + 1,
        public=public and not _is_overload(node) and not _is_qt_override(node.name),
        documented=ast.get_docstring(node) is not None,
        unannotated=tuple(_unannotated(node, is_method)),
    )


def _unannotated(node: _Function, is_method: bool) -> Iterator[str]:
    arguments = [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]
    static = any(getattr(mark, "id", "") == "staticmethod" for mark in node.decorator_list)
    if is_method and not static:
        arguments = arguments[1:]
    arguments.extend(star for star in (node.args.vararg, node.args.kwarg) if star)
    yield from (argument.arg for argument in arguments if argument.annotation is None)
    if node.returns is None:
        yield "the result"


def _is_overload(node: _Function) -> bool:
    return any(getattr(mark, "id", "") == "overload" for mark in node.decorator_list)


def _is_qt_override(name: str) -> bool:
    """Ours are snake_case; a camelCase method answers to Qt, whose manual documents it."""
    return name != name.lower()


def _is_broad(caught: ast.expr | None) -> bool:
    if caught is None:
        return True
    names = caught.elts if isinstance(caught, ast.Tuple) else [caught]
    return any(getattr(name, "id", "") in {"Exception", "BaseException"} for name in names)


if __name__ == "__main__":
    sys.exit(main())
