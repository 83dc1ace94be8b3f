"""JUnit XML, for servers that show test results: a file is a suite, a finding a test that failed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from xml.sax.saxutils import escape, quoteattr

from lint_reports.finding import Severity
from lint_reports.language import Lang
from lint_reports.located import Checked, Located, LocatedFinding
from lint_reports.report import Failure
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of, writable
from lint_reports.reporters.words import NOT_CHECKED, lines_of


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """A suite for each file. What is only style fails no test."""
    yield '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="lint-reports">\n'
    for outcome in outcomes:
        yield from _failure(outcome, style.lang) if isinstance(outcome, Failure) else _suite(outcome, style.lang)
    yield "</testsuites>\n"


def _failure(failure: Failure, lang: Lang) -> Iterator[str]:
    yield _open(failure.name, tests=1, failures=0, errors=1)
    yield _case(failure.name, "not-checked", _error(NOT_CHECKED.text(lang), failure.reason.text(lang)))
    yield "  </testsuite>\n"


def _suite(checked: Checked, lang: Lang) -> Iterator[str]:
    failures = sum(finding.severity > Severity.INFO for finding in checked.findings)
    tests = len(checked.findings) + len(checked.problems)
    yield _open(checked.name, tests=max(tests, 1), failures=failures, errors=len(checked.problems))
    for problem in checked.problems:
        yield _case(checked.name, "not-checked", _error(problem.text(lang), problem.text(lang)))
    for finding in checked.findings:
        at = finding.place.start
        yield _case(checked.name, f"{finding.rule} {at.line}:{at.column}", _result(finding, lang))
    if not tests:
        yield _case(checked.name, "clean", "")
    yield "  </testsuite>\n"


def _open(name: str, *, tests: int, failures: int, errors: int) -> str:
    counts = f'tests="{tests}" failures="{failures}" errors="{errors}"'
    return f"  <testsuite name={_attribute(path_of(name).name)} {counts}>\n"


def _case(name: str, what: str, result: str) -> str:
    head = f"    <testcase name={_attribute(what)} classname={_attribute(path_of(name).name)}"
    return f"{head}>{result}</testcase>\n" if result else f"{head}/>\n"


def _result(finding: LocatedFinding, lang: Lang) -> str:
    text = escape(writable("\n".join(lines_of(finding, lang))))
    if finding.severity is Severity.INFO:
        return f"<system-out>{text}</system-out>"
    return f'<failure type="{finding.severity.label}" message={_attribute(finding.message)}>{text}</failure>'


def _error(message: str, text: str) -> str:
    return f"<error message={_attribute(message)}>{escape(writable(text))}</error>"


def _attribute(text: str) -> str:
    return quoteattr(writable(text))
