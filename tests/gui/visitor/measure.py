"""What can be measured on a screen: cut words, targets too small or too close, silent widgets."""

from collections.abc import Iterator
from itertools import combinations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from kiosk.gui.kit.context import Kit
from kiosk.gui.kit.keyboard import Key
from kiosk.gui.kit.text_block import TextBlock
from kiosk.gui.kit.touchable import Touchable
from kiosk.gui.visitor.frame import Frame

_ROUNDING = 1


def faults(frame: Frame, kit: Kit) -> list[str]:
    """What is wrong on this screen, one line each."""
    return [
        *_cut(frame),
        *_outside(frame),
        *_small(frame, kit),
        *_close(frame, kit),
        *_silent(frame),
    ]


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
    for button in shown(frame, Touchable):
        if min(button.width(), button.height()) < kit.theme.target:
            yield f"{name_of(button)}: {button.width()}x{button.height()} is no target"


def _close(frame: Frame, kit: Kit) -> Iterator[str]:
    content = frame.scroller.content
    moving = [w for w in shown(frame, Touchable) if content.isAncestorOf(w)]
    standing = [w for w in shown(frame, Touchable) if not content.isAncestorOf(w)]
    for group, within in ((moving, content), (standing, frame)):
        for one, other in combinations([(w, _box_in(w, within)) for w in group], 2):
            if _distance(one[1], other[1]) < kit.theme.gap - _ROUNDING:
                nested = one[0].isAncestorOf(other[0]) or other[0].isAncestorOf(one[0])
                if not nested:
                    yield f"{name_of(one[0])} and {name_of(other[0])} are too close"


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
