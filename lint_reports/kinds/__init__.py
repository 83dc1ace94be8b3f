"""What a rule of each kind says: its fields, and what they must agree on. What it does is in `checks`.

They are apart because a run whose rules come from the cache reads no rule files. A new kind is a module here and one
in `checks`, with a line in `KINDS` and one in `CHECKS`.
"""

from __future__ import annotations

from collections.abc import Mapping

from lint_reports.kinds import (
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
    table,
    text,
)
from lint_reports.rulelang.spec import Kind

KINDS: Mapping[str, Kind] = {
    "text": text,
    "swap": swap,
    "pair": pair,
    "ending": ending,
    "series": series,
    "count": count,
    "fact": fact,
    "agree": agree,
    "dated": dated,
    "require": require,
    "nearmiss": nearmiss,
    "defined": defined,
    "script": script,
    "repeat": repeat,
    "table": table,
}
