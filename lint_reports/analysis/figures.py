"""The figures of one document, each kind of relation worked out when first asked for."""

from __future__ import annotations

from functools import cached_property

from lint_reports import figures, listings
from lint_reports.analysis.breakdowns import read_breakdowns
from lint_reports.analysis.changes import Cues, Stated, changes_of, read_cues, read_growths, read_movements, read_stated
from lint_reports.analysis.comparisons import read_averages, read_balances, read_multiples, read_rankings
from lint_reports.analysis.enumerations import read_enumerations, read_excesses, read_intervals
from lint_reports.analysis.rates import read_rates
from lint_reports.analysis.repeats import Locate, read_repeats
from lint_reports.analysis.skeleton import Skeleton
from lint_reports.analysis.source import Source
from lint_reports.analysis.totals import read_compositions, read_totals


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
    def _cues(self) -> Cues:
        return read_cues(self._skeleton)

    @cached_property
    def _stated(self) -> tuple[Stated, ...]:
        return read_stated(self._skeleton, self._cues)

    @cached_property
    def changes(self) -> tuple[figures.Change, ...]:
        """Figures before and after, with the change stated."""
        return changes_of(self._stated)

    @cached_property
    def movements(self) -> tuple[figures.Movement, ...]:
        """Figures before and after, with the direction stated."""
        return read_movements(self._skeleton, self._cues, self._stated)

    @cached_property
    def growths(self) -> tuple[figures.Growth, ...]:
        """Counts with their growth, the figure before unsaid."""
        return read_growths(self._skeleton, self._cues, self._stated)

    @cached_property
    def rates(self) -> tuple[figures.Rate, ...]:
        """Percentages of a whole."""
        return read_rates(self._skeleton)

    @cached_property
    def breakdowns(self) -> tuple[figures.Breakdown, ...]:
        """Wholes and parts of them."""
        return read_breakdowns(self._skeleton)

    @cached_property
    def totals(self) -> tuple[figures.Total, ...]:
        """Figures and their sum."""
        return read_totals(self._skeleton)

    @cached_property
    def compositions(self) -> tuple[figures.Composition, ...]:
        """Percentages that make up a whole."""
        return read_compositions(self._skeleton, self._source)

    @cached_property
    def balances(self) -> tuple[figures.Balance, ...]:
        """What was open, came in, was closed and is open still."""
        return read_balances(self._skeleton)

    @cached_property
    def multiples(self) -> tuple[figures.Multiple, ...]:
        """Figures said to be so many times others."""
        return read_multiples(self._skeleton, self._cues.moved)

    @cached_property
    def averages(self) -> tuple[figures.Average, ...]:
        """Totals and averages."""
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
        return read_intervals(self._source, self._skeleton.runs)

    @cached_property
    def excesses(self) -> tuple[listings.Excess, ...]:
        """Percentages above 100."""
        return read_excesses(self._source, self._skeleton.runs)

    @cached_property
    def repeats(self) -> tuple[listings.Repeat, ...]:
        """Indicators given twice with different figures."""
        return read_repeats(self._skeleton, self._source, self._locate, self._year)
