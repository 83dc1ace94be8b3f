"""Trees of `parse`, made into closures that say what they are for the facts of one document.

A tree is plain data: nested tuples of strings, whole numbers, booleans and `None`, so that it can be kept in a cache
with `marshal`. It is run by closures made from three tables, `FORMS` below and those of `operations`, never by
`eval`, `compile` or `ast`: whatever somebody writes into the cache, nothing but these operations can happen.

Values are whole numbers, decimals, strings, booleans, dates, tuples and records of facts. `None` is an unknown value.
It makes everything that touches it unknown, except `known(…)` and what is decided without it: `False and unknown` is
false on either side, `True or unknown` is true, and `any` and `all` follow.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, Protocol, TypeAlias

from lint_reports.rulelang.expr import decimals
from lint_reports.rulelang.expr.operations import FOLDS, OPERATIONS

Tree: TypeAlias = tuple[Any, ...]
"""A tag from `OPERATIONS` or `FORMS`, and what it is applied to."""

MAX_STEPS = 1_000_000
"""How many elements one budget lets comprehensions visit; about a quarter of a second."""
_CHARACTERS_PER_STEP = 1_000
"""`contains` reads about as many characters while a comprehension visits one element."""


class BadTreeError(Exception):
    """A tree that `parse` did not make: the cache is damaged and has to be made again."""


class TooManyStepsError(Exception):
    """A comprehension has used up its budget; the rule has to give up on this document."""


class Steps:
    """A budget of work. One for each rule and document keeps the time linear even where a rule is not.

    Args:
        left: how many elements may still be visited.
    """

    __slots__ = ("left",)

    def __init__(self, left: int = MAX_STEPS) -> None:
        self.left = left

    def spend(self, steps: int) -> None:
        """Take steps out of the budget.

        Raises:
            TooManyStepsError: there are not so many left.
        """
        self.left -= steps
        if self.left < 0:
            raise TooManyStepsError


Run: TypeAlias = Callable[[Any, Steps], Any]
"""What a tree becomes: what its names stand for, and a budget, to its value."""


class Evaluate(Protocol):
    """An expression that is ready to be asked."""

    def __call__(self, values: Mapping[str, object], steps: Steps | None = None) -> Any:
        """The value, `None` if it is unknown. For a condition that is True, False or None.

        Args:
            values: what every name of the expression stands for; `None` for what is not known.
            steps: the budget to share with other evaluations; a new one if left out.

        Raises:
            TooManyStepsError: the budget is used up.
        """


def evaluator(tree: Tree) -> Evaluate:
    """Make an expression ready to be asked, as often as needed.

    Args:
        tree: from `parse`, or from a cache.

    Raises:
        BadTreeError: it is no such tree.
    """
    run = runner(tree)

    def evaluate(values: Mapping[str, object], steps: Steps | None = None) -> object:
        return run(values, Steps() if steps is None else steps)

    return evaluate


def runner(tree: Tree) -> Run:
    """The same with less round it, for what is asked of every fact: the budget must be given.

    A tree with `item` is asked of a record instead of names.

    Raises:
        BadTreeError: it is no such tree.
    """
    try:
        return _build(tree)
    except (LookupError, TypeError, ValueError, ArithmeticError, AttributeError, RecursionError) as error:
        raise BadTreeError from error


def reader(chain: Sequence[str]) -> Callable[[object], Any]:
    """A function that follows attributes from a record, `None` as soon as one is unknown.

    Args:
        chain: names of fields, for example of `types.place` or of a `find` path.

    Raises:
        BadTreeError: a name is no name of a field.
    """
    try:
        getters = [_getter(name) for name in chain]
    except (TypeError, ValueError, AttributeError) as error:
        raise BadTreeError from error

    if len(getters) == 1:
        getter = getters[0]
        return lambda start: None if start is None else getter(start)

    def read(start: object) -> object:
        value = start
        for getter in getters:
            if value is None:
                return None
            value = getter(value)
        return value

    return read


def _build(tree: Tree) -> Run:
    tag, *parts = tree
    if tag in OPERATIONS and len(parts) == 2 and parts[1][0] in _CONSTANT:
        return _strict_constant(OPERATIONS[tag], _build(parts[0]), _build(parts[1])({}, Steps(0)))
    if tag in OPERATIONS:
        return _strict(OPERATIONS[tag], [_build(part) for part in parts])
    return FORMS[tag](*parts)


def _strict(operation: Callable[..., Any], parts: Sequence[Run]) -> Run:
    """An operation that is unknown as soon as one operand is. One and two operands are spelled out for speed."""
    match parts:
        case [operand]:
            return _strict_one(operation, operand)
        case [left, right]:
            return _strict_two(operation, left, right)

    def run(values: Mapping[str, Any], steps: Steps) -> object:
        operands = [part(values, steps) for part in parts]
        return None if None in operands else operation(*operands)

    return run


def _strict_one(operation: Callable[[Any], Any], part: Run) -> Run:
    def run(values: Mapping[str, Any], steps: Steps) -> object:
        operand = part(values, steps)
        return None if operand is None else operation(operand)

    return run


def _strict_two(operation: Callable[[Any, Any], Any], left: Run, right: Run) -> Run:
    def run(values: Mapping[str, Any], steps: Steps) -> object:
        first = left(values, steps)
        if first is None:
            return None
        second = right(values, steps)
        return None if second is None else operation(first, second)

    return run


def _strict_constant(operation: Callable[[Any, Any], Any], part: Run, constant: Any) -> Run:
    """With a constant on the right, as most comparisons have."""

    def run(values: Mapping[str, Any], steps: Steps) -> object:
        operand = part(values, steps)
        return None if operand is None else operation(operand, constant)

    return run


_CONSTANT = ("const", "decimal", "constants")


def _const(value: str | int) -> Run:
    if not isinstance(value, str | int):
        raise TypeError
    return lambda _values, _steps: value


def _decimal(text: str) -> Run:
    value = decimals.literal(text)
    return lambda _values, _steps: value


def _constants(*parts: Tree) -> Run:
    nothing = Steps(0)
    values = tuple(_build(part)({}, nothing) for part in parts)
    return lambda _values, _steps: values


def _name(name: str) -> Run:
    return lambda values, _steps: values[name]


def _item() -> Run:
    return lambda item, _steps: item


def _field(source: Tree, name: str) -> Run:
    read = _getter(name)
    if source[0] == "item":
        return lambda item, _steps: read(item)
    if source[0] != "name":
        return _strict_one(read, _build(source))
    # By far the most frequent form, and so without a closure for the name.
    variable = source[1]

    def run(values: Mapping[str, Any], _steps: Steps) -> object:
        record = values[variable]
        return None if record is None else read(record)

    return run


def _getter(name: str) -> Callable[[Any], Any]:
    """Reads one field. Dots and underscores at the start are refused: they would lead out of the facts."""
    if not name.isidentifier() or name.startswith("_"):
        raise ValueError(name)
    return operator.attrgetter(name)


def _known(part: Tree) -> Run:
    run = _build(part)
    return lambda values, steps: run(values, steps) is not None


def _junction(decisive: bool) -> Callable[..., Run]:  # noqa: FBT001 - it is the value that decides, not a switch
    """`and`, which False decides whatever else is unknown, and `or`, which True decides."""

    def build(*parts: Tree) -> Run:
        runs = [_build(part) for part in parts]

        def run(values: Mapping[str, Any], steps: Steps) -> object:
            result: bool | None = not decisive
            for part in runs:
                value = part(values, steps)
                if value is decisive:
                    return decisive
                if value is None:
                    result = None
            return result

        return run

    return build


def _chain(first: Tree, *links: tuple[str, Tree]) -> Run:
    """`a < b <= c`: every operand once, and as much as `a < b and b <= c`."""
    start = _build(first)
    rest = [(OPERATIONS[operation], _build(part)) for operation, part in links]

    def run(values: Mapping[str, Any], steps: Steps) -> bool | None:
        left, result = start(values, steps), True
        for operation, part in rest:
            right = part(values, steps)
            known = left is not None and right is not None
            if known and not operation(left, right):
                return False
            result, left = result and known, right
        return result or None

    return run


def _if(condition: Tree, yes: Tree, no: Tree) -> Run:
    test, then, otherwise = _build(condition), _build(yes), _build(no)

    def run(values: Mapping[str, Any], steps: Steps) -> object:
        held = test(values, steps)
        if held is None:
            return None
        return then(values, steps) if held else otherwise(values, steps)

    return run


def _contains(whole: Tree, part: Tree) -> Run:
    """The only function that takes longer for longer texts, and so the only one that is charged for it."""
    whole_of, part_of = _build(whole), _build(part)

    def run(values: Mapping[str, Any], steps: Steps) -> object:
        text, sought = whole_of(values, steps), part_of(values, steps)
        if text is None or sought is None:
            return None
        if len(text) >= _CHARACTERS_PER_STEP:
            steps.spend(len(text) // _CHARACTERS_PER_STEP)
        return sought in text

    return run


class _Inner(dict[str, Any]):
    """The names inside a comprehension: its variable, then those around it, whatever kind of mapping holds them."""

    def __init__(self, around: Mapping[str, Any]) -> None:
        super().__init__()
        self._around = around

    def __missing__(self, name: str) -> Any:
        return self._around[name]


def _each(fold: str, variable: str, source: Tree, condition: Tree, element: Tree) -> Run:
    """A comprehension: the elements of a list that a condition keeps, folded into one value."""
    items_of, keep, value_of, finish = _build(source), _build(condition), _build(element), FOLDS[fold]

    def elements(items: Iterable[Any], values: Mapping[str, Any], steps: Steps) -> Iterator[Any]:
        inner = _Inner(values)
        for item in items:
            inner[variable] = item
            kept = keep(inner, steps)
            if kept:
                yield value_of(inner, steps)
            elif kept is None:
                yield None

    def run(values: Mapping[str, Any], steps: Steps) -> object:
        items = items_of(values, steps)
        if items is None:
            return None
        steps.spend(len(items))
        return finish(elements(items, values, steps))

    return run


FORMS: Mapping[str, Callable[..., Run]] = {
    "const": _const,
    "decimal": _decimal,
    "constants": _constants,
    "name": _name,
    "item": _item,
    "field": _field,
    "known": _known,
    "and": _junction(decisive=False),
    "or": _junction(decisive=True),
    "chain": _chain,
    "if": _if,
    "contains": _contains,
    "each": _each,
}
"""Everything else that a tree is made of."""
