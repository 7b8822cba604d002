"""The stop paths on the packs that ship: an answer that stops the return path takes every trace
of a return off the screen, the sheet and the search, and nothing else tells an onlooker why.
"""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kiosk.core.answers import Answers
from kiosk.core.entries import Entry, Topic
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Session
from kiosk.core.sheet import SectionId, SheetElement, SheetPlan, SheetRequest, SheetSection
from kiosk.i18n.isolation import strip_invisible
from kiosk.services.visiting import Visit
from tests.factories.answering import GUARDIAN, PLAIN, STOPS, answers, stopped_by, stopping_answers
from tests.factories.return_words import entries, is_return, return_words, words_of
from tests.factories.shipped import Shipped

TAGS = ("en", "fr", "es", "ar", "km")
HOSTS = ("ES", "FR", "TH")
ORIGINS = ("EC", "KH", "SN")
EVERYTHING = frozenset(QUESTIONS)
HARMLESS = frozenset(q.id for q in QUESTIONS.values() if not q.sensitive)

pairs = st.tuples(st.sampled_from(HOSTS), st.sampled_from(ORIGINS))
tags = st.sampled_from(TAGS)


def request_for(session: Session, *, discreet: bool, agreed: frozenset[str]) -> SheetRequest:
    assert session.host
    assert session.origin
    return SheetRequest(
        host=session.host,
        origin=session.origin,
        language=session.language,
        answers=session.answers,
        discreet=discreet,
        reasons_from=frozenset() if discreet else agreed,
        answers_from=frozenset() if discreet else agreed,
    )


def sheet_words(plan: SheetPlan) -> str:
    """Everything that stands on paper, but who published a source."""
    return "\n".join(_paper(plan))


def _paper(plan: SheetPlan) -> Iterator[str]:
    yield from (plan.title.text, plan.ribbon, plan.code_words, plan.qr)
    yield from (element.text for element in plan.lead)
    for section in plan.sections:
        yield section.title.text
        if section.id is not SectionId.SOURCES:
            yield from (strip_invisible(element.text) for element in section.elements)


def screen_words(visit: Visit) -> str:
    """Everything the screens of a visit can say about content."""
    shown: list[Entry] = [*visit.rights, *visit.agreements, *visit.terms]
    shown += [option.programme for option in visit.advice.options]
    shown += [entry for found in visit.topics.values() for entry in found]
    shown += [entry for found in visit.services.values() for entry in found]
    said = [word for entry in shown for word in words_of(entry)]
    said += [reason.text.value for option in visit.advice.options for reason in option.reasons]
    said += [text.value for text in visit.advice.first_words]
    return "\n".join(map(strip_invisible, said))


def assert_no_trace_of_return(shipped: Shipped, session: Session) -> None:
    visit = shipped.visit(session)
    assert session.host
    assert session.origin
    forbidden = return_words(visit.edition, session.host, session.origin)
    assert forbidden, "the packs say nothing about return: the test would see nothing"
    open_request = request_for(session, discreet=False, agreed=HARMLESS)
    places = {
        "screen": screen_words(visit),
        "sheet": sheet_words(shipped.plan(open_request)),
        "discreet": sheet_words(shipped.plan(replace(open_request, discreet=True))),
        "agreed": sheet_words(
            shipped.plan(request_for(session, discreet=False, agreed=EVERYTHING))
        ),
    }
    for place, said in places.items():
        found = [word for word in forbidden if word in said]
        assert not found, f"{place} in {session.language}: {found}"


@pytest.mark.parametrize("tag", TAGS)
@pytest.mark.parametrize(("question", "value"), STOPS)
def test_each_stop_takes_every_trace_of_return_away(
    shipped: Shipped, tag: str, question: str, value: str
) -> None:
    for host, origin in shipped.pairs():
        session = shipped.session(host, origin, tag, stopped_by(question, value))

        assert_no_trace_of_return(shipped, session)


@given(pairs, tags, stopping_answers())
def test_no_other_answer_brings_a_trace_of_return_back(
    shipped: Shipped, pair: tuple[str, str], tag: str, given_answers: Answers
) -> None:
    assert_no_trace_of_return(shipped, shipped.session(*pair, tag, given_answers))


@pytest.mark.parametrize("tag", TAGS)
def test_without_a_stop_returns_are_shown(shipped: Shipped, tag: str) -> None:
    for host, origin in shipped.pairs():
        session = shipped.session(host, origin, tag, PLAIN)
        visit = shipped.visit(session)
        forbidden = return_words(visit.edition, host, origin)

        assert any(word in screen_words(visit) for word in forbidden)
        sheet = shipped.plan(request_for(session, discreet=True, agreed=frozenset()))
        assert any(word in sheet_words(sheet) for word in forbidden)


