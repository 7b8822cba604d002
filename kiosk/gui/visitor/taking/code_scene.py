"""A page with a code: it stands whole in the picture, what is said about it beside and below."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.columns import Column, Row
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.qr import QrCode
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage


def code_scene(
    stage: Stage, title: str, code: QrCode, said: str, hint: str, buttons: list[QWidget]
) -> Scene:
    """`said` in large words beside the code, `hint` what to do with it, then what can be touched.

    On a low screen the code comes first, so that nothing has to be moved to see it whole.
    """
    words = TextBlock(stage.kit, said, Role.HEADING)
    below = TextBlock(stage.kit, hint)
    if not stage.is_wide:
        column = stage.column(title)
        for widget in (code, words, below):
            column.add(widget)
        return Scene(column, stage.footer(*buttons))
    beside = Column(stage.kit, [TextBlock(stage.kit, title, bold=True), words])
    ways = FlowRow(stage.kit, buttons, fill=True)
    low = Column(stage.kit, [_beside(stage, code, beside), ways])
    # Large words leave little room beside a code.
    (low if stage.kit.theme.text_size.is_large else beside).add(below)
    low.set_margins(stage.kit.theme.margin, stage.kit.theme.gap)
    return Scene(low)


def _beside(stage: Stage, code: QrCode, words: QWidget) -> Row:
    """The code at its own size at the start of the line."""
    row = Row(stage.kit, [code], gap=stage.kit.theme.air)
    layout = row.layout()
    if layout is not None:
        layout.setAlignment(code, Qt.AlignmentFlag.AlignTop)
    row.add(words, 1)
    return row
