"""One TOML table read against a dataclass of `kiosk.core`: the record, its texts and references.

What is wrong goes to the problems with its line; reading goes on, so that one run names everything.
"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from typing import Any, Final

from kiosk.core.countries import COUNTRIES
from kiosk.core.ids import PackId, entry_ref, is_slug
from kiosk.core.languages import LANGUAGES, find_language
from kiosk.core.problems import Problems
from kiosk.core.schema import FieldKind, FieldSpec, fields_of, text_context
from kiosk.packs.files import TomlFile
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import Message, Place, Reference
from kiosk.packs.toml_lines import Path

MAX_INTEGER = 10**12
FACT_ID = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
_ITEM_ID = re.compile(r"[a-z0-9]+(?:[-_][a-z0-9]+)*")
_SPACES = re.compile(r"[ \t\n]+")
_BIDI_OVERRIDES = "\u202a\u202b\u202c\u202d\u202e"
_REFUSED_CATEGORIES = ("Cc", "Cs", "Co", "Zl", "Zp")
_EMOJI = "\U0001f000-\U0001faff"
_REFUSED = re.compile(
    f"[{_BIDI_OVERRIDES}{_EMOJI}\ufeff\ufff9-\ufffd\U000e0000-\U000e007f]"
    "|[\ufdd0-\ufdef\ufffe\uffff]"
)
_UNSEEN_CATEGORIES = ("Cc", "Cf", "Zs", "Zl", "Zp", "Mn")

_NAMES: Mapping[type, str] = {
    str: "text in quotes",
    bool: "true or false",
    int: "a whole number",
    Decimal: "a number",
    datetime: "a date with a time",
    time: "a time of day",
    date: "a date",
    list: "a list",
    dict: "a table",
}

# Other tags that people write for languages we know; some are one letter away from a wrong one.
_OTHER_TAGS: Mapping[str, str] = {
    "prs": "fa-AF",
    "dari": "fa-AF",
    "kmr": "ku",
    "sorani": "ckb",
    "pus": "ps",
    "iw": "he",
    "zh": "zh-Hans",
    "zh-cn": "zh-Hans",
    "tzm": "zgh",
    "ber": "zgh",
    "fuc": "ff",
}


class _Missing(Enum):
    VALUE = "no usable value"


MISSING: Final = _Missing.VALUE


@dataclass
class Reading:
    """What reading tables of one pack has found so far."""

    pack: PackId
    problems: Problems
    messages: list[Message] = field(default_factory=list)
    references: list[Reference] = field(default_factory=list)
    is_valid: bool = True

    def fail(self, rule: Rule, place: Place, message: str, way_out: str = "") -> None:
        """Record a problem and that what is being read is not usable."""
        self.problems.add(rule.problem(place.path, place.line, message, way_out))
        self.is_valid = False


def fold_spaces(text: str) -> str:
    """The text on one line with single spaces; no-break spaces stay."""
    return _SPACES.sub(" ", text).strip(" ")


def control_characters(text: str) -> list[str]:
    """Characters no text may hold: controls but the line end, bidi embeddings, stray marks.

    Stray are byte order marks, tags, replacement characters, separators of lines, and what our
    fonts cannot draw, so that a sheet would be refused: private and never assigned characters,
    coloured pictures.
    """
    if text.isprintable() and text.isascii():
        return []
    return [
        char
        for char in text
        if (unicodedata.category(char) in _REFUSED_CATEGORIES and char not in "\n\t")
        or _REFUSED.fullmatch(char)
    ]


def is_blank(text: str) -> bool:
    """True when nothing of the text can be seen: spaces and invisible marks at most."""
    return all(unicodedata.category(char) in _UNSEEN_CATEGORIES for char in text)


def type_name(value: object) -> str:
    """What a value is, in words of the format."""
    return _NAMES.get(type(value), type(value).__name__)


class TableReader:
    """Reads the tables of one file."""

    def __init__(self, file: TomlFile, reading: Reading) -> None:
        """Read from `file` into `reading`."""
        self._file = file
        self._reading = reading

    def place(self, *path: str | int) -> Place:
        """Where something in the file stands."""
        return Place(self._file.path, self._file.line(*path))

    def read(
        self,
        record_type: type[Any],
        table: Mapping[str, Any],
        path: Path,
        context: str,
        *,
        extra: Iterable[str] = (),
        omit: Iterable[str] = (),
    ) -> dict[str, Any]:
        """The record of a table. `extra` keys are known but read elsewhere; `omit` may not stand.

        `path` is where the table stands in the file, `context` its place among the translations.
        """
        left_out = {*extra, *omit}
        specs = [spec for spec in fields_of(record_type) if spec.name not in left_out]
        self._refuse_unknown(table, {spec.name for spec in specs} | set(extra), path)
        record: dict[str, Any] = {}
        for spec in specs:
            if spec.name in table:
                value = self._field(spec, table[spec.name], (*path, spec.name), context)
                if value is not MISSING:
                    record[spec.name] = value
            elif spec.required:
                self._fail(
                    Rule.MISSING_KEY, path, f"{spec.name} is missing", f"add {spec.name} = …"
                )
        return record

    def tables(self, key: str, path: Path = ()) -> list[tuple[Mapping[str, Any], Path]]:
        """The tables of `[[key]]` with their paths; a problem when `key` is something else."""
        found: Any = self._file.data
        for step in (*path, key):
            found = found[step] if isinstance(step, int) else found.get(step, [])
        path = (*path, key)
        if not isinstance(found, list):
            self._fail(Rule.WRONG_TYPE, path, f"{key} is {type_name(found)}", f"write [[{key}]]")
            return []
        tables: list[tuple[Mapping[str, Any], Path]] = []
        for index, item in enumerate(found):
            if isinstance(item, dict):
                tables.append((item, (*path, index)))
            else:
                message = f"{key} holds {type_name(item)}"
                self._fail(Rule.WRONG_TYPE, (*path, index), message, f"write [[{key}]]")
        return tables

    def only_tables(self, *keys: str) -> None:
        """Report every top-level key of the file that is not one of `keys`."""
        self._refuse_unknown(self._file.data, set(keys), ())

    def slug(self, table: Mapping[str, Any], path: Path) -> str | None:
        """The id of a table, or None with a problem."""
        untrusted = table.get("id")
        if untrusted is None:
            self._fail(Rule.MISSING_KEY, path, "id is missing", 'add id = "…"')
        elif not isinstance(untrusted, str):
            self._fail(Rule.WRONG_TYPE, (*path, "id"), f"id is {type_name(untrusted)}")
        elif not is_slug(untrusted) or len(untrusted) > 80:
            self._fail(Rule.BAD_ID, (*path, "id"), f"{quoted(untrusted)} is no id")
        else:
            return untrusted
        return None

    def key_lines(self, table: Mapping[str, Any], path: Path) -> dict[str, int]:
        """The lines of the keys of a table."""
        return {key: self._file.line(*path, key) for key in table}

    def string(self, value: object, path: Path) -> str | None:
        """A text on one line, or None with a problem."""
        if not isinstance(value, str):
            message = f"{_name(path)} is {type_name(value)}, not {_NAMES[str]}"
            self._fail(Rule.WRONG_TYPE, path, message)
            return None
        bad = control_characters(value)
        if bad:
            message = f"{_name(path)} holds U+{ord(bad[0]):04X}"
            self._fail(Rule.CONTROL_CHARACTER, path, message)
            return None
        return fold_spaces(value)

    def _fail(self, rule: Rule, path: Path, message: str, way_out: str = "") -> None:
        self._reading.fail(rule, self.place(*path), message, way_out)

    def _refuse_unknown(self, table: Mapping[str, Any], known: set[str], path: Path) -> None:
        for key in table:
            if key not in known:
                message = f"unknown key {quoted(key)}"
                self._fail(Rule.UNKNOWN_KEY, (*path, key), message, did_you_mean(key, known))

    def _field(self, spec: FieldSpec, value: object, path: Path, context: str) -> Any:
        if not spec.many:
            return self._one(spec, value, path, context)
        if not isinstance(value, list):
            message = f"{spec.name} is {type_name(value)}, not a list"
            self._fail(Rule.WRONG_TYPE, path, message, "put it in [ ]")
            return MISSING
        if spec.required and not value:
            self._fail(Rule.EMPTY_VALUE, path, f"{spec.name} is empty", "name at least one")
        items = [self._one(spec, v, (*path, i), context) for i, v in enumerate(value)]
        if spec.kind is FieldKind.RECORD:
            self._refuse_duplicates(items, path)
        return [item for item in items if item is not MISSING]

    def _refuse_duplicates(self, items: list[Any], path: Path) -> None:
        seen: set[str] = set()
        for index, item in enumerate(items):
            item_id = item.get("id") if isinstance(item, dict) else None
            if item_id in seen:
                message = f"{quoted(item_id)} stands twice in {path[-1]}"
                self._fail(Rule.DUPLICATE_ID, (*path, index), message)
            if item_id is not None:
                seen.add(item_id)

    def _one(self, spec: FieldSpec, value: object, path: Path, context: str) -> Any:
        match spec.kind:
            case FieldKind.BOOLEAN:
                return self._typed(value, bool, path)
            case FieldKind.INTEGER:
                return self._integer(value, path)
            case FieldKind.DATE:
                return self._date(value, path)
            case FieldKind.RECORD:
                return self._record(spec, value, path, context)
            case _:
                text = self.string(value, path)
                return MISSING if text is None else self._word(spec, text, path, context)

    def _typed(self, value: object, wanted: type[Any], path: Path) -> Any:
        if type(value) is wanted:
            return value
        message = f"{_name(path)} is {type_name(value)}, not {_NAMES[wanted]}"
        is_quoted = isinstance(value, str) and wanted is not dict
        way_out = "write it without quotes" if is_quoted else ""
        self._fail(Rule.WRONG_TYPE, path, message, way_out)
        return MISSING

    def _integer(self, value: object, path: Path) -> Any:
        number = self._typed(value, int, path)
        if number is not MISSING and abs(number) > MAX_INTEGER:
            self._fail(Rule.WRONG_TYPE, path, f"{_name(path)} is too large a number")
            return MISSING
        return number

    def _date(self, value: object, path: Path) -> Any:
        day = self._typed(value, date, path)
        return day if day is MISSING else day.isoformat()

    def _record(self, spec: FieldSpec, value: object, path: Path, context: str) -> Any:
        table = self._typed(value, dict, path)
        if table is MISSING or spec.item is None:
            return MISSING
        has_id = any(field.name == "id" for field in fields_of(spec.item))
        if has_id:
            context = text_context(context, spec, self._item_id(table, path))
        return self.read(spec.item, table, path, context)

    def _item_id(self, table: Mapping[str, Any], path: Path) -> str:
        untrusted = table.get("id", "")
        if isinstance(untrusted, str) and _ITEM_ID.fullmatch(untrusted):
            return untrusted
        if untrusted != "":
            self._fail(Rule.BAD_ID, (*path, "id"), f"{quoted(untrusted)} is no id")
        return "?"

    def _word(self, spec: FieldSpec, text: str, path: Path, context: str) -> Any:
        if is_blank(text) and (spec.required or spec.kind is not FieldKind.STRING):
            self._fail(Rule.EMPTY_VALUE, path, f"{_name(path)} is empty")
            return MISSING
        match spec.kind:
            case FieldKind.TEXT:
                own = text_context(context, spec)
                self._reading.messages.append(Message(own, text, self.place(*path)))
                return f"{self._reading.pack}/{own}"
            case FieldKind.CHOICE:
                return self._choice(spec, text, path)
            case FieldKind.COUNTRY:
                known: Iterable[str] = COUNTRIES
                return self._known(text, known, Rule.UNKNOWN_COUNTRY, path)
            case FieldKind.LANGUAGE:
                return self._language(text, path)
            case FieldKind.FACT | FieldKind.SOURCE | FieldKind.ENTRY | FieldKind.REGION:
                return self._reference(spec, text, path)
            case _:
                return text

    def _choice(self, spec: FieldSpec, text: str, path: Path) -> Any:
        assert spec.item is not None
        words = [member.value for member in spec.item]
        return self._known(text, words, Rule.UNKNOWN_VALUE, path)

    def _language(self, text: str, path: Path) -> Any:
        meant = find_language(text)
        tag = meant.tag if meant else _OTHER_TAGS.get(text.casefold())
        if tag in (None, text):
            return self._known(text, LANGUAGES, Rule.UNKNOWN_LANGUAGE, path)
        message = f"{quoted(text)} is not known"
        self._fail(Rule.UNKNOWN_LANGUAGE, path, message, f'write "{tag}"')
        return MISSING

    def _known(self, text: str, known: Iterable[str], rule: Rule, path: Path) -> Any:
        words = set(known)
        if text in words:
            return text
        message = f"{quoted(text)} is not known"
        self._fail(rule, path, message, did_you_mean(text, words))
        return MISSING

    def _reference(self, spec: FieldSpec, text: str, path: Path) -> str:
        place = self.place(*path)
        is_entry = spec.kind is FieldKind.ENTRY
        target = str(entry_ref(self._reading.pack, text)) if is_entry else text
        field_name = str(next(step for step in reversed(path) if isinstance(step, str)))
        self._reading.references.append(Reference(spec.kind, target, field_name, place))
        is_own = spec.kind in (FieldKind.FACT, FieldKind.SOURCE)
        return f"{self._reading.pack}/{text}" if is_own else target


def _name(path: Path) -> str:
    """What a path leads to, in words: a key, or an item of a list."""
    match path:
        case (*_, str(key), int(index)):
            return f"item {index + 1} of {key}"
        case (*_, last):
            return str(last)
        case _:
            return "the file"
