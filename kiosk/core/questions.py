"""The questions a person may answer: fixed ids, so that packs, golden cases and tests name them."""

from dataclasses import dataclass
from enum import Enum


class QuestionKind(Enum):
    """How many values an answer may hold."""

    ONE = "one"
    MANY = "many"


@dataclass(frozen=True)
class Question:
    """One question.

    `values` are the ids allowed; empty for `region`, whose values are the regions the origin pack
    declares. `sensitive` answers never reach paper, a count or a sheet code without a yes.
    """

    id: str
    kind: QuestionKind
    values: tuple[str, ...]
    sensitive: bool = False

    @property
    def is_many(self) -> bool:
        """True when several values may be chosen."""
        return self.kind is QuestionKind.MANY


def _one(id_: str, values: str, *, sensitive: bool = False) -> Question:
    return Question(id_, QuestionKind.ONE, tuple(values.split()), sensitive)


def _many(id_: str, values: str, *, sensitive: bool = False) -> Question:
    return Question(id_, QuestionKind.MANY, tuple(values.split()), sensitive)


_QUESTIONS = (
    _one(
        "situation",
        "planning_to_leave just_arrived regular_stay contract_ending in_transit stranded deciding "
        "asked_to_leave asylum_pending asylum_refused refugee back_home",
        sensitive=True,
    ),
    _one("age", "under_18_alone under_18_with_family adult over_60", sensitive=True),
    _many("household", "alone partner children single_parent pregnant elderly_relative"),
    _one(
        "papers",
        "valid_passport expired_passport other_identity_paper no_papers",
        sensitive=True,
    ),
    _one("means", "can_pay_travel cannot_pay_travel", sensitive=True),
    _one("return_kind", "permanent temporary circular virtual undecided"),
    _many(
        "needs",
        "illness disability medication fear_of_return exploited violence pressure torture "
        "minority none_of_these rather_not_say",
        sensitive=True,
    ),
    _many(
        "plans",
        "job own_business training school_for_children housing savings_credit pension "
        "skills_recognition other_questions",
    ),
    _one("occupation", "0 1 2 3 4 5 6 7 8 9"),
    _one("region", ""),
)

QUESTIONS: dict[str, Question] = {question.id: question for question in _QUESTIONS}

DECLINED = "rather_not_say"
NEEDS_NONE = "none_of_these"
STOP_NEEDS = ("fear_of_return", "pressure", "exploited", "violence", "torture")
STOP_AGE = "under_18_alone"
GUARDIAN_AGE = "under_18_with_family"
ASYLUM_SITUATIONS = ("asylum_pending", "asylum_refused")
