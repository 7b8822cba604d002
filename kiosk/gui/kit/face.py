"""What stands on a button or a choice: icon, words, smaller words, a sign at the end.

Measured and painted from plain values, so that a button is exactly as high as its words need in
any language, and everything is mirrored in one place.
"""

from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter

from kiosk.core.languages import Language
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.theme import Role
from kiosk.text import Align, Layout, Span

_MEDALLION = 1.75


class Shape(Enum):
    """How the parts stand to each other."""

    ROW = "row"
    TILE = "tile"


@dataclass(frozen=True)
class Face:
    """The parts.

    `lead` is the edge in pixels of something painted in front by the widget; a `medallion` is the
    soft ground behind the icon of a card.
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


@dataclass(frozen=True)
class Inks:
    """Hex colours of the parts."""

    text: str
    detail: str
    icon: str


@dataclass(frozen=True)
class Placed:
    """Where the parts stand in a box of some width; y from the top of the content."""

    height: float
    lead: QRectF
    icon: QRectF
    trailing: QRectF
    text: Layout
    text_at: QPointF
    detail: Layout | None
    detail_at: QPointF


def place(kit: Kit, face: Face, width: float) -> Placed:
    """The parts within `width` pixels, the padding already taken off."""
    if face.shape is Shape.TILE:
        return _tile(kit, face, width)
    return _row(kit, face, width)


def natural_width(kit: Kit, face: Face) -> float:
    """The width in pixels at which no words have to be broken."""
    wide = _words(kit, face, 100_000)
    needed = max(layout.natural_width for layout in wide if layout is not None)
    if face.shape is Shape.TILE:
        return needed + 2
    edges = [edge for edge in _edges(kit, face) if edge]
    return needed + 2 + sum(edges) + len(edges) * _between(kit)


def paint(kit: Kit, face: Face, placed: Placed, painter: QPainter, at: QPointF, inks: Inks) -> None:
    """Draw the parts with the top left corner of the content at `at`."""
    rtl = kit.language.is_rtl
    if face.icon:
        box = placed.icon.translated(at)
        if face.medallion:
            box = _paint_medallion(kit, painter, box)
        kit.icons.draw(painter, face.icon, box, inks.icon, rtl=rtl)
    if face.trailing:
        box = placed.trailing.translated(at)
        kit.icons.draw(painter, face.trailing, box, inks.icon, rtl=rtl)
    spot = placed.text_at + at
    kit.painter.paint(painter, placed.text, spot.x(), spot.y(), QColor(inks.text))
    if placed.detail is not None:
        spot = placed.detail_at + at
        kit.painter.paint(painter, placed.detail, spot.x(), spot.y(), QColor(inks.detail))


def _paint_medallion(kit: Kit, painter: QPainter, box: QRectF) -> QRectF:
    """The ground behind an icon; returns the room left for the icon."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(kit.theme.colors.accent_tint))
    radius = box.width() * 0.28
    painter.drawRoundedRect(box, radius, radius)
    inset = box.width() * 0.19
    return box.adjusted(inset, inset, -inset, -inset)


def _between(kit: Kit) -> int:
    return kit.theme.px(3.0)


def _edges(kit: Kit, face: Face) -> tuple[int, int, int]:
    icon = kit.theme.icon_px(face.role)
    first = round(icon * _MEDALLION) if face.medallion else icon
    return face.lead, first if face.icon else 0, icon if face.trailing else 0


def _words(kit: Kit, face: Face, width: float) -> tuple[Layout, Layout | None]:
    centered = face.centered or (face.shape is Shape.TILE and not face.detail)
    align = Align.CENTER if centered else Align.START
    language = face.language
    spans = (Span(face.text, face.bold),)
    text = kit.lay_out(spans, face.role, width, align=align, language=language)
    if not face.detail:
        return text, None
    role = Role.CAPTION if face.role is Role.BODY else Role.BODY
    detail = kit.lay_out((Span(face.detail),), role, width, align=align, language=language)
    return text, detail


def _row(kit: Kit, face: Face, width: float) -> Placed:
    lead, icon, trailing = _edges(kit, face)
    gap = _between(kit)
    start = sum(edge + gap for edge in (lead, icon) if edge)
    end = trailing + gap if trailing else 0
    room = max(1.0, width - start - end)
    text, detail = _words(kit, face, room)
    detail_gap = kit.theme.px(1.0)
    words = text.height + (detail.height + detail_gap if detail else 0.0)
    height = max(words, lead, icon, trailing)
    top = (height - words) / 2
    by_first_line = detail is not None or face.icon_at_top
    beside = _Beside(height, text.lines[0].height, by_first_line, top)
    mirror = _Mirror(width, kit.language.is_rtl)
    return Placed(
        height=height,
        lead=mirror.box(0, beside.at(lead), lead),
        icon=mirror.box(lead + gap if lead else 0, beside.at(icon), icon),
        trailing=mirror.box(width - trailing, (height - trailing) / 2, trailing),
        text=text,
        text_at=QPointF(mirror.left(start, room), top),
        detail=detail,
        detail_at=QPointF(mirror.left(start, room), top + text.height + detail_gap),
    )


@dataclass(frozen=True)
class _Beside:
    """Icons stand beside the middle of the whole, or beside the first words when more follow."""

    height: float
    line: float
    by_first_line: bool
    top: float

    def at(self, edge: float) -> float:
        if self.by_first_line:
            return max(0.0, self.top + (self.line - edge) / 2) if edge < self.line * 1.2 else 0.0
        return (self.height - edge) / 2


def _tile(kit: Kit, face: Face, width: float) -> Placed:
    scale = _MEDALLION if face.medallion else 1.35
    edge = round(kit.theme.icon_px(face.role) * scale) if face.icon else 0
    text, detail = _words(kit, face, width)
    gap = kit.theme.px(2.4)
    below = edge + gap if edge else 0
    detail_gap = kit.theme.px(1.0)
    mirror = _Mirror(width, kit.language.is_rtl)
    icon_x = 0.0 if face.detail and not face.centered else (width - edge) / 2
    return Placed(
        height=below + text.height + (detail.height + detail_gap if detail else 0),
        lead=QRectF(),
        icon=mirror.box(icon_x, 0, edge),
        trailing=QRectF(),
        text=text,
        text_at=QPointF(0, below),
        detail=detail,
        detail_at=QPointF(0, below + text.height + detail_gap),
    )


@dataclass(frozen=True)
class _Mirror:
    """Positions counted from the start of the line to positions from the left."""

    width: float
    rtl: bool

    def left(self, start: float, wide: float) -> float:
        return self.width - start - wide if self.rtl else start

    def box(self, start: float, top: float, edge: float) -> QRectF:
        return QRectF(self.left(start, edge), top, edge, edge)
