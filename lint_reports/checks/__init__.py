"""What a rule of each kind does. What it may say is in `kinds`."""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.checks import agree, count, dated, defined, ending, fact, nearmiss, pair, require, series, swap, text
from lint_reports.checks.base import Build

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
}
