"""Runs of labels at the start of paragraphs (rules catalogue §4.2 to §4.5)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis, analyse
from lint_reports.facts import Form
from lint_reports.readers import read


def shown(analysis: Analysis) -> list[str]:
    """Each series as its class and numbers, with what is special about it."""
    return [
        f"{series.form} {' '.join(str(marker.value) for marker in series.markers)}"
        + (" restart" if series.restart else "")
        + (" continued" if series.continued else "")
        + (" inverts" if series.inverts else "")
        for series in analysis.series
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("一、甲\n（一）甲\n（二）甲\n二、甲\n（一）甲", ["一、 1 2", "（一） 1 2", "（一） 1"], id="anew under each parent"),
        pytest.param("一、甲\n1.甲\n2.甲\n二、甲\n3.甲\n4.甲", ["一、 1 2", "1. 1 2", "1. 3 4 continued"], id="counted through"),
        pytest.param("（一）甲。\n（二）甲。\n（一）甲。\n（二）甲。", ["（一） 1 2", "（一） 1 2 restart"], id="anew without a reason"),
        pytest.param("（一）甲。\n（二）甲。\n另有下列情形：\n（一）甲。", ["（一） 1 2", "（一） 1"], id="anew after a lead-in"),
        pytest.param("（一）甲。\n（二）甲。\n存在问题\n（一）甲。", ["（一） 1 2", "（一） 1"], id="anew after a heading without a label"),
        pytest.param("（一）甲。\n（二）甲。\n" + "乙说了很多很多话，说完才罢休，大家都同意了他的看法。\n" * 4 + "（一）甲。", ["（一） 1 2", "（一） 1"], id="anew in a new part"),
        pytest.param("一、甲\n一、甲\n二、甲", ["一、 1 1 2"], id="the first label twice"),
        pytest.param("第一章 甲\n第一条 甲\n第二条 甲\n第二章 甲\n第三条 甲", ["章 1 2", "条 1 2 3 continued"], id="articles run through chapters"),
        pytest.param("一、管辖\n第一条 甲\n第二条 甲\n二、证据\n第三条 甲", ["一、 1 2", "条 1 2 3 continued"], id="一、 above articles"),
        pytest.param("（一）甲\n（二）甲\n附件：\n（一）甲", ["（一） 1 2", "（一） 1"], id="anew in an attachment"),
        pytest.param("1.甲\n（1）甲\n（2）甲\n①甲\n②甲\n2.甲", ["1. 1 2", "（1） 1 2", "① 1 2"], id="three levels"),
        pytest.param("目录\n一、甲…1\n（一）乙…2\n二、丙…3\n前言说明。\n一、甲\n（一）乙\n二、丙", ["一、 1 2", "（一） 1"], id="after a table of contents"),
        pytest.param("一、收到申请\n一、本年新收政府信息公开申请数量\n二、上年结转政府信息公开申请数量\n二、复议", ["一、 1 2"], id="rows of a table that must be there"),
        pytest.param("一、甲\n1.甲\n（一）甲\n（二）甲\n2.甲", ["一、 1", "1. 1", "（一） 1 2 inverts", "1. 2 continued"], id="a higher class within"),
        pytest.param("一、甲\n二、甲\n（一）甲\n一、甲\n二、甲\n（二）甲", ["一、 1 2", "（一） 1", "一、 1 2 inverts", "（一） 2 continued"], id="the class of the parent within"),
        pytest.param("一、甲\n1.甲\n二、甲\n（一）甲\n（二）甲\n2.甲", ["一、 1 2", "1. 1", "（一） 1 2", "1. 2 continued"], id="a heading between"),
        pytest.param("一九五八，甲\n二〇二四、乙", [], id="years are no labels"),
        pytest.param("1.1 甲\n1.2 甲", ["1.1 1 2"], id="decimals"),
        pytest.param("3.5 万件案件已办结", [], id="a figure is no label"),
    ],
)  # fmt: skip
def test_series(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert shown(analysis(text)) == expected


def test_numbered_headings_and_lists_below_them_are_two_things():
    text = "## 1. 成效\n\n1. 抓学习\n2. 抓宣传\n\n## 2. 问题\n\n1. 人手少\n"

    assert shown(analyse(read(text.encode(), "a.md"))) == ["1. 1 2", "1. 1 2", "1. 1"]


def test_half_width_and_traditional_labels_are_the_same(analysis: Callable[[str], Analysis]):
    assert shown(analysis("(一)甲\n(三)甲")) == shown(analysis("（一）甲\n（三）甲")) == ["（一） 1 3"]
    assert analysis("第 1 條\n甲\n第 2 條\n乙").series[0].form is Form.ARTICLE
