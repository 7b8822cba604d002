"""No raw literal reaches a widget: whatever a person reads goes through a translator.

Looked at are the calls of the GUI that show text: Qt's own setters and widgets, and every function
or class of `kiosk/gui` and `kiosk/text` with a parameter named like one of `TEXT_PARAMETERS`.
A literal is a string with a letter in it, also as an f-string, a sum, a choice, or a name that is
bound to one in the same file.
"""

import ast
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tools.findings import Finding, report
from tools.tree import ROOT, python_files

TEXT_PARAMETERS = frozenset(
    {"text", "title", "label", "caption", "hint", "message", "placeholder", "accessible_name"}
)
_QT_SETTERS = frozenset(
    {"setText", "setPlainText", "setHtml", "setMarkdown", "setTitle", "setWindowTitle"}
    | {"setLabelText", "setToolTip", "setStatusTip", "setWhatsThis", "setPlaceholderText"}
    | {"setAccessibleName", "setAccessibleDescription", "setPrefix", "setSuffix"}
    | {"setItemText", "setTabText", "setInformativeText", "showMessage"}
)
_QT_WIDGETS = frozenset(
    {"QLabel", "QPushButton", "QToolButton", "QCheckBox", "QRadioButton", "QGroupBox", "QAction"}
)

_CONTAINER_METHODS = frozenset({*dir(list), *dir(dict), *dir(set), *dir(str)}) - {"__init__"}

_WAY_OUT = "pass it through the translator: gettext(…)"


@dataclass
class Shower:
    """A call that shows text: where the text stands among its arguments."""

    positions: set[int] = field(default_factory=set)
    keywords: set[str] = field(default_factory=set)


def qt_showers() -> dict[str, Shower]:
    """Qt's setters and widgets, every position of theirs: `setTabText(1, text)`."""
    return {name: Shower(set(range(3)), {"text"}) for name in _QT_SETTERS | _QT_WIDGETS}


def own_showers(trees: Mapping[Path, ast.Module]) -> dict[str, Shower]:
    """Functions, methods and classes of ours that take text, found by their parameters' names.

    Methods named like those of lists and sets are left out: `names.add("x")` shows nothing.
    """
    found: dict[str, Shower] = {}
    for tree in trees.values():
        for owner in ast.walk(tree):
            class_name = owner.name if isinstance(owner, ast.ClassDef) else ""
            if isinstance(owner, ast.ClassDef):
                _note(found, class_name, _dataclass_fields(owner))
            for node in ast.iter_child_nodes(owner):
                if isinstance(node, ast.FunctionDef) and node.name not in _CONTAINER_METHODS:
                    name = class_name if class_name and node.name == "__init__" else node.name
                    _note(found, name, _parameters(node, bool(class_name)), _keyword_only(node))
    return found


def literal_findings(
    path: Path, tree: ast.Module, showers: Mapping[str, Shower]
) -> Iterator[Finding]:
    """Every literal handed to one of `showers`."""
    bound = _bound_literals(tree)
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        name = getattr(node.func, "attr", getattr(node.func, "id", ""))
        shower = showers.get(name)
        if shower is None:
            continue
        for value in _shown(node, shower):
            if literal := _literal(value, bound):
                what = f"{name}() shows the literal {literal!r}"
                yield Finding(path, value.lineno, what, _WAY_OUT)


def main() -> int:
    """Check every file of the GUI."""
    gui, text = ROOT / "kiosk" / "gui", ROOT / "kiosk" / "text"
    trees = {
        path: ast.parse(path.read_text(encoding="utf-8"), filename=str(path))
        for path in python_files(gui, text)
    }
    showers = own_showers(trees) | qt_showers()
    return report(
        finding
        for path, tree in trees.items()
        if path.is_relative_to(gui)
        for finding in literal_findings(path, tree, showers)
    )


def _note(
    found: dict[str, Shower], name: str, positional: list[str], keyword_only: tuple[str, ...] = ()
) -> None:
    positions = {at for at, one in enumerate(positional) if one in TEXT_PARAMETERS}
    keywords = TEXT_PARAMETERS.intersection((*positional, *keyword_only))
    if keywords:
        shower = found.setdefault(name, Shower())
        shower.positions |= positions
        shower.keywords |= keywords


def _parameters(node: ast.FunctionDef, is_method: bool) -> list[str]:
    static = any(getattr(mark, "id", "") == "staticmethod" for mark in node.decorator_list)
    names = [one.arg for one in (*node.args.posonlyargs, *node.args.args)]
    return names[1:] if is_method and not static else names


def _keyword_only(node: ast.FunctionDef) -> tuple[str, ...]:
    return tuple(one.arg for one in node.args.kwonlyargs)


def _dataclass_fields(node: ast.ClassDef) -> list[str]:
    """The fields of a dataclass or named tuple, which its generated `__init__` takes in order."""
    fields = (one.target for one in node.body if isinstance(one, ast.AnnAssign))
    return [one.id for one in fields if isinstance(one, ast.Name)]


def _shown(call: ast.Call, shower: Shower) -> Iterator[ast.expr]:
    yield from (value for at, value in enumerate(call.args) if at in shower.positions)
    yield from (one.value for one in call.keywords if one.arg in shower.keywords)


def _bound_literals(tree: ast.Module) -> dict[str, str]:
    """Names that the file binds once, and to a literal."""
    stored = Counter(
        node.arg if isinstance(node, ast.arg) else node.id
        for node in ast.walk(tree)
        if isinstance(node, ast.arg)
        or (isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store))
    )
    bound: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None:
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            for target in targets:
                if isinstance(target, ast.Name) and stored[target.id] == 1:
                    bound[target.id] = _literal(node.value, {})
    return bound


def _literal(value: ast.expr, bound: Mapping[str, str]) -> str:
    """The part of `value` that is a literal with a letter in it; empty when there is none."""
    parts: list[ast.expr] = []
    if isinstance(value, ast.Constant):
        return value.value if isinstance(value.value, str) and _has_letter(value.value) else ""
    if isinstance(value, ast.Name):
        return bound.get(value.id, "")
    if isinstance(value, ast.JoinedStr | ast.BoolOp):
        parts = value.values
    elif isinstance(value, ast.BinOp):
        parts = [value.left, value.right]
    elif isinstance(value, ast.IfExp):
        parts = [value.body, value.orelse]
    elif isinstance(value, ast.Call) and isinstance(value.func, ast.Attribute):
        # "Back".upper(), "{count} pages".format(count=2)
        parts = [value.func.value] if isinstance(value.func.value, ast.Constant) else []
    return next(filter(None, (_literal(part, bound) for part in parts)), "")


def _has_letter(text: str) -> bool:
    return any(char.isalpha() for char in text)


if __name__ == "__main__":
    sys.exit(main())
