"""What a rule of each kind does. What it may say is in `kinds`."""

from __future__ import annotations

from collections.abc import Mapping

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
from lint_reports.checks.base import Build, Check, Plain, Scope


def _table(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    # Few reports have tables, and this module takes as long to load as five others.
    from lint_reports.checks import table

    return table.build(options, scope, trusted=trusted)


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
    "table": _table,
}
