"""A03: every screen in every language, size and position of the screen: a sample, all in soak."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import count

import pytest

from kiosk.core.ids import LanguageTag
from kiosk.core.session import Contrast, Session, TextSize
from kiosk.gui.jobs import JobRunner
from kiosk.gui.kit.icons import IconShelf
from kiosk.gui.visitor.tour import settle, stops
from kiosk.settings import DeviceProfile
from kiosk.text import TextEngine
from tests.effort import Effort
from tests.factories.shipped import Shipped
from tests.gui.accessibility.pseudo_world import pseudo_shipped
from tests.gui.visitor.conftest import SITE
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import faults, foreign_words, name_of, reached_by_tab, tab_through

SHOWN_AT_ONCE = 60
"""Faults beyond these are counted only."""


@dataclass(frozen=True)
class Kiosks:
    """One kiosk on the shipped packs and one that speaks the pseudo-languages, of one size."""

    shipped: Visitor
    pseudo: Visitor

    @property
    def languages(self) -> tuple[tuple[Visitor, LanguageTag], ...]:
        """Who speaks what."""
        return tuple((v, tag) for v in (self.shipped, self.pseudo) for tag in v.shipped.languages)

    def leave(self) -> None:
        self.shipped.leave()
        self.pseudo.leave()


@pytest.fixture
def kiosks(
    shipped: Shipped,
    engine: TextEngine,
    icons: IconShelf,
    runner: JobRunner,
    qtbot: object,
    request: pytest.FixtureRequest,
) -> Iterator[Kiosks]:
    """Kiosks of the size and on the device the test names."""
    size, device = request.param
    site = replace(SITE, device=device)
    pair = (shipped, pseudo_shipped())
    made = Kiosks(*(Visitor(one, engine, icons, runner, site, size=size) for one in pair))
    yield made
    made.leave()


def all_stops(kiosks: Kiosks) -> list[list[tuple[str, Session]]]:
    """The stops of the tour, in the order of `languages`."""
    found = []
    for visitor, tag in kiosks.languages:
        visitor.steering.end()
        found.append(list(stops(visitor.window, tag, (TextSize.NORMAL, Contrast.DEFAULT))))
    return found


def visits(kiosks: Kiosks, effort: Effort) -> Iterator[tuple[Visitor, str, Session]]:
    """What is looked at: each screen in each size; each language in turn, or every one."""
    stops_of = all_stops(kiosks)
    turn = count()
    for size in TextSize:
        for number in range(max(map(len, stops_of))):
            chosen = next(turn) % len(stops_of)
            for index, (visitor, _) in enumerate(kiosks.languages):
                if (effort.is_full or index == chosen) and number < len(stops_of[index]):
                    name, session = stops_of[index][number]
                    yield visitor, name, replace(session, text_size=size)
        next(turn)


def look_at(visitor: Visitor, name: str, session: Session) -> list[str]:
    """Show a screen and say what is wrong with it."""
    visitor.window.show_stop(session)
    settle(visitor.window)
    kit = visitor.window.kit
    found = faults(visitor.frame, kit)
    if session.language == "ar-XB":
        found += foreign_words(visitor.frame, kit)
    where = f"{session.language} {session.text_size.name} {name}"
    return [f"{where}: {line}" for line in found]


def found_by(kiosks: Kiosks, effort: Effort) -> list[str]:
    """All faults of all screens that are looked at."""
    return [line for visit in visits(kiosks, effort) for line in look_at(*visit)]


def said(found: list[str]) -> str:
    return "\n".join((f"{len(found)} faults", *found[:SHOWN_AT_ONCE]))


USUAL = DeviceProfile()


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize(
    "kiosks", [(PORTRAIT, USUAL), (LANDSCAPE, USUAL)], ids=["upright", "wide"], indirect=True
)
def test_nothing_is_cut_too_small_too_close_or_silent(kiosks: Kiosks, effort: Effort) -> None:
    found = found_by(kiosks, effort)
    assert not found, said(found)


SMALL_WINDOWS = [
    ((1920, 1080), DeviceProfile(pixels_per_mm=3.2, viewing_distance_mm=700.0)),
    ((1200, 1920), DeviceProfile(pixels_per_mm=6.0, viewing_distance_mm=450.0)),
    ((1920, 1200), DeviceProfile(pixels_per_mm=6.0, viewing_distance_mm=450.0)),
]
"""A coarse screen of 22 inches; a fine one of 10 inches, upright and wide."""


@pytest.mark.soak
@pytest.mark.timeout(0)
@pytest.mark.parametrize(
    "kiosks", SMALL_WINDOWS, ids=["22 inches", "10 inches", "10 inches wide"], indirect=True
)
def test_other_screens_hold_the_same_screens(kiosks: Kiosks, effort: Effort) -> None:
    """A sample of the matrix: on the smallest screen there is, the largest words in the end."""
    found = []
    for number, visit in enumerate(visits(kiosks, effort)):
        if number % (effort.stride * 3) == 0 or effort.is_full:
            found += look_at(*visit)
    assert not found, said(found)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_tab_key_reaches_everything(visitor: Visitor, effort: Effort, language: str) -> None:
    look = (TextSize.NORMAL, Contrast.DEFAULT)
    for number, (name, session) in enumerate(stops(visitor.window, visitor.tag(language), look)):
        if number % effort.stride:
            continue
        visitor.window.show_stop(session)
        settle(visitor.window)
        visitor.window.activateWindow()
        missed = set(reached_by_tab(visitor.frame)) - tab_through(visitor.frame)
        assert not missed, f"{name}: {[name_of(w) for w in missed]}"