@pytest.mark.parametrize("tag", TAGS)
def test_search_finds_no_return_by_any_of_its_own_words(shipped: Shipped, tag: str) -> None:
    asked: set[str] = set()
    for number, (host, origin) in enumerate(shipped.pairs()):
        question, value = STOPS[number % len(STOPS)]
        stopped = shipped.visit(shipped.session(host, origin, tag, stopped_by(question, value)))
        found = entries(stopped.edition, host, origin)
        returns = {e.id: next(words_of(e)) for e in found if is_return(e, origin)}
        free = shipped.visit(shipped.session(host, origin, tag))

        for ref, title in returns.items():
            assert stopped.find(ref) is None
            query = " ".join(title.split()[:6])
            if query not in asked:
                asked.add(query)
                assert not {hit.id for hit in stopped.search(query, 60)} & set(returns), query
        some = next(iter(returns))
        assert some in {hit.id for hit in free.search(returns[some], 60)}


@pytest.mark.parametrize(
    "query",
    ["return", "go back", "OFII", "IOM", "YMCA", "APRE", "450", "ticket", "retour", "retorno"],
)
def test_search_shows_no_amount_and_no_return_office(shipped: Shipped, query: str) -> None:
    for host, origin in shipped.pairs():
        for tag in ("en", "fr", "es"):
            session = shipped.session(host, origin, tag, stopped_by("needs", "fear_of_return"))
            visit = shipped.visit(session)
            forbidden = return_words(visit.edition, host, origin)

            for hit in visit.search(query, 60):
                said = strip_invisible(f"{hit.title} {hit.snippet}")
                assert not [word for word in forbidden if word in said]


@given(pairs, stopping_answers())
def test_nothing_that_is_gone_can_be_opened(
    shipped: Shipped, pair: tuple[str, str], given_answers: Answers
) -> None:
    host, origin = CountryCode(pair[0]), CountryCode(pair[1])
    visit = shipped.visit(shipped.session(host, origin, "en", given_answers))
    for entry in entries(visit.edition, host, origin):
        if not is_return(entry, origin):
            continue
        assert visit.find(entry.id) is None
        assert visit.topic(entry.id) is None
        assert visit.service(entry.id) is None
        assert visit.advice.find(entry.id) is None


def test_no_page_that_stays_leads_to_one_that_is_gone(shipped: Shipped) -> None:
    for host, origin in shipped.pairs():
        visit = shipped.visit(
            shipped.session(host, origin, "en", stopped_by("needs", "fear_of_return"))
        )
        for topic in (topic for topics in visit.topics.values() for topic in topics):
            for link in links_of(topic):
                if visit.edition.find(link):
                    assert visit.find(link), f"{topic.id} leads to {link}"


def links_of(topic: Topic) -> Iterator[str]:
    for block in topic.blocks:
        yield from (i.link for row in block.rows for cell in row for i in cell if i.link)


def test_options_that_stay_name_no_return_office(shipped: Shipped) -> None:
    for host, origin in shipped.pairs():
        visit = shipped.visit(
            shipped.session(host, origin, "en", stopped_by("needs", "fear_of_return"))
        )
        for option in visit.advice.options:
            for contact in option.programme.contacts:
                assert visit.service(contact), f"{option.programme.id} sends to {contact}"


def section(plan: SheetPlan, wanted: SectionId) -> SheetSection:
    return next(found for found in plan.sections if found.id is wanted)


@given(pairs, tags, answers(), st.booleans())
def test_protection_stands_the_same_on_everybodys_sheet(
    shipped: Shipped, pair: tuple[str, str], tag: str, given_answers: Answers, discreet: bool
) -> None:
    session = shipped.session(*pair, tag, given_answers)
    nobody = shipped.session(*pair, tag)
    agreed = EVERYTHING
    plan = shipped.plan(request_for(session, discreet=discreet, agreed=agreed))
    plain = shipped.plan(request_for(nobody, discreet=False, agreed=frozenset()))

    for same in (SectionId.PROTECTION, SectionId.COMPLAINT, SectionId.RIGHTS):
        assert section(plan, same) == section(plain, same)


@given(pairs, tags, answers())
def test_the_sheet_code_tells_nothing_about_answers(
    shipped: Shipped, pair: tuple[str, str], tag: str, given_answers: Answers
) -> None:
    told = request_for(
        shipped.session(*pair, tag, given_answers), discreet=False, agreed=EVERYTHING
    )
    plan = shipped.plan(told)
    plain = shipped.plan(replace(told, answers=Answers(), answers_from=frozenset()))

    assert (plan.code, plan.qr) == (plain.code, plain.qr)
    assert plan.code
    assert len(plan.qr.encode()) <= 1000


@given(pairs, tags, answers())
def test_a_discreet_sheet_has_no_reason_no_code_and_no_answer(
    shipped: Shipped, pair: tuple[str, str], tag: str, given_answers: Answers
) -> None:
    session = shipped.session(*pair, tag, given_answers)
    plan = shipped.plan(request_for(session, discreet=True, agreed=EVERYTHING))
    said = sheet_words(plan)
    visit = shipped.visit(session)

    assert (plan.code, plan.qr, plan.code_words) == ("", "", "")
    assert SectionId.ANSWERS not in {found.id for found in plan.sections}
    for option in visit.advice.options:
        assert option.verdict_words not in said
        for reason in option.reasons:
            assert strip_invisible(reason.text.value) not in said
    shipped_by = visit.edition.packs_for(session.host, session.origin)
    assert not any(pack.sha256[:8] in said for pack in shipped_by)


