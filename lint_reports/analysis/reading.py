"""A document while its parts are being told apart."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lint_reports.analysis.dates import first_date
from lint_reports.document import Document
from lint_reports.facts import Marker, Moment, Text
from lint_reports.text import Span


class Reading(NamedTuple):
    """A document while its parts are being told apart."""

    document: Document
    folded: str
    markers: Sequence[Marker | None]

    def span(self, block: int) -> Span:
        """Where a block stands."""
        return self.document.blocks[block].span

    def line(self, block: int) -> str:
        """A block as folded."""
        return self.span(block).of(self.folded)

    def text(self, span: Span) -> Text:
        """A span as written."""
        return Text(span, span.of(self.document.text))

    def date(self, span: Span) -> Moment | None:
        """The first whole date in a span."""
        return first_date(self.folded, self.document.text, span)
