"""Answers a person may give, as Hypothesis draws them."""

from hypothesis import strategies as st

from kiosk.core.answers import Answers
from kiosk.core.questions import GUARDIAN_AGE, QUESTIONS, STOP_AGE, STOP_NEEDS, Question

STOPS = (("age", STOP_AGE), *(("needs", need) for need in STOP_NEEDS))
"""Every answer that stops the return path, with its question."""

GUARDIAN = Answers.of({"age": [GUARDIAN_AGE]})
PLAIN = Answers.of({"age": ["adult"], "needs": ["none_of_these"]})
"""Nothing stands in the way of a return."""


def stopped_by(question: str, value: str) -> Answers:
    """One answer that stops the return path, everything else open."""
    return Answers.of({question: [value]})


def _values(question: Question) -> st.SearchStrategy[list[str]]:
    values = st.sampled_from(question.values or ("EC-P", "SN-DK", "KH-12"))
    if question.is_many:
        return st.lists(values, unique=True)
    return st.lists(values, min_size=1, max_size=1)


def answers() -> st.SearchStrategy[Answers]:
    """Any answers to any of the questions, contradictions too."""
    given = st.fixed_dictionaries({}, optional={q.id: _values(q) for q in QUESTIONS.values()})
    return given.map(Answers.of)


def stopping_answers() -> st.SearchStrategy[Answers]:
    """Any answers with at least one that stops the return path."""
    return st.builds(_with_stop, answers(), st.sampled_from(STOPS))


def _with_stop(answers: Answers, stop: tuple[str, str]) -> Answers:
    question, value = stop
    others = answers[question] if QUESTIONS[question].is_many else ()
    return Answers.of({**answers.given, question: (*others, value)})
