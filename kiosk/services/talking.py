"""Whom somebody can talk to, and in which words: for people who want a person and not a screen.

All of it comes through a `Visit`, so that the stop path holds here too, and all of it can be asked
before both countries are known.
"""

from dataclasses import dataclass
from functools import cached_property

from kiosk.core.entries import Right, Service
from kiosk.core.ids import CountryCode
from kiosk.core.kinds import RunBy, ServiceType
from kiosk.core.languages import LanguageTag
from kiosk.core.texts import Text
from kiosk.i18n.spoken_here import official_languages
from kiosk.i18n.translator import SOURCE_LANGUAGE
from kiosk.services.visiting import Visit


@dataclass(frozen=True)
class ComplaintRoute:
    """One way to complain and the rights it is for; `how` is None where it is not known."""

    how: Text | None
    rights: tuple[Right, ...]
    to: tuple[Service, ...]


@dataclass(frozen=True)
class Talking:
    """People and lines where the visitor is, and the languages of the desk."""

    visit: Visit

    @property
    def host(self) -> CountryCode | None:
        """Where the person is, as far as she or the site has said."""
        return self.visit.session.host or self.visit.visiting.site.host

    @property
    def desk_languages(self) -> tuple[LanguageTag, ...]:
        """What to show at the desk in: the site's languages, else the country's, else English."""
        site = self.visit.visiting.site
        of_country = official_languages(self.host) if self.host else ()
        spoken = self._with_words(site.staff_languages) or self._with_words(of_country)
        return spoken or (SOURCE_LANGUAGE,)

    def shown_in(self, own: LanguageTag) -> tuple[LanguageTag, ...]:
        """The languages of the desk, then one's own where the product has words in it."""
        return tuple(dict.fromkeys((*self.desk_languages, *self._with_words((own,)))))

    @property
    def interpreters(self) -> tuple[Service, ...]:
        """Interpreters where the person is."""
        return self._of((ServiceType.INTERPRETER,))

    @property
    def legal_help(self) -> tuple[Service, ...]:
        """Where one can complain or ask a lawyer, where the person is."""
        return self._of((ServiceType.COMPLAINT, ServiceType.LEGAL_ADVICE))

    @cached_property
    def phone_lines(self) -> tuple[Service, ...]:
        """Help with a number on record: safety first, then general lines, then the rest."""
        with_number = [one for one in self._here if any(one.phones)]
        return tuple(sorted(with_number, key=_urgency))

    @cached_property
    def complaint_routes(self) -> tuple[ComplaintRoute, ...]:
        """How to complain, said once for all rights it is said of, in the order of the rights."""
        found: dict[tuple[str, tuple[str, ...]], list[Right]] = {}
        for right in self.visit.rights:
            if right.complain or right.complain_to:
                how = right.complain.value if right.complain else ""
                found.setdefault((how, right.complain_to), []).append(right)
        return tuple(self._route(tuple(rights)) for rights in found.values())

    def _route(self, rights: tuple[Right, ...]) -> ComplaintRoute:
        named = [self.visit.service(ref) for ref in rights[0].complain_to]
        to = tuple(service for service in named if service is not None)
        return ComplaintRoute(rights[0].complain, rights, to)

    def _of(self, types: tuple[ServiceType, ...]) -> tuple[Service, ...]:
        found = [one for one in self._here if one.type in types]
        return tuple(sorted(found, key=lambda one: (types.index(one.type), *_urgency(one))))

    @cached_property
    def _here(self) -> tuple[Service, ...]:
        """Everything a person may see where she is; for the pair once it is known."""
        origin = self.visit.session.origin
        found = []
        for service in self.visit.edition.services:
            host = service.country
            is_meant = service.fits(host, origin) if origin else not service.origins
            if host == self.host and is_meant and self.visit.service(service.id):
                found.append(service)
        return tuple(found)

    def _with_words(self, tags: tuple[LanguageTag, ...]) -> tuple[LanguageTag, ...]:
        known = self.visit.visiting.translators.languages
        return tuple(tag for tag in tags if tag in known)


def _urgency(service: Service) -> tuple[bool, bool, bool, bool, str]:
    """Safety first; among equals nobody's own state before others."""
    return (
        not service.emergency,
        not service.type.is_safety,
        service.type is not ServiceType.GENERAL,
        service.run_by is RunBy.STATE_OF_ORIGIN,
        service.id,
    )
