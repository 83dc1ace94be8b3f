"""Kind `fact`: typed facts bound to names, and an expression that must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Names, Plain, Scope, Undetermined
from lint_reports.finding import Match
from lint_reports.rulelang.expr.evaluate import Evaluate, Run, Steps, evaluator, reader, runner

_Condition = tuple[Run, bool]
"""What is asked, and the value that it must have for a fault."""


class FactCheck:
    """Facts, when they are compared, and what must hold of them."""

    def __init__(self, options: Mapping[str, Plain]) -> None:
        self._options = options
        self._find = [(name, reader(path), each, optional) for name, (path, each, optional) in options["find"].items()]

    # The rest is made when a document has the facts at all: of most rules none has them.

    @cached_property
    def _once(self) -> list[_Condition]:
        return _ready(self._options["once"])

    @cached_property
    def _alone(self) -> Mapping[str, list[_Condition]]:
        return {name: _ready(conditions) for name, conditions in self._options["alone"].items()}

    @cached_property
    def _joint(self) -> list[_Condition]:
        return _ready(self._options["joint"])

    @cached_property
    def _places(self) -> list[tuple[str, str, Callable[[object], Any]]]:
        return [(name, path[0], reader(path[1:])) for name, path in self._options["places"].items()]

    @cached_property
    def _values(self) -> list[tuple[str, Evaluate]]:
        return [(name, evaluator(value)) for name, value in self._options["values"].items()]

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterable[Match]:
        """Every set of facts for which the rule applies and does not hold."""
        candidates: list[Sequence[Any]] = []
        for _, read, each, optional in self._find:
            value = read(analysis)
            if value is None and not each and not optional:
                raise Undetermined
            candidates.append((value or ()) if each else (value,))
        return self._faults(analysis, candidates) if all(candidates) else ()

    def _faults(self, analysis: Analysis, candidates: Sequence[Sequence[Any]]) -> Iterator[Match]:
        steps = Steps()
        env = Names(analysis, {})  # one for all: what the document says need not be asked again for each
        lists: dict[str, Sequence[Any]] = {}
        for (name, _, each, _), found in zip(self._find, candidates, strict=True):
            if each:
                lists[name] = found
            else:
                env[name] = found[0]
        if not _all_as_wanted(self._once, env, steps):
            return
        for name, members in lists.items():
            lists[name] = self._sieved(name, members, steps)
        for bound in product(*lists.values()):
            steps.spend(1)
            env.update(zip(lists, bound, strict=True))
            if _all_as_wanted(self._joint, env, steps):
                yield self._match(env)

    def _sieved(self, name: str, members: Sequence[Any], steps: Steps) -> Sequence[Any]:
        """The members of a list that may be at fault: mostly none, and nothing is combined."""
        for holds, wanted in self._alone[name]:
            members = [member for member in members if holds(member, steps) is wanted]
            if not members:
                break
        return members

    def _match(self, env: Names) -> Match:
        places = {name: place for name, start, read in self._places if (place := read(env[start])) is not None}
        return Match(places, {name: _shown(value(env)) for name, value in self._values})


def _ready(conditions: Iterable[tuple[Plain, bool]]) -> list[_Condition]:
    return [(runner(tree), wanted) for tree, wanted in conditions]


def _all_as_wanted(conditions: list[_Condition], env: Names, steps: Steps) -> bool:
    for holds, wanted in conditions:  # noqa: SIM110 - a generator takes twice as long, and this is asked most
        if holds(env, steps) is not wanted:
            return False
    return True


def _shown(value: Any) -> str:
    """A value as a message shows it: a fact as it is written, a date in full."""
    if value is None:
        return "？"
    text = getattr(value, "text", None)
    if isinstance(text, str):
        return text
    if hasattr(value, "strftime"):
        return f"{value.year}年{value.month}月{value.day}日"
    return str(value.value) if hasattr(value, "span") else str(value)


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:  # noqa: ARG001 - no patterns
    """The check of a rule."""
    return FactCheck(options)
