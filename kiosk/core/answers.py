"""A person's answers: an immutable value in memory, gone with the session."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from kiosk.core.questions import DECLINED, NEEDS_NONE, QUESTIONS, STOP_AGE, STOP_NEEDS


@dataclass(frozen=True)
class Answers:
    """What has been answered: question id → values; an absent one is unknown, () means none."""

    given: Mapping[str, tuple[str, ...]] = field(default_factory=lambda: MappingProxyType({}))

    def __getitem__(self, question: str) -> tuple[str, ...]:
        """Values given, () when none or unanswered."""
        return self.given.get(question, ())

    def __contains__(self, question: str) -> bool:
        """True when the question was answered, even with "none"."""
        return question in self.given

    @classmethod
    def of(cls, given: Mapping[str, Iterable[str]]) -> "Answers":
        """Answers as somebody wrote them down: nothing is dropped, an empty list means none."""
        return cls(MappingProxyType({key: tuple(dict.fromkeys(v)) for key, v in given.items()}))

    def with_answer(self, question: str, values: Iterable[str]) -> "Answers":
        """These answers with one more, or one replaced, as a finger chooses them on a screen.

        `none_of_these` and `rather_not_say` stand alone: chosen last, they clear the others. What
        was chosen and then let go of again is unanswered.
        """
        chosen = tuple(dict.fromkeys(values))
        if not chosen:
            return self.without(question)
        for lonely in (NEEDS_NONE, DECLINED):
            if question == "needs" and lonely in chosen and len(chosen) > 1:
                alone = chosen[-1] == lonely
                chosen = (lonely,) if alone else tuple(v for v in chosen if v != lonely)
        return replace(self, given=MappingProxyType({**self.given, question: chosen}))

    def without(self, question: str) -> "Answers":
        """These answers with one question skipped."""
        rest = {key: value for key, value in self.given.items() if key != question}
        return replace(self, given=MappingProxyType(rest))

    def is_open(self, question: str) -> bool:
        """True when the question is unanswered, declined, or one-valued and left empty."""
        values = self.given.get(question)
        if values is None or DECLINED in values:
            return True
        return not values and not QUESTIONS[question].is_many

    @property
    def blocked_by(self) -> tuple[str, ...]:
        """Every answer that stops the return path, in the order of the questions."""
        age = tuple(v for v in self["age"] if v == STOP_AGE)
        return age + tuple(v for v in STOP_NEEDS if v in self["needs"])

    @property
    def sensitive(self) -> "Answers":
        """Only the answers that must not be found by others."""
        return self._only(sensitive=True)

    @property
    def harmless(self) -> "Answers":
        """Only the answers that may be printed without asking."""
        return self._only(sensitive=False)

    def _only(self, *, sensitive: bool) -> "Answers":
        kept = {k: v for k, v in self.given.items() if QUESTIONS[k].sensitive is sensitive}
        return replace(self, given=MappingProxyType(kept))
