"""Marks drawn with lines, never with colour alone: boxes, ticks, verdict shapes, fold marks, QR."""

from collections.abc import Callable, Mapping

import segno
from reportlab.pdfgen.canvas import Canvas

from kiosk.core.eligibility import Verdict
from kiosk.core.sheet import ElementKind, SheetElement

INK = (0.08, 0.10, 0.14)
GREY = (0.28, 0.31, 0.36)
PAPER = (1.0, 1.0, 1.0)
_THIN = 0.055

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


def _likely(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A full disc with a tick cut out."""
    canvas.circle(x + size * 0.52, y + size * 0.35, size * 0.52, stroke=0, fill=1)
    canvas.setStrokeColorRGB(*PAPER)
    _tick(canvas, x + size * 0.22, y + size * 0.12, size * 0.6)


_QUESTION_BOWS = (
    ((0.38, 0.72), (0.70, 0.70), (0.68, 0.48)),
    ((0.66, 0.36), (0.52, 0.38), (0.52, 0.22)),
)


def _ask(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A ring with a question mark: a bow, a stem and a dot."""
    canvas.circle(x + size * 0.52, y + size * 0.35, size * 0.47)
    path = canvas.beginPath()
    path.moveTo(x + size * 0.36, y + size * 0.5)
    for bow in _QUESTION_BOWS:
        ends = [(x + size * dx, y + size * dy) for dx, dy in bow]
        path.curveTo(*ends[0], *ends[1], *ends[2])
    canvas.drawPath(path)
    canvas.circle(x + size * 0.52, y + size * 0.06, size * 0.065, stroke=0, fill=1)


def _unlikely(canvas: Canvas, x: float, y: float, size: float) -> None:
    """A diamond standing on its tip, with a bar across."""
    path = canvas.beginPath()
    path.moveTo(x, y + size * 0.35)
    path.lineTo(x + size * 0.52, y + size * 0.87)
    path.lineTo(x + size * 1.04, y + size * 0.35)
    path.lineTo(x + size * 0.52, y - size * 0.17)
    path.close()
    canvas.drawPath(path)
    canvas.line(x + size * 0.34, y + size * 0.35, x + size * 0.7, y + size * 0.35)


_MARKS: Mapping[ElementKind | Verdict, Mark] = {
    ElementKind.BULLET: _bullet,
    ElementKind.CHECKBOX: _box,
    ElementKind.MET: _tick,
    ElementKind.UNMET: _cross,
    ElementKind.UNKNOWN: _open_circle,
    Verdict.LIKELY: _likely,
    Verdict.ASK: _ask,
    Verdict.UNLIKELY: _unlikely,
}


def draw_mark(
    canvas: Canvas, element: SheetElement, x: float, baseline: float, size: float
) -> None:
    """The mark of an element in a square of `size` whose left edge is `x`, if it has one."""
    mark = _MARKS.get(element.verdict or element.kind)
    if mark is None:
        return
    canvas.saveState()
    canvas.setStrokeColorRGB(*INK)
    canvas.setFillColorRGB(*INK)
    canvas.setLineWidth(size * (_THIN if element.kind is ElementKind.CHECKBOX else 2 * _THIN))
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
