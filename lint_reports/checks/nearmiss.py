"""Kind `nearmiss`: what is nearly one of the names that are known, and is none of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple

from lint_reports.analysis import Analysis
from lint_reports.analysis.alignment import LEAST, MOST, distance, nearest_beginning, nearest_end, pieces, slips_in
from lint_reports.checks.base import Check, Hit, Plain, Scope
from lint_reports.checks.matching import Place
from lint_reports.checks.vetoes import Vetoes
from lint_reports.checks.wordings import is_contained, moved, wording_at
from lint_reports.facts import Mask
from lint_reports.finding import Match
from lint_reports.patterns import lazy
from lint_reports.text import Span

_MAX_TITLE = 60
_TITLES_KEPT = 2_000
"""Titles of which is kept what they mean: reports of one place name the same laws."""
_ADDED = lazy("(?:（[^（）]{1,30}）)+$")
_HAN = lazy("[一-龥]+")


class _Near(NamedTuple):
    """A place where a name is probably meant, and how far it is from it."""

    place: Place
    slips: int
    name: str


class TextCheck:
    """Names that stand anywhere in the text."""

    def __init__(self, names: Sequence[str], options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._right = (*names, *(options["known"] or ()))
        self._scope = scope
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        self._names: dict[str, list[tuple[str, int]]] = {}
        for name in names:
            for offset, piece in pieces(name):
                self._names.setdefault(piece, []).append((name, offset))
        self._begun = {piece: tuple(right for right in self._right if right.startswith(piece)) for piece in self._names}

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Every place that is near to one name, and to no other as near."""
        for near in _best(sorted(self._near(analysis, hits), key=lambda near: near.place.span())):
            if self._vetoes.allow(analysis, near.place):
                yield Match({"match": near.place.span()}, {"right": analysis.written(near.name)})

    def _near(self, analysis: Analysis, hits: Iterable[Hit]) -> Iterator[_Near]:
        folded = analysis.folded
        for _, start, end in hits:
            hit = Span(start, end)
            names = self._names[hit.of(folded)]
            if any(folded.startswith(name, hit.start - offset) for name, offset in names if offset <= hit.start):
                continue  # as nearly always: it is right
            if folded.startswith(self._begun.get(hit.of(folded), ()), hit.start):
                continue
            place = wording_at(analysis, self._scope, hit)
            if place is not None and not is_contained(place, self._right):
                for name, offset in names:
                    near = _aligned(place, name, offset)
                    if near is not None:
                        yield near


def _aligned(place: Place, name: str, offset: int) -> _Near | None:
    """What stands round a piece of a name, if it is near to the name."""
    slips, start, end = slips_in(name), place.found.start(), place.found.end()
    head, tail = name[:offset], name[offset + end - start :]
    left = place.text[max(0, start - len(head) - slips) : start]
    right = place.text[end : end + len(tail) + slips]
    if len(set(head).difference(left)) + len(set(tail).difference(right)) > slips:
        return None  # more characters are missing than slips are allowed
    if name[0] not in left + place.text[start] or name[-1] not in place.text[end - 1] + right:
        return None  # another beginning or end is another name: 全国人民代表大会, 某市人民代表大会
    before, back = nearest_end(head, left)
    after, on = nearest_beginning(tail, right)
    found = place.text[start - back : end + on]
    if not 0 < before + after <= slips or not _HAN.fullmatch(found):
        return None
    if found[0] != name[0] or found[-1] != name[-1]:
        return None
    return _Near(moved(place, Span(start - back, end + on)), before + after, name)


def _best(nears: Iterable[_Near]) -> Iterator[_Near]:
    """Of places that overlap the one with the fewest slips, if that is near to one name only."""
    group: list[_Near] = []
    end = 0
    for near in nears:
        span = near.place.span()
        if span.start >= end:
            yield from _only(group)
            group = []
        group.append(near)
        end = max(end, span.end)
    yield from _only(group)


def _only(group: Sequence[_Near]) -> Iterator[_Near]:
    least = min((near.slips for near in group), default=0)
    best = sorted((near for near in group if near.slips == least), key=lambda near: len(near.name))
    if best and all(best[0].name in near.name for near in best):
        yield best[0]


class TitleCheck:
    """Names that are the whole of what stands in 《》."""

    def __init__(self, names: Sequence[str], options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._prefix: str = options["prefix"] or ""
        self._full = {name.removeprefix(self._prefix): name for name in names}
        self._last = frozenset(name[-1] for name in self._full)
        self._known = frozenset(options["known"] or ())
        self._meant = lru_cache(_TITLES_KEPT)(self._name_of)
        self._scope = scope._replace(lifted=scope.lifted | {Mask.TITLE})
        self._vetoes = Vetoes(options["unless"], trusted=trusted)

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Every title that is near to one name, and to no other as near."""
        for _, start, end in hits:
            mark = wording_at(analysis, self._scope, Span(start, end))
            title = None if mark is None else _title_after(mark)
            name = None if title is None else self._meant(title.text[title.found.start() : title.found.end()])
            if title is not None and name is not None and self._vetoes.allow(analysis, title):
                yield Match({"match": title.span()}, {"right": analysis.written(name)})

    def _name_of(self, title: str) -> str | None:
        """The name that a title is near to, with or without its beginning as the title has it."""
        short = title.removeprefix(self._prefix)
        if short[-1:] not in self._last or short in self._full or title in self._known or len(short) < LEAST - 1:
            return None
        found = [(distance(name, short), name) for name in self._like(short) if not name.endswith(short)]
        least = min((slips for slips, name in found if slips <= slips_in(name)), default=0)
        names = [name for slips, name in found if slips == least]
        if not least or len(names) != 1:
            return None
        return self._full[names[0]] if title != short else names[0]

    def _like(self, title: str) -> set[str]:
        """Names that may be near: they share a piece with the title, at about the same place, and end as it does."""
        chars = set(title)
        return {
            name
            for length in self._lengths
            for start in range(len(title) - length + 1)
            for name, offset in self._by_piece.get(title[start : start + length], ())
            if abs(offset - start) <= MOST
            and name[-1] == title[-1]
            and abs(len(name) - len(title)) <= MOST
            and len(set(name) - chars) <= slips_in(name)
        }

    @cached_property
    def _by_piece(self) -> Mapping[str, Sequence[tuple[str, int]]]:
        by_piece: dict[str, list[tuple[str, int]]] = {}
        for name in self._full:
            for offset, piece in pieces(name) if len(name) >= LEAST else ():
                by_piece.setdefault(piece, []).append((name, offset))
        return by_piece

    @cached_property
    def _lengths(self) -> Sequence[int]:
        return sorted({len(piece) for piece in self._by_piece})


def _title_after(mark: Place) -> Place | None:
    """What stands between a mark and the one that closes it, without （试行） and the like; nothing that has marks."""
    start = mark.found.end()
    end = mark.text.find("》", start, start + _MAX_TITLE)
    added = _ADDED.search(mark.text, start, end) if end > start else None
    title = Span(start, added.start() if added else end)
    return moved(mark, title) if title.start < title.end and _HAN.fullmatch(title.of(mark.text)) else None


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    names = (*(options["names"] or ()), *(options["file"]["terms"] if options["file"] else ()))
    check = TitleCheck if options["where"] == "title" else TextCheck
    return check(names, options, scope, trusted=trusted)
