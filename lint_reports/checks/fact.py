"""Kind `fact`: typed facts bound to names, and an expression that must hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property
from itertools import product
from typing import Any

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Names, Plain, Scope, Undetermined
from lint_reports.finding import Match
from lint_reports.rulelang.expr.evaluate import Evaluate, Steps, evaluator, reader


class FactCheck:
    """Facts, when they are compared, and what must hold of them."""

    def __init__(self, options: Mapping[str, Plain]) -> None:
        self._options = options
        self._find = [(name, reader(path), each, optional) for name, (path, each, optional) in options["find"].items()]

    # The rest is made when a document has the facts at all: of most rules none has them.

    @cached_property
    def _when(self) -> Evaluate | None:
        return evaluator(self._options["when"]) if self._options["when"] else None

    @cached_property
    def _assert(self) -> Evaluate:
        return evaluator(self._options["assert"])

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """Every set of facts for which the rule applies and does not hold."""
        candidates = [self._candidates(analysis, one) for one in self._find]
        return self._faults(analysis, candidates) if all(candidates) else iter(())

    def _faults(self, analysis: Analysis, candidates: Sequence[Sequence[Any]]) -> Iterator[Match]:
        steps = Steps()
        env = Names(analysis, {})  # one for all: what the document says need not be asked again for each
        names = [name for name, _, _, _ in self._find]
        when, holds = self._when, self._assert
        for bound in product(*candidates):
            steps.spend(1)
            env.update(zip(names, bound, strict=True))
            if (when is None or when(env, steps) is True) and holds(env, steps) is False:
                yield self._match(env)

    def _candidates(self, analysis: Analysis, one: tuple[str, Any, bool, bool]) -> Sequence[Any]:
        _, read, each, optional = one
        value = read(analysis)
        if each:
            return value or ()
        if value is None and not optional:
            raise Undetermined
        return (value,)

    def _match(self, env: Names) -> Match:
        places = {}
        for name, path in self._options["places"].items():
            place = reader(path)(_Root(env))
            if place is not None:
                places[name] = place
        values = self._options["values"].items()
        return Match(places, {name: _shown(evaluator(value)(env)) for name, value in values})


class _Root:
    """Names as attributes, for readers of paths."""

    def __init__(self, env: Names) -> None:
        self._env = env

    def __getattr__(self, name: str) -> Any:
        return self._env[name]


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
