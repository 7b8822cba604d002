"""Verdicts: what beats what, what is never unlikely, and when nobody may hear "likely"."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.answers import Answers
from kiosk.core.eligibility import Cap, Verdict, advise, check_condition, judge
from kiosk.core.entries import Condition, Programme
from kiosk.core.ids import EntryRef, LanguageTag
from kiosk.core.kinds import ProgrammeKind
from kiosk.core.questions import ASYLUM_SITUATIONS, QUESTIONS
from kiosk.core.texts import Text
from tests.factories.answering import PLAIN, answers, stopping_answers

DAY = date(2026, 11, 21)
RETURNS = [kind for kind in ProgrammeKind if kind.is_return]
OTHERS = [kind for kind in ProgrammeKind if not kind.is_return]
ALWAYS_OPEN = (ProgrammeKind.PROTECTION, ProgrammeKind.LEGAL_ADVICE, ProgrammeKind.WAITING)

MUST_PAY = ("means", ("can_pay_travel",), ())
PAYS = ("means", ["can_pay_travel"])
CANNOT_PAY = ("means", ["cannot_pay_travel"])


def words(text: str) -> Text:
    return Text(text, LanguageTag("en"))


def condition(
    question: str, meets: tuple[str, ...] = (), excludes: tuple[str, ...] = ()
) -> Condition:
    told = (words("met"), words("unmet"), words("unknown"))
    return Condition(f"c-{question.replace('_', '-')}", question, *told, meets, excludes)


def programme(kind: ProgrammeKind, *conditions: Condition, name: str = "one") -> Programme:
    return Programme(
        id=EntryRef(f"test/{name}"),
        sources=(),
        checked=DAY,
        title=words(name),
        summary=words(name),
        kind=kind,
        conditions=conditions,
    )


def with_answers(*more: tuple[str, list[str]]) -> Answers:
    return Answers.of({**PLAIN.given, **dict(more)})


@st.composite
def conditions(draw: st.DrawFn) -> Condition:
    """A condition on any question, as an editor could write it."""
    question = draw(st.sampled_from([q for q in QUESTIONS.values() if q.values]))
    values = st.lists(st.sampled_from(question.values), unique=True, max_size=3)
    meets, excludes = draw(values), draw(values)
    return condition(question.id, tuple(meets), tuple(v for v in excludes if v not in meets))


programmes = st.builds(
    lambda kind, found: programme(kind, *found),
    st.sampled_from(ProgrammeKind),
    st.lists(conditions(), max_size=4),
)


@given(programmes, answers())
def test_unlikely_beats_ask_beats_likely(one: Programme, given_answers: Answers) -> None:
    option = judge(one, given_answers)
    results = [finding.met for finding in option.findings]

    if option.verdict is Verdict.LIKELY:
        assert results
        assert all(results)
    if False in results and one.kind not in ALWAYS_OPEN:
        assert option.verdict is Verdict.UNLIKELY
    elif None in results:
        assert option.verdict is Verdict.ASK


@given(programmes, answers())
def test_every_verdict_but_likely_has_a_reason(one: Programme, given_answers: Answers) -> None:
    option = judge(one, given_answers)

    doubts = [finding for finding in option.findings if finding.met is not True]
    assert option.verdict is Verdict.LIKELY or doubts or option.caps


@given(programmes, answers())
def test_help_for_everybody_is_never_unlikely(one: Programme, given_answers: Answers) -> None:
    for kind in ALWAYS_OPEN:
        assert judge(replace(one, kind=kind), given_answers).verdict is not Verdict.UNLIKELY


@given(answers())
def test_without_a_condition_on_record_one_can_only_ask(given_answers: Answers) -> None:
    for kind in ProgrammeKind:
        option = judge(programme(kind), given_answers)

        assert option.verdict is Verdict.ASK
        assert Cap.NO_CONDITIONS in option.caps


@given(programmes, answers())
def test_nobody_whose_case_is_open_hears_that_a_return_is_likely(
    one: Programme, given_answers: Answers
) -> None:
    if judge(one, given_answers).verdict is Verdict.LIKELY and one.kind.is_return:
        assert given_answers["age"] in (("adult",), ("over_60",), ("under_18_alone",))
        assert "needs" in given_answers
        assert "rather_not_say" not in given_answers["needs"]
        assert not {"asylum_pending", "asylum_refused"} & set(given_answers["situation"])


@pytest.mark.parametrize("kind", RETURNS)
def test_a_return_that_fits_is_likely(kind: ProgrammeKind) -> None:
    fitting = programme(kind, condition(*MUST_PAY))

    assert judge(fitting, with_answers(PAYS)).verdict is Verdict.LIKELY
    assert judge(fitting, with_answers(CANNOT_PAY)).verdict is Verdict.UNLIKELY
    assert judge(fitting, with_answers()).verdict is Verdict.ASK


@pytest.mark.parametrize("kind", RETURNS)
@pytest.mark.parametrize(
    ("change", "cap"),
    [
        (("age", []), Cap.AGE_OPEN),
        (("age", ["under_18_with_family"]), Cap.GUARDIAN),
        (("needs", ["rather_not_say"]), Cap.NEEDS_OPEN),
        (("situation", ["asylum_pending"]), Cap.ASYLUM),
        (("situation", ["asylum_refused"]), Cap.ASYLUM),
    ],
)
def test_a_return_that_fits_is_only_to_ask_about_while_something_is_open(
    kind: ProgrammeKind, change: tuple[str, list[str]], cap: Cap
) -> None:
    fitting = programme(kind, condition(*MUST_PAY))
    option = judge(fitting, with_answers(PAYS, change))

    assert option.verdict is Verdict.ASK
    assert option.caps == (cap,)


@pytest.mark.parametrize("question", ["age", "needs"])
def test_a_return_is_only_to_ask_about_while_age_or_needs_are_unanswered(question: str) -> None:
    fitting = programme(ProgrammeKind.ASSISTED_RETURN, condition(*MUST_PAY))

    assert judge(fitting, with_answers(PAYS).without(question)).verdict is Verdict.ASK


@pytest.mark.parametrize("kind", OTHERS)
def test_age_needs_and_asylum_put_nothing_in_the_way_of_other_options(kind: ProgrammeKind) -> None:
    fitting = programme(kind, condition(*MUST_PAY))
    open_case = Answers.of({"means": ["can_pay_travel"], "situation": ["asylum_pending"]})

    assert judge(fitting, open_case).verdict is Verdict.LIKELY


def test_what_rests_on_an_old_source_is_never_likely() -> None:
    fitting = programme(ProgrammeKind.REGULAR_STAY, condition(*MUST_PAY))
    advice = advise([fitting], with_answers(PAYS), old_sources=[fitting])

    assert advice.options[0].verdict is Verdict.ASK
    assert advice.options[0].caps == (Cap.OLD_SOURCE,)


@given(st.permutations(list(ProgrammeKind)), answers())
def test_the_order_of_options_never_follows_the_verdict(
    kinds: list[ProgrammeKind], given_answers: Answers
) -> None:
    all_kinds = [programme(kind, condition(*MUST_PAY), name=kind.name.lower()) for kind in kinds]
    shown = [option.programme.kind for option in advise(all_kinds, given_answers).options]

    asylum = set(given_answers["situation"]) & set(ASYLUM_SITUATIONS)
    first = [ProgrammeKind.LEGAL_ADVICE] if asylum else []
    order = [*first, *(kind for kind in ProgrammeKind if kind not in first)]
    assert shown == [kind for kind in order if kind in shown]


@given(st.lists(programmes, max_size=6), stopping_answers())
def test_a_stopped_return_path_has_no_return_and_says_why(
    found: list[Programme], given_answers: Answers
) -> None:
    named = [replace(p, id=EntryRef(f"test/p{number}")) for number, p in enumerate(found)]
    advice = advise(named, given_answers)

    assert advice.blocked_by
    assert {option.programme.id for option in advice.options} == {
        p.id for p in named if not p.kind.is_return
    }


def test_an_option_marked_as_about_return_goes_with_the_returns() -> None:
    marked = replace(programme(ProgrammeKind.REGULAR_STAY), about_return=True)

    assert advise([marked], Answers.of({"needs": ["fear_of_return"]})).options == ()
    assert len(advise([marked], PLAIN).options) == 1


@pytest.mark.parametrize(
    ("situation", "first"),
    [
        ("asylum_pending", True),
        ("asylum_refused", True),
        ("asked_to_leave", True),
        ("regular_stay", False),
    ],
)
def test_legal_advice_comes_first_where_time_runs(situation: str, first: bool) -> None:
    assert advise([], with_answers(("situation", [situation]))).legal_first is first


def test_a_child_with_family_needs_a_guardian_check() -> None:
    assert advise([], Answers.of({"age": ["under_18_with_family"]})).guardian_check
    assert not advise([], PLAIN).guardian_check


@pytest.mark.parametrize(
    ("given_values", "meets", "excludes", "met"),
    [
        (["job"], ("job",), (), True),
        (["pension"], ("job",), (), False),
        (["job", "pension"], ("job",), (), True),
        (["job"], (), ("pension",), True),
        (["job", "pension"], (), ("pension",), False),
        (["job", "pension"], ("job",), ("pension",), False),
        ([], ("job",), (), False),
        ([], (), ("job",), True),
    ],
)
def test_a_condition_is_met_by_what_it_names_and_by_nothing_it_excludes(
    given_values: list[str], meets: tuple[str, ...], excludes: tuple[str, ...], met: bool
) -> None:
    said = Answers.of({"plans": given_values})

    assert check_condition(condition("plans", meets, excludes), said) is met


def test_a_condition_about_an_unanswered_question_is_unknown() -> None:
    assert check_condition(condition("plans", ("job",)), Answers()) is None
