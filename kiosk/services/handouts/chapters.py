"""The sections of a sheet: each function writes one, from the material of one language."""

from collections.abc import Iterator
from datetime import date

from kiosk.core.eligibility import Verdict
from kiosk.core.entries import Entry, Programme
from kiosk.core.facts import Source
from kiosk.core.kinds import NoticePlace, ProgrammeKind
from kiosk.core.questions import QUESTIONS
from kiosk.core.sheet import ElementKind, SheetElement
from kiosk.core.stop_path import is_about_return
from kiosk.i18n.formatting import format_date
from kiosk.i18n.isolation import enclose
from kiosk.i18n.translator import N_
from kiosk.services.advising import OptionView, ReasonView
from kiosk.services.handouts.material import CONTACTS_ON_PAPER, Material
from kiosk.services.handouts.writing import Pen

RIGHTS_ON_PAPER = 5
CHECKLISTS_ON_PAPER = 3

_FIRST_FOR_ALL = (NoticePlace.LEGAL_FIRST, NoticePlace.CHILD_WITH_FAMILY)
_MARKS = {True: ElementKind.MET, False: ElementKind.UNMET, None: ElementKind.UNKNOWN}

Elements = Iterator[SheetElement]


def options(material: Material, pen: Pen) -> Elements:
    """Every option with its verdict; reasons only as far as they may stand on paper.

    What comes first for some stands on everybody's sheet, else it would tell what was answered.
    """
    yield pen.put("voluntary", ElementKind.PARAGRAPH, material.notice(NoticePlace.VOLUNTARY))
    for place in _FIRST_FOR_ALL:
        yield pen.put(f"first/{place.value}", ElementKind.NOTE, material.notice(place))
    left_out = False
    for option in material.advice.options:
        yield from _option(option, material, pen)
        left_out = left_out or any(not _on_paper(r, material) for r in option.reasons)
    if left_out and not material.request.discreet:
        yield pen.say("left-out", ElementKind.SMALL, N_("Some reasons are only on the screen."))


def _option(option: OptionView, material: Material, pen: Pen) -> Elements:
    programme = option.programme
    key = f"option/{programme.id}"
    yield pen.put(key, ElementKind.SUBHEADING, programme.title)
    yield pen.put(f"{key}/summary", ElementKind.PARAGRAPH, programme.summary)
    if not material.request.discreet:
        verdict = option.verdict_words
        yield SheetElement(
            f"{key}/verdict",
            ElementKind.VERDICT,
            verdict,
            pen.tag,
            verdict=option.verdict,
        )
    for number, reason in enumerate(option.reasons):
        if reason.question and _on_paper(reason, material):
            yield pen.put(f"{key}/reason/{number}", _MARKS[reason.met], reason.text)
    if programme.kind.is_return:
        coming = N_("Coming back later")
        yield pen.known(f"{key}/coming", ElementKind.SMALL, coming, programme.coming_back)


def _on_paper(reason: ReasonView, material: Material) -> bool:
    request = material.request
    return not request.discreet and (not reason.question or reason.question in request.reasons_from)


def rights(material: Material, pen: Pen) -> Elements:
    """The first rights in order, each with its limit and its law."""
    for right in material.rights[:RIGHTS_ON_PAPER]:
        key = f"right/{right.id}"
        law = "; ".join(f"{i.name}, {i.article}" for i in right.instruments)
        yield pen.put(key, ElementKind.SUBHEADING, right.title)
        yield pen.put(f"{key}/plain", ElementKind.PARAGRAPH, right.plain)
        yield pen.put(f"{key}/limit", ElementKind.SMALL, right.limit)
        law = enclose(law, pen.language)
        yield pen.say(f"{key}/law", ElementKind.SOURCES, N_("Law: {law}"), law=law)
    if len(material.rights) > RIGHTS_ON_PAPER:
        yield pen.say("rights-more", ElementKind.SMALL, N_("More rights are on the screen."))


def protection(material: Material, pen: Pen) -> Elements:
    """The same words for everybody, then the host's emergency number and independent help."""
    yield pen.put("protection", ElementKind.SAFETY, material.notice(NoticePlace.PROTECTION))
    yield pen.put("danger", ElementKind.PARAGRAPH, material.notice(NoticePlace.DANGER_NOW))
    if material.emergency:
        yield from pen.service("emergency", material.emergency)
    else:
        text = N_("Emergency number: not known. Ask staff.")
        yield pen.say("emergency", ElementKind.PARAGRAPH, text)
    for service in material.protection:
        yield from pen.service(f"help/{service.id}", service)
    if not material.protection:
        yield pen.say("help-none", ElementKind.PARAGRAPH, N_("Contacts for protection: not known"))


def steps(material: Material, pen: Pen) -> Elements:
    """Papers and steps with boxes to tick: of the options that fit, else of those to ask about.

    Protection and legal advice stand first where an answer asks for them.
    """
    found = [o for o in material.advice.options if _has_checklist(o, material)]
    found.sort(key=lambda option: _checklist_rank(option, material))
    for option in found[:CHECKLISTS_ON_PAPER]:
        yield from _checklist(option.programme, pen)


def _checklist_rank(option: OptionView, material: Material) -> tuple[bool, ...]:
    is_help = option.programme.kind in (ProgrammeKind.PROTECTION, ProgrammeKind.LEGAL_ADVICE)
    if material.blocked:
        return (not is_help,)
    likely = option.verdict is Verdict.LIKELY
    return (not (is_help and material.help_first), not option.programme.conditions, not likely)


