"""What figures say without arithmetic: ranks, enumerations, ranges, too many percent, the same indicator twice."""

from enum import StrEnum
from typing import NamedTuple

from lint_reports.facts import Text
from lint_reports.quantity import Quantity
from lint_reports.text import Span


class Ranking(NamedTuple):
    """A rank among a number of competitors: 在9个县区中列第3位.

    Attributes:
        span: all of it.
        field: how many there are.
        rank: which place is taken.
    """

    span: Span
    field: Quantity
    rank: Quantity


class EnumerationKind(StrEnum):
    """How the members of an enumeration can be told apart."""

    QUOTED = "quoted"
    """Each stands in “” or 《》."""
    NAMED = "named"
    """甲、乙、丙“三个坚持”: words of equal length, and a set that is named for their number."""


class Enumeration(NamedTuple):
    """Members that are listed beside their number.

    Attributes:
        span: all of it.
        kind: how the members can be told apart.
        items: the members.
        listed: how many are listed.
        stated: how many are said to be.
        open: 等 follows, so that there may be more.
    """

    span: Span
    kind: EnumerationKind
    items: Text
    listed: int
    stated: Quantity
    open: bool


class Interval(NamedTuple):
    """A range of figures: 3%—5%.

    Attributes:
        span: all of it.
        first, last: its ends.
    """

    span: Span
    first: Quantity
    last: Quantity


class Excess(NamedTuple):
    """More than 100 percent: 覆盖率达103%.

    Attributes:
        span: the percentage.
        name: the words before it, without 达, 为 and the like.
        rate: the percentage.
    """

    span: Span
    name: str
    rate: Quantity


class Repeat(NamedTuple):
    """An indicator that is given twice, in the same words, with different figures.

    Attributes:
        span: the second figure.
        label: the words that both have.
        first, second: the figures.
        overview: the first stands before the first heading, the second after it.
        prize: the label ends in a name in quotation marks or title marks; such are read only if the text before the
            first heading has one.
        scaled: the figures have the same digits, and differ in 万 or 亿, or the point, only.
    """

    span: Span
    label: str
    first: Quantity
    second: Quantity
    overview: bool
    prize: bool
    scaled: bool
