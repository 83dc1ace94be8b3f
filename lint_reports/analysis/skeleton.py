"""The text with a single mark in the place of each figure: patterns can say how figures are joined.

`共审结1765件，其中撤销158件，纠错率17.12%` is read as `共审结N，其中撤销N，纠错率P`. What stands in brackets is taken
out and stands on a line of its own, after the figure that it explains: `接访264件（重大纠纷97件），立案188件` becomes
`接访N，立案N` and `N（重大纠纷N）`.
"""

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate, chain, pairwise
from typing import NamedTuple

from lint_reports.analysis.quantities import Row, make_number, numbers_in
from lint_reports.analysis.source import Source, places_of
from lint_reports.patterns import lazy
from lint_reports.quantity import Quantity
from lint_reports.text import Span

COUNT, PERCENT, POINTS, TIMES, ABOUT, BARE = "\ufdd0\ufdd1\ufdd2\ufdd3\ufdd4\ufdd5"
"""The marks: exact figures with a unit, percentages, percentage points, multiples; inexact figures; bare numbers.

Unicode keeps these for programs to use inside.
"""
ANY = f"{COUNT}-{BARE}"
"""All of them, for the inside of a character class."""
ANY_MARK = COUNT + PERCENT + POINTS + TIMES + ABOUT + BARE
"""All of them, one after the other."""
GAP = f"[^{ANY}，。；：、！？\n]"
"""A character between two figures of one clause."""
REACH = 40
"""Code points before a figure that say what it is of, or when, at most."""

_NO_MARKS = str.maketrans(dict.fromkeys(ANY_MARK, "□"))
_MARKS = {"": BARE, "%": PERCENT, "百分点": POINTS, "倍": TIMES}
_BRACKETS = lazy("（[^（）\n]{0,300}）")
_BOUND = lazy(f"(?s:.*)[{ANY}，。；：、！？\n]")
_LONGEST = 300
"""Code points before and after a place that may have to do with it; more makes the time grow with the square."""
_MOST_FIGURES = 10
"""Figures of one sentence that can have to do with each other."""
_FAR = 14
"""Code points between a figure and the bracket that explains it, at most."""
_SHORT = 100
"""Code points that are kept between two figures in any case."""


class Figure(NamedTuple):
    """An exact figure with a unit, where it stands, and the words before it."""

    place: int
    label: str
    quantity: Quantity