def _has_checklist(option: OptionView, material: Material) -> bool:
    programme = option.programme
    too_early = material.guardian_first and is_about_return(programme)
    is_open = option.verdict is not Verdict.UNLIKELY and not too_early
    return is_open and bool(programme.papers or programme.steps)


def _checklist(programme: Programme, pen: Pen) -> Elements:
    key = f"steps/{programme.id}"
    yield pen.put(key, ElementKind.SUBHEADING, programme.title)
    yield from pen.items(f"{key}/papers", ElementKind.CHECKBOX, programme.papers)
    yield from pen.items(f"{key}/steps", ElementKind.CHECKBOX, programme.steps)
    yield pen.known(f"{key}/time", ElementKind.SMALL, N_("How long it takes"), programme.time)


def contacts(material: Material, pen: Pen) -> Elements:
    """Who to ask, nearest first, numbers in large type."""
    for service in material.contacts[:CONTACTS_ON_PAPER]:
        yield from pen.service(f"contact/{service.id}", service)
    if not material.contacts:
        yield pen.say("contact-none", ElementKind.PARAGRAPH, N_("Contacts: not known"))
    if len(material.contacts) > CONTACTS_ON_PAPER:
        yield pen.say("contact-more", ElementKind.SMALL, N_("More contacts are on the screen."))


def first_days(material: Material, pen: Pen) -> Elements:
    """What to do after arrival, from the pack of the country of origin."""
    for topic in material.first_days:
        for block in topic.blocks:
            yield from pen.block(f"first-days/{topic.id}", block)


def answers(material: Material, pen: Pen) -> Elements:
    """What the person said, only what she agreed to print."""
    request = material.request
    for question in QUESTIONS:
        if question not in request.answers_from or not request.answers[question]:
            continue
        asked = material.edition.question(question)
        named = {item.id: item.text.value for item in asked.values}
        named.update((code, name.value) for code, name in material.edition.regions(request.origin))
        given = ", ".join(named.get(value, value) for value in request.answers[question])
        yield pen.put(f"answer/{question}", ElementKind.SMALL, asked.text)
        yield SheetElement(
            f"answer/{question}/given", ElementKind.BULLET, given, asked.text.language
        )


def not_known(material: Material, pen: Pen) -> Elements:
    """What nobody has on record, said plainly: which thing, of which options or contacts."""
    programmes = [option.programme for option in material.advice.options]
    holes = (
        ("time", N_("How long it takes"), [p.title for p in programmes if not p.time]),
        ("coming", N_("Coming back later"), [p.title for p in programmes if not p.coming_back]),
        ("funder", N_("Who pays for it"), [p.title for p in programmes if not p.funder]),
        ("phone", N_("Phone"), [s.name for s in material.on_paper if not any(s.phones)]),
    )
    for key, label, names in holes:
        if names:
            listed = "; ".join(dict.fromkeys(name.value for name in names))
            text = pen.labelled(label, listed)
            yield SheetElement(f"not-known/{key}", ElementKind.SMALL, text, pen.tag)


def complaint(material: Material, pen: Pen) -> Elements:
    """How to complain, and to whom."""
    yield pen.put("complaint", ElementKind.PARAGRAPH, material.notice(NoticePlace.COMPLAINT))
    for service in material.complaints:
        yield from pen.service(f"complaint/{service.id}", service)
    if not material.complaints:
        text = N_("Where to complain in this country: not known")
        yield pen.say("complaint-none", ElementKind.PARAGRAPH, text)


def sources(material: Material, pen: Pen) -> Elements:
    """The date of the packs, then every source with its own date, by the day it was checked.

    Titles stand as published, so a second language does not repeat them.
    """
    packs = material.edition.packs_for(material.request.host, material.request.origin)
    newest = max(pack.released for pack in packs)
    message = N_("Date of the information: {date}")
    yield pen.say("packs", ElementKind.PARAGRAPH, message, date=format_date(newest, pen.language))
    if pen.language.tag != material.request.language:
        return
    by_day: dict[date, list[Source]] = {}
    for source_id in material.source_ids(_entries_on_paper(material)):
        source = material.edition.source(source_id)
        by_day.setdefault(source.checked, []).append(source)
    for day, found in sorted(by_day.items()):
        listed = "; ".join(_cited(found, pen))
        message = N_("Checked {date}: {sources}.")
        when = format_date(day, pen.language)
        key = f"sources/{day.isoformat()}"
        yield pen.say(key, ElementKind.SOURCES, message, date=when, sources=listed)


def _entries_on_paper(material: Material) -> tuple[Entry, ...]:
    return (
        *(option.programme for option in material.advice.options),
        *material.rights[:RIGHTS_ON_PAPER],
        *material.on_paper,
        *material.first_days,
    )


def _cited(sources: list[Source], pen: Pen) -> Iterator[str]:
    """Each publisher once, with titles as published and the date of publication if there is one."""
    by_publisher: dict[str, list[str]] = {}
    for source in sources:
        dated = f" ({source.published})" if source.latest_day is not None else ""
        by_publisher.setdefault(source.publisher, []).append(f"{source.title}{dated}")
    for publisher, titles in by_publisher.items():
        yield enclose(f"{publisher}: {', '.join(titles)}", pen.language)
