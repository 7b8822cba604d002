"""Taking content away on a phone: warned first, then codes a phone can really read."""

import re
from datetime import date

import pytest
import zxingcpp
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QImage

from kiosk.core.answers import Answers
from kiosk.core.session import Contrast, Screen, TextSize
from kiosk.gui.kit.date_picker import DatePicker
from kiosk.gui.kit.qr import QrCode, qr_image
from kiosk.services.taking_away import SHEET, take_away
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits

PAGE = "common/voluntary"
CODES = (PAGE, f"{PAGE}#1", f"{SHEET}#2")
"""Those the tour does not reach."""


def read_by_phone(image: QImage) -> str:
    """What another program sees in a picture; "" where it finds no code."""
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8)
    rows = memoryview(grey.constBits()).cast("B", (grey.height(), grey.bytesPerLine()))
    found = zxingcpp.read_barcodes(rows)
    return found[0].text if found else ""


def code_of(visitor: Visitor) -> QrCode:
    found = [code for code in visitor.frame.findChildren(QrCode) if code.isVisible()]
    assert len(found) == 1
    return found[0]


def on_screen(visitor: Visitor) -> str:
    """What a phone held before the whole screen reads."""
    return read_by_phone(visitor.window.grab().toImage())


def test_a_page_goes_to_the_phone_code_by_code(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.TOPIC, PAGE).touch("Take it with you")
    assert not visitor.frame.findChildren(QrCode)
    assert "Whoever takes your phone can read it" in visitor.words()
    visitor.touch("Show the code")
    codes = take_away(visitor.window.visit(visitor.session), PAGE)
    read = [on_screen(visitor)]
    for _code in codes[1:]:
        visitor.touch("Next code")
        read.append(on_screen(visitor))
    assert read == [code.payload for code in codes]
    assert read[0].startswith(f"1/{len(codes)}\nInformation\n")
    visitor.touch("Code before")
    assert on_screen(visitor) == codes[-2].payload
    visitor.touch("Back")
    assert visitor.is_on(Screen.TOPIC)


def test_whoever_rather_not_is_back_where_she_was(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.TOPIC, PAGE).touch("Take it with you").touch("Better not")
    assert visitor.is_on(Screen.TOPIC)
    assert not visitor.frame.findChildren(QrCode)


@pytest.mark.parametrize("screen", [Screen.RIGHT, Screen.OPTION, Screen.AGREEMENT])
def test_rights_options_and_agreements_can_be_taken_too(visitor: Visitor, screen: Screen) -> None:
    visitor.at_home()
    visit = visitor.window.visit(visitor.session)
    subject = {
        Screen.RIGHT: visit.rights[0].id,
        Screen.OPTION: visit.advice.options[0].programme.id,
        Screen.AGREEMENT: visit.agreements[0].id,
    }[screen]
    visitor.open(screen, subject).touch("Take it with you").touch("Show the code")
    assert "Information\n" in on_screen(visitor)


@pytest.mark.parametrize("contrast", Contrast)
def test_a_phone_reads_it_in_every_contrast(visitor: Visitor, contrast: Contrast) -> None:
    visitor.at_home(contrast=contrast, language="km").open(Screen.TAKE_AWAY, f"{PAGE}#1")
    codes = take_away(visitor.window.visit(visitor.session), PAGE)
    assert on_screen(visitor) == codes[0].payload


@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_another_program_reads_every_code_of_a_page(visitor: Visitor, language: str) -> None:
    visitor.at_home(language=language)
    for code in take_away(visitor.window.visit(visitor.session), SHEET):
        image = qr_image(code.payload)
        assert read_by_phone(image.scaled(image.size() * 4)) == code.payload


