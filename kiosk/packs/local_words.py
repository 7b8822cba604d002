"""How one language writes durations, days and money, as patterns that find them typed in a text.

The words are those the product itself writes when it shows a fact (CLDR), so that every language
we know is looked through, not only those with most content.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import cache

from babel.core import UnknownLocaleError
from babel.numbers import get_currency_name

from kiosk.core.facts import FactType
from kiosk.core.languages import Language
from kiosk.i18n.formatting import format_date, format_fact
from kiosk.i18n.isolation import strip_invisible

_COUNTS = ("1", "2", "3", "5", "11", "21", "100")
_UNITS = ("hour", "day", "week", "month")
_CURRENCIES = ("EUR", "USD", "GBP")
_DOLLARS = ("USD", "CAD", "AUD")
_FEWEST_MONTHS = 10  # short names look like other words and are left out
_MORE_MONEY = (
    "reais|pesos?|soles|taka|rupees?|kyats?|kip|dong|đồng|birr|naira|cedis?|shillings?|lira|lek|"
    "dinars?|lari|drams?|afghanis?|tenge|soms?|leu|lei|rand|баксов|руб(?:лей|ля|ль)?|гривен|гривні|"
    "сом|บาท|ກີບ|ကျပ်|रुपये|रुपए|रुपया|টাকা|ரூபாய்|රුපියල්|روپے|روپیہ|افغانۍ|افغانی|تومان|دینار|ብር|"
    "ናቕፋ|שקל|שקלים|ლარი|դրամ|元"
)
_NUMBER = r"(?<![A-Za-z\d.,/])(?P<number>\d+(?:[.,]\d+)?)"
_GAP = r"[ \u00a0\u202f-]?"


@dataclass(frozen=True)
class LocalWords:
    """Patterns of one language, for text with Latin digits; `number` is the counted group.

    `years` stand apart, because ages may be typed.
    """

    durations: re.Pattern[str]
    years: re.Pattern[str]
    days: re.Pattern[str]
    money: re.Pattern[str]


@cache
def local_words(language: Language) -> LocalWords:
    """The patterns of a language."""
    money = "|".join((_any_of(_currencies(language)), _MORE_MONEY))
    end = _word_end(language)
    return LocalWords(
        durations=_counted(_counted_words(_UNITS, language), language),
        years=_counted(_counted_words(("year",), language), language),
        days=_days(language),
        money=re.compile(rf"\d[ \u00a0\u202f]?(?:{money}){end}", re.IGNORECASE),
    )


def _counted_words(units: Iterable[str], language: Language) -> set[str]:
    shown = (
        strip_invisible(format_fact(FactType.DURATION, count, unit, language))
        for unit in units
        for count in _COUNTS
    )
    return {words for words in (_without_digits(text) for text in shown) if words}


def _without_digits(text: str) -> str:
    return "".join(" " if char.isdecimal() else char for char in text).strip(" \u00a0.,-")


def _counted(words: set[str], language: Language) -> re.Pattern[str]:
    any_word, end = _any_of(words), _word_end(language)
    before = rf"{_NUMBER}{_GAP}(?:[^\W\d]+ )?(?:{any_word}){end}"
    after = rf"(?<!\w)(?:{any_word})[ \u00a0](?P<later>\d+)(?![\w.,/]*\d)"
    follows = any(_number_is_last(unit, language) for unit in _UNITS)
    return re.compile(f"{before}|{after}" if follows else before, re.IGNORECASE)


def _number_is_last(unit: str, language: Language) -> bool:
    shown = strip_invisible(format_fact(FactType.DURATION, "3", unit, language))
    return shown[-1].isdecimal()


def _days(language: Language) -> re.Pattern[str]:
    shown = [_without_digits(format_date(date(2026, month, 1), language)) for month in range(1, 13)]
    words = [set(re.findall(r"[^\W\d](?:[^\s\d.,،]+)", text)) for text in shown]
    everywhere = set.intersection(*words)
    months = {word for found in words for word in found - everywhere if len(word) > 2}
    if len(months) < _FEWEST_MONTHS:  # no names of months: nothing to go by
        return re.compile(r"(?!)")
    any_month = _any_of(months)
    day = r"(?<!\d)\d{1,2}"
    return re.compile(
        rf"{day}(?:\.|er|-\w{{1,3}})?[ \u00a0](?:[^\W\d]{{1,5}} )?(?:{any_month})"
        rf"|(?<!\w)(?:{any_month})[ \u00a0]\d{{1,2}}(?!\d)",
        re.IGNORECASE,
    )


def _currencies(language: Language) -> set[str]:
    try:
        names = {_currency(code, count, language) for code in _CURRENCIES for count in _COUNTS}
        return names | {word for count in _COUNTS for word in _dollars(count, language)}
    except UnknownLocaleError:
        return {"euros"}


def _currency(code: str, count: str, language: Language) -> str:
    return strip_invisible(get_currency_name(code, count=int(count), locale=language.locale))


def _dollars(count: str, language: Language) -> set[str]:
    """The word for dollar: what the names of several dollars have in common."""
    names = [re.findall(r"[^\W\d]{4,}", _currency(c, count, language)) for c in _DOLLARS]
    return set.intersection(*map(set, names))


def _word_end(language: Language) -> str:
    return "" if language.script.needs_dictionary else r"(?!\w)"


def _any_of(words: Iterable[str]) -> str:
    """Longest first, so that no word hides behind its beginning; any space for a space."""
    escaped = (re.escape(word) for word in sorted(words, key=lambda word: (-len(word), word)))
    return "|".join(re.sub(r"\\?[ \u00a0]", "[ \u00a0]", word) for word in escaped)
