"""Arithmetic with figures that were rounded: between which numbers a result lies.

A figure stands for anything that people would have rounded, or cut off, to it (`Quantity.low` and `high`); a result is
known as exactly as the figures that it is made of.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.quantity import Quantity, context, reach
from lint_reports.text import maker

if TYPE_CHECKING:
    from decimal import Decimal


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
        low, high, value = self
        minus = context().minus
        return _make_bounds((minus(high), minus(low), minus(value)))

    def times(self, factor: int) -> Bounds:
        """The result multiplied by a positive whole number."""
        low, high, value = self
        multiply = context().multiply
        return _make_bounds((multiply(low, factor), multiply(high, factor), multiply(value, factor)))

    def plus(self, number: int) -> Bounds:
        """The result with a whole number added."""
        low, high, value = self
        add = context().add
        return _make_bounds((add(low, number), add(high, number), add(value, number)))

    def over(self, number: int) -> Bounds:
        """The result divided by a positive whole number."""
        low, high, value = self
        divide = context().divide
        return _make_bounds((divide(low, number), divide(high, number), divide(value, number)))

    @property
    def holds_whole(self) -> bool:
        """Whether a whole number lies between the least and the most, neither of which may be negative."""
        return int(self.high) >= self.low

    def stated_as(self, stated: Quantity) -> Allowed:
        """What may be stated for the result: rounded or cut off to as many places as are stated."""
        low, high, value = self
        least, most, written = of(stated)
        subtract, add = context().subtract, context().add
        return Allowed(subtract(low, subtract(most, written)), add(high, subtract(written, least)), stated.like(value))

    def agrees_with(self, stated: Quantity) -> bool:
        """Whether a figure may be stated for the result."""
        least, most, _ = reach(stated)
        return self.low <= most and least <= self.high


_make_bounds = maker(Bounds)


def of(quantity: Quantity) -> Bounds:
    """What a figure stands for."""
    return _make_bounds(reach(quantity))


def total(parts: Iterable[Bounds]) -> Bounds:
    """The sum of some results, at least one."""
    add = context().add
    (low, high, value), *rest = parts
    for least, most, one in rest:
        low, high, value = add(low, least), add(high, most), add(value, one)
    return _make_bounds((low, high, value))


def difference(one: Bounds, other: Bounds) -> Bounds:
    """One result less another."""
    return total((one, -other))


def quotient(one: Bounds, other: Bounds) -> Bounds | None:
    """One result divided by another, of which neither may be negative; unknown if the other may be nothing."""
    if other.low <= 0 or one.low < 0:
        return None
    divide = context().divide
    return _make_bounds((divide(one.low, other.high), divide(one.high, other.low), divide(one.value, other.value)))


def change(prior: Quantity, current: Quantity, stated: Quantity) -> Allowed:
    """What may be stated for the difference of two figures, without its sign.

    People subtract figures as they are written. One more or less in the last decimal place is a rounding; so is a
    difference that is stated less finely, unless it lies halfway.
    """
    reckon = context()
    result = reckon.abs(reckon.subtract(current.value, prior.value))
    finest = min(prior.step, current.step)
    slack = _decimal("0")
    if stated.step > finest:
        slack = reckon.multiply(stated.step, _decimal("0.49"))
    elif prior.places or current.places:
        slack = finest
    digits = reckon.scaleb(result, -stated.written[2])
    return Allowed(reckon.subtract(result, slack), reckon.add(result, slack), f"{reckon.normalize(digits):f}")


def summed(parts: Sequence[Quantity], stated: Quantity) -> Allowed:
    """What may be stated for the sum of some figures.

    People add figures as they are written; each that has decimal places may have been rounded. The sum may be rounded
    where it is written with decimal places, or less finely than its parts.
    """
    reckon = context()
    result = slack = _decimal("0")
    for part in parts:
        result = reckon.add(result, part.value)
        if part.places:
            slack = reckon.add(slack, reckon.divide(part.step, 2))
    low, high = reckon.subtract(result, slack), reckon.add(result, slack)
    if stated.places or stated.step > min(part.step for part in parts):
        low = reckon.subtract(low, reckon.subtract(stated.high, stated.value))
        high = reckon.add(high, reckon.subtract(stated.value, stated.low))
    return Allowed(low, high, stated.like(result))


@cache
def _decimal(text: str) -> Decimal:
    from decimal import Decimal

    return Decimal(text)
