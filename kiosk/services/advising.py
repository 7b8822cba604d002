"""Options for one person in words: verdicts with reasons, the same on screen, paper and JSON."""

from dataclasses import dataclass

from kiosk.core.answers import Answers
from kiosk.core.eligibility import Advice, Cap, Option, Verdict, advise
from kiosk.core.entries import Condition, Programme
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import NoticePlace, ProgrammeKind, Release
from kiosk.core.texts import Text
from kiosk.i18n.translator import N_, Translator
from kiosk.library import Edition, Library

_VERDICT_WORDS = {
    Verdict.LIKELY: N_("Fits what you told us. Only the office decides."),
    Verdict.ASK: N_("Ask about it. Something is not known yet."),
    Verdict.UNLIKELY: N_("One condition seems not to fit. You can still ask."),
}

_KIND_WORDS = {
    ProgrammeKind.PROTECTION: N_("Protection"),
    ProgrammeKind.LEGAL_ADVICE: N_("Legal advice"),
    ProgrammeKind.REGULAR_STAY: N_("Staying here"),
    ProgrammeKind.ONWARD_MIGRATION: N_("Moving on"),
    ProgrammeKind.ASSISTED_RETURN: N_("Going back with help"),
    ProgrammeKind.INDEPENDENT_RETURN: N_("Going back on your own"),
    ProgrammeKind.REINTEGRATION_SUPPORT: N_("Help after going back"),
    ProgrammeKind.WAITING: N_("Taking time"),
}

_CAP_WORDS = {
    Cap.NO_CONDITIONS: N_("No conditions are on record. Ask the office."),
    Cap.AGE_OPEN: N_("We do not know your age. For people under 18 other rules stand first."),
    Cap.NEEDS_OPEN: N_("We do not know if you need special help or protection."),
    Cap.ASYLUM: N_("You have an asylum case. First talk to a lawyer about your time to appeal."),
    Cap.GUARDIAN: N_("You are under 18. A counsellor must first talk with you and your guardian."),
    Cap.OLD_SOURCE: N_("The information is more than two years old. Ask the office."),
}


@dataclass(frozen=True)
class ReasonView:
    """One reason: `met` True, False or None for not known; `question` empty where none."""

    question: str
    met: bool | None
    text: Text


@dataclass(frozen=True)
class OptionView:
    """One option in words."""

    programme: Programme
    kind_words: str
    verdict: Verdict
    verdict_words: str
    reasons: tuple[ReasonView, ...]


@dataclass(frozen=True)
class AdviceView:
    """All options of a person. `first_words` stand above them where something comes first."""

    blocked_by: tuple[str, ...]
    options: tuple[OptionView, ...]
    first_words: tuple[Text, ...]

    def find(self, ref: str) -> OptionView | None:
        """The option of a programme, or None when it is not among them."""
        return next((o for o in self.options if o.programme.id == ref), None)


def kind_words(kind: ProgrammeKind, words: Translator) -> str:
    """What a kind of option is called."""
    return words.gettext(_KIND_WORDS[kind])


class Adviser:
    """Answers and a pair in, options in words out."""

    def __init__(self, library: Library, edition: Edition, words: Translator) -> None:
        """`edition` and `words` are of the language the advice is wanted in."""
        self._library = library
        self._edition = edition
        self._words = words

    def advise(self, host: CountryCode, origin: CountryCode, answers: Answers) -> AdviceView:
        """Every option on record for the pair, with verdict and reasons."""
        programmes = self._edition.programmes.for_pair(host, origin)
        advice = advise(programmes, answers, old_sources=self._resting_on_old(programmes))
        return AdviceView(
            blocked_by=advice.blocked_by,
            options=tuple(self._view(option) for option in advice.options),
            first_words=self._first_words(advice),
        )

    def _resting_on_old(self, programmes: tuple[Programme, ...]) -> tuple[Programme, ...]:
        if self._edition.release is not Release.FIELD:
            return ()
        return tuple(p for p in programmes if self._edition.rests_on_old_source(p))

    def _view(self, option: Option) -> OptionView:
        found = tuple(
            ReasonView(f.condition.question, f.met, _reason_text(f.condition, f.met))
            for f in option.findings
        )
        caps = tuple(ReasonView(c.question, None, self._text(_CAP_WORDS[c])) for c in option.caps)
        return OptionView(
            programme=option.programme,
            kind_words=kind_words(option.programme.kind, self._words),
            verdict=option.verdict,
            verdict_words=self._words.gettext(_VERDICT_WORDS[option.verdict]),
            reasons=found + caps,
        )

    def _first_words(self, advice: Advice) -> tuple[Text, ...]:
        places = []
        if advice.legal_first:
            places.append(NoticePlace.LEGAL_FIRST)
        if advice.guardian_check:
            places.append(NoticePlace.CHILD_WITH_FAMILY)
        return tuple(self._edition.notice(place) for place in places)

    def _text(self, msgid: str) -> Text:
        return Text(self._words.gettext(msgid), self._words.language.tag)


def _reason_text(condition: Condition, met: bool | None) -> Text:
    if met is None:
        return condition.unknown
    return condition.met if met else condition.unmet
