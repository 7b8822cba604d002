"""Tells the tally about a visit once it is over: its language, its countries, its opinion.

Nothing is counted while somebody is there, and each thing once however often it was touched, so
that no total follows a person through the screens. Answers, pages and places are never looked at.
"""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from kiosk.core.session import Place, Screen, Session
from kiosk.gui.visitor.steering import Steering
from kiosk.services.counting import (
    Countable,
    FeedbackGiven,
    LanguageUsed,
    Opinion,
    PairChosen,
    SheetPrinted,
    Tally,
)

if TYPE_CHECKING:
    from kiosk.gui.visitor.sheet_maker import SheetMaker
    from kiosk.services.print_jobs import PrintProgress, RequestId


class Teller(QObject):
    """Watches one steering; holds no more of a visit than what will be counted of it."""

    def __init__(self, tally: Tally, steering: Steering) -> None:
        """Lives as long as `steering`."""
        super().__init__(steering)
        self._tally = tally
        self._visit: dict[type[Countable], Countable] = {}
        self._told: RequestId | None = None
        steering.changed.connect(self._on_changed)
        steering.ended.connect(self._on_ended)

    def follow(self, maker: "SheetMaker") -> None:
        """Count what becomes of the sheets of `maker`."""
        maker.progressed.connect(self._on_progressed)

    def _on_changed(self, session: Session) -> None:
        if not any(_is_entered(place) for place in session.trail):
            return
        self._keep(LanguageUsed(session.language))
        if session.host and session.origin:
            self._keep(PairChosen(session.host, session.origin))
        place = session.place
        if place.screen is Screen.FEEDBACK and place.subject:
            self._keep(FeedbackGiven(Opinion(place.subject)))

    def _keep(self, what: Countable) -> None:
        """The last of its kind counts: somebody may have changed her mind."""
        self._visit[type(what)] = what

    def _on_ended(self) -> None:
        visit, self._visit = self._visit, {}
        # The language stands for the visit, so it comes last: a batch holds whole visits.
        for what in sorted(visit.values(), key=lambda one: isinstance(one, LanguageUsed)):
            self._tally.add(what)

    def _on_progressed(self, progress: "PrintProgress") -> None:
        outcome, request = progress.outcome, progress.request
        if outcome is None or not outcome.is_final or request == self._told:
            return
        self._told = request
        self._tally.add(SheetPrinted(outcome))


def _is_entered(place: Place) -> bool:
    """True behind the first screen; whoever only tries out the size there has not come in."""
    return place.screen is not Screen.ATTRACT and not place.screen.is_overlay
