"""Keyboard layouts as data: `resources/keyboards/<tag>.toml`, one file per language.

A file holds layers, the one shown first first:

    [[layer]]
    name = "abc"                # what the key says that leads to this layer
    rows = ["q w e", "a s d"]   # keys separated by spaces; a key may be more than one character
    once = true                 # optional: after one letter the first layer comes back

and, for scripts whose letters have a form for each vowel, `orders`: lists of forms like rows, the
plain letter first. Once a plain letter is struck, its forms are offered beside the keys and
replace it. Rows stand from left to right in every language, as on keyboards people know. Nothing
is learned and nothing predicted.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path
from types import MappingProxyType

from kiosk.core.errors import ContentError
from kiosk.core.languages import LanguageTag

_KEYS = {"layer", "orders"}
_LAYER_KEYS = {"name", "rows", "once"}

Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True)
class KeyboardLayer:
    """Keys that are shown together; `once` is true when it stays for one letter only."""

    name: str
    rows: Rows
    once: bool = False

    @property
    def letters(self) -> tuple[str, ...]:
        """What its keys type, row by row."""
        return tuple(chain.from_iterable(self.rows))


@dataclass(frozen=True)
class KeyboardLayout:
    """The keys of one language; `orders` maps a plain letter to all its forms, itself first."""

    tag: LanguageTag
    layers: tuple[KeyboardLayer, ...]
    orders: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    @property
    def letters(self) -> tuple[str, ...]:
        """Everything that can be typed with one touch, or with one more for its form."""
        keys = chain.from_iterable(layer.letters for layer in self.layers)
        return tuple(dict.fromkeys(chain(keys, *self.orders.values())))


def load_keyboard(folder: Path, tag: LanguageTag) -> KeyboardLayout:
    """The layout of a language, or the English one where there is none for it.

    Raises ContentError when the file says something a layout cannot.
    """
    path = folder / f"{tag}.toml"
    if not path.exists():
        path = folder / "en.toml"
    try:
        untrusted_layout = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        said = " ".join(str(error).split())
        raise ContentError(f"{path}: this keyboard cannot be read ({said}): mend it") from error
    return _parse(path, tag, untrusted_layout)


def _parse(path: Path, tag: LanguageTag, untrusted_layout: dict[str, object]) -> KeyboardLayout:
    _refuse_unknown(path, untrusted_layout, _KEYS)
    untrusted_layers = untrusted_layout.get("layer", [])
    if not isinstance(untrusted_layers, list) or not untrusted_layers:
        raise ContentError(f"{path}: no keys: write [[layer]] with a name and rows")
    layers = tuple(_layer(path, untrusted_layer) for untrusted_layer in untrusted_layers)
    forms = _rows(path, untrusted_layout.get("orders", []))
    plain = {letter for layer in layers for letter in layer.letters}
    for row in forms:
        if row[0] not in plain:
            raise ContentError(f"{path}: orders of {row[0]!r}, which is no key: add the key")
    return KeyboardLayout(tag, layers, MappingProxyType({row[0]: row for row in forms}))


def _layer(path: Path, untrusted_layer: object) -> KeyboardLayer:
    if not isinstance(untrusted_layer, dict):
        raise ContentError(f"{path}: a layer is a table: write [[layer]] with a name and rows")
    _refuse_unknown(path, untrusted_layer, _LAYER_KEYS)
    name = untrusted_layer.get("name", "")
    if not isinstance(name, str) or not name.strip():
        raise ContentError(f"{path}: a layer without name: say what its key shows, name = 'abc'")
    once = untrusted_layer.get("once", False)
    if not isinstance(once, bool):
        raise ContentError(f"{path}: once is {once!r} in layer {name!r}: use true or false")
    rows = _rows(path, untrusted_layer.get("rows", []))
    if not rows:
        raise ContentError(f"{path}: no `rows` in layer {name!r}: list the keys of each row")
    return KeyboardLayer(name.strip(), rows, once)


def _refuse_unknown(path: Path, untrusted_table: dict[str, object], known: set[str]) -> None:
    unknown = sorted(set(untrusted_table) - known)
    if unknown:
        raise ContentError(f"{path}: unknown key {unknown[0]!r}: use {', '.join(sorted(known))}")


def _rows(path: Path, untrusted_rows: object) -> Rows:
    if not isinstance(untrusted_rows, list):
        raise ContentError(f"{path}: rows are lists of strings: write rows = ['a b c']")
    rows = tuple(tuple(str(row).split()) for row in untrusted_rows)
    if not all(rows):
        raise ContentError(f"{path}: a row without keys: take it out")
    return rows
