"""What can be measured on a screen: cut words, targets too small or too close, silent widgets.

Numbers are those of A01, A03, A11 and A15. A fault is one line: which widget, what, how much.
"""

import re
from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.core.session import Screen
from kiosk.core.speech import Utterance
from kiosk.gui.kit.buttons import ButtonKind, TouchButton
from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard import Key
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.frame import Frame
from tests.gui.visitor.driver import Visitor

_ROUNDING = 1
_LEAST_PX = 44
_LEAST_MM, _PRIMARY_MM, _GAP_MM = 12.7, 18.0, 2.54
_LEAST_SHARE = 1 / 3
"""What scrolls keeps at least this much of the height, whatever stands around it."""

_LATIN_WORD = re.compile(r"(?<![\w@./-])[A-Za-z]*[a-z]{2}[a-z]*(?![\w@/-]|\.\w)")


def faults(frame: Frame, kit: Kit) -> list[str]:
    """What is wrong on this screen, one line each."""
    return [
        *_cut(frame),
        *_outside(frame),
        *_small(frame, kit),
        *_close(frame, kit),
        *_silent(frame),
        *_crowded(frame, kit),
        *_out_of_reach(frame),
    ]


def assert_fits(visitor: Visitor, screen: Screen | None = None, subject: str = "") -> None:
    """Nothing is wrong on the screen that is shown, or on the one named, which is opened first.

    For what the tour does not reach: every stop of it is looked at in test_matrix.
    """
    if screen is not None:
        visitor.open(screen, subject)
    visitor.settle()
    session = visitor.session
    place, size = session.place, session.text_size.name
    where = f"{session.language} {size} {place.screen.name} {place.subject}"
    found = faults(visitor.frame, visitor.window.kit)
    assert not found, "\n".join((where, *found))


def shown(frame: QWidget, kind: type[QWidget] = QWidget) -> list[QWidget]:
    return [w for w in frame.findChildren(kind) if w.isVisible()]


def name_of(widget: QWidget) -> str:
    return f"{type(widget).__name__} {widget.accessibleName()[:40]!r}"


def _cut(frame: Frame) -> Iterator[str]:
    for widget in shown(frame):
        if isinstance(widget, TextBlock):
            layout = widget.layout_for(widget.width())
            widest = max((line.x + line.width for line in layout.lines), default=0)
            if widest > widget.width() + _ROUNDING:
                yield f"{name_of(widget)}: {widest:.0f} wide in {widget.width()}"
        if isinstance(widget, TextBlock | Touchable) and not isinstance(widget, Key):
            needed = widget.heightForWidth(widget.width())
            if widget.height() < needed - _ROUNDING:
                yield f"{name_of(widget)}: {widget.height()} high, needs {needed}"
        if isinstance(widget, Touchable):
            least = widget.minimumSizeHint().width()
            if widget.width() < least - _ROUNDING:
                yield f"{name_of(widget)}: {widget.width()} wide, needs {least}"


def _outside(frame: Frame) -> Iterator[str]:
    """Whatever holds words or is touched lies within all that holds it, up to what scrolls."""
    content = frame.scroller.content
    if content.width() > frame.scroller.width():
        yield f"sideways: {content.width()} in {frame.scroller.width()}"
    for widget in shown(frame):
        if not isinstance(widget, TextBlock | Touchable):
            continue
        above = widget.parentWidget()
        while above is not None and above not in (content, frame):
            above = above.parentWidget()
        room = above.rect() if above is not None else frame.rect()
        box = _box_in(widget, above or frame)
        if not room.adjusted(-1, -1, 1, 1).contains(box):
            yield f"{name_of(widget)}: {box} outside {room}"


def _small(frame: Frame, kit: Kit) -> Iterator[str]:
    density = kit.theme.pixels_per_mm
    for button in shown(frame, Touchable):
        primary = isinstance(button, TouchButton) and button.kind is ButtonKind.PRIMARY
        least = max(_LEAST_PX, density * (_PRIMARY_MM if primary else _LEAST_MM))
        if min(button.width(), button.height()) < least - 0.01:
            yield f"{name_of(button)}: {button.width()}x{button.height()} is no target"


