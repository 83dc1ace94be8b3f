"""Members listed beside their number, ranges, and percentages above 100."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.figures import Figures

Read = Callable[[str], Figures]


@pytest.fixture
def figures(analysis: Callable[[str], Analysis]) -> Read:
    """The figures of one paragraph of a report."""
    return lambda text: analysis(f"某某市司法局2023年工作总结\n{text}\n").figures


# How many are listed, how many are stated, whether there may be more.
QUOTED = [
    ("“甲应用”“乙应用”3个项目获奖。", [(2, "3个", False)]),
    ("出台《甲规则》、《乙办法》和《丙清单》（试行）兩部制度。", [(3, "兩部", False)]),
    ("建立“例会”“通报”“约谈”等6项机制。", [(3, "6项", True)]),
    ("打造三个品牌：“法润青禾”“法护成长”。", [(2, "三个", False)]),
    ("推出2项举措（“容缺受理”“告知承诺”“帮办代办”）。", [(3, "2项", False)]),
    ("打造“青禾法援”“青禾普法”两个品牌和“一站式”“一网办”三项机制。", [(2, "两个", False), (2, "三项", False)]),
    ("建成“零碳园区”“零碳工厂”20个以上，“雏鹰”“瞪羚”企业22家。", []),  # kinds, not members
    ("推进招商引资、“走出去”“拓口兴岸”三个方案。", []),  # a bare member stands before
    ("实施“一谷一带”“一岭一库”四大平台。", []),  # each is two
    ("坚持“例会+清单”“通报+点评”4项机制。", []),
    ("“甲应用”1个项目获奖。", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", QUOTED, ids=[text for text, _ in QUOTED])
def test_quoted_members(figures: Read, text: str, expected: list[tuple[int, str, bool]]) -> None:
    found = [(one.listed, one.stated.text, one.open) for one in figures(text).enumerations if one.kind == "quoted"]

    assert found == expected


NAMED = [
    ("抓好示范带动、法治引领、改革创新、实干争先“四个坚持”。", [(4, "四个")]),
    ("健全生產管理、經營服務、科技支撐“四大體系”。", [(3, "四大")]),
    ("实现多层次服务体系、重点人群签约服务、家庭医生“四个全覆盖”。", []),  # of different lengths
    ("整治环境卫生、交通秩序、市容市貌等“五项顽疾”。", []),
    ("实施优势传统产业升级、战略性新兴产业振兴、特色产业提质、未来产业培育“五大工程”。", []),  # the second is too long
    ("加强学校、医院“两个中心”建设。", []),  # two say too little
]  # fmt: skip


@pytest.mark.parametrize("text, expected", NAMED, ids=[text for text, _ in NAMED])
def test_named_sets(figures: Read, text: str, expected: list[tuple[int, str]]) -> None:
    found = [(one.listed, one.stated.text) for one in figures(text).enumerations if one.kind == "named"]

    assert found == expected


def test_the_members_have_a_place(figures: Read) -> None:
    (one,) = figures("“甲应用”“乙应用”3个项目获奖。").enumerations

    assert one.items.text == "“甲应用”“乙应用”"


@pytest.mark.parametrize(
    "text, expected",
    [
        ("增速为8%～5%。", [("8%", "5%")]), ("打造5—2個示範點", [("5", "2個")]), ("奖励5000至1万元", [("5000", "1万元")]),
        ("由8%到5%", []), ("从20%至5%逐步压减", []), ("自下降8%到5%", []), ("第34-1条", []), ("电话010-8888", []), ("8%-5%", [("8%", "5%")]),
    ],
)  # fmt: skip
def test_ranges(figures: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.first.text, one.last.text) for one in figures(f"{text}。").intervals] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("法律服务覆盖率达103%", [("法律服务覆盖率", "103%")]), ("新型業務占比均已提升至130％", [("新型业务占比", "130％")]),
        ("满意率为100.5%", [("满意率", "100.5%")]), ("满意率为100.00%", []), ("满意率100%", []), ("满意率超过110%", [("满意率超过", "110%")]),
        ("增长120%、130%", [("增长", "120%")]),  # the second has no name
    ],
)  # fmt: skip
def test_more_than_100_percent(figures: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert [(one.name, one.rate.text) for one in figures(f"{text}。").excesses] == expected
