"""The rules of types for operators: what may stand on either side, and what comes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from lint_reports.language import Say
from lint_reports.rulelang.expr import messages
from lint_reports.rulelang.expr.evaluate import Tree
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.types import DECIMAL, FLOAT, INT, Kind, Type, kinds_name

NUMBERS = frozenset({Kind.INT, Kind.DECIMAL})
_WHOLE = frozenset({Kind.INT})
_WHOLES = frozenset({Kind.RECORD, Kind.LIST})
_EQUALITY = frozenset({"==", "!=", "in", "not in"})

ARITHMETIC: Mapping[str, tuple[str, frozenset[Kind]]] = {
    "+": ("decimal +", NUMBERS),
    "-": ("decimal -", NUMBERS),
    "*": ("decimal *", NUMBERS),
    "/": ("/", NUMBERS),
    "//": ("", _WHOLE),
    "%": ("", _WHOLE),
}
"""For each operator its operation on decimals, and what it may be given."""


class Operand(NamedTuple):
    """A part of an expression that has been checked.

    Attributes:
        tree: what it became.
        type: what its value will be.
        offset: where it begins in the expression.
    """

    tree: Tree
    type: Type
    offset: int

    @property
    def literal(self) -> bool:
        """Whether it is a constant."""
        return self.tree[0] in {"const", "decimal"}


def expect(operand: Operand, kinds: frozenset[Kind], what: Say) -> Operand:
    """The operand, if it is of one of the kinds.

    Args:
        operand: what was written.
        kinds: what is allowed; an empty set allows anything.
        what: what the message calls the operand.

    Raises:
        ExpressionError: it is of another kind.
    """
    if not kinds or operand.type.kind in kinds:
        return operand
    say = messages.wrong_type(what, kinds_name(kinds), operand.type.name)
    if kinds == {Kind.BOOL} and (operand.type.optional or operand.type.kind is Kind.RECORD):
        say = messages.ask_known(say)
    raise ExpressionError(say, operand.offset)


def condition(operand: Operand, what: Say) -> Operand:
    """The operand, if it is true or false.

    Raises:
        ExpressionError: it is of another kind.
    """
    return expect(operand, frozenset({Kind.BOOL}), what)


def exact(operand: Operand) -> Operand:
    """The operand with a float made a decimal; anything else as it is."""
    if operand.type.of is not float:
        return operand
    return operand._replace(tree=("exact", operand.tree), type=DECIMAL)


def arithmetic(symbol: str, left: Operand, right: Operand) -> Operand:
    """Two numbers and what is between them.

    Raises:
        ExpressionError: one of them is no number, or not a whole one for `//` and `%`.
    """
    on_decimals, kinds = ARITHMETIC[symbol]
    for side in (left, right):
        expect(side, kinds, Say(f"“{symbol}”两边", f"either side of `{symbol}`"))
    if symbol != "/" and left.type.kind is right.type.kind is Kind.INT:
        return Operand((symbol, left.tree, right.tree), INT, left.offset)
    return Operand((on_decimals, exact(left).tree, exact(right).tree), DECIMAL, left.offset)


def negative(operand: Operand) -> Operand:
    """A number with a minus before it; a constant stays a constant.

    Raises:
        ExpressionError: it is no number.
    """
    expect(operand, NUMBERS, Say("负号后", "what follows the minus sign"))
    if operand.type.kind is Kind.INT:
        tree = ("const", -operand.tree[1]) if operand.literal else ("negative", operand.tree)
        return operand._replace(tree=tree)
    if operand.literal:
        text = operand.tree[1]
        return operand._replace(tree=("decimal", text[1:] if text.startswith("-") else f"-{text}"))
    settled = exact(operand)
    return settled._replace(tree=("decimal negative", settled.tree))


def check_comparison(symbol: str, left: Operand, right: Operand) -> None:
    """Whether two values can be compared in this way.

    Raises:
        ExpressionError: they are of different types, or have no order.
    """
    for side in (left, right):
        if side.type.kind in _WHOLES:
            raise ExpressionError(messages.compare_fields(side.type.name), side.offset)
    if left.type.kind in NUMBERS and right.type.kind in NUMBERS:
        return
    if not (_same(left.type, right.type) or _names_member(left, right) or _names_member(right, left)):
        raise ExpressionError(messages.incomparable(left.type.name, right.type.name), right.offset)
    if symbol not in _EQUALITY and left.type.kind is not Kind.DATE:
        raise ExpressionError(messages.unordered(left.type.name), left.offset)


def alike(parts: Sequence[Operand]) -> list[Tree]:
    """The trees of values that are compared, with floats made decimals if any of them is a decimal.

    A float and a whole number compare exactly as they are, which spares importing `decimal`.
    """
    if any(_holds_decimal(part.type) for part in parts):
        return [exact(part).tree for part in parts]
    return [part.tree for part in parts]


def common(left: Operand, right: Operand) -> Type:
    """The type of what may be either of two values.

    Raises:
        ExpressionError: they have none in common.
    """
    if left.type.kind in NUMBERS and right.type.kind in NUMBERS:
        return _number(left.type, right.type)
    if not _same(left.type, right.type):
        raise ExpressionError(messages.unlike(left.type.name, right.type.name), right.offset)
    return left.type._replace(optional=left.type.optional or right.type.optional)


def fits(found: Type, wanted: Type) -> bool:
    """Whether a value may stand where another type is wanted: a whole number does for a decimal."""
    return _same(found, wanted) or (found.kind is Kind.INT and wanted.kind is Kind.DECIMAL)


def _holds_decimal(found: Type) -> bool:
    inner = found.item or found
    return inner.kind is Kind.DECIMAL and inner.of is not float


def _number(left: Type, right: Type) -> Type:
    if left.kind is right.kind is Kind.INT:
        return INT
    return FLOAT if float in {left.of, right.of} else DECIMAL


def _same(left: Type, right: Type) -> bool:
    if left.kind is Kind.DECIMAL:
        return right.kind is Kind.DECIMAL
    return left._replace(optional=False) == right._replace(optional=False)


def _names_member(enumeration: Operand, text: Operand) -> bool:
    """Whether the second is a string constant for the first; it then has to be one of its values."""
    if enumeration.type.kind is not Kind.ENUM or text.type.kind is not Kind.STR or not text.literal:
        return False
    values, value = enumeration.type.values, text.tree[1]
    if value not in values:
        raise ExpressionError(messages.unknown_member(enumeration.type.name, value, values), text.offset)
    return True
