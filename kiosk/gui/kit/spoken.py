"""What a widget says when the screen is read aloud."""

import re
from typing import Protocol, runtime_checkable

from kiosk.core.languages import Language
from kiosk.core.speech import Utterance, plain_words
from kiosk.gui.kit.context import Kit

_BETWEEN = re.compile(r"[\s().\-/\u00a0\u2010-\u2015\u2212]+")
_PHONE = re.compile(r"\+?[0-9](?:[0-9 \u00a0().\-/\u2010-\u2015\u2212]*[0-9])?")
_INTERNATIONAL = re.compile(r"\+[0-9][0-9 \u00a0().\-/\u2010-\u2015\u2212]*[0-9]")


@runtime_checkable
class Spoken(Protocol):
    """A widget with words of its own."""

    @property
    def utterances(self) -> tuple[Utterance, ...]:
        """Its words in the order they are said, each in the language it is really in."""
        ...


def say_words(kit: Kit, text: str, language: Language | None = None) -> tuple[Utterance, ...]:
    """One utterance, or none of an empty text; in the language of the screen by default."""
    words = plain_words(text).strip()
    return (Utterance(words, (language or kit.language).tag),) if words else ()


def dialled(text: str, plus: str) -> str:
    """A phone number as it is dialled: digit by digit, a pause between groups, never as one number.

    `plus` is the word for the sign in the language that speaks.
    """
    return _PHONE.sub(lambda found: _digit_by_digit(found.group(), plus), plain_words(text))


def phones_dialled(text: str) -> str:
    """Running words in which every international phone number stands digit by digit.

    The sign stays: every voice has its own word for it.
    """
    return _INTERNATIONAL.sub(lambda found: _digit_by_digit(found.group(), "+"), text)


def _digit_by_digit(number: str, plus: str) -> str:
    groups = [group for group in _BETWEEN.split(number.removeprefix("+")) if group]
    spelled = ", ".join(" ".join(group) for group in groups)
    return f"{plus} {spelled}" if number.startswith("+") else spelled
