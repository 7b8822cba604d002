"""Where there is nothing, something calm stands: a sign, a sentence, a way on."""

from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from kiosk.core.session import Place, Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.visitor.empty import Empty, Nothing
from tests.gui.visitor.driver import Visitor

MISSING = "common/not-here-any-more"

ENTRY_SCREENS = (
    Screen.TOPIC,
    Screen.TERM,
    Screen.AGREEMENT,
    Screen.OPTION,
    Screen.RIGHT,
    Screen.SERVICE,
    Screen.STORY,
    Screen.ABOUT,
)


@pytest.mark.parametrize("screen", ENTRY_SCREENS)
def test_a_page_that_is_gone_says_so_and_leads_on(visitor: Visitor, screen: Screen) -> None:
    visitor.at_home().open(screen, MISSING)
    assert visitor.say("This page is not here") in visitor.words()
    visitor.touch("Find help")
    assert visitor.is_on(Screen.HELP)


def test_before_the_countries_the_way_on_is_the_first_screen(visitor: Visitor) -> None:
    begun = visitor.touch_words("English").session
    place = Place(Screen.TOPIC, MISSING)
    visitor.window.show_stop(replace(begun, trail=(*begun.trail, place)))
    visitor.settle().touch("Back to the start")
    assert visitor.is_on(Screen.ATTRACT)


def test_a_screen_that_cannot_be_built_leaves_an_apology_and_a_way_on(
    visitor: Visitor, qtbot: QtBot
) -> None:
    visitor.touch_words("English")
    with qtbot.captureExceptions() as told:
        # Options need both countries; nothing on the way there asks for them.
        visitor.open(Screen.OPTIONS)
    assert [kind for kind, _error, _trace in told] == [LookupError]
    assert visitor.say("This page cannot be shown now") in visitor.words()
    visitor.clock.now += 5
    visitor.window.look_at_clock()
    assert "You did nothing wrong." in visitor.words()
    visitor.touch("Back")
    assert visitor.is_on(Screen.TRUST)


def test_the_apology_has_danger_now_and_the_end_like_every_screen(
    visitor: Visitor, qtbot: QtBot
) -> None:
    visitor.touch_words("English")
    with qtbot.captureExceptions():
        visitor.open(Screen.OPTIONS)
    visitor.touch("Danger now")
    assert visitor.is_on(Screen.DANGER_NOW)


@pytest.mark.parametrize("origin", ["EC", "ZZ"])
def test_no_screen_is_bare_where_hardly_anything_is_on_record(
    visitor: Visitor, origin: str
) -> None:
    for screen in (Screen.HELP, Screen.TOPICS, Screen.RIGHTS, Screen.OPTIONS, Screen.DANGER_NOW):
        visitor.at_home("ZZ", origin).open(screen)
        assert len(visitor.words().splitlines()) > 5, screen


def test_the_widget_is_one_name_for_a_reader_and_can_change_its_words(visitor: Visitor) -> None:
    kit = visitor.window.kit
    empty = Empty(kit, Nothing.BEING_MADE, "Wait", [TouchButton(kit, "Go")])
    assert empty.accessibleName() == "Wait"
    empty.show_sentence("Ready")
    assert empty.accessibleName() == "Ready"
