"""What the text says of single days: the day of the week, and that something was done."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from lint_reports.facts import Moment, Role, Tense, Weekday
from lint_reports.patterns import lazy
from lint_reports.text import HAN, Span

# 周三 may be the beginning of a name; in brackets, or before a time of day or a mark, it is a day.
_WEEKDAY = lazy(
    "[ ]?（?[ ]?(?P<name>(?:星期|礼拜|周)(?P<day>[一二三四五六日天]))"
    "(?:(?<=(?:星期|礼拜).)|(?=[ ]?[）上下晚中早，。；,]|$))(?![至到、期年])"
)
_NAMES = "一二三四五六日"
_FAR = 80
"""How far the clause after a date is read, in code points."""
_OPENS = lazy("(?:^|[。；，：！]|（|于|在|自|[。；，]其中)[ ]?$")
_DONE = lazy(
    f"[^，。；：]{{0,24}}?(?:{HAN}{HAN}了(?![解结])|已|召开|举办|举行|印发|出台|建成|获评|获批|成立|启用|开通|揭牌|竣工"
    "|投用|投入使用|通过验收)"
)
_AHEAD = lazy("预计|将|拟|计划|力争|争取|确保|目标|前|底前|之前|到期|届时|起施行|起实施|以来|至|到|—|日起")


def read_weekdays(folded: str, text: str, dates: Sequence[Moment]) -> tuple[Weekday, ...]:
    """The days of the week that are written right after a whole date, in order.

    Args:
        folded: the folded view.
        text: the original.
        dates: all dates of the document, in order.
    """
    return tuple(_weekdays(folded, text, dates))


def _weekdays(folded: str, text: str, dates: Sequence[Moment]) -> Iterator[Weekday]:
    for moment in dates:
        found = _WEEKDAY.match(folded, moment.span.end) if moment.whole else None
        if found is not None:
            span = Span(*found.span("name"))
            stated = _NAMES.index("日" if found["day"] == "天" else found["day"]) + 1
            yield Weekday(span, span.of(text), moment, stated, _actual(moment), _named(span.of(text), _actual(moment)))


def _actual(moment: Moment) -> int:
    day = moment.date
    return day.isoweekday() if day else 0


def _named(like: str, number: int) -> str:
    """A day of the week, called as another one is: 周三, 星期三."""
    return like[:-1] + _NAMES[number - 1]


def read_events(masked: str, dates: Sequence[Moment], span_of: Callable[[int], Span]) -> tuple[Moment, ...]:
    """The dates, at least month and year, on which the text says that something was done; none in plans.

    Args:
        masked: the folded view with quotations and titles masked.
        dates: all dates of the document, in order.
        span_of: the paragraph that an offset stands in.
    """
    return tuple(moment for moment in dates if _is_event(masked, moment, span_of))


def _is_event(masked: str, moment: Moment, span_of: Callable[[int], Span]) -> bool:
    in_review = moment.role is Role.BODY and moment.tense in (Tense.REVIEW, Tense.UNKNOWN)
    if not in_review or moment.quoted or moment.cutoff or moment.year is None or moment.month is None:
        return False
    block = span_of(moment.span.start)
    if not _OPENS.search(masked[max(block.start, moment.span.start - 4) : moment.span.start]):
        return False
    start = moment.span.end + masked.startswith("，", moment.span.end)
    far = min(block.end, start + _FAR)
    end = min([far, *(at for mark in "，。；" if (at := masked.find(mark, start, far)) >= 0)])
    return _DONE.match(masked, start, end) is not None and not _AHEAD.search(masked, moment.span.end, end)
