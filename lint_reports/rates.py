"""Percentages of a whole; see `lint_reports.figures`."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.quantity import Quantity
from lint_reports.text import Span

if TYPE_CHECKING:
    from decimal import Decimal


class RateKind(StrEnum):
    """What a percentage of a whole is called."""

    RATE = "rate"
    """办结率75%"""
    SHARE = "share"
    """占75%"""


class Rate(NamedTuple):
    """A percentage of a whole.

    Attributes:
        span: all of it.
        name: 办结率; of a share, what it is a share of, as written after 占.
        kind: a rate or a share.
        whole: the denominator.
        part: the numerator; unknown where the text does not name it.
        stated: the percentage.
        low, high: the least and the most that may be stated.
        expected: what should have been stated.
        listed: how many the components before the rate make together, where it is one of several components.
        listed_low, listed_high, listed_expected: as `low`, `high` and `expected`, for that sum.
        reachable: whether any number of the whole gives this percentage; unknown of a whole that is large or rounded.
    """

    span: Span
    name: str
    kind: RateKind
    whole: Quantity
    part: Quantity | None
    stated: Quantity
    low: "Decimal | None"
    high: "Decimal | None"
    expected: str | None
    listed: str | None
    listed_low: "Decimal | None"
    listed_high: "Decimal | None"
    listed_expected: str | None
    reachable: bool | None
