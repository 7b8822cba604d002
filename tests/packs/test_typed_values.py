"""Values typed in texts: found in every digit, and what may stand is left alone."""

import pytest

from kiosk.core.languages import LANGUAGES, LanguageTag
from kiosk.packs.typed_values import find_typed_values, numbers_in


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("call 112 now", "typed-phone"),
        ("+34 911 234 567", "typed-phone"),
        ("Tel. 0800-123-4567", "typed-phone"),
        ("اتصل بالرقم ٠٨٠٠١٢٣٤٥٦٧", "typed-phone"),
        ("ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨", "typed-phone"),
        ("50 EUR", "typed-amount"),
        ("€50", "typed-amount"),
        ("5 500 euros", "typed-amount"),
        ("half, 50 %", "typed-amount"),
        ("٥٠ يورو", "typed-amount"),
        ("៥០០ ដុល្លារ", "typed-amount"),
        ("for 3 years", "typed-deadline"),
        ("a 3-year ban", "typed-deadline"),
        ("dans les 30 jours", "typed-deadline"),
        ("en 15 días", "typed-deadline"),
        ("خلال ٣٠ يوما", "typed-deadline"),
        ("៣ ឆ្នាំ", "typed-deadline"),
        ("on 21 November 2026", "typed-deadline"),
        ("le 1er mars", "typed-deadline"),
        ("2026-11-21", "typed-deadline"),
        ("21/11/2026", "typed-deadline"),
        ("write to help@iom.int", "typed-email"),
        ("see www.iom.int", "typed-url"),
        ("see https://x.y/z", "typed-url"),
        ("on unhcr.org", "typed-url"),
    ],
)
def test_typed_values_are_found(text: str, rule: str) -> None:
    assert [found.rule.slug for found in find_typed_values(text)] == [rule]


@pytest.mark.parametrize(
    "text",
    [
        "since 2013",
        "2008-2010",
        "Directive 2008/115/EC, article 12(2)",
        "Regulation (EU) 2024/1346",
        "ICCPR 1966",
        "under 18 years",
        "60 years old",
        "moins de 18 ans",
        "១៨ ឆ្នាំ",
        "ឆ្នាំ ២០១៣",
        "phone, since 2013",
        "هاتف للمهاجرين في 2013",
        "1 000 000 people",
        "not for {apre_ban}",
        "A/RES/45/158",
        "e.g. this.",
        "two phases",
    ],
)
def test_what_may_stand(text: str) -> None:
    assert find_typed_values(text) == ()


def test_numbers_are_compared_across_scripts() -> None:
    assert numbers_in("article ١٢ of ១៩៦៦ {a_1}") == {"12", "1966"}


@pytest.mark.parametrize(
    ("tag", "text", "rule"),
    [
        ("th", "ภายใน ๓๐ วัน", "typed-deadline"),
        ("am", "በ3 ዓመት ውስጥ", "typed-deadline"),
        ("ru", "30 рабочих дней", "typed-deadline"),
        ("ru", "до 21 ноября", "typed-deadline"),
        ("fa-AF", "۳ سال", "typed-deadline"),
        ("hi", "३ वर्ष", "typed-deadline"),
        ("bn", "৩০ দিন", "typed-deadline"),
        ("my", "၃၀ ရက်", "typed-deadline"),
        ("sw", "siku 30", "typed-deadline"),
        ("de", "am 21. November", "typed-deadline"),
        ("pt", "21 de novembro", "typed-deadline"),
        ("zh-Hans", "30 天", "typed-deadline"),
        ("ru", "100 долларов", "typed-amount"),
        ("am", "450 ብር", "typed-amount"),
        ("th", "450 บาท", "typed-amount"),
        ("ur", "450 روپے", "typed-amount"),
        ("de", "450 Euro", "typed-amount"),
        ("it", "see ufficio.gov.it/x", "typed-url"),
        ("es", "mira sepe.es", "typed-url"),
    ],
)
def test_typed_values_are_found_in_every_language(tag: str, text: str, rule: str) -> None:
    language = LANGUAGES[LanguageTag(tag)]
    assert [found.rule.slug for found in find_typed_values(text, language)] == [rule]


@pytest.mark.parametrize(
    ("tag", "text"),
    [
        ("en", "Open 24 hours a day, 7 days a week"),
        ("en", "a 5-year-old child"),
        ("fr", "24 heures sur 24, 7 jours sur 7"),
        ("es", "las 24 horas del día"),
        ("ar", "24 ساعة يوميا"),
        ("th", "อายุต่ำกว่า 18 ปี"),
        ("th", "ปี 2013"),
        ("ru", "с 2013 года, статья 12"),
        ("sw", "mwaka 2013, miaka 18"),
        ("zh-Hans", "2013年第12条"),
        ("en", "3 or 4 British people"),
        ("he", "מאז שנת 2013"),
    ],
)
def test_what_may_stand_in_every_language(tag: str, text: str) -> None:
    assert find_typed_values(text, LANGUAGES[LanguageTag(tag)]) == ()
