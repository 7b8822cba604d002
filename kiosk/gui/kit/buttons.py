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

    def _inks(self) -> Inks:
        colors = self._kit.theme.colors
        if not self.isEnabled():
            return Inks(colors.ink_soft, colors.ink_soft, colors.border)
        match self._kind:
            case ButtonKind.PRIMARY:
                return Inks(colors.on_accent, colors.on_accent, colors.on_accent)
            case ButtonKind.SAFETY:
                return Inks(colors.on_safety, colors.on_safety, colors.on_safety)
            case _:
                return Inks(colors.ink, colors.ink_soft, colors.accent)

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._kit.theme
        colors = theme.colors
        down = self.looks_pressed
        if not self.isEnabled():
            self._rounded(painter, colors.ground, colors.line, theme.stroke)
            return
        match self._kind:
            case ButtonKind.PRIMARY:
                self._rounded(painter, colors.accent_pressed if down else colors.accent)
            case ButtonKind.SAFETY:
                self._rounded(painter, colors.safety_pressed if down else colors.safety)
            case ButtonKind.SECONDARY:
                fill = colors.pressed if down else colors.surface
                self._rounded(painter, fill, colors.border, theme.stroke)
            case ButtonKind.QUIET:
                border = colors.border if theme.is_high_contrast else ""
                fill = colors.pressed if down else colors.sunken
                self._rounded(painter, fill, border, theme.stroke if border else 0.0)
        if down:
            self._paint_pressed(painter)

    def _paint_pressed(self, painter: QPainter) -> None:
        """A frame inside, so that being pressed is a shape and not only a colour."""
        theme = self._kit.theme
        ink = self._inks().icon
        inset = theme.focus_stroke
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(ink), theme.stroke))
        box = QRectF(self.rect()).adjusted(inset, inset, -inset, -inset)
        radius = max(1.0, theme.radius - inset)
        painter.drawRoundedRect(box, radius, radius)
