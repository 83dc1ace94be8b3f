"""The functions of expressions: what they take and what they give.

`evaluate` has what they do; `docs/expressions.md` describes them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from lint_reports.language import Say
from lint_reports.rulelang.expr import messages
from lint_reports.rulelang.expr.evaluate import Tree
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.operands import NUMBERS, Operand, common, exact, expect
from lint_reports.rulelang.expr.types import BOOL, DATE, DECIMAL, INT, Kind, Type, fields

MAX_PLACES = 10
"""The most decimal places that `round` keeps."""

_FEWEST = 2
"""Arguments of `min` and `max`, if they are no comprehension."""

_BOOL = frozenset({Kind.BOOL})
_INT = frozenset({Kind.INT})
_TEXT = frozenset({Kind.STR})
_DATE = frozenset({Kind.DATE})
_ORDERED = NUMBERS | _DATE
_ANY = frozenset[Kind]()


class Signature(NamedTuple):
    """What a function with fixed types takes and gives.

    Attributes:
        takes: for each argument the kinds allowed; an empty set allows any.
        gives: the type of the result.
    """

    takes: tuple[frozenset[Kind], ...]
    gives: Type


class Loop(NamedTuple):
    """A comprehension: `element for variable in source if condition`."""

    variable: str
    source: Operand
    condition: Operand | None
    element: Operand


PLAIN: Mapping[str, Signature] = {
    "known": Signature((_ANY,), BOOL),
    "size": Signature((_TEXT | {Kind.LIST},), INT),
    "contains": Signature((_TEXT, _TEXT), BOOL),
    "starts_with": Signature((_TEXT, _TEXT), BOOL),
    "ends_with": Signature((_TEXT, _TEXT), BOOL),
    "date": Signature((_INT, _INT, _INT), DATE),
    "days": Signature((_DATE, _DATE), INT),
}
"""Functions whose types are fixed. They are operations of the same name."""

LOOPS: Mapping[str, frozenset[Kind]] = {
    "all": _BOOL,
    "any": _BOOL,
    "count": _BOOL,
    "sum": NUMBERS,
    "min": _ORDERED,
    "max": _ORDERED,
}
"""Functions of a comprehension, and what its elements may be."""


def call(name: str, arguments: Sequence[Operand], offset: int) -> Operand:
    """A call with arguments.

    Args:
        name: one of `FUNCTIONS`.
        arguments: what stands in the brackets.
        offset: where the call begins.

    Raises:
        ExpressionError: too few or too many arguments, or of the wrong types.
    """
    if name in PLAIN:
        return _plain(name, arguments, offset)
    if name in _NUMERIC:
        return _NUMERIC[name](name, arguments, offset)
    raise ExpressionError(messages.wants_for(name), offset)


def fold(name: str, loop: Loop, offset: int) -> Operand:
    """A call with a comprehension.

    Args:
        name: one of `FUNCTIONS`.
        loop: what stands in the brackets.
        offset: where the call begins.

    Raises:
        ExpressionError: the function takes none, or other elements.
    """
    if name not in LOOPS:
        raise ExpressionError(messages.no_for(name), offset)
    element = exact(expect(loop.element, LOOPS[name], Say(f"{name} 的每一项", f"each element of {name}")))
    if name == "sum" and element.type.kind is Kind.DECIMAL:
        return _each("decimal sum", loop, element, offset)
    return _each(name, loop, element, offset)


def _each(fold_name: str, loop: Loop, element: Operand, offset: int) -> Operand:
    keep, tree = _kept(fold_name, loop.condition, element.tree)
    gives = INT if fold_name == "count" else element.type._replace(optional=False)
    return Operand(("each", fold_name, loop.variable, loop.source.tree, keep, tree), gives, offset)


def _kept(name: str, condition: Operand | None, element: Tree) -> tuple[Tree, Tree]:
    """The condition and the element of a comprehension.

    Of conditions the `if` becomes a part: an element that is false counts for nothing in `any`, whether or not its
    `if` is known. Elsewhere an unknown `if` leaves the whole unknown.
    """
    always: Tree = ("const", True)
    if condition is None:
        return always, element
    if name == "all":
        return always, ("or", ("not", condition.tree), element)
    if name in {"any", "count"}:
        return always, ("and", condition.tree, element)
    return condition.tree, element


def _plain(name: str, arguments: Sequence[Operand], offset: int) -> Operand:
    takes, gives = PLAIN[name]
    _check_count(name, arguments, len(takes), offset)
    settled = [
        _as_date(operand) if kinds == _DATE else operand for operand, kinds in zip(arguments, takes, strict=True)
    ]
    for number, (operand, kinds) in enumerate(zip(settled, takes, strict=True), 1):
        expect(operand, kinds, _argument(name, number))
    return Operand((name, *(operand.tree for operand in settled)), gives, offset)


def _as_date(operand: Operand) -> Operand:
    """The `date` of a record that has one, so that `days` takes a moment as it stands."""
    owner = operand.type
    if owner.kind is not Kind.RECORD or owner.of is None or "date" not in fields(owner.of):
        return operand
    return operand._replace(tree=("field", operand.tree, "date"), type=fields(owner.of)["date"])


def _abs(name: str, arguments: Sequence[Operand], offset: int) -> Operand:
    _check_count(name, arguments, 1, offset)
    operand = exact(expect(arguments[0], NUMBERS, _argument(name, 1)))
    operation = "abs" if operand.type.kind is Kind.INT else "decimal abs"
    return Operand((operation, operand.tree), operand.type, offset)


def _round(name: str, arguments: Sequence[Operand], offset: int) -> Operand:
    _check_count(name, arguments, 2, offset)
    operand, places = exact(expect(arguments[0], NUMBERS, _argument(name, 1))), arguments[1]
    if places.type.kind is not Kind.INT or not places.literal or not 0 <= places.tree[1] <= MAX_PLACES:
        raise ExpressionError(messages.round_places(MAX_PLACES), places.offset)
    return Operand(("round", operand.tree, places.tree), DECIMAL, offset)


def _extreme(name: str, arguments: Sequence[Operand], offset: int) -> Operand:
    if len(arguments) < _FEWEST:
        raise ExpressionError(messages.wants_two(name), offset)
    settled = [exact(expect(operand, _ORDERED, _argument(name, n))) for n, operand in enumerate(arguments, 1)]
    gives = settled[0]
    for operand in settled[1:]:
        gives = operand._replace(type=common(gives, operand))
    return Operand((name, *(operand.tree for operand in settled)), gives.type, offset)


def _check_count(name: str, arguments: Sequence[Operand], wanted: int, offset: int) -> None:
    if len(arguments) != wanted:
        raise ExpressionError(messages.wrong_count(name, wanted, len(arguments)), offset)


def _argument(name: str, number: int) -> Say:
    return Say(f"{name} 的第 {number} 个参数", f"argument {number} of {name}")


_NUMERIC: Mapping[str, Callable[[str, Sequence[Operand], int], Operand]] = {
    "abs": _abs,
    "round": _round,
    "min": _extreme,
    "max": _extreme,
}
"""Functions whose result depends on what they are given."""

FUNCTIONS: tuple[str, ...] = tuple(dict.fromkeys((*PLAIN, *_NUMERIC, *LOOPS)))
"""Every name that can be called."""
