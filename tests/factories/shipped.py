"""The packs that ship, built once and opened for tests, as of the day they were released."""

import os
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from kiosk.app import CONTENT, ROOT
from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.session import Session, new_session
from kiosk.core.sheet import SheetPlan, SheetRequest
from kiosk.i18n.translator import Translators
from kiosk.library import Library
from kiosk.packs import build
from kiosk.services.handouts.planner import SheetPlanner
from kiosk.services.visiting import Visit, Visiting
from kiosk.settings import Site
from tools.catalogues import write_compiled

# Workers that run side by side do not write into each other's files.
MADE = ROOT / "build" / "cache" / f"shipped-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"
NO_SITE = Site()


@cache
def shipped_packs() -> Path:
    """The folder of the compiled packs; only what changed since the last tests is made again."""
    report = build([CONTENT], MADE / "packs")
    assert not report.problems.errors, "\n".join(map(str, report.problems.errors))
    for path in (MADE / "packs").iterdir():
        if path.stem not in (*report.built, *report.unchanged):
            path.unlink()
    return MADE / "packs"


@cache
def shipped_words() -> Translators:
    """The product's own words in every language."""
    write_compiled(target=shipped_catalogues())
    return Translators(shipped_catalogues())


def shipped_catalogues() -> Path:
    """The folder of the compiled catalogues, filled by `shipped_words`."""
    return MADE / "locale"


class Shipped:
    """The shipped content, ready to be visited."""

    def __init__(self) -> None:
        self.words = shipped_words()
        not_known = {
            tag: self.words.for_language(tag).gettext("not known") for tag in self.words.languages
        }
        self.library = Library.open(shipped_packs(), not_known)
        self.day = self.library.released

    @property
    def languages(self) -> tuple[LanguageTag, ...]:
        return self.library.languages

    def pairs(self) -> Iterator[tuple[CountryCode, CountryCode]]:
        """Every host with every origin."""
        for host in self.library.hosts:
            for origin in self.library.origins:
                yield host, origin

    def session(
        self, host: str, origin: str, language: str = "en", answers: Answers | None = None
    ) -> Session:
        """A session that has come as far as home."""
        begun = new_session(LanguageTag(language), 0.0)
        return replace(
            begun,
            host=CountryCode(host),
            origin=CountryCode(origin),
            answers=answers or Answers(),
        )

    def visit(self, session: Session, site: Site = NO_SITE) -> Visit:
        """What a session may see at a site."""
        return Visiting(self.library, self.words, site, as_of=self.day).visit(session)

    def plan(
        self, request: SheetRequest, language: str = "", *, day: date | None = None
    ) -> SheetPlan:
        """The sheet of a request in one of its languages, as of the day of the packs or another."""
        tag = LanguageTag(language) if language else request.language
        edition = self.library.edition(tag, day or self.day)
        return SheetPlanner(self.library, edition, self.words.for_language(tag)).plan(request)
