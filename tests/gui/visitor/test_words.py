"""Words explained from A to Z: letters that have words, the words of one, and back again."""

import pytest

from kiosk.core.session import Screen, TextSize
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.letters import LetterButton
from kiosk.i18n.initials import initial
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits

LANGUAGES = ["en", "ar", "km"]


def letters(visitor: Visitor) -> list[LetterButton]:
    return [b for b in visitor.buttons() if isinstance(b, LetterButton)]


def cards(visitor: Visitor) -> list[Touchable]:
    shown = {t.term.value for t in visitor.shipped.visit(visitor.session).terms}
    return [b for b in visitor.buttons() if b.face.text in shown]


def opened(visitor: Visitor, language: str, size: TextSize = TextSize.NORMAL) -> Visitor:
    return visitor.at_home(language=language, text_size=size).open(Screen.WORDS)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_is_reached_by_its_letter_without_typing(
    visitor: Visitor, language: str
) -> None:
    opened(visitor, language)
    spoken = visitor.window.kit.language
    seen = set()
    for at in range(len(letters(visitor))):
        button = letters(visitor)[at]
        if not button.is_chosen:
            visitor.touch_widget(button)
        found = cards(visitor)
        assert found
        assert {initial(c.face.text, spoken) for c in found} == {button.face.text}
        seen |= {c.face.text for c in found}
    assert seen == {t.term.value for t in visitor.shipped.visit(visitor.session).terms}


@pytest.mark.parametrize(("language", "first"), [("en", "A"), ("ar", "ا"), ("km", "ក")])
def test_letters_are_those_of_the_language_and_the_first_is_chosen(
    visitor: Visitor, language: str, first: str
) -> None:
    opened(visitor, language)
    shown = letters(visitor)
    assert shown[0].is_chosen
    assert shown[0].accessibleDescription()
    if language != "km":
        assert shown[0].face.text == first
    own = [b.face.text for b in shown if not b.face.text.isascii()]
    assert language == "en" or len(own) > len(shown) / 2


def test_a_word_is_opened_and_the_way_back_finds_the_letter_again(visitor: Visitor) -> None:
    opened(visitor, "en")
    letter = letters(visitor)[3]
    name = letter.face.text
    visitor.touch_widget(letter)
    visitor.touch_widget(cards(visitor)[0])
    assert visitor.is_on(Screen.TERM)
    visitor.touch("Back")
    assert visitor.is_on(Screen.WORDS)
    assert [b.face.text for b in letters(visitor) if b.is_chosen] == [name]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    ("window", "size"),
    [(PORTRAIT, TextSize.LARGEST), (LANDSCAPE, TextSize.NORMAL), (LANDSCAPE, TextSize.LARGEST)],
)
def test_the_words_of_a_letter_fit_and_the_first_is_seen(
    open_kiosk: OpenKiosk, language: str, window: tuple[int, int], size: TextSize
) -> None:
    visitor = opened(open_kiosk(size=window), language, size)
    visitor.touch_widget(letters(visitor)[1])
    assert_fits(visitor)
    scroller, first = visitor.frame.scroller, cards(visitor)[0]
    top = first.mapTo(scroller.content, first.rect().topLeft()).y() - scroller.position
    assert 0 <= top < scroller.height()
