"""Many countries: by letter, by any of their words, and never without a way on."""

import pytest

from kiosk.core.ids import CountryCode
from kiosk.core.session import Screen
from kiosk.gui.visitor import countries
from kiosk.gui.visitor.countries import CountryPicker
from kiosk.gui.visitor.frame import Frame
from kiosk.gui.visitor.scene import Stage
from tests.gui.visitor.driver import Visitor

CODES = [CountryCode(code) for code in ("AR", "BR", "CI", "CO", "EC", "GW", "GN", "KH", "SN", "TH")]


@pytest.fixture
def picked() -> list[str]:
    return []


@pytest.fixture
def crowded(visitor: Visitor, picked: list[str]) -> Visitor:
    """A kiosk that knows more countries than fit at a glance."""
    visitor.touch_words("English").open(Screen.WHERE_FROM)
    stage = Stage(visitor.window.kit, visitor.window.visit(visitor.session), visitor.steering)
    scene = countries.build_picker(stage, "Which country are you from?", CODES, picked.append)
    visitor.window.show_frame(Frame(stage, scene, 1080, 1920))
    return visitor.settle()


def cards(visitor: Visitor) -> list[str]:
    picker = visitor.frame.findChild(CountryPicker)
    assert picker is not None
    return [b.accessibleName() for b in visitor.buttons() if picker.isAncestorOf(b)]


def test_countries_stand_in_the_order_of_their_names(crowded: Visitor) -> None:
    names = cards(crowded)
    assert names[:3] == ["Argentina", "Brazil", "Cambodia"]
    assert names[-1] == "Another country"


def test_a_letter_shows_what_begins_with_it_without_gaps(crowded: Visitor) -> None:
    crowded.touch_words("C")
    assert cards(crowded) == ["Cambodia", "Colombia", "Côte d’Ivoire", "Another country"]
    first, second = crowded.button("Cambodia"), crowded.button("Colombia")
    assert first.y() == second.y() == 0
    crowded.touch_words("Clear")
    assert len(cards(crowded)) == len(CODES) + 1


def test_typing_finds_a_country_by_any_of_its_words(crowded: Visitor, picked: list[str]) -> None:
    for letter in "ivo":
        crowded.touch_words(letter)
    assert cards(crowded) == ["Côte d’Ivoire", "Another country"]
    crowded.touch_words("Côte d’Ivoire")
    assert picked == ["CI"]


def test_a_name_nobody_knows_says_so_and_leaves_a_way_on(crowded: Visitor) -> None:
    for letter in "xyz":
        crowded.touch_words(letter)
    assert "No country has this name." in crowded.words()
    assert cards(crowded) == ["Another country"]


def test_another_country_leads_home_and_to_options_without_a_dead_end(visitor: Visitor) -> None:
    visitor.touch_words("English").open(Screen.WHERE_FROM)
    visitor.steering.choose_host(CountryCode("ES"))
    visitor.settle().touch_words("Another country")
    assert visitor.is_on(Screen.HOME)
    assert "I am from: Another country" in visitor.words()
    visitor.open(Screen.QUESTION, "region")
    assert "not known" in visitor.words()
    visitor.touch_words("Go on")
    assert visitor.is_on(Screen.OPTIONS)
    assert "Ask for protection" in visitor.words()
