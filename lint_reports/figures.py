"""What a text says of how its figures hang together.

A relational fact names the figures that the text relates and `stated`, the one that follows from the others. `low` and
`high` are the least and the most that may be stated for it, with all figures rounded, or cut off, as people do;
`expected` has the digits that should have been written. Inexact figures (约, 近, 余, 以上, ranges) are never part of a
relation.
"""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, NamedTuple, Protocol

from lint_reports.listings import Enumeration, Excess, Interval, Ranking, Repeat
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
    low: Decimal
    high: Decimal
    points_low: Decimal | None
    points_high: Decimal | None
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
    low: Decimal | None
    high: Decimal | None
    expected: str | None
    listed: str | None
    listed_low: Decimal | None
    listed_high: Decimal | None
    listed_expected: str | None
    reachable: bool | None


class Part(NamedTuple):
    """One part of a whole.

    Attributes:
        span: the figure.
        label: the words before it and after it: 撤销, 行政案件.
        quantity: the figure.
    """

    span: Span
    label: str
    quantity: Quantity


class Breakdown(NamedTuple):
    """A whole and parts of it: 60件，其中撤销20件、维持30件、其他10件.

    Attributes:
        span: all of it.
        whole: the whole.
        parts: those listed, in order.
        largest: the largest of them.
        closed: they are all the parts there are: the last is 其他 or 其余, or there can be no others (男 and 女).
        low, high: the least and the most that may be written for their sum.
        expected: their sum, as the whole is written.
    """

    span: Span
    whole: Quantity
    parts: tuple[Part, ...]
    largest: Quantity
    closed: bool
    low: Decimal
    high: Decimal
    expected: str


class Total(NamedTuple):
    """Figures and what they are said to make together: 3件、4件，共计8件.

    Attributes:
        span: all of it.
        parts: the figures that are added up.
        stated: the total.
        low, high: the least and the most that may be stated.
        expected: what should have been stated.
    """

    span: Span
    parts: tuple[Quantity, ...]
    stated: Quantity
    low: Decimal
    high: Decimal
    expected: str


class Composition(NamedTuple):
    """Percentages that make up a whole: 分别占40%、35%、25%, or the structure 3.5∶47.3∶49.2.

    Attributes:
        span: all of it.
        words: the sentence up to the last of them.
        shares: the percentages, in order.
        closed: they are all there are: a structure, or a list that ends in 其他 or 其余.
        total: their sum.
        low, high: the least and the most that the sum can be.
    """

    span: Span
    words: str
    shares: tuple[Quantity, ...]
    closed: bool
    total: Decimal
    low: Decimal
    high: Decimal


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


class Figures(Protocol):
    """What a document says of how its figures hang together; each list is worked out when first asked for."""

    @property
    def changes(self) -> tuple[Change, ...]:
        """Figures before and after, with the change stated."""

    @property
    def movements(self) -> tuple[Movement, ...]:
        """Figures before and after, with the direction stated."""

    @property
    def growths(self) -> tuple[Growth, ...]:
        """Counts with their growth, the figure before unsaid."""

    @property
    def rates(self) -> tuple[Rate, ...]:
        """Percentages of a whole."""

    @property
    def breakdowns(self) -> tuple[Breakdown, ...]:
        """Wholes and parts of them."""

    @property
    def totals(self) -> tuple[Total, ...]:
        """Figures and their sum."""

    @property
    def compositions(self) -> tuple[Composition, ...]:
        """Percentages that make up a whole."""

    @property
    def balances(self) -> tuple[Balance, ...]:
        """What was open, came in, was closed and is open still."""

    @property
    def multiples(self) -> tuple[Multiple, ...]:
        """Figures said to be so many times others."""

    @property
    def averages(self) -> tuple[Average, ...]:
        """Totals and averages."""

    @property
    def rankings(self) -> tuple[Ranking, ...]:
        """Ranks among a number."""

    @property
    def enumerations(self) -> tuple[Enumeration, ...]:
        """Members listed beside their number."""

    @property
    def intervals(self) -> tuple[Interval, ...]:
        """Ranges of figures."""

    @property
    def excesses(self) -> tuple[Excess, ...]:
        """Percentages above 100."""

    @property
    def repeats(self) -> tuple[Repeat, ...]:
        """Indicators given twice with different figures."""
