"""From a request to paper: plans in one or two languages, composed into a PDF held in memory."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from kiosk.core.kinds import Release
from kiosk.core.language_card import CardRequest
from kiosk.core.languages import Language, LanguageTag
from kiosk.core.paper import Paper
from kiosk.core.sheet import SheetPlan, SheetRequest
from kiosk.i18n.translator import Translators
from kiosk.library import Library
from kiosk.services.handouts.language_card import CardWriter
from kiosk.services.handouts.planner import SheetPlanner
from kiosk.text import TextEngine

if TYPE_CHECKING:
    from kiosk.printing.compose import Pdf


@dataclass(frozen=True)
class Sheet:
    """A finished sheet: its plan in the first language and its pages.

    `left_out` are languages of a card whose names no installed font draws.
    """

    plan: SheetPlan
    pdf: "Pdf"
    left_out: tuple[Language, ...] = ()


class Press:
    """Makes sheets from the library. Nothing it makes touches the disk."""

    def __init__(
        self,
        library: Library,
        translators: Translators,
        engine: TextEngine,
        *,
        as_of: date,
        release: Release = Release.DEMO,
    ) -> None:
        """`as_of` is the day facts are shown for; `release` decides what needs a review."""
        self._library = library
        self._translators = translators
        self._engine = engine
        self._as_of = as_of
        self._release = release

    def make(self, request: SheetRequest, paper: Paper, *, large_print: bool = False) -> Sheet:
        """The sheet of a request.

        Raises MissingGlyphsError when a language cannot be printed whole.
        """
        # Composing costs 175 ms to import, which nobody should wait for before a sheet is wanted.
        from kiosk.printing.compose import compose

        plan = self.plan(request, request.language)
        also = self.plan(request, request.also) if request.also else None
        pdf = compose(plan, also, paper, large_print=large_print, engine=self._engine)
        return Sheet(plan, pdf)

    def make_card(self, request: CardRequest, paper: Paper) -> Sheet:
        """The card "Point to your language"; what cannot be drawn is left out and named on it."""
        from kiosk.printing.cells import compose_card

        card = CardWriter(self._translators, self._engine, self._release).write(request)
        return Sheet(card.plan, compose_card(card, paper, engine=self._engine), card.left_out)

    def plan(self, request: SheetRequest, language: LanguageTag) -> SheetPlan:
        """What stands on the sheet in one language."""
        edition = self._library.edition(language, self._as_of, self._release)
        words = self._translators.for_language(language)
        return SheetPlanner(self._library, edition, words).plan(request)
