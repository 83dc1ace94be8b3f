"""Figures that follow from two or three others of the same sentence: balances, multiples, averages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_reports.analysis import bounds
from lint_reports.analysis.skeleton import ABOUT, ANY, COUNT, GAP, TIMES, Skeleton
from lint_reports.comparisons import Average, Balance, Multiple
from lint_reports.patterns import lazy
from lint_reports.quantity import Quantity, stretch
from lint_reports.text import Span

_OPEN_WORDS = "结转", "旧存", "存案", "遗留", "未结"
_OPEN = lazy("|".join(_OPEN_WORDS))
_ITEM = lazy(f"(?P<label>[^{ANY}，。；：、！？\n]{{0,24}})(?P<figure>{COUNT})(?P<noun>{GAP}{{0,16}})")
_CARRIED = lazy("下一?年|下期|年末|年底|期末")
_OPENING = lazy("上一?年|去年|往年|旧存|存案|遗留|上期|年初|期初")
_UNDONE = lazy("未结|未办结|未审结|尚未|正在|在办|剩余|待结|待办|继续办理")
_RECEIVED = lazy("新收|新增|新受理|新立|收到|受理|接收|立案|收案|收取")
_CLOSED = lazy("办结|审结|结案|答复|处理|办理|化解")
_WITH_OLD = lazy("共|总|含|包括")

_IS_TIMES = lazy(
    f"(?P<one>{COUNT}){GAP}{{0,12}}[，、；]而?(?P<other_label>{GAP}{{0,16}})(?P<other>{COUNT}){GAP}{{0,12}}[，、；]"
    f"(?P<subject>{GAP}{{0,12}}?)(?:是|为|相当于|达到?)(?P<of>{GAP}{{1,12}}?)的(?P<stated>{TIMES})"
)
_TIMES_OF = lazy(
    f"(?P<one>{COUNT}){GAP}{{0,12}}[，、]?(?:是|为|相当于|达到?){GAP}{{0,12}}?(?P<other>{COUNT}){GAP}{{0,4}}?的(?P<stated>{TIMES})"
)
_TIMES_BEFORE = lazy(
    f"{GAP}{{0,10}}[，、](?:是|为|相当于|达到?)(?:原来|之前|此前|上年|去年|前者|(?:19|20)\\d{{2}}年)?{GAP}{{0,6}}?的(?P<stated>{TIMES})"
)
_AVERAGE = lazy(
    f"均(?:(?<=[人户村家企场件次校班]均)|每(?P<per>[人户村家场件次批校班个]))(?:为|达到?)?(?P<how>{GAP}{{0,4}})(?P<stated>{COUNT})"
)
_BY = {
    "人": "人名位",
    "户": "户",
    "村": "村个",
    "家": "家户",
    "企": "家户",
    "场": "场",
    "件": "件",
    "次": "次",
    "校": "所",
    "班": "班个",
    "批": "批",
    "个": "个",
}
_MOST_FIGURES = 10
"""Figures of the clauses that an average can be made of."""


def read_balances(skeleton: Skeleton) -> tuple[Balance, ...]:
    """Sentences that give what was open, came in, was closed and is open still."""
    balances = []
    done = 0
    for found in skeleton.matches(_OPEN, *_OPEN_WORDS):
        if found.start() >= done:
            sentence = skeleton.sentence(found.start())
            done = sentence.end
            balance = _balance(skeleton, sentence)
            balances += [balance] if balance else []
    return tuple(balances)


def _balance(skeleton: Skeleton, sentence: Span) -> Balance | None:
    """The balance of a sentence, if each of its four figures stands there just once."""
    items = list(_ITEM.finditer(skeleton.text, sentence.start, sentence.end))
    carried = [item for item in items if _is_carried(_words(item))]
    opening = [item for item in items if item not in carried and _is_opening(_words(item))]
    rest = [item for item in items if item not in carried and item not in opening]
    received = [item for item in rest if _RECEIVED.search(item["label"])]
    closed = [item for item in rest if item not in received and _CLOSED.search(item["label"])]
    if not len(opening) == len(received) == len(closed) == len(carried) == 1:
        return None
    first, new, done, stated = (skeleton.group(one[0], "figure") for one in (opening, received, closed, carried))
    if not first.unit == new.unit == done.unit == stated.unit:
        return None
    left = bounds.difference(bounds.of(new), bounds.of(done))
    if _WITH_OLD.search(received[0]["label"]) and left.agrees_with(stated):
        return None
    allowed = bounds.total((left, bounds.of(first))).stated_as(stated)
    span = stretch(first, new, done, stated)
    return Balance(span, first, new, done, stated, allowed.low, allowed.high, allowed.expected)


def _is_carried(words: str) -> bool:
    return bool(_CARRIED.search(words) or (_UNDONE.search(words) and not _OPENING.search(words)))


def _is_opening(words: str) -> bool:
    return bool(_OPENING.search(words) or "结转" in words)


def _words(item: re.Match[str]) -> str:
    return f"{item['label']} {item['noun']}"


def read_multiples(skeleton: Skeleton, moved: Sequence[re.Match[str]]) -> tuple[Multiple, ...]:
    """Figures that are said to be so many times others.

    Args:
        skeleton: the text with marks.
        moved: figures that went from one number to another, see `cues.moved_in`.
    """
    if TIMES not in skeleton.text:
        return ()
    found = [*_named(skeleton), *_direct(skeleton), *_before(skeleton, moved)]
    return tuple(sorted({one.stated.span: one for one in found}.values(), key=lambda one: one.span))


def _named(skeleton: Skeleton) -> Iterator[Multiple]:
    """复议60件、诉讼30件，复议是诉讼的2倍."""
    for found in skeleton.matches(_IS_TIMES, TIMES):
        labels = skeleton.subject(found.start("one")), found["other_label"]
        of = found["of"].strip("了").rstrip("总数量")
        one, other = skeleton.group(found, "one"), skeleton.group(found, "other")
        if of == "后者" or (of in labels[1] and of not in labels[0]):
            yield from _multiple(skeleton, one, other, found)
        elif of == "前者" or (of in labels[0] and of not in labels[1]):
            yield from _multiple(skeleton, other, one, found)


def _direct(skeleton: Skeleton) -> Iterator[Multiple]:
    """60件，是诉讼30件的2倍."""
    for found in skeleton.matches(_TIMES_OF, TIMES):
        yield from _multiple(skeleton, skeleton.group(found, "one"), skeleton.group(found, "other"), found)


def _before(skeleton: Skeleton, moved: Sequence[re.Match[str]]) -> Iterator[Multiple]:
    """由30件增至60件，是上年的2倍."""
    for found in moved:
        tail = _TIMES_BEFORE.match(skeleton.text, found.end())
        if tail:
            yield from _multiple(skeleton, skeleton.group(found, "current"), skeleton.group(found, "prior"), tail)


def _multiple(skeleton: Skeleton, one: Quantity, other: Quantity, found: re.Match[str]) -> Iterator[Multiple]:
    stated = skeleton.group(found, "stated")
    ratio = bounds.quotient(bounds.of(one), bounds.of(other)) if one.unit == other.unit else None
    if ratio is not None:
        allowed = ratio.stated_as(stated)
        span = stretch(one, other, stated)
        yield Multiple(span, one, other, stated, allowed.low, allowed.high, allowed.expected)


def read_averages(skeleton: Skeleton) -> tuple[Average, ...]:
    """Averages of which the same clauses give one total and one number."""
    averages: list[Average] = []
    for found in skeleton.matches(_AVERAGE, "均"):
        stated = skeleton.group(found, "stated")
        start = skeleton.clauses(found.start()).start
        places = skeleton.marks(start, found.start("stated"), COUNT + ABOUT)
        totals = [place for place in places if skeleton.at(place).unit == stated.unit]
        per = found["per"] or skeleton.text[found.start() - 1]
        numbers = [place for place in places if skeleton.at(place).unit in _BY[per]]
        alone = len(totals) == len(numbers) == 1 and totals != numbers and len(places) <= _MOST_FIGURES
        if alone and _is_total(skeleton.subject(totals[0]), found["how"]):
            averages += _average(skeleton.at(totals[0]), skeleton.at(numbers[0]), stated)
    return tuple(averages)


def _is_total(label: str, how: str) -> bool:
    """Whether a total is of the kind that is averaged: 办结80件，人均办案10件; not 投入600万元，户均补助3万元."""
    return not how or how[0] in label


def _average(total: Quantity, among: Quantity, stated: Quantity) -> Iterator[Average]:
    exact = total.exact and among.exact
    ratio = bounds.quotient(bounds.of(total), bounds.of(among)) if exact else None
    if ratio is not None:
        allowed = ratio.stated_as(stated._replace(unit=""))  # an average of whole numbers need not be one
        span = stretch(total, among, stated)
        yield Average(span, total, among, stated, allowed.low, allowed.high, allowed.expected)
