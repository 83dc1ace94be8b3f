"""Dates as they are written, in Arabic and Chinese numerals, whole or in part."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from lint_reports.analysis.numerals import whole_number
from lint_reports.facts import Moment, Role, Tense
from lint_reports.patterns import lazy
from lint_reports.text import Span, make_span, maker

_HAN = "〇零○一二三四五六七八九十"

# The year alone, the year with a month, the whole date, the month with or without a day; and the ISO and dotted forms.
_DATE = lazy(
    r"""
    (?<![\dA-Za-z.\-/])(?:
        (?P<year>(?:19|20)\d{2})[ ]?(?:年度?(?!代)|(?=[—\-~～至](?:19|20)\d{2}年))
            (?:[ ]?(?P<month>\d{1,2})[ ]?月份?(?:[ ]?(?P<day>\d{1,2})[ ]?[日号])?)?
      | (?P<iso_year>(?:19|20)\d{2})(?P<sep>[-./])(?P<iso_month>\d{1,2})(?P=sep)(?P<iso_day>\d{1,2})(?![\d号]|[.]\d)
      | (?P<alone>\d{1,2})[ ]?月(?!龄|嫂|均|租|供)份?(?:[ ]?(?P<alone_day>\d{1,2})[ ]?[日号])?
    )
    """,
    re.VERBOSE,
)
_HAN_DATE = lazy(
    f"(?<![{_HAN}])(?:(?P<year>[一二][九〇零○][{_HAN}]{{2}})年度?"
    f"(?:(?P<month>[{_HAN}]{{1,3}})月份?(?:(?P<day>[{_HAN}]{{1,3}})日)?)?"
    f"|(?P<alone>[{_HAN}]{{1,2}})月(?P<alone_day>[{_HAN}]{{1,3}})日)"
)
_PARTS = {
    "year": ("year", "", ""),
    "month": ("year", "month", ""),
    "day": ("year", "month", "day"),
    "iso_day": ("iso_year", "iso_month", "iso_day"),
    "alone": ("", "alone", ""),
    "alone_day": ("", "alone", "alone_day"),
}
"""The groups for year, month and day that took part in a match of either, by the last one; those left out are empty."""

# What every date has in it, and how far before that it may begin. A pattern that begins with one certain character is
# ten times as quick as one that tries each digit; whether a date begins there, the pattern for dates decides.
_DIGIT = f"[0-9{_HAN}]"
_DIGITS = frozenset(f"0123456789{_HAN}")
_SIGNS = (
    (lazy(f"年(?:(?<={_DIGIT}{{4}}年)|(?<={_DIGIT}{{4}}[ ]年))"), (4, 5)),
    (lazy(f"月(?:(?<={_DIGIT}月)|(?<={_DIGIT}[ ]月))"), (1, 2, 3)),
    (lazy(r"2(?=0\d{2}[-./—~～至])"), (0,)),
    (lazy(r"1(?=9\d{2}[-./—~～至])"), (0,)),
)
CUTOFF = lazy("(?:截至|截止到?|截止至)[ ]?$")
"""What stands right before a date that closes a count."""
_BEFORE_CUTOFF = frozenset("至止到 ")
"""The last characters of `CUTOFF`."""
_BODY, _UNKNOWN = Role.BODY, Tense.UNKNOWN
_make_moment = maker(Moment)


def dates_in(folded: str, text: str, span: Span) -> Iterator[Moment]:
    """The dates within a span, in order.

    Args:
        folded: the folded view.
        text: the original, of the same length.
        span: where to look.
    """
    return (moment for _, moment in dates_of(folded, text, (span,)))


def dates_of(folded: str, text: str, spans: Sequence[Span]) -> Iterator[tuple[int, Moment]]:
    """The dates within some spans, in order, each with the index of its span.

    Args:
        folded: the folded view.
        text: the original, of the same length.
        spans: where to look; paragraphs, in order.
    """
    done = at = 0
    for offset in _starts(folded, spans[0].start, spans[-1].end) if spans else ():
        if offset < done:
            continue
        while spans[at].end <= offset:
            at += 1
        span = spans[at]
        pattern = _DATE if folded[offset].isdecimal() else _HAN_DATE
        found = pattern.match(folded, offset, span.end) if offset >= span.start else None
        if found is not None:
            done = found.end()
            moment = _moment(found, text)
            closes = folded[offset - 1] in _BEFORE_CUTOFF
            if closes and CUTOFF.search(folded, max(span.start, offset - 5), offset):
                moment = moment._replace(cutoff=True)
            yield at, moment


def _starts(folded: str, start: int, end: int) -> list[int]:
    """Where dates may begin within a span, in order."""
    starts = {
        found.start() - before
        for sign, befores in _SIGNS
        for found in sign.finditer(folded, start, end)
        for before in befores
    }
    return sorted(offset for offset in starts if offset >= start and folded[offset] in _DIGITS)


def first_date(folded: str, text: str, span: Span) -> Moment | None:
    """The first date within a span that names a day, a month and a year."""
    return next((moment for moment in dates_in(folded, text, span) if moment.whole), None)


def _moment(found: re.Match[str], text: str) -> Moment:
    start, end = found.span()
    nowhere = make_span((start, start))
    values: list[int | None] = []
    spans: list[Span] = []
    for name in _PARTS[found.lastgroup or ""]:
        values.append(whole_number(found[name]) if name else None)
        spans.append(make_span(found.span(name)) if name else nowhere)
    span = make_span((start, end))
    return _make_moment((span, text[start:end], *values, *spans, _BODY, _UNKNOWN, False, False))
