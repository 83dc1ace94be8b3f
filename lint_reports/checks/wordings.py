"""Fixed wordings at work: where one of them stands unmasked, and longer words that contain it."""

from __future__ import annotations

from collections.abc import Iterable

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Scope
from lint_reports.checks.matching import Place
from lint_reports.text import Span


class _At:
    """A place found without a pattern, in the shape of a match."""

    def __init__(self, span: Span) -> None:
        self._span = span

    def start(self, _group: int | str = 0, /) -> int:
        return self._span.start

    def end(self, _group: int | str = 0, /) -> int:
        return self._span.end

    def group(self, _group: int | str = 0, /) -> str:
        return ""

    def groupdict(self) -> dict[str, str]:
        return {}


def wording_at(analysis: Analysis, scope: Scope, hit: Span) -> Place | None:
    """The place of a wording that the prefilter has found; `None` if it is masked or the scope does not cover it."""
    block = analysis.block_at(hit.start)
    if block not in scope.blocks_of(analysis):
        return None
    if hit.of(analysis.lines(scope.lifted)) != hit.of(analysis.folded):
        return None
    offset = analysis.document.blocks[block].span.start
    at = Span(hit.start - offset, hit.end - offset)
    return Place(block, offset, analysis.block_text(block, scope.lifted), _At(at))


def moved(place: Place, at: Span) -> Place:
    """Another place in the same block, given by its offsets there."""
    return place._replace(found=_At(at))


def is_contained(place: Place, words: Iterable[str]) -> bool:
    """Whether a longer word covers the place."""
    at = Span(place.found.start(), place.found.end())
    return any(_contains(place.text, at, word) for word in words)


def _contains(text: str, at: Span, word: str) -> bool:
    start = text.find(word, max(0, at.end - len(word)), at.start + len(word))
    return start >= 0 and start <= at.start and at.end <= start + len(word)
