"""GitLab Code Quality: what a merge request adds and mends, beside its lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lint_reports.digest import digest
from lint_reports.finding import Severity
from lint_reports.fingerprints import Fingerprints
from lint_reports.language import Lang
from lint_reports.located import Checked, Located, LocatedFinding
from lint_reports.report import Failure
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of
from lint_reports.reporters.words import NOT_CHECKED, lines_of

_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One JSON array."""
    yield "["
    comma = "\n"
    for outcome in outcomes:
        for issue in _issues(outcome, style.lang):
            yield comma + json.dumps(issue, ensure_ascii=False)
            comma = ",\n"
    yield "\n]\n"


def _issues(outcome: Located, lang: Lang) -> Iterator[dict[str, Any]]:
    path = path_of(outcome.name).name
    if isinstance(outcome, Failure):
        yield _not_checked(path, f"{NOT_CHECKED.text(lang)}: {outcome.reason.text(lang)}")
        return
    for problem in outcome.problems:
        yield _not_checked(path, problem.text(lang))
    yield from _findings(outcome, path, lang)


def _findings(checked: Checked, path: str, lang: Lang) -> Iterator[dict[str, Any]]:
    fingerprints = Fingerprints()
    for finding in checked.findings:
        yield {
            "description": " ".join(lines_of(finding, lang)),
            "check_name": finding.rule,
            "fingerprint": _fingerprint(path, fingerprints.of(finding)),
            "severity": _SEVERITIES[finding.severity],
            "location": {"path": path, "lines": _lines(finding)},
        }


def _lines(finding: LocatedFinding) -> dict[str, int]:
    return {"begin": finding.place.start.line, "end": finding.place.end.line}


def _not_checked(path: str, said: str) -> dict[str, Any]:
    return {
        "description": said,
        "check_name": "not-checked",
        "fingerprint": _fingerprint(path, said),
        "severity": "critical",
        "location": {"path": path, "lines": {"begin": 1}},
    }


def _fingerprint(path: str, key: str) -> str:
    """Different for each issue of the report: GitLab shows only the first of those that have the same."""
    return digest(f"{path}\0{key}".encode("utf-8", "surrogatepass")).hex()
