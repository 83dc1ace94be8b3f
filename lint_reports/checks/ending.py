"""Kind `ending`: what a paragraph or heading may end in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern
from lint_reports.document import BlockKind
from lint_reports.facts import Layout
from lint_reports.finding import Match
from lint_reports.text import Span

_SHOWN = 6
_LAST = 2


class EndingCheck:
    """What the blocks of a scope must or must not end in."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        wanted = options["must"] or options["must_not"]
        self._pattern = Pattern(wanted, trusted=trusted)
        self._must = options["must"] is not None
        self._headings = options["of"] == "heading"
        self._least: int = options["least"] or 1
        self._contains = Pattern(options["contains"], trusted=trusted) if options["contains"] else None
        self._unless = Pattern(options["unless"], trusted=trusted) if options["unless"] else None
        self._majority = bool(options["majority"])
        self._scope = scope

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """The blocks that end as they must not."""
        right = wrong = 0
        found = []
        own_line, cell = Layout.OWN_LINE, BlockKind.TABLE_CELL
        blocks, layouts, lines = analysis.document.blocks, analysis.layouts, analysis.lines(self._scope.lifted)
        for block in self._scope.blocks_of(analysis):
            at = blocks[block]
            start, end = at.span
            if end - start < self._least or at.kind is cell:
                continue
            if (layouts[block] is own_line) is self._headings:
                text = lines[start:end]
                if self._ends_right(text):
                    right += 1
                else:
                    wrong += 1
                    if not self._excused(text):
                        found.append(_match(analysis, at.span))
        if not self._majority or right >= wrong:
            yield from found

    def _ends_right(self, text: str) -> bool:
        start = 0 if self._pattern.reach is None else max(0, len(text) - self._pattern.reach)
        # What most blocks end in has one character or two: there is no need to look through all that may end one.
        last = max(start, len(text) - _LAST)
        found = self._pattern.search(text, last) or (self._pattern.search(text, start) if start < last else None)
        return (found is not None) is self._must

    def _excused(self, text: str) -> bool:
        if self._contains is not None and self._contains.search(text) is None:
            return True
        return self._unless is not None and self._unless.search(text) is not None


def _match(analysis: Analysis, span: Span) -> Match:
    last = Span(max(span.start, span.end - _SHOWN), span.end)
    return Match({"match": last, "end": Span(span.end, span.end)}, {"last": last.of(analysis.document.text)})


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return EndingCheck(options, scope, trusted=trusted)
