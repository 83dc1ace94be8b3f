"""A finding is known again after the lines around it have moved."""

from __future__ import annotations

import pytest

from lint_reports.finding import Confidence, Finding, Severity
from lint_reports.fingerprints import Fingerprints
from lint_reports.located import Checked, located
from lint_reports.readers import read
from lint_reports.report import Report
from lint_reports.text import Span

SECTION = ("一、工作成效",)


def fingerprints(source: str, *parts: str, rule="t/rule", section=SECTION, message="有误") -> list[str]:
    """Those of findings at the places of some words, in order."""
    findings, done = [], 0
    for part in parts:
        start = source.index(part, done)
        done = start + len(part)
        findings.append(
            Finding(rule, Severity.ERROR, Confidence.CERTAIN, message, Span(start, done), (), None, (), section)
        )
    checked = located(Report(read(source.encode(), "报告.txt"), tuple(findings)))
    assert isinstance(checked, Checked)
    known = Fingerprints()
    return [known.of(finding) for finding in checked.findings]


BASE = "甲截止六月，乙截止七月。"
SAME = {
    "lines before": ("新的一行。\n\n" + BASE, {}),
    "words beside": ("某某截止六月，某某市截止七月。", {}),
    "another message": (BASE, {"message": "另一句"}),
    "a line end within": ("甲截\n止六月，乙截止七月。", {}),
}
OTHER = {
    "another rule": (BASE, {"rule": "t/other"}),
    "another section": (BASE, {"section": ("二、工作打算",)}),
}


@pytest.mark.parametrize("name", SAME)
def test_what_does_not_matter(name) -> None:
    source, fields = SAME[name]
    first = "截\n止" if "截\n止" in source else "截止"
    assert fingerprints(source, first, "截止", **fields) == fingerprints(BASE, "截止", "截止")


@pytest.mark.parametrize("name", OTHER)
def test_what_matters(name) -> None:
    source, fields = OTHER[name]
    assert not set(fingerprints(source, "截止", "截止", **fields)) & set(fingerprints(BASE, "截止", "截止"))


def test_equal_findings_are_counted() -> None:
    first, second = fingerprints(BASE, "截止", "截止")
    assert first != second
    assert fingerprints(BASE, "截止") == [first]


def test_a_fingerprint_does_not_change_with_versions() -> None:
    assert fingerprints(BASE, "截止") == ["e4d5e2c001084afd58bd9965ca483573"]
