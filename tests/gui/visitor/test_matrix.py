"""Every screen in every language, size and position of the screen: a sample, all in `make soak`."""

from itertools import product

import pytest

from kiosk.core.session import Contrast, TextSize
from kiosk.gui.visitor.tour import settle, stops
from tests.effort import Effort
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import faults, name_of, reached_by_tab, tab_through

SAMPLED = (TextSize.NORMAL, TextSize.LARGEST)


@pytest.mark.parametrize("screen", [PORTRAIT, LANDSCAPE])
def test_nothing_is_cut_too_small_too_close_or_silent(
    open_kiosk: OpenKiosk, effort: Effort, screen: tuple[int, int]
) -> None:
    visitor = open_kiosk(size=screen)
    found: list[str] = []
    looks = product(visitor.shipped.languages, TextSize if effort.is_full else SAMPLED)
    wanted = 0
    for language, size in looks:
        for name, session in stops(visitor.window, language, (size, Contrast.DEFAULT)):
            wanted += 1
            if wanted % effort.stride:
                continue
            visitor.window.show_stop(session)
            settle(visitor.window)
            where = f"{language} {size.name} {name}"
            found += [f"{where}: {line}" for line in faults(visitor.frame, visitor.window.kit)]
    assert not found, "\n".join(found[:60])


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
