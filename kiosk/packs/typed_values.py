"""Values a person might act on, typed in a text where a fact should stand.

Digits of every script are read as Latin ones first. Years, article numbers, ages and numbers of
laws may stand, and so may "24 hours a day". What the languages with most content say is known to
the letter; for all of them the words are those that facts are shown with (see `local_words`).
"""

import re
import unicodedata
from dataclasses import dataclass

from kiosk.core.countries import COUNTRIES
from kiosk.core.languages import Language
from kiosk.packs.local_words import LocalWords, local_words
from kiosk.packs.rules import Rule
from kiosk.packs.source import FACT_REFERENCE

_EMAIL = re.compile(r"[\w.+-]+@[\w-]+\.[\w.-]+")
_WORDS = frozenset(
    ["AM", "AS", "AT", "BE", "BY", "DO", "IN", "IS", "IT", "ME", "MY", "NO", "SO", "TO", "US"]
)  # behind a full stop without a space
_COUNTRY_DOMAINS = "|".join(sorted(code.lower() for code in {*COUNTRIES, "UK"} - _WORDS))
_URL = re.compile(
    r"https?://\S+|\bwww\.[\w-]+\.\S+|"
    r"\b[a-z0-9-]{2,}(?:\.[a-z0-9-]+)*\.(?:com|org|net|int|info|gov|gob|edu|eu)\b(?:\.[a-z]{2}\b)?|"
    rf"(?-i:\b[a-z0-9-]{{3,}}(?:\.[a-z0-9-]{{2,}})*\.(?:{_COUNTRY_DOMAINS})\b)",
    re.IGNORECASE,
)
_PHONE = re.compile(r"(?<![\w.])(?:\+|00)?\(?\d(?:[ \u00a0().\-‑–]{0,2}\d){6,}(?![\w])")
_YEARS = re.compile(r"(?:1[89]|20)\d\d\s*[-‑–]\s*(?:1[89]|20)\d\d")
_GROUPED = re.compile(r"\d{1,3}(?:[ \u00a0.,]\d{3})+")
_CODE = r"(?!(?:1[89]|20)\d\d\b)\d{2,6}\b"  # but no year
_SHORT_CODE = re.compile(
    r"\b(?:call|dial|phone|ring|appel\w*|compos\w*|llam\w*|marc\w+|tel)\b\W{0,3}"
    rf"(?:\w{{1,4}}\W{{1,2}}){{0,2}}?{_CODE}"
    rf"|(?:اتصل|هاتف|رقم الهاتف)\D{{0,20}}\b{_CODE}|(?:ទូរស័ព្ទ|ហៅ)\D{{0,20}}?{_CODE}",
    re.IGNORECASE,
)
_CURRENCY = (
    r"(?:[€$£¥₹៛฿₦]|\b(?:EUR|USD|GBP|CHF|XOF|XAF|KHR|THB|MAD|CAD|AUD|JPY|INR)\b|"
    r"\b(?:euros?|dollars?|d[oó]lar(?:es)?|cents?|pounds?|francs?|francos?|riels?|baht|dirhams?|"
    r"CFA|FCFA)\b|يورو|دولار\w*|فرنك|درهم|ريال|អឺរ៉ូ|ដុល្លារ|រៀល|បាត|ហ្វ្រង់)"
)
_AMOUNT = re.compile(
    rf"\d[\d., \u00a0]{{0,20}}(?:\b|(?<=\d))\s?{_CURRENCY}|{_CURRENCY}\s?\d"
    r"|\d\s?[%٪]|\b\d[\d.,]*\s?(?:per ?cent|percent|pour ?cent|por ciento)\b"
    r"|\d\s?(?:بالمئة|في المئة|ភាគរយ)",
    re.IGNORECASE,
)
_UNIT = (
    r"(?:\b(?:hours?|days?|weeks?|months?|years?|heures?|jours?|semaines?|mois|ans?|ann[ée]es?|"
    r"horas?|d[ií]as?|semanas?|mes(?:es)?|años?)\b|"
    r"(?:ساعة|ساعات|يوما|يومًا|يوم|أيام|أسبوعا|أسبوع|أسابيع|شهرا|شهر|أشهر|سنة|سنوات|عاما|عام|أعوام)|"
    r"(?:ម៉ោង|ថ្ងៃ|សប្តាហ៍|សប្ដាហ៍|ខែ|ឆ្នាំ))"
)
_DURATION = re.compile(rf"(?<![\w.,/])(\d+(?:[.,]\d+)?)[ \u00a0-]?(?:\w+ )?{_UNIT}", re.IGNORECASE)
_ALWAYS_OPEN = re.compile(
    r"\b24[ \u00a0]?(?:hours?|h) (?:a|per|each|every) day|\b7 days (?:a|per) week|"
    r"\b24[ \u00a0]?(?:heures|h) (?:sur 24|par jour)|\b7 jours (?:sur 7|par semaine)|"
    r"\b24[ \u00a0]?(?:horas|h) (?:al|del|por) d[ií]a|\b7 d[ií]as (?:a|de|por) (?:la )?semana|"
    r"\b24 ساعة (?:يوميا|يوميًا|في اليوم)|\b7 أيام (?:في )?الأسبوع|"
    r"\b24 ម៉ោង ?(?:ក្នុង)?(?:មួយ)?ថ្ងៃ",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:18|19|20)\d\d")
