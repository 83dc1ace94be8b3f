"""Patterns at work: compiled when first needed, run only round the places where they can match."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from time import perf_counter
from typing import Any, NamedTuple, Protocol

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Plain, Scope
from lint_reports.patterns import compiled
from lint_reports.text import Span

TIMEOUT = 0.5
"""Seconds that a pattern of somebody else's may take for one paragraph."""
_LONGER = 1e-6
"""Seconds more for every code point of the paragraph."""


_BUDGET = 5.0
"""Seconds that it may take in all, and more for what it has looked at: many paragraphs may each be a little slow."""
_BUDGET_PER_CHARACTER = 2e-5


class PatternTimeout(Exception):  # noqa: N818 - it says what happened
    """A pattern took longer than it may. Its rule gives up on the document."""


class Found(Protocol):
    """A match of `re` or of `regex`."""

    def start(self, group: int | str = 0, /) -> int:
        """Where a group begins; -1 if it took no part."""

    def end(self, group: int | str = 0, /) -> int:
        """Where a group ends."""

    def group(self, group: int | str = 0, /) -> Any:
        """What a group matched."""

    def groupdict(self) -> dict[str, Any]:
        """What the named groups matched."""


class Pattern:
    """A pattern of a rule.

    Patterns that come with the program run in `re`: they are known to end, and it loads faster. All others run in
    `regex` under a timeout.
    """

    def __init__(self, plain: Mapping[str, Plain], *, trusted: bool) -> None:
        self.source: str = plain["source"]
        self.groups: tuple[str, ...] = plain["groups"]
        self.reach: int | None = plain["width"]
        self.width: int | None = None if plain["to_end"] else plain["width"]
        self._trusted = trusted
        self._left = _BUDGET
        self._asked: tuple[str, bool] | None = None

    @cached_property
    def _compiled(self) -> Any:
        if self._trusted:
            return compiled(self.source)
        import regex  # only rules from outside need it, and it takes 15 ms

        return regex.compile(self.source)

    def finditer(self, text: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """All matches within a part of a text; what stands around can be looked at."""
        stop = len(text) if end is None else end
        if self._trusted:
            return iter(self._compiled.finditer(text, start, stop))
        return iter(self._limited(self._all, text, start, stop))

    def _all(self, text: str, start: int, end: int, timeout: float) -> list[Found]:
        """All matches at once: what is done with one must not count as time that the pattern took."""
        return list(self._compiled.finditer(text, start, end, timeout=timeout))

    def _limited(self, run: Callable[..., Any], text: str, start: int, end: int) -> Any:
        self._left += _BUDGET_PER_CHARACTER * (end - start)
        begun = perf_counter()
        try:
            found = run(text, start, end, timeout=TIMEOUT + _LONGER * (end - start))
        except TimeoutError:
            raise PatternTimeout from None
        self._left -= perf_counter() - begun
        if self._left < 0:
            self._left = _BUDGET
            raise PatternTimeout
        return found

    def search(self, text: str, start: int = 0, end: int | None = None) -> Found | None:
        """The first match within a part of a text, whose end is the end for the pattern."""
        stop = len(text) if end is None else end
        if self._trusted:
            first: Found | None = self._compiled.search(text, start, stop)
        else:
            first = self._limited(self._compiled.search, text, start, stop)
        return first

    def stands_in(self, text: str) -> bool:
        """Whether there is a match anywhere; remembered for the text that was asked about last."""
        if self._asked is None or self._asked[0] is not text:
            self._asked = text, self.search(text) is not None
        return self._asked[1]


class Place(NamedTuple):
    """A match, and where it stands."""

    block: int
    offset: int
    text: str
    found: Found

    def span(self, group: int | str = 0) -> Span:
        """The span of a group in `Document.text`; empty at the start of the match if it took no part."""
        start = self.found.start(group)
        if start < 0:
            return Span(self.offset + self.found.start(), self.offset + self.found.start())
        return Span(self.offset + start, self.offset + self.found.end(group))


def places(analysis: Analysis, pattern: Pattern, scope: Scope, hits: Sequence[Span]) -> Iterator[Place]:
    """Where a pattern matches in the blocks of a scope.

    Args:
        analysis: the document.
        pattern: what is looked for.
        scope: where.
        hits: where its literals stand; if there are none, every block is searched.
    """
    windows = _windows(analysis, pattern, scope, hits) if hits else _whole_blocks(analysis, scope)
    for block, start, end in windows:
        text = analysis.block_text(block, scope.lifted)
        offset = analysis.document.blocks[block].span.start
        for found in pattern.finditer(text, start, end):
            yield Place(block, offset, text, found)


def original_places(analysis: Analysis, pattern: Pattern, scope: Scope) -> Iterator[Place]:
    """Where a pattern matches the text as it is written. The text of a place is the folded one: vetoes are for that."""
    for block in scope.blocks_of(analysis):
        offset = analysis.document.blocks[block].span.start
        for found in pattern.finditer(analysis.block_original(block, scope.lifted)):
            yield Place(block, offset, analysis.block_text(block, scope.lifted), found)


_Window = tuple[int, int, int]
"""A part of a block: its number, start and end within it."""


def _whole_blocks(analysis: Analysis, scope: Scope) -> Iterator[_Window]:
    for block in scope.blocks_of(analysis):
        span = analysis.document.blocks[block].span
        yield block, 0, span.end - span.start


def _windows(analysis: Analysis, pattern: Pattern, scope: Scope, hits: Sequence[Span]) -> Iterator[_Window]:
    """The parts of blocks in which a match can lie, in order, disjoint."""
    blocks, covered, width = analysis.document.blocks, scope.blocks_of(analysis), pattern.width
    first = last = -1  # of the block that the hit before stood in
    open_block, open_start, open_end = -1, 0, 0
    for hit_start, hit_end in hits:
        if not first <= hit_start < last:
            block = analysis.block_at(hit_start)
            first, last = blocks[block].span if block >= 0 else (hit_start, hit_start + 1)
        if block not in covered:
            continue
        start = 0 if width is None else max(0, hit_start - first - width)
        end = last - first if width is None else min(last - first, hit_end - first + width)
        if block == open_block and start <= open_end:
            open_end = max(open_end, end)
            continue
        if open_block >= 0:
            yield open_block, open_start, open_end
        open_block, open_start, open_end = block, start, end
    if open_block >= 0:
        yield open_block, open_start, open_end
