"""Where a line ends, where Qt's own choice is not good enough.

Qt breaks numbers at their spaces, Burmese at its syllables, and keeps room for Nastaliq tails
that need none. Its choice is steered by the width it is told, line by line.
"""

from PySide6.QtGui import QTextLine

from kiosk.text.fonts import EM
from kiosk.text.preparing import PreparedText


class Utf16:
    """Translates between Python's indices and Qt's, which count UTF-16 units."""

    def __init__(self, text: str) -> None:
        self._to_qt: list[int] | None = None
        if text and max(text) > "\uffff":
            self._to_qt = [0]
            for char in text:
                self._to_qt.append(self._to_qt[-1] + (2 if char > "\uffff" else 1))
            self._to_python = {qt: index for index, qt in enumerate(self._to_qt)}

    def to_qt(self, index: int) -> int:
        """Qt's index of Python's."""
        return index if self._to_qt is None else self._to_qt[index]

    def to_python(self, index: int) -> int:
        """Python's index of Qt's; inside a surrogate pair, that of the pair."""
        if self._to_qt is None:
            return index
        return self._to_python.get(index, self._to_python.get(index - 1, 0))


def bounds(line: QTextLine, index: Utf16) -> tuple[int, int]:
    """First character of the line and the one after its last."""
    start = line.textStart()
    return index.to_python(start), index.to_python(start + line.textLength())


def fill_overhanging(line: QTextLine, width: float) -> None:
    """Take in the last word where Qt keeps room for a tail that hangs under its own word.

    Nastaliq's final letters reach back to the right, Qt counts that as reaching out of the line.
    """
    for spare in (EM, EM / 2, EM / 4):
        line.setLineWidth(width + spare)
        if line.horizontalAdvance() <= width:
            return
    line.setLineWidth(width)


def keep_whole(
    line: QTextLine, text: PreparedText, index: Utf16, width: float, *, rtl: bool
) -> None:
    """Break before a number or an unspaced word rather than in it.

    A number wider than the column sticks out, a word wider than the column is broken.
    """
    start, end = bounds(line, index)
    if end == len(text.shaped):
        return
    number = _around(text.numbers, end)
    if number is not None and number[0] - 1 <= start:  # the isolate before it belongs to it
        _widen(line, index, number[1], width)
        return
    broken = number or _around(text.words, end)
    while broken is not None and broken[0] > start and width >= 1:
        width = width * 0.97 - 1 if rtl else _narrowed(line, index, broken[0], width)
        line.setLineWidth(width)
        end = bounds(line, index)[1]
        broken = _around(text.numbers, end) or _around(text.words, end)


def _around(ranges: tuple[tuple[int, int], ...], index: int) -> tuple[int, int] | None:
    return next(((start, end) for start, end in ranges if start < index < end), None)


def _widen(line: QTextLine, index: Utf16, end: int, width: float) -> None:
    while bounds(line, index)[1] < end:
        width = width * 1.1 + 1
        line.setLineWidth(width)


def _narrowed(line: QTextLine, index: Utf16, end: int, width: float) -> float:
    """A smaller width, such that a line from left to right may end at `end`."""
    found = line.cursorToX(index.to_qt(end))
    reach = float(found[0]) if isinstance(found, tuple) else width
    return reach + 0.5 if 0 < reach + 0.5 < width else width * 0.97 - 1
