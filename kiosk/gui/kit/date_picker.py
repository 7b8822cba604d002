"""Choosing a day by touch: one month at a time, nothing to type.

Weeks begin with the day they begin with where the language is spoken; everything is mirrored where
reading runs from the right. Days that cannot be chosen are shown, but are no buttons.
"""

from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from kiosk.core.languages import LANGUAGES, LATIN_DIGITS, Language, LanguageTag
from kiosk.core.speech import Utterance
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.columns import height_at
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.spoken import say_words
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role, Tone
from kiosk.i18n.formatting import (
    first_weekday,
    format_day,
    format_month,
    format_number,
    weekday_names,
)
from kiosk.text import Align

_WEEK = 7
_WIDEST_CELL_MM = 22.0
_WIDEST_ROOMY_MM = 34.0
_ROOMY_SHAPE = 0.62
_YEARS_AHEAD = 10


def _digits_language(language: Language) -> Language:
    """In whose letters digits are drawn: Latin digits in Latin ones, which need the least height.

    A line of Nastaliq is nearly three times as high, also when only a digit stands in it.
    """
    return LANGUAGES[LanguageTag("en")] if language.digits == LATIN_DIGITS else language


class _Day(TouchButton):
    """One day of the month; what cannot be chosen is a plain number."""

    def __init__(self, kit: Kit, day: date, *, today: bool, chosen: bool) -> None:
        super().__init__(
            kit,
            format_number(day.day, kit.language),
            bold=today or chosen,
            centered=True,
            language=_digits_language(kit.language),
            guarded=False,
        )
        self._stands_out = chosen
        self._day = day
        _ = kit.translator.gettext
        states = ((_("Today"), today), (_("Chosen"), chosen))
        self.setAccessibleName(kit.write_date(day))
        self.setAccessibleDescription(" ".join(name for name, holds in states if holds))

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """The whole day: a number alone says nothing to whoever does not see the page."""
        kit = self._kit
        state = self.accessibleDescription()
        return (*say_words(kit, format_day(self._day, kit.language)), *say_words(kit, state))

    @property
    def _is_filled(self) -> bool:
        """The day chosen has a ground of its own; in two colours a press turns it over."""
        turned = self._kit.theme.is_high_contrast and self.looks_pressed
        return self._stands_out is not turned

    def _side_padding(self) -> int:
        return self._kit.theme.px(0.4)

    def _above(self) -> int:
        return self._kit.theme.px(0.4)

    def _paint_ground(self, painter: QPainter) -> None:
        if self.isEnabled():
            super()._paint_ground(painter)


class _Turn(TouchButton):
    """An arrow to another month, with its words for those who hear them."""

    def __init__(self, kit: Kit, name: str, icon: str) -> None:
        super().__init__(kit, "", icon, centered=True, guarded=False)
        self.setAccessibleName(name)

    def _side_padding(self) -> int:
        return self._kit.theme.px(1.0)


class _Head(TextBlock):
    """A day of the week above its column; every day of the page says it itself."""

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        return ()


