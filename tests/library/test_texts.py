"""What a text says in one language on one day: fallback, values by their date, drafts, review."""

from dataclasses import fields
from datetime import date

import pytest

from kiosk.core.entries import Service
from kiosk.core.facts import FactStatus, ShownFact
from kiosk.core.ids import FactId, LanguageTag
from kiosk.core.kinds import Release
from kiosk.core.texts import Block, BlockKind, Text, TextState
from kiosk.i18n.isolation import strip_invisible
from kiosk.library import Edition, Library
from kiosk.library.edition import NotInLibraryError
from tests.factories.packs import RELEASED

EN, FR, AR, KM = (LanguageTag(tag) for tag in ("en", "fr", "ar", "km"))
AFTER_WARNING = date(2027, 1, 15)
AFTER_HIDING = date(2027, 4, 15)


def edition(
    library: Library, language: LanguageTag, as_of: date = RELEASED, release: Release = Release.DEMO
) -> Edition:
    return library.edition(language, as_of, release)


def summary(edition: Edition) -> Text:
    topic = edition.topics.find("common/avrr")
    assert topic is not None
    return topic.summary


def blocks(edition: Edition) -> dict[str, Block]:
    topic = edition.topics.find("common/avrr")
    assert topic is not None
    return {block.id: block for block in topic.blocks}


def service(edition: Edition, ref: str = "host-es/legal") -> Service:
    found = edition.services.find(ref)
    assert found is not None
    return found


def test_values_are_filled_in_where_the_text_names_them(library: Library) -> None:
    text = summary(edition(library, EN))
    shown = strip_invisible(text.value).replace("\u00a0", " ")
    assert shown == "You may not come back for 3 years. It gives 450 EUR, after 12 days off."
    assert (text.language, text.state) == (EN, TextState.SOURCE)
    assert text.old_facts == text.hidden_facts == ()


def test_a_translation_has_its_own_words_and_values_and_is_marked_a_draft(
    library: Library,
) -> None:
    text = summary(edition(library, AR))
    shown = strip_invisible(text.value).replace("\u00a0", " ")
    assert shown == "لا يمكنك الرجوع لمدة 3 سنوات. المبلغ 450 EUR بعد 12 من الأيام."
    assert (text.language, text.state) == (AR, TextState.DRAFT)
    assert "\u2066450\u00a0EUR\u2069" in text.value, "an amount keeps its order in Arabic"


def test_a_missing_translation_comes_in_the_source_language_and_says_so(library: Library) -> None:
    topic = edition(library, FR).topics.find("common/avrr")
    assert topic is not None
    assert (topic.title.language, topic.title.value) == (EN, "Going back with help")
    assert {block.language for block in topic.blocks} == {EN}
    khmer = edition(library, KM).terms.find("common/term-reintegration")
    assert khmer is not None
    assert khmer.term.language == KM
    assert khmer.meaning.language == EN


def test_a_value_past_its_date_is_shown_and_named(library: Library) -> None:
    text = summary(edition(library, EN, AFTER_WARNING))
    assert "450" in text.value
    assert text.old_facts == ("common/warned",)


def test_a_value_that_hides_becomes_not_known_in_the_language_of_the_text(
    library: Library,
) -> None:
    english = summary(edition(library, EN, AFTER_WARNING))
    assert "after not known days off" in english.value
    assert english.hidden_facts == ("common/hiding",)
    arabic = summary(edition(library, AR, AFTER_HIDING))
    assert arabic.value.count("غير معروف") == 2
    assert "450" not in arabic.value
    assert arabic.hidden_facts == ("common/warned", "common/hiding")
    khmer = summary(edition(library, KM, AFTER_WARNING))
    assert "not known" in khmer.value, "an English text says it in English"


def test_the_same_packs_say_less_as_time_passes(library: Library) -> None:
    def values(as_of: date) -> list[FactStatus]:
        now = edition(library, EN, as_of)
        return [now.fact(FactId(f"common/{name}")).status for name in ("warned", "hiding")]

    assert values(date(2026, 12, 31)) == [FactStatus.CURRENT, FactStatus.CURRENT]
    assert values(AFTER_WARNING) == [FactStatus.OLD, FactStatus.HIDDEN]
    assert values(AFTER_HIDING) == [FactStatus.HIDDEN, FactStatus.HIDDEN]
    assert values(date(2028, 6, 1)) == [FactStatus.WITHDRAWN, FactStatus.WITHDRAWN]


