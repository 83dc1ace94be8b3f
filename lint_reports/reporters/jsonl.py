"""JSON Lines: one finding on each line, for `jq`, data frames and databases."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lint_reports.located import Located
from lint_reports.report import Failure
from lint_reports.reporters import Style
from lint_reports.reporters.json import finding_of


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """A line with `path` and what the JSON format says of a finding; with `path` and `error` if all is not well."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            yield _line({"path": outcome.name, "error": outcome.reason.text(style.lang)})
            continue
        for problem in outcome.problems:
            yield _line({"path": outcome.name, "error": problem.text(style.lang)})
        for finding in outcome.findings:
            yield _line({"path": outcome.name, "error": None, **finding_of(finding)})


def _line(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False) + "\n"
