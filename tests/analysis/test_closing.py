"""To whom a document goes, and how it ends."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis, analyse
from lint_reports.readers import read

TITLE = "某某市司法局关于经费使用情况的报告"
BODY = "一年来，坚持依法行政，认真履行职责，各项工作取得明显成效。"
SIGNED = "某某市司法局\n2024年1月8日"


@pytest.mark.parametrize(
    "last, expected",
    [
        pytest.param("特此报告。", ("特此报告。", "报告"), id="a report"),
        pytest.param("特此報告。", ("特此報告。", "报告"), id="Traditional script"),
        pytest.param("以上情况，特此函复", ("特此函复", "函"), id="a letter"),
        pytest.param("妥否，请批示。", ("妥否，请批示。", "请示"), id="a request"),
        pytest.param("以上请示妥否，请予批复。", ("以上请示妥否，请予批复。", "请示"), id="a request with its subject"),
        pytest.param("特此通知。\n联系人：王某，电话：12345。", ("特此通知。", "通知"), id="contacts after it"),
        pytest.param("特此报告如下情况。", None, id="no end"),
        pytest.param(BODY, None, id="none"),
    ],
)
def test_formula(last: str, expected: tuple[str, str] | None, analysis: Callable[[str], Analysis]):
    found = analysis(f"{TITLE}\n{BODY}\n{last}\n{SIGNED}\n").roles.formula

    assert (found and (found.text, found.kind)) == expected


@pytest.mark.parametrize(
    "tail, expected",
    [
        pytest.param("某某市司法局\n\n2024年1月8日", BODY, id="before the signature"),
        pytest.param("现将有关情况报告如下：", "现将有关情况报告如下：", id="a lead-in"),
        pytest.param("附件：统计表", None, id="attachments follow"),
        pytest.param("现将用语解释如下：\n\n名词解释\n\n1.放管服：简政放权。", None, id="notes follow"),
        pytest.param(
            "现将经费情况报告如下：\n\n| 项目 | 金额 |\n|---|---|\n| 培训 | 12万元 |", None, id="a table follows"
        ),
    ],
)
def test_closing(tail: str, expected: str | None):
    found = analyse(read(f"{TITLE}\n\n{BODY}\n\n{tail}\n".encode(), "a.md")).roles.closing

    assert (found and found.text) == expected


@pytest.mark.parametrize(
    "line, expected",
    [
        pytest.param("某某市人民政府：", "某某市人民政府：", id="an organ"),
        pytest.param("各位代表:", "各位代表:", id="whom a speech addresses"),
        pytest.param("某某市人民政府", None, id="no colon"),
    ],
)
def test_recipient(line: str, expected: str | None, analysis: Callable[[str], Analysis]):
    found = analysis(f"{TITLE}\n{line}\n{BODY}\n").roles.recipient

    assert (found and found.text) == expected
