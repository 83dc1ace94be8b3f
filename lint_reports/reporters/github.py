"""Workflow commands of GitHub Actions: each finding becomes an annotation beside its line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from lint_reports.finding import Severity
from lint_reports.located import Located, LocatedFinding
from lint_reports.report import Failure
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of, printable
from lint_reports.reporters.words import NOT_CHECKED, lines_of

_COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One command on each line."""
    for outcome in outcomes:
        if isinstance(outcome, Failure):
            properties = {"file": path_of(outcome.name).name, "title": NOT_CHECKED.text(style.lang)}
            yield _command("error", properties, [outcome.reason.text(style.lang)])
            continue
        for problem in outcome.problems:
            yield _command("error", {"file": path_of(outcome.name).name}, [problem.text(style.lang)])
        for finding in outcome.findings:
            yield _finding(outcome.name, finding, style)


def _finding(name: str, finding: LocatedFinding, style: Style) -> str:
    at = finding.place
    properties = {"file": path_of(name).name, "line": str(at.start.line), "endLine": str(at.end.line)}
    if at.start.line == at.end.line:  # columns count for places on one line only
        properties |= {"col": str(at.start.column), "endColumn": str(at.end.column)}
    title = style.titles.get(finding.rule)
    properties["title"] = f"{title} ({finding.rule})" if title else finding.rule
    return _command(_COMMANDS[finding.severity], properties, lines_of(finding, style.lang))


def _command(command: str, properties: dict[str, str], lines: list[str]) -> str:
    named = ",".join(f"{name}={_property(printable(value))}" for name, value in properties.items())
    return f"::{command} {named}::{'%0A'.join(_data(printable(line)) for line in lines)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
