"""Motion: under 200 ms, only to show where something came from, none when a person wants none."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QWidget

from kiosk.gui.kit.context import Kit

MOTION_MS = 180


def glide(
    kit: Kit, owner: QObject, start: float, end: float, step: Callable[[float], None]
) -> QVariantAnimation | None:
    """Call `step` with values from `start` to `end`; at once, without motion, if so wished."""
    if kit.theme.reduced_motion or start == end:
        step(end)
        return None
    motion = QVariantAnimation(owner)
    motion.setDuration(MOTION_MS)
    motion.setEasingCurve(QEasingCurve.Type.OutCubic)
    motion.setStartValue(float(start))
    motion.setEndValue(float(end))
    motion.valueChanged.connect(step)
    motion.start(QAbstractAnimation.DeletionPolicy.DeleteWhenStopped)
    return motion


def fade_in(kit: Kit, widget: QWidget) -> None:
    """Let a widget appear softly."""
    if kit.theme.reduced_motion:
        return
    effect = QGraphicsOpacityEffect(widget)
    # It would start half seen, vanish and come back.
    effect.setOpacity(0.0)
    widget.setGraphicsEffect(effect)
    motion = glide(kit, effect, 0.0, 1.0, effect.setOpacity)
    if motion is not None:
        motion.finished.connect(_Clear(widget))


class _Clear:
    """Takes the effect off again, so that painting is as fast as before."""

    def __init__(self, widget: QWidget) -> None:
        self._widget = widget

    def __call__(self) -> None:
        self._widget.setGraphicsEffect(None)  # type: ignore[arg-type] # Qt takes null
