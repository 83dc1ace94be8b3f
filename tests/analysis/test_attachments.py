"""The attachments that a document lists, and those that are attached."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis

BODY = "为做好春季森林防火工作，现将有关事项通知如下，请认真抓好落实。"
SIGNED = "云溪县林业局\n2024年3月5日"


@pytest.mark.parametrize(
    "tail, expected",
    [
        pytest.param("", [], id="none"),
        pytest.param("附件：统计表", [(None, "统计表", None, True)], id="one listed"),
        pytest.param("附件：1.统计表\n2.任务表", [(1, "统计表", None, True), (2, "任务表", None, True)], id="two listed"),
        pytest.param("附件:1.统计表;2.任务表", [(1, "统计表", None, True), (2, "任务表", None, True)], id="two in one line"),
        pytest.param("附件：\n1.统计表\n2.任务表", [(1, "统计表", None, True), (2, "任务表", None, True)], id="a list under its label"),
        pytest.param("附件1：统计表\n附件2：任务表", [(1, "统计表", None, True), (2, "任务表", None, True)], id="a label for each"),
        pytest.param("附件：1.统计表\n3.任务表", [(1, "统计表", None, True)], id="the list ends where its numbers do"),
        pytest.param(f"附件：统计表\n{SIGNED}\n附件\n统计表\n共12项。", [(None, "统计表", "统计表", True)], id="listed and attached"),
        pytest.param(f"附件：1.统计表\n{SIGNED}\n附件\n统计表\n共12项。", [(None, "统计表", "统计表", True)], id="the only one, with a number and without"),
        pytest.param(f"附件：1.统计表\n2.任务表\n{SIGNED}\n附件1\n统计表\n共12项。", [(1, "统计表", "统计表", True), (2, "任务表", None, True)], id="one of two attached"),
        pytest.param(f"附件：1.防火任务分解表\n{SIGNED}\n附件1\n防火重点任务分解表\n共12项。", [(1, "防火任务分解表", "防火重点任务分解表", False)], id="another name"),
        pytest.param(f"附件：云溪县防火任务分解表\n{SIGNED}\n附件\n云溪县\n防火任务分解表（样表）\n共12项。", [(None, "云溪县防火任务分解表", "云溪县防火任务分解表（样表）", True)], id="a name on two lines"),
        pytest.param(f"附件：1.防火任务分解表.docx\n{SIGNED}\n附件1：防火任务分解表\n共12项。", [(1, "防火任务分解表.docx", "防火任务分解表", True)], id="a name behind the label"),
        pytest.param(f"附件：1.防火任务分解表\n{SIGNED}\n附件1\n序号\n单位", [(1, "防火任务分解表", "序号单位", True)], id="a table without a name"),
        pytest.param("附件中的表格由各单位填写。", [], id="a sentence on attachments"),
        pytest.param(f"附件:防火任務分解表\n{SIGNED}\n附件\n防火重點任務分解表", [(None, "防火任務分解表", "防火重點任務分解表", False)], id="Traditional script"),
        pytest.param(f"{SIGNED}\n附件1\n名词解释\n附件2\n任务表", [(1, None, "名词解释", True), (2, None, "任务表", True)], id="attached only"),
    ],
)  # fmt: skip
def test_attachments(
    tail: str, expected: list[tuple[int | None, str | None, str | None, bool]], analysis: Callable[[str], Analysis]
):
    found = analysis(f"云溪县林业局关于做好森林防火工作的通知\n{BODY}\n{tail}\n").attachments

    assert [(one.number, one.listed, one.attached, one.alike) for one in found] == expected


def test_an_attachment_stands_where_its_names_do(analysis: Callable[[str], Analysis]):
    text = f"某某局关于开展检查的通知\n{BODY}\n附件：1.统计表\n{SIGNED}\n附件1\n统计表\n"
    (one,) = analysis(text).attachments

    assert [span.of(text) for span in (one.span, one.listed_span, one.attached_span)] == ["附件1", "统计表", "附件1"]
