"""Traditional script and half-width marks give the same facts as Simplified script and full-width marks."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from opencc import OpenCC

from lint_reports.analysis import Analysis

REPORT = """\
某某市司法局2023年法治政府建设工作报告
来源：某某市司法局　发布日期：2024-01-26
2023年，某某市司法局坚持依法行政（含受委托执法），认真履行职责，各项工作取得明显成效。现将有关情况报告如下：
一、主要举措和成效
（一）加强组织领导。一是健全机制。全年召开会议4次；二是压实责任。印发《关于推进依法行政的通知》，落实“三项制度”。
（二）强化监督检查。截至2023年12月底，共检查单位120家，整改率达98%，办结案件1,200件。
二、存在的问题
基层力量还比较薄弱，队伍建设有待加强。
三、2024年工作安排
（一）持续优化服务。进一步完善公共法律服务网络，推动服务下沉。
某某市司法局
2024年1月25日
"""
HALF = str.maketrans("，；：（）", ",;:()")


def facts(analysis: Analysis) -> dict[str, object]:
    """What the variants must agree on: everything but the characters themselves."""
    roles = analysis.roles
    return {
        "roles": analysis.parts.of_block,
        "series": [(series.form, [marker.value for marker in series.markers]) for series in analysis.series],
        "runs": [(run.form, [item.separated for item in run.items]) for run in analysis.runs],
        "sections": [
            (one.heading.span, one.heading.year, one.heading.tense, one.heading.layout)
            for one in analysis.outline.sections
        ],
        "dates": [(date.span, date.date, date.cutoff, date.role, date.tense) for date in analysis.dates],
        "signed": roles.signature and roles.signature.date and roles.signature.date.date,
        "published": roles.published and roles.published.date,
        "period": analysis.period,
        "genre": analysis.genre,
        "pairs": analysis.pairs.inside,
        "strays": analysis.pairs.strays,
    }


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(OpenCC("s2t").convert(REPORT), id="Traditional"),
        pytest.param(REPORT.translate(HALF), id="half-width"),
        pytest.param(OpenCC("s2t").convert(REPORT).translate(HALF), id="both"),
        pytest.param(REPORT.replace("“", "「").replace("”", "」"), id="corner brackets"),
    ],
)
def test_same_facts(text: str, analysis: Callable[[str], Analysis]):
    assert len(text) == len(REPORT)
    assert facts(analysis(text)) == facts(analysis(REPORT))
