"""The public view: both sides of going back with help, without a question or a country."""

from dataclasses import replace

import pytest

from kiosk.core.kinds import ContentSet
from kiosk.core.session import Screen
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import Visitor


def test_it_stands_before_any_country_with_both_sides_sources_and_dates(visitor: Visitor) -> None:
    visitor.touch_words("English").touch("What is this about?")
    assert visitor.is_on(Screen.ABOUT)
    assert not visitor.session.has_pair
    words = visitor.words()
    for said in ("It can help", "It can be hard", "You decide", "No choice is better"):
        assert said in words
    assert words.count("Last checked on") == 2
    assert "Source:" in words


def test_all_other_choices_are_named_in_the_same_size(visitor: Visitor) -> None:
    visitor.touch_words("English").touch("What is this about?")
    words = visitor.words()
    for choice in ("Protection", "Legal advice", "Staying with permission", "Moving on", "Waiting"):
        assert choice in words


def test_every_page_it_leads_to_opens_before_the_countries_and_leads_back(
    visitor: Visitor,
) -> None:
    visitor.touch_words("English").touch("What is this about?")
    topics = visitor.shipped.visit(visitor.session)
    for ref in ("voluntary", "if-you-fear-going-back", "ways-to-migrate", "your-data"):
        topic = topics.topic(f"common/{ref}")
        assert topic is not None
        visitor.touch_words(topic.title.value)
        assert visitor.is_on(Screen.TOPIC)
        visitor.touch("Back")
        assert visitor.is_on(Screen.ABOUT)


def test_an_option_touched_there_asks_for_the_countries_first(visitor: Visitor) -> None:
    visitor.touch_words("English").touch("What is this about?").touch_words("Legal advice")
    assert visitor.is_on(Screen.WHERE_ARE_YOU)


def test_going_on_from_it_does_not_show_twice_who_runs_the_place(visitor: Visitor) -> None:
    visitor.touch_words("English").touch("What is this about?").touch("Go on")
    assert visitor.is_on(Screen.WHERE_ARE_YOU)


def test_from_the_start_screen_it_leads_back_there(visitor: Visitor) -> None:
    visitor.at_home().touch("What is this about?").touch("Back")
    assert visitor.is_on(Screen.HOME)


def test_whoever_fears_going_back_sees_nothing_about_return_there(visitor: Visitor) -> None:
    visitor.at_home()
    visitor.steering.answer("needs", ("fear_of_return",))
    visitor.open(Screen.ABOUT)
    words = visitor.words()
    assert "1. Before you leave" not in words
    assert "Kinds of return" not in words
    assert "Your choices" in words
    for helped in ("fear", "pressure"):
        assert f"You told us about {helped}" not in words


@pytest.mark.parametrize("shows", list(ContentSet))
def test_it_is_within_reach_at_every_kind_of_site(open_kiosk: OpenKiosk, shows: ContentSet) -> None:
    visitor = open_kiosk(replace(SITE, content_set=shows)).at_home()
    visitor.touch("What is this about?")
    assert visitor.is_on(Screen.ABOUT)
