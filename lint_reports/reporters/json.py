"""The machine format, stable and versioned."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from lint_reports import __version__
from lint_reports.finding import Basis
from lint_reports.language import Lang
from lint_reports.located import Checked, Located, LocatedEdit, LocatedFinding, LocatedFix, LocatedLabel, Place
from lint_reports.report import Failure
from lint_reports.reporters import Style, Totals
from lint_reports.reporters.jsontext import array, quoted

VERSION = 1


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """One JSON object; each file is written as soon as it is checked."""
    totals = Totals()
    yield f'{{"version": {VERSION}, "tool": {{"name": "lint-reports", "version": {quoted(__version__)}}},\n "files": ['
    for outcome in outcomes:
        yield ("\n  " if totals.files == 0 else ",\n  ") + _file(outcome, style.lang)
        totals.add(outcome)
    yield f'],\n "summary": {{{_summary(totals)}}}}}\n'


def _summary(totals: Totals) -> str:
    return (
        f'"files": {totals.files}, "errors": {totals.errors}, "warnings": {totals.warnings}, "infos": {totals.infos}, '
        f'"fixable": {totals.fixable}, "fixed": {totals.fixed}, "failed": {totals.failed}, '
        f'"suppressed": {totals.suppressed}, "baselined": {totals.baselined}'
    )


def _file(outcome: Located, lang: Lang) -> str:
    return _failure(outcome, lang) if isinstance(outcome, Failure) else _checked(outcome, lang)


def _failure(failure: Failure, lang: Lang) -> str:
    nothing = '"findings": [], "suppressed": 0, "baselined": 0, "not_applicable": [], "problems": [], "fixed": 0'
    return f'{{"path": {quoted(failure.name)}, "error": {quoted(failure.reason.text(lang))}, {nothing}}}'


def _checked(checked: Checked, lang: Lang) -> str:
    findings = array([f"{{{members_of(finding)}}}" for finding in checked.findings]) if checked.findings else "[]"
    problems = array([quoted(problem.text(lang)) for problem in checked.problems]) if checked.problems else "[]"
    return (
        f'{{"path": {quoted(checked.name)}, "error": null, "findings": {findings}, '
        f'"suppressed": {checked.suppressed}, "baselined": {checked.baselined}, '
        f'"not_applicable": {_names(checked.not_applicable)}, "problems": {problems}, '
        f'"fixed": {checked.fixed}}}'
    )


def members_of(finding: LocatedFinding) -> str:
    """What the format says of one finding, without the braces around it."""
    related = array([_related(label) for label in finding.related]) if finding.related else "[]"
    return (
        f'"rule": {quoted(finding.rule)}, "severity": "{finding.severity.label}", '
        f'"confidence": "{finding.confidence}", "message": {quoted(finding.message)}, '
        f'{_range(finding.place, finding.place.text)}, "related": {related}, '
        f'"fix": {_fix(finding.fix) if finding.fix else "null"}, "basis": {_grounds(finding.basis)}'
    )


def _related(label: LocatedLabel) -> str:
    return f'{{{_range(label.place, label.place.text)}, "message": {quoted(label.message)}}}'


def _range(at: Place, text: str) -> str:
    (line, column), (end_line, end_column) = at.start, at.end
    place = f'"line": {line}, "column": {column}, "end_line": {end_line}, "end_column": {end_column}'
    return f'{place}, "text": {quoted(text)}'


def _fix(fix: LocatedFix) -> str:
    return f'{{"safety": "{fix.safety}", "edits": {array([_edit(edit) for edit in fix.edits])}}}'


def _edit(edit: LocatedEdit) -> str:
    return f"{{{_range(edit.place, edit.text)}}}"


@lru_cache(maxsize=1024)
def _names(rules: tuple[str, ...]) -> str:
    """Of documents of one kind mostly the same."""
    return array(map(quoted, rules))


@lru_cache(maxsize=1024)
def _grounds(basis: tuple[Basis, ...]) -> str:
    """Of one rule always the same."""
    return array([_basis(one) for one in basis])


def _basis(basis: Basis) -> str:
    return (
        f'{{"source": {quoted(basis.source)}, "clause": {quoted(basis.clause)}, "strength": {quoted(basis.strength)}}}'
    )
