"""What follows from two or three figures of one sentence; see `lint_reports.figures`."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from lint_reports.quantity import Quantity
from lint_reports.text import Span

if TYPE_CHECKING:
    from decimal import Decimal


class Balance(NamedTuple):
    """What was open, what came in, what was closed, and what is said to be open still.

    Attributes:
        span: all of it.
        opening: carried over from the year before.
        received: what came in.
        closed: what was closed.
        stated: what is carried over to the next year.
        low, high: the least and the most that may be stated.
        expected: what should have been stated.
    """

    span: Span
    opening: Quantity
    received: Quantity
    closed: Quantity
    stated: Quantity
    low: Decimal
    high: Decimal
    expected: str


class Multiple(NamedTuple):
    """One figure, another, and how many times the other it is said to be.

    Attributes:
        span: all of it.
        one: the figure that is compared.
        other: the one that it is compared with.
        stated: how many times it is.
        low, high: the least and the most that may be stated.
        expected: what should have been stated.
    """

    span: Span
    one: Quantity
    other: Quantity
    stated: Quantity
    low: Decimal
    high: Decimal
    expected: str


class Average(NamedTuple):
    """A total, over how many it is spread, and the average stated: 8人共办80件，人均10件.

    Attributes:
        span: all of it.
        total: the total.
        among: over how many it is spread.
        stated: the average.
        low, high: the least and the most that may be stated.
        expected: what should have been stated.
    """

    span: Span
    total: Quantity
    among: Quantity
    stated: Quantity
    low: Decimal
    high: Decimal
    expected: str
