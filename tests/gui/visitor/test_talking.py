"""Whoever wants a person: words for the desk, lines to call, where to complain, a card to print."""

from dataclasses import replace
from io import BytesIO
from itertools import product

import pypdf
import pytest
from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QWidget

from kiosk.core.answers import Answers
from kiosk.core.ids import CountryCode, LanguageTag
from kiosk.core.kinds import CounsellorSex, SiteType
from kiosk.core.languages import LANGUAGES
from kiosk.core.session import Screen, TextSize
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.printing import OF_THE_SHEET
from kiosk.i18n.formatting import language_name
from kiosk.printing.printers import PrinterCondition
from kiosk.services.handouts.language_card import left_out, spoken_languages
from tests.gui.visitor.conftest import SITE, OpenKiosk
from tests.gui.visitor.driver import LANDSCAPE, PORTRAIT, Visitor
from tests.gui.visitor.measure import assert_fits
from tests.gui.visitor.test_printing import READY, follow

ENGLISH, SPANISH = LanguageTag("en"), LanguageTag("es")
BOTH = (CounsellorSex.WOMAN, CounsellorSex.MAN)
STAFFED = replace(SITE, staff_languages=(ENGLISH,), counsellors=BOTH)
CONSULATE = replace(
    STAFFED, type=SiteType.CONSULATE, run_by_state=CountryCode("EC"), host=CountryCode("ES")
)
STOPPED = Answers().with_answer("needs", ("fear_of_return",))
OTHER_AT_A_CONSULATE = (
    (Screen.TALK, ""),
    (Screen.INTERPRETER, "ur"),
    (Screen.COUNSELLOR, ""),
    (Screen.COUNSELLOR, "woman"),
)
"""What says something else there than where the tour goes."""


@pytest.fixture
def visitor(open_kiosk: OpenKiosk) -> Visitor:
    return open_kiosk(STAFFED)


def names(visitor: Visitor) -> list[str]:
    return [button.accessibleName() for button in visitor.buttons()]


def top_of(visitor: Visitor, words: str) -> int:
    """How far down on the screen these words begin."""
    content = visitor.frame.scroller.content
    found = [w for w in content.findChildren(QWidget) if w.accessibleName().startswith(words)]
    assert found, words
    return min(w.mapTo(content, QPoint(0, 0)).y() for w in found)


def at_the_desk(visitor: Visitor) -> list[str]:
    """What can be read across a desk, in order."""
    size = visitor.window.kit.theme.font_px(Role.DISPLAY)
    blocks = visitor.frame.scroller.content.findChildren(TextBlock)
    return [b.text for b in blocks if b.layout_for(b.width()).lines[0].runs[0].size == size]


# an interpreter


def test_an_interpreter_can_be_asked_for_before_anything_else_is_said(visitor: Visitor) -> None:
    visitor.window.choose_language(ENGLISH)
    visitor.settle().touch("Language").touch("I need an interpreter")
    assert visitor.is_on(Screen.INTERPRETER)
    visitor.touch_words("اردو")
    assert at_the_desk(visitor) == [
        "This person speaks: Urdu",
        "اردو",
        "This person needs an interpreter.",
    ]
    assert not visitor.session.has_pair
    visitor.touch("Another language")
    assert "دری" in names(visitor)


@pytest.mark.parametrize("screen", [Screen.TALK, Screen.HELP])
def test_it_is_one_touch_from_where_people_look_for_people(
    visitor: Visitor, screen: Screen
) -> None:
    visitor.at_home().open(screen).touch("I need an interpreter")
    assert visitor.is_on(Screen.INTERPRETER)


def test_every_language_is_offered_by_its_own_name_those_of_the_kiosk_first(
    visitor: Visitor,
) -> None:
    visitor.at_home().open(Screen.INTERPRETER)
    engine = visitor.window.kit.engine
    spoken = spoken_languages(visitor.shipped.languages)
    missing = left_out(engine, spoken)
    wanted = [language.endonym for language in spoken if language not in missing]
    shown = names(visitor)
    assert [name for name in shown if name in wanted] == wanted
    unwritten = [language_name(one.tag, LANGUAGES[ENGLISH]) for one in missing]
    assert all(name in visitor.words() for name in unwritten)
    assert LANGUAGES[LanguageTag("ar-XB")].endonym not in shown


