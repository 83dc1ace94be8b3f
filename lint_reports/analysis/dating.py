"""Between which days a document was written, as far as it says so; rules about what holds from a day on need that.

Days are compared as text, 2024-01-26. A month or a year stands for its first day where the earliest day is asked for
and for its last where the latest is, so its last day may be one that no calendar has: 2024-02-31.
"""

from collections.abc import Iterator
from typing import NamedTuple

from lint_reports.facts import Moment, Period, Roles, Scope
from lint_reports.text import Span

_FIRST = "-01-01"
_LAST = "-12-31"


class Day(NamedTuple):
    """A day, and where the document says so.

    Attributes:
        span: the date or year as written.
        day: the day, as 2024-01-26.
        shown: what a message calls it; a year if the document names no more.
    """

    span: Span
    day: str
    shown: str


class Dating(NamedTuple):
    """The first and the last day on which a document can have been written; `None` where it does not say."""

    earliest: Day | None
    latest: Day | None


def dating_of(roles: Roles, period: Period) -> Dating:
    """When a document can have been written.

    What it reports on counts, too: a report on 2023 speaks of its January, and is not written before its December.
    The day of publication is no lower bound, as old papers are put up anew.
    """
    signed = roles.signature.date if roles.signature else None
    own = [moment for moment in (signed, roles.written) if moment is not None]
    others = [moment for moment in (roles.generated, roles.published) if moment is not None]
    earliest = [*_days(own, _FIRST), *_years(roles, period, _FIRST)]
    latest = [*_days([*own, *others], _LAST), *_reported(period)] if own or others else list(_guessed(roles, period))
    return Dating(min(earliest, key=_day, default=None), max(latest, key=_day, default=None))


def _day(day: Day) -> str:
    return day.day


def _days(moments: list[Moment], rest: str) -> Iterator[Day]:
    for moment in moments:
        if moment.year is not None and moment.exists:
            parts = [f"{part:02}" for part in (moment.year, moment.month, moment.day) if part is not None]
            units = zip((moment.year, moment.month, moment.day), "年月日", strict=True)
            shown = "".join(f"{part}{unit}" for part, unit in units if part is not None)
            yield Day(moment.span, "-".join(parts) + rest[3 * (len(parts) - 1) :], shown)


def _years(roles: Roles, period: Period, rest: str) -> Iterator[Day]:
    """The years that the document bears: the one reported on, and that of its own number."""
    if period.year is not None and period.scope is not Scope.TERM:
        yield _year(period.span, period.year, rest)
    if roles.number is not None:
        yield _year(roles.number.span, roles.number.value, rest)


def _reported(period: Period) -> Iterator[Day]:
    """The end of the year reported on: a signature before it is a slip, not a date."""
    if period.year is not None and period.scope is Scope.YEAR:
        yield _year(period.span, period.year, _LAST)


def _guessed(roles: Roles, period: Period) -> Iterator[Day]:
    """Without a date, a document is written in the year of its number, or at most a year after what it reports on."""
    if roles.number is not None:
        yield _year(roles.number.span, roles.number.value, _LAST)
    elif period.year is not None and period.certain and period.scope not in (Scope.TERM, Scope.NONE):
        after = 0 if period.scope is Scope.PLAN else 1
        yield Day(period.span, f"{period.year + after}{_LAST}", f"{period.year}年")


def _year(span: Span, year: int, rest: str) -> Day:
    return Day(span, f"{year}{rest}", f"{year}年")
