"""What stands where there is nothing to show: a sign, one sentence, one way on.

Nothing found, nothing on record, not here: said calmly and in the same form on every screen, so
that nobody takes it for a fault of her own.
"""

from collections.abc import Iterable
from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.gui.kit.card import Card, Ground
from kiosk.gui.kit.columns import Row
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.small import Icon
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.text import Align


class Nothing(Enum):
    """Why there is nothing; the value is its sign."""

    NOT_KNOWN = "not-known"
    NOT_HERE = "article"
    NOT_FOUND = "search"
    BEING_MADE = "clock"
    NOT_HEARD = "listen"
    NO_PRINTER = "print"
    CANNOT_BE_SHOWN = "warning"


class Empty(Card):
    """A sign and a sentence in the middle of the eye, and the ways on below."""

    def __init__(
        self,
        kit: Kit,
        nothing: Nothing,
        sentence: str,
        ways: Iterable[QWidget] = (),
        *,
        brief: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """`sentence` in the language of the screen; `ways` are buttons.

        `brief`: one line, where more stands around it.
        """
        super().__init__(kit, Ground.SUNKEN, parent=parent)
        align, role = (Align.START, Role.BODY) if brief else (Align.CENTER, Role.DISPLAY)
        self._sentence = TextBlock(kit, sentence, Role.BODY, align=align)
        sign = Icon(kit, nothing.value, role=role, tone=Tone.SOFT)
        if brief:
            row = Row(kit, [sign], gap=kit.theme.px(3.0))
            row.add(self._sentence, 1)
            self.add(row)
        else:
            self.add(sign)
            self._box.setAlignment(sign, Qt.AlignmentFlag.AlignHCenter)
            self.add(self._sentence)
        buttons = tuple(ways)
        if buttons:
            self.add(FlowRow(kit, buttons, fill=True))
        self.setAccessibleName(sentence)

    def show_sentence(self, sentence: str) -> None:
        """Another sentence from now on."""
        self._sentence.show_text(sentence)
        self.setAccessibleName(sentence)
