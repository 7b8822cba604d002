"""Many countries: by letter, by any of their words, and never without a way on."""

import pytest

from kiosk.core.countries import COUNTRIES
from kiosk.core.ids import CountryCode
from kiosk.core.session import Screen, TextSize
from kiosk.gui.kit.keyboard import KeyboardPanel
from kiosk.gui.kit.text_block import readable
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.visitor import countries
from kiosk.gui.visitor.countries import CountryPicker
from kiosk.gui.visitor.frame import Frame
from kiosk.gui.visitor.letters import LetterButton
from kiosk.gui.visitor.scene import Stage
from kiosk.i18n.formatting import country_name
from kiosk.i18n.initials import initial
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits

CODES = [CountryCode(code) for code in ("AR", "BR", "CI", "CO", "EC", "GW", "GN", "KH", "SN", "TH")]


@pytest.fixture
def picked() -> list[str]:
    return []


@pytest.fixture
def crowded(visitor: Visitor, picked: list[str]) -> Visitor:
    """A kiosk that knows more countries than fit at a glance."""
    visitor.touch_words("English").open(Screen.WHERE_FROM)
    return show_picker(visitor, CODES, picked, PORTRAIT)


def show_picker(
    visitor: Visitor, codes: list[CountryCode], picked: list[str], window: tuple[int, int]
) -> Visitor:
    """The screen of a kiosk that knows these countries."""
    visit = visitor.window.visit(visitor.session)
    is_wide = window == LANDSCAPE
    kit, maker = visitor.window.kit, visitor.make_sheet_maker
    stage = Stage(kit, visit, visitor.steering, maker, is_wide=is_wide)
    scene = countries.build_picker(stage, "Which country are you from?", codes, picked.append)
    visitor.window.show_frame(Frame(stage, scene, *window))
    return visitor.settle()


def open_keys(visitor: Visitor) -> None:
    field = visitor.frame.findChild(TextField)
    assert field is not None
    visitor.touch_widget(field)


def cards(visitor: Visitor) -> list[str]:
    picker = visitor.frame.findChild(CountryPicker)
    assert picker is not None
    shown = [b for b in visitor.buttons() if picker.isAncestorOf(b)]
    return [b.accessibleName() for b in shown if not isinstance(b, LetterButton)]


def test_countries_stand_in_the_order_of_their_names(crowded: Visitor) -> None:
    names = cards(crowded)
    assert names[:3] == ["Argentina", "Brazil", "Cambodia"]
    assert names[-1] == "Another country"


def test_a_letter_shows_what_begins_with_it_without_gaps(crowded: Visitor) -> None:
    crowded.touch_words("C")
    assert cards(crowded) == ["Cambodia", "Colombia", "Côte d’Ivoire", "Another country"]
    first, second = crowded.button("Cambodia"), crowded.button("Colombia")
    assert first.y() == second.y() == 0
    crowded.touch_words("C")
    assert len(cards(crowded)) == len(CODES) + 1


def test_nothing_has_to_be_typed_and_keys_come_with_a_touch(crowded: Visitor) -> None:
    assert not crowded.frame.findChildren(KeyboardPanel)[0].isVisible()
    open_keys(crowded)
    assert crowded.frame.findChildren(KeyboardPanel)[0].isVisible()
    crowded.touch("Done")
    assert not crowded.frame.findChildren(KeyboardPanel)[0].isVisible()


def test_typing_lets_the_letter_go_and_a_letter_what_was_typed(crowded: Visitor) -> None:
    crowded.touch_words("C")
    open_keys(crowded)
    crowded.touch_words("s")
    assert cards(crowded) == ["Senegal", "Another country"]
    crowded.touch("Done").touch_words("T")
    assert cards(crowded) == ["Thailand", "Another country"]


@pytest.mark.parametrize("language", ["en", "ar", "km"])
@pytest.mark.parametrize("window", [PORTRAIT, LANDSCAPE])
def test_every_country_of_the_world_is_two_touches_away_and_fits(
    open_kiosk: OpenKiosk, picked: list[str], language: str, window: tuple[int, int]
) -> None:
    visitor = open_kiosk(size=window).at_home(language=language, text_size=TextSize.LARGEST)
    visitor.open(Screen.WHERE_FROM)
    show_picker(visitor, list(COUNTRIES), picked, window)
    assert_fits(visitor)
    assert len(cards(visitor)) == 1
    name = country_name(CountryCode("SN"), visitor.window.kit.language)
    visitor.touch_words(initial(name, visitor.window.kit.language))
    assert_fits(visitor)
    visitor.touch_words(name)
    assert picked == ["SN"]
    open_keys(visitor)
    field = visitor.frame.findChild(TextField)
    assert field is not None
    field.type(name[:3])
    visitor.settle()
    assert_fits(visitor)
    assert readable(name) in cards(visitor)


def test_a_letter_is_found_again_on_the_way_back(crowded: Visitor, picked: list[str]) -> None:
    crowded.touch_words("S")
    assert crowded.session.place.subject == "S"
    show_picker(crowded, CODES, picked, PORTRAIT)
    assert cards(crowded) == ["Senegal", "Another country"]


def test_typing_finds_a_country_by_any_of_its_words(crowded: Visitor, picked: list[str]) -> None:
    open_keys(crowded)
    for letter in "ivo":
        crowded.touch_words(letter)
    assert cards(crowded) == ["Côte d’Ivoire", "Another country"]
    crowded.touch_words("Côte d’Ivoire")
    assert picked == ["CI"]


def test_a_name_nobody_knows_says_so_and_leaves_a_way_on(crowded: Visitor) -> None:
    open_keys(crowded)
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
    assert "No choice is on record for this yet." in visitor.words()
    visitor.touch_words("Go on")
    assert visitor.is_on(Screen.OPTIONS)
    assert "Ask for protection" in visitor.words()
