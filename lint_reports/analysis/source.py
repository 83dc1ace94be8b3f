"""The paragraphs that figures are read from, in the views that patterns need."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from sys import maxsize
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
            span = self.around(found.start(), found.end())
            if span is not None:
                yield found, span

    def around(self, start: int, end: int) -> Span | None:
        """The paragraph that a stretch of text stands in."""
        at = bisect_right(self.spans, (start, maxsize)) - 1  # a key would take three times as long
        return self.spans[at] if at >= 0 and end <= self.spans[at].end else None

    def places(self, *words: str) -> list[int]:
        """Where some words stand in the folded view, in order.

        Patterns that are tried only there take a third of the time that a pass over the text takes.
        """
        return sorted(place for word in words for place in places_of(self.folded, word))


def places_of(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text, in order."""
    place = text.find(word)
    while place >= 0:
        yield place
        place = text.find(word, place + 1)
