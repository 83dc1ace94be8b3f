"""SARIF 2.1.0, the format of code scanning: GitHub, Azure DevOps, editors."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple
from urllib.parse import quote

from lint_reports import __version__
from lint_reports.finding import Severity
from lint_reports.fingerprints import Fingerprints
from lint_reports.language import Lang, Say
from lint_reports.located import Located, LocatedEdit, LocatedFinding, LocatedFix, LocatedLabel, Place
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of
from lint_reports.reporters.jsontext import array, lines, quoted
from lint_reports.reporters.words import findings_of, fix_of, grounds_of, reasons_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_dump = json.JSONEncoder(ensure_ascii=False).encode
_ROOT = "%SRCROOT%"
_FINGERPRINT = "lintReports/v1"
_IN_LINKS = str.maketrans({char: f"\\{char}" for char in "\\[]"})


class _Rule(NamedTuple):
    """A rule that has reported something: its number in the log, and what the log says of it."""

    number: int
    about: dict[str, Any]


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """A log with one run; results are written as soon as they are found, and after them what the rules say."""
    yield f'{{"$schema": {_dump(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n {_run_head(style.lang)},\n "results": ['
    rules: dict[str, _Rule] = {}
    notices: list[dict[str, Any]] = []

    def results() -> Iterator[str]:
        for outcome in outcomes:
            notices.extend(_notices(outcome, style.lang))
            yield from _results(outcome, rules, style)

    yield from lines(results(), "  ")
    invocation = {"executionSuccessful": not notices, "toolExecutionNotifications": notices}
    driver = {"name": "lint-reports", "version": __version__, "rules": [rule.about for rule in rules.values()]}
    yield f'],\n "invocations": [{_dump(invocation)}],\n "tool": {{"driver": {_dump(driver)}}}\n}}]}}\n'


def _run_head(lang: Lang) -> str:
    root = Say("检查时所在的文件夹，例如仓库的根", "the folder of the run, such as the root of the repository")
    head = {
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "language": "en-US" if lang == "en" else "zh-CN",
        "originalUriBaseIds": {_ROOT: {"description": {"text": root.text(lang)}}},
    }
    return _dump(head)[1:-1]


def _notices(outcome: Located, lang: Lang) -> Iterator[dict[str, Any]]:
    """What could not be checked."""
    for reason in reasons_of(outcome):
        location = {"physicalLocation": {"artifactLocation": _artifact_of(outcome.name)}}
        yield {"level": "error", "message": {"text": reason.text(lang)}, "locations": [location]}


def _results(outcome: Located, rules: dict[str, _Rule], style: Style) -> Iterator[str]:
    artifact, fingerprints = _dump(_artifact_of(outcome.name)), Fingerprints()
    for finding in findings_of(outcome):
        if finding.rule not in rules:
            rules[finding.rule] = _Rule(len(rules), _about(finding, style))
        members = (
            f'"ruleId": {quoted(finding.rule)}, "ruleIndex": {rules[finding.rule].number}, '
            f'"level": "{_LEVELS[finding.severity]}", "message": {_text(_message(finding))}, '
            f'"locations": [{{{_physical(artifact, finding.place)}{_logical(finding.section)}}}], '
            f'"partialFingerprints": {{"{_FINGERPRINT}": "{fingerprints.of(finding)}"}}, '
            f'"properties": {{"confidence": "{finding.confidence}"}}'
        )
        if finding.related:
            related = [_related(artifact, number, label) for number, label in enumerate(finding.related, 1)]
            members += f', "relatedLocations": {array(related)}'
        if finding.fix:
            members += f', "fixes": [{_fix(artifact, finding.fix, style.lang)}]'
        yield f"{{{members}}}"


def _artifact_of(name: str) -> dict[str, Any]:
    """Where a file is: relative to the root where it lies below it, else as an absolute address."""
    path = path_of(name)
    uri = quote(path.name, errors="surrogateescape")
    if path.inside:
        return {"uri": uri, "uriBaseId": _ROOT}
    if re.match("[A-Za-z]:/", path.name):  # a drive of Windows
        return {"uri": f"file:///{quote(path.name, safe='/:')}"}
    return {"uri": f"file://{uri}" if uri.startswith("/") else uri}


def _text(text: str) -> str:
    return f'{{"text": {quoted(text)}}}'


def _message(finding: LocatedFinding) -> str:
    """The message, with a link to each related place: GitHub shows only those that are linked to."""
    said = finding.message.replace("](", "] (")  # else it would be a link
    links = [f"[{_link_text(label.message)}]({number})" for number, label in enumerate(finding.related, 1)]
    return " ".join([said, *links])


def _link_text(text: str) -> str:
    return text.translate(_IN_LINKS)


def _logical(section: tuple[str, ...]) -> str:
    if not section:
        return ""
    name = quoted(" / ".join(section))
    return f', "logicalLocations": [{{"fullyQualifiedName": {name}, "kind": "section"}}]'


def _related(artifact: str, number: int, label: LocatedLabel) -> str:
    return f'{{"id": {number}, {_physical(artifact, label.place)}, "message": {_text(label.message)}}}'


def _physical(artifact: str, place: Place) -> str:
    region = f'{{{_region(place)}, "snippet": {_text(place.text)}}}'
    return f'"physicalLocation": {{"artifactLocation": {artifact}, "region": {region}}}'


def _region(place: Place) -> str:
    (line, column), (end_line, end_column) = place.start, place.end
    return f'"startLine": {line}, "startColumn": {column}, "endLine": {end_line}, "endColumn": {end_column}'


def _fix(artifact: str, fix: LocatedFix, lang: Lang) -> str:
    replacements = array([_replacement(edit) for edit in fix.edits])
    return (
        f'{{"description": {_text(fix_of(fix, lang))}, '
        f'"artifactChanges": [{{"artifactLocation": {artifact}, "replacements": {replacements}}}], '
        f'"properties": {{"safety": "{fix.safety}"}}}}'
    )


def _replacement(edit: LocatedEdit) -> str:
    return f'{{"deletedRegion": {{{_region(edit.place)}}}, "insertedContent": {_text(edit.text)}}}'


def _about(finding: LocatedFinding, style: Style) -> dict[str, Any]:
    """What is said of a rule; GitHub wants all three descriptions."""
    title = style.titles.get(finding.rule, finding.rule)
    grounds = grounds_of(finding.basis)
    basis = Say(f"{title}。依据：{grounds.zh}", f"{title}. Basis: {grounds.en}").text(style.lang)
    command = f"lint-reports explain {finding.rule}"
    help_ = Say(f"{basis}。详见 {command}。", f"{basis}. See {command}.").text(style.lang)
    return {
        "id": finding.rule,
        "shortDescription": {"text": title},
        "fullDescription": {"text": basis},
        "help": {"text": help_},
        "defaultConfiguration": {"level": _LEVELS[finding.severity]},
        "properties": {"tags": [finding.rule.partition("/")[0]]},
    }
