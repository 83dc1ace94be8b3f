"""Headings and what stands below each."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis

HEAD = "某某市司法局坚持依法行政，各项工作取得进展。\n"


def shown(analysis: Analysis) -> list[str]:
    """Each heading as its label, whether it is empty, and its twin."""
    return [
        passage.label + (" empty" if passage.empty else "") + (f" {passage.twin.text}" if passage.twin else "")
        for passage in analysis.passages
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("一、工作成效\n甲。\n乙。\n二、工作打算\n丙。", ["一、", "二、"], id="text"),
        pytest.param("一、工作成效\n（一）抓学习\n甲。\n二、工作打算\n丙。", ["一、", "（一）", "二、"], id="headings count"),
        pytest.param("一、工作成效。甲乙丙。\n二、工作打算。丁。", ["一、", "二、"], id="run in"),
        pytest.param("一、工作成效\n甲。\n二、存在问题\n三、工作打算\n丙。", ["一、", "二、 empty", "三、"], id="nothing before the next"),
        pytest.param("一、成效\n（一）抓学习\n甲。\n（二）抓宣传\n二、打算\n丙。", ["一、", "（一）", "（二） empty", "二、"], id="nothing before a higher one"),
        pytest.param("一、成效\n甲。\n二、打算\n某某市司法局\n2024年1月5日", ["一、", "二、 empty"], id="nothing before the signature"),
        pytest.param("一、成效\n甲。\n二、经济社会发展\n主要目标\n乙。\n三、打算\n丙。", ["一、", "二、", "三、"], id="a heading on two lines"),
        pytest.param("一、成效\n甲。\n二、以下三项：\n1.新建停车场\n2.改造市场\n3.整修街巷", ["一、"], id="items are no headings"),
        pytest.param("一、成效\n甲。\n二、问题\n三、打算\n四、建议\n丙。", ["一、", "四、"], id="several in a row are a list"),
        pytest.param("一、成效\n（一）强化监督\n甲。\n（二）强化监督\n乙。", ["一、", "（一）", "（二） （一）强化监督"], id="twins"),
        pytest.param("一、成效\n（一）强化监督。甲。\n（二）强化，监督。乙。", ["一、", "（一）", "（二） （一）强化监督"], id="twins but for marks"),
        pytest.param("一、成效\n（一）强化监督\n甲。\n二、打算\n（二）强化监督\n乙。", ["一、", "（一）", "二、", "（二）"], id="looking another way"),
        pytest.param("一、成效\n（一）基本情况\n甲。\n二、做法\n（一）基本情况\n乙。", ["一、", "（一）", "二、", "（一）"], id="the same label"),
        pytest.param("一、成效\n（一）总则\n甲。\n（二）总则\n乙。", ["一、", "（一）", "（二）"], id="too short to tell"),
        pytest.param("一、成效\n（一）主要做法\n甲。\n（二）主要做法\n乙。", ["一、", "（一）", "（二）"], id="what many parts are called"),
        pytest.param("甲。\n乙。", [], id="no headings"),
    ],
)  # fmt: skip
def test_passages(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert shown(analysis(HEAD + text)) == expected


def test_an_empty_heading_is_a_heading_like_its_neighbours(analysis: Callable[[str], Analysis]):
    passage = analysis(HEAD + "一、2023年工作成效\n甲。\n二、2024年工作打算\n三、保障\n丙。").passages[1]

    assert (passage.heading.text, passage.heading.level, passage.heading.year) == ("2024年工作打算", 1, 2024)
    assert passage.span == passage.heading.span


def test_many_headings_take_linear_time(analysis: Callable[[str], Analysis]):
    text = HEAD + "".join(f"（一）强化监督{number}\n甲。\n（二）抓学习\n一、成效\n" for number in range(3_000))

    assert len(analysis(text).passages) > 3_000
