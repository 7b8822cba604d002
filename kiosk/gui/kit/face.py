"""What stands on a button or a choice: icon, words, smaller words, a sign at the end.

Measured and painted from plain values, so that a button is exactly as high as its words need in
any language, and everything is mirrored in one place.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kiosk.core.languages import Language
from kiosk.gui.kit.context import Kit, overhang
from kiosk.gui.kit.theme import Role
from kiosk.text import Align, Layout, Span

_MEDALLION = 1.75
_TILE_ICON = 1.35
_UNBROKEN = 100_000


class Shape(Enum):
    """How the parts stand to each other."""

    ROW = "row"
    TILE = "tile"


@dataclass(frozen=True)
class Face:
    """The parts.

    `kicker` are small words above, `detail` small words below, `note` a last line with its own
    icon. `lead` is the edge in pixels of something painted in front by the widget; a `medallion`
    is the soft ground behind the icon of a card. Kicker, note, lead and trailing icon are for rows.
    """

    text: str
    icon: str = ""
    detail: str = ""
    trailing: str = ""
    shape: Shape = Shape.ROW
    role: Role = Role.BODY
    bold: bool = True
    lead: int = 0
    language: Language | None = None
    centered: bool = False
    icon_at_top: bool = False
    medallion: bool = False
    kicker: str = ""
    note: str = ""
    note_icon: str = ""

    @property
    def is_card(self) -> bool:
        """True when there is more than one thing to read on it."""
        return bool(self.detail or self.kicker or self.note)


@dataclass(frozen=True)
class Inks:
    """Hex colours of the parts."""

    text: str
    detail: str
    icon: str


@dataclass(frozen=True)
class Words:
    """Laid-out words at their place; `is_main` for the words that name the button."""

    layout: Layout
    at: QPointF
    is_main: bool


@dataclass(frozen=True)
class Sign:
    """An icon in its box."""

    icon: str
    box: QRectF
    medallion: bool = False


@dataclass(frozen=True)
class Placed:
    """Where the parts stand in a box of some width; y from the top of the content."""

    height: float
    lead: QRectF
    words: tuple[Words, ...]
    signs: tuple[Sign, ...]

    @property
    def natural_width(self) -> float:
        """Width of the widest line of words."""
        return max(words.layout.natural_width for words in self.words)

    @property
    def overflows(self) -> bool:
        """True when something that cannot be broken is wider than its room."""
        return any(words.layout.overflows for words in self.words)


def place(kit: Kit, face: Face, width: float) -> Placed:
    """The parts within `width` pixels, the padding already taken off."""
    return (_tile if face.shape is Shape.TILE else _row)(kit, face, width)


def natural_width(kit: Kit, face: Face) -> float:
    """The width in pixels at which no words have to be broken."""
    stack = _Stack(kit, face, _UNBROKEN)
    if face.shape is Shape.TILE:
        return stack.natural_width + overhang(kit, face.role)
    edges = [edge for edge in _edges(kit, face) if edge]
    return stack.natural_width + overhang(kit, face.role) + sum(edges) + len(edges) * _between(kit)


def least_width(kit: Kit, face: Face) -> float:
    """The width in pixels below which a word would have to be broken."""
    stack = _Stack(kit, face, _UNBROKEN)
    edges = [edge for edge in _edges(kit, face) if edge] if face.shape is Shape.ROW else []
    return stack.widest_word + overhang(kit, face.role) + sum(edges) + len(edges) * _between(kit)


def paint(kit: Kit, placed: Placed, painter: QPainter, at: QPointF, inks: Inks) -> None:
    """Draw the parts with the top left corner of the content at `at`."""
    rtl = kit.language.is_rtl
    for sign in placed.signs:
        box = sign.box.translated(at)
        if sign.medallion:
            box = _paint_medallion(kit, painter, box)
        kit.icons.draw(painter, sign.icon, box, inks.icon, rtl=rtl)
    for words in placed.words:
        spot = words.at + at
        color = QColor(inks.text if words.is_main else inks.detail)
        kit.painter.paint(painter, words.layout, spot.x(), spot.y(), color)


def _paint_medallion(kit: Kit, painter: QPainter, box: QRectF) -> QRectF:
    """The ground behind an icon; returns the room left for the icon."""
    inset = box.width() * (0.08 if kit.theme.is_high_contrast else 0.18)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kit.theme.colors.accent_tint))
    radius = box.width() * 0.28
    painter.drawRoundedRect(box, radius, radius)
    return box.adjusted(inset, inset, -inset, -inset)


def _between(kit: Kit) -> int:
    return kit.theme.px(3.0)


def _edges(kit: Kit, face: Face) -> tuple[int, int, int]:
    icon = kit.theme.icon_px(face.role)
    first = round(icon * _MEDALLION) if face.medallion else icon
    return face.lead, first if face.icon else 0, icon if face.trailing else 0


class _Stack:
    """The words of a face one below the other, in a column of some width."""

    def __init__(self, kit: Kit, face: Face, width: float) -> None:
        self._kit = kit
        self._face = face
        self._width = max(1.0, width)
        self._small = Role.BODY if face.role.is_large else Role.CAPTION
        self.gap = kit.theme.px(1.0)
        self.kicker = self._small_words(face.kicker, self._width)
        self.text = self._lay_out(face.text, face.role, self._width, bold=face.bold)
        self.detail = self._small_words(face.detail, self._width)
        self.note_edge = kit.theme.icon_px(self._small) if face.note_icon else 0
        self.note_start = self.note_edge + kit.theme.px(2.0) if face.note_icon else 0
        self.note = self._small_words(face.note, self._width - self.note_start)

    @property
    def height(self) -> float:
        parts = [part.height for part in self._parts if part]
        extra = self.gap * 2 if self.note else 0
        return sum(parts) + self.gap * (len(parts) - 1) + extra

    @property
    def natural_width(self) -> float:
        note = self.note.natural_width + self.note_start if self.note else 0.0
        return max(note, *(part.natural_width for part in self._parts[:3] if part), 0.0)

    @property
    def widest_word(self) -> float:
        """Width of the widest word of the main words."""
        words = (word.text for line in self.text.lines for word in line.words)
        bold, role = self._face.bold, self._face.role
        alone = (self._lay_out(word, role, _UNBROKEN, bold=bold) for word in words)
        return max((layout.natural_width for layout in alone), default=0.0)

    @property
    def first_line(self) -> float:
        """Height of the first line, beside which an icon stands."""
        return (self.kicker or self.text).lines[0].height

    @property
    def _parts(self) -> tuple[Layout | None, ...]:
        return self.kicker, self.text, self.detail, self.note

    def place(self, left: float, top: float) -> tuple[tuple[Words, ...], tuple[Sign, ...]]:
        words: list[Words] = []
        for part in (self.kicker, self.text, self.detail):
            if part:
                words.append(Words(part, QPointF(left, top), part is self.text))
                top += part.height + self.gap
        if not self.note:
            return tuple(words), ()
        top += self.gap * 2
        mirror = _Mirror(self._width, self._kit.language.is_rtl)
        at = left + mirror.left(self.note_start, self._width - self.note_start)
        words.append(Words(self.note, QPointF(at, top), is_main=True))
        middle = top + (self.note.lines[0].height - self.note_edge) / 2
        box = mirror.box(0, middle, self.note_edge).translated(left, 0)
        signs = (Sign(self._face.note_icon, box),) if self._face.note_icon else ()
        return tuple(words), signs

    def _small_words(self, words: str, width: float) -> Layout | None:
        return self._lay_out(words, self._small, width) if words else None

    def _lay_out(self, words: str, role: Role, width: float, *, bold: bool = False) -> Layout:
        face = self._face
        is_middle = face.centered or (face.shape is Shape.TILE and not face.is_card)
        # Words that run the other way still begin where the icon or mark beside them stands.
        spoken = face.language or self._kit.language
        start = Align.START if spoken.is_rtl == self._kit.language.is_rtl else Align.END
        return self._kit.lay_out(
            (Span(words, bold),),
            role,
            width,
            align=Align.CENTER if is_middle else start,
            language=face.language,
        )


def _row(kit: Kit, face: Face, width: float) -> Placed:
    lead, icon, trailing = _edges(kit, face)
    gap = _between(kit)
    start = sum(edge + gap for edge in (lead, icon) if edge)
    end = trailing + gap if trailing else 0
    room = max(1.0, width - start - end)
    stack = _Stack(kit, face, room)
    # An icon stays beside the words it belongs to, also in the middle of a wide button.
    shift = max(0.0, (room - stack.natural_width) / 2) if face.centered and start else 0.0
    height = max(stack.height, lead, icon, trailing)
    top = (height - stack.height) / 2
    mirror = _Mirror(width, kit.language.is_rtl)
    words, signs = stack.place(mirror.left(start, room), top)

    def beside(edge: float) -> float:
        """Beside the middle of the whole, or beside the first words when more follow."""
        if not (face.is_card or face.icon_at_top):
            return (height - edge) / 2
        fits = edge < stack.first_line * 1.2
        return max(0.0, top + (stack.first_line - edge) / 2) if fits else 0.0

    if face.icon:
        first = shift + (lead + gap if lead else 0)
        box = mirror.box(first, beside(icon), icon)
        signs = (*signs, Sign(face.icon, box, face.medallion))
    if face.trailing:
        box = mirror.box(width - trailing, (height - trailing) / 2, trailing)
        signs = (*signs, Sign(face.trailing, box))
    return Placed(height, mirror.box(0, beside(lead), lead), words, signs)


def _tile(kit: Kit, face: Face, width: float) -> Placed:
    scale = _MEDALLION if face.medallion else _TILE_ICON
    edge = round(kit.theme.icon_px(face.role) * scale) if face.icon else 0
    stack = _Stack(kit, face, width)
    below = edge + kit.theme.px(2.4) if edge else 0
    words, signs = stack.place(0, below)
    mirror = _Mirror(width, kit.language.is_rtl)
    start = 0.0 if face.is_card and not face.centered else (width - edge) / 2
    if face.icon:
        signs = (*signs, Sign(face.icon, mirror.box(start, 0, edge), face.medallion))
    return Placed(below + stack.height, QRectF(), words, signs)


@dataclass(frozen=True)
class _Mirror:
    """Positions counted from the start of the line to positions from the left."""

    width: float
    rtl: bool

    def left(self, start: float, wide: float) -> float:
        return self.width - start - wide if self.rtl else start

    def box(self, start: float, top: float, edge: float) -> QRectF:
        return QRectF(self.left(start, edge), top, edge, edge)
