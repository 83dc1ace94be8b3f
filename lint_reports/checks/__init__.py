"""What a rule of each kind does. What it may say is in `kinds`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from lint_reports.analysis import Analysis
from lint_reports.checks import (
    agree,
    count,
    dated,
    defined,
    ending,
    fact,
    nearmiss,
    pair,
    repeat,
    require,
    script,
    series,
    swap,
    text,
)
from lint_reports.checks.base import Build, Check, Hit, Plain, Scope
from lint_reports.finding import Match


class _TableCheck:
    """Loads the real check when a document has a table: few have, and it takes as long to load as five others."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._arguments = options, scope, trusted

    @cached_property
    def _check(self) -> Check:
        from lint_reports.checks import table

        options, scope, trusted = self._arguments
        return table.build(options, scope, trusted=trusted)

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """What does not add up in the tables of a document."""
        if any(block.cell for block in analysis.document.blocks):
            yield from self._check.find(analysis, hits)


CHECKS: Mapping[str, Build] = {
    "text": text.build,
    "swap": swap.build,
    "pair": pair.build,
    "ending": ending.build,
    "series": series.build,
    "count": count.build,
    "fact": fact.build,
    "agree": agree.build,
    "dated": dated.build,
    "require": require.build,
    "nearmiss": nearmiss.build,
    "defined": defined.build,
    "script": script.build,
    "repeat": repeat.build,
    "table": _TableCheck,
}
