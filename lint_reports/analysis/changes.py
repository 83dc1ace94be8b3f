"""Changes: a figure before, a figure now, and by how much it is said to have risen or fallen."""

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from lint_reports.analysis import bounds
from lint_reports.analysis.bounds import Allowed, Bounds
from lint_reports.analysis.cues import DOWN, FIGURE, FORM, GROWING, SHRINKING, UP
from lint_reports.analysis.skeleton import ANY, COUNT, GAP, PERCENT, POINTS, REACH, TIMES, Skeleton
from lint_reports.growth import Change, ChangeKind, Growth, Movement
from lint_reports.patterns import lazy
from lint_reports.quantity import COUNTED, Quantity, stretch
from lint_reports.text import Span

_RISE = f"(?:(?P<up>{UP}|{GROWING})|(?P<down>{DOWN}|{SHRINKING}))(?:率|幅度)?"
_EITHER = f"(?:{UP}|{DOWN}|{GROWING}|{SHRINKING})(?:率|幅度)?"
_YEAR = "(?:上一?年度?|去年|前年|上一?期|(?:19|20)\\d{2}年)"
_THEN = f"(?:比|较){_YEAR}(?:同期|全年|年?末|年?底|年?初)?"
_OVER = (
    f"(?:同比|环比|{_THEN}|[与同]{_YEAR}(?:同期)?相比|[两三四五十\\d]{{1,2}}年间?"
    "|累计|共|净|总体|整体|实现|则|即){0,4}"
)
_STATED = f"{_OVER}{_RISE}{FORM}(?P<stated>[{COUNT}{PERCENT}{POINTS}{TIMES}])"
_NOUN = f"[^{ANY}，。；：、！？\n增减多少降升提高低下净涨]"

_TAIL = lazy(f"(?:{GAP}{{0,10}}[，、；])?{_STATED}")
_AMOUNT = lazy(
    f"(?P<current>{COUNT})(?:{GAP}{{0,12}}[，、；])?{_OVER}{_RISE}了?(?P<amount>{COUNT}){GAP}{{0,8}}[，、]"
    f"{_OVER}{_EITHER}{FORM}(?P<stated>{PERCENT})"
)
_AMOUNT_LAST = lazy(
    f"(?P<current>{COUNT})(?:{GAP}{{0,12}}[，、；])?{_OVER}{_RISE}{FORM}(?P<stated>{PERCENT})[，、]"
    f"{_OVER}{_EITHER}了?(?P<amount>{COUNT})"
)
_AGAINST = lazy(
    f"(?P<current>{FIGURE})(?:{GAP}{{0,12}}[，、])?[比较与同]{_YEAR}(?:同期|全年|年?末|年?底|年?初)?的?{_NOUN}{{0,4}}?"
    f"(?P<prior>{FIGURE})(?:相比)?，?{_STATED}"
)
_AFTER = lazy(
    f"(?P<current>{FIGURE}){GAP}{{0,12}}[，、]而?{_YEAR}(?:同期)?(?:为|是|仅为?)?(?P<prior>{FIGURE}){GAP}{{0,8}}[，、]{_STATED}"
)
_BEFORE_THAT = lazy(
    f"(?P<current>{FIGURE})(?:{GAP}{{0,12}}[，、])?{_STATED}[，、]而?{_YEAR}(?:同期)?(?:为|是|仅为?)?(?P<prior>{FIGURE})"
)
_PAIR = lazy(
    f"{_YEAR}(?P<one>{GAP}{{0,14}})(?P<prior>{FIGURE}){GAP}{{0,8}}[，；、]而?(?:今年|本年度?|(?:19|20)\\d{{2}}年)"
    f"(?P<other>{GAP}{{0,14}})(?P<current>{FIGURE}){GAP}{{0,8}}[，、；]{_STATED}"
)
_ASIDE = lazy(f"(?P<of>{FIGURE})（{_YEAR}(?:同期)?(?:为|是|：)?(?P<prior>{FIGURE})）")
_GROWTH = lazy(f"(?P<current>{FIGURE})(?:{GAP}{{0,12}}[，、])?{_STATED}")
_GROWTH_OF = lazy(
    f"(?P<current>{COUNT})，(?P<again>[^{ANY}，。；：！？\n]{{0,14}}?(?:结案|立案|收案|受理|审结|办结))(?:总数|数量|量|数){_STATED}"
)
"""结案20件，调解结案数同比上升25%."""
_JOINTS = lazy("[、和及与的]")
_LAST_CLAUSE = lazy(f"[{ANY}，。；：！？\n]")
_OF_ONE_YEAR = lazy(r"同比|环比|上一?[年期]|去年|前年|19\d{2}年|20\d{2}年")
_ANY_YEAR = lazy("(?:19|20)\\d{2}(?=年)")
_OF_YEARS = lazy("[三五十\\d]年[来间前]|期间|以来|届|期末|历年|多年")
_SPREAD = lazy("分别|各|均(?<!平均)")
_MOST_REACHABLE = 2000
"""Of a count from which on whole numbers before it give nearly every growth."""


