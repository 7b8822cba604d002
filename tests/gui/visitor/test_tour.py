"""The tour shows every screen there is, and fails rather than showing a wrong one."""

from dataclasses import replace
from pathlib import Path

import pytest

from kiosk.core.ids import LanguageTag
from kiosk.core.session import Contrast, Place, Screen, TextSize
from kiosk.gui.visitor.tour import Tour, stops
from tests.gui.visitor.driver import Visitor

LOOK = (TextSize.NORMAL, Contrast.DEFAULT)
ENGLISH = LanguageTag("en")


def test_every_screen_is_a_stop(visitor: Visitor) -> None:
    seen = {session.place.screen for _name, session in stops(visitor.window, ENGLISH, LOOK)}
    assert seen == set(Screen)


def test_the_index_shows_each_picture_once(
    visitor: Visitor, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    index = Tour(lambda: visitor.window, tmp_path, (400, 700), LOOK).write((ENGLISH,))
    pictures = {path.name for path in tmp_path.glob("*.png")}
    page = index.read_text(encoding="utf-8")
    assert len(pictures) == len(list(stops(visitor.window, ENGLISH, LOOK)))
    assert all(page.count(f'src="{name}"') == 1 for name in pictures)
    assert visitor.printer.waiting + len(visitor.printer.printed) == 1
    assert capfd.readouterr() == ("", "")


def test_a_screen_that_cannot_be_built_stops_the_tour(visitor: Visitor) -> None:
    broken = replace(visitor.session, trail=(Place(Screen.QUESTION, "no_such_question"),))
    with pytest.raises(ValueError, match="no_such_question"):
        visitor.window.show_stop(broken)
