"""The made-up reports: the same every time, varied, and with about as many findings as real ones."""

from __future__ import annotations

from collections import Counter

import pytest

from benchmarks.figures import handled, money, percent, share
from benchmarks.manuals import manual
from benchmarks.reports import numeral, report
from lint_reports.linter import Linter
from lint_reports.rules import choose, load_plan
from lint_reports.settings import Settings


@pytest.mark.parametrize("make", [report, manual])
def test_the_same_number_gives_the_same(make) -> None:
    assert make(7) == make(7) != make(8)


@pytest.mark.parametrize("size", [5_000, 15_000, 100_000])
def test_size(size) -> None:
    assert 0.7 * size < len(report(3, size).encode()) < 1.5 * size


def test_hardly_a_sentence_comes_twice() -> None:
    sentences = Counter(sentence for sentence in report(3, 100_000).split("。") if len(sentence) > 10)
    assert sum(count - 1 for count in sentences.values()) < len(sentences) / 100


def test_findings() -> None:
    linter = Linter(choose(load_plan(), Settings()))
    counts = [len(linter.check(report(number).encode(), "report.txt").findings) for number in range(60)]
    assert counts.count(0) > 10
    assert 1 < sum(counts) / len(counts) < 6
    assert max(counts) <= 20


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (1, "一"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1020, "一千零二十"),
        (2000, "二千"),
    ],
)
def test_numeral(number, expected) -> None:
    assert numeral(number) == expected


@pytest.mark.parametrize(("part", "whole", "expected"), [(1, 3, "33.3"), (1, 8, "12.5"), (1, 16, "6.3"), (0, 5, "0.0")])
def test_percent_is_rounded_half_up(part, whole, expected) -> None:
    assert percent(part, whole) == expected


class _Low:
    """Chance that always says the least, to show what stands in a figure."""

    def randint(self, least, most) -> int:
        return least


@pytest.mark.parametrize(
    ("figure", "expected"),
    [
        (share, "在40个重点项目中，已完成10个，占25.0%"),
        (handled, "60件，受理30件，办结15件"),
        (money, "投入资金200万元，其中上级补助100万元、本级配套100万元"),
    ],
)
def test_figures_agree(figure, expected) -> None:
    assert figure(_Low()) == expected
