"""The machine format, stable and versioned."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lint_reports import __version__
from lint_reports.located import Located, LocatedFinding, Place
from lint_reports.report import Failure
from lint_reports.reporters import Style, Totals

VERSION = 1


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One JSON object; each file is written as soon as it is checked."""
    totals = Totals()
    tool = _dump({"name": "lint-reports", "version": __version__})
    yield f'{{"version": {VERSION}, "tool": {tool},\n "files": ['
    for outcome in outcomes:
        yield ("\n  " if totals.files == 0 else ",\n  ") + _dump(_file(outcome, style))
        totals = totals.plus(outcome)
    yield f'],\n "summary": {_dump(_summary(totals))}}}\n'


def _dump(value: dict[str, Any]) -> str:
    return json.dumps(value, ensure_ascii=False)


def _summary(totals: Totals) -> dict[str, Any]:
    return {
        "files": totals.files,
        "errors": totals.errors,
        "warnings": totals.warnings,
        "infos": totals.infos,
        "fixable": totals.fixable,
        "fixed": totals.fixed,
        "failed": totals.failed,
        "suppressed": totals.suppressed,
        "baselined": totals.baselined,
    }


def _file(outcome: Located, style: Style) -> dict[str, Any]:
    if isinstance(outcome, Failure):
        reason = outcome.reason.text(style.lang)
        return {
            "path": outcome.name,
            "error": reason,
            "findings": [],
            "suppressed": 0,
            "baselined": 0,
            "not_applicable": [],
            "problems": [],
            "fixed": 0,
        }
    return {
        "path": outcome.name,
        "error": None,
        "findings": [finding_of(finding) for finding in outcome.findings],
        "suppressed": outcome.suppressed,
        "baselined": outcome.baselined,
        "not_applicable": list(outcome.not_applicable),
        "problems": [problem.text(style.lang) for problem in outcome.problems],
        "fixed": outcome.fixed,
    }


def finding_of(finding: LocatedFinding) -> dict[str, Any]:
    """What the format says of one finding."""
    fix = finding.fix
    return {
        "rule": finding.rule,
        "severity": finding.severity.label,
        "confidence": str(finding.confidence),
        "message": finding.message,
        **_range(finding.place),
        "related": [{**_range(label.place), "message": label.message} for label in finding.related],
        "fix": fix and {"safety": str(fix.safety), "edits": [_edit(edit.place, edit.text) for edit in fix.edits]},
        "basis": [{"source": one.source, "clause": one.clause, "strength": one.strength} for one in finding.basis],
    }


def _range(at: Place) -> dict[str, Any]:
    return {
        "line": at.start.line,
        "column": at.start.column,
        "end_line": at.end.line,
        "end_column": at.end.column,
        "text": at.text,
    }


def _edit(at: Place, text: str) -> dict[str, Any]:
    return {**_range(at), "text": text}
