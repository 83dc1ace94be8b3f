"""The text with a single mark in the place of each figure: patterns can say how figures are joined.

`共审结1765件，其中撤销158件，纠错率17.12%` is read as `共审结N，其中撤销N，纠错率P`. What stands in brackets is taken
out and stands on a line of its own, after the figure that it explains: `接访264件（重大纠纷97件），立案188件` becomes
`接访N，立案N` and `N（重大纠纷N）`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from lint_reports.analysis.quantities import Number, numbers_in
from lint_reports.analysis.source import Source
from lint_reports.patterns import lazy
from lint_reports.quantity import Quantity
from lint_reports.text import Span

COUNT, PERCENT, POINTS, TIMES, ABOUT, BARE = "\ue000\ue001\ue002\ue003\ue004\ue005"
"""The marks: exact figures with a unit, percentages, percentage points, multiples; inexact figures; bare numbers."""
ANY = f"{COUNT}-{BARE}"
"""All of them, for the inside of a character class."""
ANY_MARK = COUNT + PERCENT + POINTS + TIMES + ABOUT + BARE
"""All of them, one after the other."""
GAP = f"[^{ANY}，。；：、！？\n]"
"""A character between two figures of one clause."""
LOOSE = f"[^{ANY}。；！？\n]"
"""A character between two figures of one sentence."""

_MARKS = {"%": PERCENT, "百分点": POINTS, "倍": TIMES}
_BRACKETS = lazy("（[^（）\n]{0,300}）")
_STOP = lazy("[。！？\n]")
_HALT = lazy("[。！？；\n]")
_BOUNDS = (*map(chr, range(ord(COUNT), ord(BARE) + 1)), *"，。；：、！？\n")
_LONGEST = 300
"""Code points before and after a place that may have to do with it; more makes the time grow with the square."""
_MOST_FIGURES = 10
"""Figures of one sentence that can have to do with each other."""
_FAR = 14
"""Code points between a figure and the bracket that explains it, at most."""


class Figure(NamedTuple):
    """An exact figure with a unit, where it stands, and the words before it."""

    place: int
    label: str
    quantity: Quantity


class Skeleton:
    """The text with marks, and the figure behind each mark.

    Args:
        source: the paragraphs to read.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._places: list[int] = []
        self._numbers: list[Number] = []
        self._quantities: dict[int, Quantity] = {}
        self._figures: dict[int, Figure] = {}
        self._pieces: list[str] = []
        self._length = 0
        self.runs: list[list[Number]] = []
        """The figures of each paragraph that has any, in order."""
        numbers = numbers_in(source.masked, Span(0, len(source.masked)))
        for span in source.spans:
            first, last = bisect_left(numbers, span.start, key=_start), bisect_left(numbers, span.end, key=_start)
            if first < last:
                self._read(span, numbers[first:last])
        self.text = "".join(self._pieces)

    def _read(self, span: Span, numbers: list[Number]) -> None:
        self.runs.append(numbers)
        asides = []
        start = span.start
        for bracket in _BRACKETS.finditer(self._source.masked, span.start, span.end):
            self._put(Span(start, bracket.start()), numbers)
            start = bracket.end()
            asides.append(Span(bracket.start() + 1, bracket.end() - 1))
        self._put(Span(start, span.end), numbers)
        self._write("\n")
        for aside in asides:
            self._put_aside(aside, numbers)

    def _put_aside(self, aside: Span, numbers: Sequence[Number]) -> None:
        at = bisect_left(numbers, aside.start, key=_start)
        inside = numbers[at : bisect_left(numbers, aside.end, key=_start)]
        before = numbers[at - 1] if at else None
        if inside and before is not None and aside.start - before.end <= _FAR:
            self._mark(before)
            self._write("（")
            self._put(aside, inside)
            self._write("）\n")

    def _put(self, span: Span, numbers: Sequence[Number]) -> None:
        """Writes a stretch of text with marks for the figures in it."""
        start = span.start
        first, last = bisect_left(numbers, span.start, key=_start), bisect_left(numbers, span.end, key=_start)
        for number in numbers[first:last]:
            self._write(self._source.masked[start : number.start])
            self._mark(number)
            start = number.end
        self._write(self._source.masked[start : span.end])

    def _mark(self, number: Number) -> None:
        self._places.append(self._length)
        self._numbers.append(number)
        self._write(_mark_of(number))

    def _write(self, piece: str) -> None:
        self._pieces.append(piece)
        self._length += len(piece)

    def at(self, place: int) -> Quantity:
        """The figure behind the mark at a place in `text`."""
        index = bisect_left(self._places, place)
        quantity = self._quantities.get(index)
        if quantity is None:
            quantity = self._quantities[index] = self._numbers[index].quantity(self._source.text)
        return quantity

    def group(self, found: re.Match[str], name: str | int) -> Quantity:
        """The figure behind a group that matched one mark."""
        return self.at(found.start(name))

    def place_of(self, quantity: Quantity) -> int:
        """The place of a figure in its sentence, also of one that is repeated before a bracket."""
        return self._first[quantity.span.start]

    @cached_property
    def _first(self) -> dict[int, int]:
        first: dict[int, int] = {}
        for place, number in zip(self._places, self._numbers, strict=True):
            first.setdefault(number.start, place)
        return first

    def marks(self, start: int, end: int, marks: str = COUNT) -> list[int]:
        """The places of some kinds of marks in a part of `text`, in order."""
        first, last = bisect_left(self._places, start), bisect_left(self._places, end)
        return [place for place in self._places[first:last] if self.text[place] in marks]

    def sentence(self, place: int) -> Span:
        """The sentence around a place in `text`, without its stop; ； does not end one.

        Of a sentence without end as much as figures can have to do with each other.
        """
        return self._between(self._stops, place)

    def clauses(self, place: int) -> Span:
        """The same of the part of a sentence that no ； divides."""
        return self._between(self._halts, place)

    def _between(self, stops: Sequence[int], place: int) -> Span:
        after = bisect_left(stops, place)
        start = stops[after - 1] + 1 if after else 0
        end = stops[after] if after < len(stops) else len(self.text)
        return Span(max(start, place - _LONGEST), min(end, place + _LONGEST))

    @cached_property
    def _stops(self) -> list[int]:
        return [found.start() for found in _STOP.finditer(self.text)]

    @cached_property
    def _halts(self) -> list[int]:
        return [found.start() for found in _HALT.finditer(self.text)]

    def subject(self, place: int) -> str:
        """The words before a mark, back to the figure or stop before it; at most forty."""
        text = self.text[max(0, place - 40) : place]
        return text[max(text.rfind(mark) for mark in _BOUNDS) + 1 :]

    def figures_before(self, place: int) -> list[Figure]:
        """The exact figures with a unit in the sentence before a place, the last ones at least."""
        places = self.marks(self.sentence(place).start, place)
        return [self._figure(at) for at in places[-_MOST_FIGURES:]]

    def _figure(self, place: int) -> Figure:
        figure = self._figures.get(place)
        if figure is None:
            figure = self._figures[place] = Figure(place, self.subject(place), self.at(place))
        return figure

    def matches(self, pattern: re.Pattern[str], *anchors: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern, if one of some fixed words stands in the text at all."""
        if any(anchor in self.text for anchor in anchors):
            yield from pattern.finditer(self.text)


def _start(number: Number) -> int:
    return number.start


def _mark_of(number: Number) -> str:
    if not number.unit:
        return BARE
    return _MARKS.get(number.unit, COUNT) if number.exact else ABOUT
