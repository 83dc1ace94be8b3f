"""Kind `swap`: wrong wordings and what they should be, many in one rule."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Place
from lint_reports.checks.slips import Slips
from lint_reports.checks.vetoes import Vetoes
from lint_reports.checks.wordings import is_contained, wording_at
from lint_reports.finding import Match
from lint_reports.text import Span


class SwapCheck:
    """The wrong wordings, longest first, and what speaks against each."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._words: Mapping[str, Mapping[str, Plain]] = options["words"]
        self._slips = Slips(options["slips"]) if options["slips"] else None
        self._inside: tuple[str, ...] = options["inside"] or ()
        self._scope = scope
        self._trusted = trusted
        self._contexts: dict[str, list[tuple[bool, Vetoes]]] = {}

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Every wrong wording in the scope; of overlapping ones the longest."""
        done = 0
        for hit, right in sorted(self._candidates(analysis.folded, hits), key=_longest_first):
            if hit.start >= done and self._is_wrong(analysis, hit):
                done = hit.end
                yield Match({"match": hit}, {"right": analysis.written(right)})

    def _candidates(self, folded: str, hits: Sequence[Hit]) -> Iterator[tuple[Span, str]]:
        """What may be wrong, with the right wording."""
        if self._slips:
            yield from self._slips.find(folded, hits)
        for _, start, end in hits:
            entry = self._words.get(folded[start:end])
            if entry is not None and not _is_right(folded, start, end, entry["to"]):
                yield Span(start, end), entry["to"]

    def _is_wrong(self, analysis: Analysis, hit: Span) -> bool:
        place = wording_at(analysis, self._scope, hit)
        if place is None:
            return False
        wrong = hit.of(analysis.folded)
        entry = self._words.get(wrong)
        inside = (*self._inside, *((entry and entry["inside"]) or ()))
        return not is_contained(place, inside) and (entry is None or self._fits(analysis, wrong, place))

    def _fits(self, analysis: Analysis, wrong: str, place: Place) -> bool:
        if wrong not in self._contexts:
            self._contexts[wrong] = list(self._context(self._words[wrong]))
        return all(vetoes.allow(analysis, place) is allowed for allowed, vetoes in self._contexts[wrong])

    def _context(self, entry: Mapping[str, Plain]) -> Iterator[tuple[bool, Vetoes]]:
        """Each context as a veto, and whether that veto must allow the place."""
        for name, where, allowed in _CONTEXTS:
            if entry[name] is not None:
                yield allowed, Vetoes([{where: entry[name]}], trusted=self._trusted)


def _is_right(folded: str, start: int, end: int, right: str) -> bool:
    """Whether a wording is part of the right one, which stands there, as nearly always: 营商环 is part of 营商环境."""
    before = right.find(folded[start:end])
    return before >= 0 and start >= before and folded.startswith(right, start - before)


_CONTEXTS = (
    ("not_before", "after", True),
    ("not_after", "before", True),
    ("before", "after", False),
    ("after", "before", False),
)


def _longest_first(candidate: tuple[Span, str]) -> tuple[int, int, str]:
    span, right = candidate
    return span.start, -span.end, right


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return SwapCheck(options, scope, trusted=trusted)
