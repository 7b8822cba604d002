"""Plans to entries: what one language or two say of the same thing, small print run together.

Two plans are matched by the keys of their elements; what one plan lacks leaves its side empty.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby

from kiosk.core.languages import LANGUAGES
from kiosk.core.sheet import ElementKind, SectionId, SheetElement, SheetPlan
from kiosk.i18n.isolation import isolate

_SENTENCE_ENDS = (".", "!", "?", "؟", "۔", "።", "។", "။", "।", "。")
_PAIRED_SECTIONS = (SectionId.PROTECTION, SectionId.CONTACTS, SectionId.COMPLAINT)


@dataclass(frozen=True)
class Entry:
    """One element in one language or in two; at least one of the two is there."""

    first: SheetElement | None
    second: SheetElement | None = None
    section: SectionId | None = None

    @property
    def elements(self) -> tuple[SheetElement, ...]:
        """What is there, the first language first."""
        return tuple(element for element in (self.first, self.second) if element is not None)

    @property
    def kind(self) -> ElementKind:
        """The kind of both."""
        return self.elements[0].kind

    @property
    def key(self) -> str:
        """The key of both."""
        return self.elements[0].key

    @property
    def is_contact(self) -> bool:
        """True for names of places and lines that help, which may stand two abreast."""
        return self.section in _PAIRED_SECTIONS and self.kind is ElementKind.SUBHEADING

    @property
    def dates_the_content(self) -> bool:
        """True for what stands before the list of sources: the date of the packs."""
        return self.section is SectionId.SOURCES and self.kind is ElementKind.PARAGRAPH


def gather(plan: SheetPlan, also: SheetPlan | None) -> list[Entry]:
    """All entries of a sheet in order, neighbouring small print joined."""
    joined: list[Entry] = []
    for entry in _pairs(list(_elements(plan)), list(_elements(also)) if also else []):
        if joined and _runs_on(joined[-1], entry):
            joined[-1] = _join(joined[-1], entry)
        else:
            joined.append(entry)
    return joined


def contacts(entries: Iterable[Entry]) -> Iterator[tuple[Entry, ...]]:
    """The entries, those of one contact together, all others alone."""
    waiting: list[Entry] = []
    for entry in entries:
        if waiting and entry.key.startswith(f"{waiting[0].key}/"):
            waiting.append(entry)
            continue
        if waiting:
            yield tuple(waiting)
        waiting = [entry] if entry.is_contact else []
        if not waiting:
            yield (entry,)
    if waiting:
        yield tuple(waiting)


def neighbours(groups: Iterable[tuple[Entry, ...]]) -> Iterator[tuple[tuple[Entry, ...], ...]]:
    """Contacts two by two, everything else by itself."""
    for is_contact, found in groupby(groups, key=lambda group: group[0].is_contact):
        listed = list(found)
        step = 2 if is_contact else 1
        for start in range(0, len(listed), step):
            yield tuple(listed[start : start + step])


def _elements(plan: SheetPlan) -> Iterator[tuple[SheetElement, SectionId | None]]:
    yield plan.title, None
    yield from ((element, None) for element in plan.lead)
    for section in plan.sections:
        yield section.title, section.id
        yield from ((element, section.id) for element in section.elements)


Found = list[tuple[SheetElement, SectionId | None]]


def _pairs(firsts: Found, seconds: Found) -> Iterator[Entry]:
    """All of the first in their order; what only the second has, before what it stands before."""
    own = {element.key for element, _ in firsts}
    places = {element.key: number for number, (element, _) in enumerate(seconds)}
    told = 0
    for first, section in firsts:
        place = places.get(first.key)
        if place is None:
            yield Entry(first, None, section)
            continue
        yield from (Entry(None, e, s) for e, s in seconds[told:place] if e.key not in own)
        told = max(told, place + 1)
        yield Entry(first, seconds[place][0], section)
    yield from (Entry(None, e, s) for e, s in seconds[told:] if e.key not in own)


def _runs_on(before: Entry, after: Entry) -> bool:
    return (
        before.kind is after.kind
        and after.kind.runs_on
        and after.section is not SectionId.NOT_KNOWN
        and _stem(before.key) == _stem(after.key)
        and [e and e.language for e in (before.first, before.second)]
        == [e and e.language for e in (after.first, after.second)]
    )


def _stem(key: str) -> str:
    return key.rpartition("/")[0]


def _join(before: Entry, after: Entry) -> Entry:
    return replace(
        before,
        first=_joined(before.first, after.first),
        second=_joined(before.second, after.second),
    )


def _joined(before: SheetElement | None, after: SheetElement | None) -> SheetElement | None:
    if before is None or after is None:
        return before or after
    language = LANGUAGES[before.language]
    # Isolated, two Latin names in a row keep their places in a right-to-left line.
    texts = [isolate(element.text, language) for element in (before, after)]
    between = " " if texts[0].rstrip("\u2069").endswith(_SENTENCE_ENDS) else "  ·  "
    return replace(before, text=between.join(texts))
