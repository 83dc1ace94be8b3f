"""Which way a heading looks (rules catalogue §5.4)."""

from __future__ import annotations

import pytest

from lint_reports.analysis.tense import heading_tense
from lint_reports.facts import Tense


@pytest.mark.parametrize(
    "title, expected",
    [
        ("重点工作推进情况", Tense.REVIEW), ("主要举措和成效", Tense.REVIEW), ("2023年工作回顾", Tense.REVIEW), ("工作要点落实情况", Tense.REVIEW),
        ("第一责任人履职情况", Tense.REVIEW), ("2024年度重点工作安排", Tense.PLAN), ("2024年工作思路", Tense.PLAN), ("下一步打算", Tense.PLAN),
        ("总体要求和目标任务", Tense.PLAN), ("存在的问题", Tense.PROBLEMS), ("存在的不足和原因", Tense.PROBLEMS), ("问题整改情况", Tense.REVIEW),
        ("存在问题及下一步打算", Tense.MIXED), ("2023年工作总结和2024年工作计划", Tense.MIXED), ("下步工作情况说明", Tense.UNKNOWN), ("加强组织领导", Tense.UNKNOWN),
        ("", Tense.UNKNOWN),
    ],
)  # fmt: skip
def test_heading_tense(title: str, expected: Tense):
    assert heading_tense(title) is expected
