"""Wholes and parts: 其中, brackets, sums that are spelled out, percentages that make up a whole."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from lint_reports.analysis import bounds
from lint_reports.analysis.skeleton import ABOUT, ANY, ANY_MARK, COUNT, GAP, Skeleton
from lint_reports.patterns import lazy
from lint_reports.quantity import COUNTED, Quantity, stretch
from lint_reports.sums import Breakdown, Part

if TYPE_CHECKING:
    from decimal import Decimal

_AMONG = lazy("其中(?:包括|包含|有)?[，：]?")
_ASIDE = lazy(f"(?P<whole>{COUNT})（(?P<lead>(?:其中|分别(?:为|是)|包括|含|即)?[，：]?)")
_ITEM = lazy(
    f"(?P<label>{GAP}{{0,24}})(?P<part>{COUNT})(?P<noun>{GAP}{{0,14}}?)(?P<next>[、，；]|[和及与]|以及|(?=[。）\n]))"
)
_LEFT = lazy(f"[，、](?:其余|剩余){GAP}{{0,6}}(?P<rest>{COUNT})")
_GROWN = lazy(
    f"(?:同比|比上年|较上年)?(?:增长|上升|提高|增加|下降|减少|降低|占)[了达为比]?[{ANY}](?P<next>[、，；]|(?=[。）\n]))"
)
_REST = ("其他", "其余", "其它", "剩余", "余下")
_COMPLEMENTS = (
    ("预期性", "约束性"), ("男", "女"), ("新开工", "续建"), ("新建", "续建"), ("新建", "改扩建"), ("国内", "国际"),
    ("省内", "省外"), ("境内", "境外"), ("线上", "线下"), ("城镇", "农村"), ("新收", "旧存"), ("新收", "结转"),
    ("满意", "不满意"),
    ("第一产业", "第二产业", "第三产业"), ("一审", "二审"), ("保留", "修改", "废止"), ("继续有效", "修改", "废止"),
)  # fmt: skip
"""Parts that are all there are, where no others stand beside them."""
_NO_WHOLE = lazy("平均|人均|每|低于|高于|相当于|比|较|增加|减少|净增|净减")
"""Words before a figure that has no parts."""
_NO_PART = lazy(
    "总数|累计|共|办结|审结|结案|完成|竣工|投产|开工|带动|实现|解决|新增|发放|达|全部|涉及|挽回|同比|投资|化解|整改|处理"
)
"""Words before a figure that says something else of the whole: 受理60件，其中行政案件20件，办结55件."""
_JOINED = lazy(f"{GAP}*(?:、|和|及|与){GAP}*")
"""What stands between two wholes: 新建34所、改扩建176所，其中……"""
_KIN = {"名": "人", "位": "人"}
_FAR = 120
"""Code points that a whole may stand before 其中."""
_MOST = 85
"""Percent of the whole that the parts in a bracket make, at least, if they are all."""
_MOST_PARTS = 40
"""Parts that a list is read up to; more makes the time grow with the square."""
_SHORT = 10
"""Code points of the words before a part, at most, where commas join the parts."""


def read_breakdowns(skeleton: Skeleton) -> tuple[Breakdown, ...]:
    """All wholes of which parts are listed, in order."""
    found = [*_among(skeleton), *_bracketed(skeleton), *_with_rest(skeleton)]
    return tuple(sorted(found, key=lambda breakdown: breakdown.span))


def _among(skeleton: Skeleton) -> Iterator[Breakdown]:
    for found in skeleton.matches_at(_AMONG, "其中"):
        parts, _ = _read_list(skeleton, found.end())
        inside = skeleton.text[found.start() - 1 : found.start()] == "（"
        if parts and not inside:
            whole = _whole(skeleton, found.start(), parts)
            if whole is not None:
                yield _breakdown(whole, parts)


def _bracketed(skeleton: Skeleton) -> Iterator[Breakdown]:
    for found in skeleton.matches_from(_ASIDE, skeleton.explained()):
        (parts, end), whole = _read_list(skeleton, found.end()), skeleton.group(found, "whole")
        complete = skeleton.text[end : end + 1] == "）"
        if parts and complete and _kin(parts[0].quantity.unit) == _kin(whole.unit):
            breakdown = _breakdown(whole, parts)
            yield breakdown if found["lead"] or not _nearly_all(breakdown) else breakdown._replace(closed=True)


def _with_rest(skeleton: Skeleton) -> Iterator[Breakdown]:
    """共排查风险点120处，已整改115处，其余5处正在整改: a whole, a part, and the rest."""
    for found in skeleton.matches(_LEFT, "其余", "剩余"):
        places = skeleton.marks(skeleton.clauses(found.start()).start, found.end(), ANY_MARK)
        figures = [skeleton.at(place) for place in places]
        alike = len(places) == 3 and len({_kin(figure.unit) for figure in figures}) == 1
        if alike and all(figure.exact for figure in figures) and figures[0].value >= figures[1].value:
            parts = tuple(Part(one.span, skeleton.subject(at), one) for at, one in zip(places, figures, strict=True))
            if "其中" not in skeleton.text[places[0] : places[2]]:
                yield _breakdown(figures[0], parts[1:])._replace(closed=True)


def _read_list(skeleton: Skeleton, place: int) -> tuple[tuple[Part, ...], int]:
    """The figures of one unit that are listed from a place on, and where they end.

    The list ends at another unit, at a mark weaker than that between its first members, and, where commas join them,
    at words that say something else of the whole.
    """
    parts: list[Part] = []
    joint, halts = "", skeleton.text[place - 1] == "："
    while len(parts) < _MOST_PARTS and (found := _ITEM.match(skeleton.text, place)):
        figure = skeleton.group(found, "part")
        part = Part(figure.span, found["label"] + found["noun"], figure)
        if parts and ("其中" in part.label or not _belongs(part, parts[0], joint)):
            break
        parts.append(part)
        place, mark = found.end(), found["next"]
        while grown := _GROWN.match(skeleton.text, place) if mark in ("，", "、") else None:
            place, mark = grown.end(), grown["next"]
        mark = "、" if mark in ("和", "及", "与", "以及") else mark
        last = skeleton.text.startswith(_REST, place)
        if not mark or (mark == "；" and not halts) or (joint and mark != joint and not last):
            break
        joint = joint or mark
    return tuple(parts), place


def _belongs(part: Part, first: Part, joint: str) -> bool:
    """Whether a further figure is one more part."""
    same = _kin(part.quantity.unit) == _kin(first.quantity.unit)
    return same and (joint == "、" or (len(part.label) <= _SHORT and not _NO_PART.search(part.label)))


def _kin(unit: str) -> str:
    """What a unit counts, so that 人 and 名 are one."""
    return _KIN.get(unit, unit)


def _whole(skeleton: Skeleton, place: int, parts: Sequence[Part]) -> Quantity | None:
    """The figure before 其中 that the parts are parts of; nothing if it could be another."""
    sentence = skeleton.sentence(place - 1 if skeleton.text[place - 1 : place] == "。" else place)
    near = skeleton.marks(max(sentence.start, place - _FAR), place, COUNT + ABOUT)
    kin = _kin(parts[0].quantity.unit)
    same = [at for at in near if _kin(skeleton.unit(at)) == kin]
    if not same or skeleton.text[same[-1]] == ABOUT or _NO_WHOLE.search(skeleton.subject(same[-1])):
        return None
    if any(at > same[-1] and skeleton.unit(at) in COUNTED for at in near):
        return None
    if len(same) > 1 and _JOINED.fullmatch(skeleton.text, same[-2] + 1, same[-1]):
        return None
    whole = skeleton.at(same[-1])
    largest = max(part.quantity.value for part in parts)
    rivals = [skeleton.at(at) for at in same[:-1]]
    return None if whole.high < largest and any(rival.high >= largest for rival in rivals) else whole


def _breakdown(whole: Quantity, parts: tuple[Part, ...]) -> Breakdown:
    allowed = bounds.summed([part.quantity for part in parts], whole)
    return Breakdown(
        stretch(whole, parts[-1].quantity), whole, parts,
        max((part.quantity for part in parts), key=_value), _is_closed(parts),
        allowed.low, allowed.high, allowed.expected,
    )  # fmt: skip


def _nearly_all(breakdown: Breakdown) -> bool:
    """Whether parts that a bracket lists without 其中 are meant to be all: they make most of the whole, at least."""
    most = bounds.of(breakdown.whole).times(_MOST).over(100)
    return len(breakdown.parts) > 1 and breakdown.high >= most.value


def _is_closed(parts: Sequence[Part]) -> bool:
    """Whether the parts are all there are."""
    if len(parts) > 1 and parts[-1].label.startswith(_REST):
        return True
    labels = "\n".join([part.label for part in parts])
    named = [words for words in _COMPLEMENTS if words[0] in labels]
    return any(len(parts) == len(words) and all(word in labels for word in words) for words in named)


def _value(quantity: Quantity) -> Decimal:
    return quantity.value
