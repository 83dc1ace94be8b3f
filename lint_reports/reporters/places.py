"""Lines and columns of findings, counted in the file as it is."""

from __future__ import annotations

from typing import NamedTuple

from lint_reports.document import Document
from lint_reports.text import LineIndex, Position, Span


class Range(NamedTuple):
    """A place in a file: half-open, lines and columns from 1, columns in code points."""

    start: Position
    end: Position
    text: str


class Excerpt(NamedTuple):
    """What stands before a place, in it and after it on one line.

    Attributes:
        before, marked, after: the text, or as much of it as was wanted.
        column: how many code points of the line stand before the place.
        length: how many the line has.
    """

    before: str
    marked: str
    after: str
    column: int
    length: int


class Places:
    """The places of one document."""

    def __init__(self, document: Document) -> None:
        self._document = document
        self.index = LineIndex(document.source)

    def at(self, span: Span) -> Range:
        """The place of a span of `Document.text`."""
        source = self._document.to_source(span)
        return Range(
            self.index.position(source.start), self.index.position(source.end), source.of(self._document.source)
        )

    def excerpt(self, at: Range, most: int) -> Excerpt:
        """The line that a place begins in; of a long line only what is near the place.

        Args:
            at: the place.
            most: code points before the place, in it and after it that are wanted at most.
        """
        line = self.index.line_span(at.start.line)
        start = min(line.start + at.start.column - 1, line.end)
        end = min(line.start + at.end.column - 1, line.end) if at.end.line == at.start.line else line.end
        source = self._document.source
        return Excerpt(
            before=source[max(line.start, start - most) : start],
            marked=source[start : min(end, start + most)],
            after=source[end : min(line.end, end + most)] if end - start <= most else "",
            column=start - line.start,
            length=line.end - line.start,
        )
