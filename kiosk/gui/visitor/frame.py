"""A whole screen: the ribbon, what scrolls, what stands still around it, and the bar of buttons."""

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.kinds import Release
from kiosk.gui.kit.card import Page
from kiosk.gui.kit.columns import Column, Row, height_at
from kiosk.gui.kit.notice import Ribbon
from kiosk.gui.kit.touch_scroll import TouchScroll
from kiosk.gui.reading.aloud import Item, spoken_items
from kiosk.gui.visitor.chrome import Chrome
from kiosk.gui.visitor.keys import Typing
from kiosk.gui.visitor.room import air_above, give_room, has_targets
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.translator import N_

_MOST_STANDING = 0.16
"""The greatest share of the height that buttons below the text may keep for themselves."""

_LEAST_READ = 0.42
"""The least share of the height for what is read, before such buttons scroll with it."""


@dataclass(frozen=True)
class Spot:
    """Where somebody was on a screen, to find it again in another language or size.

    `share` is how far the text was moved, 0 to 1; `focus` counts what the Tab key reaches, -1 for
    nothing.
    """

    share: float = 0.0
    focus: int = -1


class Frame(Page):
    """One screen of the session for a window of `width` × `height` pixels.

    Built once: another language, look or size gets another frame.
    """

    def __init__(self, stage: Stage, scene: Scene, width: int, height: int) -> None:
        """`scene` is taken over: its widgets live as long as the frame."""
        super().__init__(stage.kit, gap=0)
        self.scene = scene
        self._standing: list[QWidget] = []
        self._bar = self._make_bar(stage, width)
        if scene.is_bare:
            self.add(self._body(scene, width, height), stretch=1)
            return
        is_wide = stage.is_wide
        height -= self._add_ribbon(stage, width)
        height -= self._bar.height() if self._bar is not None else 0
        chrome = Chrome(stage, at_side=is_wide, width=width, height=height)
        self._standing.insert(0, chrome)
        taken = 0 if is_wide else height_at(chrome, width)
        body = self._body(scene, width - chrome.width() if is_wide else width, height, taken)
        if not is_wide:
            self.add(body, stretch=1)
            self._add_bar()
            self.add(chrome)
            return
        row = Row(stage.kit, gap=0)
        row.add(body, 1)
        row.add(chrome)
        self.add(row, stretch=1)
        self._add_bar()

    def _make_bar(self, stage: Stage, width: int) -> QWidget | None:
        """The bar of whoever listens, as wide as the screen."""
        if stage.listening is None or self.scene.is_bare:
            return None
        return stage.listening.bar(stage, width)

    def _add_bar(self) -> None:
        if self._bar is not None:
            self.add(self._bar)

    def _add_ribbon(self, stage: Stage, width: int) -> int:
        """The ribbon of a demonstration; returns its height in pixels."""
        if stage.visit.visiting.site.release is not Release.DEMO:
            return 0
        ribbon = Ribbon(stage.kit, stage.say(N_("Demonstration – not for real use")))
        self.add(ribbon)
        self._standing.append(ribbon)
        return height_at(ribbon, width)

    def _body(self, scene: Scene, width: int, height: int, taken: int = 0) -> Column:
        """What is between ribbon and bar; `taken` pixels of the height are the bar's."""
        content, footer = scene.content, scene.footer
        if isinstance(scene.keys, Typing):
            scene.keys.fit(height - taken)
        if footer is not None and _is_too_high(height_at(footer, width), height, taken):
            content, footer = Column(self._kit, (content, footer), gap=0), None
        if not (scene.is_bare or scene.is_steady or scene.keys):
            parts = [part for part in (scene.header, footer) if part is not None]
            room = height - taken - sum(height_at(part, width) for part in parts)
            content = self._roomy(content, width, room)
        self._scroller = TouchScroll(self._kit, content)
        self._read = (scene.header, content, footer)
        body = Column(self._kit, gap=0)
        for part in (scene.header, self._scroller, footer, scene.keys):
            if part is not None:
                body.add(part)
        return body

    def _roomy(self, content: QWidget, width: int, room: int) -> QWidget:
        """The content with higher cards, and below the air that a screen of few words gets."""
        give_room(content, self._kit.theme, width, room)
        # What is only read begins at the top, and so does what follows something that stands still.
        is_read = self.scene.footer is None and not has_targets(content)
        air = air_above(content, width, room)
        if is_read or self.scene.header is not None or not air:
            return content
        lowered = Column(self._kit, gap=0)
        lowered.add_space(air)
        lowered.add(content, stretch=1)
        return lowered

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything that can be heard here: what is read, then what stands on every screen."""
        read = [item for part in self._read for item in spoken_items(part)]
        return (*read, *self.standing_items)

    @property
    def standing_items(self) -> tuple[Item, ...]:
        """What is only reached by key: keys to type with, and what stands on every screen."""
        parts = (self.scene.keys, *self._standing)
        standing = [item for part in parts for item in spoken_items(part, runs_on=False)]
        bar = [item for item in spoken_items(self._bar, runs_on=False) if item.is_usable]
        return (*bar, *standing)

    @property
    def bar(self) -> QWidget | None:
        """The bar of whoever listens."""
        return self._bar

    @property
    def scroller(self) -> TouchScroll:
        """What scrolls."""
        return self._scroller

    @property
    def spot(self) -> Spot:
        """Where somebody is on this screen."""
        share = (
            self._scroller.position / self._scroller.furthest if self._scroller.can_scroll else 0.0
        )
        focused = QApplication.focusWidget()
        reached = self._reached()
        return Spot(share, reached.index(focused) if focused in reached else -1)

    def return_to(self, spot: Spot) -> None:
        """Go where somebody was, as nearly as the words of now allow."""
        reached = self._reached()
        if 0 <= spot.focus < len(reached):
            reached[spot.focus].setFocus(Qt.FocusReason.OtherFocusReason)
        self._scroller.scroll_to(round(spot.share * self._scroller.furthest))

    def _reached(self) -> list[QWidget]:
        by_tab = Qt.FocusPolicy.TabFocus
        return [w for w in self.findChildren(QWidget) if w.focusPolicy() & by_tab]


def _is_too_high(footer: int, height: int, taken: int) -> bool:
    """Whether buttons below the text would leave too little of it, beside a bar of `taken`."""
    return footer > height * _MOST_STANDING or height - taken - footer < height * _LEAST_READ
