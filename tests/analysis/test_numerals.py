"""Chinese and Arabic numerals."""

from __future__ import annotations

import pytest
from hypothesis import given, strategies as st

from lint_reports.analysis.numerals import han, whole_number


@pytest.mark.parametrize(
    "text, expected",
    [
        ("3", 3), ("12", 12), ("三", 3), ("十", 10), ("十二", 12), ("二十", 20), ("二十三", 23), ("廿三", 23), ("一百零五", 105),
        ("一百一十", 110), ("两千零一十", 2010), ("一万二千", 12000), ("十二万", 120000), ("二〇二四", 2024), ("二○二四", 2024),
        ("一九九八", 1998), ("贰拾", 20), ("叁", 3), ("零", 0), ("", None), ("几", None), ("三几", None), ("1a", None), ("十几", None),
    ],
)  # fmt: skip
def test_whole_number(text: str, expected: int | None):
    assert whole_number(text) == expected


@pytest.mark.parametrize(
    "value, expected", [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (101, "一百零一"), (110, "一百一十")]
)
def test_han(value: int, expected: str):
    assert han(value) == expected


@given(st.integers(1, 9999))
def test_han_can_be_read_back(value: int):
    assert whole_number(han(value)) == value
