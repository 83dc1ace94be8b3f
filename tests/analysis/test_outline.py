"""Sections and their headings (rules catalogue §4.7)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis, analyse
from lint_reports.readers import read

LONG = "全年召开专题会议四次，研究解决重点问题，推动各项任务落到实处，成效明显。"


def shown(analysis: Analysis) -> list[str]:
    """Each section as its level, heading, layout and tense."""
    return [
        f"{section.heading.level} {section.heading.text} {section.heading.layout} {section.heading.tense}"
        for section in analysis.outline.sections
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(f"一、工作成效\n（一）加强领导\n{LONG}\n（二）强化宣传\n{LONG}\n二、下步打算\n{LONG}", ["1 工作成效 own-line review", "2 加强领导 own-line review", "2 强化宣传 own-line review", "1 下步打算 own-line plan"], id="own lines"),
        pytest.param(f"一、工作成效\n（一）加强领导。{LONG}\n（二）强化宣传。{LONG}", ["1 工作成效 own-line review", "2 加强领导 run-in review", "2 强化宣传 run-in review"], id="run in"),
        pytest.param(f"下列人员：\n1.甲；\n2.乙；\n3.丙。\n{LONG}", [], id="items of a list are no headings"),
        pytest.param(f"某某市工作报告\n各位代表：\n2018年工作回顾\n{LONG}\n2019年工作安排\n{LONG}", ["1 2018年工作回顾 own-line review", "1 2019年工作安排 own-line plan"], id="headings without labels"),
        pytest.param(f"一、存在问题及下一步打算\n{LONG}\n（一）加强领导\n{LONG}", ["1 存在问题及下一步打算 own-line mixed", "2 加强领导 own-line mixed"], id="a heading that looks both ways"),
        pytest.param(f"一、2024年工作计划\n（一）全面总结推广经验做法\n{LONG}\n（二）抓好落实\n{LONG}", ["1 2024年工作计划 own-line plan", "2 全面总结推广经验做法 own-line plan", "2 抓好落实 own-line plan"], id="a verb is no head"),
        pytest.param(f"第一章 总则\n第一条 {LONG}\n第二条 {LONG}", ["1 总则 own-line unknown"], id="articles are no headings"),
        pytest.param(f"一、工作成效\n{LONG}\n二、存在问题\n执法力量不足\n三、2024年工作安排\n{LONG}", ["1 工作成效 own-line review", "1 存在问题 own-line problems", "1 2024年工作安排 own-line plan"], id="a short line between labels heads nothing"),
        pytest.param(f"一、夯实基础\n{LONG}\n2024年工作打算\n二、抓好落实\n{LONG}", ["1 夯实基础 own-line unknown", "1 2024年工作打算 own-line plan", "2 抓好落实 own-line plan"], id="a heading between labels that run on"),
        pytest.param("某某市总结\n" + "云溪县农业农村局二零二三年度全面工作情况总结回顾" + f"\n{LONG}", ["1 云溪县农业农村局二零二三年度全面工作情况总结回顾 own-line review"], id="a heading of 24 characters"),
        pytest.param(f"(一)加強領導。{LONG}", ["1 加強領導 run-in unknown"], id="half-width and Traditional"),
    ],
)  # fmt: skip
def test_sections(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert shown(analysis(text)) == expected


def test_markdown_headings():
    text = f"# 某某市工作报告\n\n## 一、工作成效\n\n{LONG}\n\n**（一）加强领导**\n\n{LONG}\n\n## 附带说明\n\n{LONG}\n"

    assert shown(analyse(read(text.encode(), "a.md"))) == [
        "1 工作成效 own-line review",
        "2 加强领导 own-line review",
        "1 附带说明 own-line unknown",
    ]


@pytest.mark.parametrize(
    "title, year",
    [
        ("一、2023年工作成效", 2023), ("一、2023年度工作成效", 2023), ("一、近年工作成效", None), ("一、2022年和2023年工作成效", None),
        ("一、2021—2023年工作成效", None), ("一、《2023年工作要点》落实情况", None), ("一、2020年以来工作成效", 2020),
        ("一、2023 年工作成效", 2023), ("一、2021 年—2023 年工作成效", None), ("一、二〇二三年工作成效", 2023),
    ],
)  # fmt: skip
def test_year_of_a_heading(title: str, year: int | None, analysis: Callable[[str], Analysis]):
    (heading,) = analysis(f"{title}\n{LONG}").headings

    assert heading.year == year


def test_blocks_know_their_section(analysis: Callable[[str], Analysis]):
    facts = analysis(f"某某市工作总结\n一、工作成效\n{LONG}\n（一）加强领导\n{LONG}\n二、工作打算\n{LONG}")

    assert facts.outline.of_block == (-1, 0, 0, 1, 1, 2, 2)
    assert [str(facts.tenses[block]) for block in (0, 2, 4, 6)] == ["unknown", "review", "review", "plan"]
