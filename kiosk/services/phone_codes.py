"""What a code for a phone can hold: plain words, a contact (vCard 3.0), a date (iCalendar)."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from kiosk.i18n.isolation import BREAK, strip_invisible
from kiosk.services.handouts.code import QR_LIMIT_BYTES

_HEAD_BYTES: Final = 16
_FIRST_NOTES: Final = 2
"""Notes that stay while there is anything else to leave out: who it is, and whether it tells."""

_BREAKS: Final = ("\n\n", "\n", " ", BREAK)


@dataclass(frozen=True)
class Piece:
    """What one code of several holds, counted from 1."""

    text: str
    number: int
    of: int

    @property
    def payload(self) -> str:
        """What a phone reads, at most 1,000 bytes: of several pieces, each says which it is."""
        return self.text if self.of == 1 else f"{self.number}/{self.of}\n{self.text}"


def pieces(whole: str) -> tuple[Piece, ...]:
    """A text in pieces that fit a code; joined they are the text again.

    It is parted between paragraphs where it can be, else between words, never inside a character
    as a person sees it.
    """
    rest, found = whole, list[str]()
    while rest:
        cut = _cut(rest)
        found.append(rest[:cut])
        rest = rest[cut:]
    return tuple(Piece(text, number, len(found)) for number, text in enumerate(found, 1))


def calendar_entry(title: str, day: date, at: time | None, uid: str) -> str:
    """A date to remember as iCalendar: local time wherever the phone is, no place, no stamp of now.

    `at` None is the whole day; `uid` should be random, it tells nothing.
    """
    if at is None:
        when = [f"DTSTART;VALUE=DATE:{day:%Y%m%d}"]
    else:
        start = datetime.combine(day, at)
        end = start + timedelta(minutes=30)
        when = [f"DTSTART:{start:%Y%m%dT%H%M%S}", f"DTEND:{end:%Y%m%dT%H%M%S}"]
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//kiosk//EN",
        "BEGIN:VEVENT",
        f"UID:{uid}",
        # The stamp must be there; the day itself says nothing about when somebody stood here.
        f"DTSTAMP:{day:%Y%m%d}T000000Z",
        *when,
        f"SUMMARY:{_escaped(title)}",
        "END:VEVENT",
        "END:VCALENDAR",
    ]
    return _lines(lines)


@dataclass(frozen=True)
class Contact:
    """Somebody for the phone book. `phones` are E.164 or short codes; `notes` most needed first."""

    name: str
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    websites: tuple[str, ...] = ()
    address: str = ""
    notes: tuple[str, ...] = ()


def vcard(contact: Contact) -> str:
    """A contact as vCard 3.0 of at most 1,000 bytes; the last notes go first where room is short.

    Lines are not folded: phones that read codes do not unfold.
    """
    name = _escaped(contact.name)
    reach = [f"TEL;TYPE=VOICE:{phone}" for phone in contact.phones]
    reach += [f"EMAIL:{_escaped(email)}" for email in contact.emails]
    reach += [f"URL:{website}" for website in contact.websites]
    for kept, address, notes in _ever_less(reach, contact):
        place = [f"ADR:;;{_escaped(address)};;;;"] if address else []
        note = [f"NOTE:{_escaped(' '.join(notes))}"] if notes else []
        card = _card(name, [*kept, *place, *note])
        if len(card.encode()) <= QR_LIMIT_BYTES:
            return card
    return _shortest_card(contact.name, reach[:1])


def _ever_less(
    reach: Sequence[str], contact: Contact
) -> Iterator[tuple[Sequence[str], str, Sequence[str]]]:
    """Ways to reach somebody, the address and notes: all, then without what is needed least."""
    notes = [note for note in contact.notes if note]
    address = contact.address
    for count in range(len(notes), _FIRST_NOTES, -1):
        yield reach, address, notes[:count]
    first = notes[:_FIRST_NOTES]
    yield reach, address, first
    for count in range(len(reach), 0, -1):
        yield reach[:count], "", first
    for count in range(len(first), -1, -1):
        yield reach[:1], "", first[:count]


def _card(name: str, lines: Iterable[str]) -> str:
    """A vCard of lines; `name` is escaped already."""
    head = ("BEGIN:VCARD", "VERSION:3.0", f"N:{name};;;;", f"FN:{name}")
    return _lines((*head, *lines, "END:VCARD"))


def _shortest_card(name: str, reach: Sequence[str]) -> str:
    """A name no code could hold loses its end, at a character as a person sees it."""
    room = QR_LIMIT_BYTES - len("".join(reach).encode()) - 80
    short = name[: _fitting(name, max(1, room // 2 - 20))]
    return _card(_escaped(short), reach)


def _lines(lines: Iterable[str]) -> str:
    return "".join(f"{line}\r\n" for line in lines)


def _escaped(text: str) -> str:
    plain = strip_invisible(text).replace("\\", "\\\\")
    for sign in (";", ","):
        plain = plain.replace(sign, f"\\{sign}")
    return "\\n".join(plain.split("\n")).replace("\r", "")


def _cut(text: str) -> int:
    """How many characters the next piece takes."""
    most = _fitting(text, QR_LIMIT_BYTES - _HEAD_BYTES)
    if most == len(text):
        return most
    for sign in _BREAKS:
        place = text.rfind(sign, 0, most)
        # A piece that would stay half empty is better filled with words.
        if place >= most // 2:
            return place + len(sign)
    return most


def _fitting(text: str, room: int) -> int:
    """How many characters fit in `room` bytes of UTF-8 without parting what is seen as one."""
    start = text[:room]
    while len(start.encode()) > room:
        over = len(start.encode()) - room
        start = start[: -max(1, over // 4)]
    if len(start) == len(text):
        return len(text)
    from icu4py.breakers import CharacterBreaker

    seen = 0
    for character in CharacterBreaker(text[: len(start) + room], "und"):
        if seen + len(character) > len(start):
            break
        seen += len(character)
    return seen or max(1, len(start))
