"""Indicators that are given twice with different figures."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis

REPORT = """\
某某市司法局2023年法治政府建设工作报告
2023年，某某市司法局坚持依法行政，{overview}，各项工作取得明显成效。
一、主要成效
持续优化公共法律服务。{review}，群众办事更加便捷。
二、2024年工作安排
继续做好服务。{plan}，推动服务下沉。
"""


def report(overview: str = "依法履职", review: str = "依法履职", plan: str = "依法履职") -> str:
    return REPORT.format(overview=overview, review=review, plan=plan)


# The report; of each repeat, the words, the two figures, and whether the first stands in the opening.
CASES = {
    "opening and body": (
        report("设立法律援助站点38个", "设立法律援助站点36个"),
        [("设立法律援助站点", "38个", "36个", True)],
    ),
    "words that only introduce the figure": (
        report("共设立法律援助站点达38个", "设立法律援助站点36个"),
        [("设立法律援助站点", "38个", "36个", True)],
    ),
    "three times": (report("设立法律援助站点38个", "设立法律援助站点36个。设立法律援助站点35个"), []),
    "once in another unit": (
        report("设立法律援助站点38个", "设立法律援助站点36个。设立法律援助站点35处"),
        [("设立法律援助站点", "38个", "36个", True)],
    ),
    "the same figure": (report("设立法律援助站点38个", "设立法律援助站点38个"), []),
    "a plan": (report("设立法律援助站点38个", plan="设立法律援助站点36个"), []),
    "a part": (report("设立法律援助站点38个", "其中，设立法律援助站点36个"), []),
    "another time": (report("设立法律援助站点38个", "2022年，设立法律援助站点36个"), []),
    "another unit": (report("设立法律援助站点38个", "设立法律援助站点36处"), []),
    "other words": (report("设立法律援助站点38个", "设立法律服务站点36个"), []),
    "words that say little": (report("办理案件38件", "办理案件36件"), []),
    "few words, and few digits": (report("涉及金额9.4亿元", "涉及金额9.4万元"), []),
    "another scale": (
        report("涉及金额9.04亿元", "涉及金额9.04万元"),
        [("涉及金额", "9.04亿元", "9.04万元", True)],
    ),
    "a prize": (
        report("1个项目获评省厅“好应用”", "“甲”“乙”2个项目获评省厅“好应用”"),
        [("个项目获评省厅“好应用”"[1:], "1个", "2个", True)],
    ),
    "another prize": (report("1个项目获评省厅“好应用”", "2个项目获评省委“好应用”"), []),
}


@pytest.mark.parametrize("name", CASES)
def test_repeats(analysis: Callable[[str], Analysis], name: str) -> None:
    text, expected = CASES[name]
    found = analysis(text).figures.repeats

    assert [(one.label, one.first.text, one.second.text, one.overview) for one in found] == expected


def test_what_kind_of_repeat(analysis: Callable[[str], Analysis]) -> None:
    def kinds(text: str) -> list[tuple[bool, bool]]:
        return [(one.prize, one.scaled) for one in analysis(text).figures.repeats]

    assert kinds(report("涉及金额9.04亿元", "涉及金额9.04万元")) == [(False, True)]
    assert kinds(report("1个项目获评省厅“好应用”", "2个项目获评省厅“好应用”")) == [(True, False)]
