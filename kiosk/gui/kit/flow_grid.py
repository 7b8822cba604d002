"""Cards in as many columns as the width and the text size allow; one at the largest size."""

from collections.abc import Iterable

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.columns import height_at
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow import Flow


class FlowGrid(Flow):
    """Widgets in rows of equal columns; all of a row are as high as the highest.

    `column` is the least width of a column in pixels (default: the theme's card), `most` the
    greatest number of columns, `gap` the room between them. What is hidden takes no room.
    """

    def __init__(
        self,
        kit: Kit,
        widgets: Iterable[QWidget] = (),
        *,
        column: int | None = None,
        most: int = 3,
        gap: int | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent)
        self._column = column or kit.theme.column
        self._most = most
        self._between = kit.theme.px(4.0) if gap is None else gap
        self._add_all(widgets)

    def columns(self, width: int) -> int:
        """How many columns stand side by side at this width in pixels."""
        gap = self._between
        fitting = max(1, (width + gap) // (self._column + gap))
        return min(fitting, self._most, max(1, len(self._shown)))

    @property
    def _shown(self) -> list[QWidget]:
        """What takes room: all but what was hidden."""
        return [widget for widget in self._widgets if not widget.isHidden()]

    def _rows(self, width: int) -> list[tuple[int, list[QWidget]]]:
        """The rows with their heights."""
        columns = self.columns(width)
        cell = self._cell(width, columns)
        rows = []
        shown = self._shown
        for start in range(0, len(shown), columns):
            row = shown[start : start + columns]
            rows.append((max(height_at(widget, cell) for widget in row), row))
        return rows

    def _cell(self, width: int, columns: int) -> int:
        return max(1, (width - (columns - 1) * self._between) // columns)

    def _arrange(self) -> None:
        width = self.width()
        cell, gap = self._cell(width, self.columns(width)), self._between
        top = 0
        for height, row in self._rows(width):
            for index, widget in enumerate(row):
                start = index * (cell + gap)
                left = width - start - cell if self._kit.language.is_rtl else start
                widget.setGeometry(left, top, cell, height)
            top += height + gap

    # Qt

    def heightForWidth(self, width: int) -> int:
        rows = self._rows(width)
        return sum(height for height, _ in rows) + max(0, len(rows) - 1) * self._between

    def sizeHint(self) -> QSize:
        width = self._kit.theme.measure
        return QSize(width, self.heightForWidth(width))
