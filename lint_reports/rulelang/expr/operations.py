"""What operators and functions do, as three plain tables of functions.

A result of `None` is unknown: a division by zero, a date that does not exist.
"""

from __future__ import annotations

import operator
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any

from lint_reports.rulelang.expr import decimals

if TYPE_CHECKING:
    import datetime


def _all(values: Iterable[bool | None]) -> bool | None:
    result: bool | None = True
    for value in values:
        if value is False:
            return False
        if value is None:
            result = None
    return result


def _any(values: Iterable[bool | None]) -> bool | None:
    none_holds = _all(None if value is None else not value for value in values)
    return None if none_holds is None else not none_holds


def _if_known(fold: Callable[[list[Any]], Any]) -> Callable[[Iterable[Any]], Any]:
    """A fold that one unknown element makes unknown."""

    def folded(values: Iterable[Any]) -> object:
        known: list[Any] = []
        for value in values:
            if value is None:
                return None
            known.append(value)
        return fold(known)

    return folded


def _remainder(left: int, right: int) -> int | None:
    return left % right if right else None


def _floor(left: int, right: int) -> int | None:
    return left // right if right else None


def _days(later: datetime.date, earlier: datetime.date) -> int:
    return (later - earlier).days


def _date(year: int, month: int, day: int) -> datetime.date | None:
    import datetime  # 3 ms, and few expressions make dates

    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def _within(value: object, values: tuple[object, ...]) -> bool:
    return value in values


def _without(value: object, values: tuple[object, ...]) -> bool:
    return value not in values


OPERATIONS: Mapping[str, Callable[..., Any]] = {
    "==": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
    "in": _within,
    "not in": _without,
    "not": operator.not_,
    "+": operator.add,
    "-": operator.sub,
    # The multiplication of whole numbers only: `operator.mul` would also repeat a string, 10**9 times if asked.
    "*": int.__mul__,
    "//": _floor,
    "%": _remainder,
    "negative": operator.neg,
    "decimal +": decimals.add,
    "decimal -": decimals.subtract,
    "decimal *": decimals.multiply,
    "/": decimals.divide,
    "decimal negative": decimals.negative,
    "exact": decimals.exact,
    "size": len,
    "starts_with": str.startswith,
    "ends_with": str.endswith,
    "date": _date,
    "days": _days,
    "abs": abs,
    "decimal abs": decimals.absolute,
    "round": decimals.rounded,
    "min": min,
    "max": max,
}
"""Operations that are unknown as soon as one operand is."""

FOLDS: Mapping[str, Callable[[Iterable[Any]], Any]] = {
    "all": _all,
    "any": _any,
    "count": _if_known(sum),
    "sum": _if_known(sum),
    "decimal sum": _if_known(decimals.total),
    "min": _if_known(lambda values: min(values, default=None)),
    "max": _if_known(lambda values: max(values, default=None)),
}
"""What becomes of the elements of a comprehension."""
