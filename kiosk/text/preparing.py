"""From what was written to what Qt is given: controls out, break points in, numbers held together.

What Qt is given may differ from what a person reads back, so every character of it carries the
text it is shown as.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from kiosk.text.characters import (
    NO_BREAK_SPACE,
    WORD_JOINER,
    ZERO_WIDTH_SPACE,
    clean,
    is_far_rtl,
    is_shown,
    may_end_line,
    number_ranges,
    split_lines,
)
from kiosk.text.dictionary_breaks import break_points, unspaced_words
from kiosk.text.values import Paragraph, Span


@dataclass(frozen=True)
class PreparedText:
    """The text between two forced line breaks.

    `shown` and `bold` hold one entry per character of `shaped`. `numbers` are the ranges of
    it that stay on one line, `words` those that do unless they are wider than the column.
    """

    shaped: str
    shown: tuple[str, ...]
    bold: tuple[bool, ...]
    numbers: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]

    def shown_text(self, start: int, end: int) -> str:
        """What a person reads of the characters from `start` to `end`."""
        return "".join(self.shown[start:end])


class _Writer:
    """Collects characters with what they are shown as."""

    def __init__(self) -> None:
        self.shaped: list[str] = []
        self.shown: list[str] = []
        self.bold: list[bool] = []

    def put(self, char: str, shown: str, *, bold: bool) -> None:
        self.shaped.append(char)
        self.shown.append(shown)
        self.bold.append(bold)


def prepare(paragraph: Paragraph) -> Iterator[PreparedText]:
    """The pieces of the paragraph between forced line breaks, at least one, ready for layout."""
    for spans in _forced_lines(paragraph.spans):
        text = "".join(span.text for span in spans)
        length = len(text.rstrip())
        bold = [span.bold for span in spans for _ in span.text]
        yield _prepare_piece(text[:length], bold)


def _forced_lines(spans: tuple[Span, ...]) -> list[list[Span]]:
    lines: list[list[Span]] = [[]]
    for span in spans:
        first, *others = split_lines(span.text)
        lines[-1].append(Span(first, span.bold))
        lines.extend([Span(piece, span.bold)] for piece in others)
    return lines


def _prepare_piece(text: str, bold: list[bool]) -> PreparedText:
    writer = _Writer()
    points = break_points(text)
    numbers: list[tuple[int, int]] = []
    position = 0
    for start, end in number_ranges(text):
        _write_text(writer, text, bold, range(position, start), points)
        first = len(writer.shaped)
        _write_number(writer, text, bold, range(start, end))
        numbers.append((first, len(writer.shaped)))
        position = end
    _write_text(writer, text, bold, range(position, len(text)), points)
    if any(map(is_far_rtl, text)):
        # WORKAROUND: Qt looks for right-to-left letters in single UTF-16 units and overlooks
        # scripts beyond the first plane (Adlam); an empty isolate makes it look properly.
        for char in "\u2067\u2069":
            writer.put(char, "", bold=False)
    shaped = "".join(writer.shaped)
    words = tuple(unspaced_words(shaped))
    return PreparedText(shaped, tuple(writer.shown), tuple(writer.bold), tuple(numbers), words)


def _write_text(
    writer: _Writer, text: str, bold: list[bool], span: range, points: frozenset[int]
) -> None:
    for index in span:
        if index in points:
            writer.put(ZERO_WIDTH_SPACE, "", bold=bold[index])
        char = clean(text[index])
        if char:
            writer.put(char, char if is_shown(char) else "", bold=bold[index])


def _write_number(writer: _Writer, text: str, bold: list[bool], span: range) -> None:
    for index in span:
        char = clean(text[index])
        if not char:
            continue
        shown = char if is_shown(char) else ""
        writer.put(NO_BREAK_SPACE if char == " " else char, shown, bold=bold[index])
        if may_end_line(char) and index + 1 < span.stop:
            writer.put(WORD_JOINER, "", bold=bold[index])
