"""Work in several processes: the order, what goes wrong, and what is left behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from itertools import count, islice

import pytest

from lint_reports import parallel, workers
from lint_reports.errors import UsageError
from lint_reports.language import Say
from lint_reports.parallel import START, Jobs, Todo, in_order
from lint_reports.workers import RemoteError

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes of another kind")


def each(work: Callable[[int], object]) -> Callable[[Sequence[int]], list[object]]:
    """The work on several numbers."""
    return lambda numbers: [work(number) for number in numbers]


def square(number: int) -> int:
    time.sleep(number % 3 / 1000)  # so that they do not finish in the order in which they begin
    return number * number


def died(number: int, code: int) -> str:
    return f"{number} died of {code}"


def items(number: int, weight: int = START // 4) -> list[object]:
    """Every third is its own result."""
    return [Todo(each, weight) if each % 3 else each * each for each in range(number)]


SIZES = {
    "nothing": 0,
    "one": 1,
    "one to do": 2,
    "few": 5,
    "many": 300,
    "more than are taken at once": parallel._MOST_AHEAD * 2 + 1,
}


@pytest.mark.parametrize("count_", [1, 2, 5])
@pytest.mark.parametrize("name", SIZES)
def test_results_come_in_the_order_of_the_items(name, count_) -> None:
    weight = START // 40 if SIZES[name] > 1000 else START // 4
    results = in_order(items(SIZES[name], weight), Jobs(each(square), died, count_))
    assert list(results) == [number * number for number in range(SIZES[name])]


def pid(_: int) -> int:
    return os.getpid()


PAYS = {
    "one item, however big": ([Todo(1, 100 * START)], 4, 1),
    "little work": ([Todo(number, 10) for number in range(50)], 4, 1),
    "one worker": ([Todo(number, START) for number in range(50)], 1, 1),
    "much work": ([Todo(number, START) for number in range(50)], 4, 5),
}


@pytest.mark.parametrize("name", PAYS)
def test_processes_are_started_only_if_they_pay(name) -> None:
    given, most, processes = PAYS[name]
    found = list(in_order(given, Jobs(each(pid), died, most)))
    assert found[0] == os.getpid()  # the first warms up what the others share
    assert len(set(found)) <= processes
    assert (len(set(found)) > 1) == (processes > 1)


BATCHES = {
    "small items go together": ([100] * 200, 1, [32, 32, 32, 32, 32, 20, 10, 5, 2, 1, 1, 1]),
    "what is left is shared": ([100] * 40, 2, [10, 7, 5, 4, 3, 2, 2, 1, 1, 1, 1, 1, 1, 1]),
    "big ones stand alone": ([parallel._BATCH] * 4, 1, [1, 1, 1, 1]),
    "a big one ends a batch": ([100] * 3 + [parallel._BATCH] * 9, 1, [4, 1, 1, 1, 1, 1, 1, 1, 1]),
    "nothing": ([], 2, []),
}


@pytest.mark.parametrize("name", BATCHES)
def test_how_much_goes_together(name) -> None:
    weights, workers_, sizes = BATCHES[name]
    line = parallel._Line([Todo(None, weight) for weight in weights])
    line.fill(100 * START, 1)
    assert [len(batch) for batch in iter(lambda: line.batch(workers_), [])] == sizes


def test_no_more_is_taken_than_is_soon_needed() -> None:
    taken = []

    def endless():
        for number in count():
            taken.append(number)
            yield Todo(number, parallel._BATCH // 2)

    results = in_order(endless(), Jobs(each(square), died, 2))
    assert list(islice(results, 20)) == [number * number for number in range(20)]
    results.close()
    assert len(taken) < 60


def kills(number: int) -> int:
    if number % 50 == 7:
        os.kill(os.getpid(), signal.SIGKILL)
    if number % 50 == 9:
        os._exit(3)
    return number * number


def test_a_process_that_dies_costs_one_item() -> None:
    results = list(in_order(items(120), Jobs(each(kills), died, 2)))
    wrong = {number: result for number, result in enumerate(results) if result != number * number}
    assert wrong == {7: "7 died of -9", 59: "59 died of 3", 107: "107 died of -9", 109: "109 died of 3"}


def test_a_process_that_somebody_else_kills_costs_nothing(tmp_path) -> None:
    once = tmp_path / "once"

    def work(number: int) -> int:
        if number == 20 and not once.exists():
            once.touch()
            os.kill(os.getpid(), signal.SIGKILL)
        return number * number

    assert list(in_order(items(60), Jobs(each(work), died, 2))) == [number * number for number in range(60)]
    assert once.exists()


class OddError(Exception):
    """One that cannot be copied to another process."""

    def __init__(self, first: str, second: str) -> None:
        super().__init__(first)
        self.second = second


ERRORS = {
    "ours": (ZeroDivisionError("by 41"), ZeroDivisionError, "by 41"),
    "the user's": (UsageError(Say("参数有误。", "wrong argument")), UsageError, "wrong argument"),
    "one that cannot be sent": (OddError("odd", "thing"), RuntimeError, "OddError('odd')"),
}


@pytest.mark.parametrize("name", ERRORS)
def test_exceptions_are_raised_in_their_place(name) -> None:
    error, kind, text = ERRORS[name]

    def work(number: int) -> int:
        if number == 41:
            raise error
        return number * number

    results = in_order(items(90), Jobs(each(work), died, 2))
    assert list(islice(results, 41)) == [number * number for number in range(41)]
    with pytest.raises(kind, match=f"^{text.replace('(', '[(]').replace(')', '[)]')}$") as raised:
        next(results)
    assert isinstance(raised.value.__cause__, RemoteError)
    assert "in work" in str(raised.value.__cause__)
    assert getattr(raised.value, "say", None) == getattr(error, "say", None)


def test_exceptions_of_one_process_are_raised_as_they_are() -> None:
    results = in_order([1, Todo(0, 10), Todo(1, 10)], Jobs(each(lambda number: 1 // number), died, 2))
    assert next(results) == 1
    with pytest.raises(ZeroDivisionError):
        next(results)


def test_without_processes_the_work_is_done_here(monkeypatch) -> None:
    def refuse(_: object) -> None:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(workers.Crew, "_hire", refuse)
    assert set(in_order([Todo(number, START) for number in range(30)], Jobs(each(pid), died, 2))) == {os.getpid()}


def test_processes_that_are_not_forked(monkeypatch) -> None:
    monkeypatch.setattr(workers, "_METHOD", "spawn")
    results = in_order([Todo(number, START) for number in range(10)], Jobs(sorted, died, 2))
    assert list(results) == list(range(10))


@pytest.mark.parametrize("ending", ["closed", "used up", "failed"])
def test_nobody_is_left_behind(ending) -> None:
    def work(number: int) -> tuple[int, int]:
        return number // (30 - number if ending == "failed" else 1), os.getpid()

    results = in_order([Todo(number, START) for number in range(31)], Jobs(each(work), died, 3))
    others = {next(results)[1] for _ in range(20)} - {os.getpid()}
    if ending == "closed":
        results.close()
    elif ending == "used up":
        assert len(list(results)) == 11
    else:
        with pytest.raises(ZeroDivisionError):
            list(results)
    assert others
    assert [other for other in others if is_running(other)] == []


def is_running(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


ENDLESS = """
import os, time
from itertools import count
from lint_reports.parallel import START, Jobs, Todo, in_order

def work(numbers):
    time.sleep(0.01)
    return [os.getpid() for _ in numbers]

seen = set()
for process in in_order((Todo(number, START) for number in count()), Jobs(work, None, 3)):
    if process not in seen:
        seen.add(process)
        print(process, flush=True)
"""


@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGKILL"])
def test_processes_end_with_the_one_that_started_them(name) -> None:
    running = subprocess.Popen([sys.executable, "-c", ENDLESS], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
    processes = [int(running.stdout.readline()) for _ in range(4)]
    assert processes[0] == running.pid
    running.send_signal(getattr(signal, name))
    running.communicate(timeout=30)
    for _ in range(200):
        if not any(map(is_running, processes)):
            break
        time.sleep(0.05)
    assert [process for process in processes if is_running(process)] == []
