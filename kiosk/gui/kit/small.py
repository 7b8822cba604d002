"""Small signs: an icon, a chip, a divider, a sentence with an icon in front."""

from dataclasses import replace
from enum import Enum

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.languages import Language
from kiosk.core.speech import Utterance
from kiosk.gui.kit import face as faces
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Face, Inks
from kiosk.gui.kit.spoken import dialled, say_words
from kiosk.gui.kit.text_block import readable
from kiosk.gui.kit.theme import Role, Tone
from kiosk.text import Span


class Icon(QWidget):
    """One icon, as large as the words it stands beside."""

    def __init__(
        self,
        kit: Kit,
        name: str,
        *,
        tone: Tone = Tone.ACCENT,
        role: Role = Role.BODY,
        scale: float = 1.0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._icon = name
        self._tone = tone
        edge = round(kit.theme.icon_px(role) * scale)
        self.setFixedSize(edge, edge)
        kit.icons.repaint_later(self)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        box, rtl = QRectF(self.rect()), self._kit.language.is_rtl
        self._kit.icons.draw(painter, self._icon, box, self._kit.theme.color(self._tone), rtl=rtl)


class Line(QWidget):
    """An icon and a sentence beside its first line; both in one ink."""

    def __init__(
        self,
        kit: Kit,
        text: str,
        icon: str,
        *,
        role: Role = Role.BODY,
        bold: bool = False,
        tone: Tone = Tone.INK,
        icon_tone: Tone = Tone.ACCENT,
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._face = Face(text, icon, role=role, bold=bold, icon_at_top=True, language=language)
        self._tone = tone
        self._icon_tone = icon_tone
        self.setLayoutDirection(kit.direction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName(readable(text))
        kit.icons.repaint_later(self)

    def show_words(self, text: str, icon: str) -> None:
        """Another sentence, with another sign."""
        self._face = replace(self._face, text=text, icon=icon)
        self.setAccessibleName(readable(text))
        self.updateGeometry()
        self.update()

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The sentence as it is said: a phone number digit by digit, of an address the site."""
        text = self._face.text
        if self._face.icon == "phone":
            text = dialled(text, self._kit.translator.gettext("plus"))
        elif self._face.icon == "website":
            text = text.partition("/")[0]
        return say_words(self._kit, text, self._face.language)

    def _padding(self) -> tuple[int, int]:
        """Room at the sides and above and below, in pixels."""
        return 0, 0

    def _inks(self) -> Inks:
        theme = self._kit.theme
        ink = theme.color(self._tone)
        return Inks(ink, ink, theme.color(self._icon_tone))

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        side, above = self._padding()
        placed = faces.place(self._kit, self._face, max(1, width - 2 * side))
        return int(placed.height + 2 * above + 0.999)

    def sizeHint(self) -> QSize:
        side, _ = self._padding()
        natural = int(faces.natural_width(self._kit, self._face) + 2 * side + 2)
        width = min(natural, self._kit.theme.measure)
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        return QSize(self._kit.theme.target, 0)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side, above = self._padding()
        placed = faces.place(self._kit, self._face, max(1, self.width() - 2 * side))
        at = QPointF(side, above)
        faces.paint(self._kit, placed, painter, at, self._inks())

    def _paint_ground(self, painter: QPainter) -> None:
        """Lines have none; chips paint theirs."""


class ChipKind(Enum):
    """What a chip says; each has a shape of its own, so that colour is never alone."""

    DRAFT = "draft"
    OLD = "old"
    FITS = "check-circle"
    ASK = "question-circle"
    SEEMS_NOT = "minus-circle"
    NOT_KNOWN = "not-known"
    SAFETY = "care"
    INFO = "info"

    @property
    def icon(self) -> str:
        """Its sign."""
        return self.value

    @property
    def ground(self) -> str:
        """The name of its ground in `Colors`."""
        grounds = {
            ChipKind.DRAFT: "caution_tint",
            ChipKind.OLD: "caution_tint",
            ChipKind.FITS: "accent_tint",
            ChipKind.SAFETY: "safety_tint",
        }
        return grounds.get(self, "sunken")


class Chip(Line):
    """A short word with a sign on a ground of its own."""

    def __init__(
        self, kit: Kit, text: str, kind: ChipKind, *, parent: QWidget | None = None
    ) -> None:
        tone = Tone.SAFETY if kind is ChipKind.SAFETY else Tone.INK
        super().__init__(kit, text, kind.icon, role=Role.CAPTION, icon_tone=tone, parent=parent)
        self._kind = kind
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(QSizePolicy.Policy.Maximum)
        self.setSizePolicy(policy)

    def _padding(self) -> tuple[int, int]:
        return self._kit.theme.px(2.4), self._kit.theme.px(1.0)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._kit.theme
        stroke = theme.stroke if theme.is_high_contrast else 0.0
        painter.setPen(QPen(QColor(theme.colors.border), stroke) if stroke else Qt.PenStyle.NoPen)
        painter.setBrush(QColor(getattr(theme.colors, self._kind.ground)))
        box = QRectF(self.rect()).adjusted(stroke / 2, stroke / 2, -stroke / 2, -stroke / 2)
        painter.drawRoundedRect(box, theme.px(1.6), theme.px(1.6))


class Divider(QWidget):
    """A thin line that only parts; it carries no meaning."""

    def __init__(self, kit: Kit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kit = kit
        self.setFixedHeight(max(1, kit.theme.px(0.3)))

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), QColor(self._kit.theme.colors.line))


class Mark(QWidget):
    """What stands before an item of a list: a dot, a number, or an empty box to tick on paper."""

    def __init__(
        self,
        kit: Kit,
        language: Language | None = None,
        *,
        number: str = "",
        box: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._kit = kit
        self._box = box
        role = Role.BODY
        spans = (Span(number or " ", bool(number)),)
        self._layout = kit.lay_out(spans, role, 100_000, language=language)
        self._number = number
        wide = max(kit.theme.px(5.0), int(self._layout.natural_width) + 2)
        self.setFixedWidth(wide)
        self.setMinimumHeight(int(self._layout.height + 0.999))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        colors = self._kit.theme.colors
        if self._number:
            left = (self.width() - self._layout.natural_width) / 2
            layout = self._layout
            offset = left - layout.lines[0].x
            self._kit.painter.paint(painter, layout, offset, 0, QColor(colors.accent))
            return
        middle = QPointF(self.width() / 2, self._layout.lines[0].height / 2)
        edge = self._kit.theme.font_px(Role.BODY) * (0.5 if self._box else 0.26)
        box = QRectF(middle.x() - edge / 2, middle.y() - edge / 2, edge, edge)
        if self._box:
            painter.setPen(QPen(QColor(colors.border), self._kit.theme.stroke))
            painter.drawRoundedRect(box, edge / 6, edge / 6)
        else:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colors.accent))
            painter.drawEllipse(box)
