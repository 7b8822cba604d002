"""Buttons: an icon and words, in the kinds the product knows."""

from enum import Enum

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.languages import Language
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Face, Inks, Shape
from kiosk.gui.kit.theme import Role
from kiosk.gui.kit.touchable import Touchable


class ButtonKind(Enum):
    """What a button is for: go on, choose, something at the edge, or safety and help."""

    PRIMARY = "primary"
    SECONDARY = "secondary"
    QUIET = "quiet"
    SAFETY = "safety"

    @property
    def is_filled(self) -> bool:
        """True for the two that carry a colour."""
        return self in (ButtonKind.PRIMARY, ButtonKind.SAFETY)


class TouchButton(Touchable):
    """A button as high as its words need. `trailing` is a second icon at the end of the line.

    `detail` are smaller words below, `kicker` above, `note` a last line with an icon of its own;
    with them a secondary button is a card one can open.
    """

    def __init__(
        self,
        kit: Kit,
        text: str,
        icon: str = "",
        kind: ButtonKind = ButtonKind.SECONDARY,
        *,
        detail: str = "",
        kicker: str = "",
        note: str = "",
        note_icon: str = "",
        trailing: str = "",
        shape: Shape = Shape.ROW,
        role: Role = Role.BODY,
        bold: bool = True,
        centered: bool | None = None,
        language: Language | None = None,
        guarded: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        middle = kind.is_filled and not (icon or trailing) if centered is None else centered
        card = kind is ButtonKind.SECONDARY and (bool(detail or note) or shape is Shape.TILE)
        face = Face(
            text,
            icon,
            detail,
            trailing,
            shape,
            role,
            bold,
            language=language,
            centered=middle,
            medallion=card,
            kicker=kicker,
            note=note,
            note_icon=note_icon,
        )
        super().__init__(kit, face, parent)
        self._kind = kind
        self._guarded = guarded
        if kind is ButtonKind.PRIMARY:
            self._minimum = kit.theme.primary_target

    @property
    def kind(self) -> ButtonKind:
        """What it is for."""
        return self._kind

    def set_minimum(self, pixels: int) -> None:
        """Make it at least this wide and high, never below the least target."""
        self._minimum = max(pixels, self._kit.theme.target)
        self.updateGeometry()

    @property
    def _is_filled(self) -> bool:
        """Whether the ground is drawn in a strong colour; in two colours a press turns it over."""
        turned = self._kit.theme.is_high_contrast and self.looks_pressed
        return self._kind.is_filled is not turned

    def _inks(self) -> Inks:
        colors = self._kit.theme.colors
        if not self.isEnabled():
            return Inks(colors.ink_soft, colors.ink_soft, colors.border)
        if not self._is_filled:
            return Inks(colors.ink, colors.ink_soft, colors.accent)
        over = colors.on_safety if self._kind is ButtonKind.SAFETY else colors.on_accent
        return Inks(over, over, over)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._kit.theme
        colors = theme.colors
        if not self.isEnabled():
            dashes = Qt.PenStyle.DashLine
            self._rounded(painter, colors.ground, colors.border, theme.stroke, dashes)
        elif self._is_filled:
            self._rounded(painter, self._strong_color())
        else:
            quiet = self._kind is ButtonKind.QUIET
            fill = colors.sunken if quiet else colors.surface
            if self.looks_pressed:
                fill = colors.pressed
            border = "" if quiet and not theme.is_high_contrast else colors.border
            self._rounded(painter, fill, border, theme.stroke if border else 0.0)
        if self.looks_pressed:
            self._paint_pressed(painter)

    def _strong_color(self) -> str:
        colors = self._kit.theme.colors
        if self._kind is ButtonKind.SAFETY:
            return colors.safety_pressed if self.looks_pressed else colors.safety
        return colors.accent_pressed if self.looks_pressed else colors.accent

    def _paint_pressed(self, painter: QPainter) -> None:
        """A frame inside, so that being pressed is a shape and not only a colour."""
        theme = self._kit.theme
        inset = theme.focus_stroke
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(self._inks().icon), theme.stroke))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = max(1.0, theme.radius - inset)
        painter.drawRoundedRect(box, radius, radius)
