"""Kind `swap`: wrong wordings and what they should be, many in one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Plain, Scope
from lint_reports.checks.matching import Place
from lint_reports.checks.vetoes import Vetoes
from lint_reports.finding import Match
from lint_reports.text import Span


class SwapCheck:
    """The wrong wordings, longest first, and what speaks against each."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._words: Mapping[str, Mapping[str, Plain]] = options["words"]
        self._inside: tuple[str, ...] = options["inside"] or ()
        self._scope = scope
        self._trusted = trusted
        self._contexts: dict[str, list[tuple[bool, Vetoes]]] = {}

    def find(self, analysis: Analysis, hits: Sequence[Span]) -> Iterator[Match]:
        """Every wrong wording in the scope; of overlapping ones the longest."""
        done = 0
        for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end)):
            if hit.start >= done and self._is_wrong(analysis, hit):
                done = hit.end
                wrong = hit.of(analysis.folded)
                yield Match({"match": hit}, {"right": analysis.written(self._words[wrong]["to"])})

    def _is_wrong(self, analysis: Analysis, hit: Span) -> bool:
        block = analysis.block_at(hit.start)
        if block < 0 or not self._scope.covers(analysis, block):
            return False
        offset = analysis.document.blocks[block].span.start
        text = analysis.block_text(block, self._scope.lifted)
        at = Span(hit.start - offset, hit.end - offset)
        wrong = hit.of(analysis.folded)
        if at.of(text) != wrong:
            return False  # masked
        inside = (*self._inside, *(self._words[wrong]["inside"] or ()))
        return not any(_contained(text, at, word) for word in inside) and self._fits(
            analysis, wrong, Place(block, offset, text, _At(at))
        )

    def _fits(self, analysis: Analysis, wrong: str, place: Place) -> bool:
        if wrong not in self._contexts:
            self._contexts[wrong] = list(self._context(self._words[wrong]))
        return all(vetoes.allow(analysis, place) is allowed for allowed, vetoes in self._contexts[wrong])

    def _context(self, entry: Mapping[str, Plain]) -> Iterator[tuple[bool, Vetoes]]:
        """Each context as a veto, and whether that veto must allow the place."""
        for name, where, allowed in _CONTEXTS:
            if entry[name] is not None:
                yield allowed, Vetoes([{where: entry[name]}], trusted=self._trusted)


_CONTEXTS = (
    ("not_before", "after", True),
    ("not_after", "before", True),
    ("before", "after", False),
    ("after", "before", False),
)


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


def _contained(text: str, at: Span, word: str) -> bool:
    """Whether a longer word covers the place."""
    start = text.find(word, max(0, at.end - len(word)), at.start + len(word))
    return start >= 0 and start <= at.start and at.end <= start + len(word)


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return SwapCheck(options, scope, trusted=trusted)
