"""What goes into a phone: the content itself, whole, in codes that are small enough."""

from dataclasses import replace
from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.breakers import CharacterBreaker

from kiosk.core.answers import Answers
from kiosk.core.facts import FactStatus, FactType, ShownFact
from kiosk.core.ids import FactId, SourceId
from kiosk.core.kinds import Release, RunBy
from kiosk.core.session import Session
from kiosk.core.stop_path import is_about_return
from kiosk.i18n.isolation import strip_invisible
from kiosk.services.phone_codes import Contact, calendar_entry, pieces, vcard
from kiosk.services.taking_away import SHEET, service_card, take_away
from kiosk.services.visiting import Visit
from kiosk.settings import Site
from tests.factories.shipped import Shipped

LIMIT = 1000
FEAR = Answers().with_answer("needs", ("fear_of_return",))
HARMLESS = Answers().with_answer("needs", ("illness",)).with_answer("age", ("adult",))

scripts = st.text(
    st.sampled_from("aé ñ\n.0 سلامـ\u064e ខ្មែរ\u17d2\u17b6 አማ বাং👩\u200d👧🏽\u0301e\u2066\u2069"),
    max_size=1500,
)


def words_of(visit: Visit, subject: str) -> str:
    return "".join(piece.text for piece in take_away(visit, subject))


def subjects(visit: Visit) -> list[str]:
    """Everything that can be taken away."""
    found = [topic.id for topics in visit.topics.values() for topic in topics]
    found += [right.id for right in visit.rights]
    found += [option.programme.id for option in visit.advice.options]
    found += [service.id for services in visit.services.values() for service in services]
    found += [agreement.id for agreement in visit.agreements]
    return [*found, visit.terms[0].id, SHEET]


@given(text=st.one_of(scripts, st.text(max_size=1200)))
def test_pieces_fit_are_whole_and_part_no_character(text: str) -> None:
    found = pieces(text)
    assert "".join(piece.text for piece in found) == text
    assert [piece.number for piece in found] == list(range(1, len(found) + 1))
    assert all(len(piece.payload.encode()) <= LIMIT for piece in found)
    edges, at = {0}, 0
    for character in CharacterBreaker(text, "und"):
        at += len(character)
        edges.add(at)
    at = 0
    for piece in found:
        at += len(piece.text)
        assert at in edges


def test_a_long_text_is_parted_between_its_paragraphs() -> None:
    paragraphs = [f"Paragraph {number}. " + "word " * 60 for number in range(9)]
    found = pieces("\n\n".join(paragraphs))
    assert len(found) > 2
    assert all(piece.text.startswith("Paragraph") for piece in found)
    assert found[1].payload.startswith(f"2/{len(found)}\nParagraph")


@pytest.mark.parametrize("language", ["en", "ar", "km"])
def test_everything_that_is_shown_fits_its_codes(shipped: Shipped, language: str) -> None:
    visit = shipped.visit(shipped.session("ES", "EC", language))
    for subject in subjects(visit):
        codes = take_away(visit, subject)
        assert codes, subject
        assert all(len(code.payload.encode()) <= LIMIT for code in codes)


def test_a_page_stands_there_with_its_source_its_date_and_what_it_is(shipped: Shipped) -> None:
    visit = shipped.visit(shipped.session("ES", "EC"))
    topic = visit.topic("common/voluntary")
    assert topic is not None
    text = words_of(visit, topic.id)
    assert text.startswith("Information\nThis is a demonstration.")
    assert topic.title.value in text
    for block in topic.blocks:
        for row in block.rows:
            assert strip_invisible("".join(inline.text for inline in row[0])) in text
    assert "Last checked on November 21, 2026" in text
    assert "Source: " in text


def test_outside_a_demonstration_no_note_of_one(shipped: Shipped) -> None:
    site = Site(release=Release.PILOT)
    visit = shipped.visit(shipped.session("ES", "EC"), site)
    assert "demonstration" not in words_of(visit, "common/voluntary")


def test_a_draft_says_so(shipped: Shipped) -> None:
    visit = shipped.visit(shipped.session("ES", "EC", "ar"))
    draft = visit.words.gettext("Draft translation by a machine, not reviewed by a native speaker.")
    assert strip_invisible(draft) in strip_invisible(words_of(visit, "common/voluntary"))


def test_nothing_depends_on_what_was_answered(shipped: Shipped) -> None:
    """No verdict, no reason, no answer: the same words as for somebody who said nothing."""
    bare = shipped.visit(shipped.session("ES", "EC"))
    told = shipped.visit(shipped.session("ES", "EC", answers=HARMLESS))
    for subject in subjects(bare):
        assert take_away(told, subject) == take_away(bare, subject)
    verdicts = {option.verdict_words for option in told.advice.options}
    for option in told.advice.options:
        text = words_of(told, option.programme.id)
        assert not any(verdict in text for verdict in verdicts)
        assert not any(reason.text.value in text for reason in option.reasons)


