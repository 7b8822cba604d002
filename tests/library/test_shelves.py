"""Finding entries: by id, by pair of countries, by place; what is over is gone."""

from datetime import date

import pytest

from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import NoticePlace
from kiosk.core.questions import QUESTIONS
from kiosk.library import Edition, Library
from kiosk.library.edition import NotInLibraryError
from tests.factories.packs import RELEASED

EN = LanguageTag("en")
ES, FR, EC, SN = (CountryCode(code) for code in ("ES", "FR", "EC", "SN"))


@pytest.fixture
def edition(library: Library) -> Edition:
    return library.edition(EN, RELEASED)


def test_an_entry_is_found_by_its_id_or_not_at_all(edition: Edition) -> None:
    topic = edition.topics.find("common/avrr")
    assert topic is not None
    assert topic.id == "common/avrr"
    assert edition.topics.find("common/nothing") is None
    assert edition.topics.find("common/right-leave") is None, "a right is no topic"
    right = edition.find("common/right-leave")
    assert right is not None
    assert "common/right-leave" in edition.rights
    assert "common/right-leave" not in edition.topics


def test_a_shelf_holds_its_kind_in_the_order_of_packs(edition: Edition) -> None:
    assert [entry.id for entry in edition.services] == [
        "host-es/legal",
        "host-es/jobs",
        "host-fr/legal",
    ]
    assert len(edition.services) == 3
    assert edition.services.find("host-es/jobs") is edition.services.find("host-es/jobs")


def test_what_a_pack_of_a_country_says_is_for_that_country(edition: Edition) -> None:
    assert [s.id for s in edition.services.for_pair(FR, EC)] == ["host-fr/legal"]
    assert [p.id for p in edition.programmes.for_pair(ES, EC)] == [
        "host-es/apre",
        "host-es/old-option",
    ]
    assert [p.id for p in edition.programmes.for_pair(ES, SN)] == ["host-es/old-option"]
    assert not edition.programmes.for_pair(FR, EC)
    pages = [topic.id for topic in edition.topics.for_pair(FR, SN)]
    assert "common/avrr" in pages
    assert "origin-ec/first-days" not in pages
    assert len(edition.services.for_pair(None, None)) == 3


def test_an_entry_that_names_no_country_says_so_after_reading_too(edition: Edition) -> None:
    jobs = edition.services.find("host-es/jobs")
    assert jobs is not None
    assert jobs.fits(ES, EC)
    assert not jobs.fits(FR, EC), "the rules of core see the country of the pack"


def test_an_opening_is_gone_after_its_last_day(library: Library) -> None:
    last = library.edition(EN, date(2026, 12, 31))
    assert [o.id for o in last.opportunities] == ["origin-ec/baker"]
    after = library.edition(EN, date(2027, 1, 1))
    assert not list(after.opportunities)
    assert after.find("origin-ec/baker") is None
    assert not library.search("bake", EN, as_of=date(2027, 1, 1))


def test_every_question_and_notice_has_its_words(edition: Edition) -> None:
    for question in QUESTIONS:
        assert edition.question(question).question == question
    for place in NoticePlace:
        assert edition.notice(place).value.startswith("Notice ")


def test_a_library_without_the_safety_core_says_so() -> None:
    bare = Library(()).edition(EN, RELEASED)
    with pytest.raises(NotInLibraryError, match=r"notices\.toml.*make build"):
        bare.notice(NoticePlace.PROTECTION)
    with pytest.raises(NotInLibraryError, match=r"questions\.toml.*make build"):
        bare.question("age")


def test_regions_are_those_of_the_origin_pack_in_its_order(library: Library) -> None:
    french = library.edition(LanguageTag("fr"), RELEASED)
    named = [(code, text.value, text.language) for code, text in french.regions(EC)]
    assert named == [("EC-P", "Le Pichincha", "fr"), ("EC-G", "Guayas", "en")]
    assert not french.regions(SN)


def test_packs_of_a_pair_leave_other_countries_out(edition: Edition) -> None:
    assert [pack.id for pack in edition.packs_for(ES, SN)] == ["common", "host-es", "origin-sn"]
    assert edition.country_of("host-es/legal") == "ES"
    assert edition.country_of("common/avrr") is None


def test_an_option_knows_that_it_rests_on_an_old_source(edition: Edition) -> None:
    fresh = edition.programmes.find("host-es/apre")
    old = edition.programmes.find("host-es/old-option")
    assert fresh is not None
    assert old is not None
    assert not edition.rests_on_old_source(fresh)
    assert edition.rests_on_old_source(old)


def test_sources_age_with_the_day_asked_for(library: Library) -> None:
    later = library.edition(EN, date(2028, 11, 1))
    fresh = later.programmes.find("host-es/apre")
    assert fresh is not None
    assert later.rests_on_old_source(fresh)


def test_an_edition_is_made_once_for_a_language_and_a_day(library: Library) -> None:
    assert library.edition(EN, RELEASED) is library.edition(EN, RELEASED)
    assert library.edition(EN, RELEASED) is not library.edition(LanguageTag("ar"), RELEASED)
