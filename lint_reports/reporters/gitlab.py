"""GitLab Code Quality: what a merge request adds and mends, beside its lines."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from lint_reports.digest import digest
from lint_reports.finding import Severity
from lint_reports.fingerprints import Fingerprints
from lint_reports.language import Lang
from lint_reports.located import Located, LocatedFinding
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of
from lint_reports.reporters.jsontext import lines
from lint_reports.reporters.words import findings_of, lines_of, unchecked

_dump = json.JSONEncoder(ensure_ascii=False).encode
_SEVERITIES = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.INFO: "info"}


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One JSON array."""
    yield "["
    yield from lines(_dump(issue) for outcome in outcomes for issue in _issues(outcome, style.lang))
    yield "\n]\n"


def _issues(outcome: Located, lang: Lang) -> Iterator[dict[str, Any]]:
    path, fingerprints = path_of(outcome.name).name, Fingerprints()
    for said in unchecked(outcome, lang):
        yield _not_checked(path, said)
    for finding in findings_of(outcome):
        yield _issue(path, finding, fingerprints.of(finding), lang)


def _issue(path: str, finding: LocatedFinding, fingerprint: str, lang: Lang) -> dict[str, Any]:
    return {
        "description": " ".join(lines_of(finding, lang)),
        "check_name": finding.rule,
        "fingerprint": _fingerprint(path, fingerprint),
        "severity": _SEVERITIES[finding.severity],
        "location": {"path": path, "lines": {"begin": finding.place.start.line, "end": finding.place.end.line}},
    }


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
