"""Arithmetic with figures that were rounded: between which numbers a result lies.

A figure stands for anything that people would have rounded, or cut off, to it (`Quantity.low` and `high`); a result is
known as exactly as the figures that it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.quantity import Quantity

if TYPE_CHECKING:
    from decimal import Context, Decimal


class Allowed(NamedTuple):
    """What may be stated for a result: the least, the most, and what to expect."""

    low: Decimal
    high: Decimal
    expected: str


class Bounds(NamedTuple):
    """A result: the least and the most that it can be, and what it is if nothing was rounded."""

    low: Decimal
    high: Decimal
    value: Decimal

    def __neg__(self) -> Bounds:
        context = _context()
        return Bounds(context.minus(self.high), context.minus(self.low), context.minus(self.value))

    def times(self, factor: int) -> Bounds:
        """The result multiplied by a positive whole number."""
        context = _context()
        return Bounds(*(context.multiply(one, factor) for one in self))

    def plus(self, number: int) -> Bounds:
        """The result with a whole number added."""
        context = _context()
        return Bounds(*(context.add(one, number) for one in self))

    def over(self, number: int) -> Bounds:
        """The result divided by a positive whole number."""
        context = _context()
        return Bounds(*(context.divide(one, number) for one in self))

    @property
    def holds_whole(self) -> bool:
        """Whether a whole number lies between the least and the most, neither of which may be negative."""
        return int(self.high) >= self.low

    def stated_as(self, stated: Quantity) -> Allowed:
        """What may be stated for the result: rounded or cut off to as many places as are stated."""
        context = _context()
        low = context.subtract(self.low, context.subtract(stated.high, stated.value))
        high = context.add(self.high, context.subtract(stated.value, stated.low))
        return Allowed(low, high, stated.like(self.value))


def of(quantity: Quantity) -> Bounds:
    """What a figure stands for."""
    return Bounds(quantity.low, quantity.high, quantity.value)


def total(parts: Iterable[Bounds]) -> Bounds:
    """The sum of some results, at least one."""
    context = _context()
    first, *rest = parts
    for part in rest:
        first = Bounds(*(context.add(one, other) for one, other in zip(first, part, strict=True)))
    return first


def difference(one: Bounds, other: Bounds) -> Bounds:
    """One result less another."""
    return total((one, -other))


def quotient(one: Bounds, other: Bounds) -> Bounds | None:
    """One result divided by another, of which neither may be negative; unknown if the other may be nothing."""
    if other.low <= 0 or one.low < 0:
        return None
    divide = _context().divide
    return Bounds(divide(one.low, other.high), divide(one.high, other.low), divide(one.value, other.value))


def change(prior: Quantity, current: Quantity, stated: Quantity) -> Allowed:
    """What may be stated for the difference of two figures, without its sign.

    People subtract figures as they are written. One more or less in the last decimal place is a rounding; so is a
    difference that is stated less finely, unless it lies halfway.
    """
    context = _context()
    result = context.abs(context.subtract(current.value, prior.value))
    finest = min(prior.step, current.step)
    slack = _decimal("0")
    if stated.step > finest:
        slack = context.multiply(stated.step, _decimal("0.49"))
    elif prior.places or current.places:
        slack = finest
    digits = context.scaleb(result, -stated.written[2])
    return Allowed(context.subtract(result, slack), context.add(result, slack), f"{context.normalize(digits):f}")


def summed(parts: Sequence[Quantity], stated: Quantity) -> Allowed:
    """What may be stated for the sum of some figures.

    People add figures as they are written; each that has decimal places may have been rounded. The sum may be rounded
    where it is written with decimal places, or less finely than its parts.
    """
    context = _context()
    result = slack = _decimal("0")
    for part in parts:
        result = context.add(result, part.value)
        if part.places:
            slack = context.add(slack, context.divide(part.step, 2))
    low, high = context.subtract(result, slack), context.add(result, slack)
    if stated.places or stated.step > min(part.step for part in parts):
        low = context.subtract(low, context.subtract(stated.high, stated.value))
        high = context.add(high, context.subtract(stated.value, stated.low))
    return Allowed(low, high, stated.like(result))


@cache
def _context() -> Context:
    """Our own context, without traps: what the host program does to the common one must not change a finding."""
    from decimal import Context

    return Context(prec=50, traps=[])


def _decimal(text: str) -> Decimal:
    from decimal import Decimal

    return Decimal(text)