_AGE_AFTER = re.compile(r"[\s-]*(?:old|of age|d['’]âge|de edad)\b", re.IGNORECASE)
_AGES = frozenset(["12", "13", "14", "15", "16", "17", "18", "21", "59", "60", "65"])
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|"
    r"enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre|"
    r"يناير|فبراير|مارس|أبريل|مايو|يونيو|يوليو|أغسطس|سبتمبر|أكتوبر|نوفمبر|ديسمبر|"
    r"មករា|កុម្ភៈ|មីនា|មេសា|ឧសភា|មិថុនា|កក្កដា|សីហា|កញ្ញា|តុលា|វិច្ឆិកា|ធ្នូ)"
)
_DAY = re.compile(
    r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./](?:19|20)\d\d\b|"
    rf"\b\d{{1,2}}(?:er|st|nd|rd|th)?(?: de)?[ \u00a0](?:ខែ)?{_MONTH}|\b{_MONTH} \d{{1,2}}\b(?!\d)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"\d+")


@dataclass(frozen=True)
class TypedValue:
    """A value found in a text: which rule it breaks, and what was typed."""

    rule: Rule
    typed: str


def find_typed_values(text: str, language: Language | None = None) -> tuple[TypedValue, ...]:
    """Every kind of value typed in a text of a language, at most one of each kind."""
    plain = FACT_REFERENCE.sub(" \u2022 ", latin_digits(text))
    found: list[TypedValue] = []
    for rule, pattern in ((Rule.TYPED_EMAIL, _EMAIL), (Rule.TYPED_URL, _URL)):
        match = pattern.search(plain)
        if match:
            found.append(TypedValue(rule, match.group()))
            plain = pattern.sub(" ", plain)
    if not any(char.isdigit() for char in plain):
        return tuple(found)
    local = local_words(language) if language else None
    for rule, typed in (
        (Rule.TYPED_AMOUNT, _first(_AMOUNT, plain) or (local and _first(local.money, plain))),
        (Rule.TYPED_DEADLINE, _first(_DAY, plain) or _duration(plain) or _local_time(plain, local)),
        (Rule.TYPED_PHONE, _phone(plain)),
    ):
        if typed:
            found.append(TypedValue(rule, typed))
    return tuple(found)


def numbers_in(text: str) -> frozenset[str]:
    """The numbers typed in a text in Latin digits, without leading zeros."""
    plain = FACT_REFERENCE.sub(" ", latin_digits(text))
    return frozenset(number.lstrip("0") or "0" for number in _NUMBER.findall(plain))


def latin_digits(text: str) -> str:
    """The text with decimal digits of every script as Latin ones."""
    if text.isascii():
        return text
    return "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in text)


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group().strip() if match else ""


def _local_time(text: str, local: LocalWords | None) -> str:
    if local is None:
        return ""
    plain = _ALWAYS_OPEN.sub(" ", text)
    found = _first(local.days, plain) or _first(local.durations, plain)
    if found:
        return found
    for match in local.years.finditer(plain):
        number = match["number"] or match.groupdict().get("later") or ""
        is_age = number in _AGES or _AGE_AFTER.match(plain, match.end())
        if not is_age and not _YEAR.fullmatch(number):
            return match.group().strip()
    return ""


def _duration(text: str) -> str:
    text = _ALWAYS_OPEN.sub(" ", text)
    for match in _DURATION.finditer(text):
        number = match[1]
        is_year = bool(_YEAR.fullmatch(number))
        is_age = number in _AGES and bool(re.search(r"y|an|añ|سن|عام|ឆ្នាំ", match.group()))
        if not is_year and not is_age and not _AGE_AFTER.match(text, match.end()):
            return match.group()
    return ""


def _phone(text: str) -> str:
    without = _DAY.sub(" ", _YEARS.sub(" ", text))
    for match in _PHONE.finditer(without):
        if not _GROUPED.fullmatch(match.group()):
            return match.group()
    return _first(_SHORT_CODE, without)
