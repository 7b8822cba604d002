"""One question with its values as cards, and why it is asked, said before it is answered."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from kiosk.core.answers import Answers
from kiosk.core.entries import Item, QuestionText
from kiosk.core.questions import QUESTIONS
from kiosk.core.texts import Text
from kiosk.gui.kit.choice import Choice
from kiosk.gui.kit.columns import Column
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.notice import Notice
from kiosk.gui.kit.small import Line
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.gui.reading.trust import trust_widgets

_TWO_COLUMNS_FROM = 7


class QuestionView(Column):
    """One question; `answer_changed` carries the values chosen now, in the order of choosing.

    `values` replaces those of the question where they come from elsewhere (regions).
    """

    answer_changed = Signal(tuple)

    def __init__(
        self,
        kit: Kit,
        question: QuestionText,
        chosen: Iterable[str] = (),
        *,
        values: tuple[Item, ...] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kit, parent=parent)
        self._question = question
        self._values = values or question.values
        self._chosen = tuple(chosen)
        self._choices: dict[str, Choice] = {}
        self._build()

    @property
    def chosen(self) -> tuple[str, ...]:
        """The values chosen now."""
        return self._chosen

    @property
    def choices(self) -> dict[str, Choice]:
        """The card of each value."""
        return dict(self._choices)

    def _build(self) -> None:
        kit, question = self._kit, self._question
        self.add(TextBlock.of(kit, question.text, Role.TITLE))
        texts: list[Text] = [question.text, question.why, *(item.text for item in self._values)]
        for widget in trust_widgets(kit, texts):
            self.add(widget)
        if self._is_many:
            hint = kit.translator.gettext("You can choose several")
            self.add(Line(kit, hint, "list", tone=Tone.SOFT))
        most = 2 if len(self._values) >= _TWO_COLUMNS_FROM else 1
        grid = FlowGrid(kit, most=most)
        for item in self._values:
            grid.add(self._choice(item))
        self.add(grid)
        title = kit.translator.gettext("Why we ask")
        spoken = kit.language_of(question.why.language)
        self.add(Notice(kit, question.why.value, "info", title=title, language=spoken))

    @property
    def _is_many(self) -> bool:
        return QUESTIONS[self._question.question].is_many

    def _choice(self, item: Item) -> Choice:
        choice = Choice(
            self._kit,
            item.text.value,
            chosen=item.id in self._chosen,
            many=self._is_many,
            language=self._kit.language_of(item.text.language),
        )
        choice.toggled_to.connect(partial(self._on_choice_toggled, item.id))
        self._choices[item.id] = choice
        return choice

    def _on_choice_toggled(self, value: str, chosen: bool) -> None:
        if not self._is_many:
            wanted: tuple[str, ...] = (value,)
        elif chosen:
            wanted = (*self._chosen, value)
        else:
            wanted = tuple(other for other in self._chosen if other != value)
        # The rules of the answers clear what cannot stand together.
        name = self._question.question
        self._chosen = Answers().with_answer(name, wanted)[name]
        for id_, choice in self._choices.items():
            choice.choose(id_ in self._chosen)
        self.answer_changed.emit(self._chosen)
