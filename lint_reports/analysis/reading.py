"""A document while its parts are being told apart."""

from collections.abc import Sequence
from typing import NamedTuple

from lint_reports.analysis.dates import first_date
from lint_reports.document import Document
from lint_reports.facts import Marker, Moment, Text
from lint_reports.text import Span


class Reading(NamedTuple):
    """A document while its parts are being told apart.

    Attributes:
        document: what is read.
        folded: the folded view.
        markers: the numbering label of each block.
        spans: where each block stands.
        lines: each block as folded.
    """

    document: Document
    folded: str
    markers: Sequence[Marker | None]
    spans: Sequence[Span]
    lines: Sequence[str]

    def text(self, span: Span) -> Text:
        """A span as written."""
        return Text(span, span.of(self.document.text))

    def date(self, span: Span) -> Moment | None:
        """The first whole date in a span."""
        return first_date(self.folded, self.document.text, span)
