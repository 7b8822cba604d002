"""A pad of digits: large, the same way round everywhere, in the digits of the language."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.core.session import TextSize
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.number_pad import NumberPad
from kiosk.gui.kit.touchable import Touchable
from tests.gui.kit.conftest import Finger, MakeKit

Show = Callable[..., QWidget]


def opened(show: Show, kit: Kit) -> NumberPad:
    pad = NumberPad(kit)
    width = max(300, pad.minimumSizeHint().width())
    show(pad, width, pad.heightForWidth(width))
    return pad


def strike(key: Touchable) -> None:
    Finger(key).press(10, 10).release(10, 10)


def test_digits_are_typed_quickly_and_taken_back(kit: Kit, show: Show) -> None:
    pad = opened(show, kit)
    typed: list[str] = []
    erased: list[bool] = []
    pad.typed.connect(typed.append)
    pad.erased.connect(lambda: erased.append(True))
    for at in (0, 0, 9):
        strike(pad.digits[at])
    strike(pad.erase)
    assert (typed, erased) == (["1", "1", "0"], [True])


@pytest.mark.parametrize(("tag", "shown"), [("fa-AF", "۱۲۳"), ("bn", "১২৩"), ("am", "123")])
def test_digits_are_those_of_the_language(kits: MakeKit, show: Show, tag: str, shown: str) -> None:
    pad = opened(show, kits(tag))
    typed: list[str] = []
    pad.typed.connect(typed.append)
    for key in pad.digits[:3]:
        strike(key)
    assert "".join(typed) == shown
    assert int("".join(typed)) == 123
    assert [key.accessibleName() for key in pad.digits[:3]] == list(shown)


@pytest.mark.parametrize("tag", ["en", "ar", "ur"])
def test_one_stands_left_of_two_and_above_four(kits: MakeKit, show: Show, tag: str) -> None:
    pad = opened(show, kits(tag))
    one, two, four = pad.digits[0], pad.digits[1], pad.digits[3]
    assert one.x() < two.x()
    assert one.y() < four.y()


@pytest.mark.parametrize("tag", ["en", "ar", "km", "ur", "bn"])
@pytest.mark.parametrize("size", list(TextSize))
def test_keys_are_targets_with_room_between_and_inside(
    kits: MakeKit, show: Show, tag: str, size: TextSize
) -> None:
    kit = kits(tag, size)
    pad = opened(show, kit)
    keys = (*pad.digits, pad.erase)
    boxes = [key.geometry() for key in keys]
    assert min(min(box.width(), box.height()) for box in boxes) >= kit.theme.target
    assert all(pad.rect().contains(box) for box in boxes)
    gap = kit.theme.gap - 1
    for index, box in enumerate(boxes):
        grown = box.adjusted(-gap, -gap, gap, gap)
        assert not any(grown.intersects(other) for other in boxes[index + 1 :])
    for key in keys:
        assert key.minimumSizeHint().width() <= key.width()
        assert key.heightForWidth(key.width()) <= key.height()
        assert key.accessibleName()
