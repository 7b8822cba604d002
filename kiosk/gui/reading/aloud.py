"""What is heard on a screen, item by item, in the order a person reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Protocol, TypeVar, runtime_checkable

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QWidget

from kiosk.core.speech import Utterance
from kiosk.gui.kit.date_picker import DatePicker
from kiosk.gui.kit.spoken import Spoken
from kiosk.gui.kit.text_field import TextField
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.reading.trust import SourceList

W = TypeVar("W", bound=QWidget)

_ON_REQUEST = (SourceList, DatePicker)
"""Long lists that are not read out to whoever only listens; the cursor goes through them."""

_SAME_LINE = 12
"""Pixels by which the tops of two widgets may differ that stand side by side."""


@runtime_checkable
class SpokenInParts(Protocol):
    """A widget with so many words that a listener goes through them one by one."""

    @property
    def spoken_parts(self) -> tuple[Utterance, ...]:
        """Its parts in order."""
        ...


@dataclass(frozen=True)
class Item:
    """One thing that is said: what, and where it stands. `part` counts the parts of one widget.

    `runs_on` is False for what is only reached by key, like the buttons that stand everywhere.
    """

    widget: QWidget
    utterances: tuple[Utterance, ...]
    part: int = 0
    runs_on: bool = True

    @property
    def is_usable(self) -> bool:
        """True when "select" does something here."""
        return isinstance(self.widget, Touchable | TextField)

    @property
    def words(self) -> str:
        """Everything that is said, for comparing."""
        return " ".join(utterance.text for utterance in self.utterances)

    def is_same(self, other: "Item") -> bool:
        """True when both are the same place, even if it says something else now."""
        return self.widget is other.widget and self.part == other.part


def spoken_items(top: QWidget | None, *, runs_on: bool = True) -> tuple[Item, ...]:
    """Everything that can be seen below `top` and has words, in the order of reading."""
    if top is None or top.isHidden():
        return ()
    return tuple(_items(top, runs_on=runs_on))


def _items(widget: QWidget, *, runs_on: bool) -> Iterator[Item]:
    runs_on = runs_on and not isinstance(widget, _ON_REQUEST)
    if isinstance(widget, SpokenInParts):
        for part, utterance in enumerate(widget.spoken_parts):
            yield Item(widget, (utterance,), part, runs_on)
        return
    if isinstance(widget, Spoken):
        utterances = widget.utterances
        if utterances:
            yield Item(widget, utterances, 0, runs_on)
        for button in _in_order(_buttons_in(widget), widget):
            if button.utterances:
                yield Item(button, button.utterances, 0, runs_on)
        return
    for child in _in_order(_children(widget), widget):
        yield from _items(child, runs_on=runs_on)


def _children(widget: QWidget) -> list[QWidget]:
    found = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return [child for child in found if not child.isHidden()]


def _buttons_in(widget: QWidget) -> list[Touchable]:
    """Buttons inside something that says all its words itself."""
    return [b for b in widget.findChildren(Touchable) if b.isVisibleTo(widget)]


def _in_order(widgets: Iterable[W], within: QWidget) -> list[W]:
    """From the top, in each line from where reading begins."""
    placed = [(QRect(w.mapTo(within, QPoint(0, 0)), w.size()), w) for w in widgets]
    placed.sort(key=lambda pair: pair[0].top())
    rtl = within.layoutDirection() is Qt.LayoutDirection.RightToLeft
    lines: list[list[tuple[QRect, W]]] = []
    for box, widget in placed:
        if lines and box.top() - lines[-1][0][0].top() <= _SAME_LINE:
            lines[-1].append((box, widget))
        else:
            lines.append([(box, widget)])
    ordered = (
        sorted(line, key=lambda pair: -pair[0].right() if rtl else pair[0].left()) for line in lines
    )
    return [widget for line in ordered for _box, widget in line]
