"""What a text says of how figures have changed; see `lint_reports.figures`."""

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple

from lint_reports.quantity import Quantity
from lint_reports.text import Span

if TYPE_CHECKING:
    from decimal import Decimal


class ChangeKind(StrEnum):
    """How a change is stated."""

    PERCENT = "percent"
    """增长20%"""
    POINTS = "points"
    """提高3个百分点"""
    TIMES = "times"
    """增长2倍, on top of what there was"""
    AMOUNT = "amount"
    """增加12件"""


class Change(NamedTuple):
    """A figure, what it was before, and by how much it is said to have changed.

    Attributes:
        span: all of it.
        subject: the words before the figures, which say what has changed.
        prior: what it was; unknown where only the difference is given (60件，比上年增加10件).
        current: what it is.
        stated: by how much it is said to have changed.
        kind: how that is stated.
        of_rate: the two figures are percentages.
        low, high: the least and the most that may be stated.
        points_low, points_high: of percentages, the same for their difference.
        expected: what should have been stated.
    """

    span: Span
    subject: str
    prior: Quantity | None
    current: Quantity
    stated: Quantity
    kind: ChangeKind
    of_rate: bool
    low: "Decimal"
    high: "Decimal"
    points_low: "Decimal | None"
    points_high: "Decimal | None"
    expected: str


class Movement(NamedTuple):
    """A figure before and now, and which way it is said to have gone.

    Attributes:
        span: all of it.
        subject: the words before the figures.
        prior: what it was.
        current: what it is.
        rises: it is said to have risen.
    """

    span: Span
    subject: str
    prior: Quantity
    current: Quantity
    rises: bool


class Growth(NamedTuple):
    """A count and its growth, without the figure before: 20件，同比上升42.86%.

    Attributes:
        span: all of it.
        subject: the words before the count.
        current: the count.
        stated: the growth, in percent.
        reachable: whether any whole number before gives this growth.
    """

    span: Span
    subject: str
    current: Quantity
    stated: Quantity
    reachable: bool