def test_blocks_keep_their_shape_links_and_values(library: Library) -> None:
    english = blocks(edition(library, EN))
    intro = english["intro"]
    assert intro.kind is BlockKind.PARAGRAPH
    assert [(i.text, i.strong, i.link) for row in intro.rows for cell in row for i in cell] == [
        ("Assisted return is ", False, ""),
        ("your own choice", True, ""),
        (". Ask ", False, ""),
        ("the office", False, "https://office.example/help"),
        (".", False, ""),
    ]
    arabic = blocks(edition(library, AR))["list"]
    assert arabic.kind is BlockKind.LIST
    assert (len(arabic.rows), arabic.language, arabic.state) == (2, AR, TextState.DRAFT)
    assert "سنوات" in arabic.plain


def test_a_value_that_hides_in_a_block_is_named_there(library: Library) -> None:
    old = blocks(edition(library, EN, date(2028, 7, 15)))["list"]
    assert old.hidden_facts == ("common/fresh",)
    assert "Advice for not known" in old.plain


def test_what_only_staff_may_know_is_not_shown_to_visitors(library: Library) -> None:
    block = blocks(edition(library, EN))["inside"]
    assert "77" not in block.plain
    assert block.hidden_facts == ("common/inside",)


def test_a_contact_has_its_number_as_shown_and_as_dialled(library: Library) -> None:
    phone = service(edition(library, AR)).phones[0]
    assert phone.shown == "\u2066+34\u00a0911\u00a023\u00a045\u00a067\u2069"
    assert phone.dial == "+34911234567"
    assert phone.printable


def test_a_number_not_for_print_says_so(library: Library) -> None:
    phone = service(edition(library, EN), "host-es/jobs").phones[0]
    assert strip_invisible(phone.shown) == "112"
    assert not phone.printable


def test_a_field_site_gives_no_contact_on_the_word_of_an_old_page(library: Library) -> None:
    demo = service(edition(library, EN))
    assert all((*demo.phones, *demo.emails, demo.address))
    field = service(edition(library, EN, release=Release.FIELD))
    assert [bool(phone) for phone in field.phones] == [True, False]
    assert (field.phones[1].status, field.phones[1].dial) == (FactStatus.HIDDEN, "")
    assert not any(field.emails), "an undated page is an old page"
    assert field.address


def test_a_field_site_shows_rights_and_safety_only_as_reviewed(library: Library) -> None:
    def title(language: LanguageTag, release: Release) -> tuple[str, str]:
        right = edition(library, language, release=release).rights.find("common/right-leave")
        assert right is not None
        return right.title.language, right.title.value

    assert title(AR, Release.PILOT) == (AR, "يمكنك المغادرة")
    assert title(AR, Release.FIELD) == (EN, "You may leave"), "an Arabic draft is not enough"
    assert title(FR, Release.FIELD) == (FR, "Vous pouvez partir")
    fear = edition(library, FR, release=Release.FIELD).topics.find("common/fear")
    assert fear is not None
    assert (fear.title.language, fear.summary.language) == (FR, EN)


def test_a_field_site_still_shows_drafts_of_what_is_not_about_safety(library: Library) -> None:
    assert summary(edition(library, AR, release=Release.FIELD)).language == AR


def test_no_placeholder_reaches_a_person(library: Library) -> None:
    for language in library.languages:
        for as_of in (RELEASED, AFTER_WARNING, AFTER_HIDING):
            shown = edition(library, language, as_of)
            for text in everything_said(shown):
                assert "{" not in text


def everything_said(edition: Edition) -> list[str]:
    said: list[str] = []

    def look(value: object) -> None:
        if isinstance(value, Text | ShownFact):
            said.append(value.value if isinstance(value, Text) else value.shown)
        elif isinstance(value, Block):
            said.append(value.plain)
        elif isinstance(value, tuple):
            for one in value:
                look(one)
        elif hasattr(value, "__dataclass_fields__"):
            for field in fields(value):  # type: ignore[arg-type]
                look(getattr(value, field.name))

    look((*edition.topics, *edition.programmes, *edition.services, *edition.rights))
    look((*edition.terms, *edition.questions, *edition.notices, *edition.opportunities))
    assert len(said) > 50
    return said


def test_facts_and_sources_are_found_by_their_ids(library: Library) -> None:
    fact = library.fact(FactId("host-es/phone"))
    assert fact.value == "+34911234567"
    assert library.source(fact.source).publisher == "An office"
    assert library.source(fact.source).url == "https://office.example/page"
    with pytest.raises(NotInLibraryError, match="host-de"):
        library.fact(FactId("host-de/phone"))
    with pytest.raises(LookupError):
        library.fact(FactId("host-es/nothing"))
