"""One block of an article: heading, paragraph, list or table, with links one can touch.

A link in running text is too small for a finger: its words are bold where they stand, and a
button with the same words follows the block. Tables stand as cards where columns would be narrow.
"""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from kiosk.core.languages import Language
from kiosk.core.speech import Utterance, utterance_of
from kiosk.core.texts import Block, BlockKind, Cell
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.card import Card
from kiosk.gui.kit.columns import Column, Row
from kiosk.gui.kit.context import Kit, direction_of
from kiosk.gui.kit.flow_row import FlowRow
from kiosk.gui.kit.small import Chip, ChipKind, Divider, Mark
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.text import Span

_NARROWEST_COLUMN_EM = 9


class RichBlock(Column):
    """Shows a block; `link_chosen` carries the target of a link: `pack/entry` or an address."""

    link_chosen = Signal(str)

    def __init__(
        self, kit: Kit, block: Block, *, width: int | None = None, parent: QWidget | None = None
    ) -> None:
        """`width` in pixels is the room there will be; it decides how a table stands."""
        super().__init__(kit, gap=kit.theme.px(2.4), parent=parent)
        self._block = block
        self._language = kit.language_of(block.language)
        self._build(width or kit.theme.measure)

    @property
    def block(self) -> Block:
        """The value that is shown."""
        return self._block

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The whole block at once, as it is recorded; that it is old is said after it."""
        old = say_words(self._kit, self._old_words) if self._block.old_facts else ()
        return (utterance_of(self._block), *old)

    @property
    def _old_words(self) -> str:
        return self._kit.translator.gettext("Some details are old: check before you act")

    def _build(self, width: int) -> None:
        match self._block.kind:
            case BlockKind.HEADING:
                role = Role.HEADING if self._block.level <= 2 else Role.BODY
                self.add(self._words(self._block.rows[0][0], role, bold=True))
            case BlockKind.PARAGRAPH:
                self.add(self._words(self._block.rows[0][0]))
            case BlockKind.LIST:
                for number, row in enumerate(self._block.rows, start=1):
                    self.add(self._item(row[0], number if self._block.ordered else 0))
            case BlockKind.TABLE:
                self._build_table(width)
        self._build_links()
        if self._block.old_facts:
            self.add(FlowRow(self._kit, [Chip(self._kit, self._old_words, ChipKind.OLD)]))

    def _words(self, cell: Cell, role: Role = Role.BODY, *, bold: bool = False) -> TextBlock:
        spans = tuple(Span(i.text, bold or i.strong or bool(i.link)) for i in cell)
        return TextBlock(self._kit, role=role, spans=spans, language=self._language)

    def _item(self, cell: Cell, number: int) -> Row:
        row = Row(self._kit, gap=self._kit.theme.px(2.4))
        # A list in another language keeps its own direction.
        row.setLayoutDirection(direction_of(self._language))
        row.add(Mark(self._kit, self._language, number=str(number) if number else ""))
        row.add(self._words(cell), 1)
        return row

    def _build_links(self) -> None:
        links = [i for row in self._block.rows for cell in row for i in cell if i.link]
        if not links:
            return
        buttons = FlowRow(self._kit)
        for inline in links:
            button = TouchButton(
                self._kit,
                inline.text,
                kind=ButtonKind.QUIET,
                trailing="next",
                language=self._language,
            )
            button.activated.connect(partial(self.link_chosen.emit, inline.link))
            buttons.add(button)
        self.add(buttons)

    def _build_table(self, width: int) -> None:
        header, *rows = self._block.rows
        least = self._kit.theme.font_px(Role.BODY) * _NARROWEST_COLUMN_EM
        if width / max(1, len(header)) < least:
            for row in rows:
                self.add(self._table_card(header, row))
        else:
            self.add(_Table(self._kit, self._language, header, rows))

    def _table_card(self, header: tuple[Cell, ...], row: tuple[Cell, ...]) -> Card:
        card = Card(self._kit)
        card.setLayoutDirection(direction_of(self._language))
        for index, (name, cell) in enumerate(zip(header, row, strict=True)):
            if index:
                spans = tuple(Span(inline.text) for inline in name)
                card.add(
                    TextBlock(
                        self._kit,
                        role=Role.CAPTION,
                        spans=spans,
                        tone=Tone.SOFT,
                        language=self._language,
                    )
                )
            card.add(self._words(cell, bold=index == 0))
        return card


class _Table(QWidget):
    """Columns of equal width, the header bold, a line between rows."""

    def __init__(
        self, kit: Kit, language: Language, header: tuple[Cell, ...], rows: list[tuple[Cell, ...]]
    ) -> None:
        super().__init__()
        self.setLayoutDirection(direction_of(language))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(kit.theme.px(4.0))
        grid.setVerticalSpacing(kit.theme.px(2.0))
        for number, row in enumerate((header, *rows)):
            for column, cell in enumerate(row):
                bold = number == 0
                spans = tuple(Span(i.text, bold or i.strong or bool(i.link)) for i in cell)
                grid.addWidget(TextBlock(kit, spans=spans, language=language), number * 2, column)
                grid.setColumnStretch(column, 1)
            if number < len(rows):
                grid.addWidget(Divider(kit), number * 2 + 1, 0, 1, len(header))