def _close(frame: Frame, kit: Kit) -> Iterator[str]:
    content = frame.scroller.content
    moving = [w for w in shown(frame, Touchable) if content.isAncestorOf(w)]
    standing = [w for w in shown(frame, Touchable) if not content.isAncestorOf(w)]
    least = kit.theme.pixels_per_mm * _GAP_MM
    for group, within in ((moving, content), (standing, frame)):
        for one, other in combinations([(w, _box_in(w, within)) for w in group], 2):
            if _distance(one[1], other[1]) < least - _ROUNDING:
                nested = one[0].isAncestorOf(other[0]) or other[0].isAncestorOf(one[0])
                if not nested:
                    yield f"{name_of(one[0])} and {name_of(other[0])} are too close"


def _crowded(frame: Frame, kit: Kit) -> Iterator[str]:
    """Chrome, ribbon, header and footer leave room to read; above keys, for one thing found."""
    room = _room(frame)
    keys = frame.scene.keys
    has_keys = keys is not None and keys.isVisible()
    if room < (kit.theme.primary_target if has_keys else frame.height() * _LEAST_SHARE):
        yield f"only {room} of {frame.height()} pixels are left for what is read"


def _out_of_reach(frame: Frame) -> Iterator[str]:
    """At the furthest position the end of the content is seen."""
    scroller, content = frame.scroller, frame.scroller.content
    room = _room(frame)
    if content.height() > room + scroller.furthest + _ROUNDING:
        yield f"{content.height()} high, only {room + scroller.furthest} of it can be scrolled to"


def _room(frame: Frame) -> int:
    """How high, in pixels, is what one sees of the content."""
    view = frame.scroller.content.parentWidget()
    assert view is not None
    return view.height()


def foreign_words(frame: Frame, kit: Kit) -> list[str]:
    """Words in small Latin letters on a screen in Arabic script, seen or heard.

    What stands in a language of its own (its name, what is not translated and says so) is left
    out, and so are addresses.
    """
    found = ((widget, _LATIN_WORD.findall(_heard(widget, kit))) for widget in reached_by_tab(frame))
    return [f"{name_of(widget)}: {', '.join(words)}" for widget, words in found if words]


def _heard(widget: QWidget, kit: Kit) -> str:
    """What a widget is called, as far as that is in the language of the screen."""
    said: tuple[Utterance, ...] = getattr(widget, "utterances", ())
    if any(utterance.language != kit.language.tag for utterance in said):
        return ""
    return f"{widget.accessibleName()} {widget.accessibleDescription()}"


def _silent(frame: Frame) -> Iterator[str]:
    for widget in reached_by_tab(frame):
        if not widget.accessibleName().strip():
            yield f"{type(widget).__name__} has no name"


def reached_by_tab(frame: Frame) -> list[QWidget]:
    """What the Tab key is meant to reach."""
    return [w for w in shown(frame) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]


def tab_through(frame: Frame) -> set[QWidget]:
    """What the Tab key really reaches, going once around."""
    reached: set[QWidget] = set()
    for _ in range(len(reached_by_tab(frame)) + 2):
        QTest.keyClick(QApplication.focusWidget() or frame.window(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        if focused is not None:
            reached.add(focused)
    return reached


def _box_in(widget: QWidget, above: QWidget) -> QRect:
    return QRect(widget.mapTo(above, QPoint(0, 0)), widget.size())


def _distance(one: QRect, other: QRect) -> int:
    """Pixels between two rectangles, the greater of across and down; below 0 where they overlap."""
    across = max(one.left(), other.left()) - min(one.right(), other.right()) - 1
    down = max(one.top(), other.top()) - min(one.bottom(), other.bottom()) - 1
    return max(across, down)
