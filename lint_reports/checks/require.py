"""Kind `require`: what a kind of document must have, and in which order."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Plain, Scope
from lint_reports.checks.matching import Pattern
from lint_reports.facts import Role
from lint_reports.finding import Match
from lint_reports.text import Span

_SHOWN = 10


class _Element(NamedTuple):
    name: str
    role: str | None
    heading: Pattern | None


class RequireCheck:
    """The elements that a document must have."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._elements = [
            _Element(one["name"], one["role"], Pattern(one["heading"], trusted=trusted) if one["heading"] else None)
            for one in options["elements"]
        ]
        self._ordered = bool(options["ordered"])
        self._at_end = options["where"] == "end"
        self._least: int = options["least"] or 1
        self._scope = scope

    def find(self, analysis: Analysis, _hits: Sequence[Span]) -> Iterator[Match]:
        """What is missing, or what is out of order."""
        body = [block for block, role in enumerate(analysis.parts.of_block) if role is Role.BODY]
        if len(body) < self._least:
            return
        places = [(element, self._place(analysis, element)) for element in self._elements]
        if self._ordered:
            yield from _out_of_order(places)
            return
        span = analysis.document.blocks[body[-1] if self._at_end else body[0]].span
        match = (
            Span(max(span.start, span.end - _SHOWN), span.end)
            if self._at_end
            else Span(span.start, min(span.end, span.start + _SHOWN))
        )
        for element, place in places:
            if place is None:
                yield Match({"match": match}, {"element": element.name, "other": ""})

    def _place(self, analysis: Analysis, element: _Element) -> Span | None:
        if element.heading is not None:
            for section in analysis.outline.sections:
                heading = section.heading.span
                if element.heading.search(heading.of(analysis.folded)):
                    return heading
            return None
        return _role_place(analysis, element.role or "")


def _role_place(analysis: Analysis, role: str) -> Span | None:
    roles = analysis.roles
    if role in ("title", "lead"):
        part = roles.title if role == "title" else roles.lead
        return part.span if part else None
    if roles.signature is None:
        return None
    date = roles.signature.date
    return roles.signature.span if role == "signature" else date.span if date else None


def _out_of_order(places: Sequence[tuple[_Element, Span | None]]) -> Iterator[Match]:
    there = [(element, place) for element, place in places if place is not None]
    for (earlier, first), (later, second) in pairwise(there):
        if second.start < first.start:
            yield Match({"match": second, "previous": first}, {"element": later.name, "other": earlier.name})


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    return RequireCheck(options, scope, trusted=trusted)
