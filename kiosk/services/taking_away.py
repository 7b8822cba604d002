"""What a person takes away on a phone: the content itself in codes, no network and no address.

Nothing in it comes from answers: no verdict, no reason, not even what was asked. A phone can be
taken, so the words begin with a neutral title.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Final

from kiosk.core.entries import (
    Agreement,
    Entry,
    Item,
    Programme,
    Right,
    Service,
    Story,
    Term,
    Topic,
)
from kiosk.core.facts import FactStatus, ShownFact
from kiosk.core.kinds import NoticePlace, PhaseName, Release, ServiceType
from kiosk.core.texts import Block, BlockKind, Text, words_of
from kiosk.i18n.formatting import NBSP, format_date, format_number
from kiosk.i18n.isolation import BREAK, strip_invisible
from kiosk.i18n.translator import N_, Translator
from kiosk.services.handouts.material import CONTACTS_ON_PAPER
from kiosk.services.handouts.writing import RUN_BY_WORDS, TELLS_WORDS, Pen
from kiosk.services.phone_codes import Contact, Piece, pieces, vcard
from kiosk.services.visiting import Visit

SHEET: Final = "sheet"
"""The subject of what is of use to everybody: help, contacts and the names of the rights."""

_PHASES: Final = {
    PhaseName.BEFORE: N_("Before leaving"),
    PhaseName.TRAVEL: N_("On the way"),
    PhaseName.AFTER: N_("After arriving"),
}
_DEMONSTRATION: Final = N_("This is a demonstration. Nobody has checked it for real use.")
_OLD: Final = N_("Some details are old: check before you act")
_HELP: Final = (
    ServiceType.PROTECTION,
    ServiceType.LEGAL_ADVICE,
    ServiceType.TRAFFICKING,
    ServiceType.VIOLENCE,
    ServiceType.CHILD,
    ServiceType.COMPLAINT,
)

Lines = Iterator[str]


def take_away(visit: Visit, subject: str) -> tuple[Piece, ...]:
    """The codes of an entry, or of `SHEET`; none of what the person may not see.

    A contact is one vCard; everything else is words, in as many codes as they need.
    """
    if subject == SHEET:
        return pieces(_whole(visit, _sheet(visit))) if visit.session.has_pair else ()
    entry = visit.find(subject)
    if isinstance(entry, Service):
        return (Piece(service_card(visit, entry), 1, 1),)
    body = _body(visit, entry) if entry else None
    return pieces(_whole(visit, _framed(visit, entry, body))) if entry and body else ()


def service_card(visit: Visit, service: Service) -> str:
    """A service for the phone book: who runs it and whether it tells stand before the rest."""
    words = visit.words
    places = _kept((service.address,))
    reach = (*_kept((*service.phones, *service.emails)), *places)
    withheld = words.gettext("The address is not shown, for safety")
    is_old = any(fact.status is FactStatus.OLD for fact in reach)
    is_demo = visit.visiting.site.release is Release.DEMO
    contact = Contact(
        name=service.name.value,
        phones=tuple(fact.dial or strip_invisible(fact.shown) for fact in _kept(service.phones)),
        emails=tuple(strip_invisible(fact.shown) for fact in _kept(service.emails)),
        websites=tuple(strip_invisible(fact.shown) for fact in _kept((service.website,))),
        address=places[0].shown if places and not service.address_withheld else "",
        notes=(
            words.gettext(RUN_BY_WORDS[service.run_by]),
            words.gettext(TELLS_WORDS[service.tells_authorities]),
            f"{withheld}." if service.address_withheld else "",
            words.gettext(_DEMONSTRATION) if is_demo else "",
            words.gettext(_OLD) if is_old else "",
            service.hours.value if service.hours else "",
            _checked(words, service.checked),
        ),
    )
    return vcard(contact)


def _kept(facts: Iterable[ShownFact | None]) -> list[ShownFact]:
    return [fact for fact in facts if fact and fact.printable]


def _whole(visit: Visit, lines: Iterable[str]) -> str:
    """Lines as one text; isolates stay only where rows run from the right and need them."""
    text = "\n".join(lines)
    bare = text.replace(BREAK, "") if visit.language.is_rtl else strip_invisible(text)
    # A phone finds a number to dial between plain spaces and hyphens only.
    return bare.replace(NBSP, " ").replace("\u2011", "-").strip("\n")


def _framed(visit: Visit, entry: Entry, body: Lines) -> Lines:
    """Plain lines between the neutral title and where they come from."""
    yield from _head(visit, entry)
    yield from body
    yield ""
    for source in visit.sources(entry):
        yield visit.words.fill(
            N_("Source: {publisher}, {title} ({published})"),
            publisher=source.publisher,
            title=source.title,
            published=source.published,
        )
    yield _checked(visit.words, entry.checked)


def _head(visit: Visit, shown: object) -> Lines:
    """The neutral title, then how far what is `shown` can be trusted."""
    words, texts = visit.words, tuple(words_of(shown))
    yield words.gettext("Information")
    if visit.visiting.site.release is Release.DEMO:
        yield words.gettext(_DEMONSTRATION)
    if any(text.state.is_draft for text in texts):
        yield words.gettext("Draft translation by a machine, not reviewed by a native speaker.")
    if any(text.language != visit.language.tag for text in texts):
        yield words.gettext("Some parts are not yet in your language.")
    if any(text.old_facts for text in texts):
        yield words.gettext(_OLD)
    yield ""


def _body(visit: Visit, entry: Entry) -> Lines | None:
    match entry:
        case Topic():
            return _topic(visit, entry)
        case Right():
            return _right(visit, entry)
        case Programme():
            return _programme(visit, entry)
        case Agreement():
            return _agreement(visit, entry)
        case Term():
            return iter((entry.term.value, entry.meaning.value))
        case Story():
            return iter((entry.title.value, _example(visit), entry.body.value))
        case _:
            return None


def _example(visit: Visit) -> str:
    return visit.words.gettext("One person's story. An example only.")


def _topic(visit: Visit, topic: Topic) -> Lines:
    pen = Pen(visit.words)
    yield topic.title.value
    yield topic.summary.value
    for block in topic.blocks:
        if block.kind in (BlockKind.HEADING, BlockKind.TABLE, BlockKind.PARAGRAPH):
            yield ""
        yield from _block(pen, block)


def _block(pen: Pen, block: Block) -> Lines:
    for number, element in enumerate(pen.block("", block), 1):
        if block.kind is BlockKind.LIST:
            mark = format_number(number, pen.language) + "." if block.ordered else "–"
            yield f"{mark} {element.text}"
        else:
            yield element.text


def _right(visit: Visit, right: Right) -> Lines:
    yield right.title.value
    yield right.plain.value
    yield right.limit.value
    yield right.binds.value
    for law in right.instruments:
        yield visit.words.fill(N_("Law: {law}"), law=f"{law.name}, {law.article}")
    if right.complain:
        yield right.complain.value
    yield from _contacts(visit, right.complain_to)


def _programme(visit: Visit, programme: Programme) -> Lines:
    """An option as everybody reads it: nothing says whether it fits whoever holds the phone."""
    words = visit.words
    yield programme.title.value
    yield programme.summary.value
    for phase in (one for one in programme.phases if one.gives):
        yield ""
        yield words.gettext(_PHASES[phase.phase])
        yield from (f"– {gift.text.value}" for gift in phase.gives)
    for label, items in (
        (N_("Papers you need"), programme.papers),
        (N_("Steps"), programme.steps),
        (N_("What can help"), programme.can_help),
        (N_("What can be hard"), programme.can_be_hard),
    ):
        yield from _listed(words.gettext(label), items)
    yield ""
    pen = Pen(words)
    for label, text in (
        (N_("Who it is for"), programme.who_for),
        (N_("How long it takes"), programme.time),
        (N_("Coming back later"), programme.coming_back),
        (N_("Who offers it"), programme.provider),
        (N_("Who pays for it"), programme.funder),
    ):
        yield pen.labelled(label, _or_unknown(words, text))
    yield from _contacts(visit, programme.contacts)


def _listed(name: str, items: tuple[Item, ...]) -> Lines:
    if items:
        yield ""
        yield name
        yield from (f"– {item.text.value}" for item in items)


def _agreement(visit: Visit, agreement: Agreement) -> Lines:
    pen = Pen(visit.words)
    yield agreement.title.value
    yield agreement.summary.value
    for label, text in (
        (N_("Who may use it"), agreement.who_may_use),
        (N_("How to use it"), agreement.how),
    ):
        yield pen.labelled(label, _or_unknown(visit.words, text))


def _or_unknown(words: Translator, text: Text | None) -> str:
    return text.value if text else words.gettext("not known")


def _contacts(visit: Visit, refs: Iterable[str]) -> Lines:
    for ref in refs:
        service = visit.service(ref)
        if service is not None:
            yield ""
            yield from _contact(visit, service)


def _contact(visit: Visit, service: Service) -> Lines:
    """Who runs it stands before any number, as on the screen and on paper."""
    return (element.text for element in Pen(visit.words).service("", service))


def _sheet(visit: Visit) -> Lines:
    """Help, contacts and the names of the rights, in the order everybody gets them in."""
    words = visit.words
    protection = visit.notice(NoticePlace.PROTECTION)
    contacts = (*_helpers(visit), *_others(visit))
    yield from _head(visit, (protection, contacts, visit.rights))
    yield protection.value
    for service in contacts:
        yield ""
        yield from _contact(visit, service)
    yield ""
    yield words.gettext("Your rights")
    yield from (f"– {right.title.value}" for right in visit.rights)
    if contacts:
        yield ""
        yield _checked(words, min(service.checked for service in contacts))


def _helpers(visit: Visit) -> tuple[Service, ...]:
    """Help where the person is, the same whatever was answered, none run by her own state."""
    emergency = (visit.emergency,) if visit.emergency else ()
    found = visit.independent_help(_HELP)
    return (*emergency, *(service for service in found if service not in emergency))


def _others(visit: Visit) -> tuple[Service, ...]:
    said = _helpers(visit)
    every = [service for some in visit.services.values() for service in some]
    return tuple(service for service in every if service not in said)[:CONTACTS_ON_PAPER]


def _checked(words: Translator, day: date) -> str:
    written = format_date(day, words.language)
    return words.fill(N_("Last checked on {date}"), date=written)
