"""The card "Point to your language" as a plan: which names stand on it, in which order.

It is about nobody: every language the product knows stands on it, whoever asked for it.
"""

from dataclasses import dataclass

from kiosk.core.languages import Language, LanguageTag
from kiosk.core.sheet import SheetElement, SheetPlan

CardCell = tuple[SheetElement, ...]
"""What is said of one language, one below the other."""


@dataclass(frozen=True)
class CardRequest:
    """`language` is that of the title, which is repeated in those of `also` that have words.

    `first` are the languages whose names stand before all others.
    """

    language: LanguageTag
    also: tuple[LanguageTag, ...] = ()
    first: tuple[LanguageTag, ...] = ()


@dataclass(frozen=True)
class LanguageCard:
    """A card: `plan` has the title and no sections, `notes` stand below the cells.

    `left_out` are the languages whose names no installed font draws.
    """

    plan: SheetPlan
    cells: tuple[CardCell, ...]
    notes: tuple[SheetElement, ...] = ()
    left_out: tuple[Language, ...] = ()
