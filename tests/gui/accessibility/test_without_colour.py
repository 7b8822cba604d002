"""A05: told apart without colours. Buttons and choices: tests/gui/kit/test_buttons.py."""

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtWidgets import QWidget

from kiosk.core.eligibility import Verdict
from kiosk.core.session import Contrast
from kiosk.gui.kit.icons import IconShelf
from kiosk.gui.kit.notice import ProgressSteps
from kiosk.gui.kit.small import Chip, ChipKind
from kiosk.gui.reading.verdict import OptionCard
from tests.gui.accessibility.pixels import grey, share_apart
from tests.gui.kit.conftest import MakeKit
from tests.gui.reading import samples

Show = Callable[..., QWidget]


@pytest.mark.parametrize("contrast", list(Contrast))
def test_chips_differ_by_their_signs(
    kits: MakeKit, show: Show, icons: IconShelf, contrast: Contrast
) -> None:
    kit = kits(contrast=contrast)
    kit.icons.load()
    pictures = {}
    for kind in ChipKind:
        chip = Chip(kit, "Same", kind)
        show(chip, 170, 44)
        pictures[kind] = grey(chip.grab().toImage())
    alike = [
        (one.value, other.value)
        for one, other in combinations(ChipKind, 2)
        if share_apart(pictures[one], pictures[other]) < 0.002
    ]
    assert not alike


@pytest.mark.parametrize("contrast", list(Contrast))
def test_verdicts_differ_by_their_signs_below_the_same_words(
    kits: MakeKit, show: Show, icons: IconShelf, contrast: Contrast
) -> None:
    kit = kits(contrast=contrast)
    kit.icons.load()
    pictures = []
    for verdict in Verdict:
        card = OptionCard(kit, samples.option(verdict=verdict))
        show(card, 500, card.heightForWidth(500))
        placed = card.placed(card.width())
        sign = next(sign for sign in placed.signs if sign.icon == card.face.note_icon)
        box = sign.box.translated(card._side_padding(), card._content_top(placed))
        pictures.append(grey(card.grab(box.toAlignedRect()).toImage()))
    for one, other in combinations(pictures, 2):
        assert share_apart(one, other) > 0.03


@pytest.mark.parametrize("contrast", list(Contrast))
def test_each_step_of_the_way_looks_another(kits: MakeKit, show: Show, contrast: Contrast) -> None:
    kit = kits(contrast=contrast)
    pictures = []
    for step in (1, 2, 3):
        steps = ProgressSteps(kit, "Same", step, 3)
        show(steps, 300, 60)
        pictures.append(grey(steps.grab().toImage()))
    for one, other in combinations(pictures, 2):
        assert share_apart(one, other) > 0.002
