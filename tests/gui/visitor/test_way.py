"""The way of a visitor through the screens, touch by touch."""

from dataclasses import replace

import pytest

from kiosk.core.ids import CountryCode
from kiosk.core.questions import QUESTIONS
from kiosk.core.session import Screen
from kiosk.gui.kit.text_field import TextField
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import Visitor

HOME_CARDS = {
    "My options": Screen.OPTIONS,
    "My rights": Screen.RIGHTS,
    "Find help": Screen.HELP,
    "Topics": Screen.TOPICS,
    "Search": Screen.SEARCH,
    "My sheet": Screen.SHEET_CHOICE,
    "Answer a few questions": Screen.QUESTIONS,
}


def test_five_touches_lead_home(visitor: Visitor) -> None:
    assert visitor.is_on(Screen.ATTRACT)
    visitor.touch_words("Español")
    assert visitor.is_on(Screen.TRUST)
    visitor.touch("Go on")
    assert visitor.is_on(Screen.WHERE_ARE_YOU)
    visitor.touch_words("España")
    assert visitor.is_on(Screen.WHERE_FROM)
    visitor.touch_words("Ecuador")
    assert visitor.is_on(Screen.HOME)
    assert (visitor.session.host, visitor.session.origin) == ("ES", "EC")
    assert visitor.session.language == "es"


def test_a_site_that_knows_its_country_asks_only_where_one_is_from(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(replace(SITE, host=CountryCode("FR")))
    visitor.touch_words("English").touch("Go on")
    assert visitor.is_on(Screen.WHERE_FROM)
    visitor.touch_words("Senegal")
    assert (visitor.screen, visitor.session.host) == (Screen.HOME, "FR")


@pytest.mark.parametrize(("card", "screen"), HOME_CARDS.items())
def test_everything_is_one_touch_from_home(visitor: Visitor, card: str, screen: Screen) -> None:
    visitor.at_home().touch(card)
    assert visitor.screen is screen
    visitor.touch("Back")
    assert visitor.is_on(Screen.HOME)


@pytest.mark.parametrize("host", ["ES", "ZZ"])
@pytest.mark.parametrize("origin", ["EC", "ZZ"])
def test_a_country_nobody_wrote_about_still_has_every_screen(
    visitor: Visitor, host: str, origin: str
) -> None:
    for card in HOME_CARDS:
        visitor.at_home(host, origin).touch(card)
        assert visitor.screen is HOME_CARDS[card]


def test_another_country_can_be_chosen_on_both_screens(visitor: Visitor) -> None:
    visitor.touch_words("English").touch("Go on")
    visitor.touch("Another country").touch("Another country")
    assert visitor.is_on(Screen.HOME)
    visitor.touch("My rights")
    assert visitor.shipped.visit(visitor.session).rights


def test_who_changes_the_country_she_is_in_is_not_asked_again_where_from(visitor: Visitor) -> None:
    visitor.at_home("ES", "EC").touch_words("I am in: Spain").touch_words("France")
    assert (visitor.screen, visitor.session.host, visitor.session.origin) == (
        Screen.HOME,
        "FR",
        "EC",
    )


def test_the_questions_come_one_by_one_and_can_all_be_skipped(visitor: Visitor) -> None:
    visitor.at_home().touch("Answer a few questions").touch("Begin")
    for question in QUESTIONS:
        assert visitor.session.place.subject == question
        assert visitor.say("Why we ask") in visitor.words()
        visitor.touch("Skip this question")
    assert visitor.is_on(Screen.OPTIONS)
    assert not visitor.session.answers.given


def test_an_answer_stays_when_one_comes_back_and_goes_when_skipped(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.QUESTION, "age")
    words = visitor.shipped.visit(visitor.session).question("age").values
    adult = next(item.text.value for item in words if item.id == "adult")
    visitor.touch_words(adult)
    assert visitor.session.answers["age"] == ("adult",)
    visitor.touch("Go on").touch("Back")
    assert visitor.session.answers["age"] == ("adult",)
    chosen = [b.accessibleName() for b in visitor.buttons() if b.isChecked()]
    assert chosen == [adult]
    visitor.touch("Skip this question")
    assert not visitor.session.answers["age"]


def test_back_never_ends_in_a_button_that_does_nothing(visitor: Visitor) -> None:
    visitor.touch_words("English").touch("Go on").touch_words("Spain").touch_words("Ecuador")
    back = visitor.say("Back")
    assert back not in [b.accessibleName() for b in visitor.buttons()]
    visitor.touch("Topics").touch_words("If you fear going back").touch("Danger now")
    visitor.touch("Find help").touch("Size and colours").touch("Language")
    while back in [b.accessibleName() for b in visitor.buttons()]:
        before = visitor.session.trail
        visitor.touch("Back")
        assert visitor.session.trail != before
    assert visitor.is_on(Screen.HOME)


def test_back_to_the_first_screen_leaves_nothing_behind(visitor: Visitor) -> None:
    visitor.touch_words("Français").touch("Go on").touch_words("Espagne")
    visitor.touch("Back").touch("Back").touch("Back")
    assert visitor.is_on(Screen.ATTRACT)
    assert (visitor.session.language, visitor.session.host) == ("en", None)


def test_what_was_searched_is_found_again_on_the_way_back(visitor: Visitor) -> None:
    visitor.at_home().touch("Search")
    for letter in "lawyer":
        visitor.touch_words(letter)
    hit = visitor.shipped.visit(visitor.session).search("lawyer")[0]
    visitor.touch_words(hit.title)
    assert visitor.screen is not Screen.SEARCH
    visitor.touch("Back")
    assert visitor.is_on(Screen.SEARCH)
    assert hit.title in visitor.words()
    visitor.touch("Language").touch_words("Français")
    assert visitor.session.place.subject == "lawyer"


def test_done_puts_the_keys_away_and_the_field_brings_them_back(visitor: Visitor) -> None:
    visitor.at_home().touch("Search")
    visitor.touch_words("w").touch("Done")
    assert "q" not in [b.accessibleName() for b in visitor.buttons()]
    field = visitor.frame.findChild(TextField)
    assert field is not None
    visitor.touch_widget(field).touch_words("o")
    assert visitor.session.place.subject == "wo"
