"""Wholes and parts, sums, and percentages that make up a whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.figures import Breakdown, Figures

Read = Callable[[str], Figures]


@pytest.fixture
def figures(analysis: Callable[[str], Analysis]) -> Read:
    """The figures of one paragraph of a report."""
    return lambda text: analysis(f"某某市司法局2023年工作总结\n{text}\n").figures


def shown(breakdown: Breakdown) -> tuple[str, list[str], bool, str]:
    parts = [part.label + part.quantity.text for part in breakdown.parts]
    return breakdown.whole.text, parts, breakdown.closed, breakdown.expected


# The whole, its parts, whether they are all there are, their sum.
BREAKDOWNS = [
    ("办结60件，其中撤销20件、维持30件、其他15件。", ("60件", ["撤销20件", "维持30件", "其他15件"], True, "65")),
    ("审结60件，其中：维持20件，撤销10件，终止15件，其余10件。", ("60件", ["维持20件", "撤销10件", "终止15件", "其余10件"], True, "55")),
    ("收到申请200件。其中网络申请150件、信函申请60件。", ("200件", ["网络申请150件", "信函申请60件"], False, "210")),
    ("審結100件,其中民事50件,增長5%,刑事30件,下降3%,其他25件。", ("100件", ["民事50件", "刑事30件", "其他25件"], True, "105")),
    ("应诉31件（一审20件、二审10件）。", ("31件", ["一审20件", "二审10件"], True, "30")),
    ("公开规章13件（含新制定5件，修改4件，废止6件）。", ("13件", ["新制定5件", "修改4件", "废止6件"], False, "15")),
    ("办理245件（刑事189件，民事55件，行政2件）。", ("245件", ["刑事189件", "民事55件", "行政2件"], True, "246")),
    ("查处120件（重大案件10件、典型案件5件）。", ("120件", ["重大案件10件", "典型案件5件"], False, "15")),
    ("设指标22个，其中，15个预期性指标、8个约束性指标。", ("22个", ["预期性指标15个", "约束性指标8个"], True, "23")),
    ("实施项目517个，其中新开工279个、续建238个，竣工253个。", ("517个", ["新开工279个", "续建238个"], True, "517")),
    ("受理60件，其中行政案件20件，办结55件。", ("60件", ["行政案件20件"], False, "20")),
    ("新增上市企业47家，其中科创板8家，上市企业总数达578家。", ("47家", ["科创板8家"], False, "8")),
    ("登记697个，其中新登记99个；备案的8203个。", ("697个", ["新登记99个"], False, "99")),
    ("排查风险点120处，已整改115处，其余7处正在整改。", ("120处", ["已整改115处", "其余7处"], True, "122")),
    ("全县干部200名，其中党员150人、群众70人。", ("200名", ["党员150人", "群众70人"], False, "220")),
    ("总里程571公里，其中快速路254公里、干道317公里。", ("571公里", ["快速路254公里", "干道317公里"], False, "571")),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", BREAKDOWNS, ids=[text for text, _ in BREAKDOWNS])
def test_breakdowns(figures: Read, text: str, expected: tuple[str, list[str], bool, str]) -> None:
    assert [shown(breakdown) for breakdown in figures(text).breakdowns] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "收入2675.6亿元，增加522.1亿元，其中地方收入828.4亿元。",  # the whole is not what stands nearest
        "较上年增加20件，其中民事案件增加30件。",  # a difference has no parts
        "新建34所、改扩建176所，其中中心城区新建24所。",  # two wholes
        "办结近500件，其中调解20件。",  # inexact
        "从8个方面提出23项指标，其中预期性指标15个。",  # of another unit
        "收入2640.3亿元，其中税收占比86.5%。",
    ],
)
def test_breakdowns_left_alone(figures: Read, text: str) -> None:
    assert figures(text).breakdowns == ()


def test_the_largest_part(figures: Read) -> None:
    (breakdown,) = figures("培训120人，其中基层干部130人、机关干部20人。").breakdowns

    assert breakdown.largest.text == "130人"


# The terms, the sum stated, what to expect.
TOTALS = [
    ("预算10亿元，加上补助3亿元、结余1亿元，收入合计15亿元。", (["10亿元", "3亿元", "1亿元"], "15亿元", "14")),
    ("甲镇3个、乙镇4个、丙镇5个，共计13个。", (["3个", "4个", "5个"], "13个", "12")),
    ("受理民事案件30件，刑事案件20件，共60件。", (["30件", "20件"], "60件", "50")),
    ("其中市级投入200万元，县级投入300万元，合计投入600万元。", (["200万元", "300万元"], "600万元", "500")),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", TOTALS, ids=[text for text, _ in TOTALS])
def test_totals(figures: Read, text: str, expected: tuple[list[str], str, str]) -> None:
    totals = figures(text).totals

    assert [([part.text for part in one.parts], one.stated.text, one.expected) for one in totals] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "全区辖5个街道、3个镇，共120个社区。",
        "拨付省级资金300万元、市级资金200万元，惠及群众1200人，合计支出500万元。",
        "召开会议3次，比上年增加2次，共计8次。",
        "新增企业42家、单项冠军10家，总数分别达243家、42家。",
    ],
)
def test_totals_left_alone(figures: Read, text: str) -> None:
    assert figures(text).totals == ()


# The percentages, whether they are all there are, their sum.
COMPOSITIONS = [
    ("民事、刑事、行政案件分别占40%、35%和30%。", [(["40%", "35%", "30%"], False, "105")]),
    ("民事案件占40%、刑事案件占35%、其他案件占30%。", [(["40%", "35%", "30%"], True, "105")]),
    ("公民申请占85%，法人申请占10%，行政机关占8%。", [(["85%", "10%", "8%"], False, "103")]),
    ("三次产业结构由10.5∶40.2∶49.3调整为10.1:40.2:50.7。", [(["10.5", "40.2", "49.3"], True, "100.0"), (["10.1", "40.2", "50.7"], True, "101.0")]),
    ("比例达到3：3：4，比分为2：1，时间是8：30。", []),
    ("工业占40%，其中规上工业占35%，高新技术产业占30%。", []),
    ("非税占比29.4%，进出口总额增长66.5%，收入增长8.8%。", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", COMPOSITIONS, ids=[text for text, _ in COMPOSITIONS])
def test_compositions(figures: Read, text: str, expected: list[tuple[list[str], bool, str]]) -> None:
    found = figures(text).compositions

    assert [([share.text for share in one.shares], one.closed, str(one.total)) for one in found] == expected
