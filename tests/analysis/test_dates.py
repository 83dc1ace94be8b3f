"""Dates as they are written."""

from __future__ import annotations

import datetime

import pytest

from lint_reports.analysis.dates import dates_in, first_date
from lint_reports.facts import Moment
from lint_reports.folding import fold
from lint_reports.text import Span


def dates(text: str) -> list[Moment]:
    return list(dates_in(fold(text), text, Span(0, len(text))))


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2023年1月26日", [("2023年1月26日", 2023, 1, 26)]), ("2023 年 1 月 26 日", [("2023 年 1 月 26 日", 2023, 1, 26)]),
        ("２０２３年１月２６日", [("２０２３年１月２６日", 2023, 1, 26)]), ("2023-01-26", [("2023-01-26", 2023, 1, 26)]),
        ("2023/1/26 14:43", [("2023/1/26", 2023, 1, 26)]), ("2023.1.26", [("2023.1.26", 2023, 1, 26)]),
        ("二〇二三年一月二十六日", [("二〇二三年一月二十六日", 2023, 1, 26)]), ("二○二三年", [("二○二三年", 2023, None, None)]),
        ("2023年", [("2023年", 2023, None, None)]), ("2023年度", [("2023年度", 2023, None, None)]), ("2023年10月底", [("2023年10月", 2023, 10, None)]),
        ("12月4日", [("12月4日", None, 12, 4)]), ("10月份", [("10月份", None, 10, None)]), ("一月二十六日", [("一月二十六日", None, 1, 26)]),
        ("2021—2025年", [("2021", 2021, None, None), ("2025年", 2025, None, None)]),
        ("3月至5月", [("3月", None, 3, None), ("5月", None, 5, None)]), ("20世纪90年代", []), ("3个月", []), ("4.8万", []), ("010-88886666", []),
        ("2023-00902", []), ("", []),
    ],
)  # fmt: skip
def test_dates(text: str, expected: list[tuple[str, int | None, int | None, int | None]]):
    assert [(moment.text, moment.year, moment.month, moment.day) for moment in dates(text)] == expected


@pytest.mark.parametrize(
    "text, cutoff", [("截至2023年10月底", True), ("截止10月", True), ("截止到10月", True), ("于2023年10月", False)]
)
def test_cutoff(text: str, cutoff: bool):
    assert [moment.cutoff for moment in dates(text)] == [cutoff]


def test_parts_have_places():
    (moment,) = dates("于2023年1月26日")

    assert [span.of("于2023年1月26日") for span in (moment.year_span, moment.month_span, moment.day_span)] == [
        "2023",
        "1",
        "26",
    ]


@pytest.mark.parametrize(
    "text, date, exists",
    [
        ("2024年2月29日", datetime.date(2024, 2, 29), True), ("2023年2月29日", None, False), ("2月29日", None, True), ("2月30日", None, False),
        ("2023年13月", None, False), ("2023年12月", None, True),
    ],
)  # fmt: skip
def test_calendar(text: str, date: datetime.date | None, exists: bool):
    (moment,) = dates(text)

    assert (moment.date, moment.exists) == (date, exists)


def test_first_whole_date():
    found = first_date("2023年，于3月5日、2024-02-05", "2023年，于3月5日、2024-02-05", Span(0, 22))

    assert found is not None
    assert found.text == "2024-02-05"
