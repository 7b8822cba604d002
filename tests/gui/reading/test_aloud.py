"""What is heard of a screen: every word, in the order of reading, in the language it is in."""

import unicodedata
from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from kiosk.app import ROOT
from kiosk.core.ids import BlockId, LanguageTag
from kiosk.core.languages import LANGUAGES
from kiosk.core.speech import Utterance, utterance_of
from kiosk.core.texts import Block, BlockKind, Inline
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.colors import COLORS, contrast_ratio
from kiosk.gui.kit.columns import Column, Row
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard import KeyboardPanel
from kiosk.gui.kit.keyboard_layout import load_keyboard
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.small import Chip, ChipKind, Line
from kiosk.gui.kit.spoken import dialled, phones_dialled
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.reading.aloud import Item, spoken_items
from kiosk.gui.reading.blocks import RichBlock

ENGLISH = LanguageTag("en")
KEYBOARDS = ROOT / "resources" / "keyboards"


def said(widget: QWidget) -> list[str]:
    widget.show()
    QApplication.processEvents()
    return [u.text for item in spoken_items(widget) for u in item.utterances]


def test_everything_with_words_says_them(kit: Kit) -> None:
    block = Block(
        BlockId("b"), BlockKind.PARAGRAPH, (((Inline("Read ", link=""), Inline("this")),),), ENGLISH
    )
    field = TextField(kit, "Search", "Type a word")
    column = Column(
        kit,
        [
            TextBlock(kit, "A title"),
            Line(kit, "A line", "info"),
            Chip(kit, "A chip", ChipKind.INFO),
            TouchButton(kit, "A card", detail="More", kicker="Kind", note="Note"),
            Notice(kit, "It matters", title="Notice"),
            RichBlock(kit, block),
            field,
        ],
    )
    assert said(column) == [
        *("A title", "A line", "A chip", "Kind", "A card", "More", "Note"),
        *("Notice", "It matters", "Read this", "Search", "Type a word"),
    ]
    field.type("visa")
    assert said(column)[-2:] == ["visa", "Clear"]


def test_a_block_is_said_as_it_is_recorded(kit: Kit) -> None:
    rows = (((Inline("One"),),), ((Inline("Two"),),))
    block = Block(BlockId("b"), BlockKind.LIST, rows, LanguageTag("fr"), ordered=True)
    assert RichBlock(kit, block).utterances == (utterance_of(block),)
    linked = replace(block, rows=(((Inline("Go there", link="a/b"),),),))
    view = RichBlock(kit, linked)
    view.show()
    QApplication.processEvents()
    items = spoken_items(view)
    assert [item.is_usable for item in items] == [False, True]


def test_a_choice_says_whether_it_is_chosen(kit: Kit) -> None:
    assert said(Choice(kit, "Yes", chosen=True)) == ["Yes", "chosen"]
    assert said(Choice(kit, "Yes")) == ["Yes"]
    assert said(Choice(kit, "Yes", many=True)) == ["Yes", "not chosen"]


def test_a_key_says_its_letter_and_not_what_carries_it(kit: Kit) -> None:
    tags = [LanguageTag(tag) for tag in ("ar", "bn", "km", "ur", "fa-AF")]
    panels = [KeyboardPanel(kit, load_keyboard(KEYBOARDS, tag)) for tag in tags]
    for panel in panels:
        panel.resize(1000, 600)
        panel.show()
    letters = [u.text for panel in panels for key in panel.keys for u in key.utterances]
    assert any(unicodedata.category(letter[0])[0] == "M" for letter in letters)
    assert not any("\u25cc" in letter for letter in letters)


def test_words_are_said_in_the_language_they_are_in(kit: Kit) -> None:
    french = LANGUAGES[LanguageTag("fr")]
    button = TouchButton(kit, "Titre", note="Only in French", language=french)
    assert button.utterances == (
        Utterance("Titre", french.tag),
        Utterance("Only in French", kit.language.tag),
    )


def test_invisible_marks_are_not_said(kit: Kit) -> None:
    assert said(TextBlock(kit, "a\u2066b\u2069\u200bc")) == ["abc"]
    assert said(TextBlock(kit, "")) == []


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_side_by_side_is_read_in_the_direction_of_the_language(kit: Kit, tag: str) -> None:
    there = kit.in_language(LANGUAGES[LanguageTag(tag)], kit.translator)
    row = Row(there, [TextBlock(there, "first"), TextBlock(there, "second")])
    column = Column(there, [TextBlock(there, "top"), row])
    column.resize(600, 300)
    assert said(column) == ["top", "first", "second"]


def test_what_is_hidden_is_not_heard(kit: Kit) -> None:
    gone = TextBlock(kit, "gone")
    column = Column(kit, [TextBlock(kit, "here"), gone])
    assert said(column) == ["here", "gone"]
    gone.hide()
    assert said(column) == ["here"]
    column.hide()
    assert spoken_items(column) == ()


def test_items_know_their_place(kit: Kit) -> None:
    one, other = TextBlock(kit, "same"), TextBlock(kit, "same")
    assert Item(one, one.utterances).is_same(Item(one, ()))
    assert not Item(one, one.utterances).is_same(Item(other, one.utterances))
    assert not Item(one, one.utterances, 0).is_same(Item(one, one.utterances, 1))


@pytest.mark.parametrize(
    ("number", "heard"),
    [
        ("112", "1 1 2"),
        ("+593 2 123-4567", "plus 5 9 3, 2, 1 2 3, 4 5 6 7"),
        ("\u2066+34 91\u2011500\u2069", "plus 3 4, 9 1, 5 0 0"),
        ("Call (016) now", "Call (0 1 6) now"),
    ],
)
def test_a_phone_number_is_never_one_number(number: str, heard: str) -> None:
    assert dialled(number, "plus") == heard


def test_running_words_keep_their_other_numbers() -> None:
    words = "In 2026 call +34 900 123 within 30 days."
    assert phones_dialled(words) == "In 2026 call + 3 4, 9 0 0, 1 2 3 within 30 days."


def test_a_phone_line_is_said_digit_by_digit(kit: Kit) -> None:
    assert said(Line(kit, "112", "phone")) == ["1 1 2"]


def test_what_is_read_stands_out_in_every_contrast(qtbot: QtBot) -> None:
    for colors in COLORS.values():
        for under in (colors.ground, colors.surface):
            assert contrast_ratio(colors.focus, under) >= 3
