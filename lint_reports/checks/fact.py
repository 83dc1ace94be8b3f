"""Kind `fact`: typed facts bound to names, and an expression that must hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import product
from typing import Any

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Names, Plain, Scope, Undetermined
from lint_reports.finding import Match
from lint_reports.rulelang.expr.evaluate import Steps, evaluator, reader


class FactCheck:
    """Facts, when they are compared, and what must hold of them."""

    def __init__(self, options: Mapping[str, Plain]) -> None:
        self._find = [(name, reader(path), each, optional) for name, (path, each, optional) in options["find"].items()]
        self._when = evaluator(options["when"]) if options["when"] else None
        self._assert = evaluator(options["assert"])
        self._values = {name: evaluator(tree) for name, tree in options["values"].items()}
        self._places = {name: reader(path) for name, path in options["places"].items()}

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """Every set of facts for which the rule applies and does not hold."""
        steps = Steps()
        names = [name for name, _, _, _ in self._find]
        for bound in product(*(self._candidates(analysis, one) for one in self._find)):
            steps.spend(1)
            env = Names(analysis, dict(zip(names, bound, strict=True)))
            if (self._when is None or self._when(env, steps) is True) and self._assert(env, steps) is False:
                yield self._match(env)

    def _candidates(self, analysis: Analysis, one: tuple[str, Any, bool, bool]) -> Iterable[Any]:
        _, read, each, optional = one
        value = read(analysis)
        if each:
            return value or ()
        if value is None and not optional:
            raise Undetermined
        return (value,)

    def _match(self, env: Names) -> Match:
        places = {}
        for name, path in self._places.items():
            place = path(_Root(env))
            if place is not None:
                places[name] = place
        return Match(places, {name: _shown(value(env)) for name, value in self._values.items()})


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
