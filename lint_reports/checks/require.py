"""Kind `require`: what a kind of document must have, and in which order."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_reports.analysis import Analysis
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Pattern
from lint_reports.facts import Role, Tense
from lint_reports.finding import Match
from lint_reports.text import Span

_SHOWN = 10


class _Element(NamedTuple):
    name: str
    role: str | None
    heading: Pattern | None
    section: frozenset[Tense]
    text: Pattern | None


class RequireCheck:
    """The elements that a document must have."""

    def __init__(self, options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._elements = [_element(one, trusted=trusted) for one in options["elements"]]
        self._together = bool(options["together"])
        self._ordered = bool(options["ordered"])
        self._at_end = options["where"] == "end"
        self._least: int = options["least"] or 1
        self._scope = scope

    def find(self, analysis: Analysis, _hits: Sequence[Hit]) -> Iterator[Match]:
        """What is missing, or what is out of order."""
        roles = analysis.parts.of_block
        if roles.count(Role.BODY) < self._least:
            return
        places = [(element, self._place(analysis, element)) for element in self._elements]
        if self._ordered:
            yield from _out_of_order(places)
            return
        missing = [element.name for element, place in places if place is None]
        if not missing:
            return
        body = [block for block, role in enumerate(roles) if role is Role.BODY]
        span = analysis.document.blocks[body[-1] if self._at_end else body[0]].span
        match = (
            Span(max(span.start, span.end - _SHOWN), span.end)
            if self._at_end
            else Span(span.start, min(span.end, span.start + _SHOWN))
        )
        for name in self._names(missing):
            yield Match({"match": match}, {"element": name, "other": ""})

    def _names(self, missing: list[str]) -> list[str]:
        """What is missing, by name; all in one if the rule says so."""
        return ["、".join(missing)] if self._together else missing

    def _place(self, analysis: Analysis, element: _Element) -> Span | None:
        """Where an element is; `None` if it is missing."""
        if element.role is not None and (place := _role_place(analysis, element.role)):
            return place
        for heading in analysis.headings:
            if heading.tense in element.section:
                return heading.span
            if element.heading is not None and element.heading.search(heading.span.of(analysis.folded)):
                return heading.span
        return self._text_place(analysis, element.text) if element.text else None

    def _text_place(self, analysis: Analysis, pattern: Pattern) -> Span | None:
        lines, blocks = analysis.lines(self._scope.lifted), analysis.document.blocks
        for block in self._scope.blocks_of(analysis):
            start, end = blocks[block].span
            found = pattern.search(lines[start:end])
            if found:
                return Span(start + found.start(), start + found.end())
        return None


def _element(plain: Mapping[str, Plain], *, trusted: bool) -> _Element:
    heading, text = (Pattern(plain[way], trusted=trusted) if plain[way] else None for way in ("heading", "text"))
    return _Element(plain["name"], plain["role"], heading, frozenset(plain["section"] or ()), text)


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
