"""How full toner, ink and waste boxes are, from the two ways printers tell it.

CUPS and many printers send `marker-names`, `marker-types`, `marker-levels`; others only
`printer-supply` (RFC 3805 values as text). Both are estimates: a level alone never stops a sheet.
"""

import re
from collections.abc import Sequence

from kiosk.printing.printers.conditions import Supply

_UNNAMED = "supply"
_WHOLE_NUMBER = re.compile(r"-?[0-9]{1,9}")


def from_markers(
    names: Sequence[str], types: Sequence[str], untrusted_levels: Sequence[object]
) -> tuple[Supply, ...]:
    """Supplies from the `marker-*` attributes; a negative level means the printer cannot tell."""
    return tuple(
        Supply(
            _at(names, index) or _UNNAMED,
            _percent(level, 100),
            collects_waste="waste" in _at(types, index),
        )
        for index, level in enumerate(untrusted_levels)
    )


def from_printer_supply(untrusted_values: Sequence[str]) -> tuple[Supply, ...]:
    """Supplies from `printer-supply`: `class=…;type=toner;maxcapacity=100;level=75;` each."""
    return tuple(_from_text(value) for value in untrusted_values if "=" in value)


def _from_text(untrusted_value: str) -> Supply:
    pairs = (part.partition("=") for part in untrusted_value.split(";"))
    fields = {name.strip().lower(): value.strip() for name, _, value in pairs}
    name = " ".join(
        word for word in (fields.get("colorantname"), fields.get("type")) if word
    ).replace("unknown ", "")
    return Supply(
        name or _UNNAMED,
        _percent(_number(fields.get("level", "")), _number(fields.get("maxcapacity", "")) or 100),
        collects_waste=fields.get("class", "").lower() == "receptaclethatisfilled",
    )


def _at(values: Sequence[str], index: int) -> str:
    return values[index] if index < len(values) else ""


def _number(text: str) -> int | None:
    return int(text) if _WHOLE_NUMBER.fullmatch(text) else None


def _percent(level: object, capacity: int) -> int | None:
    if not isinstance(level, int) or level < 0 or capacity <= 0:
        return None
    return min(100, level * 100 // capacity)