def test_the_stop_path_holds(shipped: Shipped) -> None:
    free = shipped.visit(shipped.session("ES", "EC"))
    stopped = shipped.visit(shipped.session("ES", "EC", answers=FEAR))
    gone = [s for s in subjects(free) if s != SHEET and stopped.find(s) is None]
    assert gone
    assert all(take_away(stopped, subject) == () for subject in gone)
    sheet = words_of(stopped, SHEET)
    services = [s for some in free.services.values() for s in some]
    removed = [s.name.value for s in services if is_about_return(s, stopped.session.origin)]
    assert removed
    assert not any(strip_invisible(name) in sheet for name in removed)


def test_the_help_for_everybody_begins_alike_whatever_was_answered(shipped: Shipped) -> None:
    free = shipped.visit(shipped.session("ES", "EC"))
    stopped = shipped.visit(shipped.session("ES", "EC", answers=FEAR))
    assert take_away(free, SHEET)[0].text == take_away(stopped, SHEET)[0].text
    assert "Your rights" in words_of(stopped, SHEET)


def test_without_two_countries_there_is_no_sheet_and_nothing_fails(shipped: Shipped) -> None:
    session: Session = replace(shipped.session("ES", "EC"), host=None)
    visit = shipped.visit(session)
    assert take_away(visit, SHEET) == ()
    assert take_away(visit, "common/no-such-page") == ()
    assert take_away(visit, "common/voluntary")


def fact(kind: FactType, shown: str, dial: str = "", *, printable: bool = True) -> ShownFact:
    return ShownFact(
        FactId("p/f"),
        kind,
        shown,
        FactStatus.CURRENT,
        date(2026, 11, 21),
        SourceId("p/s"),
        dial,
        printable,
    )


def card_of(visit: Visit, **changes: object) -> str:
    """The card of a service as it stands in the packs, but for what is changed."""
    service = next(iter(visit.services.values()))[0]
    changed = replace(service, **changes)  # type: ignore[arg-type]
    return service_card(visit, changed)


def test_a_contact_holds_what_a_phone_book_needs(shipped: Shipped) -> None:
    visit = shipped.visit(shipped.session("ES", "EC"))
    card = card_of(
        visit,
        phones=(fact(FactType.PHONE, "\u2066+34\u00a0900\u00a0000\u2069", "+34900000"),),
        emails=(fact(FactType.EMAIL, "help@office.example"),),
        address=fact(FactType.ADDRESS, "First street 1, Town; back door"),
        run_by=RunBy.NGO,
    )
    lines = card.split("\r\n")
    assert lines[:2] == ["BEGIN:VCARD", "VERSION:3.0"]
    assert lines[-2:] == ["END:VCARD", ""]
    assert "TEL;TYPE=VOICE:+34900000" in lines
    assert "EMAIL:help@office.example" in lines
    assert "ADR:;;First street 1\\, Town\\; back door;;;;" in lines
    assert "Run by an organisation that is not part of a state." in card
    assert "authorities about you" in card


def test_an_address_that_is_withheld_stays_so(shipped: Shipped) -> None:
    visit = shipped.visit(shipped.session("ES", "EC"))
    street = fact(FactType.ADDRESS, "First street 1")
    card = card_of(visit, address=street, address_withheld=True)
    assert "First street" not in card
    assert "The address is not shown\\, for safety" in card


def test_what_is_not_for_paper_is_not_for_phones(shipped: Shipped) -> None:
    visit = shipped.visit(shipped.session("ES", "EC"))
    secret = fact(FactType.PHONE, "+34 600", "+34600", printable=False)
    assert "+34600" not in card_of(visit, phones=(secret,))


@given(name=st.text(min_size=1, max_size=900), notes=st.lists(st.text(max_size=300), max_size=6))
def test_a_card_always_fits_one_code_with_its_first_number(name: str, notes: list[str]) -> None:
    street = "First street " * 30
    every_way = Contact(name, ("+34900000",), ("a@b.example",), (), street, tuple(notes))
    card = vcard(every_way)
    assert len(card.encode()) <= LIMIT
    assert "\r\nTEL;TYPE=VOICE:+34900000\r\n" in card
    assert card.count("\r\nEND:VCARD\r\n") == 1


def test_where_room_is_short_who_runs_it_stays_longest() -> None:
    notes = ("Run by the police.", "It may tell.", *["x" * 200] * 6)
    card = vcard(Contact("Office", ("112",), notes=notes))
    assert "Run by the police. It may tell." in card


def test_a_day_to_remember_says_nothing_but_its_word() -> None:
    entry = calendar_entry("Call, please", date(2026, 12, 1), None, "u-1")
    assert entry.split("\r\n") == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kiosk//EN",
        "BEGIN:VEVENT",
        "UID:u-1",
        "DTSTAMP:20261201T000000Z",
        "DTSTART;VALUE=DATE:20261201",
        "SUMMARY:Call\\, please",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


def test_a_time_is_that_of_the_place_where_the_phone_is() -> None:
    entry = calendar_entry("ការណាត់ជួប", date(2026, 12, 31), time(23, 30), "u-1")
    assert "\r\nDTSTART:20261231T233000\r\n" in entry
    assert "\r\nDTEND:20270101T000000\r\n" in entry
    assert "TZID" not in entry
    assert len(entry.encode()) <= LIMIT
