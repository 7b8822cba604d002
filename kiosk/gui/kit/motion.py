"""Motion: under 200 ms, only to show where something came from, none when a person wants none."""

from collections.abc import Callable

from PySide6.QtCore import QAbstractAnimation, QEasingCurve, QObject, QVariantAnimation

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
