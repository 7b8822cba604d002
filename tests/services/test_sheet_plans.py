"""The sheet as a plan: its parts, its order, its two languages, and what time takes off it."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.answers import Answers
from kiosk.core.facts import FactType
from kiosk.core.ids import CountryCode, LanguageTag, RegionCode
from kiosk.core.sheet import ElementKind, SectionId, SheetElement, SheetPlan, SheetRequest
from kiosk.i18n.isolation import strip_invisible
from tests.factories.answering import PLAIN, answers, stopped_by
from tests.factories.shipped import Shipped

TAGS = ("en", "fr", "es", "ar", "km")
PARTS = (
    SectionId.OPTIONS,
    SectionId.RIGHTS,
    SectionId.PROTECTION,
    SectionId.STEPS,
    SectionId.CONTACTS,
    SectionId.NOT_KNOWN,
    SectionId.COMPLAINT,
    SectionId.SOURCES,
)
FIRST_PERSON = Answers()
SECOND_PERSON = Answers.of({"situation": ["asylum_refused"], "age": ["adult"]})
THIRD_PERSON = stopped_by("needs", "fear_of_return")


def request(host: str, origin: str, language: str, given_answers: Answers) -> SheetRequest:
    return SheetRequest(
        host=CountryCode(host),
        origin=CountryCode(origin),
        language=LanguageTag(language),
        answers=given_answers,
    )


def words(plan: SheetPlan) -> str:
    said = [element.text for section in plan.sections for element in section.elements]
    return strip_invisible("\n".join(said))


def keys(plan: SheetPlan) -> list[tuple[str, list[str]]]:
    return [
        (section.id.value, [element.key for element in section.elements])
        for section in plan.sections
        if section.id is not SectionId.SOURCES
    ]


@pytest.mark.parametrize("person", [FIRST_PERSON, SECOND_PERSON, THIRD_PERSON])
@pytest.mark.parametrize("tag", TAGS)
def test_every_sheet_has_all_its_parts_in_order(
    shipped: Shipped, tag: str, person: Answers
) -> None:
    for host, origin in shipped.pairs():
        plan = shipped.plan(request(host, origin, tag, person))
        shown = [section.id for section in plan.sections]

        assert set(PARTS) <= set(shown)
        assert shown == [part for part in SectionId if part in shown]
        assert all(section.elements for section in plan.sections)


def test_a_sheet_without_a_single_answer_is_whole(shipped: Shipped) -> None:
    for host, origin in shipped.pairs():
        plan = shipped.plan(request(host, origin, "en", Answers()))
        shown = {section.id for section in plan.sections}

        assert shown == set(SectionId) - {SectionId.ANSWERS}
        boxes = [e for s in plan.sections for e in s.elements if e.kind is ElementKind.CHECKBOX]
        assert len(boxes) >= 3


def test_the_date_of_a_sheet_is_that_of_the_packs_not_of_the_visit(shipped: Shipped) -> None:
    later = shipped.plan(request("ES", "EC", "en", Answers()), day=date(2027, 2, 3))
    dates = "\n".join(e.text for e in section_elements(later, SectionId.SOURCES))

    assert str(shipped.library.released.year) in dates
    assert "2027" not in dates


@given(
    st.sampled_from(("ES", "FR", "TH")),
    st.sampled_from(("EC", "KH", "SN")),
    st.permutations(TAGS),
    answers(),
    st.booleans(),
)
def test_two_languages_hold_the_same_parts_in_the_same_order(
    shipped: Shipped,
    host: str,
    origin: str,
    tags: list[str],
    given_answers: Answers,
    discreet: bool,
) -> None:
    wanted = replace(
        request(host, origin, tags[0], given_answers),
        also=LanguageTag(tags[1]),
        discreet=discreet,
        reasons_from=frozenset() if discreet else frozenset(given_answers.given),
        answers_from=frozenset() if discreet else frozenset(given_answers.given),
    )
    one, other = shipped.plan(wanted), shipped.plan(wanted, tags[1])

    assert keys(one) == keys(other)
    assert (one.code, one.qr) == (other.code, other.qr)


@pytest.mark.parametrize("tag", TAGS)
def test_no_element_is_empty_and_no_key_stands_twice(shipped: Shipped, tag: str) -> None:
    for host, origin in shipped.pairs():
        plan = shipped.plan(request(host, origin, tag, PLAIN))
        elements = [e for section in plan.sections for e in section.elements]

        assert all(strip_invisible(e.text).strip() for e in elements)
        assert len({e.key for e in elements}) == len(elements)


@pytest.mark.parametrize("tag", TAGS)
def test_no_placeholder_and_no_id_reaches_paper(shipped: Shipped, tag: str) -> None:
    for host, origin in shipped.pairs():
        said = words(shipped.plan(request(host, origin, tag, PLAIN)))

        assert "{" not in said
        assert "_of_" not in said
        assert not any(verdict in said.split() for verdict in ("likely", "unlikely"))


def test_every_contact_says_who_runs_it_before_its_number(shipped: Shipped) -> None:
    for host, origin in shipped.pairs():
        plan = shipped.plan(request(host, origin, "en", Answers()))
        elements = [e for section in plan.sections for e in section.elements]
        for number, element in enumerate(elements):
            if element.kind is ElementKind.PHONE:
                contact = element.key.rsplit("/", 1)[0]
                before = {e.key for e in elements[:number]}
                assert f"{contact}/run" in before


def test_paper_cites_the_sources_of_what_stands_on_it_and_no_others(shipped: Shipped) -> None:
    stopped = shipped.plan(request("FR", "SN", "en", THIRD_PERSON))
    free = shipped.plan(request("FR", "SN", "en", Answers()))
    programmes = shipped.library.edition(LanguageTag("en"), shipped.day).programmes
    returns = next(p for p in programmes if p.id == "host-fr/aide-au-retour")
    titles = [shipped.library.source(source).title for source in returns.sources]

    assert all(title in sources(free) for title in titles)
    shared = {s for p in programmes for s in p.sources if not p.kind.is_return}
    only = [
        shipped.library.source(s).title
        for s in returns.sources
        if s not in shared and s != "host-fr/unhcr-fraud"
    ]
    assert only
    assert not [title for title in only if title in sources(stopped)]


def sources(plan: SheetPlan) -> str:
    return "\n".join(e.text for e in section_elements(plan, SectionId.SOURCES))


def section_elements(plan: SheetPlan, wanted: SectionId) -> tuple[SheetElement, ...]:
    return next(s.elements for s in plan.sections if s.id is wanted)


def test_what_has_expired_is_not_printed_any_more(shipped: Shipped) -> None:
    today = words(shipped.plan(request("TH", "KH", "en", Answers())))
    late = words(shipped.plan(request("TH", "KH", "en", Answers()), day=date(2031, 1, 1)))
    edition = shipped.library.edition(LanguageTag("en"), shipped.day)
    phones = {
        strip_invisible(fact.shown)
        for service in edition.services.for_pair(CountryCode("TH"), CountryCode("KH"))
        for fact in service.phones
        if fact.type is FactType.PHONE
    }

    assert any(phone in today for phone in phones)
    assert not [phone for phone in phones if f"\n{phone}\n" in late]
    assert "Phone: not known" in late


def test_the_chosen_region_decides_which_contacts_at_home_are_printed(shipped: Shipped) -> None:
    wanted = request("TH", "KH", "en", Answers())
    here = replace(wanted, region=RegionCode("KH-17"))
    keys_here = {e for _, found in keys(shipped.plan(here)) for e in found}
    keys_there = {
        e
        for _, found in keys(shipped.plan(replace(wanted, region=RegionCode("KH-1"))))
        for e in found
    }

    assert "contact/origin-kh/mrc-siem-reap" in keys_here
    assert "contact/origin-kh/mrc-siem-reap" not in keys_there


def test_answers_stand_on_paper_in_words_when_the_person_agrees(shipped: Shipped) -> None:
    told = Answers.of({"plans": ["own_business"], "region": ["EC-P"]})
    wanted = replace(request("ES", "EC", "es", told), answers_from=frozenset({"plans", "region"}))
    plan = shipped.plan(wanted)
    said = "\n".join(e.text for e in section_elements(plan, SectionId.ANSWERS))

    assert "own_business" not in said
    assert "Pichincha" in said


def test_verdicts_are_said_in_words_and_not_on_discreet_paper(shipped: Shipped) -> None:
    wanted = request("ES", "EC", "en", PLAIN)
    verdicts = [
        e
        for s in shipped.plan(wanted).sections
        for e in s.elements
        if e.kind is ElementKind.VERDICT
    ]
    discreet = shipped.plan(replace(wanted, discreet=True))

    assert verdicts
    assert not [e for s in discreet.sections for e in s.elements if e.kind is ElementKind.VERDICT]


@pytest.mark.parametrize("tag", ["fr", "es", "ar", "km"])
def test_drafts_and_the_demonstration_are_named_on_paper(shipped: Shipped, tag: str) -> None:
    plan = shipped.plan(request("ES", "EC", tag, Answers()))
    keys_of_lead = {element.key for element in plan.lead}

    assert {"lead/demo", "lead/draft"} <= keys_of_lead
    assert plan.ribbon
