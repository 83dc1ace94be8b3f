"""Percentages of a whole: 办结率75% beside what was received and what was closed, and 占80% beside its total."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import pairwise

from lint_reports.analysis import bounds
from lint_reports.analysis.bounds import Bounds
from lint_reports.analysis.skeleton import COUNT, GAP, PERCENT, POINTS, Figure, Skeleton
from lint_reports.patterns import lazy
from lint_reports.quantity import COUNTED, Quantity, stretch
from lint_reports.rates import Rate, RateKind

_REACH = "(?:均?(?:达到?了?|为|是|高达|仅为?|只有|提升至|提高到|上升到|下降到|降至|保持在))?"
_RATE = lazy(f"率{_REACH}(?P<stated>{PERCENT})")
_SHARE = lazy(
    f"(?P<part>{COUNT}){GAP}{{0,10}}[，、（]?(?:约|共|合计|分别)?占(?:比|到|了)?(?P<of>{GAP}{{0,20}}?)"
    f"(?:(?P<whole>{COUNT})(?P<tail>{GAP}{{0,8}}?))?的?(?:比重|比例|比)?(?:约|达到?|为|是|高达)?(?P<stated>{PERCENT})"
)
_QUALIFIERS = lazy(
    "^(?:案件|全市|全省|全县|全区|全年|其中|平均|总体|实质性?|综合|直接|一次性?|按期|按时|及时|法定期限内?|期限内"
    "|当年|同期|有效|群众|初步|行政|复议|诉讼|年度|和|及|的|较|已|总)+"
)
_SAME = {
    "结案": ("结案", "审结", "办结"), "办结": ("办结", "审结", "结案"), "审结": ("审结", "办结", "结案"),
    "办复": ("办复", "答复", "办结"), "答复": ("答复", "办复"), "完成": ("完成", "办结", "整改", "竣工"),
    "应诉": ("出庭", "应诉"), "解决": ("解决", "化解"), "破案": ("破获", "破案", "侦破"), "回收": ("回收", "收回"),
    "开工": ("开工", "开复工"), "复工": ("复工", "开复工"),
}  # fmt: skip
"""What the numerator of a rate is called, by the last two characters of the rate, where it has several names."""
_NEVER = frozenset(
    "压缩 精简 压减 缩减 减少 下降 降低 缩短 提升 失业 就业 债务 覆盖 普及 入户 绿化 参保 增长 贡献 利用 巩固 入学"
    " 净增 发生 死亡 出生 返贫 优良 负债 杠杆 利润 毛利 流转 周转".split()
)
"""Rates that are no part of a whole, or whose whole no report names, though it names something like it."""
_QUALIFIED = lazy("按期|按时|及时|限时|限内|期内|当庭|当场|一次|现场|网上|实质|主动|自动|优先")
"""Words that make a rate one of a part of the cases: 办结190件，按期办结率100%."""
_WRONGED = ("撤销", "变更", "确认违法", "责令", "直接纠错", "自行纠正", "确认无效")
_WRONGED_RATES = ("纠错", "改判")
_BASES = {"纠错": ("审结", "办结", "结案"), "败诉": ("审结", "结案", "判决"), "应诉": ("开庭", "应诉案件")}
"""What the denominator of some rates is called, where no numerator is named."""
_PLACE = lazy("^(?:全[市省县区国州盟旗球]|本[市省县区]|[市省县区])$")
_SCOPE = lazy("^(?:全[市省县区部年局]|总|所有|同期|本[市县区局]|其|当年)+")
_SIZE = lazy("(?:总数量?|总量|总额|总件数|总人数|数量|总|数|量)$")
_OTHERWISE = lazy("不|未|没|到(?<!达到)$|至(?<!达至)$|应[到当出办参检收交完缴]|计划|任务|目标")
_UNDONE = lazy("不|未|没|剩余")
_ADDED = ("结转", "旧存", "上年", "去年", "往年")
_FAR = 18
"""Code points between a numerator and the name of its rate, at most."""
_MOST_REACHABLE = 5000
"""Of a whole from which on whole numbers give nearly every percentage with two places."""


def read_rates(skeleton: Skeleton) -> tuple[Rate, ...]:
    """All percentages of which the text names the whole, in order."""
    return tuple(sorted([*_rates(skeleton), *_shares(skeleton)], key=lambda rate: rate.span))


def _rates(skeleton: Skeleton) -> Iterator[Rate]:
    for found in skeleton.matches(_RATE, "率"):
        name = skeleton.subject(found.start() + 1)
        core = name[-3:-1]
        if (
            len(name) > 2
            and core not in _NEVER
            and (core in _BASES or skeleton.marks(found.start() - _FAR, found.start()))
        ):
            places = skeleton.counts_before(found.start("stated"))
            rate = _with_part(skeleton, name, places, found) or _without_part(skeleton, name, places, found)
            if rate is not None:
                yield rate._replace(name=_QUALIFIERS.sub("", name))


def _is_called(label: str, words: Sequence[str]) -> bool:
    """Whether one of some words stands before a figure: 办结150件, but not 未办结50件 or 应办结200件."""
    return any(word in label for word in words) and not _OTHERWISE.search(label)


def _is_left(figure: Figure) -> bool:
    """Whether a figure is what is not done: 未办结50件."""
    return _UNDONE.search(figure.label) is not None


def _with_part(skeleton: Skeleton, name: str, places: Sequence[int], found: re.Match[str]) -> Rate | None:
    """A rate whose numerator is the figure right before it, and is named like it."""
    words = _SAME.get(name[-3:-1], (name[-3:-1],))
    if not places or found.start() - places[-1] > _FAR or not _is_called(skeleton.subject(places[-1]), words):
        return None
    figure = skeleton.figure(places[-1])
    if any(word not in figure.label for word in _QUALIFIED.findall(name)):
        return None
    part, stated = figure.quantity, skeleton.group(found, "stated")
    wholes = _wholes(skeleton, places[:-1], figure, words)
    if not wholes:
        return None
    numerator = bounds.of(part)
    base = next((base for base in _bases(wholes, numerator) if _agrees(numerator, base, stated)), None)
    enough = [whole for whole in wholes if whole.quantity.value >= part.value]
    if base is None and not enough:
        return None
    whole = enough[-1] if enough else wholes[-1]
    rate = _rate(RateKind.RATE, whole.quantity, part, stated, base)
    return None if base is None and _has_more(wholes, rate) else rate


def _has_more(wholes: Sequence[Figure], rate: Rate) -> bool:
    """Whether the denominator is more than the figure named: cases of the year before, said or unsaid."""
    carried = any(word in whole.label for whole in wholes for word in _ADDED)
    return carried or ("新" in wholes[-1].label and rate.low is not None and rate.stated.value < rate.low)


def _wholes(skeleton: Skeleton, places: Sequence[int], part: Figure, words: Sequence[str]) -> list[Figure]:
    """The figures before a numerator that may be its denominator, without any percentage between them.

    None if the last figure of the kind is no such thing.
    """
    same = _with_unit(skeleton, places, part.quantity.unit)
    wholes = [figure for figure in same if not _is_called(figure.label, words) and not _is_left(figure)]
    if not wholes or wholes[-1] != same[-1] or wholes[-1].place < skeleton.clauses(part.place).start:
        return []
    return [] if skeleton.marks(wholes[-1].place, part.place, PERCENT + POINTS) else wholes


def _with_unit(skeleton: Skeleton, places: Sequence[int], unit: str) -> list[Figure]:
    return [skeleton.figure(place) for place in places if skeleton.unit(place) == unit]


def _bases(wholes: Sequence[Figure], part: Bounds) -> Iterator[Bounds]:
    """What may be the denominator: a figure, new and old ones together, all together, the part and what is left."""
    each = [bounds.of(whole.quantity) for whole in wholes]
    yield from each
    yield from (bounds.total(pair) for pair in pairwise(each))
    if len(each) > 2:
        yield bounds.total(each)
    yield from (bounds.total((whole, part)) for whole in each)


def _agrees(part: Bounds, whole: Bounds, stated: Quantity) -> bool:
    ratio = bounds.quotient(part, whole)
    return ratio is not None and ratio.times(100).agrees_with(stated)


def _percent(part: Bounds, whole: Bounds, stated: Quantity) -> bounds.Allowed | None:
    ratio = bounds.quotient(part, whole)
    return None if ratio is None else ratio.times(100).stated_as(stated)


def _without_part(skeleton: Skeleton, name: str, places: Sequence[int], found: re.Match[str]) -> Rate | None:
    """A rate whose numerator is not named: what it can be is known from its denominator."""
    core = name[-3:-1]
    words = _BASES.get(core)
    if words is None:
        return None
    wholes = [place for place in places if any(word in skeleton.subject(place) for word in words)]
    if len(wholes) != 1 or skeleton.unit(wholes[0]) not in COUNTED:
        return None
    whole = skeleton.figure(wholes[0])
    rate = _rate(RateKind.RATE, whole.quantity, None, skeleton.group(found, "stated"), None)
    if core not in _WRONGED_RATES:
        return rate
    parts = [
        figure.quantity
        for figure in _with_unit(skeleton, places, whole.quantity.unit)
        if figure.place > whole.place and any(word in figure.label for word in _WRONGED)
    ]
    return _with_listed(rate, parts) if len(parts) > 1 else rate


def _with_listed(rate: Rate, parts: Sequence[Quantity]) -> Rate:
    listed = bounds.total(bounds.of(part) for part in parts)
    allowed = _percent(listed, bounds.of(rate.whole), rate.stated)
    if allowed is None:
        return rate
    return rate._replace(
        listed=rate.whole.like(listed.value),
        listed_low=allowed.low, listed_high=allowed.high, listed_expected=allowed.expected,
    )  # fmt: skip


def _rate(kind: RateKind, whole: Quantity, part: Quantity | None, stated: Quantity, base: Bounds | None) -> Rate:
    """The fact; `base` is the denominator where that is another than the whole alone."""
    allowed = None if part is None else _percent(bounds.of(part), base or bounds.of(whole), stated)
    return Rate(
        stretch(*(figure for figure in (whole, part, stated) if figure is not None)), "", kind, whole, part, stated,
        allowed and allowed.low, allowed and allowed.high, allowed and allowed.expected,
        None, None, None, None, _is_reachable(whole, stated),
    )  # fmt: skip


def _is_reachable(whole: Quantity, stated: Quantity) -> bool | None:
    digits, places, scale = whole.written
    if whole.unit not in COUNTED or places or scale or not 0 < digits < _MOST_REACHABLE:
        return None
    return bounds.of(stated).times(digits).over(100).holds_whole


def _shares(skeleton: Skeleton) -> Iterator[Rate]:
    parts: set[int] = set()
    for found in skeleton.matches_from(_SHARE, skeleton.marks_before("占")):
        part, stated = skeleton.group(found, "part"), skeleton.group(found, "stated")
        place = skeleton.first_place(found.start("part"))
        parts.add(place)
        whole = skeleton.group(found, "whole") if found["whole"] else _total(skeleton, found, place, parts)
        if whole is not None and whole.unit == part.unit and whole.value >= part.value:
            rate = _rate(RateKind.SHARE, whole, part, stated, None)
            yield rate._replace(name=found["of"].removesuffix("的"))


def _total(skeleton: Skeleton, found: re.Match[str], place: int, parts: Container[int]) -> Quantity | None:
    """The total of the sentence that a share is of, if the text leaves no doubt; other parts are none."""
    of = found["of"].removesuffix("的")
    if _PLACE.match(of):
        return None
    of = _SIZE.sub("", _SCOPE.sub("", of))
    part, stated = skeleton.group(found, "part"), skeleton.group(found, "stated")
    figures = _with_unit(skeleton, skeleton.counts_before(place), part.unit)
    if of:
        named = [figure.quantity for figure in figures if figure.label.endswith(of)]
        return named[0] if len(of) > 1 and len(named) == 1 else None
    whole = _whole_before(skeleton, figures, place, parts)
    others = [figure.quantity for figure in figures if figure.place not in parts]
    return whole and next((other for other in others if _agrees(bounds.of(part), bounds.of(other), stated)), whole)


def _whole_before(skeleton: Skeleton, figures: Sequence[Figure], place: int, parts: Container[int]) -> Quantity | None:
    """What a part is a part of: the figure before 其中, that with 共 or 总, or the one right before it."""
    among = skeleton.text.rfind("其中", figures[0].place, place) if figures else -1
    if among >= 0:
        return [figure for figure in figures if figure.place < among][-1].quantity
    figures = [figure for figure in figures if figure.place not in parts]
    totals = [figure for figure in figures if "共" in figure.label or "总" in figure.label]
    if totals:
        return totals[-1].quantity
    near = [figure for figure in figures if figure.place >= skeleton.clauses(place).start]
    return near[-1].quantity if near else None
