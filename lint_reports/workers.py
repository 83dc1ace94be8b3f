"""Processes that work for this one: each gets a batch, and says what came of it.

The pools of the standard library do not say what a process has died of, and leave their processes behind when the
program itself is killed. Here every process has a connection of its own; when either end closes, the other knows.
"""

from __future__ import annotations

import gc
import multiprocessing
import pickle
import signal
import sys
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing.connection import Connection, wait
from typing import Any, NamedTuple

# Forking is quick and shares what is loaded; on macOS the system's own libraries do not survive it.
_METHOD = "spawn" if sys.platform in ("darwin", "win32") else "fork"

Work = Callable[[Sequence[Any]], Sequence[Any]]
"""Makes results of arguments, one of each, in their order."""


class Done(NamedTuple):
    """The result of one argument."""

    result: Any


class Failed(NamedTuple):
    """What the work raised for one argument, and the traceback as text."""

    error: Exception
    traceback: str

    def raised(self) -> Exception:
        """The exception, to be raised here; its cause tells where it was raised first."""
        self.error.__cause__ = RemoteError(self.traceback)
        return self.error


class Died(NamedTuple):
    """A process has ended without a word about its batch: with this exit code, or below 0 by this signal."""

    code: int


class Answer(NamedTuple):
    """What came of a batch: something for each argument, or the death of the process.

    Attributes:
        batch: what `Crew.give` was given.
        results: in the order of the arguments; or `Died`.
    """

    batch: Any
    results: Sequence[Done | Failed] | Died


class RemoteError(Exception):
    """The traceback of an exception in another process, as text: the cause of that exception here."""

    def __str__(self) -> str:
        return f"\n{self.args[0]}"


class _Worker(NamedTuple):
    process: Any
    connection: Connection


class Crew:
    """Some processes that do the same work.

    Args:
        work: arguments and results must be possible to pickle, and so must the work where processes are not forked.
        most: how many processes there are at most. They are started when there is work for them.
    """

    def __init__(self, work: Work, most: int) -> None:
        self._context: Any = multiprocessing.get_context(_METHOD)
        self._work = work
        self._most = most
        self._idle: list[_Worker] = []
        self._busy: dict[Any, tuple[_Worker, Any]] = {}

    def has_room(self) -> bool:
        """Whether somebody has nothing to do, or could be hired."""
        return bool(self._idle) or len(self._busy) < self._most

    def is_working(self) -> bool:
        """Whether anybody works on anything."""
        return bool(self._busy)

    def give(self, batch: Any, arguments: Sequence[Any]) -> None:
        """Lets somebody work on a batch.

        Args:
            batch: comes back with the answer.
            arguments: what the work is done on.

        Raises:
            OSError: the system lets us have no process.
        """
        worker = self._idle.pop() if self._idle else self._hire()
        self._busy[worker.connection] = worker, batch
        with suppress(OSError):  # it has died meanwhile; `collect` will say so
            worker.connection.send(arguments)

    def collect(self) -> Iterator[Answer]:
        """Waits until somebody has finished, and gives the answers that are there."""
        for connection in wait(list(self._busy)):
            worker, batch = self._busy.pop(connection)
            try:
                results = worker.connection.recv()
            except (EOFError, OSError):
                yield Answer(batch, Died(_end(worker)))
            else:
                self._idle.append(worker)
                yield Answer(batch, results)

    def dismiss(self) -> None:
        """Ends all processes, whatever they are doing."""
        workers = [*self._idle, *(worker for worker, _ in self._busy.values())]
        self._idle, self._busy = [], {}
        for worker in workers:
            worker.process.kill()
        for worker in workers:
            _end(worker)

    def _hire(self) -> _Worker:
        here, there = self._context.Pipe()
        with there:
            # A forked process has our ends of all connections, too. While it kept them open, nobody would see us end.
            known = [here, *(worker.connection for worker in self._idle), *self._busy] if _METHOD == "fork" else []
            process: Any = self._context.Process(target=_serve, args=(there, known, self._work), daemon=True)
            with _uninterrupted():
                process.start()
        return _Worker(process, here)


@contextmanager
def crew(work: Work, most: int) -> Iterator[Crew]:
    """Processes for some time; at its end none of them is left."""
    gc.freeze()  # memory stays shared until somebody changes what is in it, and collecting garbage does
    hired = Crew(work, most)
    try:
        yield hired
    finally:
        hired.dismiss()
        gc.unfreeze()


@contextmanager
def _uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until a new process knows that it is none of its business."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _end(worker: _Worker) -> int:
    worker.connection.close()
    worker.process.join()
    return int(worker.process.exitcode)


def _serve(connection: Connection, known: Sequence[Connection], work: Work) -> None:
    """The life of a process: batches in, results out, until nobody is there any more."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the one who gives us work is told, too, and ends us
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    for other in known:
        other.close()
    with suppress(EOFError, OSError):
        while True:
            connection.send(_done(work, connection.recv()))


def _done(work: Work, arguments: Sequence[Any]) -> list[Done | Failed]:
    """What comes of some arguments. If the work raises, each is tried by itself, to find the one that it was for."""
    try:
        return [Done(result) for result in work(arguments)]
    except Exception as error:  # noqa: BLE001 - raised again where the result is asked for
        if len(arguments) == 1:
            return [Failed(_portable(error), traceback.format_exc())]
    return [one for argument in arguments for one in _done(work, [argument])]


def _portable(error: Exception) -> Exception:
    """The exception, or one that says the same if it cannot be sent."""
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - made in the line itself
    except Exception:  # noqa: BLE001 - whatever its class does when it is copied
        return RuntimeError(repr(error))
    return error
