"""Words for people: a text knows its language and whether a native speaker has seen it."""

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from enum import Enum

from kiosk.core.ids import BlockId, FactId
from kiosk.core.languages import LanguageTag


class TextState(Enum):
    """How far a text can be trusted in its language."""

    SOURCE = "source"
    REVIEWED = "reviewed"
    DRAFT = "draft"
    MACHINE_DRAFT = "machine_draft"

    @property
    def is_draft(self) -> bool:
        """True when no native speaker has reviewed it; shown as a draft on screen and paper."""
        return self in (TextState.DRAFT, TextState.MACHINE_DRAFT)


@dataclass(frozen=True)
class Text:
    """A plain text in one language, fact values filled in, isolates and line breaks in place.

    `language` is the language it is really in: where it differs from the one asked for, the
    screen says "not yet in your language". `old_facts` are facts in it that are past their date
    and still shown with a warning; `hidden_facts` those whose value is no longer shown.
    """

    value: str
    language: LanguageTag
    state: TextState = TextState.SOURCE
    old_facts: tuple[FactId, ...] = ()
    hidden_facts: tuple[FactId, ...] = ()

    def __bool__(self) -> bool:
        """False for an empty text, which is shown as "not known"."""
        return bool(self.value)

    def __str__(self) -> str:
        """The words themselves."""
        return self.value


class BlockKind(Enum):
    """The closed set of things a topic is made of."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    LIST = "list"
    TABLE = "table"


@dataclass(frozen=True)
class Inline:
    """A run of words: `strong` for emphasis; `link` is `pack/entry` or an address, or empty."""

    text: str
    strong: bool = False
    link: str = ""


Cell = tuple[Inline, ...]


@dataclass(frozen=True)
class Block:
    """One block of a topic.

    `rows` holds cells of inlines: headings and paragraphs one row of one cell; lists one row per
    item, one cell each; tables rows of equal length, the first being the header. `level` is 2 or 3
    for headings, else 0. `ordered` lists count their items.
    """

    id: BlockId
    kind: BlockKind
    rows: tuple[tuple[Cell, ...], ...]
    language: LanguageTag
    level: int = 0
    ordered: bool = False
    state: TextState = TextState.SOURCE
    old_facts: tuple[FactId, ...] = ()
    hidden_facts: tuple[FactId, ...] = ()

    @property
    def plain(self) -> str:
        """All words of the block, cells separated by spaces."""
        return " ".join("".join(i.text for i in cell) for row in self.rows for cell in row)


def words_of(value: object) -> Iterator[Text | Block]:
    """Everything of an entry that is shown in words, in the order of its fields."""
    match value:
        case Text() | Block():
            yield value
        case tuple():
            for one in value:
                yield from words_of(one)
        case _ if is_dataclass(value):
            for field in fields(value):
                yield from words_of(getattr(value, field.name))


def texts_of(value: object) -> Iterator[str]:
    """The words of an entry as they are written, isolates and line breaks in place."""
    for words in words_of(value):
        yield words.value if isinstance(words, Text) else words.plain
