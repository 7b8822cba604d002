"""Buttons or chips side by side at their own width, on as many lines as they need."""

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow import Flow


@dataclass(frozen=True)
class _Line:
    widgets: tuple[QWidget, ...]
    widths: tuple[int, ...]
    height: int


class FlowRow(Flow):
    """Widgets in the direction of reading; with `fill` a line is as wide as the row.

    What is not visible (`setVisible(False)`) takes no room.
    """

    def __init__(
        self,
        kit: Kit,
        widgets: Iterable[QWidget] = (),
        *,
        gap: int | None = None,
        fill: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._gap = kit.theme.gap if gap is None else gap
        self._fill = fill
        self._add_all(widgets)

    def _lines(self, width: int) -> list[_Line]:
        lines: list[_Line] = []
        row: list[tuple[QWidget, int]] = []
        used = 0
        for widget in self._widgets:
            if widget.isHidden():
                continue
            wide = min(width, widget.sizeHint().width())
            if row and used + self._gap + wide > width:
                lines.append(self._line(row, width))
                row, used = [], 0
            used += wide + (self._gap if row else 0)
            row.append((widget, wide))
        if row:
            lines.append(self._line(row, width))
        return lines

    def _line(self, row: list[tuple[QWidget, int]], width: int) -> _Line:
        widths = [wide for _, wide in row]
        if self._fill:
            spare = width - sum(widths) - self._gap * (len(row) - 1)
            widths = [wide + spare // len(row) for wide in widths]
        height = max(
            widget.heightForWidth(wide)
            if widget.hasHeightForWidth()
            else widget.sizeHint().height()
            for (widget, _), wide in zip(row, widths, strict=True)
        )
        return _Line(tuple(widget for widget, _ in row), tuple(widths), height)

    def _arrange(self) -> None:
        top = 0
        for line in self._lines(self.width()):
            start = 0
            for widget, wide in zip(line.widgets, line.widths, strict=True):
                left = self.width() - start - wide if self._kit.language.is_rtl else start
                widget.setGeometry(left, top, wide, line.height)
                start += wide + self._gap
            top += line.height + self._gap

    # Qt

    def heightForWidth(self, width: int) -> int:
        lines = self._lines(width)
        return sum(line.height for line in lines) + max(0, len(lines) - 1) * self._gap

    def sizeHint(self) -> QSize:
        widths = [widget.sizeHint().width() for widget in self._widgets if not widget.isHidden()]
        width = sum(widths) + max(0, len(widths) - 1) * self._gap
        width = min(max(width, 1), self._kit.theme.measure)
        return QSize(width, self.heightForWidth(width))
