"""Translators: words of one language, ready to be shown; English where there are none."""

import io
from collections.abc import Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from kiosk.core.errors import EnvironmentProblem
from kiosk.core.languages import LanguageTag
from kiosk.i18n.isolation import strip_invisible
from kiosk.i18n.translator import N_, Translators

AR, KM, RU, FR = (LanguageTag(tag) for tag in ("ar", "km", "ru", "fr"))


def install(
    folder: Path, tag: str, locale: str, messages: Sequence[tuple[object, object, str]]
) -> None:
    """A compiled catalogue: message or (one, many), its translation(s), context or nothing."""
    catalogue = Catalog(locale=locale, charset="utf-8")
    for message, translation, context in messages:
        catalogue.add(message, translation, context=context or None)  # type: ignore[arg-type]
    path = folder / tag / "LC_MESSAGES" / "kiosk.mo"
    path.parent.mkdir(parents=True)
    stream = io.BytesIO()
    write_mo(stream, catalogue)
    path.write_bytes(stream.getvalue())


@pytest.fixture
def translators(tmp_path: Path) -> Translators:
    arabic = [
        ("Back", "رجوع", ""),
        ("Wait {seconds} seconds", "انتظر {seconds} ثوان", ""),
        ("Ask UNHCR", "اسأل UNHCR", ""),
        ("Open", "مفتوح", "state"),
        ("Open", "افتح", "action"),
    ]
    install(tmp_path, "ar", "ar", arabic)
    install(tmp_path, "km", "km", [("You may ask", "អ្នកអាចសុំជំនួយពីការិយាល័យ", "")])
    pages = ("{count} страница", "{count} страницы", "{count} страниц")
    install(tmp_path, "ru", "ru", [(("{count} page", "{count} pages"), pages, "")])
    return Translators(tmp_path)


def test_a_message_comes_in_the_language_of_its_translator(translators: Translators) -> None:
    words = translators.for_language(AR)
    assert words.gettext(N_("Back")) == "رجوع"
    assert words.is_complete
    assert words.language.is_rtl
    assert translators.for_language(AR) is words


def test_latin_names_in_a_message_are_isolated_and_placeholders_are_not(
    translators: Translators,
) -> None:
    words = translators.for_language(AR)
    assert words.gettext("Ask UNHCR") == "اسأل \u2066UNHCR\u2069"
    assert words.gettext("Wait {seconds} seconds") == "انتظر {seconds} ثوان"
    assert words.fill("Wait {seconds} seconds", seconds="30") == "انتظر \u206630\u2069 ثوان"


def test_khmer_messages_may_break_between_words(translators: Translators) -> None:
    text = translators.for_language(KM).gettext("You may ask")
    assert text.count("\u200b") >= 3
    assert strip_invisible(text) == "អ្នកអាចសុំជំនួយពីការិយាល័យ"


def test_one_english_word_with_two_meanings(translators: Translators) -> None:
    words = translators.for_language(AR)
    assert words.pgettext("state", "Open") == "مفتوح"
    assert words.pgettext("action", "Open") == "افتح"
    assert translators.for_language(FR).pgettext("action", "Open") == "Open"


def test_counted_things_take_the_form_of_the_language(translators: Translators) -> None:
    words = translators.for_language(RU)
    forms = [words.ngettext("{count} page", "{count} pages", count) for count in (1, 2, 5)]
    assert forms == ["{count} страница", "{count} страницы", "{count} страниц"]
    english = translators.for_language(LanguageTag("en"))
    assert english.ngettext("{count} page", "{count} pages", 2) == "{count} pages"


def test_without_a_catalogue_everything_is_english_and_known_to_be(
    translators: Translators,
) -> None:
    words = translators.for_language(FR)
    assert words.gettext("Back") == "Back"
    assert not words.is_complete
    assert translators.for_language(LanguageTag("en")).is_complete


def test_what_is_not_translated_is_english(translators: Translators) -> None:
    shown = translators.for_language(AR).gettext("Never translated.")
    # As one isolate: its full stop stays at its end, on the right.
    assert shown == "\u2066Never translated.\u2069"
    assert translators.for_language(LanguageTag("fr")).gettext("Never translated.") == shown[1:-1]


def test_the_languages_at_hand_are_listed(translators: Translators, tmp_path: Path) -> None:
    assert set(translators.languages) == {"en", "ar", "km", "ru"}
    assert Translators(tmp_path / "nowhere").languages == ("en",)


def test_a_language_nobody_knows_is_a_mistake_of_the_caller(translators: Translators) -> None:
    with pytest.raises(LookupError, match="xx"):
        translators.for_language(LanguageTag("xx"))


def test_a_damaged_catalogue_is_named(tmp_path: Path) -> None:
    path = tmp_path / "fr" / "LC_MESSAGES" / "kiosk.mo"
    path.parent.mkdir(parents=True)
    path.write_bytes(b"not a catalogue")
    with pytest.raises(EnvironmentProblem, match=r"kiosk\.mo: not a catalogue.*make build"):
        Translators(tmp_path).for_language(FR)
