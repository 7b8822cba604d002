"""Rules about what stands in a pack: its texts, its safety core, its dates."""

from collections.abc import Iterator
from datetime import date

from kiosk.core.entries import EntryKind
from kiosk.core.kinds import NoticePlace, TopicSection
from kiosk.core.languages import LANGUAGES
from kiosk.core.problems import Problem, Severity
from kiosk.core.questions import QUESTIONS
from kiosk.packs.rules import Rule, did_you_mean, quoted
from kiosk.packs.source import Place, SourceEntry, SourcePack
from kiosk.packs.text_rules import check_block_text, check_plain_text

COMMON = "common"
_COMMON_KINDS = (EntryKind.QUESTION, EntryKind.NOTICE)


def check_content(pack: SourcePack) -> Iterator[Problem]:
    """Everything that can be said about a pack without the others and without a clock."""
    yield from _check_texts(pack)
    for entry in pack.entries:
        yield from _check_entry(pack, entry)
    if pack.id == COMMON:
        yield from _check_questions(pack)
        yield from _check_notices(pack)
    yield from _check_release(pack)


def check_dates(pack: SourcePack, as_of: date, *, strict: bool) -> Iterator[Problem]:
    """Facts, openings and reviews that are past their date on `as_of`."""
    severity = Severity.ERROR if strict else Severity.WARNING
    for fact in pack.facts:
        if fact.fact and fact.fact.valid_until < as_of:
            message = f"{quoted(fact.id)} expired on {fact.fact.valid_until}"
            yield _dated(Rule.EXPIRED, fact.place_of("valid_until"), message, severity)
    for entry in pack.entries:
        for key, rule in (("review_by", Rule.REVIEW_DUE), ("expires", Rule.EXPIRED)):
            day = entry.record.get(key)
            if day is not None and date.fromisoformat(day) < as_of:
                message = f"{quoted(entry.id)}: {key} was {day}"
                yield _dated(rule, entry.place_of(key), message, severity)


def _dated(rule: Rule, place: Place, message: str, severity: Severity) -> Problem:
    return Problem(place.path, place.line, rule.slug, message, rule.way_out, severity)


def _problem(rule: Rule, place: Place, message: str, way_out: str = "") -> Problem:
    return rule.problem(place.path, place.line, message, way_out)


def _check_texts(pack: SourcePack) -> Iterator[Problem]:
    language = LANGUAGES.get(pack.manifest.source_language)
    for message in pack.messages:
        if message.is_block:
            findings = check_block_text(message.text, language)[1]
        else:
            findings = tuple(check_plain_text(message.text, language))
        for rule, what, way_out in findings:
            yield _problem(rule, message.place, what, way_out)


def _check_entry(pack: SourcePack, entry: SourceEntry) -> Iterator[Problem]:
    if pack.id != COMMON:
        if entry.record.get("safety_core"):
            message = f"{quoted(entry.id)} is marked as safety core"
            yield _problem(Rule.SAFETY_CORE, entry.place_of("safety_core"), message)
        if entry.kind in _COMMON_KINDS:
            message = f"a {entry.kind.value} stands in {pack.id}"
            yield _problem(Rule.COMMON_ONLY, entry.place, message)
    is_return = entry.record.get("section") == TopicSection.RETURN.value
    if is_return and "about_return" not in entry.lines:
        message = f"{quoted(entry.id)} is about return and does not say so"
        yield _problem(Rule.RETURN_TOPIC, entry.place_of("section"), message)
    checked, review_by = entry.record.get("checked"), entry.record.get("review_by")
    if checked and review_by and review_by < checked:
        message = "review_by is before checked"
        yield _problem(Rule.BAD_DATE, entry.place_of("review_by"), message)


def _check_release(pack: SourcePack) -> Iterator[Problem]:
    released = pack.manifest.released
    if "released" not in pack.manifest.lines:
        return
    for fact in pack.facts:
        if fact.fact and fact.fact.valid_until < released:
            message = f"{quoted(fact.id)} expired on {fact.fact.valid_until}, before the release"
            yield _problem(Rule.EXPIRED_AT_RELEASE, fact.place_of("valid_until"), message)
    days = [(f.place_of("checked"), f.fact.checked) for f in pack.facts if f.fact]
    days += [(s.place, s.source.checked) for s in pack.sources if s.source]
    days += [
        (entry.place_of("checked"), date.fromisoformat(entry.record["checked"]))
        for entry in pack.entries
        if "checked" in entry.record
    ]
    for place, checked in days:
        if checked > released:
            message = f"checked on {checked}, after the release of {released}"
            way_out = "mend the date, or set released in pack.toml"
            yield _problem(Rule.BAD_DATE, place, message, way_out)


def _check_questions(pack: SourcePack) -> Iterator[Problem]:
    found: dict[str, SourceEntry] = {}
    for entry in pack.entries:
        question = entry.record.get("question")
        if entry.kind is not EntryKind.QUESTION or question is None:
            continue
        if question not in QUESTIONS:
            message = f"no question {quoted(question)}"
            hint = did_you_mean(question, QUESTIONS)
            yield _problem(Rule.UNKNOWN_QUESTION, entry.place_of("question"), message, hint)
        elif question in found:
            message = f"the words of {quoted(question)} stand twice"
            yield _problem(Rule.DUPLICATE_ID, entry.place_of("question"), message)
        else:
            found[question] = entry
            yield from _check_values(question, entry)
    for question in QUESTIONS:
        if question not in found:
            message = f"no words for the question {quoted(question)}"
            yield Rule.MISSING_QUESTION.problem(pack.folder / "questions.toml", 0, message)


def _check_values(question: str, entry: SourceEntry) -> Iterator[Problem]:
    wanted = QUESTIONS[question].values
    given = [value.get("id") for value in entry.record.get("values", ())]
    place = entry.place_of("values")
    for value in given:
        if value is not None and value not in wanted:
            message = f"{question} has no value {quoted(value)}"
            yield _problem(Rule.UNKNOWN_ANSWER, place, message, did_you_mean(value, wanted))
    for value in wanted:
        if value not in given:
            message = f"{question}: no words for the value {quoted(value)}"
            yield _problem(Rule.MISSING_QUESTION, place, message)


def _check_notices(pack: SourcePack) -> Iterator[Problem]:
    notices = [entry for entry in pack.entries if entry.kind is EntryKind.NOTICE]
    found: dict[str, SourceEntry] = {}
    for entry in notices:
        place = entry.record.get("place", "")
        if place in found:
            message = f"two notices for {quoted(place)}"
            yield _problem(Rule.DUPLICATE_ID, entry.place_of("place"), message)
        found[place] = entry
    for wanted in NoticePlace:
        if wanted.value not in found:
            message = f"no notice for {quoted(wanted.value)}"
            yield Rule.MISSING_NOTICE.problem(pack.folder / "notices.toml", 0, message)
