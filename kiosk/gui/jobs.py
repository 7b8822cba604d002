"""Work off the GUI thread: one runner, one way success and failure come back.

Python collects garbage in whatever thread happens to allocate. Widgets taken away in the thread of
a job kill the process, so as long as there is a runner, garbage is collected in its thread only.
"""

import gc
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QObject, QRunnable, QThreadPool, QTimer, Signal

from kiosk.core.errors import KioskError

_COLLECT_MILLISECONDS = 1000
_YOUNG = 1


class Job(QObject):
    """One piece of work. Exactly one of the two signals is emitted, in the GUI thread.

    `failed` carries one line for a person.
    """

    succeeded = Signal(object)
    failed = Signal(str)


class _Run(QRunnable):
    def __init__(self, job: Job, work: Callable[[], Any]) -> None:
        super().__init__()
        self._job = job
        self._work = work

    def run(self) -> None:
        """Called by the pool in its thread."""
        try:
            result = self._work()
        except KioskError as error:
            self._job.failed.emit(str(error))
        except Exception as error:  # noqa: BLE001, one of the three that may
            self._job.failed.emit(f"this is a bug: {type(error).__name__}: {error}")
        else:
            self._job.succeeded.emit(result)


class JobRunner(QObject):
    """Runs jobs one after the other, in the order they were asked for; lives in the GUI thread."""

    def __init__(self, parent: QObject | None = None, *, sweeps: bool = True) -> None:
        """`sweeps` is False for a runner beside the one that already collects garbage."""
        super().__init__(parent)
        self._pool = QThreadPool(self)
        self._pool.setMaxThreadCount(1)
        self._jobs: set[Job] = set()
        self._ended: Job | None = None
        if sweeps:
            self._sweep()

    def _sweep(self) -> None:
        gc.disable()
        self._broom = QTimer(self)
        self._broom.setInterval(_COLLECT_MILLISECONDS)
        self._broom.timeout.connect(self._on_broom_timeout)
        self._broom.start()

    def start(
        self,
        work: Callable[[], Any],
        on_success: Callable[[Any], None],
        on_failure: Callable[[str], None],
    ) -> None:
        """Run `work` in the background; one of the two others is called in the GUI thread."""
        job = Job(self)
        self._jobs.add(job)
        job.succeeded.connect(on_success)
        job.failed.connect(on_failure)
        job.succeeded.connect(self._on_job_ended)
        job.failed.connect(self._on_job_ended)
        self._pool.start(_Run(job, work))

    def wait(self) -> None:
        """Block until nothing runs; for the end of the program and for commands."""
        self._pool.waitForDone()

    def _on_broom_timeout(self) -> None:
        gc.collect(_YOUNG)

    def _on_job_ended(self) -> None:
        job = self.sender()
        if not isinstance(job, Job):
            return
        self._jobs.discard(job)
        # The thread may not yet be out of the signal of this job; out of the one before it is.
        if self._ended is not None:
            self._ended.deleteLater()
        self._ended = job
