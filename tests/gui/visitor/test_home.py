"""The start screen: six cards first, the rest below, all of it within reach."""

from dataclasses import replace

import pytest

from kiosk.core.kinds import ContentSet
from kiosk.core.session import Screen, TextSize
from kiosk.gui.kit.theme import Role
from kiosk.gui.kit.touchable import Touchable
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits

SMALL_CARDS = {
    "Talk to a person": Screen.TALK,
    "Decide with your family": Screen.FAMILY,
    "Remember a date": Screen.REMEMBER,
    "What is this about?": Screen.ABOUT,
    "Who runs this?": Screen.WHO_RUNS,
    "Was this useful?": Screen.FEEDBACK,
    "Other questions": Screen.ABOUT,
}


def main_cards(visitor: Visitor) -> list[Touchable]:
    return [b for b in visitor.buttons() if b.face.role is Role.HEADING]


@pytest.mark.parametrize(("card", "screen"), SMALL_CARDS.items())
def test_what_is_not_first_is_one_touch_away_too(
    visitor: Visitor, card: str, screen: Screen
) -> None:
    visitor.at_home().touch(card)
    assert visitor.screen is screen
    visitor.touch("Back")
    assert visitor.is_on(Screen.HOME)


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_the_six_are_of_equal_weight_and_stand_above_the_others(
    open_kiosk: OpenKiosk, size: tuple[int, int]
) -> None:
    visitor = open_kiosk(size=size).at_home()
    six = main_cards(visitor)
    assert len(six) == 6
    assert len({card.width() for card in six}) == 1
    content = visitor.frame.scroller.content
    lowest = max(card.mapTo(content, card.rect().bottomLeft()).y() for card in six)
    small = visitor.button("Talk to a person")
    assert small.mapTo(content, small.rect().topLeft()).y() > lowest
    assert small.height() < six[0].height()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
def test_the_six_are_seen_without_scrolling(open_kiosk: OpenKiosk, size: tuple[int, int]) -> None:
    visitor = open_kiosk(size=size).at_home()
    scroller = visitor.frame.scroller
    for card in main_cards(visitor):
        bottom = card.mapTo(scroller, card.rect().bottomLeft()).y()
        assert bottom <= scroller.height(), card.accessibleName()


@pytest.mark.parametrize("language", ["en", "ar", "km"])
@pytest.mark.parametrize("shows", [shows for shows in ContentSet if shows is not SITE.shows])
def test_every_start_screen_fits(open_kiosk: OpenKiosk, shows: ContentSet, language: str) -> None:
    visitor = open_kiosk(replace(SITE, content_set=shows))
    for size in TextSize.NORMAL, TextSize.LARGEST:
        assert_fits(visitor.at_home(language=language, text_size=size))


def test_a_low_screen_with_the_largest_words_still_reaches_every_card(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(size=LANDSCAPE).at_home(text_size=TextSize.LARGEST)
    assert len(main_cards(visitor)) == 6
    for card, screen in SMALL_CARDS.items():
        visitor.touch(card)
        assert visitor.screen is screen
        visitor.touch("Back")


@pytest.mark.parametrize("host", ["ES", "ZZ"])
@pytest.mark.parametrize("origin", ["EC", "ZZ"])
def test_who_does_not_plan_to_go_back_finds_something_for_every_pair(
    visitor: Visitor, host: str, origin: str
) -> None:
    visitor.at_home(host, origin).touch("Other questions").touch("I do not plan to go back")
    assert "Your choices" in visitor.words()
    visitor.touch("My rights")
    assert visitor.is_on(Screen.RIGHTS)


def test_each_of_the_six_stages_leads_to_content_that_fits_it(visitor: Visitor) -> None:
    values = visitor.shipped.visit(visitor.at_home().session).question("situation").values
    names = {value.id: value.text.value for value in values}
    seen = set()
    for stage in ("planning_to_leave", "just_arrived", "regular_stay", "in_transit", "deciding"):
        visitor.at_home().touch("Other questions").touch_words(names[stage])
        assert names[stage] in visitor.words()
        seen.add(visitor.words())
    assert len(seen) == 5
    assert not visitor.session.answers.given


def test_going_to_a_stage_answers_nothing(visitor: Visitor) -> None:
    visitor.at_home().touch("Other questions")
    words = visitor.shipped.visit(visitor.session).question("situation").values
    back = next(item.text.value for item in words if item.id == "back_home")
    visitor.touch_words(back)
    assert not visitor.session.answers.given
    assert visitor.say("{kind}: not known", kind=visitor.say("Health")) in visitor.words()
