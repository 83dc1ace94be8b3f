"""Where the time goes: what each step, each fact and each rule costs.

A fact is worked out when a rule first asks for it. What it takes is counted for the fact, not for the rule that happens
to ask first; so every name has only the time that nothing else has.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import Any, NamedTuple

from lint_reports.analysis import Analysis
from lint_reports.engine import Engine
from lint_reports.linter import Linters

Times = Mapping[str, int]
"""Nanoseconds by name: `step read`, `fact outline`, `rule outline/gap`."""
_MS = 1e6


class Clock:
    """Measures one file after the other."""

    def __init__(self) -> None:
        self._spent: dict[str, int] = {}
        self._inner = [0]

    @contextmanager
    def of(self, name: str) -> Iterator[None]:
        """Counts what happens inside for a name, without what is counted for others."""
        self._inner.append(0)
        start = time.perf_counter_ns()
        try:
            yield
        finally:
            took = time.perf_counter_ns() - start
            self._spent[name] = self._spent.get(name, 0) + took - self._inner.pop()
            self._inner[-1] += took

    def timed(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        """The same function, whose calls are counted for a name."""

        def call(*arguments: Any) -> Any:
            with self.of(name):
                return function(*arguments)

        return call

    def taken(self) -> Times:
        """What has been counted since this was last asked for."""
        spent, self._spent = self._spent, {}
        return spent


class Timed:
    """Checks files as another does, and notes where the time goes.

    Args:
        check: what checks files; its answers have a field `times`.
        linters: those that it uses.
    """

    def __init__(self, check: Callable[[Sequence[Any]], Sequence[Any]], linters: Linters) -> None:
        self._check = check
        self._linters = linters
        self._clock = Clock()
        self._watched: set[int] = set()
        watch_facts(self._clock)

    def __reduce__(self) -> tuple[object, tuple[Any]]:
        """Another process has its own linters, and its own clock."""
        return _timed, (self._check,)

    def __call__(self, files: Sequence[Any]) -> list[Any]:
        """The answers, with times. Each file is checked by itself."""
        return [self._timed(file) for file in files]

    def _timed(self, file: Any) -> Any:
        self._watch(self._linters.of(file.settings).engine)
        with self._clock.of("step read"):
            (answer,) = self._check([file])
        return answer._replace(times=self._clock.taken())

    def _watch(self, engine: Engine) -> None:
        if id(engine) not in self._watched:
            self._watched.add(id(engine))
            watch_rules(self._clock, engine)


def _timed(check: Any) -> Timed:
    return Timed(check, check.linters)


def watch_facts(clock: Clock) -> None:
    """Counts facts for their names, in this process from now on."""
    for name, fact in vars(Analysis).items():
        if isinstance(fact, cached_property):
            fact.func = clock.timed(f"fact {name}", fact.func)


def watch_rules(clock: Clock, engine: Engine) -> None:
    """Counts rules and the steps of an engine for their names, from now on."""
    unmeasured = engine._apply  # noqa: SLF001 - the seams of the engine, which pays nothing for being measured

    def apply(ready: Any, *rest: Any) -> None:
        with clock.of(f"rule {ready.rule.id}"):
            unmeasured(ready, *rest)

    seams = {
        "run_all": clock.timed("step run rules", engine.run_all),
        "_hits": clock.timed("step find characters", engine._hits),  # noqa: SLF001 - as above
        "_rule": clock.timed("step make checks", engine._rule),  # noqa: SLF001 - as above
        "_apply": apply,
    }
    for name, function in seams.items():
        setattr(engine, name, function)


class Spent(NamedTuple):
    """What a name has taken in all: milliseconds, and in how many files."""

    ms: float
    files: int


class Ledger:
    """The sums of many files."""

    def __init__(self) -> None:
        self.files = 0
        self._ns: dict[str, int] = {}
        self._files: dict[str, int] = {}

    def add(self, times: Times) -> None:
        """Adds those of one file."""
        self.files += 1
        for name, took in times.items():
            self._ns[name] = self._ns.get(name, 0) + took
            self._files[name] = self._files.get(name, 0) + 1

    def sums(self) -> Mapping[str, Spent]:
        """The sums by name, the largest first."""
        names = sorted(self._ns, key=lambda name: (-self._ns[name], name))
        return {name: Spent(self._ns[name] / _MS, self._files[name]) for name in names}
