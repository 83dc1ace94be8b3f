"""An outcome as people and machines name its places: lines, columns, the words there and the line around them.

What comes out stands on its own, without the document: it can be kept in a cache, come from another process, and go to
any reporter.
"""

from typing import NamedTuple

from lint_reports.document import Document
from lint_reports.finding import Basis, Confidence, Finding, Fix, Safety, Severity
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
        findings=tuple([_finding(finding, places) for finding in outcome.findings]) if places else (),
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
        self._known: dict[Span, Place] = {}

    def at(self, span: Span) -> Place:
        """The place of a span of `Document.text`."""
        source = self._document.to_source(span)
        place = self._known.get(source)
        if place is None:  # what a fix replaces is mostly what its finding marks
            place = self._known[source] = self._place(source)
        return place

    def _place(self, at: Span) -> Place:
        start = self._lines.position(at.start)
        line = self._lines.line_span(start.line)
        start_byte = 1 + self._bytes.between(line.start, at.start)
        if at.end <= line.end:
            end = Position(start.line, start.column + at.end - at.start)
            end_byte = start_byte + self._bytes.between(at.start, at.end)
        else:
            end = self._lines.position(at.end)
            end_byte = 1 + self._bytes.between(at.end - end.column + 1, at.end)
        excerpt = self._excerpt(at, line, ends=end.line == start.line)
        return Place(start, end, start_byte, end_byte, at.of(self._document.source), excerpt)

    def _excerpt(self, at: Span, line: Span, *, ends: bool) -> Excerpt:
        """The line that a place begins in, and perhaps ends in."""
        source, (first, last) = self._document.source, line
        start = min(at.start, last)
        end = min(at.end, last) if ends else last
        return Excerpt(
            source[max(first, start - EXCERPT) : start],
            source[start : min(end, start + EXCERPT)],
            source[end : min(last, end + EXCERPT)] if end - start <= EXCERPT else "",
            start - first,
            last - first,
        )


def _finding(finding: Finding, places: Places) -> LocatedFinding:
    return LocatedFinding(
        rule=finding.rule,
        severity=finding.severity,
        confidence=finding.confidence,
        message=finding.message,
        place=places.at(finding.span),
        related=tuple([LocatedLabel(places.at(label.span), label.message) for label in finding.related]),
        fix=_fix(finding.fix, places) if finding.fix is not None else None,
        basis=finding.basis,
        section=finding.section,
    )


def _fix(fix: Fix, places: Places) -> LocatedFix:
    return LocatedFix(tuple([LocatedEdit(places.at(edit.span), edit.text) for edit in fix.edits]), fix.safety)
