"""Reviewdog Diagnostic Format: comments and suggestions on the lines of a change. Columns are bytes of UTF-8."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lint_reports.finding import Severity
from lint_reports.language import Lang
from lint_reports.located import Located, LocatedFinding, LocatedFix, Place
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of
from lint_reports.reporters.jsontext import lines
from lint_reports.reporters.words import findings_of, unchecked

_dump = json.JSONEncoder(ensure_ascii=False).encode
_SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.INFO: "INFO"}


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One JSON object; each diagnostic on a line of its own."""
    yield '{"source": {"name": "lint-reports"}, "diagnostics": ['
    yield from lines(_dump(diagnostic) for outcome in outcomes for diagnostic in _diagnostics(outcome, style.lang))
    yield "\n]}\n"


def _diagnostics(outcome: Located, lang: Lang) -> Iterator[dict[str, Any]]:
    path = path_of(outcome.name).name
    for said in unchecked(outcome, lang):
        yield _not_checked(path, said)
    for finding in findings_of(outcome):
        yield _finding(path, finding)


def _not_checked(path: str, said: str) -> dict[str, Any]:
    return {"message": said, "location": {"path": path}, "severity": "ERROR", "code": {"value": "not-checked"}}


def _finding(path: str, finding: LocatedFinding) -> dict[str, Any]:
    return {
        "message": finding.message,
        "location": _location(path, finding.place),
        "severity": _SEVERITIES[finding.severity],
        "code": {"value": finding.rule},
        "suggestions": _suggestions(finding.fix) if finding.fix else [],
        "related_locations": [
            {"message": label.message, "location": _location(path, label.place)} for label in finding.related
        ],
    }


def _suggestions(fix: LocatedFix) -> list[dict[str, Any]]:
    """The edit of a fix; of several edits, which belong together, none: each suggestion can be taken alone."""
    return [{"range": _range(edit.place), "text": edit.text} for edit in fix.edits] if len(fix.edits) == 1 else []


def _location(path: str, place: Place) -> dict[str, Any]:
    return {"path": path, "range": _range(place)}


def _range(place: Place) -> dict[str, Any]:
    return {
        "start": {"line": place.start.line, "column": place.start_byte},
        "end": {"line": place.end.line, "column": place.end_byte},
    }
