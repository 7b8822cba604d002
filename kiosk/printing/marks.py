"""Marks drawn with lines, never with colour alone: boxes, ticks, verdict shapes, fold marks, QR."""

from collections.abc import Callable, Mapping

import segno
from reportlab.pdfgen.canvas import Canvas

from kiosk.core.sheet import ElementKind

INK = (0.08, 0.10, 0.14)
GREY = (0.42, 0.45, 0.50)
_THIN = 0.05

Mark = Callable[[Canvas, float, float, float], None]


def _bullet(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.circle(x + size * 0.3, y + size * 0.33, size * 0.11, stroke=0, fill=1)


def _box(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.roundRect(x + size * 0.05, y - size * 0.1, size * 0.92, size * 0.92, size * 0.12)


def _tick(canvas: Canvas, x: float, y: float, size: float) -> None:
    path = canvas.beginPath()
    path.moveTo(x + size * 0.1, y + size * 0.35)
    path.lineTo(x + size * 0.38, y + size * 0.05)
    path.lineTo(x + size * 0.9, y + size * 0.72)
    canvas.drawPath(path)


def _cross(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.line(x + size * 0.18, y + size * 0.05, x + size * 0.78, y + size * 0.65)
    canvas.line(x + size * 0.18, y + size * 0.65, x + size * 0.78, y + size * 0.05)


def _open_circle(canvas: Canvas, x: float, y: float, size: float) -> None:
    canvas.circle(x + size * 0.48, y + size * 0.35, size * 0.33)


def _arrow(canvas: Canvas, x: float, y: float, size: float) -> None:
    path = canvas.beginPath()
    for dx, dy in ((0.1, 0.35), (0.48, 0.78), (0.86, 0.35), (0.48, -0.08)):
        (path.moveTo if dx == 0.1 else path.lineTo)(x + size * dx, y + size * dy)
    path.close()
    canvas.drawPath(path, fill=1)


_MARKS: Mapping[ElementKind, Mark] = {
    ElementKind.BULLET: _bullet,
    ElementKind.CHECKBOX: _box,
    ElementKind.MET: _tick,
    ElementKind.UNMET: _cross,
    ElementKind.UNKNOWN: _open_circle,
    ElementKind.VERDICT: _arrow,
}


def draw_mark(canvas: Canvas, kind: ElementKind, x: float, baseline: float, size: float) -> None:
    """The mark of an element in a square of `size` whose left edge is `x`, if it has one."""
    mark = _MARKS.get(kind)
    if mark is None:
        return
    canvas.saveState()
    canvas.setStrokeColorRGB(*INK)
    canvas.setFillColorRGB(*INK)
    canvas.setLineWidth(size * (_THIN if kind is ElementKind.CHECKBOX else 2 * _THIN))
    canvas.setLineCap(1)
    canvas.setLineJoin(1)
    mark(canvas, x, baseline, size)
    canvas.restoreState()


def draw_qr(canvas: Canvas, payload: str, x: float, top: float, side: float) -> None:
    """A QR code with its quiet zone inside a square of `side` points."""
    matrix = [bytes(row) for row in segno.make_qr(payload, error="m").matrix_iter(border=4)]
    module = side / len(matrix)
    canvas.saveState()
    canvas.setFillColorRGB(0, 0, 0)
    for row, cells in enumerate(matrix):
        for start, length in _dark_runs(cells):
            canvas.rect(
                x + start * module,
                top - (row + 1) * module,
                length * module,
                module,
                stroke=0,
                fill=1,
            )
    canvas.restoreState()


def _dark_runs(cells: bytes) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(cells):
        if not dark:
            continue
        if runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        else:
            runs.append((column, 1))
    return runs
