"""The keys below a search field: put away with "Done", back with a touch of the field."""

from PySide6.QtCore import QEvent, QObject

from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.keyboard import KeyboardPanel
from kiosk.gui.kit.keyboard_layout import load_keyboard
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.visitor.scene import KEYBOARDS, Stage


class Typing(Column):
    """The keys of the language of the screen, typing into one field."""

    def __init__(self, stage: Stage, field: TextField) -> None:
        """Open from the start."""
        super().__init__(stage.kit)
        self.set_margins(stage.kit.theme.margin, stage.kit.theme.gap)
        panel = KeyboardPanel(stage.kit, load_keyboard(KEYBOARDS, stage.kit.language.tag))
        self.add(panel)
        panel.typed.connect(field.type)
        panel.erased.connect(field.erase)
        panel.done.connect(self.hide)
        field.submitted.connect(self.hide)
        field.installEventFilter(self)

    # Qt

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseButtonPress:
            self.show()
        return False
