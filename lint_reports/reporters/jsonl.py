"""JSON Lines: one finding on each line, for `jq`, data frames and databases."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint_reports.located import Located
from lint_reports.reporters import Style
from lint_reports.reporters.json import members_of
from lint_reports.reporters.jsontext import quoted
from lint_reports.reporters.words import findings_of, reasons_of


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """A line with `path` and what the JSON format says of a finding; with `path` and `error` if all is not well."""
    for outcome in outcomes:
        path = f'{{"path": {quoted(outcome.name)}, "error": '
        for reason in reasons_of(outcome):
            yield f"{path}{quoted(reason.text(style.lang))}}}\n"
        for finding in findings_of(outcome):
            yield f"{path}null, {members_of(finding)}}}\n"
