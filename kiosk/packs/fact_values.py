"""Values of facts: which are canonical for their type, and how numbers are written."""

import re
from datetime import date
from decimal import Decimal
from functools import cache
from urllib.parse import urlsplit

import phonenumbers
from babel.core import Locale

from kiosk.core.facts import FactType
from kiosk.packs.rules import did_you_mean, quoted
from kiosk.packs.tables import control_characters, is_blank, type_name

DURATION_UNITS = ("hour", "day", "week", "month", "year")
MAX_DIGITS = 15

Fault = tuple[str, str]
"""A message and a way out."""

_NUMERIC = (
    FactType.MONEY,
    FactType.NUMBER,
    FactType.PERCENT,
    FactType.DURATION,
    FactType.MEASURE,
)
_EMAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)*\.[A-Za-z]{2,}")
_URL_TEXT = re.compile(r"[!-~]{1,500}")
_HOST = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])")
_SHORT_CODE = re.compile(r"\d{2,6}")


def find_value_fault(fact_type: FactType, untrusted: object) -> Fault | None:
    """What is wrong with a value of a type, or None."""
    if fact_type in _NUMERIC:
        return _number_fault(untrusted)
    if not isinstance(untrusted, str):
        return f"a {fact_type.value} is {type_name(untrusted)}", "write it in quotes"
    if is_blank(untrusted) or control_characters(untrusted) or set("\n\t") & set(untrusted):
        return f"{quoted(untrusted)} is no {fact_type.value}", "write it on one line"
    match fact_type:
        case FactType.PHONE:
            return _phone_fault(untrusted)
        case FactType.DATE:
            return _date_fault(untrusted)
        case FactType.URL:
            return _url_fault(untrusted)
        case FactType.EMAIL if not _EMAIL.fullmatch(untrusted):
            return f"{quoted(untrusted)} is no e-mail address", 'write "name@example.org"'
        case _:
            return None


def find_unit_fault(fact_type: FactType, unit: str) -> Fault | None:
    """What is wrong with a unit for a type, or None."""
    match fact_type:
        case FactType.MONEY:
            known, example = _currencies(), "EUR"
        case FactType.DURATION:
            known, example = frozenset(DURATION_UNITS), "year"
        case FactType.MEASURE:
            known, example = _measures(), "mass-kilogram"
        case FactType.NUMBER if unit:
            return None
        case _:
            return None if not unit else (f"a {fact_type.value} has no unit", "remove it")
    if unit in known:
        return None
    if not unit:
        return f"a {fact_type.value} needs a unit", f'add unit = "{example}"'
    return f"{quoted(unit)} is no unit of a {fact_type.value}", did_you_mean(unit, known)


def write_number(number: int | Decimal) -> str:
    """A number without exponent and trailing zeros: `450`, `2.5`."""
    text = format(Decimal(number), "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def _number_fault(untrusted: object) -> Fault | None:
    if isinstance(untrusted, bool) or not isinstance(untrusted, int | Decimal):
        return f"the value is {type_name(untrusted)}, not a number", "write it without quotes"
    number = Decimal(untrusted)
    if not number.is_finite() or abs(number.adjusted()) >= MAX_DIGITS:
        return "the value is no number a person can read", "write a plain number"
    if number < 0:
        return "the value is below zero", "write a plain number"
    return None


def _phone_fault(untrusted: str) -> Fault | None:
    if _SHORT_CODE.fullmatch(untrusted) and untrusted.isascii():
        return None
    fault = (f"{quoted(untrusted)} is no phone number", 'write "+34911234567" or a short code')
    if not re.fullmatch(r"\+[0-9]{5,16}", untrusted):
        return fault
    try:
        number = phonenumbers.parse(untrusted)
    except phonenumbers.NumberParseException:
        return fault
    if not phonenumbers.is_possible_number(number):
        return f"{quoted(untrusted)} is too short or too long for its country", "look it up again"
    return None


def _date_fault(untrusted: str) -> Fault | None:
    try:
        if date.fromisoformat(untrusted).isoformat() == untrusted:
            return None
    except ValueError:
        pass
    return f"{quoted(untrusted)} is no date", 'write "2026-11-21"'


def _url_fault(untrusted: str) -> Fault | None:
    fault = (f"{quoted(untrusted)} is no web address", 'write "https://…"')
    if not _URL_TEXT.fullmatch(untrusted):
        return f"{quoted(untrusted)} has characters nobody can type", "write it in ASCII"
    try:
        parts = urlsplit(untrusted)
        has_host = _HOST.fullmatch(parts.hostname or "") and parts.username is None
        is_plain = has_host and parts.port != 0 and parts.scheme in ("http", "https")
    except ValueError:
        return fault
    return None if is_plain else fault


@cache
def _currencies() -> frozenset[str]:
    return frozenset(Locale("en").currencies)


@cache
def _measures() -> frozenset[str]:
    return frozenset(Locale("en").unit_display_names)
