"""The figures of one document, each kind of relation worked out when first asked for."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from lint_reports.analysis.cues import moved_in, risen_in, summed_in
from lint_reports.analysis.enumerations import read_enumerations, read_excesses, read_intervals, read_rankings
from lint_reports.analysis.skeleton import BARE, PERCENT, TIMES, Skeleton
from lint_reports.analysis.source import Source

# Most texts relate figures in two or three ways. What reads a way is loaded where the text has words for it.

if TYPE_CHECKING:
    from lint_reports import comparisons, growth, listings, rates, sums
    from lint_reports.analysis.changes import Stated
    from lint_reports.analysis.repeats import Locate

_BALANCED = ("结转", "旧存", "存案", "遗留", "未结")
_DIVIDED = ("（", "其余", "剩余", "其中")


class Figures:
    """The figures of one document; see `lint_reports.figures` for what each of them says.

    Args:
        source: the paragraphs of the text.
        locate: where an offset is.
        year: the year reported on.
    """

    def __init__(self, source: Source, locate: Locate, year: int | None) -> None:
        self._source = source
        self._locate = locate
        self._year = year

    @cached_property
    def _skeleton(self) -> Skeleton:
        return Skeleton(self._source)

    @cached_property
    def _risen(self) -> list[int]:
        return risen_in(self._skeleton)

    @cached_property
    def _moved(self) -> list[re.Match[str]]:
        return moved_in(self._skeleton)

    @cached_property
    def _stated(self) -> tuple[Stated, ...]:
        from lint_reports.analysis.changes import read_stated

        return read_stated(self._skeleton, self._risen, self._moved)

    @cached_property
    def changes(self) -> tuple[growth.Change, ...]:
        """Figures before and after, with the change stated."""
        if not self._risen and not self._moved:
            return ()
        from lint_reports.analysis.changes import changes_of

        return changes_of(self._stated)

    @cached_property
    def movements(self) -> tuple[growth.Movement, ...]:
        """Figures before and after, with the direction stated."""
        if not self._risen and not self._moved:
            return ()
        from lint_reports.analysis.changes import read_movements

        return read_movements(self._skeleton, self._moved, self._stated)

    @cached_property
    def growths(self) -> tuple[growth.Growth, ...]:
        """Counts with their growth, the figure before unsaid."""
        if not self._risen:
            return ()
        from lint_reports.analysis.changes import read_growths

        return read_growths(self._skeleton, self._risen, self._stated)

    @cached_property
    def rates(self) -> tuple[rates.Rate, ...]:
        """Percentages of a whole."""
        if not (self._skeleton.has(PERCENT) and self._skeleton.has("率", "占")):
            return ()
        from lint_reports.analysis.rates import read_rates

        return read_rates(self._skeleton)

    @cached_property
    def breakdowns(self) -> tuple[sums.Breakdown, ...]:
        """Wholes and parts of them."""
        if not self._skeleton.has(*_DIVIDED):
            return ()
        from lint_reports.analysis.breakdowns import read_breakdowns

        return read_breakdowns(self._skeleton)

    @cached_property
    def totals(self) -> tuple[sums.Total, ...]:
        """Figures and their sum."""
        summed = summed_in(self._skeleton)
        if not summed:
            return ()
        from lint_reports.analysis.totals import read_totals

        return read_totals(self._skeleton, summed)

    @cached_property
    def compositions(self) -> tuple[sums.Composition, ...]:
        """Percentages that make up a whole."""
        shares = self._skeleton.has("占") and self._skeleton.has(PERCENT)
        if not shares and not self._skeleton.has(f"{BARE} ", f"{BARE}：", f"{BARE}∶", f"{BARE}:"):
            return ()
        from lint_reports.analysis.totals import read_compositions

        return read_compositions(self._skeleton, self._source)

    @cached_property
    def balances(self) -> tuple[comparisons.Balance, ...]:
        """What was open, came in, was closed and is open still."""
        if not self._skeleton.has(*_BALANCED):
            return ()
        from lint_reports.analysis.comparisons import read_balances

        return read_balances(self._skeleton)

    @cached_property
    def multiples(self) -> tuple[comparisons.Multiple, ...]:
        """Figures said to be so many times others."""
        if not self._skeleton.has(TIMES):
            return ()
        from lint_reports.analysis.comparisons import read_multiples

        return read_multiples(self._skeleton, self._moved)

    @cached_property
    def averages(self) -> tuple[comparisons.Average, ...]:
        """Totals and averages."""
        if not self._skeleton.has("均"):
            return ()
        from lint_reports.analysis.comparisons import read_averages

        return read_averages(self._skeleton)

    @cached_property
    def rankings(self) -> tuple[listings.Ranking, ...]:
        """Ranks among a number."""
        return read_rankings(self._source)

    @cached_property
    def enumerations(self) -> tuple[listings.Enumeration, ...]:
        """Members listed beside their number."""
        return read_enumerations(self._source)

    @cached_property
    def intervals(self) -> tuple[listings.Interval, ...]:
        """Ranges of figures."""
        return read_intervals(self._source, self._skeleton.numbers, self._skeleton.links)

    @cached_property
    def excesses(self) -> tuple[listings.Excess, ...]:
        """Percentages above 100."""
        return read_excesses(self._source, self._skeleton.numbers)

    @cached_property
    def repeats(self) -> tuple[listings.Repeat, ...]:
        """Indicators given twice with different figures."""
        from lint_reports.analysis.repeats import read_repeats

        return read_repeats(self._skeleton, self._source, self._locate, self._year)
