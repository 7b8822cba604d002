"""A date to remember: a day, a neutral word and perhaps a time by touch, as a code for a phone.

Each step is a page of its own, so that the way back takes one step back. Nothing is kept: what was
chosen stands in the place of the session and ends with it.
"""

from dataclasses import dataclass, replace
from datetime import date, time
from functools import partial
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from kiosk.core.languages import Language
from kiosk.core.session import Screen
from kiosk.gui.kit.buttons import TouchButton
from kiosk.gui.kit.date_picker import DatePicker
from kiosk.gui.kit.flow_grid import FlowGrid
from kiosk.gui.kit.qr import QrCode
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.theme import Role
from kiosk.gui.visitor.scene import Scene, Stage
from kiosk.gui.visitor.taking.code_scene import code_scene
from kiosk.i18n.translator import N_
from kiosk.services.phone_codes import calendar_entry

_WORDS = {
    "appointment": (N_("Appointment"), "calendar"),
    "call": (N_("Call"), "phone"),
    "paper": (N_("Paper ends"), "document"),
    "reminder": (N_("Reminder"), "star"),
}
_NO_TIME, _ASK_TIME = "", "time"
_HALF_HOURS = tuple(time(hour, minute) for hour in range(6, 22) for minute in (0, 30))


@dataclass(frozen=True)
class _Wish:
    """What was chosen so far. `at` is a time as `09:30`, "" for none, `time` while choosing it."""

    day: date | None = None
    word: str = ""
    at: str = _NO_TIME

    @classmethod
    def of(cls, subject: str) -> "_Wish":
        """From the subject of a place."""
        day, word, at = [*subject.split(" "), "", "", ""][:3]
        return cls(date.fromisoformat(day) if day else None, word, at)

    @property
    def subject(self) -> str:
        """As the subject of a place."""
        day = self.day.isoformat() if self.day else ""
        return " ".join((day, self.word, self.at)).rstrip()

    @property
    def time(self) -> time | None:
        """The time of day, if one was chosen."""
        return time.fromisoformat(self.at) if ":" in self.at else None


def build(stage: Stage) -> Scene:
    """The next thing to choose, or the code."""
    wish = _Wish.of(stage.visit.session.place.subject)
    if wish.day is None:
        return _choose_day(stage)
    if wish.word not in _WORDS:
        return _choose_word(stage, wish)
    if wish.at == _ASK_TIME:
        return _choose_time(stage, wish)
    return _code(stage, wish, wish.day)


def _choose_day(stage: Stage) -> Scene:
    lead = stage.say(N_("Touch the day. Your phone can remind you of it. Nothing is kept here."))
    column = stage.column(stage.say(N_("Remember a date")), lead)
    picker = DatePicker(stage.kit, stage.visit.visiting.as_of, roomy=not stage.is_wide)
    picker.day_chosen.connect(lambda day: _go(stage, _Wish(day)))
    column.add(picker)
    return Scene(column)


def _choose_word(stage: Stage, wish: _Wish) -> Scene:
    lead = stage.say(N_("Others may see it in your phone. So the word says nothing about you."))
    column = stage.column(stage.say(N_("What is it?")), lead)
    column.add(_day_in_words(stage, wish))
    buttons = []
    for word, (name, icon) in _WORDS.items():
        button = TouchButton(stage.kit, stage.say(name), icon, trailing="next", bold=True)
        button.activated.connect(partial(_go, stage, replace(wish, word=word)))
        buttons.append(button)
    column.add(FlowGrid(stage.kit, buttons, most=2))
    return Scene(column)


def _choose_time(stage: Stage, wish: _Wish) -> Scene:
    column = stage.column(stage.say(N_("At what time?")))
    column.add(_day_in_words(stage, wish))
    buttons = []
    for at in _HALF_HOURS:
        button = TouchButton(stage.kit, _clock(at, stage.kit.language), centered=True)
        chosen = replace(wish, at=f"{at:%H:%M}")
        button.activated.connect(partial(stage.steering.turn_to, chosen.subject))
        buttons.append(button)
    wide = max(button.sizeHint().width() for button in buttons)
    column.add(FlowGrid(stage.kit, buttons, column=wide, most=8, gap=stage.kit.theme.gap))
    return Scene(column)


def _code(stage: Stage, wish: _Wish, day: date) -> Scene:
    title = stage.say(_WORDS[wish.word][0])
    entry = calendar_entry(title, day, wish.time, str(uuid4()))
    name = stage.kit.translator.fill(N_("Code for your phone, {count}"), count=title)
    return code_scene(
        stage,
        title,
        QrCode(stage.kit, entry, name, roomy=not stage.is_wide),
        _in_words(stage, wish),
        stage.say(N_("Hold the camera of your phone over the code, then save the date.")),
        _turns(stage, wish),
    )


def _turns(stage: Stage, wish: _Wish) -> list[QWidget]:
    if wish.time:
        name, following = stage.say(N_("Without a time")), replace(wish, at=_NO_TIME)
    else:
        name, following = stage.say(N_("Add a time")), replace(wish, at=_ASK_TIME)
    clock = stage.secondary(name, "clock")
    clock.activated.connect(
        partial(stage.steering.turn_to, following.subject)
        if wish.time
        else partial(_go, stage, following)
    )
    return [clock, stage.way(stage.say(N_("Another date")), "calendar", Screen.REMEMBER)]


def _day_in_words(stage: Stage, wish: _Wish) -> TextBlock:
    """What was chosen so far, in large words."""
    return TextBlock(stage.kit, _in_words(stage, wish), Role.HEADING)


def _in_words(stage: Stage, wish: _Wish) -> str:
    """The date, and the time where one was chosen."""
    day = stage.kit.write_date(wish.day) if wish.day else ""
    return f"{day} – {_clock(wish.time, stage.kit.language)}" if wish.time else day


def _go(stage: Stage, wish: _Wish) -> None:
    stage.steering.go(Screen.REMEMBER, wish.subject)


def _clock(at: time, language: Language) -> str:
    """Hours and minutes as on a timetable, in the digits of the language."""
    shown = f"{at:%H:%M}"
    return "".join(language.digits[int(char)] if char.isdecimal() else char for char in shown)
