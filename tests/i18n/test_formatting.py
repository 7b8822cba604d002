"""Values in each language: its digits, its words, phone numbers that can be dialled."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.countries import COUNTRIES
from kiosk.core.facts import FactType
from kiosk.core.ids import CountryCode
from kiosk.core.languages import LANGUAGES, Language, LanguageTag
from kiosk.i18n.formatting import (
    country_name,
    country_names,
    format_date,
    format_fact,
    format_number,
    format_phone,
    language_name,
)
from kiosk.i18n.isolation import PDI, isolate, strip_invisible

ALL = list(LANGUAGES.values())


def shown(fact_type: FactType, value: str, tag: str, unit: str = "") -> str:
    """A value as a person sees it: no isolates, plain spaces."""
    text = format_fact(fact_type, value, unit, LANGUAGES[LanguageTag(tag)])
    return strip_invisible(text).replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "1,450 EUR"),
        ("es", "1.450 EUR"),
        ("fr", "1 450 EUR"),
        ("ar", "1,450 EUR"),
        ("km", "1,450 EUR"),
        ("fa-AF", "۱٬۴۵۰ EUR"),
        ("bn", "১,৪৫০ EUR"),
        ("my", "၁,၄၅၀ EUR"),
    ],
)
def test_money_names_its_currency_by_code(tag: str, expected: str) -> None:
    assert shown(FactType.MONEY, "1450", tag, "EUR") == expected


def test_cents_are_shown_whole_or_not_at_all() -> None:
    assert shown(FactType.MONEY, "12.5", "en", "USD") == "12.50 USD"
    assert shown(FactType.MONEY, "12.00", "en", "USD") == "12 USD"


@pytest.mark.parametrize(
    ("tag", "value", "unit", "expected"),
    [
        ("en", "1", "month", "1 month"),
        ("en", "3", "year", "3 years"),
        ("fr", "24", "month", "24 mois"),
        ("ru", "2", "year", "2 года"),
        ("ru", "5", "day", "5 дней"),
        ("ar", "3", "year", "3 سنوات"),
        ("ar", "11", "year", "11 سنة"),
        ("km", "3", "year", "3 ឆ្នាំ"),
        ("pt", "3", "year", "3 anos"),
        ("fa-AF", "3", "year", "۳ سال"),
        ("sw", "3", "year", "miaka 3"),
        ("wo", "3", "year", "3 years"),
        ("ckb", "3", "year", "٣ years"),
    ],
)
def test_durations_are_counted_as_the_language_counts(
    tag: str, value: str, unit: str, expected: str
) -> None:
    assert shown(FactType.DURATION, value, tag, unit) == expected


def test_measures_and_percentages() -> None:
    assert shown(FactType.MEASURE, "23", "es", "mass-kilogram") == "23 kilogramos"
    assert shown(FactType.PERCENT, "12.5", "en") == "12.5%"
    assert shown(FactType.PERCENT, "40", "tr") == "%40"
    assert shown(FactType.NUMBER, "12345", "fr") == "12 345"


@pytest.mark.parametrize("language", ALL, ids=lambda language: language.tag)
def test_phone_numbers_can_be_dialled_in_every_language(language: Language) -> None:
    text = format_fact(FactType.PHONE, "+593987654321", "", language)
    assert text == "\u2066+593\u00a098\u00a0765\u00a04321\u2069"
    assert strip_invisible(format_fact(FactType.PHONE, "112", "", language)) == "112"


def test_a_number_no_plan_knows_is_shown_as_it_is() -> None:
    assert format_phone("+0") == "+0"
    assert format_phone("*123#") == "*123#"


@pytest.mark.parametrize(
    ("tag", "expected"),
    [
        ("en", "November 21, 2026"),
        ("es", "21 de noviembre de 2026"),
        ("ar", "21 نوفمبر 2026"),
        ("km", "21 វិច្ឆិកា 2026"),
        ("fa-AF", "۲۱ نومبر ۲۰۲۶"),
        ("th", "21 พฤศจิกายน ค.ศ. 2026"),
    ],
)
def test_dates_are_gregorian_with_the_month_in_words(tag: str, expected: str) -> None:
    assert format_date(date(2026, 11, 21), LANGUAGES[LanguageTag(tag)]) == expected
    assert shown(FactType.DATE, "2026-11-21", tag) == expected


def test_addresses_lose_only_what_nobody_types() -> None:
    assert shown(FactType.URL, "https://office.example/help/", "en") == "office.example/help"
    assert format_fact(FactType.EMAIL, "a@b.example", "", LANGUAGES[LanguageTag("ar")]) == (
        "\u2066a@b.example\u2069"
    )
    assert shown(FactType.ADDRESS, "Calle Mayor 5, Madrid", "km") == "Calle Mayor 5, Madrid"


@pytest.mark.parametrize("value", ["", "x", "1e3", "NaN", "1,5", "--1"])
def test_what_is_no_number_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match="is not a number"):
        format_fact(FactType.NUMBER, value, "", LANGUAGES[LanguageTag("en")])


@given(
    st.sampled_from(ALL),
    st.sampled_from([FactType.MONEY, FactType.NUMBER, FactType.PERCENT, FactType.DURATION]),
    st.decimals(0, 10**7, places=1).map(str),
    st.sampled_from(["day", "week", "month", "year", "hour"]),
)
def test_values_stand_in_a_text_unbroken_isolated_and_in_the_digits_of_the_language(
    language: Language, fact_type: FactType, value: str, unit: str
) -> None:
    text = format_fact(fact_type, value, unit, language)
    assert strip_invisible(text)
    assert " " not in text, "a value never breaks"
    assert isolate(f"{text}", language) == text, "a value is isolated already"
    assert text.endswith(PDI) is language.is_rtl
    digits = {char for char in text if char.isdecimal()}
    assert digits <= set(language.digits)
    assert not set(text) & set("\u200e\u200f\u061c")


@pytest.mark.parametrize("language", ALL, ids=lambda language: language.tag)
def test_every_country_has_a_name_in_every_language(language: Language) -> None:
    names = country_names(language)
    assert set(names) == COUNTRIES
    assert all(names.values())
    assert not [code for code, name in names.items() if code == name]


def test_countries_stand_in_the_order_of_their_names() -> None:
    spanish = list(country_names(LANGUAGES[LanguageTag("es")]).values())
    assert spanish[:4] == ["Afganistán", "Albania", "Alemania", "Andorra"]
    french = list(country_names(LANGUAGES[LanguageTag("fr")]).values())
    assert french.index("Équateur") == french.index("Érythrée") - 1
    assert french.index("Égypte") < french.index("Finlande")


def test_what_cldr_does_not_know_is_english() -> None:
    assert country_name(CountryCode("EC"), LANGUAGES[LanguageTag("hmn")]) == "Ecuador"
    assert country_name(CountryCode("XK"), LANGUAGES[LanguageTag("bo")]) == "Kosovo"
    assert country_name(CountryCode("ES"), LANGUAGES[LanguageTag("km")]) == "អេស្ប៉ាញ"


def test_languages_are_named_in_other_languages() -> None:
    assert language_name(LanguageTag("ar"), LANGUAGES[LanguageTag("es")]) == "árabe"
    assert language_name(LanguageTag("fa-AF"), LANGUAGES[LanguageTag("en")]) == "Dari"
    for tag in LANGUAGES:
        assert language_name(tag, LANGUAGES[LanguageTag("km")])


def test_numbers_take_the_separators_of_the_language() -> None:
    assert format_number(Decimal("1234.5"), LANGUAGES[LanguageTag("de")]) == "1.234,5"
    assert format_number(7, LANGUAGES[LanguageTag("my")]) == "၇"
