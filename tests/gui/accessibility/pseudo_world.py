"""The shipped content in the two pseudo-languages, made once and made again when it changes."""

import os
from functools import cache

from kiosk.core.languages import LanguageTag
from kiosk.i18n.translator import SOURCE_LANGUAGE, Translators
from kiosk.library import Library
from tests.factories.shipped import Shipped
from tools.pseudo import TAGS, make
from tools.tree import ROOT

# Workers that run side by side do not write into each other's files.
MADE = ROOT / "build" / "cache" / f"pseudo-{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}"


class PseudoShipped(Shipped):
    """As `Shipped`, in English and the pseudo-languages."""

    def __init__(self) -> None:
        made = make(MADE)
        self.words = Translators(made / "locale")
        tags = (SOURCE_LANGUAGE, *TAGS)
        not_known = {tag: self.words.for_language(tag).gettext("not known") for tag in tags}
        self.library = Library.open(made / "packs", not_known)
        self.day = self.library.released

    @property
    def languages(self) -> tuple[LanguageTag, ...]:
        return TAGS


@cache
def pseudo_shipped() -> PseudoShipped:
    """One reading for all tests of a worker."""
    return PseudoShipped()
