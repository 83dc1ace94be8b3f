"""Kind `nearmiss`: what is nearly one of the names that are known, and is none of them."""

import marshal
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
_ADDED = lazy("(?:（[^（）\n]{1,30}）)+$")
_HAN = lazy("[一-龥]+")


class _Near(NamedTuple):
    """A place where a name is probably meant, and how far it is from it."""

    place: Place
    slips: int
    name: str


class _Part(NamedTuple):
    """A piece of a name that stays whole if the name has a slip: what must stand round it for the name to be meant."""

    name: str
    offset: int
    slips: int
    head: frozenset[str]
    tail: frozenset[str]
    before: int
    after: int

    def may_stand(self, folded: str, start: int, end: int) -> bool:
        """Whether enough characters of the name stand near to a place of the piece, its first and its last among them.

        Another beginning or end is another name: 全国人民代表大会, 某市人民代表大会.
        """
        first, last = max(0, start - self.before), end + self.after
        if folded.find(self.name[0], first, start + 1) < 0 or folded.find(self.name[-1], end - 1, last) < 0:
            return False
        missing = len(self.head.difference(folded[first:start])) + len(self.tail.difference(folded[end:last]))
        return missing <= self.slips


class _Piece(NamedTuple):
    """A piece, the names that it is a part of, and the right names by how far before it they begin."""

    parts: tuple[_Part, ...]
    right: tuple[tuple[int, tuple[str, ...]], ...]


class TextCheck:
    """Names that stand anywhere in the text."""

    def __init__(self, names: Sequence[str], options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> None:
        self._right = (*names, *(options["known"] or ()))
        self._scope = scope
        self._vetoes = Vetoes(options["unless"], trusted=trusted)
        parts: dict[str, list[_Part]] = {}
        for name in names:
            for offset, piece in pieces(name):
                parts.setdefault(piece, []).append(_part(name, offset, piece))
        self._pieces = {piece: _Piece(tuple(of), _right(piece, of, self._right)) for piece, of in parts.items()}

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Every place that is near to one name, and to no other as near."""
        for near in _best(sorted(self._near(analysis, hits), key=lambda near: near.place.span())):
            if self._vetoes.allow(analysis, near.place):
                yield Match({"match": near.place.span()}, {"right": analysis.written(near.name)})

    def _near(self, analysis: Analysis, hits: Iterable[Hit]) -> Iterator[_Near]:
        for start, end, parts in self._doubtful(analysis.folded, hits):
            place = wording_at(analysis, self._scope, Span(start, end))
            if place is not None and not is_contained(place, self._right):
                for part in parts:
                    near = _aligned(place, part)
                    if near is not None:
                        yield near

    def _doubtful(self, folded: str, hits: Iterable[Hit]) -> Iterator[tuple[int, int, Sequence[_Part]]]:
        """Where a piece stands in no right name, with the names that may be meant; nearly all names are right."""
        known, startswith = self._pieces, folded.startswith
        for _, start, end in hits:
            piece = known[folded[start:end]]
            for offset, names in piece.right:
                if start >= offset and startswith(names, start - offset):
                    break
            else:
                parts = [part for part in piece.parts if part.may_stand(folded, start, end)]
                if parts:
                    yield start, end, parts


def _part(name: str, offset: int, piece: str) -> _Part:
    head, tail, slips = name[:offset], name[offset + len(piece) :], slips_in(name)
    return _Part(name, offset, slips, frozenset(head), frozenset(tail), len(head) + slips, len(tail) + slips)


def _right(piece: str, parts: Iterable[_Part], right: Iterable[str]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    """The names with a piece at each of its offsets, and all right ones that begin with it."""
    names = {0: [name for name in right if name.startswith(piece)]}
    for part in parts:
        names.setdefault(part.offset, []).append(part.name)
    return tuple((offset, tuple(of)) for offset, of in names.items())


def _aligned(place: Place, part: _Part) -> _Near | None:
    """What stands round a piece of a name, if it is near to the name."""
    name, start, end = part.name, place.found.start(), place.found.end()
    before, back = nearest_end(name[: part.offset], place.text[max(0, start - part.before) : start])
    after, on = nearest_beginning(name[part.offset + end - start :], place.text[end : end + part.after])
    found = place.text[start - back : end + on]
    if not 0 < before + after <= part.slips or not _HAN.fullmatch(found):
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
        self._index: bytes = options["index"]
        self._meant = lru_cache(_TITLES_KEPT)(self._meaning_of)
        self._scope = scope._replace(lifted=scope.lifted | {Mask.TITLE})
        self._vetoes = Vetoes(options["unless"], trusted=trusted)

    def find(self, analysis: Analysis, hits: Sequence[Hit]) -> Iterator[Match]:
        """Every title that is near to one name, and to no other as near."""
        text = analysis.lines(self._scope.lifted)
        for _, mark, start in hits:
            end = text.find("》", start, start + _MAX_TITLE)
            meant = self._meant(text[start:end]) if end > start else None
            title = None if meant is None else wording_at(analysis, self._scope, Span(mark, start))
            if meant is not None and title is not None:
                yield from self._found(analysis, title, *meant)

    def _found(self, analysis: Analysis, mark: Place, length: int, name: str) -> Iterator[Match]:
        start = mark.found.end()
        title = moved(mark, Span(start, start + length))
        if self._vetoes.allow(analysis, title):
            yield Match({"match": title.span()}, {"right": analysis.written(name)})

    def _meaning_of(self, written: str) -> tuple[int, str] | None:
        """The name that is near to what stands in 《》, without （试行） and the like, and how long that is."""
        title = _ADDED.sub("", written)
        name = self._name_of(title) if _HAN.fullmatch(title) else None
        return None if name is None else (len(title), name)

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
        by_piece: Mapping[str, Sequence[tuple[str, int]]] = marshal.loads(self._index)  # noqa: S302 - of `kinds.nearmiss`
        return by_piece

    @cached_property
    def _lengths(self) -> Sequence[int]:
        return sorted({len(piece) for piece in self._by_piece})


def build(options: Mapping[str, Plain], scope: Scope, *, trusted: bool) -> Check:
    """The check of a rule."""
    names = (*(options["names"] or ()), *(options["file"]["terms"] if options["file"] else ()))
    check = TitleCheck if options["where"] == "title" else TextCheck
    return check(names, options, scope, trusted=trusted)
