"""Where are you, where are you from: a list of countries, searched or by letter; no flags."""

import re
from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from kiosk.core.countries import OTHER_COUNTRY
from kiosk.core.ids import CountryCode
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.theme import Tone
from kiosk.gui.visitor.keys import Typing
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.folding import fold
from kiosk.i18n.formatting import country_names
from kiosk.i18n.isolation import strip_invisible
from kiosk.i18n.translator import N_

LIST_WITHOUT_SEARCH = 8
"""Up to this many countries fit at a glance; above, letters and a search field stand above them."""


def build(stage: Stage) -> Scene:
    """One of the two country screens."""
    steering = stage.steering
    if stage.visit.session.place.screen is Screen.WHERE_ARE_YOU:
        title = stage.say(N_("Which country are you in now?"))
        codes, choose = stage.visit.hosts, steering.choose_host
    else:
        title = stage.say(N_("Which country are you from?"))
        codes, choose = stage.visit.origins, steering.choose_origin
    return build_picker(stage, title, codes, choose)


def build_picker(
    stage: Stage,
    title: str,
    codes: Sequence[CountryCode],
    choose: Callable[[CountryCode], None],
) -> Scene:
    """The countries under a title; with letters, a field and keys where they are many."""
    column = stage.column(title)
    picker = CountryPicker(stage, codes, choose)
    if len(codes) <= LIST_WITHOUT_SEARCH:
        column.add(picker)
        return Scene(column)
    column.add(picker.letters())
    column.add(picker)
    return Scene(column, header=stage.head(picker.field), keys=Typing(stage, picker.field))


class CountryPicker(Column):
    """The countries as cards in the order of their names, and one card for all others."""

    def __init__(
        self, stage: Stage, codes: Sequence[CountryCode], choose: Callable[[CountryCode], None]
    ) -> None:
        """`choose` is called with the code of the card that was touched."""
        super().__init__(stage.kit)
        self._stage = stage
        self._choose = choose
        names = country_names(stage.kit.language)
        self._names = {code: name for code, name in names.items() if code in codes}
        self._grid = FlowGrid(stage.kit, most=2)
        self._nothing = TextBlock(
            stage.kit, stage.say(N_("No country has this name.")), tone=Tone.SOFT
        )
        self.field = TextField(stage.kit, stage.say(N_("Search for a country")))
        self._cards = [self._card(code, name) for code, name in self._names.items()]
        self._build()
        self._connect()

    def _build(self) -> None:
        for card in self._cards:
            self._grid.add(card)
        other = TouchButton(
            self._kit,
            self._stage.say(N_("Another country")),
            "globe",
            detail=self._stage.say(N_("We have little about it, but rights and help are here.")),
        )
        other.activated.connect(partial(self._choose, OTHER_COUNTRY))
        self.add(self._grid)
        self.add(self._nothing)
        self.add(other)
        self._nothing.hide()

    def _connect(self) -> None:
        self.field.text_changed.connect(self._on_field_text_changed)
        self.field.type(self._stage.visit.session.place.subject)

    def letters(self) -> QWidget:
        """The letters countries begin with."""
        first = dict.fromkeys(strip_invisible(name)[:1].upper() for name in self._names.values())
        row = FlowRow(self._kit)
        for letter in first:
            button = TouchButton(self._kit, letter, kind=ButtonKind.QUIET, guarded=False)
            button.activated.connect(partial(self._on_letter_activated, letter))
            row.add(button)
        return row

    def _card(self, code: CountryCode, name: str) -> TouchButton:
        card = TouchButton(self._kit, name, "map-pin", trailing="next", detail="")
        card.activated.connect(partial(self._choose, code))
        return card

    def _on_letter_activated(self, letter: str) -> None:
        self.field.clear()
        self.field.type(letter)

    def _on_field_text_changed(self, typed: str) -> None:
        self._stage.steering.keep_words(typed)
        wanted = fold(typed)
        fitting = [
            card
            for card, name in zip(self._cards, self._names.values(), strict=True)
            if any(word.startswith(wanted) for word in _beginnings(name))
        ]
        for card in self._cards:
            card.setVisible(card in fitting)
        self._nothing.setVisible(not fitting)


def _beginnings(name: str) -> tuple[str, ...]:
    """The name from each of its words on: "Guinea-Bissau" is found under B too."""
    folded = fold(strip_invisible(name))
    words = re.split(r"[^\w]+", folded)
    return (folded, *words)