class Stated(NamedTuple):
    """The figures of a change that is stated, and which way it is said to go."""

    subject: str
    prior: Quantity | None
    current: Quantity
    amount: Quantity | None
    stated: Quantity
    rises: bool


def read_stated(skeleton: Skeleton, risen: Sequence[int], moved: Sequence[re.Match[str]]) -> tuple[Stated, ...]:
    """All changes that are stated beside their figures.

    Args:
        skeleton: the text with marks.
        risen: which marks stand after a verb such as 增长.
        moved: figures that went from one number to another; see `cues.moved_in`.
    """
    found = [*_from_to(skeleton, moved)]
    if risen:
        found += [*_amounts(skeleton, risen), *_compared(skeleton, risen), *_with_asides(skeleton, risen)]
    return tuple(found)


def changes_of(stated: Sequence[Stated]) -> tuple[Change, ...]:
    """The changes whose figures agree in their unit, in order."""
    changes = {one.stated.span: change for one in stated if (change := _change(one)) is not None}
    return tuple(sorted(changes.values(), key=_span))


def read_growths(skeleton: Skeleton, risen: Sequence[int], stated: Sequence[Stated]) -> tuple[Growth, ...]:
    """Small counts with a growth in percent, the figure before unsaid.

    Args:
        skeleton: the text with marks.
        risen: which marks stand after a verb such as 增长.
        stated: the changes whose figure before is said.
    """
    compared = {one.stated.span for one in stated}
    growths = []
    again = [number - 1 for number in risen if "数" in skeleton.gaps[number] or "量" in skeleton.gaps[number]]
    said_again = [found for found in skeleton.matches_from(_GROWTH_OF, again) if _is_said_again(skeleton, found)]
    for found in (*skeleton.matches_from(_GROWTH, _before_each(risen)), *said_again):
        if found["stated"] != PERCENT:
            continue
        current, rate = skeleton.group(found, "current"), skeleton.group(found, "stated")
        if rate.span not in compared and _is_small(current):
            subject = skeleton.subject(found.start())
            reachable = _is_reachable(current, rate, rises=bool(found["up"]))
            growths.append(Growth(stretch(current, rate), subject, current, rate, reachable))
    return tuple(sorted(growths, key=_span))


