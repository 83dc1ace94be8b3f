"""An outcome as people and machines name its places: lines, columns, the words there and the line around them.

What comes out stands on its own, without the document: it can be kept in a cache, come from another process, and go to
any reporter.
"""

from typing import NamedTuple

from lint_reports.document import Document
from lint_reports.finding import Basis, Confidence, Finding, Fix, Label, Safety, Severity
from lint_reports.language import Say
from lint_reports.report import Failure, Outcome
from lint_reports.text import ByteIndex, LineIndex, Position, Span

EXCERPT = 76
"""Code points before a place, in it and after it that an excerpt holds at most."""


class Excerpt(NamedTuple):
    """What stands before a place, in it and after it on the line that it begins in.

    Attributes:
        before, marked, after: the text; of a long line only what is near the place.
        column: how many code points of the line stand before the place.
        length: how many the line has.
    """

    before: str
    marked: str
    after: str
    column: int
    length: int


class Place(NamedTuple):
    """A place in a file: half-open, lines and columns from 1.

    Attributes:
        start, end: with columns in code points.
        start_byte, end_byte: the same columns in bytes, were the file in UTF-8.
        text: what stands there.
        excerpt: the line around it.
    """

    start: Position
    end: Position
    start_byte: int
    end_byte: int
    text: str
    excerpt: Excerpt


class LocatedLabel(NamedTuple):
    """A place, and what is to be said of it."""

    place: Place
    message: str


class LocatedEdit(NamedTuple):
    """Put `text` in the place of what stands at `place`; an empty place inserts."""

    place: Place
    text: str


class LocatedFix(NamedTuple):
    """Edits that belong together: all of them or none."""

    edits: tuple[LocatedEdit, ...]
    safety: Safety


class LocatedFinding(NamedTuple):
    """One reported fault.

    Attributes:
        section: the headings it stands under, outermost first, as `lint_reports.finding.Finding` has them.
    """

    rule: str
    severity: Severity
    confidence: Confidence
    message: str
    place: Place
    related: tuple[LocatedLabel, ...]
    fix: LocatedFix | None
    basis: tuple[Basis, ...]
    section: tuple[str, ...]


class Checked(NamedTuple):
    """What is to be said of one file.

    Attributes:
        name: how the file is called.
        findings: sorted by place, then by rule.
        suppressed: how many findings the author has excused.
        not_applicable: ids of rules that needed a fact this document does not have, sorted.
        problems: rules that gave up on this document, and why.
        source: the whole decoded file that lines and columns are counted in, if it was to be kept and has findings.
        fixed: how many findings have been mended in the file, and are not among these.
        baselined: how many findings are known from the baseline.
    """

    name: str
    findings: tuple[LocatedFinding, ...]
    suppressed: int = 0
    not_applicable: tuple[str, ...] = ()
    problems: tuple[Say, ...] = ()
    source: str | None = None
    fixed: int = 0
    baselined: int = 0


Located = Checked | Failure


def located(outcome: Outcome, *, keep_source: bool = False) -> Located:
    """The same outcome with lines and columns.

    Args:
        outcome: what came of a file; a failure stays as it is.
        keep_source: keep the text of the file as well, for reporters that show all of it.
    """
    if isinstance(outcome, Failure):
        return outcome
    places = Places(outcome.document) if outcome.findings else None
    return Checked(
        name=outcome.name,
        findings=tuple(_finding(finding, places) for finding in outcome.findings) if places else (),
        suppressed=outcome.suppressed,
        not_applicable=outcome.not_applicable,
        problems=outcome.problems,
        source=outcome.document.source if keep_source and outcome.findings else None,
    )


class Places:
    """The places of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self._lines = LineIndex(document.source)
        self._bytes = ByteIndex(document.source)

    def at(self, span: Span) -> Place:
        """The place of a span of `Document.text`."""
        source = self._document.to_source(span)
        start, end = self._lines.position(source.start), self._lines.position(source.end)
        return Place(
            start,
            end,
            self._byte_column(source.start, start),
            self._byte_column(source.end, end),
            source.of(self._document.source),
            self._excerpt(source, start, end),
        )

    def _byte_column(self, offset: int, at: Position) -> int:
        line = offset - at.column + 1
        return self._bytes.before(offset) - self._bytes.before(line) + 1

    def _excerpt(self, at: Span, first: Position, last: Position) -> Excerpt:
        line = self._lines.line_span(first.line)
        start = min(at.start, line.end)
        end = min(at.end, line.end) if last.line == first.line else line.end
        source = self._document.source
        return Excerpt(
            before=source[max(line.start, start - EXCERPT) : start],
            marked=source[start : min(end, start + EXCERPT)],
            after=source[end : min(line.end, end + EXCERPT)] if end - start <= EXCERPT else "",
            column=start - line.start,
            length=line.end - line.start,
        )


def _finding(finding: Finding, places: Places) -> LocatedFinding:
    return LocatedFinding(
        rule=finding.rule,
        severity=finding.severity,
        confidence=finding.confidence,
        message=finding.message,
        place=places.at(finding.span),
        related=tuple(_label(label, places) for label in finding.related),
        fix=_fix(finding.fix, places) if finding.fix is not None else None,
        basis=finding.basis,
        section=finding.section,
    )


def _label(label: Label, places: Places) -> LocatedLabel:
    return LocatedLabel(places.at(label.span), label.message)


def _fix(fix: Fix, places: Places) -> LocatedFix:
    return LocatedFix(tuple(LocatedEdit(places.at(edit.span), edit.text) for edit in fix.edits), fix.safety)
