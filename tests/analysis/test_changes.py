"""Changes: figures before and now, and by how much they are said to have changed."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.figures import Change, Figures

Read = Callable[[str], Figures]


@pytest.fixture
def figures(analysis: Callable[[str], Analysis]) -> Read:
    """The figures of one paragraph of a report."""
    return lambda text: analysis(f"某某市司法局2023年工作总结\n{text}\n").figures


def shown(change: Change) -> tuple[str | None, str, str, str, str]:
    prior = change.prior.text if change.prior else None
    return prior, change.current.text, change.stated.text, change.kind, change.expected


# The ways of saying it: the figure before, the figure now, what is stated, how, what to expect.
CHANGES = [
    ("审批事项由50件增至60件，同比增长25%。", ("50件", "60件", "25%", "percent", "20")),
    ("审批事項從50件增加到60件,增長了25％。", ("50件", "60件", "25％", "percent", "20")),
    ("检查频次由上年的200次降为150次，减少30%。", ("200次", "150次", "30%", "percent", "25")),
    ("审批时限由平均30个工作日压缩到15个工作日，压缩率60%。", ("30个工作日", "15个工作日", "60%", "percent", "50")),
    ("由2022年的100件上升至2023年的120件，同比上升25%。", ("100件", "120件", "25%", "percent", "20")),
    ("受理案件60件，比上年增加10件，增长25%。", (None, "60件", "25%", "percent", "20")),
    ("受理案件60件，同比增长25%，比上年增加10件。", (None, "60件", "25%", "percent", "20")),
    ("受理案件60件，比上年的50件增长25%。", ("50件", "60件", "25%", "percent", "20")),
    ("受理案件60件，与去年同期50件相比增长25%。", ("50件", "60件", "25%", "percent", "20")),
    ("受理案件60件，上年同期为50件，增长率为25%。", ("50件", "60件", "25%", "percent", "20")),
    ("受理案件60件，同比增长25%，上年同期为50件。", ("50件", "60件", "25%", "percent", "20")),
    ("受理案件60件（上年同期50件），同比增长25%。", ("50件", "60件", "25%", "percent", "20")),
    ("受理案件60件，同比增长25%（上年50件）。", ("50件", "60件", "25%", "percent", "20")),
    ("去年受理50件，今年受理60件，同比增长25%。", ("50件", "60件", "25%", "percent", "20")),
    ("出庭应诉率由95.2%上升至98.39%，上升3.19个百分点。", ("95.2%", "98.39%", "3.19个百分点", "points", "3.19")),
    ("败诉率10%，比上年的12%下降3个百分点。", ("12%", "10%", "3个百分点", "points", "2")),
    ("办结率由92%提高到95%，提高3%。", ("92%", "95%", "3%", "percent", "3")),
    ("案件由20件增至60件，增长3倍。", ("20件", "60件", "3倍", "times", "2")),
    ("律师由450名增加到475名，五年增加30名。", ("450名", "475名", "30名", "amount", "25")),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CHANGES, ids=[text for text, _ in CHANGES])
def test_the_ways_of_saying_it(figures: Read, text: str, expected: tuple[str | None, str, str, str, str]) -> None:
    assert [shown(change) for change in figures(text).changes] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "城乡低保标准由每月310元和每年1500元分别提高到550元和3500元，增长77%。",  # two and two
        "一般公共预算收入由615亿元增加到875亿元，年均增长7.3%。",  # a year's average
        "五年来财政收入由30亿元增加到60亿元，同比增长12%。",  # of the last year only
        "市政府部门由67个减少到54个，内设机构减少118个。",  # of something else
        "空气优良率由88.3%提高到95.9%，PM2.5平均浓度下降43.2%。",
        "收入由1.2亿元增加到1.8亿元，增长近50%。",  # inexact
        "受理案件约60件，比上年增加10件，增长25%。",
        "由50件增至60人，增长20%。",  # another unit
        "由50件增至60件，是上年的1.2倍。",  # no growth
    ],
)
def test_what_is_left_alone(figures: Read, text: str) -> None:
    assert figures(text).changes == ()


def test_the_difference_of_percentages(figures: Read) -> None:
    (change,) = figures("办结率由92%提高到95%，提高3%。").changes

    assert (change.of_rate, change.points_low, change.points_high) == (True, 3, 3)
    assert change.low < 3 < change.high


def test_the_words_before(figures: Read) -> None:
    (change,) = figures("全年地区生产总值由2017年的3150.2亿元增加至4715.7亿元，增长13.3%。").changes

    assert change.subject == "全年地区生产总值2017年的"


def test_the_whole_of_it_has_a_place(figures: Read) -> None:
    text = "某某市司法局2023年工作总结\n受理案件60件，比上年增加10件，增长25%。\n"
    (change,) = figures("受理案件60件，比上年增加10件，增长25%。").changes

    assert change.span.of(text) == "60件，比上年增加10件，增长25%"
    assert change.stated.value_span.of(text) == "25"


# The text; of each pair of figures, the two and whether they are said to rise.
@pytest.mark.parametrize(
    "text, expected",
    [
        ("案件由60件增加到48件。", [("60件", "48件", True)]),
        ("案件由48件增至60件，同比下降25%。", [("48件", "60件", True), ("48件", "60件", False)]),
        ("办结率从95%降至92%。", [("95%", "92%", False)]),
        ("标准由每月310元和每年1500元分别提高到550元和350元。", []),
    ],
)
def test_movements(figures: Read, text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert [(one.prior.text, one.current.text, one.rises) for one in figures(text).movements] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("结案20件，同比上升42.86%。", [("20件", True)]),  # from 14
        ("结案20件，同比上升41.00%。", [("20件", False)]),
        ("结案53件，同比下降12.34%。", [("53件", False)]),
        ("采用調解、和解方式結案20件，調解、和解結案數同比上升42.86%。", [("20件", True)]),
        ("采用调解、和解方式结案20件，调解结案数量较上年下降41.00%。", [("20件", False)]),
        ("审结行政案件20件，民事案件受理数同比上升42.86%。", []),  # of something else
        ("新增企业3000家，增长20.5%。", []),  # anything is reached
        ("结案60件，上年同期50件，同比增长20%。", []),  # the figure before is said
    ],
)
def test_growths(figures: Read, text: str, expected: list[tuple[str, bool]]) -> None:
    assert [(one.current.text, one.reachable) for one in figures(text).growths] == expected
