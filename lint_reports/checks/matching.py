"""Patterns at work: compiled when first needed, run only round the places where they can match."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from sys import maxsize
from time import perf_counter
from typing import Any, NamedTuple, Protocol

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Hit, Plain, Scope
from lint_reports.patterns import compiled
from lint_reports.text import Span

TIMEOUT = 0.5
"""Seconds that a pattern of somebody else's may take for one paragraph."""
_LONGER = 1e-6
"""Seconds more for every code point of the paragraph."""


_BUDGET = 5.0
"""Seconds that it may take in all, and more for what it has looked at: many paragraphs may each be a little slow."""
_BUDGET_PER_CHARACTER = 2e-5
_FEW = 3
"""Blocks of a text for one that a pattern looks at, from which on each of these is searched alone."""
_APART = 20
"""Code points between two windows up to which one search over both is quicker than two."""
_WIDE = 100
"""Code points that lines seldom have: a match that may span more is looked for in the lines of its hits."""


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
        # One search that takes too long must not lose what another rule file's pattern has found in other blocks.
        self.lines: bool = plain["lines"] and trusted
        self.begins: bool = plain["begins"] and trusted
        self.groups: tuple[str, ...] = plain["groups"]
        self.reach: int | None = plain["width"]
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

    def within(self, text: str, windows: Iterable[tuple[int, int]]) -> list[Found]:
        """All matches in some parts of a text of lines; for patterns that look at lines."""
        if self.begins:
            match = self._compiled.match
            return [found for start, end in windows if (found := match(text, start, end)) is not None]
        finditer = self._compiled.finditer
        return [found for start, end in windows for found in finditer(text, start, end)]

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
        found: Found | None = (
            self._compiled.search(text, start, stop)
            if self._trusted
            else self._limited(self._compiled.search, text, start, stop)
        )
        return found

    def match(self, text: str, start: int, end: int) -> Found | None:
        """The match at the start of a part of a text."""
        match = self._compiled.match
        found: Found | None = match(text, start, end) if self._trusted else self._limited(match, text, start, end)
        return found

    def stands_in(self, text: str) -> bool:
        """Whether there is a match anywhere; remembered for the text that was asked about last."""
        if self._asked is None or self._asked[0] != text:
            self._asked = text, self.search(text) is not None
        return self._asked[1]


class Place(NamedTuple):
    """A match, and where it stands.

    Attributes:
        block: the block that it stands in.
        offset: where the block begins in `Document.text`.
        text: the folded block, masked.
        found: the match, its offsets counted in the block.
    """

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


class _InBlock:
    """A match in the whole text, its offsets counted in its block."""

    __slots__ = ("_found", "_offset")

    def __init__(self, found: Found, offset: int) -> None:
        self._found = found
        self._offset = offset

    def start(self, group: int | str = 0, /) -> int:
        start = self._found.start(group)
        return start - self._offset if start >= 0 else start

    def end(self, group: int | str = 0, /) -> int:
        end = self._found.end(group)
        return end - self._offset if end >= 0 else end

    def group(self, group: int | str = 0, /) -> Any:
        return self._found.group(group)

    def groupdict(self) -> dict[str, Any]:
        return self._found.groupdict()


def places(
    analysis: Analysis, pattern: Pattern, scope: Scope, hits: Sequence[Hit], *, original: bool = False
) -> Iterable[Place]:
    """Where a pattern matches in the blocks of a scope.

    Args:
        analysis: the document.
        pattern: what is looked for.
        scope: where.
        hits: where its literals stand; if there are none, everything is searched.
        original: whether it is looked for in the text as it is written. The text of a place is the folded one all the
            same: vetoes are for that.
    """
    if scope.tenses is not None and hits:
        covered = scope.blocks_of(analysis)
        hits = [hit for hit in hits if analysis.block_at(hit[1]) in covered]  # what is planned stands under plans
        if not hits:
            return ()
    text = analysis.original_lines(scope.lifted) if original else analysis.lines(scope.lifted)
    if not pattern.lines:
        return _in_each(analysis, pattern, scope, text, _blocks_of(analysis, scope, hits))
    if pattern.begins:
        windows = _spans(analysis, _blocks_of(analysis, scope, hits))
    else:
        windows = _windows(text, pattern.reach, hits) if hits else _everywhere(analysis, scope, text)
    found = pattern.within(text, windows)
    # Nearly always nothing is found: then it does not matter where the rule looks.
    return _in_scope(analysis, scope, found) if found else ()


def _in_scope(analysis: Analysis, scope: Scope, matches: Iterable[Found]) -> Iterator[Place]:
    """The matches in a text of lines that stand in the blocks of a scope."""
    covered, blocks = scope.blocks_of(analysis), analysis.document.blocks
    for found in matches:
        block = analysis.block_at(found.start())
        if block in covered:
            offset, last = blocks[block].span
            if found.start() <= last:  # otherwise it is nothing, between two blocks
                yield Place(block, offset, analysis.block_text(block, scope.lifted), _InBlock(found, offset))


def _in_each(analysis: Analysis, pattern: Pattern, scope: Scope, text: str, blocks: Iterable[int]) -> Iterator[Place]:
    """The matches of a pattern that must see each block alone."""
    for block in blocks:
        span = analysis.document.blocks[block].span
        for found in pattern.finditer(span.of(text)):
            yield Place(block, span.start, analysis.block_text(block, scope.lifted), found)


def _everywhere(analysis: Analysis, scope: Scope, text: str) -> Sequence[tuple[int, int]]:
    """The whole text, or the blocks of the scope if they are few."""
    covered = scope.blocks_of(analysis)
    if len(covered) * _FEW > len(analysis.document.blocks):
        return [(0, len(text))]
    return _spans(analysis, covered)


def _spans(analysis: Analysis, blocks: Iterable[int]) -> Sequence[tuple[int, int]]:
    all_blocks = analysis.document.blocks
    return [all_blocks[block].span for block in blocks]


def _blocks_of(analysis: Analysis, scope: Scope, hits: Sequence[Hit]) -> Iterable[int]:
    """The blocks of a scope in which hits stand, or all if there are no hits; in order."""
    covered = scope.blocks_of(analysis)
    return (
        sorted({block for _, start, _ in hits if (block := analysis.block_at(start)) in covered}) if hits else covered
    )


def _windows(text: str, reach: int | None, hits: Sequence[Hit]) -> Sequence[tuple[int, int]]:
    """The parts of a text of lines in which a match can lie, in order, disjoint.

    Args:
        text: the text.
        reach: how far from a hit a match can lie, in code points; `None` as far as its line goes. It cannot reach the
            end of such a part, so that `$`, which is true there, says nothing of it.
        hits: in the order of their starts; at least one.
    """
    windows: list[tuple[int, int]] = []
    begin = stop = -maxsize
    for _, first, last in hits:
        if reach is not None and reach < _WIDE:
            start, end = first - reach, last + reach
        elif last <= stop:
            continue
        else:
            start, end = text.rfind("\n", 0, first) + 1, text.find("\n", last)
            end = len(text) if end < 0 else end
        if start > stop + _APART:
            windows.append((max(0, begin), stop))
            begin, stop = start, end
        elif end > stop:
            stop = end
    windows.append((max(0, begin), stop))
    return windows[1:]  # the first is the one before all
