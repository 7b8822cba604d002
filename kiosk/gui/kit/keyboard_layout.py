"""Keyboard layouts as data: `resources/keyboards/<tag>.toml`, one file per language.

`rows` and `shifted` are lists of strings with keys separated by spaces; a key may be more than one
character. Nothing is learned and nothing predicted.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

from kiosk.core.errors import ContentError
from kiosk.core.languages import LanguageTag

_KEYS = {"rows", "shifted"}


@dataclass(frozen=True)
class KeyboardLayout:
    """The keys of one language; `shifted` is empty where there is no second layer."""

    tag: LanguageTag
    rows: tuple[tuple[str, ...], ...]
    shifted: tuple[tuple[str, ...], ...] = ()


def load_keyboard(folder: Path, tag: LanguageTag) -> KeyboardLayout:
    """The layout of a language, or the English one where there is none for it.

    Raises ContentError when the file says something a layout cannot.
    """
    path = folder / f"{tag}.toml"
    if not path.exists():
        path = folder / "en.toml"
    try:
        untrusted_layout = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise ContentError(f"{path}: this keyboard cannot be read ({error}): mend it") from error
    return _parse(path, tag, untrusted_layout)


def _parse(path: Path, tag: LanguageTag, untrusted_layout: dict[str, object]) -> KeyboardLayout:
    unknown = sorted(set(untrusted_layout) - _KEYS)
    if unknown:
        known = ", ".join(sorted(_KEYS))
        raise ContentError(f"{path}: unknown key {unknown[0]!r}: use {known}")
    rows = _rows(path, untrusted_layout.get("rows", []))
    shifted = _rows(path, untrusted_layout.get("shifted", []))
    if not rows:
        raise ContentError(f"{path}: no `rows`: list the keys of each row")
    return KeyboardLayout(tag, rows, shifted)


def _rows(path: Path, untrusted_rows: object) -> tuple[tuple[str, ...], ...]:
    if not isinstance(untrusted_rows, list):
        raise ContentError(f"{path}: rows are lists of strings: write rows = ['a b c']")
    return tuple(tuple(str(row).split()) for row in untrusted_rows)