def test_modules_are_wide_enough_and_the_code_is_whole_on_every_screen(
    open_kiosk: OpenKiosk,
) -> None:
    for size, language in ((PORTRAIT, "km"), (LANDSCAPE, "en"), (LANDSCAPE, "ar")):
        visitor = open_kiosk(SITE, size=size)
        visitor.at_home(language=language, text_size=TextSize.LARGEST)
        visitor.open(Screen.TAKE_AWAY, f"{SHEET}#1")
        code = code_of(visitor)
        assert code.module_px >= 0.8 * visitor.window.kit.theme.pixels_per_mm
        view = visitor.frame.scroller.content.parentWidget()
        assert view is not None
        room = QRect(QPoint(0, 0), view.size())
        assert room.contains(QRect(code.mapTo(view, QPoint(0, 0)), code.size()))
        assert on_screen(visitor)


def test_what_the_stop_path_removes_cannot_be_taken(visitor: Visitor) -> None:
    visitor.at_home()
    options = visitor.window.visit(visitor.session).advice.options
    away = next(o.programme.id for o in options if o.programme.kind.is_return)
    stopped = Answers().with_answer("needs", ("pressure",))
    visitor.at_home(answers=stopped).open(Screen.TAKE_AWAY, f"{away}#1")
    assert not visitor.frame.findChildren(QrCode)
    assert visitor.say("This page is not here") in visitor.words()


def test_the_codes_are_hidden_from_onlookers_and_found_again(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.TAKE_AWAY, f"{PAGE}#2")
    visitor.clock.now += 50
    visitor.window.look_at_clock()
    visitor.settle()
    assert not [c for c in visitor.frame.findChildren(QrCode) if c.isVisible()]
    visitor.steering.touched()
    visitor.settle()
    assert on_screen(visitor).startswith("2/")


def test_a_date_is_chosen_by_touch_alone(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.REMEMBER)
    picker = visitor.frame.findChildren(DatePicker)[0]
    picker.day_chosen.emit(date(2026, 12, 1))
    visitor.settle().touch("Call")
    assert "December 1, 2026" in visitor.words()
    entry = on_screen(visitor)
    assert "DTSTART;VALUE=DATE:20261201" in entry
    assert "SUMMARY:Call" in entry
    visitor.touch("Add a time").touch_words("14:30")
    assert "DTSTART:20261201T143000" in on_screen(visitor)
    visitor.touch("Without a time")
    assert "DTSTART;VALUE=DATE:20261201" in on_screen(visitor)


def test_going_back_takes_one_step_back(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.REMEMBER)
    visitor.frame.findChildren(DatePicker)[0].day_chosen.emit(date(2026, 12, 1))
    visitor.settle().touch("Reminder").touch("Back")
    assert visitor.say("What is it?") in visitor.words()
    visitor.touch("Back")
    assert visitor.frame.findChildren(DatePicker)


def test_the_entry_names_nobody_and_no_place(visitor: Visitor) -> None:
    entries = []
    for _again in range(2):
        visitor.at_home().open(Screen.REMEMBER, "2026-12-01 paper")
        entries.append(on_screen(visitor))
    first, second = ({*entry.split("\r\n")} for entry in entries)
    assert all(re.fullmatch(r"UID:[0-9a-f-]{36}", line) for line in first ^ second)
    assert len(first ^ second) == 2
    named = {line.partition(":")[0].partition(";")[0] for line in first if line}
    assert named == {*("BEGIN", "VERSION", "PRODID", "UID", "DTSTAMP", "DTSTART", "SUMMARY", "END")}


@pytest.mark.parametrize(
    ("language", "text_size", "size"),
    [
        ("en", TextSize.NORMAL, LANDSCAPE),
        ("ar", TextSize.LARGEST, LANDSCAPE),
        ("km", TextSize.LARGEST, LANDSCAPE),
        ("km", TextSize.LARGEST, PORTRAIT),
    ],
)
def test_the_codes_of_a_page_and_more_codes_fit(
    open_kiosk: OpenKiosk, language: str, text_size: TextSize, size: tuple[int, int]
) -> None:
    visitor = open_kiosk(SITE, size=size)
    for subject in CODES:
        assert_fits(
            visitor.at_home(language=language, text_size=text_size), Screen.TAKE_AWAY, subject
        )
