"""Work on many items, by several processes if that pays, with the results in the order of the items."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from lint_reports.workers import Answer, Crew  # 15 ms, and small runs start no process

R = TypeVar("R")

START = 128 * 1024
"""Bytes of waiting work from which on processes pay: what one process checks in a tenth of a second."""
_BATCH = 256 * 1024
"""Bytes of work that are done together: some reports, whose facts are all in memory then."""
_MOST_IN_BATCH = 32
_SHARES = 2
"""Batches for each process that the rest of the work is at least cut into, so that all end at about the same time."""
_BATCHES_AHEAD = 6
"""Batches for each process that are taken ahead of the first item not done: a long one stops the others late."""
_MOST_AHEAD = 1024
"""Items that are taken ahead at most; results that nobody has asked for yet are kept in memory."""


class Todo(NamedTuple):
    """Work that is still to be done.

    Attributes:
        argument: what it is done on. Must be possible to pickle.
        weight: how much it is, in bytes of text.
    """

    argument: Any
    weight: int


class Jobs(NamedTuple, Generic[R]):
    """How work is done.

    Attributes:
        work: makes results of arguments, one of each, in their order. Must be possible to pickle where processes are
            not forked.
        died: the result for an argument whose work has ended its process: of the argument and the exit code, which is
            below 0 for a signal.
        workers: how many processes work at most; with 1 it is this process.
    """

    work: Callable[[Sequence[Any]], Sequence[R]]
    died: Callable[[Any, int], R]
    workers: int


def in_order(items: Iterable[R | Todo], jobs: Jobs[R]) -> Generator[R]:
    """The results of some items, in their order; what is no `Todo` is its own result.

    Processes are started when enough work has come together, and never for a single item. They end when the iterator is
    used up or closed. What the work raises is raised in the place of its result.
    """
    source = iter(items)
    for item in source:
        if isinstance(item, Todo):
            yield from _in_line(_Line(chain([item], source)), jobs)
        else:
            yield item  # where all is known, as in most runs, this is all that happens


def _in_line(line: _Line[R], jobs: Jobs[R]) -> Iterator[R]:
    while line.fill(max(START, _SHARES * _BATCH), 2):
        if jobs.workers > 1 and line.todo > 1 and line.weight >= START:
            yield from line.finished()
            line.do(line.batch(line.todo), jobs.work)  # one thing, to warm up what the processes then share
            yield from _by_many(line, jobs)
        elif line.is_stuck():
            line.do(line.batch(1), jobs.work)
        yield from line.finished()


def _by_many(line: _Line[R], jobs: Jobs[R]) -> Iterator[R]:
    from lint_reports.workers import crew  # 15 ms, and small runs start no process

    with crew(jobs.work, jobs.workers) as hired:
        while line.fill(_BATCH * _BATCHES_AHEAD * jobs.workers, jobs.workers):
            _feed(hired, line, jobs)
            yield from line.finished()
            if line.is_stuck() and hired.is_working():
                for answer in hired.collect():
                    line.settle(answer, jobs)
                _feed(hired, line, jobs)  # nobody waits while the next items are fetched


def _feed(hired: Crew, line: _Line[R], jobs: Jobs[R]) -> None:
    while hired.has_room() and (batch := line.batch(jobs.workers)):
        try:
            hired.give(batch, [place.argument for place in batch])
        except OSError:  # there can be no more processes
            if hired.is_working():
                line.put_back(batch)
            else:
                line.do(batch, jobs.work)
            return


class _Place(Generic[R]):
    """Where an item stands in the line.

    Attributes:
        argument, weight: as in `Todo`.
        has_result: whether there is a result or an error to be raised.
        is_alone: to be done apart from others, because a process has died of it or of a neighbour.
    """

    __slots__ = ("argument", "error", "has_result", "is_alone", "result", "weight")

    def __init__(self, item: R | Todo) -> None:
        todo = item if isinstance(item, Todo) else Todo(None, 0)
        self.argument: Any = todo.argument
        self.weight = todo.weight
        self.has_result = not isinstance(item, Todo)
        self.result: Any = item
        self.error: Exception | None = None
        self.is_alone = False


class _Line(Generic[R]):
    """The items taken so far whose results nobody has taken.

    Attributes:
        weight: how much work is not finished, in bytes.
    """

    def __init__(self, items: Iterable[R | Todo]) -> None:
        self._source = iter(items)
        self._places: deque[_Place[R]] = deque()
        self._todo: deque[_Place[R]] = deque()
        self.weight = 0

    @property
    def todo(self) -> int:
        """How many items nobody works on."""
        return len(self._todo)

    def fill(self, weight: int, least: int) -> bool:
        """Takes items until there is so much to do, and as many things at least; false if nothing is left at all."""
        while (self.weight < weight or self.todo < least) and len(self._places) < _MOST_AHEAD:
            for item in self._source:
                self._take(_Place(item))
                break
            else:
                break
        return bool(self._places)

    def _take(self, place: _Place[R]) -> None:
        self._places.append(place)
        if not place.has_result:
            self._todo.append(place)
            self.weight += place.weight

    def is_stuck(self) -> bool:
        """Whether the result of the first item is missing."""
        return bool(self._places) and not self._places[0].has_result

    def finished(self) -> Iterator[R]:
        """The results up to the first that is missing."""
        while self._places and self._places[0].has_result:
            place = self._places.popleft()
            if place.error is not None:
                raise place.error
            yield place.result

    def do(self, batch: Sequence[_Place[R]], work: Callable[[Sequence[Any]], Sequence[R]]) -> None:
        """Does some things here and now. If the work raises, each is tried by itself, to find the one it was for."""
        try:
            for place, result in zip(batch, work([place.argument for place in batch]), strict=True):
                self._settle(place, result)
        except Exception as error:  # noqa: BLE001 - raised when its turn comes
            if len(batch) == 1:
                self._settle(batch[0], None)
                batch[0].error = error
            else:
                for place in batch:
                    self.do([place], work)

    def batch(self, workers: int) -> list[_Place[R]]:
        """The next things to do: several if they are small, few if not much is left, none if nothing is to be done."""
        share = _SHARES * workers
        most, heaviest = min(_MOST_IN_BATCH, len(self._todo) // share), min(_BATCH, self.weight // share)
        places: list[_Place[R]] = []
        weight = 0
        while self._todo and (not places or (len(places) < most and weight < heaviest)):
            if places and (self._todo[0].is_alone or places[0].is_alone):
                break
            weight += self._todo[0].weight
            places.append(self._todo.popleft())
        return places

    def put_back(self, batch: Iterable[_Place[R]]) -> None:
        """Nobody works on these, after all."""
        self._todo.extendleft(reversed(list(batch)))

    def settle(self, answer: Answer, jobs: Jobs[R]) -> None:
        """Notes what came of a batch. If a process has died of one item among several, each is tried by itself."""
        from lint_reports.workers import Died, Done  # loaded by now

        if not isinstance(answer.results, Died):
            for place, one in zip(answer.batch, answer.results, strict=True):
                self._settle(place, one.result if isinstance(one, Done) else None)
                place.error = None if isinstance(one, Done) else one.raised()
        elif answer.batch[0].is_alone:
            self._settle(answer.batch[0], jobs.died(answer.batch[0].argument, answer.results.code))
        else:
            for place in answer.batch:
                place.is_alone = True
            self.put_back(answer.batch)

    def _settle(self, place: _Place[R], result: R | None) -> None:
        place.result, place.has_result, place.argument = result, True, None
        self.weight -= place.weight
