"""What a screen is made of, and what the functions that make screens are handed."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from kiosk.core.session import Screen
from kiosk.core.texts import Text
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.card import Ground
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.face import Shape
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.steering import Steering
from kiosk.i18n.translator import N_
from kiosk.services.visiting import Visit

if TYPE_CHECKING:
    from kiosk.gui.visitor.listening.listening import Listening
    from kiosk.gui.visitor.sheet_maker import SheetMaker

KEYBOARDS = Path(__file__).resolve().parents[3] / "resources" / "keyboards"


@dataclass(frozen=True)
class Scene:
    """A built screen: what scrolls, what stands still above and below it, and keys to type with.

    Where the screen is low and the words are large, the footer scrolls with the rest. `is_bare`:
    neither ribbon nor bar stand around it. `is_steady`: what is on it comes and goes in place, so
    it takes no more room than it needs.
    """

    content: QWidget
    footer: QWidget | None = None
    header: QWidget | None = None
    keys: QWidget | None = None
    is_bare: bool = False
    is_steady: bool = False


@dataclass(frozen=True)
class Stage:
    """What a screen is built from: look and words, content, and where touches go.

    `maker` gives what makes and prints sheets, which is opened when a sheet is wanted. `is_wide`
    tells a screen that lies from one that stands. `listen` begins or stops reading aloud, None
    where the language of the screen has no voice; `listening` is how, None where the kiosk was
    built without sound.
    """

    kit: Kit
    visit: Visit
    steering: Steering
    maker: "Callable[[], SheetMaker]"
    is_wide: bool = False
    listen: Callable[[], None] | None = None
    listening: "Listening | None" = None

    def say(self, msgid: str) -> str:
        """The product's words in the language of the screen; `msgid` is marked with `N_`."""
        return self.kit.translator.gettext(msgid)

    def column(self, title: str = "", lead: str = "") -> Column:
        """The column of a screen: its title, a sentence below it, then what is added."""
        theme = self.kit.theme
        column = Column(self.kit, margin=theme.margin, gap=theme.air)
        if title:
            column.add(TextBlock(self.kit, title, Role.TITLE))
        if lead:
            column.add(TextBlock(self.kit, lead, Role.BODY, tone=Tone.SOFT))
        return column

    def head(self, *widgets: QWidget) -> Column:
        """What stands still above what scrolls."""
        column = Column(self.kit, widgets, gap=self.kit.theme.gap)
        column.set_margins(self.kit.theme.margin, self.kit.theme.gap * 2)
        return column

    def footer(self, *buttons: QWidget) -> QWidget:
        """Buttons that stand still below what scrolls, at equal width where they fit."""
        column = Column(self.kit)
        column.add(FlowRow(self.kit, buttons, fill=True))
        column.set_margins(self.kit.theme.margin, self.kit.theme.gap)
        return column

    def notice(
        self, text: Text, icon: str, ground: Ground = Ground.ACCENT, title: str = ""
    ) -> Notice:
        """A sentence of the content on a ground of its own, in the language it is really in."""
        language = self.kit.language_of(text.language)
        return Notice(self.kit, text.value, icon, ground, title=title, language=language)

    def only_in(self, text: Text) -> str:
        """A note for words that are not yet in the language of the screen; else empty."""
        if text.language == self.kit.language.tag:
            return ""
        language = self.kit.language_of(text.language).endonym
        return self.kit.translator.fill(N_("Only in {language}"), language=language)

    def entry_card(
        self, screen: Screen, ref: str, name: Text, icon: str, detail: str = ""
    ) -> TouchButton:
        """A card that opens an entry, in the language its name is really in."""
        card = TouchButton(
            self.kit,
            name.value,
            icon,
            detail=detail,
            trailing="next",
            bold=bool(detail),
            note=self.only_in(name),
            note_icon="language",
            language=self.kit.language_of(name.language),
        )
        card.activated.connect(partial(self.steering.go, screen, ref))
        return card

    def way(
        self,
        text: str,
        icon: str,
        screen: Screen,
        subject: str = "",
        *,
        detail: str = "",
        trailing: str = "",
    ) -> TouchButton:
        """A button that leads to a screen; its words in the language of the screen.

        `trailing` is "next" where it stands among what can be read, empty among other buttons.
        """
        button = TouchButton(self.kit, text, icon, detail=detail, trailing=trailing)
        button.activated.connect(partial(self.steering.go, screen, subject))
        return button

    def tile(self, text: str, icon: str, detail: str = "") -> TouchButton:
        """One of a few large choices that stand side by side, its icon above its words."""
        return TouchButton(self.kit, text, icon, detail=detail, shape=Shape.TILE, role=Role.HEADING)

    def primary(self, text: str, icon: str = "next") -> TouchButton:
        """The one button that goes on."""
        return TouchButton(self.kit, text, icon, ButtonKind.PRIMARY, centered=True)

    def secondary(self, text: str, icon: str = "") -> TouchButton:
        """A button of equal weight with others of its kind."""
        return TouchButton(self.kit, text, icon)
