"""What the exit code of `check` will be."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from lint_reports.errors import ExitCode
from lint_reports.finding import Severity
from lint_reports.located import Checked, Located
from lint_reports.report import Failure


class Verdict:
    """What the exit code will be, as the outcomes pass by.

    Args:
        fail_on: says of the name of a file which is the lowest severity that counts as a finding; `None` if none does.
    """

    def __init__(self, fail_on: Callable[[str], Severity | None]) -> None:
        self._fail_on = fail_on
        self._failed = False
        self._found = False

    def watch(self, outcomes: Iterable[Located]) -> Iterator[Located]:
        """The same outcomes."""
        for outcome in outcomes:
            if isinstance(outcome, Failure) or outcome.problems:
                self._failed = True
            self._found = self._found or (not isinstance(outcome, Failure) and self._counts(outcome))
            yield outcome

    def _counts(self, outcome: Checked) -> bool:
        least = self._fail_on(outcome.name) if outcome.findings else None
        return least is not None and any(finding.severity >= least for finding in outcome.findings)

    def code(self) -> ExitCode:
        """2 if a file could not be checked, else 1 if there are findings that count, else 0."""
        if self._failed:
            return ExitCode.USAGE
        return ExitCode.FINDINGS if self._found else ExitCode.CLEAN
