"""Everything the shipped packs say about a return, found without asking the stop path."""

import re
from collections.abc import Iterable, Iterator

from kiosk.core.entries import Entry, Programme, Service, Topic
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import RunBy, ServiceType, TopicSection
from kiosk.core.texts import Block, Text
from kiosk.i18n.isolation import strip_invisible
from kiosk.library import Edition

_SHORTEST = 8
_OFFICES = (ServiceType.RETURN_OFFICE, ServiceType.CONSULATE)


def is_return(entry: Entry, origin: CountryCode) -> bool:
    """True for return-kind options, pages about return, and offices that arrange it."""
    match entry:
        case Programme():
            return entry.kind.is_return or entry.about_return
        case Topic():
            return entry.section is TopicSection.RETURN or entry.about_return
        case Service():
            at_home = entry.country == origin or entry.run_by is RunBy.STATE_OF_ORIGIN
            return not entry.type.is_safety and (
                entry.type in _OFFICES or entry.about_return or at_home
            )
        case _:
            return entry.about_return


def entries(edition: Edition, host: CountryCode, origin: CountryCode) -> tuple[Entry, ...]:
    """Everything a person of this pair could be shown."""
    shelves = (
        edition.programmes,
        edition.topics,
        edition.services,
        edition.agreements,
        edition.rights,
        edition.terms,
    )
    return tuple(entry for shelf in shelves for entry in shelf.for_pair(host, origin))


def words_of(entry: Entry) -> Iterator[str]:
    """Every sentence, name, amount, number and address of an entry, as a person reads it."""
    for text in _texts(vars(entry).values()):
        bare = strip_invisible(text).strip()
        if len(bare) >= _SHORTEST:
            yield bare
        yield from re.findall(r"\d[\d.,\s\u00a0]*\s?(?:EUR|€|USD|XOF)", bare)


def return_words(edition: Edition, host: CountryCode, origin: CountryCode) -> frozenset[str]:
    """Words that only what is about return says."""
    found = entries(edition, host, origin)
    said = {w for entry in found if is_return(entry, origin) for w in words_of(entry)}
    others = "\n".join(w for e in found if not is_return(e, origin) for w in words_of(e))
    return frozenset(word for word in said if word not in others)


def _texts(values: Iterable[object]) -> Iterator[str]:
    for value in values:
        if isinstance(value, Text):
            yield value.value
        elif isinstance(value, Block):
            yield from ("".join(i.text for i in cell) for row in value.rows for cell in row)
        elif isinstance(value, tuple):
            yield from _texts(value)
        elif hasattr(value, "shown") and hasattr(value, "dial"):
            yield value.shown
        elif hasattr(value, "__dataclass_fields__"):
            yield from _texts(vars(value).values())
