"""Isolation: numbers and Latin names keep their order in right-to-left text; nothing is lost."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.languages import LANGUAGES, Language, LanguageTag
from kiosk.i18n.isolation import LRI, PDI, RLI, enclose, isolate, strip_invisible

RTL = [language for language in LANGUAGES.values() if language.is_rtl]
AR, EN, KM, HE = (LANGUAGES[LanguageTag(tag)] for tag in ("ar", "en", "km", "he"))

MIXED = st.text(
    alphabet=st.sampled_from(
        "abcXYZ 0123٤٥۶+-/()[]{}_.,:;@#%€،؟العربية עברית ខ្មែ"
        "\u064e\u0301\u200b\u2066\u2067\u2068\u2069\n"
    ),
    max_size=60,
)


def marked(text: str) -> str:
    """Isolates as brackets, so that a failing test can be read."""
    return text.replace(LRI, "⟦").replace(RLI, "⟪").replace(PDI, "⟧")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتصل بالرقم +593 2 123 4567 الآن", "اتصل بالرقم ⟦+593 2 123 4567⟧ الآن"),
        ("منظمة IOM Ecuador هنا", "منظمة ⟦IOM Ecuador⟧ هنا"),
        ("في 2018، ثم 2019.", "في ⟦2018⟧، ثم ⟦2019⟧."),
        ("من 10 – 12 يوما", "من ⟦10⟧ – ⟦12⟧ يوما"),
        ("اكتب إلى help@iom.int.", "اكتب إلى ⟦help@iom.int⟧."),
        ("انظر https://iom.int/a?b=1 هنا", "انظر ⟦https://iom.int/a?b=1⟧ هنا"),
        ("المبلغ ٤٥٠ EUR فقط", "المبلغ ⟦٤٥٠ EUR⟧ فقط"),
        ("نسبة 50% فقط", "نسبة ⟦50%⟧ فقط"),
        ("المادة 12(2) من العهد", "المادة ⟦12(2)⟧ من العهد"),
        ("ב-2018 וב-IOM", "ב-⟦2018⟧ וב-⟦IOM⟧"),
        ("(IOM) هنا", "(⟦IOM⟧) هنا"),
        ("لا أرقام هنا.", "لا أرقام هنا."),
        ("", ""),
    ],
)
def test_what_runs_left_to_right_is_wrapped_in_right_to_left_text(text: str, expected: str) -> None:
    assert marked(isolate(text, AR)) == expected


def test_in_left_to_right_languages_only_phone_numbers_are_wrapped() -> None:
    assert marked(isolate("Call +34 911 23 45 67 or 112 before 2019.", EN)) == (
        "Call ⟦+34 911 23 45 67⟧ or 112 before 2019."
    )
    assert isolate("ទូរស័ព្ទ 115", KM) == "ទូរស័ព្ទ 115"


def test_placeholders_and_what_is_wrapped_already_stay_as_they_are() -> None:
    assert marked(isolate("مدة {apre_ban} من SEPE", AR)) == "مدة {apre_ban} من ⟦SEPE⟧"
    wrapped = f"رقم {LRI}+34 911{PDI} هنا"
    assert isolate(wrapped, AR) == wrapped
    nested = f"{RLI}3 {LRI}EUR{PDI} سنوات{PDI}"
    assert isolate(nested, AR) == nested


def test_isolates_that_are_not_balanced_are_mended() -> None:
    assert marked(isolate(f"{LRI}SEPE", AR)) == "⟦SEPE⟧"
    assert marked(isolate(f"هنا{PDI} SEPE", AR)) == "هنا ⟦SEPE⟧"


def test_a_whole_value_takes_its_own_direction() -> None:
    assert marked(enclose("450 EUR", AR)) == "⟦450 EUR⟧"
    assert marked(enclose("3 سنوات", AR)) == "⟪3 سنوات⟧"
    assert enclose("450 EUR", EN) == "450 EUR"
    assert enclose("", AR) == ""


@given(MIXED, st.sampled_from([*RTL, EN, KM]))
def test_isolating_is_lossless_balanced_and_done_once(text: str, language: Language) -> None:
    isolated = isolate(text, language)
    assert strip_invisible(isolated) == strip_invisible(text)
    assert isolate(isolated, language) == isolated
    depth = 0
    for char in isolated:
        depth += (char in "\u2066\u2067\u2068") - (char == "\u2069")
        assert depth >= 0
    assert depth == 0


@given(MIXED, st.sampled_from(RTL))
def test_a_placeholder_can_still_be_filled(text: str, language: Language) -> None:
    plain = strip_invisible(text).replace("{", "").replace("}", "")
    isolated = isolate(f"{plain}{{apre_ban}}{plain}", language)
    assert isolated.count("{apre_ban}") == 1
    before, _, after = isolated.partition("{apre_ban}")
    for part in (before, after):
        assert part.count("\u2066") == part.count("\u2069"), "the value stands outside isolates"


@given(st.integers(0, 10**9), st.sampled_from(RTL))
def test_no_number_is_left_open_in_right_to_left_text(number: int, language: Language) -> None:
    assert f"{LRI}{number}{PDI}" in isolate(f"א {number} א", language)