def test_the_desk_reads_its_languages_and_the_person_her_own(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(replace(STAFFED, staff_languages=(SPANISH, ENGLISH)))
    visitor.at_home().open(Screen.INTERPRETER).touch_words("Français")
    said = " ".join(at_the_desk(visitor))
    assert said.index("francés") < said.index("French")
    assert said.count("Français") + said.count("français") == 3
    assert "Nobody who came with you has to interpret for you." in visitor.words()


def test_interpreters_that_are_not_on_record_are_not_known(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.INTERPRETER, "ti")
    assert top_of(visitor, "Interpreters") < top_of(visitor, "not known")


# a counsellor


def test_a_woman_can_be_asked_for_and_nothing_is_sent(visitor: Visitor) -> None:
    visitor.at_home(language="km").open(Screen.COUNSELLOR)
    before = visitor.session
    visitor.touch("With a woman")
    after = replace(visitor.session, trail=before.trail, touched_at=before.touched_at)
    assert after == before
    said = at_the_desk(visitor)
    assert said[:2] == [
        "I would like to talk with a counsellor who is a woman.",
        "My language: Khmer",
    ]
    assert any("ខ្មែរ" in line for line in said[2:])
    assert visitor.maker is None


def test_it_may_not_matter_who_it_is(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.COUNSELLOR).touch("It does not matter")
    assert at_the_desk(visitor)[0] == "I would like to talk with a counsellor."


def test_only_whom_the_site_names_can_be_chosen(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(replace(STAFFED, counsellors=(CounsellorSex.WOMAN,)))
    visitor.at_home().open(Screen.COUNSELLOR)
    assert "With a woman" in names(visitor)
    assert "With a man" not in names(visitor)


def test_a_site_that_names_nobody_says_that_one_cannot_choose(open_kiosk: OpenKiosk) -> None:
    visitor = open_kiosk(SITE).at_home().open(Screen.COUNSELLOR)
    assert "With a woman" not in names(visitor)
    assert "You cannot choose here with whom you talk. You can ask at the desk." in visitor.words()
    visitor.touch("Show the words for the desk")
    # Nobody said what the staff speak, so it is the language of the country.
    of_the_country = visitor.shipped.words.for_language(visitor.tag("es"))
    words = of_the_country.gettext("I would like to talk with a counsellor.")
    assert at_the_desk(visitor)[0] == words


def test_in_the_office_of_her_own_state_she_reads_first_whose_staff_they_are(
    open_kiosk: OpenKiosk,
) -> None:
    visitor = open_kiosk(CONSULATE).at_home()
    whose = "This office belongs to the state of your country of origin."
    visitor.open(Screen.TALK)
    assert top_of(visitor, whose) < top_of(visitor, "Ask for a counsellor")
    visitor.open(Screen.COUNSELLOR)
    helper, counsellor = visitor.button("UNHCR, UN refugee agency (Spain)"), "With a woman"
    assert top_of(visitor, whose) < top_of(visitor, helper.accessibleName())
    assert top_of(visitor, helper.accessibleName()) < top_of(visitor, counsellor)
    button = visitor.button(counsellor)
    assert helper.width() >= button.width()
    assert helper.height() >= button.height()
    visitor.touch("With a woman")
    assert top_of(visitor, whose) < top_of(visitor, "I would like to talk")


def test_elsewhere_nothing_is_said_of_her_own_state(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.COUNSELLOR)
    assert "country of origin" not in visitor.words()


# by phone


def test_a_line_stands_with_who_runs_it_before_its_number(visitor: Visitor) -> None:
    visitor.at_home("TH", "KH").open(Screen.TALK)
    assert "By phone" in visitor.words()
    words = visitor.words()
    after = words[words.index("Social help line of the Thai state") :]
    run, number = "Run by the state of the country where you are.", "1300"
    assert 0 < after.index(run) < after.index(number)


def test_a_country_without_lines_on_record_says_not_known(visitor: Visitor) -> None:
    visitor.at_home("ES", "EC").open(Screen.TALK)
    assert top_of(visitor, "By phone") < top_of(visitor, "not known")


# complaints


def test_the_way_to_complain_names_who_helps_the_limit_and_the_right(visitor: Visitor) -> None:
    visitor.at_home("FR", "SN").open(Screen.COMPLAINT)
    words = visitor.words()
    assert "Ask about the time limit at once." in words
    assert "La Cimade" in words
    assert "Run by an organisation that is not part of a state." in words
    assert "Time limit: not known. Ask at once." in words
    route = next(r for r in visitor.shipped.visit(visitor.session).rights if r.complain)
    visitor.touch_words(route.title.value)
    assert visitor.is_on(Screen.RIGHT)
    assert visitor.session.place.subject == route.id


def test_who_stopped_the_way_back_sees_no_office_for_it(visitor: Visitor) -> None:
    for screen in (Screen.TALK, Screen.COMPLAINT, Screen.INTERPRETER, Screen.FAMILY):
        visitor.at_home(answers=STOPPED).open(screen)
        for office in ("YMCA", "IOM Spain", "Offices for going back"):
            assert office not in visitor.words(), screen


# find help


def test_people_stand_above_places_and_a_contact_can_be_taken_away(visitor: Visitor) -> None:
    visitor.at_home().open(Screen.HELP)
    assert top_of(visitor, "Talk to a person") < top_of(visitor, "Protection and asylum")
    visitor.touch_words("UNHCR, UN refugee agency (Spain)").touch("Take it with you")
    assert visitor.is_on(Screen.TAKE_AWAY)
    assert visitor.session.place.subject == "host-es/unhcr-spain"


# the card


def test_the_card_that_is_shown_comes_out_of_the_same_printer(visitor: Visitor) -> None:
    visitor.window.choose_language(ENGLISH)
    visitor.settle().open(Screen.INTERPRETER).touch("Print a card with these names")
    assert visitor.is_on(Screen.LANGUAGE_CARD)
    assert visitor.maker is not None
    assert visitor.maker.sheet is not None
    shown = visitor.maker.sheet.pdf.data
    visitor.touch("Print")
    assert visitor.is_on(Screen.PRINTING)
    follow(visitor)
    # A card is no sheet: it does not say so.
    assert visitor.say("It is ready. Take it with you.") in visitor.words()
    assert visitor.say(READY) not in visitor.words()
    assert visitor.printer.printed == (shown,)
    read = pypdf.PdfReader(BytesIO(shown)).pages[0].extract_text()
    assert "Soomaali" in read
    # Nobody has said where she is: there is no start to go back to.
    assert "Back to the start" not in names(visitor)
    visitor.touch("Back to where I was")
    assert visitor.is_on(Screen.LANGUAGE_CARD)


def test_a_sheet_can_go_to_a_phone_when_the_printer_fails_a_card_need_not(
    visitor: Visitor,
) -> None:
    by_phone = "Take it with you by phone"
    visitor.printer.vanish()
    visitor.at_home().open(Screen.LANGUAGE_CARD).touch("Print")
    follow(visitor)
    assert "The printer does not answer. Nothing was printed. Ask staff." in visitor.words()
    assert by_phone not in names(visitor)
    visitor.at_home().touch("My sheet").touch("Others may see it").touch("Print")
    follow(visitor)
    visitor.touch(by_phone)
    assert visitor.is_on(Screen.TAKE_AWAY)
    assert visitor.session.place.subject == OF_THE_SHEET


def test_a_sheet_that_waits_for_paper_can_go_to_a_phone(visitor: Visitor) -> None:
    visitor.at_home().touch("My sheet").touch("Others may see it")
    visitor.printer.put(PrinterCondition.PAPER_OUT)
    visitor.touch("Print")
    follow(visitor)
    assert "Take it with you by phone" in names(visitor)


# what the tour does not reach


@pytest.mark.parametrize("size", [PORTRAIT, LANDSCAPE])
@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_nothing_is_cut_too_small_too_close_or_silent(
    open_kiosk: OpenKiosk, size: tuple[int, int], language: str
) -> None:
    visitor = open_kiosk(CONSULATE, size=size)
    looks = (TextSize.NORMAL, TextSize.LARGEST)
    for text_size, (screen, subject) in product(looks, OTHER_AT_A_CONSULATE):
        assert_fits(visitor.at_home(language=language, text_size=text_size), screen, subject)
