"""Figures as they are written."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lint_reports.analysis.quantities import make_number, numbers_in
from lint_reports.folding import fold
from lint_reports.quantity import Quantity, stretch
from lint_reports.text import Span


def quantities(text: str) -> list[Quantity]:
    folded = fold(text)
    return [make_number(row).quantity(text) for row in numbers_in(folded)]


# The text; of each figure: as written, its value, its unit, whether it is exact.
CASES = [
    ("受理60件", [("60件", "60", "件", True)]),
    ("纠纷20.49万件，", [("20.49万件", "204900", "件", True)]),
    ("1,234.5万元", [("1,234.5万元", "12345000", "元", True)]),
    ("9.04億元", [("9.04億元", "904000000", "元", True)]),
    ("２０％", [("２０％", "20", "%", True)]),
    ("提高3.5个百分点", [("3.5个百分点", "3.5", "百分点", True)]),
    ("是2.3倍", [("2.3倍", "2.3", "倍", True)]),
    ("压缩至3个工作日", [("3个工作日", "3", "个工作日", True)]),
    ("3件次、4个月、5个工作日", [("3件次", "3", "件次", True), ("4个月", "4", "个月", True), ("5个工作日", "5", "个工作日", True)]),
    ("6人次，7场次，8批次", [("6人次", "6", "人次", True), ("7场次", "7", "场次", True), ("8批次", "8", "批次", True)]),
    ("92.01 万亩", [("92.01 万亩", "920100", "亩", True)]),
    ("二十三件、两个项目", [("二十三件", "23", "件", True), ("两个", "2", "个", True)]),
    ("一千一百八十五个", [("一千一百八十五个", "1185", "个", True)]),
    ("百分之十二点五", [("百分之十二点五", "12.5", "%", True)]),
    # Inexact.
    ("470余人", [("470余人", "470", "人", False)]),
    ("3.9万多次", [("3.9万多次", "39000", "次", False)]),
    ("约20人", [("20人", "20", "人", False)]),
    ("近2万件", [("2万件", "20000", "件", False)]),
    ("超过50家", [("50家", "50", "家", False)]),
    ("5家以上", [("5家", "5", "家", False)]),
    ("100吨/日", [("100吨", "100", "吨", False)]),
    ("各20个", [("20个", "20", "个", False)]),
    ("三四个", [("三四个", "34", "个", False)]),
    ("3%—5%", [("3%", "3", "%", False), ("5%", "5", "%", False)]),
    ("增长-5.6%", [("5.6%", "5.6", "%", False)]),
    # Not what they seem.
    ("签约3个", [("3个", "3", "个", True)]),
    ("附近3家", [("3家", "3", "家", True)]),
    ("由20件增至30件", [("20件", "20", "件", True), ("30件", "30", "件", True)]),
    ("总数300件", [("300件", "300", "件", True)]),
    ("20天然气", [("20", "20", "", True)]),
    # No quantities.
    ("2023年1月26日", []), ("第10位", []), ("3号线", []), ("2.0版", []), ("一个方面", []), ("第三件", []), ("4G", []), ("十四五", []),
    ("9704-2012", [("9704", "9704", "", False), ("2012", "2012", "", False)]), ("1" * 40, []), ("1,000,000,000,000,000,000", []),
]  # fmt: skip


@pytest.mark.parametrize("text, expected", CASES, ids=[text[:20] for text, _ in CASES])
def test_figures(text: str, expected: list[tuple[str, str, str, bool]]) -> None:
    found = [(one.text, f"{one.value:f}", one.unit, one.exact) for one in quantities(text)]

    assert found == expected


# The text, the least and the most that its figure can stand for, and the step of its last digit.
@pytest.mark.parametrize(
    "text, low, high, step",
    [
        ("60件", "60", "60", "1"), ("20个工作日", "20", "20", "1"), ("4.15万件", "41450", "41599.9", "100"),
        ("17.12%", "17.115", "17.12999", "0.01"), ("12公里", "11.5", "12.999", "1"), ("3万人", "25000", "39990", "10000"),
    ],
)  # fmt: skip
def test_bounds(text: str, low: str, high: str, step: str) -> None:
    (one,) = quantities(text)

    assert (one.low, one.high, one.step) == (Decimal(low), Decimal(high), Decimal(step))


@pytest.mark.parametrize(
    "text, value, digits",
    [
        ("15亿元", "1400000000", "14"), ("20%", "19.5", "20"), ("17.12%", "14.0509", "14.05"), ("4.15万件", "41549", "4.15"),
        ("60件", "59.5", "60"),
    ],
)  # fmt: skip
def test_another_number_written_alike(text: str, value: str, digits: str) -> None:
    assert quantities(text)[0].like(Decimal(value)) == digits


@pytest.mark.parametrize(
    "text, suffix", [("9.04億元", "億元"), ("3.5个百分点", "个百分点"), ("百分之五", ""), ("20％", "％")]
)
def test_what_follows_the_digits(text: str, suffix: str) -> None:
    assert quantities(text)[0].suffix == suffix


def test_the_digits_have_a_place() -> None:
    (one,) = quantities("增长25%")

    assert (one.span, one.value_span) == (Span(2, 5), Span(2, 4))
    assert (one.places, quantities("25.50%")[0].places) == (0, 2)


def test_the_stretch_of_some_figures() -> None:
    first, second = quantities("受理60件，办结50件")

    assert stretch(second, first) == Span(2, 11)


UNITS = (
    "件次 件 个工作日 个小时 个月 个 % 人次 人 次 项 家 名 场次 场 户次 户 元 百分点 起 份 条 部 篇 批次 批 期 例 宗 位 册"
    " 亩 天 种 类 台次 台 辆 所 处 座 村 镇 倍 ‰ 番 美元 欧元 港元 日元 车次 班次 架次 课时 学时 小时 分钟 工作日 平方公里"
    " 平方千米 平方米 立方米 公里 千米 米 公顷 公斤 千克 吨 斤 毫克 微克 克 千瓦时 千瓦 兆瓦 千伏安 千伏 标准箱 标箱 蒸吨 套"
    " 架 艘 栋 幢 间 张 只 头 株 支 枚 本 门 堂 笔 桩 道 盏 块 列 组 队 对 团 县 班 集 床 孔 款"
).split()


@pytest.mark.parametrize("unit", UNITS)
def test_units_are_read_whole(unit: str) -> None:
    assert [one.unit for one in quantities(f"共3万{unit}，约2万{unit}。")] == [unit, unit]
