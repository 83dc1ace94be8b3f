"""What a text says of how its figures hang together.

A relational fact names the figures that the text relates and `stated`, the one that follows from the others. `low` and
`high` are the least and the most that may be stated for it, with all figures rounded, or cut off, as people do;
`expected` has the digits that should have been written. Inexact figures (约, 近, 余, 以上, ranges) are never part of a
relation.

The facts stand in several modules, so that a document loads only those that it has.
"""

from __future__ import annotations

from typing import Protocol

from lint_reports.comparisons import Average, Balance, Multiple
from lint_reports.growth import Change, Growth, Movement
from lint_reports.listings import Enumeration, Excess, Interval, Ranking, Repeat
from lint_reports.rates import Rate
from lint_reports.sums import Breakdown, Composition, Total


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
