"""Tables: figures, heads and labels."""

from __future__ import annotations

import pytest

from lint_reports.analysis import analyse
from lint_reports.analysis.tables import Figure, Line, figure_of
from lint_reports.readers import read

FIGURES = {
    "12": Figure("12", 0, 0, ""),
    "-5": Figure("-5", 0, 0, ""),
    "1,203": Figure("1203", 0, 0, ""),
    "12,345,678.90": Figure("12345678.90", 2, 0, ""),
    "3.5万": Figure("3.5", 1, 4, ""),
    "2亿元": Figure("2", 0, 8, "元"),
    "12 件": Figure("12", 0, 0, "件"),
    "1.82ms": Figure("1.82", 2, 0, "ms"),
    "98%": None,
    "2023年": None,
    "3月": None,
    "1,20": None,
    "12,3456": None,
    "约12": None,
    "12余": None,
    "3万多人": None,
    "3/4": None,
    "120+": None,
    "": None,
    "无": None,
    "1" * 16: None,
}


@pytest.mark.parametrize("text", FIGURES)
def test_what_is_a_figure(text: str) -> None:
    assert figure_of(text) == FIGURES[text]


def lines(lines_: dict[int, Line]) -> dict[str, list[str]]:
    return {line.label: [entry.text for entry in line.entries.values()] for line in lines_.values()}


TABLES = {
    "plain": (
        "| 单位 | 受理 | 办结 |\n|---|---|---|\n| 甲 | 3 | 2 |\n| 乙 | 4 | 4 |\n",
        {"甲": ["3", "2"], "乙": ["4", "4"]},
        {"受理": ["3", "4"], "办结": ["2", "4"]},
    ),
    "an empty head": (
        "| | |\n|---|---|\n| 单位 | 受理 |\n| 甲 | 3 |\n",
        {"甲": ["3"]},
        {"受理": ["3"]},
    ),
    "a head of several rows": (
        "| 单位 | 受理 | |\n|---|---|---|\n| | 线上 | 线下 |\n| 甲 | 3 | 2 |\n",
        {"甲": ["3", "2"]},
        {"受理线上": ["3"], "线下": ["2"]},
    ),
    "years in the head": (
        "| 单位 | 2022 | 2023 |\n|---|---|---|\n| 甲 | 3 | 2024 |\n",
        {"甲": ["3", "2024"]},
        {"2022": ["3"], "2023": ["2024"]},
    ),
    "running numbers": (
        "| 序号 | 单位 | 受理 |\n|---|---|---|\n| 1 | 甲 | 3 |\n| 2 | 乙 | 4 |\n",
        {"甲": ["3"], "乙": ["4"]},
        {"受理": ["3", "4"]},
    ),
    "labels in several columns": (
        "| 项目 | | 数 |\n|---|---|---|\n| 一、结果 | （一）公开 | 3 |\n| | （二）其他 | 4 |\n",
        {"一、结果（一）公开": ["3"], "（二）其他": ["4"]},
        {"数": ["3", "4"]},
    ),
    "dashes, words and gaps": (
        "| 单位 | 甲 | 乙 | 丙 | 备注 |\n|---|---|---|---|---|\n| 子 | 3 | - | | 已核 |\n| 丑 | 暂无 | 5 | 6 | |\n",
        {"子": ["3", "-", "已核"], "丑暂无": ["5", "6"]},
        {"甲": ["3"], "乙": ["-", "5"], "丙": ["6"]},
    ),
    "cells of several lines": (
        "| 单位 | 结果<br>维持 |\n|---|---|\n| 甲 | 5 |\n| 乙 | 3<br>4 |\n",
        {"甲": ["5"], "乙34": []},
        {"结果维持": ["5"]},
    ),
    "an empty row and an empty column": (
        "| 单位 | 甲 | 乙 |\n|---|---|---|\n| 子 | 3 | |\n| 丑 | | |\n",
        {"子": ["3"], "丑": []},
        {"甲": ["3"], "乙": []},
    ),
    "no labels": ("| 甲 | 乙 |\n|---|---|\n| 3 | 4 |\n", {"": ["3", "4"]}, {"甲": ["3"], "乙": ["4"]}),
    "no figures": ("| 甲 | 乙 |\n|---|---|\n| 丙 | 丁 |\n", {}, {"甲丙": [], "乙丁": []}),
}  # fmt: skip


@pytest.mark.parametrize("name", TABLES)
def test_rows_and_columns(name: str) -> None:
    text, rows, columns = TABLES[name]
    (table,) = analyse(read(text.encode(), "表.md")).tables

    assert (lines(dict(table.rows)), lines(dict(table.columns))) == (rows, columns)


def test_tables_are_told_apart() -> None:
    text = "| 甲 |\n|---|\n| 1 |\n\n| 乙 |\n|---|\n| 2 |\n"
    document = read(text.encode(), "表.md")

    assert [(table.texts, table.blocks) for table in analyse(document).tables] == [
        (("甲", "1"), (0, 1)),
        (("乙", "2"), (2, 3)),
    ]


def test_plain_text_has_none() -> None:
    assert analyse(read("| 甲 |\n|---|\n| 1 |\n".encode(), "表.txt")).tables == ()
