"""References to other parts of the same document."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis

THREE = "一、做法\n{}\n二、问题\n乙。\n三、打算\n丙。"
RULES = "某某市公章管理办法\n第一条　甲。\n第二条　{}\n第三条　丙。"
LETTER = "某某市司法局关于报送材料的通知\n{}\n某某市司法局\n2024年3月5日\n附件：1.目录\n2.表格"


def shown(analysis: Analysis) -> list[tuple[str, str, int, int | None]]:
    return [(one.text, str(one.target), one.value, one.last) for one in analysis.references]


@pytest.mark.parametrize(
    "frame, text, expected",
    [
        pytest.param(THREE, "详见第四部分。", [("第四部分", "part", 4, 3)], id="a part"),
        pytest.param(THREE, "本报告第 2 部分已说明。", [("第 2 部分", "part", 2, 3)], id="a part of this report"),
        pytest.param(THREE, "落实《规划》第六部分，完成第一部分工程。", [], id="parts of something else"),
        pytest.param("甲。详见第四部分。\n乙。", "", [("第四部分", "part", 4, None)], id="no parts are numbered"),
        pytest.param(RULES, "违反本办法第七条的，責令改正。", [("第七条", "article", 7, 3)], id="an article"),
        pytest.param(RULES, "依照本办法第二章办理。", [("第二章", "chapter", 2, None)], id="no chapters"),
        pytest.param(RULES, "依照本法第七条、本条例第八条办理。", [], id="another law"),
        pytest.param(RULES, "依照《管理办法》第七条办理。", [], id="a law by its title"),
        pytest.param(LETTER, "按附件3填写，见附件2。", [("附件3", "attachment", 3, 2), ("附件2", "attachment", 2, 2)], id="attachments"),
        pytest.param("甲。见附件3。\n乙。", "", [("附件3", "attachment", 3, None)], id="no attachments"),
    ],
)  # fmt: skip
def test_references(frame: str, text: str, expected: list[object], analysis: Callable[[str], Analysis]):
    assert shown(analysis(frame.format(text))) == expected


def test_attachments_are_counted_by_their_own_titles(analysis: Callable[[str], Analysis]):
    text = "某某市司法局关于报送材料的通知\n见附件4。\n附件1\n报送目录\n附件二：\n报送表格"

    assert [one.last for one in analysis(text).references] == [2]


def test_attachments_may_be_listed_in_one_line(analysis: Callable[[str], Analysis]):
    text = "某某市司法局关于报送材料的通知\n见附件3。\n附件：1.目录 2.表格 3.名单\n附件1\n报送目录"

    assert [one.last for one in analysis(text).references] == [3]
