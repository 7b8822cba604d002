"""The kiosk as its command opens it, offscreen; says when its first screen was painted.

Run by `starting.py` as a program of its own. It writes one line with the time of the machine's
monotonic clock, in seconds, when everything of the first screen is painted, a second line when the
icons, which come after it, are painted too, an empty one when all is at rest, and stays until its
standard input ends.
"""

import sys
from time import monotonic

from PySide6.QtCore import QEvent, QObject, QTimer


class PaintWatch(QObject):
    """Writes the first two lines."""

    def __init__(self) -> None:
        super().__init__()
        self._is_painted = False
        self.is_complete = False

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and not self._is_painted:
            self._is_painted = True
            # The window's icons are also loaded by such a timer, which it starts after this one.
            QTimer.singleShot(0, self._say_painted)
        return super().eventFilter(watched, event)

    def _say_painted(self) -> None:
        _say()
        QTimer.singleShot(0, self._say_complete)

    def _say_complete(self) -> None:
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        _say()
        self.is_complete = True


def _say() -> None:
    print(monotonic(), flush=True)


def main() -> int:
    """Open the kiosk, wait for the end of standard input."""
    from kiosk.app import make_kiosk, open_context, open_qt
    from kiosk.cli import kiosk_window

    assert kiosk_window.command.name == "kiosk"
    context = open_context()
    application = open_qt(offscreen=True)
    watch = PaintWatch()
    application.installEventFilter(watch)
    window = make_kiosk(context, locked=True)
    window.resize(1080, 1920)
    window.show()
    while not watch.is_complete:
        application.processEvents()
    print(flush=True)
    sys.stdin.read()
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
