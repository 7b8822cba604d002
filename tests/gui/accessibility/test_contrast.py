"""A04: contrast in the picture, not only in the table of colours (tests/gui/kit/test_theme.py)."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session import Contrast
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.colors import contrast_ratio
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.icons import IconShelf
from kiosk.gui.kit.notice import Notice, Ribbon
from kiosk.gui.kit.small import Chip, ChipKind, Icon
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Tone
from tests.gui.accessibility.pixels import alone, colors_of, strongest_contrast
from tests.gui.kit.conftest import MakeKit

Show = Callable[..., QWidget]

LEAST_TEXT = {
    Contrast.DEFAULT: 7.0,
    Contrast.LOW: 7.0,
    Contrast.HIGH_DARK: 20.0,
    Contrast.HIGH_LIGHT: 20.0,
}
LEAST_MARK = {**dict.fromkeys(LEAST_TEXT, 3.0), Contrast.HIGH_DARK: 20.0, Contrast.HIGH_LIGHT: 20.0}


def texts(kit: Kit) -> dict[str, QWidget]:
    """Everything that holds words, in every colour there is for it."""
    made: dict[str, QWidget] = {}
    for kind in ButtonKind:
        made[f"button {kind.value}"] = TouchButton(kit, "WORDS", kind=kind)
        pressed = TouchButton(kit, "WORDS", kind=kind)
        pressed.setDown(True)
        made[f"button {kind.value} pressed"] = pressed
        off = TouchButton(kit, "WORDS", kind=kind)
        off.setEnabled(False)
        made[f"button {kind.value} off"] = off
    for chosen in (False, True):
        made[f"choice {chosen}"] = Choice(kit, "WORDS", chosen=chosen)
    for chip in ChipKind:
        made[f"chip {chip.value}"] = Chip(kit, "WORDS", chip)
    for ground in Ground:
        card = Card(kit, ground)
        card.add(TextBlock(kit, "WORDS", tone=Tone.SOFT))
        made[f"card {ground.value}"] = card
        made[f"notice {ground.value}"] = Notice(kit, "WORDS", "info", ground)
    made["ribbon"] = Ribbon(kit, "WORDS")
    return made


@pytest.mark.parametrize("contrast", list(Contrast))
def test_all_words_stand_out_from_their_ground(
    kits: MakeKit, show: Show, contrast: Contrast
) -> None:
    faint = {}
    for name, widget in texts(kits(contrast=contrast)).items():
        show(widget, 260, 90)
        ratio = strongest_contrast(alone(widget))
        if ratio < LEAST_TEXT[contrast]:
            faint[name] = round(ratio, 1)
    assert not faint


def test_usual_words_stand_out_at_ten_to_one(kit: Kit, show: Show) -> None:
    for widget in (TouchButton(kit, "WORDS"), Choice(kit, "WORDS"), Notice(kit, "WORDS")):
        show(widget, 260, 90)
        assert strongest_contrast(alone(widget)) >= 10


@pytest.mark.parametrize("contrast", list(Contrast))
@pytest.mark.parametrize("tone", [Tone.INK, Tone.SOFT, Tone.ACCENT, Tone.SAFETY])
def test_icons_are_seen(
    kits: MakeKit, show: Show, icons: IconShelf, contrast: Contrast, tone: Tone
) -> None:
    kit = kits(contrast=contrast)
    icon = Icon(kit, "home", tone=tone)
    kit.icons.load()
    show(icon, 60, 60)
    image = alone(icon)
    inks = [name for name in colors_of(image, 3) if name != "#ff00ff"]
    ground = kit.theme.colors.ground
    assert max(contrast_ratio(ink, ground) for ink in inks) >= LEAST_MARK[contrast]


@pytest.mark.parametrize("contrast", list(Contrast))
def test_the_border_of_what_can_be_touched_is_seen(
    kits: MakeKit, show: Show, contrast: Contrast
) -> None:
    kit = kits(contrast=contrast)
    for widget in (TouchButton(kit, "WORDS"), Choice(kit, "WORDS")):
        show(widget, 300, 90)
        image = alone(widget)
        edge = [image.pixelColor(x, 45).name() for x in range(4)]
        ground = kit.theme.colors.ground
        assert max(contrast_ratio(color, ground) for color in edge) >= LEAST_MARK[contrast]


@pytest.mark.parametrize("contrast", list(Contrast))
@pytest.mark.parametrize("kind", list(ButtonKind))
def test_the_focus_ring_is_seen_on_any_button(
    kits: MakeKit, show: Show, contrast: Contrast, kind: ButtonKind
) -> None:
    """Two pixels all around change by 3:1 or more: the area that WCAG 2.4.13 asks for."""
    kit = kits(contrast=contrast)
    button = TouchButton(kit, "WORDS", kind=kind)
    show(button, 300, 90)
    before = alone(button)
    gained = QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason)
    QApplication.sendEvent(button, gained)
    after = alone(button)
    changed = seen = 0
    for x in range(20):
        was, now = before.pixelColor(x, 45).name(), after.pixelColor(x, 45).name()
        if was != now:
            changed += 1
            seen += contrast_ratio(was, now) >= 3
    assert seen >= 2, f"{seen} of {changed} changed pixels are seen"
