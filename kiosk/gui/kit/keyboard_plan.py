"""Where the keys of a layout stand in some room: rows as people know them, else fuller ones.

Rows are kept as the file has them where they fit. Where the room is narrow or low, letters become
smaller, then the keys flow into full rows, and at last into pages.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard_key import LetterGauge, Lettering
from kiosk.gui.kit.keyboard_layout import KeyboardLayer, KeyboardLayout, Rows
from kiosk.gui.kit.theme import Role

_LEAST_CAP_MM = 4.8
_SIZES = (Role.BODY, Role.CAPTION, Role.LABEL)
_WIDEST_MM = 22.0


@dataclass(frozen=True)
class Page:
    """Keys that are shown together: rows of letters, part `number` of `of` parts of a layer."""

    layer: int
    number: int
    of: int
    rows: Rows


@dataclass(frozen=True)
class Plan:
    """All pages of a keyboard, and the sizes of its keys in pixels.

    `rows` is the height of the highest page in rows, `forms` the rows kept for forms of a letter.
    """

    pages: tuple[Page, ...]
    lettering: Lettering
    key_width: int
    key_height: int
    rows: int
    forms: int


class Planner:
    """Plans one layout for one look."""

    def __init__(self, kit: Kit, layout: KeyboardLayout, gauge: LetterGauge) -> None:
        self._kit = kit
        self._layout = layout
        self._gauge = gauge
        self._gap = kit.theme.gap

    def plan(self, width: int, room: int) -> Plan:
        """The keys in `width` × `room` pixels; no rows are too few where the room is too low."""
        for size in self._sizes():
            if self._across(width, size) >= self._longest and self._fits(self._kept, size, room):
                return self._plan(self._kept, size, width)
        for size in self._sizes():
            pages = self._flowing(self._across(width, size), 100)
            if self._fits(pages, size, room):
                return self._plan(pages, size, width)
        size = self._sizes()[-1]
        across = self._across(width, size)
        fitting = (room + self._gap) // (self._key_height(size) + self._gap)
        most = max(1, fitting - self._forms(across))
        return self._plan(self._flowing(across, most), size, width)

    def _sizes(self) -> list[float]:
        """Font sizes in pixels, the largest first; none below what the text size promises."""
        theme = self._kit.theme
        chosen = [theme.font_px(role) for role in _SIZES]
        floor = theme.font_px(Role.LABEL) * _LEAST_CAP_MM / theme.cap_mm(Role.LABEL)
        return sorted({*chosen, min(floor, *chosen)}, reverse=True)

    @property
    def _longest(self) -> int:
        rows = (row for layer in self._layout.layers for row in layer.rows)
        forms = (len(forms) for forms in self._layout.orders.values())
        return max([len(row) for row in rows] + list(forms))

    @property
    def _kept(self) -> tuple[Page, ...]:
        """Rows as the file has them."""
        return tuple(Page(at, 1, 1, layer.rows) for at, layer in enumerate(self._layout.layers))

    def _flowing(self, across: int, most_rows: int) -> tuple[Page, ...]:
        pages = []
        for at, layer in enumerate(self._layout.layers):
            parts = list(_parts(layer, across * most_rows))
            for number, letters in enumerate(parts, 1):
                pages.append(Page(at, number, len(parts), _balanced(letters, across)))
        return tuple(pages)

    def _across(self, width: int, size: float) -> int:
        """How many keys stand side by side."""
        least = self._gauge.least_width(self._layout.letters, size)
        return max(1, (width + self._gap) // (least + self._gap))

    def _key_height(self, size: float) -> int:
        return self._gauge.least_height(self._layout.letters, size)

    def _forms(self, across: int) -> int:
        """Rows for the forms of a letter."""
        most = max((len(forms) for forms in self._layout.orders.values()), default=0)
        return -(-most // across)

    def _fits(self, pages: tuple[Page, ...], size: float, room: int) -> bool:
        rows = max(len(page.rows) for page in pages) + (1 if self._layout.orders else 0)
        return rows * (self._key_height(size) + self._gap) - self._gap <= room

    def _plan(self, pages: tuple[Page, ...], size: float, width: int) -> Plan:
        theme, gap = self._kit.theme, self._gap
        across = max(len(row) for page in pages for row in page.rows)
        across = max(across, *(len(forms) for forms in self._layout.orders.values()), 1)
        across = min(across, self._across(width, size))
        wide = (width - gap * (across - 1)) // across
        return Plan(
            pages,
            self._gauge.lettering(self._layout.letters, size),
            min(wide, max(theme.px(_WIDEST_MM), self._least_width(size))),
            self._key_height(size),
            max(len(page.rows) for page in pages),
            self._forms(across),
        )

    def _least_width(self, size: float) -> int:
        return self._gauge.least_width(self._layout.letters, size)


def _parts(layer: KeyboardLayer, capacity: int) -> Iterator[tuple[str, ...]]:
    """The letters of a layer in parts of at most so many, parted between rows where possible."""
    part: tuple[str, ...] = ()
    for row in layer.rows:
        if part and len(part) + len(row) > capacity:
            yield part
            part = ()
        part += row
        while len(part) > capacity:
            yield part[:capacity]
            part = part[capacity:]
    if part:
        yield part


def _balanced(letters: tuple[str, ...], across: int) -> Rows:
    """Rows of nearly the same length, none longer than `across`."""
    rows = -(-len(letters) // across)
    each = -(-len(letters) // rows)
    return tuple(letters[start : start + each] for start in range(0, len(letters), each))
