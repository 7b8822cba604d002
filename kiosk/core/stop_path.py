"""What disappears when an answer stops the return path: on screen, sheet and search alike.

One rule, asked everywhere: no return-kind option, amount, step or return contact. Help that is
about safety stays, wherever it is.
"""

from collections.abc import Iterable
from typing import TypeVar

from kiosk.core.entries import Entry, Opportunity, Programme, Service, Story, Topic
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import RunBy, ServiceType, TopicSection

E = TypeVar("E", bound=Entry)

_RETURN_SERVICES = (ServiceType.RETURN_OFFICE, ServiceType.CONSULATE)


def is_about_return(entry: Entry, origin: CountryCode | None = None) -> bool:
    """True for everything the stop path removes, for a person from `origin`.

    A mark of the safety core saves words, never an option or a contact that is a return.
    """
    match entry:
        case Programme():
            return entry.kind.is_return or (entry.about_return and not entry.safety_core)
        case Service():
            return _is_return_contact(entry, origin)
        case Opportunity() | Story():
            return True
        case Topic():
            is_marked = entry.about_return or entry.section is TopicSection.RETURN
            return is_marked and not entry.safety_core
        case _:
            return entry.about_return and not entry.safety_core


def _is_return_contact(service: Service, origin: CountryCode | None) -> bool:
    if service.type.is_safety:
        return service.run_by is RunBy.STATE_OF_ORIGIN and service.country != origin
    at_home = origin is not None and service.country == origin
    return (
        service.about_return
        or service.type in _RETURN_SERVICES
        or service.run_by is RunBy.STATE_OF_ORIGIN
        or at_home
    )


def still_shown(
    entries: Iterable[E], *, blocked: bool, origin: CountryCode | None
) -> tuple[E, ...]:
    """The entries a person may see, in the order given."""
    return tuple(e for e in entries if not (blocked and is_about_return(e, origin)))
