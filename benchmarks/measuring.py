"""What a command costs: time on the clock, time of the processors, memory; and how costs compare.

A machine is not as quick in one minute as in the next. So commands run in turn, A B A B, and each run is compared with
the one of the same round.
"""

from __future__ import annotations

import os
import re
import signal
import statistics
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.memory import Watch


class Command(NamedTuple):
    """What is run: its name, the words, where, what is added to the environment, and how often at most."""

    name: str
    words: tuple[str, ...]
    folder: Path | None = None
    environment: tuple[tuple[str, str], ...] = ()
    most: int = 1000


class Run(NamedTuple):
    """What came of it: seconds, what it wrote, and whether it was stopped at the limit.

    `memory` is MB of all its processes together at the worst moment, if somebody looked.
    """

    wall: float
    cpu: float
    output: Path
    memory: float = 0
    over: bool = False


class Ratio(NamedTuple):
    """The ratios of pairs of runs: the one in the middle, the least and the greatest."""

    median: float
    least: float
    most: float


Measure = Callable[[Run], float]


def run(command: Command, output: Path, limit: float, *, look: bool = False) -> Run:
    """Runs a command once; findings are no failure.

    Args:
        command: what to run.
        output: gets what it prints, to both streams.
        limit: seconds after which it is stopped, with all its children.
        look: measure memory too, which takes time itself.

    Raises:
        SystemExit: it failed.
    """
    environment = os.environ | dict(command.environment)
    start = time.perf_counter()
    with output.open("wb") as written:
        process = subprocess.Popen(
            command.words,
            cwd=command.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=written,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        stopped = threading.Event()
        timer = threading.Timer(limit, _stop, (process.pid, stopped))
        timer.start()
        watch = Watch(process.pid) if look else None
        _, status, used = os.wait4(process.pid, 0)
        timer.cancel()
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    memory = watch.stop() if watch else 0.0
    if process.returncode not in (0, 1) and not stopped.is_set():
        told = output.read_text(encoding="utf-8", errors="replace")[-2000:]
        sys.exit(f"{' '.join(command.words)} ended with {process.returncode}:\n{told}")
    return Run(wall, used.ru_utime + used.ru_stime, output, memory, stopped.is_set())


def _stop(leader: int, stopped: threading.Event) -> None:
    stopped.set()
    os.killpg(leader, signal.SIGKILL)


def in_turn(commands: Sequence[Command], place: Path, rounds: int, limit: float) -> dict[str, list[Run]]:
    """Runs commands in turn, after a round in which only memory is measured.

    One that goes over the limit is not run again, and the one run that it has is kept. One that is to be run but once
    has no round before it, and memory is measured then.

    Args:
        commands: what to run.
        place: where what they print is kept, of the last round.
        rounds: how often each is run, if it has no limit of its own.
        limit: seconds that each may take.
    """
    runs: dict[str, list[Run]] = {command.name: [] for command in commands}
    place.mkdir(parents=True, exist_ok=True)
    memory: dict[str, float] = {}
    for number in range(-1, rounds):
        for command in commands:
            had = runs[command.name]
            if any(done.over for done in had) or len(had) >= command.most or (number < 0 and command.most == 1):
                continue
            output = place / re.sub(r"\W+", "-", command.name)
            done = run(command, output, limit, look=command.name not in memory)
            done = done._replace(memory=memory.setdefault(command.name, done.memory))
            if number >= 0 or done.over:
                had.append(done)
    return runs


def median(runs: Sequence[Run], measure: Measure) -> float:
    """The measure in the middle."""
    return statistics.median(map(measure, runs))


def ratio(ours: Sequence[Run], theirs: Sequence[Run], measure: Measure) -> Ratio:
    """Ours to theirs, round by round. A run that was stopped makes the ratio too large: it is an upper bound."""
    pairs = list(zip(ours, theirs, strict=False)) if len(theirs) > 1 else [(one, theirs[0]) for one in ours]
    found = [measure(one) / measure(other) for one, other in pairs]
    return Ratio(statistics.median(found), min(found), max(found))


MEASURES: Mapping[str, Measure] = {
    "wall": lambda done: done.wall,
    "CPU": lambda done: done.cpu,
    "memory": lambda done: done.memory,
}
"""What runs are compared by."""
