"""What a text says figures make together; see `lint_reports.figures`."""

from typing import TYPE_CHECKING, NamedTuple

from lint_reports.quantity import Quantity
from lint_reports.text import Span

if TYPE_CHECKING:
    from decimal import Decimal


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
    low: "Decimal"
    high: "Decimal"
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
    low: "Decimal"
    high: "Decimal"
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
    total: "Decimal"
    low: "Decimal"
    high: "Decimal"