@given(pairs, tags, answers())
def test_what_was_answered_in_private_stays_off_paper_unless_agreed(
    shipped: Shipped, pair: tuple[str, str], tag: str, given_answers: Answers
) -> None:
    session = shipped.session(*pair, tag, given_answers)
    plan = shipped.plan(request_for(session, discreet=False, agreed=HARMLESS))
    said = sheet_words(plan)
    visit = shipped.visit(session)

    for option in visit.advice.options:
        harmless = {r.text.value for r in option.reasons if r.question in HARMLESS}
        for reason in option.reasons:
            if reason.question and reason.question not in HARMLESS:
                assert reason.text.value in harmless or reason.text.value not in said
    for question in (q for q in given_answers.given if QUESTIONS[q].sensitive):
        assert not any(element.key.startswith(f"answer/{question}") for element in elements(plan))


@given(pairs, tags, answers())
def test_two_people_who_differ_in_private_have_the_same_words_before_their_options(
    shipped: Shipped, pair: tuple[str, str], tag: str, given_answers: Answers
) -> None:
    """Nothing on a discreet sheet but the choice of options follows from a private answer."""
    session = shipped.session(*pair, tag, given_answers)
    told = section(
        shipped.plan(request_for(session, discreet=True, agreed=frozenset())), SectionId.OPTIONS
    )
    plain = section(
        shipped.plan(request_for(shipped.session(*pair, tag), discreet=True, agreed=frozenset())),
        SectionId.OPTIONS,
    )

    assert set(told.elements) <= set(plain.elements)


def elements(plan: SheetPlan) -> Iterator[SheetElement]:
    for found in plan.sections:
        yield from found.elements


@pytest.mark.parametrize("value", ["asylum_pending", "asylum_refused", "asked_to_leave"])
def test_the_time_to_appeal_stands_before_every_option_on_screen_and_paper(
    shipped: Shipped, value: str
) -> None:
    session = shipped.session("FR", "SN", "en", Answers.of({"situation": [value]}))
    advice = shipped.visit(session).advice
    plan = shipped.plan(request_for(session, discreet=True, agreed=frozenset()))
    said = sheet_words(plan)

    assert "appeal" in advice.first_words[0].value
    assert said.index(advice.first_words[0].value) < said.index(
        advice.options[0].programme.title.value
    )


@given(pairs, stopping_answers())
def test_the_first_steps_of_a_stopped_sheet_are_protection_and_legal_advice(
    shipped: Shipped, pair: tuple[str, str], given_answers: Answers
) -> None:
    session = shipped.session(*pair, "en", given_answers)
    plan = shipped.plan(request_for(session, discreet=True, agreed=frozenset()))
    titles = [e.key for e in section(plan, SectionId.STEPS).elements if e.key.count("/") == 2]

    assert titles[:2] == ["steps/common/protection", "steps/common/legal-advice"]


@pytest.mark.parametrize("value", ["asylum_pending", "asylum_refused"])
def test_legal_advice_stands_before_the_steps_of_a_return_while_asylum_is_open(
    shipped: Shipped, value: str
) -> None:
    told = Answers.of({**PLAIN.given, "situation": [value], "means": ["cannot_pay_travel"]})
    session = shipped.session("ES", "EC", "en", told)
    plan = shipped.plan(request_for(session, discreet=True, agreed=frozenset()))
    titles = [e.key for e in section(plan, SectionId.STEPS).elements if e.key.count("/") == 2]

    assert titles.index("steps/common/legal-advice") < titles.index("steps/host-es/assisted-return")


@given(pairs, tags)
@settings(max_examples=20)
def test_before_a_guardian_check_a_sheet_holds_no_step_of_a_return(
    shipped: Shipped, pair: tuple[str, str], tag: str
) -> None:
    session = shipped.session(*pair, tag, GUARDIAN)
    plan = shipped.plan(request_for(session, discreet=False, agreed=HARMLESS))
    steps = [found for found in plan.sections if found.id is SectionId.STEPS]
    told = {e.key for found in steps for e in found.elements}
    visit = shipped.visit(session)

    for option in visit.advice.options:
        if is_return(option.programme, CountryCode(pair[1])):
            assert f"steps/{option.programme.id}" not in told


def test_search_before_the_countries_are_known_keeps_to_the_stop_too(shipped: Shipped) -> None:
    session = replace(
        shipped.session("ES", "EC", "en", stopped_by("age", "under_18_alone")),
        host=None,
        origin=None,
    )
    hits = shipped.visit(session).search("return help OFII", 60)
    programmes = shipped.library.edition(LanguageTag("en"), shipped.day).programmes
    returns = {p.id for p in programmes if p.kind.is_return}

    assert not {hit.id for hit in hits} & returns
