"""The output formats: one module each. A new format is a module and a line in `REPORTERS`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from importlib import import_module
from typing import Any, NamedTuple, Protocol

from lint_reports.finding import Severity
from lint_reports.language import Lang
from lint_reports.located import Located
from lint_reports.report import Failure


class Style(NamedTuple):
    """How to write a report.

    Attributes:
        lang: the language of what is said around the findings.
        color: with colour codes.
        quiet: findings only, no summary.
        statistics: how often each rule reported something, at the end.
        titles: what each rule is called, by its id, for formats that are `titled`.
    """

    lang: Lang = "zh"
    color: bool = False
    quiet: bool = False
    statistics: bool = False
    titles: Mapping[str, str] = {}


class Reporter(Protocol):
    """A format."""

    def render(self, outcomes: Iterable[Located], style: Style) -> Iterator[str]:
        """The report in pieces, as soon as each can be written."""


class Format(NamedTuple):
    """Where a format is, and what it needs.

    Attributes:
        module: by name, so that a run loads only the one it writes.
        titled: it says what rules are called, and `Style.titles` is to be filled in.
        whole: it shows whole files, and `Checked.source` is to be kept.
    """

    module: str
    titled: bool = False
    whole: bool = False


REPORTERS: Mapping[str, Format] = {
    "text": Format("lint_reports.reporters.text"),
    "json": Format("lint_reports.reporters.json"),
    "jsonl": Format("lint_reports.reporters.jsonl"),
    "sarif": Format("lint_reports.reporters.sarif", titled=True),
    "github": Format("lint_reports.reporters.github", titled=True),
    "gitlab": Format("lint_reports.reporters.gitlab"),
    "junit": Format("lint_reports.reporters.junit"),
    "checkstyle": Format("lint_reports.reporters.checkstyle"),
    "rdjson": Format("lint_reports.reporters.rdjson"),
    "errata-csv": Format("lint_reports.reporters.errata_csv"),
    "errata-html": Format("lint_reports.reporters.errata_html"),
    "html": Format("lint_reports.reporters.html", titled=True, whole=True),
}


def reporter(name: str) -> Reporter:
    """The format of a name in `REPORTERS`."""
    module: Any = import_module(REPORTERS[name].module)
    found: Reporter = module
    return found


class Totals(NamedTuple):
    """What a run found in all."""

    files: int = 0
    failed: int = 0
    errors: int = 0
    warnings: int = 0
    infos: int = 0
    fixable: int = 0
    fixed: int = 0
    fixed_files: int = 0
    by_rule: Mapping[str, int] = {}
    suppressed: int = 0
    baselined: int = 0

    def plus(self, outcome: Located) -> Totals:
        """These totals and one more outcome."""
        if isinstance(outcome, Failure):
            return self._replace(files=self.files + 1, failed=self.failed + 1)
        if not (outcome.findings or outcome.fixed or outcome.suppressed or outcome.baselined):
            return self._replace(files=self.files + 1, failed=self.failed + bool(outcome.problems))
        severities = [finding.severity for finding in outcome.findings]
        by_rule = dict(self.by_rule)
        for finding in outcome.findings:
            by_rule[finding.rule] = by_rule.get(finding.rule, 0) + 1
        return Totals(
            self.files + 1,
            self.failed + bool(outcome.problems),
            self.errors + severities.count(Severity.ERROR),
            self.warnings + severities.count(Severity.WARNING),
            self.infos + severities.count(Severity.INFO),
            self.fixable + sum([finding.fix is not None for finding in outcome.findings]),
            self.fixed + outcome.fixed,
            self.fixed_files + bool(outcome.fixed),
            by_rule,
            self.suppressed + outcome.suppressed,
            self.baselined + outcome.baselined,
        )
