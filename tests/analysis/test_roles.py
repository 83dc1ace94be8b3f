"""What part each block plays, and what the lines round a document say (rules catalogue §1.2)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis, analyse
from lint_reports.readers import read

BODY = "2023年，某某市司法局坚持依法行政，认真履行职责，各项工作取得明显成效。"


def roles(analysis: Analysis) -> list[str]:
    return [str(role) for role in analysis.parts.of_block]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(f"某某市司法局2023年工作总结\n{BODY}", ["title", "body"], id="title and text"),
        pytest.param(f"{BODY}\n一、工作成效\n{BODY}", ["body", "body", "body"], id="no title"),
        pytest.param(f"您当前所在位置:首页 > 公告\n某某市工作总结\n来源:司法局  发布日期:2024-01-26\n{BODY}", ["chrome", "title", "metadata", "body"], id="a web page"),
        pytest.param(f"索引号: 123\n文号: 主题分类:\n某某市工作总结\n{BODY}", ["metadata", "metadata", "title", "body"], id="metadata first"),
        pytest.param(f"某某市人民政府\n关于印发工作方案的通知\n某政发〔2024〕5号\n各区县人民政府：\n{BODY}", ["title", "title", "metadata", "recipient", "body"], id="a notice"),
        pytest.param(f"某某市人民政府 2019年12月3日星期二\n某某市工作总结\n{BODY}", ["chrome", "title", "body"], id="the clock of a page"),
        pytest.param(f"某某局关于开展检查的通知\n各乡镇人民政府，县政府各部门\n{BODY}", ["title", "recipient", "body"], id="recipients without a colon"),
        pytest.param(f"某某市工作总结\n文章来源：司法局 更新时间：2024/03/29\n{BODY}\n今天是：2024年1月8日 星期一\n技术支持：某某公司", ["title", "metadata", "body", "chrome", "chrome"], id="more of a web page"),
        pytest.param(f"某某局关于开展检查的通知\n{BODY}\n某某局\n2024年1月26日\n联系人：王某", ["title", "body", "signature", "signature", "metadata"], id="contacts after the signature"),
        pytest.param(f"某某市工作总结\n现将有关情况报告如下：\n{BODY}", ["title", "body", "body"], id="a lead-in is no recipient"),
        pytest.param(f"政府工作报告\n——2023年1月10日在第三次会议上\n市长 王某\n各位代表：\n{BODY}", ["title", "metadata", "metadata", "recipient", "body"], id="a speech"),
        pytest.param(f"某某市工作总结\n{BODY}\n某某市司法局\n2024年1月26日", ["title", "body", "signature", "signature"], id="a signature"),
        pytest.param(f"某某市工作总结\n{BODY}\n某某市司法局　2024年1月26日", ["title", "body", "signature"], id="a signature on one line"),
        pytest.param(f"某某市工作总结\n{BODY}\n某某市司法局\n某某市财政局\n2024年1月26日", ["title", "body", "signature", "signature", "signature"], id="two organs"),
        pytest.param(f"某某市工作总结\n{BODY}\n某某市司法局\n2024年1月26日\n抄送：市人大办公室。\n扫一扫在手机打开当前页", ["title", "body", "signature", "signature", "metadata", "chrome"], id="what follows the signature"),
        pytest.param(f"某某市工作总结\n{BODY}\n相关附件:\n-", ["title", "body", "attachment", "chrome"], id="an empty attachment block"),
        pytest.param(f"某某市工作总结\n{BODY}\n名词解释\n1.放管服：简政放权。", ["title", "body", "note", "note"], id="a glossary"),
        pytest.param(f"某某市工作总结\n{BODY}\n附件1\n统计表\n共12项", ["title", "body", "attachment", "attachment", "attachment"], id="an attachment"),
        pytest.param(f"关于印发方案的通知\n{BODY}\n某某市司法局\n2024年1月26日\n某某市粮食生产实施方案\n{BODY}", ["title", "body", "signature", "signature", "attachment", "attachment"], id="what a notice issues"),
        pytest.param("某某市工作总结\n" + f"{BODY}\n" + "某某市司法局\n2024年1月26日\n" + f"{BODY}\n" * 50, ["title", "body", "signature", "signature"] + ["body"] * 50, id="a signature with much after it"),
        pytest.param(f"某某市工作总结\n2023年工作回顾\n{BODY}", ["title", "body", "body"], id="the first heading is no title"),
        pytest.param(f"某某市司法局关于报送2023年度法治政府\n建设情况的报告\n{BODY}", ["title", "title", "body"], id="a title on two lines"),
    ],
)  # fmt: skip
def test_roles(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert roles(analysis(text)) == expected


def test_what_the_lines_say(analysis: Callable[[str], Analysis]):
    facts = analysis(
        "索引号: 1/2023-00902 成文日期: 2024-01-24\n生成日期: 2024-01-25 10:49:51\n某某市司法局2023年工作总结\n某司发〔2024〕5号\n"
        f"来 源: 司法局   发布日期: 2024-01-26 14:43\n{BODY}\n某某市司法局\n2024年1月23日\n"
    ).roles

    assert facts.title is not None
    assert facts.title.text == "某某市司法局2023年工作总结"
    assert facts.signature is not None
    assert facts.signature.organ is not None
    assert facts.number is not None
    assert facts.lead is not None
    assert facts.lead.text == BODY
    dates = (facts.written, facts.generated, facts.published, facts.signature.date)
    assert [moment and moment.text for moment in dates] == ["2024-01-24", "2024-01-25", "2024-01-26", "2024年1月23日"]
    assert (facts.signature.organ.text, facts.number.value) == ("某某市司法局", 2024)


def test_front_matter_counts_as_metadata():
    text = f"---\ntitle: '某某市2023年工作总结'\ndate: '2024-01-26'\n---\n\n{BODY}\n"
    facts = analyse(read(text.encode(), "a.md")).roles

    assert facts.title is not None
    assert facts.published is not None
    assert (facts.title.text, facts.published.text) == ("某某市2023年工作总结", "2024-01-26")


@pytest.mark.parametrize(
    "line, expected",
    [
        pytest.param("市长　王某某", "某某市政府工作报告（2024年1月8日）", id="a speaker"),
        pytest.param("某某市人民政府2024年工作报告", "某某市人民政府2024年工作报告", id="a document"),
        pytest.param("", "某某市政府工作报告（2024年1月8日）", id="nothing"),
    ],
)
def test_a_line_that_names_no_document_gives_way_to_the_metadata(line: str, expected: str):
    text = f"---\ntitle: 某某市政府工作报告（2024年1月8日）\n---\n\n{line}\n\n各位代表：\n\n{BODY}\n"
    title = analyse(read(text.encode(), "a.md")).roles.title

    assert title is not None
    assert title.text == expected


def test_a_speech_is_dated_by_its_subtitle(analysis: Callable[[str], Analysis]):
    facts = analysis(f"政府工作报告\n——2023年1月10日在第三次会议上\n{BODY}").roles

    assert facts.written is not None
    assert facts.written.text == "2023年1月10日"


def test_a_date_in_the_text_signs_nothing(analysis: Callable[[str], Analysis]):
    assert analysis(f"某某市工作总结\n{BODY}\n会议时间定在2024年1月26日\n{BODY}").roles.signature is None
