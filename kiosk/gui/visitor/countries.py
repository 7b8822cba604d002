"""Where are you, where are you from: a list of countries, by letter or searched; no flags."""

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial

from kiosk.core.countries import OTHER_COUNTRY
from kiosk.core.ids import CountryCode
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.visitor.card_grid import card_grid
from kiosk.gui.visitor.keys import Shortlist, Typing
from kiosk.gui.visitor.letters import Letters
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.folding import fold
from kiosk.i18n.formatting import country_names
from kiosk.i18n.initials import by_initial
from kiosk.i18n.isolation import strip_invisible
from kiosk.i18n.translator import N_

LIST_WITHOUT_SEARCH = 8
"""Up to this many countries fit at a glance; above, letters and a search field stand above them."""

_NARROW = 0.8
"""Least width of a card: so much of that of others."""

LIST_WITHOUT_LETTER = 24
"""Up to this many are shown before a letter is chosen."""


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
    if len(codes) <= LIST_WITHOUT_SEARCH:
        column = stage.column(title)
        column.add(CountryCards(stage, codes, choose))
        return Scene(column)
    picker = CountryPicker(stage, title, codes, choose)
    return Scene(picker, header=picker.head, keys=picker.keys)


class CountryCards(Column):
    """Countries as cards, and one card for all others."""

    def __init__(
        self, stage: Stage, codes: Sequence[CountryCode], choose: Callable[[CountryCode], None]
    ) -> None:
        """In the order of their names; `choose` is called with the code that was touched."""
        super().__init__(stage.kit)
        self._stage = stage
        self._choose = choose
        names = country_names(stage.kit.language)
        self._names = {code: name for code, name in names.items() if code in codes}
        self._list = Column(stage.kit)
        self.add(self._list)
        self._other = TouchButton(
            stage.kit,
            stage.say(N_("Another country")),
            "globe",
            detail=stage.say(N_("We have little about it, but rights and help are here.")),
        )
        self._other.activated.connect(partial(choose, OTHER_COUNTRY))
        self.add(self._other)
        self._show(self._names)

    def _show(self, codes: Iterable[CountryCode]) -> list[TouchButton]:
        """Cards of these countries and no others."""
        cards = [self._card(code) for code in codes]
        self._list.clear()
        narrow = round(self._kit.theme.column * _NARROW)
        self._list.add(card_grid(self._kit, cards, column=narrow, most=3))
        self._list.setVisible(bool(cards))
        return cards

    def _card(self, code: CountryCode) -> TouchButton:
        card = TouchButton(self._kit, self._names[code], "map-pin", trailing="next", detail="")
        card.activated.connect(partial(self._choose, code))
        return card


class CountryPicker(CountryCards):
    """Many countries: by their letters, or typed. Keys come with a touch of the field."""

    def __init__(
        self,
        stage: Stage,
        title: str,
        codes: Sequence[CountryCode],
        choose: Callable[[CountryCode], None],
    ) -> None:
        """`choose` is called with the code of the card that was touched."""
        super().__init__(stage, codes, choose)
        self._title = TextBlock(stage.kit, title, Role.HEADING if stage.is_wide else Role.TITLE)
        self._groups = by_initial(self._names, self._names.__getitem__, stage.kit.language)
        self._letters = Letters(stage.kit, self._groups)
        self._nothing = TextBlock(
            stage.kit, stage.say(N_("No country has this name.")), tone=Tone.SOFT
        )
        self.field = TextField(
            stage.kit,
            stage.say(N_("Search for a country")),
            stage.say(N_("Touch here to type a name")),
        )
        self.head = stage.head(self.field)
        self.keys = Typing(stage, self.field, self.head, is_open=False)
        for widget in (self._nothing, self._letters, self._title):
            self._box.insertWidget(0, widget)
        self._shortlist = Shortlist(self.keys, self)
        self._restore(stage.visit.session.place.subject)
        self._show_fitting()
        self._letters.letter_chosen.connect(self._on_letter_chosen)
        self.field.text_changed.connect(self._on_field_text_changed)
        self.keys.opened.connect(self._show_fitting)

    def _restore(self, kept: str) -> None:
        """Go on with the letter or the words of before."""
        if kept in self._groups:
            self._letters.choose(kept)
        else:
            self.field.type(kept)

    def _on_letter_chosen(self, letter: str) -> None:
        if self.field.text:
            self.field.clear()
            self._letters.choose(letter)
        self._stage.steering.keep_words(letter)
        self._show_fitting()
        if letter:
            self._letters.bring_up(self._list)

    def _on_field_text_changed(self, typed: str) -> None:
        self._letters.choose("")
        self._stage.steering.keep_words(typed)
        self._show_fitting()

    def _show_fitting(self) -> None:
        """The countries of the letter or the words; all of them where they are few."""
        typed, letter = fold(self.field.text.strip()), self._letters.chosen
        if typed:
            fitting = [code for code in self._names if _begins(self._names[code], typed)]
        elif letter:
            fitting = list(self._groups[letter])
        else:
            fitting = list(self._names) if len(self._names) <= LIST_WITHOUT_LETTER else []
        cards = self._show(fitting)
        tight = self.keys.is_tight
        gap, margin = self._kit.theme.gap, self._kit.theme.margin
        self.set_margins(gap if tight else margin, 0 if tight else margin)
        self._title.setVisible(not tight)
        self._letters.setVisible(not tight and not (typed and self.keys.is_open))
        self._nothing.setVisible(bool(typed) and not fitting)
        self._other.setVisible(not (tight and fitting))
        self._shortlist.show(cards)


def _begins(name: str, wanted: str) -> bool:
    """Whether the name or one of its words begins so."""
    return any(word.startswith(wanted) for word in _beginnings(name))


def _beginnings(name: str) -> tuple[str, ...]:
    """The name from each of its words on: "Guinea-Bissau" is found under B too."""
    folded = fold(strip_invisible(name))
    words = re.split(r"[^\w]+", folded)
    return (folded, *words)