def read_movements(
    skeleton: Skeleton, moved: Sequence[re.Match[str]], stated: Sequence[Stated]
) -> tuple[Movement, ...]:
    """Figures before and now, by the verb between them and by the verb after them.

    Args:
        skeleton: the text with marks.
        moved: figures that went from one number to another.
        stated: the changes that are stated.
    """
    movements = []
    for found in moved:
        prior, current = skeleton.group(found, "prior"), skeleton.group(found, "current")
        if prior.unit == current.unit and not _SPREAD.search(found.group()):
            subject = skeleton.subject(found.start()) + found["before"]
            movements.append(Movement(stretch(prior, current), subject, prior, current, rises=bool(found["risen"])))
    for one in stated:
        if one.prior is not None and one.prior.unit == one.current.unit:
            span = stretch(one.prior, one.current, one.stated)
            movements.append(Movement(span, one.subject, one.prior, one.current, one.rises))
    return tuple(sorted(movements, key=_span))


def _span(fact: Change | Growth | Movement) -> Span:
    return fact.span


def _is_said_again(skeleton: Skeleton, found: re.Match[str]) -> bool:
    """Whether the words before a growth repeat, in order, words of the clause before the count."""
    before = iter(_LAST_CLAUSE.split(skeleton.text[max(0, found.start() - REACH) : found.start()])[-1])
    return all(char in before for char in _JOINTS.sub("", found["again"]))


def _is_small(count: Quantity) -> bool:
    digits, places, scale = count.written
    return count.unit in COUNTED and not places and not scale and 0 < digits < _MOST_REACHABLE


def _is_reachable(current: Quantity, stated: Quantity, *, rises: bool) -> bool:
    """Whether a whole number before gives the growth, rounded or cut off."""
    now = bounds.of(current).times(100)
    rate = bounds.of(stated)
    before = bounds.quotient(now, (rate if rises else -rate).plus(100))
    return before is None or before.holds_whole


def _before_each(numbers: Sequence[int]) -> list[int]:
    """Which marks stand right before others."""
    return [number - 1 for number in numbers]


def _from_to(skeleton: Skeleton, moved: Sequence[re.Match[str]]) -> Iterator[Stated]:
    for found in moved:
        tail = _TAIL.match(skeleton.text, found.end())
        if tail and not _SPREAD.search(found.group()) and _is_of_one_year(skeleton, found, tail):
            prior, current = skeleton.group(found, "prior"), skeleton.group(found, "current")
            yield _found(skeleton, tail, skeleton.subject(found.start()) + found["before"], prior, current)


def _is_of_one_year(skeleton: Skeleton, found: re.Match[str], tail: re.Match[str]) -> bool:
    """Whether a growth of one year, if it is stated as such, is that from the first figure to the second.

    五年来由30亿元增加到60亿元，同比增长12%: the 12% are from another figure.
    """
    if not _OF_ONE_YEAR.search(tail.group()):
        return True
    years = [int(year) for year in _ANY_YEAR.findall(found.group())]
    before = skeleton.text[max(0, found.start() - REACH) : found.start("prior")]
    return (years[1:] == [years[0] + 1]) if years else not _OF_YEARS.search(before)


def _amounts(skeleton: Skeleton, risen: Sequence[int]) -> Iterator[Stated]:
    both = [first - 1 for first, second in pairwise(risen) if second == first + 1]
    for pattern in (_AMOUNT, _AMOUNT_LAST):
        for found in skeleton.matches_from(pattern, both):
            current, amount = skeleton.group(found, "current"), skeleton.group(found, "amount")
            if current.unit == amount.unit and not (found["up"] and amount.value >= current.value):
                yield _found(skeleton, found, skeleton.subject(found.start()), None, current)._replace(amount=amount)


def _compared(skeleton: Skeleton, risen: Sequence[int]) -> Iterator[Stated]:
    gaps = skeleton.gaps
    before = [number - 2 for number in risen if number > 1 and _may_name_year(gaps[number - 1])]
    after = [number - 1 for number in risen if number + 1 < len(gaps) and _may_name_year(gaps[number + 1])]
    for pattern, numbers in ((_AGAINST, before), (_AFTER, before), (_BEFORE_THAT, after)):
        for found in skeleton.matches_from(pattern, numbers):
            yield _with_prior(skeleton, found)
    for found in skeleton.matches_over(_PAIR, before, 3):
        if _same_subject(found["one"], found["other"]):
            yield _with_prior(skeleton, found)


