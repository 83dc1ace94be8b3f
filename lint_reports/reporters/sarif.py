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
from lint_reports.located import Located, LocatedFinding, LocatedFix, LocatedLabel, Place
from lint_reports.report import Failure
from lint_reports.reporters import Style
from lint_reports.reporters.escaping import path_of
from lint_reports.reporters.words import fix_of, grounds_of

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"
_FINGERPRINT = "lintReports/v1"
_LINK = re.compile(r"\](?=\()")


class _Rule(NamedTuple):
    """A rule that has reported something: its number in the log, and what the log says of it."""

    number: int
    about: dict[str, Any]


def render(outcomes: Iterable[Located], style: Style) -> Iterator[str]:
    """A log with one run; results are written as soon as they are found, and after them what the rules say."""
    yield f'{{"$schema": {_dump(_SCHEMA)}, "version": "2.1.0", "runs": [{{\n {_run_head(style.lang)},\n "results": ['
    rules: dict[str, _Rule] = {}
    notices: list[dict[str, Any]] = []
    comma = "\n  "
    for outcome in outcomes:
        notices += _notices(outcome, style.lang)
        for result in _results(outcome, rules, style):
            yield comma + _dump(result)
            comma = ",\n  "
    invocation = {"executionSuccessful": not notices, "toolExecutionNotifications": notices}
    driver = {"name": "lint-reports", "version": __version__, "rules": [rule.about for rule in rules.values()]}
    yield f'],\n "invocations": [{_dump(invocation)}],\n "tool": {{"driver": {_dump(driver)}}}\n}}]}}\n'


def _dump(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


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
    reasons = (outcome.reason,) if isinstance(outcome, Failure) else outcome.problems
    for reason in reasons:
        location = {"physicalLocation": {"artifactLocation": _artifact(outcome.name)}}
        yield {"level": "error", "message": {"text": reason.text(lang)}, "locations": [location]}


def _results(outcome: Located, rules: dict[str, _Rule], style: Style) -> Iterator[dict[str, Any]]:
    if isinstance(outcome, Failure):
        return
    artifact, fingerprints = _artifact(outcome.name), Fingerprints()
    for finding in outcome.findings:
        if finding.rule not in rules:
            rules[finding.rule] = _Rule(len(rules), _about(finding, style))
        result = {
            "ruleId": finding.rule,
            "ruleIndex": rules[finding.rule].number,
            "level": _LEVELS[finding.severity],
            "message": {"text": _message(finding)},
            "locations": [_location(artifact, finding)],
            "partialFingerprints": {_FINGERPRINT: fingerprints.of(finding)},
            "properties": {"confidence": str(finding.confidence)},
        }
        if finding.related:
            result["relatedLocations"] = [_related(artifact, *each) for each in enumerate(finding.related, 1)]
        if finding.fix:
            result["fixes"] = [_fix(artifact, finding.fix, style.lang)]
        yield result


def _artifact(name: str) -> dict[str, Any]:
    """Where a file is: relative to the root where it lies below it, else as an absolute address."""
    path = path_of(name)
    uri = quote(path.name, errors="surrogateescape")
    if path.inside:
        return {"uri": uri, "uriBaseId": _ROOT}
    if re.match("[A-Za-z]:/", path.name):  # a drive of Windows
        return {"uri": f"file:///{quote(path.name, safe='/:')}"}
    return {"uri": f"file://{uri}" if uri.startswith("/") else uri}


def _message(finding: LocatedFinding) -> str:
    """The message, with a link to each related place: GitHub shows only those that are linked to."""
    links = [f"[{_link_text(label.message)}]({number})" for number, label in enumerate(finding.related, 1)]
    return " ".join([_LINK.sub("] ", finding.message), *links])


def _link_text(text: str) -> str:
    return re.sub(r"([\\\[\]])", r"\\\1", text)


def _location(artifact: dict[str, Any], finding: LocatedFinding) -> dict[str, Any]:
    location: dict[str, Any] = {"physicalLocation": _physical(artifact, finding.place)}
    if finding.section:
        location["logicalLocations"] = [{"fullyQualifiedName": " / ".join(finding.section), "kind": "section"}]
    return location


def _related(artifact: dict[str, Any], number: int, label: LocatedLabel) -> dict[str, Any]:
    return {"id": number, "physicalLocation": _physical(artifact, label.place), "message": {"text": label.message}}


def _physical(artifact: dict[str, Any], place: Place) -> dict[str, Any]:
    return {"artifactLocation": artifact, "region": {**_region(place), "snippet": {"text": place.text}}}


def _region(place: Place) -> dict[str, Any]:
    return {
        "startLine": place.start.line,
        "startColumn": place.start.column,
        "endLine": place.end.line,
        "endColumn": place.end.column,
    }


def _fix(artifact: dict[str, Any], fix: LocatedFix, lang: Lang) -> dict[str, Any]:
    replacements = [
        {"deletedRegion": _region(edit.place), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": fix_of(fix).text(lang)},
        "artifactChanges": [{"artifactLocation": artifact, "replacements": replacements}],
        "properties": {"safety": str(fix.safety)},
    }


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