class Skeleton:
    """The text with marks, and the figure behind each mark.

    Paragraphs without figures are left out, and so are sentences that stand between others without figures.

    Args:
        source: the paragraphs to read.
    """

    def __init__(self, source: Source) -> None:
        self._source = source
        self._masked = _without_marks(source.masked)
        self.numbers = numbers_in(self._masked)
        """All figures of the text, in order, also those of other paragraphs; for `make_number`."""
        self.links = [self._masked[one[1] : other[0]] for one, other in pairwise(self.numbers)]
        """The text after each of them, up to the next."""
        self._rest: list[str] = []
        self._marked: list[Row] = []
        self.gaps: list[str] = []
        """The text before each mark, back to the mark before it; of long ones, it may be all that was written there."""
        self._quantities: dict[int, Quantity] = {}
        self._figures: dict[int, Figure] = {}
        self._read_all()
        gaps = [gap if len(gap) <= _SHORT else _shortened(gap) for gap in self.gaps]
        self._places = [number + length for number, length in enumerate(accumulate(map(len, gaps)))]
        self._marks = [_MARKS.get(number[5], COUNT) if number[6] or not number[5] else ABOUT for number in self._marked]
        self._ends = [gap[-1:] for gap in gaps]
        self.text = "".join(chain.from_iterable(zip(gaps, self._marks, strict=True))) + "".join(self._rest)

    def _read_all(self) -> None:
        starts = [number[0] for number in self.numbers]
        last = 0
        for span in self._source.spans:
            first = bisect_left(starts, span[0], last)
            last = bisect_left(starts, span[1], first)
            if first < last:
                self._read(span, starts, first, last)

    def _read(self, span: Span, starts: Sequence[int], first: int, last: int) -> None:
        """Reads one paragraph: what stands outside of brackets, then what stands in them, each on a line."""
        asides: list[tuple[int, int, int, int]] = []
        start, end = span
        at = first
        for bracket in _BRACKETS.finditer(self._masked, start, end):
            opening, closing = bracket.span()
            within = bisect_left(starts, opening, at, last)
            self._put(start, opening, at, within)
            start, at = closing, bisect_left(starts, closing, within, last)
            if first < within < at and opening + 1 - self.numbers[within - 1][1] <= _FAR:
                asides.append((opening + 1, closing - 1, within, at))
        self._put(start, end, at, last)
        self._rest.append("\n")
        for opening, closing, within, at in asides:
            self._put(*self.numbers[within - 1][:2], within - 1, within)
            self._rest.append("（")
            self._put(opening, closing, within, at)
            self._rest.append("）\n")

    def _put(self, start: int, end: int, first: int, last: int) -> None:
        """Adds a stretch of text and the figures in it, from one number to another."""
        masked, numbers, rest = self._masked, self.numbers, self._rest
        if first < last:
            rest.append(masked[start : numbers[first][0]])
            self.gaps.append("".join(rest))
            self.gaps += self.links[first : last - 1]
            self._marked += numbers[first:last]
            rest.clear()
            start = numbers[last - 1][1]
        rest.append(masked[start:end])

    def digits(self, place: int) -> int:
        """The digits of the figure behind the mark at a place, as a whole number without the point."""
        return int(self._row(place)[3].replace(",", "").replace(".", ""))

    def unit(self, place: int) -> str:
        """The unit of the figure behind the mark at a place."""
        return self._row(place)[5]

    def _row(self, place: int) -> Row:
        return self._marked[bisect_left(self._places, place)]

    def at(self, place: int) -> Quantity:
        """The figure behind the mark at a place in `text`."""
        index = bisect_left(self._places, place)
        quantity = self._quantities.get(index)
        if quantity is None:
            number = make_number(self._marked[index])
            quantity = self._quantities[index] = number.quantity(self._source.text)
        return quantity

    def group(self, found: re.Match[str], name: str | int) -> Quantity:
        """The figure behind a group that matched one mark."""
        return self.at(found.start(name))

    def first_place(self, place: int) -> int:
        """The place that the figure at a place has in its sentence: one that a bracket explains begins a line, too."""
        if self.text[place - 1 : place] not in ("\n", ""):
            return place
        return self._first[self._row(place)[0]]

    @cached_property
    def _first(self) -> dict[int, int]:
        first: dict[int, int] = {}
        for place, number in zip(self._places, self._marked, strict=True):
            first.setdefault(number[0], place)
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
        return self._between((*self._stops, "；"), place)

    def _between(self, stops: Iterable[str], place: int) -> Span:
        start, end = max(0, place - _LONGEST), min(len(self.text), place + _LONGEST)
        for stop in stops:
            start = max(start, self.text.rfind(stop, start, place) + 1)
            after = self.text.find(stop, place, end)
            end = after if after >= 0 else end
        return Span(start, end)

    @cached_property
    def _stops(self) -> list[str]:
        """What ends sentences; most texts have no ！ and no ？ at all."""
        return [stop for stop in "。\n！？" if stop in self.text]

    def subject(self, place: int) -> str:
        """The words before a mark, back to the figure or stop before it; at most `REACH`."""
        first = max(0, place - REACH)
        bound = _BOUND.match(self.text, first, place)
        return self.text[bound.end() if bound else first : place]

    def counts_before(self, place: int) -> list[int]:
        """The places of the exact figures with a unit in the sentence before a place, the last ones at least."""
        return self.marks(self.sentence(place).start, place)[-_MOST_FIGURES:]

    def figure(self, place: int) -> Figure:
        """The figure at a place in `text`, with the words before it."""
        figure = self._figures.get(place)
        if figure is None:
            figure = self._figures[place] = Figure(place, self.subject(place), self.at(place))
        return figure

    def matches_at(self, pattern: re.Pattern[str], *beginnings: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern that begins with one of some words: `finditer` without going over the whole text."""
        end = 0
        for place in sorted([place for word in beginnings for place in places_of(self.text, word)]):
            found = pattern.match(self.text, place) if place >= end else None
            if found:
                end = found.end()
                yield found

    def matches(self, pattern: re.Pattern[str], *anchors: str) -> Iterator[re.Match[str]]:
        """The matches of a pattern, if one of some fixed words stands in the text at all."""
        if self.has(*anchors):
            yield from pattern.finditer(self.text)

    def has(self, *words: str) -> bool:
        """Whether one of some words stands in the text."""
        text = self.text
        # A character is found ten times as quickly as a word; most words lack one of theirs.
        return any(word[0] in text and word[-1] in text and word in text for word in words)

    def explained(self) -> list[int]:
        """Which marks, counted from the first of the text, a bracket explains: they begin a line."""
        places, ends = self._places, self._ends
        return [
            number
            for number in self.marks_before("（")
            if number >= 0 and ends[number] in ("\n", "") and self.text.startswith("（", places[number] + 1)
        ]

    def marks_after(self, ends: Container[str], marks: str = ANY_MARK) -> list[int]:
        """Which marks, counted from the first of the text, are of some kinds and stand after one of some characters."""
        after = [number for number, end in enumerate(self._ends) if end in ends]
        return [number for number in after if self._marks[number] in marks]

    def stands_after(self, pattern: re.Pattern[str], number: int, longest: int) -> bool:
        """Whether a mark stands right after a match of a pattern.

        Args:
            pattern: one that ends in `$`.
            number: which mark, counted from the first of the text.
            longest: how many code points it matches at most.
        """
        place = self._places[number]
        return pattern.search(self.text, max(0, place - longest), place) is not None

    def marks_before(self, word: str) -> list[int]:
        """Which marks, counted from the first of the text, are the last before a word; -1 if none is."""
        return [bisect_left(self._places, place) - 1 for place in places_of(self.text, word)]

    def matches_from(self, pattern: re.Pattern[str], numbers: Iterable[int]) -> Iterator[re.Match[str]]:
        """The matches of a pattern that begins with a mark, where the first mark is one of some.

        That is what `finditer` gives if the pattern cannot match at other marks, without going over the whole text.

        Args:
            pattern: the pattern.
            numbers: which marks, counted from the first of the text, in order; negative ones are none.
        """
        end = 0
        for number in numbers:
            if number >= 0 and self._places[number] >= end:
                found = pattern.match(self.text, self._places[number])
                if found:
                    end = found.end()
                    yield found

    def matches_over(self, pattern: re.Pattern[str], numbers: Iterable[int], count: int) -> Iterator[re.Match[str]]:
        """The same of a pattern that begins with words before the first of some marks, and ends with the last.

        Args:
            pattern: the pattern.
            numbers: which marks may be the first one, in order; negative ones are none.
            count: how many marks the pattern has.
        """
        end = 0
        for number in numbers:
            if 0 <= number <= len(self._places) - count:
                start = max(end, self._places[number - 1] + 1 if number else 0)
                found = pattern.search(self.text, start, self._places[number + count - 1] + 2)
                if found:
                    end = found.end()
                    yield found


def _shortened(gap: str) -> str:
    """The text between two figures without the sentences between, but for what may stand right before the second."""
    first, last = gap.find("。") + 1, gap.rfind("。") + 1 - REACH
    if not 0 < first < last:
        return gap
    return gap[:first] + ("\n" if "\n" in gap[first:last] else "") + gap[last:]


def _without_marks(text: str) -> str:
    """The text without characters that look like marks; only damaged texts have any."""
    return text.translate(_NO_MARKS) if any(mark in text for mark in ANY_MARK) else text
