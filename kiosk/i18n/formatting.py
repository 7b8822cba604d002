"""Values as each language writes them: money, durations, dates, phone numbers, names of countries.

Words and patterns come from CLDR (Babel; ICU for counted units, where Babel has holes). Digits are
those our languages declare, whatever CLDR thinks. Phone numbers keep Latin digits: they are
dialled. What CLDR does not know in a language is written in English, never left out.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from kiosk.core.countries import COUNTRIES
from kiosk.core.facts import FactType
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.languages import LANGUAGES, LATIN_DIGITS, Language, find_language
from kiosk.i18n.folding import fold
from kiosk.i18n.isolation import enclose, enclose_ltr

if TYPE_CHECKING:
    from babel import Locale

NBSP = "\u00a0"
_SCHEME = re.compile(r"https?://", re.IGNORECASE)
_DECIMAL = re.compile(r"-?[0-9]+(\.[0-9]+)?")
_MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u061c"))
_ROOT = "und"


def format_fact(fact_type: FactType, value: str, unit: str, language: Language) -> str:
    """A fact's value as `language` shows it, isolated and unbroken, ready to stand in a text.

    `value` and `unit` are canonical, see `core.facts.Fact`. Raises ValueError where a number or
    date is none.
    """
    match fact_type:
        case FactType.PHONE:
            return enclose_ltr(format_phone(value))
        case FactType.DATE:
            return enclose(format_date(date.fromisoformat(value), language), language)
        case FactType.URL | FactType.EMAIL:
            return enclose(_SCHEME.sub("", value).rstrip("/"), language)
        case FactType.ADDRESS:
            return enclose(value, language)
        case _:
            return enclose(_format_amount(fact_type, _number(value), unit, language), language)


def format_number(value: Decimal | int, language: Language) -> str:
    """A number with the separators and digits of a language, not isolated."""
    return _format_decimal(value, language)


def format_date(day: date, language: Language) -> str:
    """A day with the month in words, in the Gregorian calendar."""
    from babel.dates import format_date as babel_date

    return _in_own_digits(babel_date(day, "long", locale=_locale(language)), language)


def format_day(day: date, language: Language) -> str:
    """A day with its day of the week, as it is said."""
    from babel.dates import format_date as babel_date

    return _in_own_digits(babel_date(day, "full", locale=_locale(language)), language)


def currency_name(code: str, count: int, language: Language) -> str:
    """What a currency (ISO 4217) is called beside a number; the code itself if it is none."""
    from babel.numbers import get_currency_name

    return get_currency_name(code, count, locale=_locale(language))


def format_month(day: date, language: Language) -> str:
    """The month of a day with its year, as the title of a page of a calendar."""
    from babel.dates import format_skeleton

    return _in_own_digits(format_skeleton("yMMMM", day, locale=_locale(language)), language)


def weekday_names(language: Language) -> tuple[tuple[str, ...], ...]:
    """From Monday on, the names of each day of the week, from the fullest to the shortest."""
    from babel.dates import get_day_names

    locale = _locale(language)
    # The forms for standing alone are mixed up between locales in Babel; these are not.
    full = get_day_names("wide", "format", locale)
    shorter = (
        get_day_names("abbreviated", "format", locale),
        get_day_names("short", "format", locale),
    )
    signs = get_day_names("narrow", "format", locale)
    # CLDR gives English letters where it knows none.
    known = (*shorter, signs) if signs[0].isascii() is full[0].isascii() else shorter
    return tuple((full[day], *(names[day] for names in known)) for day in range(7))


def first_weekday(language: Language) -> int:
    """The day a week begins with where most people speak the language, 0 for Monday."""
    from babel import Locale
    from babel.core import get_global

    locale = _locale(language)
    likely = get_global("likely_subtags").get(str(locale))
    return Locale.parse(likely).first_week_day if likely else locale.first_week_day


def format_phone(value: str) -> str:
    """A phone number in international form, groups parted by U+00A0; short codes as they are."""
    import phonenumbers

    if not value.startswith("+"):
        return value
    try:
        number = phonenumbers.parse(value)
    except phonenumbers.NumberParseException:
        return value
    shown = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
    return shown.replace(" ", NBSP).replace("-", "\u2011")


def country_name(code: CountryCode, language: Language) -> str:
    """What a country is called in a language, in English where CLDR has no name for it."""
    name = _locale(language).territories.get(code)
    return str(name or _english().territories.get(code) or code)


@cache
def country_names(language: Language) -> Mapping[CountryCode, str]:
    """Every country with its name, in the order of the names."""
    named = ((code, country_name(code, language)) for code in COUNTRIES)
    return MappingProxyType(dict(sorted(named, key=lambda pair: (fold(pair[1]), pair[1]))))


def language_name(tag: LanguageTag, language: Language) -> str:
    """What one language is called in another; in English where CLDR does not know."""
    known = find_language(tag)
    name = _locale(language).languages.get(tag.replace("-", "_"))
    if name:
        return str(name)
    return known.name if known else str(_english().languages.get(tag) or tag)


def _format_amount(kind: FactType, value: Decimal, unit: str, language: Language) -> str:
    match kind:
        case FactType.MONEY:
            return f"{_format_money(value, language)}{NBSP}{unit}"
        case FactType.PERCENT:
            return _format_percent(value, language)
        case FactType.DURATION | FactType.MEASURE:
            return _format_counted(value, unit, language)
        case _:
            return _unbroken(format_number(value, language))


def _format_decimal(value: Decimal | int, language: Language, pattern: str | None = None) -> str:
    from babel.numbers import format_decimal

    shown = format_decimal(
        value, pattern, locale=_locale(language), numbering_system=_numbering(language)
    )
    return _in_own_digits(shown, language)


def _numbering(language: Language) -> Literal["latn", "default"]:
    """Whose separators to take: those that go with the digits of the language."""
    return "latn" if language.digits == LATIN_DIGITS else "default"


def _format_money(value: Decimal, language: Language) -> str:
    cents = value != value.to_integral_value()
    return _unbroken(_format_decimal(value, language, "#,##0.00" if cents else None))


def _format_percent(value: Decimal, language: Language) -> str:
    from babel.numbers import format_percent

    shown = format_percent(
        value / 100,
        locale=_locale(language),
        decimal_quantization=False,
        numbering_system=_numbering(language),
    )
    return _unbroken(_in_own_digits(shown, language))


def _format_counted(value: Decimal, unit: str, language: Language) -> str:
    """`unit` is `year`, or a CLDR unit with its kind before it: `mass-kilogram`."""
    name = unit.partition("-")[2] or unit
    try:
        shown = _with_unit(value, name, language.locale)
        if _digits_apart(shown) == _digits_apart(_with_unit(value, name, _ROOT)):
            shown = _with_unit(value, name, "en")
    except ValueError:
        shown = f"{format_number(value, language)} {name}"
    return _unbroken(_in_own_digits(shown, language))


def _with_unit(value: Decimal, name: str, locale: str) -> str:
    from icu4py.messageformat import MessageFormat

    pattern = f"{{n, number, ::unit/{name} unit-width-full-name}}"
    return MessageFormat(pattern, locale.replace("_", "-")).format({"n": value})


def _digits_apart(text: str) -> str:
    return "".join(char for char in text if not unicodedata.category(char).startswith(("N", "P")))


def _number(value: str) -> Decimal:
    if not _DECIMAL.fullmatch(value):
        raise ValueError(f"{value!r} is not a number")
    return Decimal(value)


def _in_own_digits(text: str, language: Language) -> str:
    shown = text.translate(_MARKS)
    return "".join(
        language.digits[unicodedata.decimal(char)] if char.isdecimal() else char for char in shown
    )


def _unbroken(text: str) -> str:
    return text.replace(" ", NBSP).replace("\u202f", NBSP)


@cache
def _locale(language: Language) -> "Locale":
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language.locale)
    except UnknownLocaleError:
        return _english()


@cache
def _english() -> "Locale":
    from babel import Locale

    return Locale.parse(LANGUAGES[LanguageTag("en")].locale)