def _may_name_year(text: str) -> bool:
    """Whether a text has the last character of any way to name a year or a period."""
    return "年" in text or "期" in text


def _with_prior(skeleton: Skeleton, found: re.Match[str]) -> Stated:
    prior, current = skeleton.group(found, "prior"), skeleton.group(found, "current")
    subject = skeleton.subject(min(found.start("prior"), found.start("current")))
    return _found(skeleton, found, subject, prior, current)


def _same_subject(one: str, other: str) -> bool:
    """Whether two figures are of one thing: 去年受理50件，今年受理60件."""
    one, other = one.strip("的为共了"), other.strip("的为共了")
    return not one or not other or one[-2:] == other[-2:]


def _with_asides(skeleton: Skeleton, risen: Sequence[int]) -> Iterator[Stated]:
    """Figures of which a bracket says what they were: 60件（上年50件），增长20%; and 60件，增长20%（上年50件）."""
    asides = skeleton.matches_from(_ASIDE, skeleton.explained())
    priors = {skeleton.group(aside, "of").span: skeleton.group(aside, "prior") for aside in asides}
    for found in skeleton.matches_from(_GROWTH, _before_each(risen)) if priors else ():
        current, stated = skeleton.group(found, "current"), skeleton.group(found, "stated")
        prior = priors.get(current.span) or priors.get(stated.span)
        if prior is not None:
            yield _found(skeleton, found, skeleton.subject(found.start()), prior, current)


def _found(skeleton: Skeleton, found: re.Match[str], subject: str, prior: Quantity | None, current: Quantity) -> Stated:
    return Stated(subject, prior, current, None, skeleton.group(found, "stated"), bool(found["up"]))


def _change(found: Stated) -> Change | None:
    kind = _kind(found)
    if kind is None or (found.prior and found.prior.unit != found.current.unit):
        return None
    now, before = bounds.of(found.current), _before(found)
    if (now.value >= before.value) != found.rises:
        return None
    absolute, of_rate = kind in (ChangeKind.POINTS, ChangeKind.AMOUNT), found.current.unit == "%"
    by = bounds.change(found.prior, found.current, found.stated) if found.prior and (absolute or of_rate) else None
    allowed = by if absolute else _relative(now, before, kind, found.stated)
    if allowed is None:
        return None
    points = by if of_rate else None
    return Change(
        stretch(found.prior or found.current, found.current, found.stated),
        found.subject, found.prior, found.current, found.stated, kind, points is not None,
        allowed.low, allowed.high, points and points.low, points and points.high, allowed.expected,
    )  # fmt: skip


def _before(found: Stated) -> Bounds:
    if found.prior is not None or found.amount is None:
        return bounds.of(found.prior or found.current)
    now, amount = bounds.of(found.current), bounds.of(found.amount)
    return bounds.difference(now, amount if found.rises else -amount)


def _kind(found: Stated) -> ChangeKind | None:
    """How the change is stated; nothing if it cannot be compared with the two figures."""
    of_rate, unit = found.current.unit == "%", found.stated.unit
    if unit == "%":
        return ChangeKind.PERCENT
    if unit == "百分点":
        return ChangeKind.POINTS if of_rate else None
    if unit == "倍":
        return ChangeKind.TIMES if found.rises and not of_rate else None
    return ChangeKind.AMOUNT if unit == found.current.unit else None


def _relative(now: Bounds, before: Bounds, kind: ChangeKind, stated: Quantity) -> Allowed | None:
    ratio = bounds.quotient(now, before)
    if ratio is None:
        return None
    change = ratio.plus(-1).times(100 if kind is ChangeKind.PERCENT else 1)
    return (change if change.value >= 0 else -change).stated_as(stated)
