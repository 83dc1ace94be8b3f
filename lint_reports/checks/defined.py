"""Kind `defined`: short names that are used and never introduced, or introduced and never used."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern, Place, places
from lint_reports.checks.vetoes import Vetoes
from lint_reports.facts import Role
from lint_reports.finding import Match

_LONGEST = 40
"""The longest short name, in characters."""
_MOST = 200
"""So many definitions are looked at in a document: each of them means a search through all of it."""


class DefinedCheck:
    """What introduces a name, and what uses one."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._definitions = [Pattern(plain, trusted=trusted) for plain in options["definition"]]
        self._use = None if options["use"] is None else Pattern(options["use"], trusted=trusted)
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        self._scope = scope
        # A name may be introduced anywhere, in the title or in a heading.
        self._anywhere = Scope(frozenset(Role), None, None, None, None, scope.lifted)

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """The first use of each name that nothing introduces, or each definition of a name that does not come back."""
        found = self._unused(analysis, hits) if self._use is None else self._undefined(analysis, self._use, hits)
        for place in found:
            yield Match({"match": place.span(), "name": place.span("name")}, {})

    def _undefined(self, analysis: Analysis, use: Pattern, hits: Sequence[Hit]) -> Iterator[Place]:
        first: dict[str, Place] = {}
        for place in places(analysis, use, self._scope, hits):
            first.setdefault(place.found.group("name"), place)
        missing = {name for name, place in first.items() if self._vetoes.allow(analysis, place)}
        for pattern in self._definitions:
            if not missing:  # mostly the first pattern has introduced them all
                break
            for place in places(analysis, pattern, self._anywhere, ()):
                missing.difference_update(_endings(place.found.group("name") or ""))
        yield from (place for name, place in first.items() if name in missing)

    def _unused(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Place]:
        for pattern in self._definitions:
            for place in islice(places(analysis, pattern, self._scope, hits), _MOST):
                name = place.found.group("name")
                at = place.span("name")
                # Before the definition, too: a heading or a table of contents may use the name.
                alone = name and analysis.folded.find(name, at.end) < 0 and analysis.folded.rfind(name, 0, at.start) < 0
                if alone and self._vetoes.allow(analysis, place):
                    yield place


def _endings(name: str) -> Iterator[str]:
    """A name and all its endings, up to the length of a short name: 《云溪县水利规划》 introduces 《规划》."""
    return (name[-length:] for length in range(1, min(len(name), _LONGEST) + 1))


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return DefinedCheck(options, scope, trusted=trusted)