class DatePicker(QWidget):
    """A page of a calendar; `day_chosen` carries the `datetime.date` that was touched."""

    day_chosen = Signal(object)

    def __init__(
        self,
        kit: Kit,
        today: date,
        chosen: date | None = None,
        parent: QWidget | None = None,
        *,
        earliest: date | None = None,
        roomy: bool = False,
    ) -> None:
        """Days before `earliest` (default: `today`) cannot be chosen, nor those of years ahead.

        `roomy` makes the days as wide as the column allows, and higher.
        """
        super().__init__(parent)
        self._kit = kit
        self._widest = kit.theme.px(_WIDEST_ROOMY_MM if roomy else _WIDEST_CELL_MM)
        self._roomy = roomy
        self._today = today
        self._chosen = chosen
        self._earliest = today if earliest is None else earliest
        self._latest = _years_later(max(today, self._earliest), _YEARS_AHEAD)
        self._month = _first_of(max(chosen or today, self._earliest))
        self._days: list[_Day] = []
        self.setLayoutDirection(kit.direction)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()
        self._show_month()

    @property
    def chosen(self) -> date | None:
        """The day that stands out as chosen."""
        return self._chosen

    @property
    def month(self) -> date:
        """The first day of the month that is shown."""
        return self._month

    def _build(self) -> None:
        _ = self._kit.translator.gettext
        self._before = _Turn(self._kit, _("Month before"), "back")
        self._after = _Turn(self._kit, _("Next month"), "next")
        self._before.activated.connect(partial(self._turn, -1))
        self._after.activated.connect(partial(self._turn, 1))
        self._title = TextBlock(self._kit, role=Role.HEADING, align=Align.CENTER)
        self._start = first_weekday(self._kit.language)
        self._names = weekday_names(self._kit.language)
        self._heads = [
            _Head(self._kit, role=Role.CAPTION, tone=Tone.SOFT, align=Align.CENTER)
            for _day in range(_WEEK)
        ]
        for head, names in zip(self._heads, self._names, strict=True):
            head.show_text(names[-1])
        self._widest_sign = max(head.natural_width() for head in self._heads)
        for widget in (self._before, self._title, self._after, *self._heads):
            widget.setParent(self)

    def _turn(self, months: int) -> None:
        index = self._month.year * 12 + self._month.month - 1 + months
        self._month = date(index // 12, index % 12 + 1, 1)
        self._show_month()

    def _show_month(self) -> None:
        for old in self._days:
            old.hide()
            old.deleteLater()
        self._title.show_text(format_month(self._month, self._kit.language))
        self._before.setVisible(self._month > self._earliest)
        self._after.setVisible(_next_month(self._month) <= self._latest)
        end = _next_month(self._month)
        self._days = [
            self._make_day(self._month + timedelta(days=after))
            for after in range((end - self._month).days)
        ]
        self._arrange()

    def _make_day(self, day: date) -> _Day:
        made = _Day(self._kit, day, today=day == self._today, chosen=day == self._chosen)
        made.setEnabled(self._earliest <= day <= self._latest)
        made.setParent(self)
        made.activated.connect(partial(self._choose, day))
        made.show()
        return made

    def _choose(self, day: date) -> None:
        self._chosen = day
        focused = any(one.hasFocus() for one in self._days)
        self._show_month()
        if focused:
            self._days[day.day - 1].setFocus()
        self.day_chosen.emit(day)

    def _cell(self, width: int) -> int:
        """Width of a day in pixels."""
        theme = self._kit.theme
        cell = (width - (_WEEK - 1) * theme.gap) // _WEEK
        return max(self._least_cell(), min(cell, self._widest))

    def _least_cell(self) -> int:
        theme = self._kit.theme
        days = (day.minimumSizeHint().width() for day in self._days)
        return max(theme.target, self._widest_sign - theme.gap, *days)

    def _name_days(self, cell: int) -> None:
        """Write the days of the week as fully as the columns allow, all in the same way."""
        for form in range(len(self._names[0])):
            for place, head in enumerate(self._heads):
                head.show_text(self._names[(self._start + place) % _WEEK][form])
            if all(head.natural_width() <= cell + self._kit.theme.gap for head in self._heads):
                break

    def _place(self, width: int, *, move: bool) -> int:
        """Height in pixels at a width; with `move` everything goes to its place."""
        gap = self._kit.theme.gap
        cell = self._cell(width)
        wide = _WEEK * (cell + gap) - gap
        self._name_days(cell)
        top = self._place_title(width, wide, move=move) + gap
        # Names may reach half into the gaps beside their column.
        high = max(height_at(head, cell + gap) for head in self._heads)
        for column, head in enumerate(self._heads):
            if move:
                left = self._left(width, column * (cell + gap), cell) - gap // 2
                head.setGeometry(left, top, cell + gap, high)
        top += high + gap // 2
        row_height = max(day.heightForWidth(cell) for day in self._days)
        row_height = max(row_height, round(cell * _ROOMY_SHAPE) if self._roomy else 0)
        first = (self._month.weekday() - self._start) % _WEEK
        for after, day in enumerate(self._days, first):
            row, column = divmod(after, _WEEK)
            if move:
                left = self._left(width, column * (cell + gap), cell)
                day.setGeometry(left, top + row * (row_height + gap), cell, row_height)
        rows = -(-(first + len(self._days)) // _WEEK)
        # Turning a page moves nothing below: the longest month has six rows.
        return top + max(rows, 6) * (row_height + gap) - gap

    def _place_title(self, width: int, wide: int, *, move: bool) -> int:
        """The month between its arrows; returns the height in pixels."""
        gap = self._kit.theme.gap
        arrow = max(self._kit.theme.target, self._before.sizeHint().width())
        room = wide - 2 * (arrow + gap)
        text = height_at(self._title, room)
        high = max(text, self._before.heightForWidth(arrow))
        if move:
            self._before.setGeometry(self._left(width, 0, arrow), 0, arrow, high)
            title = self._left(width, arrow + gap, room)
            self._title.setGeometry(title, (high - text) // 2, room, text)
            self._after.setGeometry(self._left(width, wide - arrow, arrow), 0, arrow, high)
        return high

    def _left(self, width: int, start: int, wide: int) -> int:
        return width - start - wide if self._kit.language.is_rtl else start

    def _arrange(self) -> None:
        self._place(self.width(), move=True)
        self.updateGeometry()

    # Qt

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._place(width, move=False)

    def sizeHint(self) -> QSize:
        theme = self._kit.theme
        width = _WEEK * (self._widest + theme.gap) - theme.gap
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        gap = self._kit.theme.gap
        return QSize(_WEEK * (self._least_cell() + gap) - gap, 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._arrange()


def _first_of(day: date) -> date:
    return day.replace(day=1)


def _next_month(month: date) -> date:
    return _first_of(month + timedelta(days=31))


def _years_later(day: date, years: int) -> date:
    """The last day of the year that many years ahead, as far as the calendar goes."""
    return date(min(day.year + years, date.max.year - 1), 12, 31)
