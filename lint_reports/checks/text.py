"""Kind `text`: a pattern in a scope."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern, Place, places
from lint_reports.checks.vetoes import Vetoes
from lint_reports.finding import Match
from lint_reports.folding import is_odd


class TextCheck:
    """A pattern, and what speaks against its matches."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._pattern = Pattern(options["pattern"], trusted=trusted)
        self._original = options["view"] == "original"
        self._literals: Sequence[str] = options["pattern"]["literals"]
        self._odd = bool(self._literals) and all(len(one) == 1 and is_odd(one) for one in self._literals)
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        self._once = bool(options["once"])
        self._scope = scope

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterable[Match]:
        """Every match that nothing speaks against."""
        if self._original and self._literals and not self._may_stand(analysis):
            return ()
        found = places(analysis, self._pattern, self._scope, hits, original=self._original)
        return self._matches(analysis, found) if found else ()

    def _may_stand(self, analysis: Analysis) -> bool:
        """Whether the text as it is written has one of the literals."""
        if self._odd:
            return not analysis.odd.isdisjoint(self._literals)
        return any(literal in analysis.document.text for literal in self._literals)

    def _matches(self, analysis: Analysis, found: Iterable[Place]) -> Iterator[Match]:
        names = (
            {"match": place.span()}
            | {name: place.span(name) for name in self._pattern.groups if place.found.start(name) >= 0}
            for place in found
            if self._vetoes.allow(analysis, place)
        )
        if not self._once:
            yield from (Match(named, {}) for named in names)
        elif first := next(names, None):
            yield Match(first, {}, also=tuple(names))


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return TextCheck(options, scope, trusted=trusted)
