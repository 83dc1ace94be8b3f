"""The output formats: one module each. A new format is a module and a line in `REPORTERS`."""

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


class Totals:
    """What a run has found in all, as the outcomes pass by.

    Attributes:
        files: how many there were.
        failed: those that could not be checked in full.
        fixable: findings with a fix.
        fixed, fixed_files: findings that have been mended, and the files that they were in.
        by_rule: findings by the id of their rule.
        suppressed, baselined: what is excused, and what is known from the baseline.
    """

    def __init__(self) -> None:
        self.files = self.failed = self.fixable = self.fixed = self.fixed_files = self.suppressed = self.baselined = 0
        self.by_rule: dict[str, int] = {}
        self._by_severity = dict.fromkeys(Severity, 0)

    def add(self, outcome: Located) -> None:
        """Counts one more outcome."""
        self.files += 1
        if isinstance(outcome, Failure):
            self.failed += 1
            return
        self.failed += bool(outcome.problems)
        self.fixed += outcome.fixed
        self.fixed_files += bool(outcome.fixed)
        self.suppressed += outcome.suppressed
        self.baselined += outcome.baselined
        for finding in outcome.findings:
            self._by_severity[finding.severity] += 1
            self.fixable += finding.fix is not None
            self.by_rule[finding.rule] = self.by_rule.get(finding.rule, 0) + 1

    @property
    def errors(self) -> int:
        """Findings that are errors."""
        return self._by_severity[Severity.ERROR]

    @property
    def warnings(self) -> int:
        """Findings that are warnings."""
        return self._by_severity[Severity.WARNING]

    @property
    def infos(self) -> int:
        """Findings that are no more than info."""
        return self._by_severity[Severity.INFO]
