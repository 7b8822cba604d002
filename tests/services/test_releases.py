"""What a field site shows less than a demonstration: drafts of safety texts, old contacts."""

from datetime import date

import pytest

from kiosk.core.eligibility import Verdict
from kiosk.core.ids import LanguageTag
from kiosk.core.kinds import NoticePlace, Release
from kiosk.core.texts import Text
from kiosk.settings import Site
from tests.factories.answering import PLAIN
from tests.factories.shipped import Shipped

FIELD = Site(release=Release.FIELD)
DRAFTED = ("fr", "es", "ar", "km")


def is_trusted(text: Text | None) -> bool:
    return text is None or not text.state.is_draft


@pytest.mark.parametrize("tag", DRAFTED)
def test_a_field_site_shows_no_safety_text_that_nobody_reviewed(shipped: Shipped, tag: str) -> None:
    for host, origin in shipped.pairs():
        visit = shipped.visit(shipped.session(host, origin, tag), FIELD)
        notices = [visit.notice(place) for place in NoticePlace]
        safety = [s for kind, found in visit.services.items() if kind.is_safety for s in found]

        assert all(text.value for text in notices)
        assert all(is_trusted(text) for text in notices)
        assert all(is_trusted(r.title) and is_trusted(r.plain) for r in visit.rights)
        assert all(is_trusted(s.name) and is_trusted(s.description) for s in safety)


@pytest.mark.parametrize("tag", DRAFTED)
def test_a_demonstration_shows_drafts_in_the_language_of_the_person(
    shipped: Shipped, tag: str
) -> None:
    visit = shipped.visit(shipped.session("ES", "EC", tag))

    assert visit.notice(NoticePlace.PROTECTION).language == tag
    assert visit.notice(NoticePlace.PROTECTION).state.is_draft


def test_a_field_site_says_that_a_text_is_not_yet_in_the_language(shipped: Shipped) -> None:
    visit = shipped.visit(shipped.session("ES", "EC", "ar"), FIELD)

    assert visit.notice(NoticePlace.PROTECTION).language == "en"


def test_a_field_site_gives_no_contact_that_rests_on_an_old_page(shipped: Shipped) -> None:
    edition = shipped.library.edition(LanguageTag("en"), shipped.day, Release.FIELD)
    facts = [
        fact
        for service in edition.services
        for fact in (*service.phones, *service.emails, service.address, service.website)
        if fact is not None
    ]
    old = [f for f in facts if shipped.library.source(f.source).is_old(shipped.day)]

    assert old
    assert all(not fact.shown and not fact.dial for fact in old)
    assert any(fact.shown for fact in facts)


def test_a_field_site_never_calls_likely_what_rests_on_an_old_page(shipped: Shipped) -> None:
    seen = 0
    for host, origin in shipped.pairs():
        visit = shipped.visit(shipped.session(host, origin, "en", PLAIN), FIELD)
        for option in visit.advice.options:
            if visit.edition.rests_on_old_source(option.programme):
                seen += 1
                assert option.verdict is not Verdict.LIKELY
                assert any(reason.question == "" for reason in option.reasons)
    assert seen


def test_years_later_nothing_on_record_is_shown_as_current(shipped: Shipped) -> None:
    edition = shipped.library.edition(LanguageTag("en"), date(2032, 1, 1))
    facts = [fact for service in edition.services for fact in service.phones]

    assert facts
    assert not any(fact.shown for fact in facts)
