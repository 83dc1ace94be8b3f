"""Arithmetic with figures that were rounded."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lint_reports.analysis import bounds
from lint_reports.analysis.quantities import make_number, numbers_in
from lint_reports.quantity import Quantity


def quantity(text: str) -> Quantity:
    (row,) = numbers_in(text)
    return make_number(row).quantity(text)


# Part, whole, percentage stated, whether it may be.
RATES = [
    ("172件", "188件", "91%", True),  # 91.49 cut off, and rounded
    ("172件", "188件", "92%", False),
    ("172件", "188件", "91.5%", True),
    ("172件", "188件", "91.4%", True),  # cut off
    ("172件", "188件", "91.6%", False),
    ("12件", "122件", "10%", True),
    ("96项", "98项", "98%", True),
    ("10件", "50件", "20%", True),
    ("10件", "50件", "19%", False),
    ("1.1万件", "2万件", "60%", True),  # 1.0999万 of 1.5万 at most
    ("1.1万件", "2万件", "90%", False),
]


@pytest.mark.parametrize("part, whole, stated, allowed", RATES)
def test_rounding_as_people_round(part: str, whole: str, stated: str, allowed: bool) -> None:
    ratio = bounds.quotient(bounds.of(quantity(part)), bounds.of(quantity(whole)))
    assert ratio is not None
    low, high, _ = ratio.times(100).stated_as(quantity(stated))

    assert (low <= quantity(stated).value <= high) is allowed


def test_what_to_expect() -> None:
    ratio = bounds.quotient(bounds.of(quantity("172件")), bounds.of(quantity("188件")))
    assert ratio is not None

    assert ratio.times(100).stated_as(quantity("95.0%")).expected == "91.5"


def test_nothing_is_divided_by_what_may_be_nothing() -> None:
    assert bounds.quotient(bounds.of(quantity("5件")), bounds.of(quantity("0件"))) is None


# Figures before and now, the difference stated, whether it may be, what to expect.
CHANGES = [
    ("90.5%", "95%", "4.5个百分点", True, "4.5"),
    ("90.5%", "95%", "5个百分点", False, "4.5"),  # halfway is no rounding
    ("90.52%", "95.31%", "5个百分点", True, "4.79"),
    ("20.4%", "22.3%", "2.0个百分点", True, "1.9"),  # both may have been rounded
    ("20.4%", "22.3%", "2.1个百分点", False, "1.9"),
    ("92%", "95%", "4个百分点", False, "3"),
    ("3.7万人", "7.2万人", "3.5万人", True, "3.5"),
    ("120件", "100件", "20件", True, "20"),
    ("10亿元", "15亿元", "6亿元", False, "5"),
]


@pytest.mark.parametrize("prior, current, stated, allowed, expected", CHANGES)
def test_differences(prior: str, current: str, stated: str, allowed: bool, expected: str) -> None:
    found = bounds.change(quantity(prior), quantity(current), quantity(stated))

    assert (found.low <= quantity(stated).value <= found.high) is allowed
    assert found.expected == expected


# Terms, the sum stated, whether it may be, what to expect.
SUMS = [
    (("10亿元", "3亿元", "1亿元"), "14亿元", True, "14"),
    (("10亿元", "3亿元", "1亿元"), "15亿元", False, "14"),
    (("32.42亿元", "230.8亿元", "175.26亿元"), "438.5亿元", True, "438.5"),
    (("1.2万件", "1.3万件"), "2.6万件", True, "2.5"),  # 1.24 and 1.34
    (("1.2万件", "1.3万件"), "2.8万件", False, "2.5"),
    (("7000件", "5400件"), "1.2万件", True, "1.2"),
    (("7000件", "5400件"), "1.4万件", False, "1.2"),
]


@pytest.mark.parametrize("terms, stated, allowed, expected", SUMS)
def test_sums(terms: tuple[str, ...], stated: str, allowed: bool, expected: str) -> None:
    found = bounds.summed([quantity(term) for term in terms], quantity(stated))

    assert (found.low <= quantity(stated).value <= found.high) is allowed
    assert found.expected == expected


def test_whole_numbers_between() -> None:
    percent = bounds.of(quantity("17.12%"))

    assert not percent.times(1765).over(100).holds_whole
    assert percent.times(1752).over(100).holds_whole


def test_results_keep_their_order() -> None:
    two, three = bounds.of(quantity("2公里")), bounds.of(quantity("3公里"))

    assert bounds.difference(two, three).value == Decimal(-1)
    assert (-bounds.difference(two, three)).low <= 1 <= (-bounds.difference(two, three)).high
    assert bounds.total((two, three)).plus(1).value == 6
