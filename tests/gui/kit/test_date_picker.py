"""Choosing a day by touch: the right month, the right day, nothing in the past."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.core.session import TextSize
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.date_picker import DatePicker
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.touchable import Touchable
from tests.gui.kit.conftest import Finger, MakeKit

Show = Callable[..., QWidget]

TODAY = date(2026, 11, 21)


def opened(
    show: Show, kit: Kit, chosen: date | None = None, earliest: date | None = None
) -> DatePicker:
    picker = DatePicker(kit, TODAY, chosen, earliest=earliest)
    width = max(700, picker.minimumSizeHint().width())
    show(picker, width, picker.heightForWidth(width))
    return picker


def buttons(picker: DatePicker) -> dict[str, Touchable]:
    shown = [b for b in picker.findChildren(Touchable) if b.isVisible() and b.isEnabled()]
    return {b.accessibleName(): b for b in shown}


def touch(picker: DatePicker, name: str) -> None:
    found = buttons(picker)
    assert name in found, f"{name!r} is not among {list(found)}"
    Finger(found[name]).press(10, 10).release(10, 10)


def words(picker: DatePicker) -> list[str]:
    return [b.text for b in picker.findChildren(TextBlock) if b.isVisible()]


def test_a_day_touched_is_said_and_stands_out(kit: Kit, show: Show) -> None:
    picker = opened(show, kit)
    said: list[date] = []
    picker.day_chosen.connect(said.append)
    touch(picker, "November 27, 2026")
    assert said == [date(2026, 11, 27)]
    assert picker.chosen == date(2026, 11, 27)
    assert buttons(picker)["November 27, 2026"].accessibleDescription() == "Chosen"


def test_today_is_named_and_the_past_cannot_be_touched(kit: Kit, show: Show) -> None:
    picker = opened(show, kit)
    assert buttons(picker)["November 21, 2026"].accessibleDescription() == "Today"
    assert "November 20, 2026" not in buttons(picker)
    assert "Month before" not in buttons(picker)


def test_an_earliest_day_before_today_opens_the_past_up_to_it(kit: Kit, show: Show) -> None:
    picker = opened(show, kit, earliest=date(2026, 10, 30))
    touch(picker, "Month before")
    assert picker.month == date(2026, 10, 1)
    shown = [name for name in buttons(picker) if name.startswith("October")]
    assert shown == ["October 30, 2026", "October 31, 2026"]
    assert "Month before" not in buttons(picker)


def test_months_go_over_the_turn_of_the_year_and_back(kit: Kit, show: Show) -> None:
    picker = opened(show, kit)
    for _month in range(3):
        touch(picker, "Next month")
    assert picker.month == date(2027, 2, 1)
    assert words(picker)[0] == "February 2027"
    assert [n for n in buttons(picker) if n.startswith("February")][-1] == "February 28, 2027"
    for _month in range(3):
        touch(picker, "Month before")
    assert picker.month == date(2026, 11, 1)


def test_it_opens_on_the_month_of_the_day_chosen(kit: Kit, show: Show) -> None:
    picker = opened(show, kit, date(2028, 2, 29))
    assert "February 29, 2028" in buttons(picker)
    assert words(picker)[0] == "February 2028"


def test_it_ends_after_some_years(kit: Kit, show: Show) -> None:
    picker = opened(show, kit, date(2036, 12, 31))
    assert "Next month" not in buttons(picker)


def test_the_height_stays_whatever_the_month(kit: Kit, show: Show) -> None:
    picker = opened(show, kit)
    heights = set()
    for _month in range(12):
        heights.add(picker.heightForWidth(700))
        touch(picker, "Next month")
    assert len(heights) == 1


@pytest.mark.parametrize(
    ("tag", "first"), [("en", "Sunday"), ("es", "lunes"), ("fa-AF", "شنبه"), ("ru", "пн")]
)
def test_weeks_begin_as_the_language_has_it(
    kits: MakeKit, show: Show, tag: str, first: str
) -> None:
    picker = opened(show, kits(tag))
    names = words(picker)[1:]
    assert first.startswith(names[0].rstrip("."))


def test_from_the_right_days_and_arrows_are_mirrored(kits: MakeKit, show: Show) -> None:
    picker = opened(show, kits("ar"))
    months = [b for name, b in buttons(picker).items() if "Next month" in name]
    days = [b for b in buttons(picker).values() if b.face.text in {"22", "23"}]
    assert days[0].x() > days[1].x()
    assert months[0].x() < picker.width() / 2
    title = picker.findChildren(TextBlock)[0]
    assert title.text.startswith("نوفمبر")


@pytest.mark.parametrize("tag", ["en", "ar", "km", "ur", "fa-AF", "am", "bn"])
@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_days_are_targets_with_room_between_and_inside(
    kits: MakeKit, show: Show, tag: str, size: TextSize
) -> None:
    kit = kits(tag, size)
    picker = opened(show, kit)
    touched = list(buttons(picker).values())
    boxes = [b.geometry() for b in touched]
    assert min(min(box.width(), box.height()) for box in boxes) >= kit.theme.target
    assert all(picker.rect().contains(box) for box in boxes)
    gap = kit.theme.gap - 1
    for index, box in enumerate(boxes):
        grown = box.adjusted(-gap, -gap, gap, gap)
        assert not any(grown.intersects(other) for other in boxes[index + 1 :])
    for button in touched:
        assert button.minimumSizeHint().width() <= button.width()
        assert button.heightForWidth(button.width()) <= button.height()
    for block in picker.findChildren(TextBlock):
        assert block.heightForWidth(block.width()) <= block.height() + 1


def test_digits_are_those_of_the_language(kits: MakeKit, show: Show) -> None:
    picker = opened(show, kits("fa-AF"))
    assert "۲۷" in {b.face.text for b in buttons(picker).values()}
