"""Members that are listed beside their number, ranges of figures, and ranks.

Only members that can be told apart are counted: those in quotation marks or title marks, and words of equal length
before the name of their set. In a bare list 、 may join anything.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_reports.analysis.masks import FILLER
from lint_reports.analysis.quantities import Number, Row, make_number, number_at
from lint_reports.analysis.source import Source
from lint_reports.facts import Text
from lint_reports.patterns import lazy
from lint_reports.quantity import stretch
from lint_reports.text import HAN, Span

if TYPE_CHECKING:
    from lint_reports.listings import Enumeration, Excess, Interval, Ranking

_MEMBER = f"(?:“[{FILLER}]{{1,80}}”|《[{FILLER}]{{1,80}}》)(?:（[^（）\n]{{0,30}}）)?"
_JOINT = "(?:、|，|和|及|与|以及)?"
_NUMBER = "(?P<number>\\d{1,2}|[两二三四五六七八九十]{1,3})"
_UNIT = "(?P<unit>个|项|条|部|家|份|张|件|本|款|套|支|所|大|类|种)"
_MEMBERS = lazy(f"{_MEMBER}(?:{_JOINT}{_MEMBER})++")
_NEIGHBOUR = f"(?=(?:（[^（）\n]{{0,30}}）)?{_JOINT}[“《])"
_BESIDE = (("“", lazy(f"”{_NEIGHBOUR}")), ("《", lazy(f"》{_NEIGHBOUR}")))
"""How a member begins, and how it ends if another follows: patterns of one character, which are quick to find."""
_ITEMS = f"(?P<items>{_MEMBER}(?:{_JOINT}{_MEMBER}){{1,20}})"
_COUNTED = f"(?P<open>等)?[ ]?{_NUMBER}[ ]?{_UNIT}(?={HAN})(?!以上|左右|以内|以下|多)"
_BEFORE, _BEFORE_END = lazy(_ITEMS + _COUNTED), lazy(_COUNTED)
_NUMBERED = lazy(f"(?<![第\\d.几前首]){_NUMBER}{_UNIT}{HAN}{{1,8}}$")
_CLOSED = "(?P<open>等)?(?=[。；）\n]|$)"
_AFTER = lazy(f"[：，（](?:(?<=，)(?:即|分别(?:为|是))：?)?{_ITEMS}{_CLOSED}")
_AFTER_END = lazy(_CLOSED)
_LEAD = 6
"""Code points before the first member in `_AFTER`, at most."""
_ONE = lazy("[”》]")
_LISTED = ("、", "和", "及", "与", "”", "》")
"""What stands before the first member if bare members stand before it."""
_COMPOUND = lazy(
    "[一二两三四五六七八九十][^一二两三四五六七八九十、，“”《》]{1,4}[一二两三四五六七八九十][^一二两三四五六七八九十“”《》]"
    "|(?<=[^”》])[+、](?=[^“《])"
)
"""A member that is several: 一谷一带, 例会+清单."""
_SET = lazy(f"“(?P<number>[两二三四五六七八九十])(?P<unit>个|大|项|张|种|类|条){HAN}{{1,6}}”")
_LONGEST_ITEM = 8
_ITEM = f"{HAN}{{2,{_LONGEST_ITEM}}}"
_LIST = lazy(f"(?P<items>{HAN}{{2,16}}、(?:{_ITEM}、){{1,8}}{_ITEM})$")
"""Words before the name of a set; all but the first, which the verb may begin, of equal length."""
_MORE = lazy(f"(?:、|和|及|与){HAN}{{0,30}}$")
"""What stands before words of equal length if the list began before them."""
_FAR = 100
"""Code points that the list before the name of a set may have."""
_LONGEST_JOINT = 3
_JOINTS = " -—–～~至到"
"""What the ends of a range may be joined by."""
_DASH = lazy("[—–～~]{1,2}")
_TO = lazy("[ ]?[至到][ ]?")
_HYPHEN = lazy("[ ]?-{1,2}[ ]?")
_NUMBERING = lazy("[第号][ ]?$")
_FROM = lazy(f"(?:[由从自第号]|{HAN}[减降升增]){HAN}{{0,8}}[ ]?$")
"""What stands before 8%到5% if it is a change and no range."""
_NAME = lazy(
    f"(?P<name>{HAN}{{2,20}}?)(?:均|都|已|分别){{0,2}}(?:达到?了?|为|是|高达|提升至|提高到|上升到|保持在)?[ ]?$"
)
_LONGEST_NAME = 24
_RANK = lazy("第(?P<rank>\\d{1,4}|[一二三四五六七八九十百]{1,4})(?P<unit>[位名])")
_FIELD = lazy(
    "(?<![\\d.第约近前])(?P<field>\\d{1,4}|[二三四五六七八九十百]{1,4})(?P<unit>[个家所座])[^，。；：、！？\\d\n]{1,16}?(?:中|里)"
    "[^，。；：、！？\\d\n]{0,12}$"
)
_FAR_FIELD = 40
"""Code points that the number of competitors may stand before a rank."""
_HUNDRED = 100
_Members = Sequence[tuple[re.Match[str], Span]]
"""The matches of `_MEMBERS`, each with its paragraph."""


def read_enumerations(source: Source) -> tuple[Enumeration, ...]:
    """All enumerations whose members can be counted, in order."""
    members = _members(source)
    found = [*_before_number(source, members), *_after_number(source, members), *_named(source)]
    return tuple(sorted(found, key=lambda one: one.span))


def _members(source: Source) -> _Members:
    masked = source.masked
    starts = [
        masked.rfind(opening, 0, closing.start()) for opening, beside in _BESIDE for closing in beside.finditer(masked)
    ]
    members = []
    end = 0
    for start in sorted(starts):
        found = _MEMBERS.match(masked, start) if start >= end else None
        if found:
            end = found.end()
            span = source.around(start, end)
            if span is not None:
                members.append((found, span))
    return members


def _before_number(source: Source, members: _Members) -> Iterator[Enumeration]:
    """“甲”“乙”2个项目."""
    for several, span in members:
        end = _BEFORE_END.match(source.masked, several.end(), span.end)
        found = end and _BEFORE.search(source.masked, several.start(), span.end)
        if found:
            items = Span(*found.span("items"))
            if _stands_alone(source.masked, span, items) and not _COMPOUND.search(source.folded, *items):
                yield _enumeration(source, found, found, _count(source.masked, items))


def _after_number(source: Source, members: _Members) -> Iterator[Enumeration]:
    """两个项目：“甲”“乙”."""
    for several, span in members:
        end = _AFTER_END.match(source.masked, several.end())
        found = end and _AFTER.search(source.masked, max(span.start, several.start() - _LEAD), end.end() + 1)
        if found:
            items = Span(*found.span("items"))
            number = _NUMBERED.search(source.masked, max(span.start, found.start() - 12), found.start())
            if number and not _COMPOUND.search(source.folded, *items):
                yield _enumeration(source, number, found, _count(source.masked, items))


def _stands_alone(masked: str, span: Span, items: Span) -> bool:
    """Whether no bare member stands before the first one: 走出去、“甲”“乙”三项; but 三个品牌和“甲”“乙”两项 is fine."""
    before = masked[items.start - 1 : items.start] if items.start > span.start else ""
    if before not in _LISTED:
        return True
    number = _NUMBERED.search(masked, max(span.start, items.start - 13), items.start - 1)
    return before in ("和", "及", "与") and number is not None


def _count(masked: str, items: Span) -> int:
    return len(_ONE.findall(masked, items.start, items.end))


def _named(source: Source) -> Iterator[Enumeration]:
    """Words of equal length before the name of their set: 甲、乙、丙“三个坚持”."""
    for found, span in source.matches(_SET, source.folded):
        listed = _follows_list(source.folded, found.start())
        words = listed and _LIST.search(source.folded, max(span.start, found.start() - _FAR), found.start())
        if words and not _MORE.search(source.folded, max(span.start, words.start() - 30), words.start()):
            items = words["items"].split("、")
            if _is_set(items):
                yield _enumeration(source, found, words, len(items))


def _follows_list(folded: str, place: int) -> bool:
    """Whether two words of equal length stand before a place, and 、 before each; mostly they do not."""
    joint = folded.rfind("、", max(0, place - _LONGEST_ITEM - 1), place)
    before = joint - (place - joint)
    return joint >= 0 and before >= 0 and folded[before] == "、"


def _is_set(items: Sequence[str]) -> bool:
    """Whether words are alike enough to be counted."""
    length = len(items[-1])
    equal = len(items[0]) >= length and all(len(item) == length for item in items[1:])
    return equal and not items[-1].endswith("等")


def _enumeration(source: Source, number: re.Match[str], members: re.Match[str], count: int) -> Enumeration:
    """The fact.

    Args:
        source: where it stands.
        number: a match whose group `number` is the number stated, and `unit` its unit.
        members: a match whose group `items` is the members, and `open`, if it has one, what leaves room for more.
        count: how many members there are.
    """
    from lint_reports.listings import Enumeration, EnumerationKind  # many texts have none

    stated = number_at(Span(*number.span("number")), source.folded, number["unit"]).quantity(source.text)
    items = Span(*members.span("items"))
    quoted = "open" in members.re.groupindex
    return Enumeration(
        span=Span(min(items.start, stated.span.start), max(items.end, stated.span.end)),
        kind=EnumerationKind.QUOTED if quoted else EnumerationKind.NAMED,
        items=Text(items, items.of(source.text)),
        listed=count,
        stated=stated,
        open=quoted and bool(members["open"]),
    )


def read_intervals(source: Source, numbers: Sequence[Row], links: Sequence[str]) -> tuple[Interval, ...]:
    """All ranges of figures with one unit, in order.

    Args:
        source: where they stand.
        numbers: all figures of the text, also those of other paragraphs.
        links: the text after each of them, up to the next.
    """
    joined = [at for at, link in enumerate(links) if len(link) <= _LONGEST_JOINT and not link.strip(_JOINTS)]
    pairs = [(make_number(numbers[at]), make_number(numbers[at + 1])) for at in joined]
    ranges = [pair for pair in pairs if _is_range(source.masked, *pair)]
    return tuple(
        [_interval(source, first, last) for first, last in ranges if source.around(first.start, last.start + 1)]
    )


def _interval(source: Source, first: Number, last: Number) -> Interval:
    from lint_reports.listings import Interval  # many texts have none

    return Interval(Span(first.start, last.end), first.quantity(source.text), last.quantity(source.text))


def _is_range(folded: str, first: Number, last: Number) -> bool:
    """Whether two neighbours are the ends of a range: 3—5件, 3%—5%; not 由8%到5%, and not the number 34-1."""
    if not last.unit or first.unit not in ("", last.unit):
        return False
    before = folded, max(0, first.start - 12), first.start
    between = folded, first.end, last.start
    if _TO.fullmatch(*between):
        return not _FROM.search(*before)
    joined = _DASH.fullmatch(*between) or (first.unit and _HYPHEN.fullmatch(*between))
    return bool(joined) and not _NUMBERING.search(*before)


def read_excesses(source: Source, numbers: Sequence[Row]) -> tuple[Excess, ...]:
    """All percentages above 100 that have a name, in order.

    Args:
        source: where they stand.
        numbers: all figures of the text, also those of other paragraphs.
    """
    excesses = []
    large = [row for row in numbers if row[5] == "%" and len(row[3]) > 2 and "." not in row[3][:3]]
    for number in map(make_number, large):
        if number.above(_HUNDRED) and source.around(number.start, number.start + 1):
            named = _NAME.search(source.masked, max(0, number.start - _LONGEST_NAME), number.start)
            if named:
                from lint_reports.listings import Excess  # many texts have none

                rate = number.quantity(source.text)
                excesses.append(Excess(rate.span, named["name"], rate))
    return tuple(excesses)


def read_rankings(source: Source) -> tuple[Ranking, ...]:
    """Ranks among a number of competitors that is given, in order."""
    rankings = []
    for found, span in source.matches(_RANK, source.masked):
        before = _FIELD.search(source.masked, max(span.start, found.start() - _FAR_FIELD), found.start())
        if before:
            from lint_reports.listings import Ranking  # many texts have none

            field = number_at(Span(*before.span("field")), source.masked, before["unit"]).quantity(source.text)
            rank = number_at(Span(*found.span("rank")), source.masked, found["unit"]).quantity(source.text)
            rankings.append(Ranking(stretch(field, rank), field, rank))
    return tuple(rankings)
