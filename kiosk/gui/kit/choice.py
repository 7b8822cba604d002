"""A choice: a card with a mark whose shape says whether it is chosen and whether others may be."""

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QWidget

from kiosk.core.languages import Language
from kiosk.core.speech import Utterance
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Face, Shape
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.theme import Role
from kiosk.gui.kit.touchable import Touchable

_LEAST_MM = 16.0


class Choice(Touchable):
    """One value to choose: `many` draws a box, otherwise a circle; `toggled_to` says the new state.

    A circle that is chosen stays chosen when touched again, a box can be emptied.
    """

    toggled_to = Signal(bool)

    def __init__(
        self,
        kit: Kit,
        text: str,
        *,
        chosen: bool = False,
        many: bool = False,
        icon: str = "",
        detail: str = "",
        bold: bool = False,
        language: Language | None = None,
        parent: QWidget | None = None,
    ) -> None:
        mark = kit.theme.icon_px(Role.BODY)
        face = Face(text, icon, detail, shape=Shape.ROW, bold=bold, lead=mark, language=language)
        super().__init__(kit, face, parent)
        self._many = many
        self._minimum = kit.theme.px(_LEAST_MM)
        self.setCheckable(True)
        self.setChecked(chosen)

    @property
    def is_chosen(self) -> bool:
        """True when it is part of the answer."""
        return self.isChecked()

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Its words, and whether it is chosen; of a circle that is not, nothing is said."""
        _ = self._kit.translator.gettext
        state = _("chosen") if self.isChecked() else _("not chosen") if self._many else ""
        return (*super().utterances, *say_words(self._kit, state))

    def choose(self, chosen: bool) -> None:
        """Show it as chosen or not, without saying so."""
        if chosen != self.isChecked():
            self.setChecked(chosen)
            self.update()

    def _used(self) -> None:
        if not self._many and self.isChecked():
            return
        self.choose(not self.isChecked())
        self.toggled_to.emit(self.isChecked())

    def _paint_ground(self, painter: QPainter) -> None:
        theme = self._kit.theme
        colors = theme.colors
        if self.looks_pressed:
            self._rounded(painter, colors.pressed, colors.accent, theme.stroke * 2)
        elif self.isChecked():
            self._rounded(painter, colors.accent_tint, colors.accent, theme.stroke * 2)
        else:
            self._rounded(painter, colors.surface, colors.border, theme.stroke)

    def _paint_lead(self, painter: QPainter, box: QRectF) -> None:
        theme = self._kit.theme
        stroke = max(2.0, box.width() / 13)
        inner = box.adjusted(stroke, stroke, -stroke, -stroke)
        chosen = self.isChecked()
        color = QColor(theme.colors.accent if chosen else theme.colors.border)
        painter.setPen(QPen(color, stroke))
        painter.setBrush(color if chosen else QColor(theme.colors.surface))
        if self._many:
            painter.drawRoundedRect(inner, box.width() / 6, box.width() / 6)
        else:
            painter.drawEllipse(inner)
        if chosen:
            self._paint_tick(painter, inner)

    def _paint_tick(self, painter: QPainter, box: QRectF) -> None:
        pen = QPen(QColor(self._kit.theme.colors.on_accent), box.width() / 8)
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        points = ((0.27, 0.53), (0.44, 0.69), (0.74, 0.34))
        spots = [QPointF(box.x() + x * box.width(), box.y() + y * box.height()) for x, y in points]
        painter.drawPolyline(spots)
