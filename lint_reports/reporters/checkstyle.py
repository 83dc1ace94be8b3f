"""Checkstyle XML, which nearly every code review server reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import quoteattr

from lint_reports.located import Located
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of, writable
from lint_reports.reporters.words import findings_of, lines_of, unchecked


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """The files with findings, and those that could not be checked."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<checkstyle version="4.3">\n'
    for outcome in outcomes:
        errors = list(_errors(outcome, style))
        if errors:
            yield f"  <file name={_attribute(path_of(outcome.name).name)}>\n"
            yield from errors
            yield "  </file>\n"
    yield "</checkstyle>\n"


def _errors(outcome: Located, style: Style) -> Iterator[str]:
    for said in unchecked(outcome, style.lang):
        yield _error("1", "1", "error", said, "not-checked")
    for finding in findings_of(outcome):
        line, column = finding.place.start
        said = "\n".join(lines_of(finding, style.lang))
        yield _error(str(line), str(column), finding.severity.label, said, finding.rule)


def _error(line: str, column: str, severity: str, message: str, rule: str) -> str:
    named = {"line": line, "column": column, "severity": severity, "message": message, "source": f"lint-reports/{rule}"}
    return f"    <error {' '.join(f'{name}={_attribute(value)}' for name, value in named.items())}/>\n"


def _attribute(text: str) -> str:
    return quoteattr(writable(text))
