"""Work off the GUI thread comes back in it, in order, and exactly once."""

import gc
from collections.abc import Iterator
from functools import partial
from threading import get_ident

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from kiosk.core.errors import EnvironmentProblem
from kiosk.gui.jobs import JobRunner


@pytest.fixture
def runner(qapp: QApplication) -> Iterator[JobRunner]:
    made = JobRunner()
    yield made
    made.wait()
    gc.enable()


def test_a_result_comes_back_in_the_thread_that_asked(runner: JobRunner, qtbot: QtBot) -> None:
    results: list[int] = []
    lines: list[str] = []
    threads: list[int] = []

    def keep(result: int) -> None:
        results.append(result)
        threads.append(get_ident())

    def work() -> int:
        threads.append(get_ident())
        return 7

    runner.start(work, keep, lines.append)
    qtbot.waitUntil(lambda: bool(results), timeout=5000)
    assert (results, lines) == ([7], [])
    assert threads[0] != get_ident() == threads[1]


def test_jobs_run_one_after_the_other_in_the_order_asked(runner: JobRunner, qtbot: QtBot) -> None:
    begun: list[int] = []
    ended: list[int] = []
    lines: list[str] = []

    def job(number: int) -> int:
        begun.append(number)
        return number

    for number in range(20):
        runner.start(partial(job, number), ended.append, lines.append)
    qtbot.waitUntil(lambda: len(ended) == 20, timeout=5000)
    assert ended == begun == list(range(20))


def test_a_known_trouble_comes_back_as_its_one_line(runner: JobRunner, qtbot: QtBot) -> None:
    lines: list[str] = []

    def work() -> None:
        raise EnvironmentProblem("no printer: set `printer` in the site file")

    runner.start(work, lines.append, lines.append)
    qtbot.waitUntil(lambda: bool(lines), timeout=5000)
    assert lines == ["no printer: set `printer` in the site file"]


def test_a_bug_in_a_job_is_told_and_the_next_job_runs(runner: JobRunner, qtbot: QtBot) -> None:
    lines: list[str] = []
    results: list[str] = []

    def broken() -> None:
        raise ZeroDivisionError("why not")

    runner.start(broken, results.append, lines.append)
    runner.start(lambda: "still here", results.append, lines.append)
    qtbot.waitUntil(lambda: bool(results), timeout=5000)
    assert results == ["still here"]
    assert len(lines) == 1
    assert "ZeroDivisionError" in lines[0]
    assert "\n" not in lines[0]
    assert "Traceback" not in lines[0]


def test_garbage_is_not_collected_in_the_thread_of_a_job(runner: JobRunner) -> None:
    collects: list[bool] = []
    runner.start(lambda: collects.append(gc.isenabled()), lambda _result: None, lambda _line: None)
    runner.wait()
    assert collects == [False]


def test_waiting_waits_for_everything_asked_for(runner: JobRunner) -> None:
    done: list[int] = []
    heard: list[object] = []
    for number in range(5):
        runner.start(partial(done.append, number), heard.append, heard.append)
    runner.wait()
    assert done == [0, 1, 2, 3, 4]
