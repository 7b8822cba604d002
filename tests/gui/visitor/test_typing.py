"""Searching on the screen: typed in every shipped language, forgiving, and never a dead end."""

import pytest
from PySide6.QtCore import QPoint

from kiosk.core.languages import LANGUAGES as LANGUAGES_KNOWN
from kiosk.core.session import Screen, TextSize
from kiosk.gui.kit.keyboard import KeyboardPanel
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.search import SearchPage
from kiosk.i18n.formatting import format_number
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits

LANGUAGES = ["en", "fr", "es", "ar", "km"]
SIZES = [TextSize.NORMAL, TextSize.LARGEST]


def opened(visitor: Visitor, language: str, size: TextSize = TextSize.NORMAL) -> Visitor:
    return visitor.at_home(language=language, text_size=size).open(Screen.SEARCH)


def page(visitor: Visitor) -> SearchPage:
    found = visitor.frame.findChild(SearchPage)
    assert found is not None
    return found


def field(visitor: Visitor) -> TextField:
    found = visitor.frame.findChild(TextField)
    assert found is not None
    return found


def results(visitor: Visitor) -> list[Touchable]:
    """The cards of what was found, from the top."""
    return [b for b in visitor.buttons() if page(visitor).isAncestorOf(b)]


def strike(visitor: Visitor, words: str) -> None:
    """Type on the keys of the screen, going to the page or layer where each letter is."""
    panel = visitor.frame.findChild(KeyboardPanel)
    assert panel is not None
    for letter in words:
        for at in range(len(panel.pages)):
            keys = {k.letters: k for k in panel.letters}
            if letter in keys or letter == " ":
                break
            panel.show_page(at)
        name = visitor.say("Space")
        key = next(
            k for k in panel.keys if k.accessibleName() == (name if letter == " " else letter)
        )
        visitor.touch_widget(key)


# What is typed, with a slip or as people spell it, and the kind of thing that has to be there.
TYPED = [
    ("en", "lawier", "law"),
    ("en", "deportation", "forced return"),
    ("en", "asylum seker", "asylum"),
    ("fr", "avocta", "juridique"),
    ("fr", "deportation", "retour forcé"),
    ("es", "abogdao", "jurídic"),
    ("es", "expulsion", "retorno forzoso"),
    ("ar", "ترحييل", "العودة القسرية"),
    ("ar", "محامى", "قانوني"),
    ("km", "និរទេស", "ដោយបង្ខំ"),
    ("km", "ជំនួយប្រាក់", "ជំនួយ"),
]


@pytest.mark.parametrize(("language", "typed", "expected"), TYPED)
def test_typing_finds_it_also_with_a_slip_or_by_another_name(
    visitor: Visitor, language: str, typed: str, expected: str
) -> None:
    opened(visitor, language)
    strike(visitor, typed)
    assert field(visitor).text == typed
    texts = [b.accessibleName() + b.accessibleDescription() for b in results(visitor)]
    assert any(expected in text.lower() for text in texts), texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_how_many_were_found_is_said(visitor: Visitor, language: str) -> None:
    opened(visitor, language)
    strike(visitor, {"ar": "محام", "km": "មេធាវ"}.get(language, "a"))
    assert results(visitor)
    found = len(results(visitor))
    words = visitor.shipped.words.for_language(visitor.tag(language))
    said = words.ngettext("{count} result", "{count} results", found)
    count = format_number(found, LANGUAGES_KNOWN[visitor.tag(language)])
    assert said.format(count=count) in visitor.words()


def test_what_exists_in_another_language_only_says_so(visitor: Visitor) -> None:
    opened(visitor, "km")
    hits = visitor.shipped.visit(visitor.session).search("NADA", 12)
    field(visitor).type("NADA")
    visitor.settle()
    notes = [b.face.note for b in results(visitor)]
    assert len(notes) == len(hits)
    assert [bool(note) for note in notes] == [hit.fallback for hit in hits]


def test_nothing_found_shows_other_ways(visitor: Visitor) -> None:
    opened(visitor, "en")
    strike(visitor, "qqzzx")
    names = [b.accessibleName() for b in results(visitor)]
    assert names == ["Words explained", "Find help", "Talk to a person"]
    visitor.touch("Words explained")
    assert visitor.is_on(Screen.WORDS)
    visitor.touch("Back")
    assert field(visitor).text == "qqzzx"


@pytest.mark.parametrize(
    ("window", "size"), [(PORTRAIT, SIZES[1]), *((LANDSCAPE, s) for s in SIZES)]
)
@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_a_whole_result_is_seen_while_keys_are_open_and_done_shows_the_rest(
    open_kiosk: OpenKiosk, language: str, window: tuple[int, int], size: TextSize
) -> None:
    visitor = opened(open_kiosk(size=window), language, size)
    assert_fits(visitor)
    field(visitor).type({"ar": "محام", "km": "មេធាវី"}.get(language, "lawyer"))
    visitor.settle()
    assert_fits(visitor)
    scroller = visitor.frame.scroller
    first = results(visitor)[0]
    bottom = first.mapTo(scroller, QPoint(0, first.height())).y()
    assert bottom <= scroller.height()
    before = len(results(visitor)), scroller.height()
    visitor.touch("Done")
    assert len(results(visitor)) >= before[0]
    assert scroller.height() > before[1]
    assert_fits(visitor)
    assert not any(isinstance(b.parentWidget(), KeyboardPanel) for b in visitor.buttons())
    visitor.touch_widget(field(visitor))
    assert visitor.button(visitor.say("Done")).isVisible()
