"""What a person answered: how a finger chooses, what is left out, what stops the return path."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kiosk.core.answers import Answers
from kiosk.core.questions import QUESTIONS, STOP_NEEDS
from tests.factories.answering import STOPS, answers, stopped_by

needs = st.lists(st.sampled_from(QUESTIONS["needs"].values), unique=True)


@pytest.mark.parametrize("lonely", ["none_of_these", "rather_not_say"])
def test_choosing_none_or_silence_last_clears_what_was_chosen(lonely: str) -> None:
    chosen = Answers().with_answer("needs", ["illness", "fear_of_return", lonely])

    assert chosen["needs"] == (lonely,)


@pytest.mark.parametrize("lonely", ["none_of_these", "rather_not_say"])
def test_choosing_a_need_clears_none_and_silence(lonely: str) -> None:
    chosen = Answers().with_answer("needs", [lonely, "fear_of_return"])

    assert chosen["needs"] == ("fear_of_return",)
    assert chosen.blocked_by == ("fear_of_return",)


@given(needs)
def test_none_and_silence_always_stand_alone_on_screen(chosen: list[str]) -> None:
    kept = Answers().with_answer("needs", chosen)["needs"]

    assert len(kept) <= 1 or not {"none_of_these", "rather_not_say"} & set(kept)
    assert set(kept) <= set(chosen)
    assert bool(kept) == bool(chosen)


def test_what_is_chosen_and_let_go_of_again_is_unanswered() -> None:
    chosen = Answers().with_answer("needs", ["illness"]).with_answer("needs", [])

    assert "needs" not in chosen
    assert chosen.is_open("needs")


def test_an_empty_list_that_was_written_down_means_none() -> None:
    written = Answers.of({"needs": [], "household": []})

    assert not written.is_open("needs")
    assert not written.is_open("household")


def test_silence_about_needs_leaves_them_open() -> None:
    assert Answers.of({"needs": ["illness", "rather_not_say"]}).is_open("needs")


@given(needs)
def test_no_other_answer_hides_one_that_stops_the_return_path(others: list[str]) -> None:
    for need in STOP_NEEDS:
        assert need in Answers.of({"needs": [*others, need]}).blocked_by
        assert need in Answers.of({"needs": [need, *others]}).blocked_by


def test_everything_that_stops_is_listed_in_the_order_of_the_questions() -> None:
    backwards = {"needs": list(reversed(STOP_NEEDS)), "age": ["under_18_alone"]}

    assert Answers.of(backwards).blocked_by == (
        "under_18_alone",
        "fear_of_return",
        "pressure",
        "exploited",
        "violence",
        "torture",
    )


@pytest.mark.parametrize(("question", "value"), STOPS)
def test_a_stop_ends_when_the_answer_is_taken_back(question: str, value: str) -> None:
    stopped = stopped_by(question, value)

    assert stopped.blocked_by == (value,)
    assert stopped.without(question).blocked_by == ()


@pytest.mark.parametrize(
    "value", ["illness", "disability", "medication", "minority", "none_of_these", "rather_not_say"]
)
def test_other_needs_stop_nothing(value: str) -> None:
    assert Answers.of({"needs": [value]}).blocked_by == ()


@given(answers())
def test_every_answer_is_either_sensitive_or_harmless(some: Answers) -> None:
    sensitive, harmless = some.sensitive, some.harmless

    assert {*sensitive.given, *harmless.given} == set(some.given)
    assert not set(sensitive.given) & set(harmless.given)
    assert harmless.blocked_by == ()
    assert sensitive.blocked_by == some.blocked_by


@given(answers(), needs)
def test_answers_never_change_once_given(before: Answers, chosen: list[str]) -> None:
    copy = dict(before.given)
    before.with_answer("needs", chosen)
    before.without("age")

    assert dict(before.given) == copy
