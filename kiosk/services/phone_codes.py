"""What a code for a phone can hold: plain words, a contact (vCard 3.0), a date (iCalendar)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from kiosk.i18n.isolation import BREAK, strip_invisible
from kiosk.services.handouts.code import QR_LIMIT_BYTES

_HEAD_BYTES: Final = 16
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
    return "".join(f"{line}\r\n" for line in lines)


def vcard(
    name: str,
    phones: Iterable[str],
    emails: Iterable[str],
    websites: Iterable[str],
    address: str,
    notes: Iterable[str],
) -> str:
    """A contact as vCard 3.0 of at most 1,000 bytes; the last notes go first where room is short.

    `phones` are E.164 or short codes. Lines are not folded: phones that read codes do not unfold.
    """
    said = [note for note in notes if note]
    head = ["BEGIN:VCARD", "VERSION:3.0", f"N:{_escaped(name)};;;;", f"FN:{_escaped(name)}"]
    reach = [f"TEL;TYPE=VOICE:{phone}" for phone in phones]
    reach += [f"EMAIL:{_escaped(email)}" for email in emails]
    reach += [f"URL:{website}" for website in websites]
    place = [f"ADR:;;{_escaped(address)};;;;"] if address else []
    while True:
        note = [f"NOTE:{_escaped(' '.join(said))}"] if said else []
        lines = [*head, *reach, *place, *note, "END:VCARD"]
        card = "".join(f"{line}\r\n" for line in lines)
        if len(card.encode()) <= QR_LIMIT_BYTES:
            return card
        if len(said) > 2:
            said.pop()
        elif place:
            place = []
        elif len(reach) > 1:
            reach.pop()
        elif said:
            said.pop()
        else:
            return _shortest_card(name, reach)


def _shortest_card(name: str, reach: list[str]) -> str:
    """A name no code could hold loses its end, at a character as a person sees it."""
    room = QR_LIMIT_BYTES - len("".join(reach).encode()) - 80
    short = _escaped(name[: _fitting(name, max(1, room // 2 - 20))])
    lines = ["BEGIN:VCARD", "VERSION:3.0", f"N:{short};;;;", f"FN:{short}", *reach, "END:VCARD"]
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
