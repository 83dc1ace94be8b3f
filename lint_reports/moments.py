"""The facts of time: years, dates, days of the week, and stretches from one date to another.

They are part of `facts`, which says how rules see them.
"""

from typing import TYPE_CHECKING, NamedTuple

from lint_reports.choices import Role, Tense
from lint_reports.text import Span

if TYPE_CHECKING:
    import datetime

_MONTHS = 12


class Text(NamedTuple):
    """A stretch of the document."""

    span: Span
    text: str


class Year(NamedTuple):
    """A year that is written somewhere, as the reason for taking it."""

    span: Span
    value: int


class Moment(NamedTuple):
    """A date, as exact as it was written.

    Attributes:
        span: the whole date as written, for example `2023年1月26日`.
        text: the same, as written.
        year, month, day: the parts; `None` where the text leaves one out.
        year_span, month_span, day_span: the digits of each part; empty at the start of the date if left out.
        role: of the paragraph it stands in.
        tense: of the section it stands in.
        cutoff: it closes a count: 截至2023年10月底.
        quoted: it stands inside a title 《…》 or a quotation “…”.
    """

    span: Span
    text: str
    year: int | None
    month: int | None
    day: int | None
    year_span: Span
    month_span: Span
    day_span: Span
    role: Role = Role.BODY
    tense: Tense = Tense.UNKNOWN
    cutoff: bool = False
    quoted: bool = False

    @property
    def date(self) -> "datetime.date | None":
        """The calendar day; `None` if a part is missing or no such day exists."""
        if not self.whole:
            return None
        import datetime  # 5 ms, and few rules ask for calendar days

        return datetime.date(self.year or 0, self.month or 0, self.day or 0)

    @property
    def whole(self) -> bool:
        """Whether year, month and day are given, and such a day exists."""
        return bool(self.year) and self.month is not None and self.day is not None and self.exists

    @property
    def exists(self) -> bool:
        """Whether the parts that are given can be a date at all (2023年2月29日 cannot)."""
        month = 1 if self.month is None else self.month
        if not 1 <= month <= _MONTHS:
            return False
        return self.day is None or 1 <= self.day <= _days_in(2000 if self.year is None else self.year, month)


def _days_in(year: int, month: int) -> int:
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


class Weekday(NamedTuple):
    """A day of the week that is written right after a date: 2024年3月5日（星期二）.

    Attributes:
        span, text: the day of the week, as written.
        date: the date before it.
        stated: its number, Monday is 1. actual: that of the date. right: what it should be called.
    """

    span: Span
    text: str
    date: Moment
    stated: int
    actual: int
    right: str


class Duration(NamedTuple):
    """How long the text says that something takes: 两个月 in 为期两个月.

    Attributes:
        span, text: the number with its unit, as written.
        days: the same in days, about.
        slack: how many days more or fewer are still the same.
    """

    span: Span
    text: str
    days: int
    slack: int


class Stretch(NamedTuple):
    """A stretch of time: 2024年3月1日至5月31日.

    Attributes:
        span, text: from the first date to the second, as written.
        start, end: the dates. backwards: the second comes before the first for certain.
        days: how many days it has, both dates counted; `None` if that is not clear, or nothing is said of its length.
        duration: how long the text says that it is.
    """

    span: Span
    text: str
    start: Moment
    end: Moment
    backwards: bool
    days: int | None
    duration: Duration | None


class PlanYears(NamedTuple):
    """A plan whose name says how long it runs, with its years in brackets: 三年行动计划（2023—2025年）.

    Attributes:
        span, text: the years without brackets, as written.
        name: what says how long it runs.
        years: how many years that is. first, last: the years in brackets.
        due: the year in which a five-year plan with a number begins: “十四五” in 2021.
    """

    span: Span
    text: str
    name: Text
    years: int
    first: Year
    last: Year
    due: int | None
