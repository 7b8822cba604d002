"""The glossary from A to Z: letters that have words, and the words of one of them."""

from kiosk.core.entries import Term
from kiosk.core.session import Screen
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.visitor.letters import Letters
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.i18n.initials import by_initial
from kiosk.i18n.translator import N_

_ALL_AT_ONCE = 8
"""Up to this many words are shown together, without letters."""


def build(stage: Stage) -> Scene:
    """Letters of the language, then the words of the letter that was chosen."""
    terms = stage.visit.terms
    lead = stage.say(N_("Choose the first letter of a word.")) if len(terms) > _ALL_AT_ONCE else ""
    column = stage.column(stage.say(N_("Words explained")), lead)
    if len(terms) <= _ALL_AT_ONCE:
        column.add(_cards(stage, terms))
        return Scene(column)
    groups = by_initial(terms, lambda term: term.term.value, stage.kit.language)
    letters = Letters(stage.kit, groups, always=True)
    words = Column(stage.kit)
    column.add(letters)
    column.add(words)

    def show(letter: str) -> None:
        words.clear()
        words.add(_cards(stage, groups.get(letter, ())))

    kept = stage.visit.session.place.subject
    first = kept if kept in groups else next(iter(groups))
    letters.choose(first)
    show(first)
    # The letter lives in the session, so that the way back from a word finds it again.
    letters.letter_chosen.connect(stage.steering.keep_words)
    letters.letter_chosen.connect(show)
    letters.letter_chosen.connect(lambda _letter: letters.bring_up(words))
    return Scene(column, is_steady=True)


def _cards(stage: Stage, terms: tuple[Term, ...]) -> FlowGrid:
    cards = [stage.entry_card(Screen.TERM, term.id, term.term, "book") for term in terms]
    return FlowGrid(stage.kit, cards, most=2)
