"""Kind `swap`: wrong wordings and what they should be, many in one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Plain, Scope
from lint_reports.checks.matching import Place
from lint_reports.checks.vetoes import Vetoes
from lint_reports.checks.wordings import is_contained, wording_at
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
        place = wording_at(analysis, self._scope, hit)
        if place is None:
            return False
        wrong = hit.of(analysis.folded)
        inside = (*self._inside, *(self._words[wrong]["inside"] or ()))
        return not is_contained(place, inside) and self._fits(analysis, wrong, place)

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


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return SwapCheck(options, scope, trusted=trusted)
