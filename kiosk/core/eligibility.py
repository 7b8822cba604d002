"""Rules: answers and programmes in, verdicts with reasons out.

Contract of DESIGN section 6: `unlikely` beats `ask` beats `likely`; a programme without a
condition is `ask`; a return-kind option is at most `ask` while age or needs are open, while asylum
is pending or refused, or before a guardian check; the order never follows the verdict.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from functools import partial

from kiosk.core.answers import Answers
from kiosk.core.entries import Condition, Programme
from kiosk.core.kinds import ProgrammeKind
from kiosk.core.questions import ASYLUM_SITUATIONS, GUARDIAN_AGE
from kiosk.core.stop_path import is_about_return


class Verdict(Enum):
    """What the rules say; the ids are never shown to a person."""

    LIKELY = "likely"
    ASK = "ask"
    UNLIKELY = "unlikely"


class Cap(Enum):
    """Why a verdict is no better than `ask`, beside the programme's own conditions."""

    NO_CONDITIONS = "no_conditions"
    AGE_OPEN = "age_open"
    NEEDS_OPEN = "needs_open"
    ASYLUM = "asylum"
    GUARDIAN = "guardian"
    OLD_SOURCE = "old_source"

    @property
    def question(self) -> str:
        """The question it hangs on, empty where none."""
        return _CAP_QUESTIONS.get(self, "")


_CAP_QUESTIONS = {
    Cap.AGE_OPEN: "age",
    Cap.GUARDIAN: "age",
    Cap.NEEDS_OPEN: "needs",
    Cap.ASYLUM: "situation",
}


@dataclass(frozen=True)
class Finding:
    """One condition and how it came out: met True, not met False, unknown None."""

    condition: Condition
    met: bool | None


@dataclass(frozen=True)
class Option:
    """One programme with its verdict, the findings and the caps that led to it."""

    programme: Programme
    verdict: Verdict
    findings: tuple[Finding, ...]
    caps: tuple[Cap, ...]


@dataclass(frozen=True)
class Advice:
    """All options of a pair. `legal_first`: legal advice and the time to appeal stand first."""

    blocked_by: tuple[str, ...]
    options: tuple[Option, ...]
    legal_first: bool
    guardian_check: bool


def check_condition(condition: Condition, answers: Answers) -> bool | None:
    """True when met, False when not, None when the question is open."""
    if answers.is_open(condition.question):
        return None
    given = set(answers[condition.question])
    if given & set(condition.excludes):
        return False
    return not condition.meets or bool(given & set(condition.meets))


def judge(programme: Programme, answers: Answers, *, rests_on_old_source: bool = False) -> Option:
    """The verdict on one programme.

    `rests_on_old_source` is true at a `field` site when its sources are over 24 months old.
    """
    findings = tuple(Finding(c, check_condition(c, answers)) for c in programme.conditions)
    caps = _caps(programme, answers, rests_on_old_source)
    results = [finding.met for finding in findings]
    if False in results and not programme.kind.is_never_unlikely:
        verdict = Verdict.UNLIKELY
    elif caps or None in results or False in results:
        verdict = Verdict.ASK
    else:
        verdict = Verdict.LIKELY
    return Option(programme, verdict, findings, caps)


def _caps(programme: Programme, answers: Answers, old: bool) -> tuple[Cap, ...]:
    caps = []
    if not programme.conditions:
        caps.append(Cap.NO_CONDITIONS)
    if is_about_return(programme):
        if answers.is_open("age"):
            caps.append(Cap.AGE_OPEN)
        if GUARDIAN_AGE in answers["age"]:
            caps.append(Cap.GUARDIAN)
        if answers.is_open("needs"):
            caps.append(Cap.NEEDS_OPEN)
        if _asylum(answers):
            caps.append(Cap.ASYLUM)
    if old:
        caps.append(Cap.OLD_SOURCE)
    return tuple(caps)


def _asylum(answers: Answers) -> bool:
    return any(situation in answers["situation"] for situation in ASYLUM_SITUATIONS)


def _place(asylum: bool, option: Option) -> tuple[bool, int, str]:
    """Where an option stands: by kind, legal advice first in an asylum case; never by verdict."""
    kind = option.programme.kind
    first = asylum and kind is ProgrammeKind.LEGAL_ADVICE
    return (not first, kind.rank, option.programme.id)


def advise(
    programmes: Iterable[Programme],
    answers: Answers,
    *,
    old_sources: Iterable[Programme] = (),
) -> Advice:
    """All verdicts for one person, in the fixed order of kinds.

    `programmes` are those that fit the pair; `old_sources` those among them that rest on a source
    over 24 months old at a `field` site.
    """
    blocked_by = answers.blocked_by
    old = {programme.id for programme in old_sources}
    options = [
        judge(programme, answers, rests_on_old_source=programme.id in old)
        for programme in programmes
        if not (blocked_by and is_about_return(programme))
    ]
    options.sort(key=partial(_place, _asylum(answers)))
    return Advice(
        blocked_by=blocked_by,
        options=tuple(options),
        legal_first=_asylum(answers) or "asked_to_leave" in answers["situation"],
        guardian_check=GUARDIAN_AGE in answers["age"],
    )
