"""What comes out of checking one file: a `Report`, or a `Failure` that says why there is none."""

from typing import NamedTuple

from lint_reports.document import Document
from lint_reports.finding import Finding
from lint_reports.language import Say


class Report(NamedTuple):
    """The findings of one document, in the order of their places.

    Attributes:
        document: what was checked; `located` takes lines, columns and excerpts from it.
        findings: sorted by place, then by rule.
        suppressed: how many findings the author has excused.
        not_applicable: ids of rules that needed a fact this document does not have, sorted.
        problems: rules that gave up on this document, and why.
    """

    document: Document
    findings: tuple[Finding, ...]
    suppressed: int = 0
    not_applicable: tuple[str, ...] = ()
    problems: tuple[Say, ...] = ()

    @property
    def name(self) -> str:
        """How the file is called."""
        return self.document.name


class Failure(NamedTuple):
    """A file that could not be checked, and why."""

    name: str
    reason: Say


Outcome = Report | Failure
