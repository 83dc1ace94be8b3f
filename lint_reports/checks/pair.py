"""Kind `pair`: quotation marks, title marks and brackets that stand alone, cross, are reversed or nest wrongly."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lint_reports.analysis import Analysis
from lint_reports.analysis.pairs import NESTED, OPENERS
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.finding import Match
from lint_reports.text import Span


class PairCheck:
    """The faults of some marks."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope) -> None:
        self._marks = frozenset("".join(options["marks"]))
        self._faults = frozenset(options["faults"])
        self._inside = {child[0]: parent[0] for child, parent in (options["inside"] or {}).items()}
        self._scope = scope

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """Each fault once, at its first mark."""
        for stray in analysis.pairs.strays:
            if stray.mark in self._marks and stray.fault in self._faults and self._scope.covers(analysis, stray.block):
                places = {"match": Span(stray.offset, stray.offset + 1)}
                if stray.other >= 0:
                    places["other"] = Span(stray.other, stray.other + 1)
                yield Match(places, {"partner": _partner(stray.mark, analysis.document.text[stray.offset])})
        if NESTED in self._faults:
            yield from self._nested(analysis)

    def _nested(self, analysis: Analysis) -> Iterator[Match]:
        for opener, closer, mark, parent, block in analysis.pairs.nested:
            wrong = mark in self._marks and self._inside.get(mark) == parent
            if wrong and self._scope.covers(analysis, block):
                places = {"match": Span(opener, opener + 1), "other": Span(closer, closer + 1)}
                yield Match(places, {"partner": OPENERS[mark]})


def _partner(mark: str, written: str) -> str:
    """The other half of a mark, as a document writes it that writes this half so."""
    if written != mark:
        return _AS_WRITTEN.get(written, "") or _PARTNERS[mark]
    return _PARTNERS[mark]


_PARTNERS = {**OPENERS, **{closer: opener for opener, closer in OPENERS.items()}}
_AS_WRITTEN = dict(zip("「」『』﹁﹂﹃﹄()", "」「』『﹂﹁﹄﹃)(", strict=True))


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:  # noqa: ARG001 - no patterns
    """The check of a rule."""
    return PairCheck(options, scope)
