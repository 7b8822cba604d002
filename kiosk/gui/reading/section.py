"""A name with its sign, and what stands below it, kept close together."""

from collections.abc import Iterable

from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.small import Line


class Section(Column):
    """One thought of a view."""

    def __init__(
        self,
        kit: Kit,
        title: str,
        icon: str,
        widgets: Iterable[QWidget] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, gap=kit.theme.px(1.0), parent=parent)
        self.add(Line(kit, title, icon, bold=True))
        for widget in widgets:
            self.add(widget)
