"""The page on the format says what the code does."""

from kiosk.core.entries import ENTRY_TYPES
from kiosk.core.problems import Severity
from kiosk.core.schema import fields_of
from kiosk.packs.files import FILE_NAMES, FOLDERS
from kiosk.packs.rules import Rule
from tests.packs.examples import DOC, example_files

_PAGE = DOC.read_text(encoding="utf-8")


def test_every_rule_stands_in_the_table() -> None:
    rows = [line for line in _PAGE.split("## Every rule")[1].splitlines() if line.startswith("| `")]
    wanted = []
    for rule in Rule:
        note = " (warning)" if rule.severity is Severity.WARNING else ""
        wanted.append(f"| `{rule.slug}` | {rule.meaning}{note} | {rule.way_out} |")
    assert rows == wanted


def test_every_field_of_every_entry_stands_on_the_page() -> None:
    missing = {
        f"{kind.value}.{spec.name}"
        for kind, entry_type in ENTRY_TYPES.items()
        for spec in fields_of(entry_type)
        if f"{spec.name} =" not in _PAGE
        and f"`{spec.name}`" not in _PAGE
        and f"[[{spec.name}]]" not in _PAGE
    }
    assert missing == {"topic.blocks"}


def test_every_file_stands_on_the_page() -> None:
    assert all(f"  {name}" in _PAGE for name in FILE_NAMES)
    assert all(f"  {folder}/" in _PAGE for folder in FOLDERS)
    assert {"host-es/pack.toml", "common/rights.toml"} <= set(example_files())
