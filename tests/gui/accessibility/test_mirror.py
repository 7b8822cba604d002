"""A14 and A15: languages by their own names, and the mirror of right-to-left, measured."""

import unicodedata
from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Screen, TextSize
from kiosk.gui.kit.icons import ICON_NAMES, IconShelf
from kiosk.gui.kit.notice import ProgressSteps, _Steps
from kiosk.gui.kit.touchable import Touchable
from kiosk.i18n.formatting import format_date, format_number
from kiosk.i18n.isolation import strip_invisible
from tests.gui.accessibility.pixels import share_apart
from tests.gui.kit.conftest import MakeKit
from tests.gui.visitor.conftest import OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor

Show = Callable[..., QWidget]

BAR = ("Back", "Danger now", "Language", "Size and colours", "End and clear")


def left_of(visitor: Visitor, widget: Touchable) -> int:
    return widget.mapTo(visitor.window, QPoint(0, 0)).x()


def right_of(visitor: Visitor, widget: Touchable) -> int:
    return left_of(visitor, widget) + widget.width()


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE], ids=["upright", "wide"])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_the_bar_runs_from_where_lines_begin(
    open_kiosk: OpenKiosk, size: tuple[int, int], language: str
) -> None:
    """Row by row, from the left or from the right: the order is the same to who reads it."""
    visitor = open_kiosk(size=size)
    visitor.at_home("ES", "EC", language).open(Screen.TOPICS)
    places = []
    for name in BAR:
        button = visitor.button(visitor.say(name))
        along = visitor.window.width() - right_of(visitor, button)
        top = button.mapTo(visitor.window, QPoint(0, 0)).y()
        places.append((top, along if language == "ar" else left_of(visitor, button)))
    assert places == sorted(places)
    assert len(set(places)) == len(BAR)


def test_content_and_bar_change_sides_on_a_wide_screen(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(size=LANDSCAPE)
    for language, bar_is_left in (("en", False), ("ar", True)):
        visitor.at_home("ES", "EC", language)
        bar = left_of(visitor, visitor.button(visitor.say("Danger now")))
        content = visitor.frame.scroller.mapTo(visitor.window, QPoint(0, 0)).x()
        assert (bar < content) is bar_is_left


@pytest.mark.parametrize("name", ["back", "next"])
def test_the_arrow_of_a_button_points_the_other_way(
    visitor: Visitor, icons: IconShelf, name: str
) -> None:
    icons.load()
    screen = Screen.TOPICS
    pictures: list[QImage] = []
    for language in ("en", "ar"):
        visitor.at_home("ES", "EC", language).open(screen)
        found = [b for b in visitor.buttons() if name in (b.face.icon, b.face.trailing)]
        button = found[0]
        placed = button.placed(button.width())
        sign = next(sign for sign in placed.signs if sign.icon == name)
        at = sign.box.translated(button._side_padding(), button._content_top(placed))
        pictures.append(button.grab(at.toAlignedRect()).toImage())
    english, arabic = pictures
    width, height = (min(p.width() for p in pictures), min(p.height() for p in pictures))
    flipped = arabic.flipped(Qt.Orientation.Horizontal).copy(0, 0, width, height)
    assert share_apart(english.copy(0, 0, width, height), flipped) < share_apart(
        english.copy(0, 0, width, height), arabic.copy(0, 0, width, height)
    )


def test_progress_runs_the_other_way(kits: MakeKit, show: Show) -> None:
    pictures = []
    for tag in ("en", "ar"):
        steps = ProgressSteps(kits(tag), "", 2, 5)
        show(steps, 400, 60)
        (bar,) = steps.findChildren(_Steps)
        pictures.append(bar.grab().toImage())
    english, arabic = pictures
    assert share_apart(english, arabic.flipped(Qt.Orientation.Horizontal)) < 0.01
    assert share_apart(english, arabic) > 0.05


@pytest.mark.parametrize("tag", ["km", "fa-AF", "bn", "ckb", "my", "ne", "ar", "en"])
def test_dates_and_amounts_use_the_digits_of_the_language(tag: str, visitor: Visitor) -> None:
    language = LANGUAGES[visitor.tag(tag)]
    for written in (format_date(visitor.shipped.day, language), format_number(1234, language)):
        digits = {char for char in written if char.isdecimal()}
        assert digits
        assert digits <= set(language.digits)


@pytest.mark.parametrize("tag", ["km", "ar"])
def test_a_date_on_the_screen_is_written_as_the_language_writes_it(
    visitor: Visitor, tag: str
) -> None:
    visitor.at_home("ES", "KH", tag)
    right = visitor.shipped.visit(visitor.session).rights[0]
    visitor.open(Screen.RIGHT, right.id)
    language = LANGUAGES[visitor.tag(tag)]
    assert strip_invisible(format_date(right.checked, language)) in visitor.words()


@pytest.mark.parametrize("size", [TextSize.NORMAL, TextSize.LARGEST])
def test_every_language_is_named_in_itself_and_without_a_flag(
    visitor: Visitor, size: TextSize
) -> None:
    visitor.at_home(text_size=size).touch("Language")
    shown = {button.accessibleName() for button in visitor.buttons()}
    for tag in visitor.shipped.languages:
        assert LANGUAGES[tag].endonym in shown
    assert not any("REGIONAL INDICATOR" in unicodedata.name(c, "") for c in visitor.words())
    assert not any("flag" in name for name in ICON_NAMES)
