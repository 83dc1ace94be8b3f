"""Arithmetic with decimals: exact, and never an exception.

Sums, differences and products are exact to 50 significant digits; quotients are rounded there. A result that is no
number (a division by zero) is `None`, unknown. `decimal` costs 10 ms to import, so only what needs it asks for it.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from decimal import Context, Decimal

_DIGITS = 50


def exact(value: float | Decimal) -> Decimal | None:
    """A number as the decimal that people read: the float 12.3 is 12.3 and not its nearest binary fraction."""
    from decimal import Decimal

    return _number(Decimal(str(value)))


def literal(text: str) -> Decimal:
    """A constant as written in a rule."""
    from decimal import Decimal

    return Decimal(text)


def add(left: Decimal, right: Decimal) -> Decimal | None:
    """The sum."""
    return _number(_context().add(left, right))


def subtract(left: Decimal, right: Decimal) -> Decimal | None:
    """The difference."""
    return _number(_context().subtract(left, right))


def multiply(left: Decimal, right: Decimal) -> Decimal | None:
    """The product."""
    return _number(_context().multiply(left, right))


def divide(left: Decimal, right: Decimal) -> Decimal | None:
    """The quotient of two whole or decimal numbers; `None` for a division by zero."""
    return _number(_context().divide(left, right))


def negative(value: Decimal) -> Decimal | None:
    """The number with its sign turned."""
    return _number(_context().minus(value))


def absolute(value: Decimal) -> Decimal | None:
    """The number without its sign."""
    return _number(_context().abs(value))


def rounded(value: Decimal, places: int) -> Decimal | None:
    """Rounded to decimal places, halves away from zero (四舍五入)."""
    from decimal import ROUND_HALF_UP, Decimal

    context = _context()
    unit = Decimal((0, (1,), -places))
    return _number(context.create_decimal(value).quantize(unit, ROUND_HALF_UP, context))


def total(values: Iterable[Decimal]) -> Decimal | None:
    """The sum of many; 0 of none."""
    from decimal import Decimal

    context, result = _context(), Decimal(0)
    for value in values:
        result = context.add(result, value)
    return _number(result)


def _number(value: Decimal) -> Decimal | None:
    return value if value.is_finite() else None


@cache
def _context() -> Context:
    """Our own context, without traps: what the host program does to the common one must not change a finding."""
    from decimal import Context

    return Context(prec=_DIGITS, traps=[])
