"""Percentages of a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.figures import Figures, Rate

Read = Callable[[str], Figures]


@pytest.fixture
def figures(analysis: Callable[[str], Analysis]) -> Read:
    """The figures of one paragraph of a report."""
    return lambda text: analysis(f"某某市司法局2023年工作总结\n{text}\n").figures


def shown(rate: Rate) -> tuple[str | None, str, str, str | None]:
    return rate.part.text if rate.part else None, rate.whole.text, rate.stated.text, rate.expected


# Numerator, denominator, what is stated, what to expect.
RATES = [
    ("立案200件，结案150件，结案率80%。", ("150件", "200件", "80%", "75")),
    ("接访264件（重大纠纷97件），立案188件，结案172件，结案率91%。", ("172件", "188件", "91%", "91")),
    ("排查出的1845个问题已整改1721个，整改率达96%。", ("1721个", "1845个", "96%", "93")),
    ("實施重點項目605個,總投資2554.5億元,開復工563個,開復工率93%。", ("563個", "605個", "93%", "93")),
    ("计划完成100个，实际完成95个，完成率90%。", ("95个", "100个", "90%", "95")),
    ("应出庭应诉120件，实际出庭118件，出庭应诉率95%。", ("118件", "120件", "95%", "98")),
    ("新收200件，旧存20件，审结198件，结案率90%。", ("198件", "200件", "90%", "90")),
    ("新收案件200件，审结160件，审结率90%。", ("160件", "200件", "90%", "80")),
    ("保留134项，取消169项，取消率达55.8%。", ("169项", "134项", "55.8%", "55.8")),
    ("受理申请320件，按期办结300件，按期办结率99%。", ("300件", "320件", "99%", "94")),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", RATES, ids=[text for text, _ in RATES])
def test_rates(figures: Read, text: str, expected: tuple[str, str, str, str]) -> None:
    assert [shown(rate) for rate in figures(text).rates if rate.kind == "rate"] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "受理案件200件，办结190件，按期办结率100%。",  # of those that were closed
        "抽检样品500批次，不合格10批次，合格率98%。",
        "不捕13.9万人，同比下降21.3%，不捕率39.2%。",
        "新收案件300件，审结290件，审结率92.5%。",  # of old ones, too
        "审结12500件，同比上升100%；和解结案2375件，和解率20.3%。",  # percentages between
        "审批事项由120项精简到80项，精简率33.3%。",
        "城镇新增就业5万人，失业人员再就业1.2万人，登记失业率3.2%。",
        "受理案件约200件，办结150件，办结率80%。",
        "办理建议86件、提案120件，办复率100%。",
    ],
)
def test_rates_left_alone(figures: Read, text: str) -> None:
    assert [shown(rate) for rate in figures(text).rates if rate.part is not None] == []


SHARES = [
    ("共收到申请500件，其中网络申请400件，占85%。", [("400件", "500件", "85%", "80")]),
    ("收到申请500件，网络申请400件，占80%，信函申请100件，占25%。", [("400件", "500件", "80%", "80"), ("100件", "500件", "25%", "20")]),
    ("受理案件500件，其中民事案件300件（占70%）。", [("300件", "500件", "70%", "60")]),
    ("办结案件150件，占受理总数200件的80%。", [("150件", "200件", "80%", "75")]),
    ("受理案件200件，办结150件，其中调解50件，占33.3%。", [("50件", "150件", "33.3%", "33.3")]),
    ("建成示范村50个，占25%，其中省级10个，占20%。", [("10个", "50个", "20%", "20")]),
    ("完成固定资产投资2651.9亿元，其中亿元以上项目完成投资1126.6亿元，占全市投资比重达42.5%。", [("1126.6亿元", "2651.9亿元", "42.5%", "42.5")]),
    ("受理案件2346件，其中民事案件1200件，占全部案件的60%。", [("1200件", "2346件", "60%", "51")]),
    ("谋划项目462个，列入省级储备207个，占全省的27.4%。", []),
    ("经济总量达1700亿元，占全市33.6%，工业增加值786.7亿元，占全市37%。", []),
    ("2110项服务事项占比90%；1756项占比80%。", []),
    ("办理案件4714件，其中刑事2401件，占案件受理总数的60%。", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", SHARES, ids=[text for text, _ in SHARES])
def test_shares(figures: Read, text: str, expected: list[tuple[str, str, str, str]]) -> None:
    assert [shown(rate) for rate in figures(text).rates if rate.kind == "share"] == expected


def test_a_rate_without_its_numerator(figures: Read) -> None:
    (rate,) = figures("全年共审结1765件，其中撤销158件，确认违法56件，责令履行34件，纠错率达17.12%。").rates

    assert (rate.name, rate.part, rate.low, rate.reachable) == ("纠错率", None, None, False)
    assert (rate.listed, rate.listed_expected) == ("248", "14.05")


@pytest.mark.parametrize(
    "text, reachable",
    [("审结1752件，纠错率17.12%。", True), ("审结120件，纠错率17.1%。", False), ("审结9000件，纠错率17.12%。", None)],
)
def test_what_a_whole_can_give(figures: Read, text: str, reachable: bool | None) -> None:
    assert [rate.reachable for rate in figures(text).rates] == [reachable]
