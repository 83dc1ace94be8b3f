"""Stretches of time, from one date to another, and how long the text says that they are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING

from lint_reports.analysis.numerals import whole_number
from lint_reports.facts import Duration, Moment, Stretch
from lint_reports.patterns import lazy
from lint_reports.text import Span

if TYPE_CHECKING:
    import datetime

_JOINED = lazy("[ ]?起?(?:至|到|—{1,2}|[-~－–])(?P<next>次年|翌年|第二年|下一?年)?(?:同年|当年)?[ ]?")
_JOINS = frozenset(" 起至到—-~－–")
"""The characters that what joins two dates begins with."""
# What is no date by itself: the day in 3月1日至31日, the year after a hyphen in 2021-2025年.
_SHORT = lazy(r"[ ]?(?:至|到|—{1,2}|[-~－–])[ ]?(?P<day>\d{1,2})[ ]?[日号]|-(?P<year>(?:19|20)\d{2})年")
_NUMBER = r"[一二两三四五六七八九十百]{1,4}|半|\d{1,3}"
_DURATION = lazy(rf"(?P<text>(?P<number>{_NUMBER})(?P<unit>个月|个星期|周|天|日|年))(?![余多半初级内以左前上中下后])")
_STATED = lazy("(?:为期|历时|持续|连续|共计?|长达)(?P<near>[近约超逾过]?)")
_DAYS = {"天": 1.0, "日": 1.0, "周": 7.0, "个星期": 7.0, "个月": 30.44, "年": 365.25}
_SLACK = {"天": 1, "日": 1, "周": 3, "个星期": 3, "个月": 18, "年": 45}
_NEAR = 16
"""How far after a stretch its length may be stated, in code points."""


def read_stretches(folded: str, text: str, dates: Sequence[Moment]) -> tuple[Stretch, ...]:
    """The stretches between dates that are joined by 至, 到 or a dash, in order.

    Args:
        folded: the folded view.
        text: the original.
        dates: all dates of the document, in order.
    """
    found = [
        stretch
        for start, after in zip_longest(dates, dates[1:])
        if folded[start.span.end : start.span.end + 1] in _JOINS
        for stretch in _from(folded, text, start, after)
    ]
    return tuple(sorted(found, key=lambda stretch: stretch.span))


def _from(folded: str, text: str, start: Moment, after: Moment | None) -> Iterator[Stretch]:
    """The stretches that begin with a date: up to the date after it, or to what is no date by itself."""
    joined = _JOINED.fullmatch(folded, start.span.end, after.span.start) if after else None
    if after is not None and joined is not None:
        next_year = joined["next"] is not None
        last = after._replace(year=start.year + 1) if next_year and start.year is not None else after
        yield _stretch(folded, text, Span(start.span.start, after.span.end), start, last, next_year=next_year)
    found = _SHORT.match(folded, start.span.end)
    if found is None or (found["day"] is None) is (start.day is not None):
        return
    span = Span(*found.span(found.lastgroup or 0))
    day = int(found["day"]) if found["day"] else None
    year = int(found["year"]) if found["year"] else start.year
    if day is not None or start.month is None:
        end = start._replace(span=span, text=span.of(text), year=year, day=day)
        yield _stretch(folded, text, Span(start.span.start, found.end()), start, end, next_year=False)


def _stretch(folded: str, text: str, span: Span, start: Moment, end: Moment, *, next_year: bool) -> Stretch:
    duration = _duration(folded, text, span.end)
    days = _days(start, end, next_year=next_year) if duration else None
    return Stretch(span, span.of(text), start, end, _backwards(start, end, next_year=next_year), days, duration)


def _backwards(start: Moment, end: Moment, *, next_year: bool) -> bool:
    """Whether the end comes before the start for certain; where the year is left out, it may be the next one."""
    if next_year or not (start.exists and end.exists):
        return False
    first, last = (start.year, start.month, start.day), (end.year, end.month, end.day)
    known = [(one, other) for one, other in zip(first, last, strict=True) if one is not None and other is not None]
    if start.year is not None and end.year is not None:
        return [other for _, other in known] < [one for one, _ in known]
    same_month = start.month is not None and start.month == end.month
    return same_month and start.day is not None and end.day is not None and end.day < start.day


def _duration(folded: str, text: str, offset: int) -> Duration | None:
    """How long a stretch is said to be, right after it and in the same clause or the next."""
    end = min(len(folded), offset + _NEAR)
    stop = next((at for at in range(offset, end) if folded[at] in "。；\n"), end)
    stated = _STATED.search(folded, offset, stop)
    found = _DURATION.match(folded, stated.end()) if stated and not stated["near"] else None
    return _read_duration(found, text) if found else None


def _read_duration(found: re.Match[str], text: str) -> Duration | None:
    unit, number = found["unit"], found["number"]
    value = 0.5 if number == "半" else whole_number(number)
    if not value:
        return None
    span = Span(*found.span("text"))
    days = round(value * _DAYS[unit])
    return Duration(span, span.of(text), days, max(_SLACK[unit], days // 20))


def _days(start: Moment, end: Moment, *, next_year: bool) -> int | None:
    """The days from the start to the end, both counted; a year or a month counts whole."""
    import datetime  # 5 ms, and few stretches say how long they are

    if not (start.exists and end.exists) or (start.month is None) is not (end.month is None):
        return None
    year = start.year or 2023
    later = next_year or (end.year is None and (end.month or 0) < (start.month or 0))
    first = datetime.date(year, start.month or 1, start.day or 1)
    last = _last_day((end.year or year) if end.year or not later else year + 1, end.month, end.day)
    return (last - first).days + 1 if last >= first else None


def _last_day(year: int, month: int | None, day: int | None) -> datetime.date:
    import datetime

    if day is not None:
        return datetime.date(year, month or 1, day)
    after = datetime.date(year + (month is None or month == 12), 1 if month in (None, 12) else month + 1, 1)
    return after - datetime.timedelta(days=1)
