"""The paragraphs that figures are read from, in the views that patterns need."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from lint_reports.text import Span


class Source(NamedTuple):
    """Some paragraphs of a document.

    Attributes:
        text: the original.
        folded: the folded view.
        masked: the same with quotations and titles masked.
        spans: the paragraphs, in order.
    """

    text: str
    folded: str
    masked: str
    spans: Sequence[Span]

    def matches(self, pattern: re.Pattern[str], view: str) -> Iterator[tuple[re.Match[str], Span]]:
        """The matches of a pattern, each with its paragraph.

        One pass over the whole text is several times as quick as one for each paragraph.

        Args:
            pattern: one that matches no line end.
            view: `folded` or `masked`.
        """
        for found in pattern.finditer(view):
            at = bisect_right(self.spans, found.start(), key=_start) - 1
            if at >= 0 and found.end() <= self.spans[at].end:
                yield found, self.spans[at]


def _start(span: Span) -> int:
    return span.start
