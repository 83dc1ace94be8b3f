"""Sums that are spelled out: 3件、4件，共计7件; and percentages that make up a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from lint_reports.analysis import bounds
from lint_reports.analysis.quantities import number_at
from lint_reports.analysis.skeleton import ABOUT, ANY_MARK, BARE, COUNT, GAP, PERCENT, Skeleton
from lint_reports.analysis.source import Source
from lint_reports.patterns import lazy
from lint_reports.quantity import Quantity, stretch
from lint_reports.sums import Composition, Total
from lint_reports.text import Span

_ALONE = "(?=[，。；、）\n]|$)"
"""What follows a total; 3个镇、5个街道，共120个社区 is none."""
_TOTAL = lazy(
    f"(?:合计|共计|总计|总共)(?:投入|安排|下达|到位|支出|收入)?(?:达到?|为|是|有)?(?P<stated>{COUNT}){_ALONE}"
)
_TOGETHER = lazy(f"共(?:(?<=[，、]共)|(?<=[，、]一共))(?P<stated>{COUNT}){_ALONE}")
_ADDED = lazy(
    "加上(?P<more>[^。；\n]{1,80}?)(?:合计|共计|总计|总量|总额|总数|总收入|总支出|共)(?:达到?|为|是|有)?"
    f"(?P<stated>{COUNT}){_ALONE}"
)
_NO_TERM = lazy("其中|占|增长|增加|减少|下降|比|平均|人均|每|提高|累计|总数|共有")
_JOINED = lazy(f"{GAP}{{0,24}}(?:[、，和及与]|以及|加上){GAP}{{0,24}}")
_SHARES = lazy(
    f"分别占(?:比|{GAP}{{0,16}}?的?)?(?P<list>{PERCENT}(?:(?:[、，]|和|及|以及){PERCENT}){{1,11}})(?!{GAP}{{0,4}}以)"
)
_SHARE = lazy(f"占比?(?:为|达到?)?(?P<share>{PERCENT})")
_NEXT_SHARE = lazy(f"[、，；](?!其中)(?:{GAP}{{1,20}}占比?(?:为|达到?)?|(?:其他|其余|其它){GAP}{{0,12}})")
_REST = ("其他", "其余", "其它")
_STRUCTURE = lazy(r"\d{1,2}(?:\.\d{1,3})?(?:[ ]?[：∶:][ ]?\d{1,2}(?:\.\d{1,3})?){2,5}(?![\d.：∶:])")
_PROPORTION = lazy(f"{BARE}[ ]?[：∶:]")
_NUMBER = lazy(r"\d+(?:\.\d+)?")
_IS_STRUCTURE = lazy("(?:产业|结构|比例|占比|比重)[^。；\\n]{0,24}$")
_MOST_TERMS = 16
_LEAST, _MOST = 90, 110
"""Sums that a list of percentages may have; 3∶3∶4 is a proportion."""


def read_totals(skeleton: Skeleton, summed: Sequence[int]) -> tuple[Total, ...]:
    """All sums whose terms stand right before them, in order.

    Args:
        skeleton: the text with marks.
        summed: which marks stand after 合计 or 共.
    """
    found = [*_plain_totals(skeleton, summed), *_additions(skeleton)]
    return tuple(sorted({total.stated.span: total for total in found}.values(), key=lambda total: total.span))


def _plain_totals(skeleton: Skeleton, summed: Sequence[int]) -> Iterator[Total]:
    for pattern in (_TOTAL, _TOGETHER):
        for found in skeleton.matches_over(pattern, summed, 1):
            total = _total(skeleton, skeleton.clauses(found.start("stated")).start, found.start("stated"))
            if total is not None:
                yield total


def _additions(skeleton: Skeleton) -> Iterator[Total]:
    for found in skeleton.matches(_ADDED, "加上"):
        total = _total(skeleton, skeleton.clauses(found.start()).start, found.start("stated"))
        if total is not None:
            yield total


def _total(skeleton: Skeleton, start: int, place: int) -> Total | None:
    """The sum at a place, if all figures of the sentence before it are its terms."""
    places = skeleton.marks(start, place, COUNT + ABOUT + PERCENT + BARE)
    if not 2 <= len(places) <= _MOST_TERMS:
        return None
    stated = skeleton.at(place)
    terms = [skeleton.at(at) for at in places]
    if any(skeleton.text[at] != COUNT for at in places):
        return None
    if any(term.unit != stated.unit for term in terms) or _is_no_term(skeleton, start, places):
        return None
    if not all(_JOINED.fullmatch(skeleton.text, a + 1, b) for a, b in pairwise(places)):
        return None
    allowed = bounds.summed(terms, stated)
    return Total(stretch(terms[0], stated), tuple(terms), stated, allowed.low, allowed.high, allowed.expected)


def _is_no_term(skeleton: Skeleton, start: int, places: Sequence[int]) -> bool:
    """Whether something before the last term says that they are no terms of one sum."""
    first = skeleton.text[start : places[0]].removeprefix("其中")
    return bool(_NO_TERM.search(first) or _NO_TERM.search(skeleton.text, places[0], places[-1]))


def read_compositions(skeleton: Skeleton, source: Source) -> tuple[Composition, ...]:
    """All lists of percentages that say of themselves that they make up a whole, in order."""
    return tuple(sorted([*_shares(skeleton), *_structures(skeleton, source)], key=lambda one: one.span))


def _shares(skeleton: Skeleton) -> Iterator[Composition]:
    for found in skeleton.matches(_SHARES, "分别占"):
        places = skeleton.marks(found.start("list"), found.end("list"), PERCENT)
        yield _composition(skeleton, places, closed=False)
    done = 0
    for found in skeleton.matches(_SHARE, "占"):
        if found.start("share") >= done:
            places = _shares_from(skeleton, found.start("share"))
            done = places[-1] + 1
            closed = skeleton.subject(places[-1]).startswith(_REST)
            if len(places) > 2 or (closed and len(places) > 1):
                yield _composition(skeleton, places, closed=closed)


def _shares_from(skeleton: Skeleton, first: int) -> list[int]:
    """The places of the percentages that are listed from one on."""
    places = [first]
    for place in skeleton.marks(first + 1, skeleton.sentence(first).end, ANY_MARK):
        if skeleton.text[place] != PERCENT or not _NEXT_SHARE.fullmatch(skeleton.text, places[-1] + 1, place):
            break
        places.append(place)
    return places


def _structures(skeleton: Skeleton, source: Source) -> Iterator[Composition]:
    """3.5∶47.3∶49.2, of which the skeleton has a mark for the first number only."""
    for start in skeleton.matches(_PROPORTION, "：", "∶", ":"):
        first = skeleton.at(start.start()).span.start
        found = _STRUCTURE.match(source.masked, first)
        if found and _IS_STRUCTURE.search(source.masked, max(0, first - 40), first):
            numbers = _NUMBER.finditer(source.masked, found.start(), found.end())
            shares = [number_at(Span(*number.span()), source.masked).quantity(source.text) for number in numbers]
            composition = _made_of(shares, found.group(), closed=True)
            if _LEAST <= composition.total <= _MOST:
                yield composition


def _composition(skeleton: Skeleton, places: Sequence[int], *, closed: bool) -> Composition:
    sentence = skeleton.sentence(places[0])
    words = skeleton.text[sentence.start : places[-1]]
    return _made_of([skeleton.at(place) for place in places], words, closed=closed)


def _made_of(shares: Sequence[Quantity], words: str, *, closed: bool) -> Composition:
    total = bounds.total(bounds.of(share) for share in shares)
    return Composition(stretch(*shares), words, tuple(shares), closed, total.value, total.low, total.high)
