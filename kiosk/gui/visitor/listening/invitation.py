"""The first screen speaks to whoever passes by: each language in turn, and long silences."""

from kiosk.core.ids import LanguageTag
from kiosk.core.session import Screen, Session
from kiosk.gui.reading.aloud_reader import Reader
from kiosk.gui.visitor import attract
from kiosk.services.visiting import Visiting


class Invitation:
    """Says one invitation at a time while nobody is there; `pause_s` seconds lie between two."""

    def __init__(self, visiting: Visiting, pause_s: float) -> None:
        self._visiting = visiting
        self._pause_s = pause_s
        self._turn = 0
        self._silent_since = 0.0

    def look_at_clock(
        self, now: float, session: Session, reader: Reader, spoken: tuple[LanguageTag, ...]
    ) -> None:
        """Begin the next invitation when it is time; `spoken` are the languages with a voice."""
        if self._pause_s <= 0 or not spoken or session.hearing.is_on:
            return
        if session.place.screen is not Screen.ATTRACT:
            return
        if reader.is_speaking:
            self._silent_since = now
        elif now - max(self._silent_since, session.touched_at) >= self._pause_s:
            language = spoken[self._turn % len(spoken)]
            self._turn += 1
            self._silent_since = now
            reader.say(attract.invitation(self._visiting, language))
