"""Room that is left goes to what is touched; where room is short, what is looked for stays seen."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint

from kiosk.core.session import Screen, TextSize
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.date_picker import DatePicker
from kiosk.gui.kit.qr import QrCode
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.touchable import Touchable
from kiosk.settings import DeviceProfile
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, Visitor
from tests.gui.visitor.measure import assert_fits

TEN_INCHES = DeviceProfile(pixels_per_mm=6.0, viewing_distance_mm=450.0)
WEEK = 7


def choices(visitor: Visitor) -> list[Choice]:
    return [one for one in visitor.frame.findChildren(Choice) if one.isVisible()]


def title_top(visitor: Visitor, words: str) -> int:
    (title,) = [t for t in visitor.frame.findChildren(TextBlock) if t.text == visitor.say(words)]
    return title.mapTo(visitor.frame, QPoint(0, 0)).y()


def test_few_answers_are_larger_than_many(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.QUESTION, "means")
    few = min(choice.height() for choice in choices(visitor))
    visitor.open(Screen.QUESTION, "region")
    many = min(choice.height() for choice in choices(visitor))
    assert few > many >= visitor.window.kit.theme.target


def test_answers_of_a_question_are_all_of_one_height(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.QUESTION, "means")
    assert len({choice.height() for choice in choices(visitor)}) == 1


@pytest.mark.parametrize("question", ["situation", "means", "region"])
def test_growing_never_makes_a_screen_scroll(visitor: Visitor, question: str) -> None:
    visitor.at_home().open(Screen.QUESTION, question)
    assert not visitor.frame.scroller.can_scroll


def test_titles_of_screens_with_little_on_them_stand_at_one_height(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.END)
    end = title_top(visitor, "End and clear?")
    visitor.open(Screen.FEEDBACK)
    useful = title_top(visitor, "Was this useful?")
    visitor.open(Screen.TOPICS)
    topics = title_top(visitor, "Topics")
    assert abs(end - useful) < visitor.window.kit.theme.target
    assert topics < min(end, useful)


def test_a_page_to_read_begins_at_the_top(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.WORDS)
    words = title_top(visitor, "Words explained")
    assert words < visitor.window.kit.theme.margin * 3


def test_letters_stay_where_they_are_when_one_is_touched(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.WORDS)
    before = {b.face.text: b.geometry() for b in visitor.frame.findChildren(Touchable)}
    visitor.touch("S")
    after = {b.face.text: b.geometry() for b in visitor.frame.findChildren(Touchable)}
    letters = [name for name in before if len(name) == 1]
    assert letters
    assert all(before[name] == after[name] for name in letters)


def test_the_days_of_a_month_fill_an_upright_screen(
    visitor: Visitor, open_kiosk: OpenKiosk
) -> None:
    widths = []
    for one in (visitor, open_kiosk(size=LANDSCAPE)):
        one.at_home().open(Screen.REMEMBER)
        (picker,) = one.frame.findChildren(DatePicker)
        day = max(b.width() for b in picker.findChildren(Touchable) if b.face.text.isdecimal())
        widths.append(day)
        assert day * WEEK <= picker.width()
    upright, wide = widths
    assert upright > wide


@pytest.mark.parametrize("size", list(TextSize))
def test_a_code_is_seen_whole_on_a_small_upright_screen(
    open_kiosk: OpenKiosk, size: TextSize
) -> None:
    small = open_kiosk(replace(SITE, device=TEN_INCHES), size=(1200, 1920)).at_home()
    small.steering.choose_text_size(size)
    small.open(Screen.REMEMBER, "2026-12-01 call")
    (code,) = small.frame.findChildren(QrCode)
    bottom = code.mapTo(small.frame.scroller, QPoint(0, code.height())).y()
    assert bottom <= small.frame.scroller.height()
    assert code.module_px >= small.window.kit.theme.px(0.8)


@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_keys_leave_room_for_what_is_found_on_a_small_upright_screen(
    open_kiosk: OpenKiosk, language: str
) -> None:
    small = open_kiosk(replace(SITE, device=TEN_INCHES), size=(1200, 1920))
    small.at_home(language=language)
    small.steering.choose_text_size(TextSize.LARGEST)
    small.open(Screen.SEARCH, "IOM")
    assert_fits(small)
    scroller = small.frame.scroller
    found = [b for b in scroller.content.findChildren(Touchable) if b.isVisible()]
    assert found
    assert found[0].mapTo(scroller, QPoint(0, found[0].height())).y() <= scroller.height()
