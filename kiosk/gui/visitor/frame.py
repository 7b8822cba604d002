"""A whole screen: the ribbon, what scrolls, what stands still around it, and the bar of buttons."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.kinds import Release
from kiosk.gui.kit.card import Page
from kiosk.gui.kit.columns import Column, Row, height_at
from kiosk.gui.kit.notice import Ribbon
from kiosk.gui.kit.touch_scroll import TouchScroll
from kiosk.gui.visitor.chrome import Chrome
from kiosk.gui.visitor.scene import Scene, Stage

_MOST_STANDING = 0.16
"""The greatest share of the height that buttons below the text may keep for themselves."""


@dataclass(frozen=True)
class Spot:
    """Where somebody was on a screen, to find it again in another language or size.

    `share` is how far the text was moved, 0 to 1; `focus` counts what the Tab key reaches, -1 for
    nothing.
    """

    share: float = 0.0
    focus: int = -1


class Frame(Page):
    """One screen of the session, of a size in pixels."""

    def __init__(self, stage: Stage, scene: Scene, width: int, height: int) -> None:
        """Built once; another language, look or size gets another frame."""
        super().__init__(stage.kit, gap=0)
        self._stage = stage
        is_wide = width > height
        if stage.visit.visiting.site.release is Release.DEMO:
            words = stage.say("Demonstration – not for real use")
            self._ribbon = Ribbon(stage.kit, words)
            self.add(self._ribbon)
            height -= height_at(self._ribbon, width)
        chrome = Chrome(stage, at_side=is_wide, height=height)
        room = width - chrome.width() if is_wide else width
        self.scroll = self._scroll(scene, room, height)
        body = Column(stage.kit, gap=0)
        for part in (scene.header, self.scroll, self._standing, scene.keys):
            if part is not None:
                body.add(part)
        if is_wide:
            row = Row(stage.kit, gap=0)
            row.add(body, 1)
            row.add(chrome)
            self.add(row, stretch=1)
        else:
            self.add(body, stretch=1)
            self.add(chrome)
