"""Columns, grids and rows: mirrored, folding, nothing cut."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.core.session import TextSize
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Column, Row, height_at
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.notice import Notice, ProgressSteps
from kiosk.gui.kit.small import Chip, ChipKind
from kiosk.gui.kit.text_block import TextBlock
from tests.gui.kit.conftest import MakeKit

Show = Callable[..., QWidget]


def grid(kit: Kit, count: int = 6) -> FlowGrid:
    return FlowGrid(kit, [TouchButton(kit, f"Card {n}", detail="More words") for n in range(count)])


@pytest.mark.parametrize("width", [500, 1080, 1920])
def test_columns_fit_the_width(kit: Kit, show: Show, width: int) -> None:
    cards = grid(kit)
    show(cards, width, 900)
    columns = cards.columns(width)
    assert 1 <= columns <= 3
    for card in cards.widgets:
        assert card.geometry().right() < width
        assert card.geometry().left() >= 0
        assert card.height() >= card.heightForWidth(card.width())


def test_the_largest_size_has_one_column_on_an_upright_screen(kits: MakeKit) -> None:
    assert grid(kits(size=TextSize.NORMAL)).columns(1008) == 2
    assert grid(kits(size=TextSize.LARGEST)).columns(1008) == 1


def test_cards_keep_the_distance_of_targets(kit: Kit, show: Show) -> None:
    cards = grid(kit)
    show(cards, 1000, 900)
    boxes = [card.geometry() for card in cards.widgets]
    least = kit.theme.gap
    for one in boxes:
        for other in boxes:
            if one is not other:
                assert not one.adjusted(-least + 1, -least + 1, least - 1, least - 1).intersects(
                    other
                )


def test_right_to_left_is_the_mirror_image(kits: MakeKit, show: Show) -> None:
    for make in (FlowGrid, FlowRow, Row):
        places = []
        for tag in ("en", "ar"):
            kit = kits(tag)
            widgets = [TouchButton(kit, "12345") for _ in range(2)]
            show(make(kit, widgets), 900, 200)
            places.append([widget.geometry() for widget in widgets])
        (first, second), (first_rtl, second_rtl) = places
        assert first.left() < second.left()
        assert first_rtl.left() > second_rtl.left()
        assert first_rtl.right() == 899 if make is not Row else first_rtl.right() >= 890


def test_a_row_of_chips_wraps_and_says_how_high_it_is(kit: Kit, show: Show) -> None:
    chips = FlowRow(kit, [Chip(kit, "Not known to us", ChipKind.NOT_KNOWN) for _ in range(4)])
    show(chips, 420, 600)
    bottom = max(chip.geometry().bottom() for chip in chips.widgets)
    assert chips.heightForWidth(420) == bottom + 1
    assert len({chip.geometry().top() for chip in chips.widgets}) > 1
    assert max(chip.geometry().right() for chip in chips.widgets) < 420


def test_spare_room_stays_below_the_words(kit: Kit, show: Show) -> None:
    one, two = TextBlock(kit, "One"), TextBlock(kit, "Two")
    show(Column(kit, [one, two], gap=10), 400, 900)
    assert one.height() == one.heightForWidth(400)
    assert two.geometry().top() == one.geometry().bottom() + 1 + 10


def test_cards_are_no_higher_than_their_words(kit: Kit, show: Show) -> None:
    card = Card(kit)
    card.add(TextBlock(kit, "Words"))
    show(Column(kit, [card, TextBlock(kit, "More")]), 400, 900)
    assert card.height() == height_at(card, 400)


@pytest.mark.parametrize("tag", ["en", "ar", "km"])
@pytest.mark.parametrize("size", [TextSize.SMALL, TextSize.LARGEST])
def test_cards_and_notices_hold_all_their_words(
    kits: MakeKit, show: Show, tag: str, size: TextSize
) -> None:
    words = {
        "en": "You can change your mind at any time.",
        "ar": "يمكنك أن تغيّر رأيك في أي وقت.",
        "km": "អ្នក\u200bអាច\u200bប្តូរ\u200bចិត្ត\u200bបាន\u200bគ្រប់\u200bពេល។",
    }[tag]
    kit = kits(tag, size)
    card = Card(kit, Ground.SAFETY)
    block = TextBlock(kit, words * 3)
    card.add(block)
    notice = Notice(kit, words * 3, title=words)
    steps = ProgressSteps(kit, words, 2, 5)
    column = Column(kit, [card, notice, steps])
    show(column, 420, height_at(column, 420))
    inner = card.contentsRect()
    assert inner.contains(block.geometry())
    assert block.layout_for(block.width()).height <= block.height()
    for widget in (card, notice, steps):
        assert widget.height() >= height_at(widget, widget.width())


def test_what_a_chip_says_is_its_name(kit: Kit) -> None:
    assert Chip(kit, "Old\u200b fact", ChipKind.OLD).accessibleName() == "Old fact"


def test_each_kind_of_chip_has_a_sign_of_its_own() -> None:
    assert len({kind.icon for kind in ChipKind}) == len(ChipKind)


def test_a_letter_no_font_draws_does_not_take_the_screen_down(kit: Kit, show: Show) -> None:
    block = TextBlock(kit, "Help \U0001f9ff \U00012000 here")
    show(block)
    shown = block.layout_for(400).lines[0].text
    assert shown.startswith("Help ")
    assert shown.endswith(" here")


@pytest.mark.parametrize("tag", ["en", "ar"])
def test_a_crowded_row_breaks_no_word(kits: MakeKit, show: Show, tag: str) -> None:
    kit = kits(tag, TextSize.LARGEST)
    names = {"en": ("Back", "Print my sheet"), "ar": ("رجوع", "اطبع ورقتي")}[tag]
    row = Row(kit, [TouchButton(kit, name, "back") for name in names])
    show(row, 560, 200)
    for button, name in zip(row.findChildren(TouchButton), names, strict=True):
        lines = button.placed(button.width()).words[0].layout.lines
        assert " ".join(line.text for line in lines) == name
