"""What time a document reports on, and when it was written (rules catalogue §5)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis

TEXT = "某某市司法局坚持依法行政，认真履行职责，各项工作取得明显成效。"


@pytest.mark.parametrize(
    "text, genre, scope, year, certain",
    [
        pytest.param(f"某某市司法局2023年法治政府建设工作报告\n{TEXT}", "law-annual", "year", 2023, True, id="the title names the year"),
        pytest.param(f"某某市2022年工作总结和2023年工作思路\n{TEXT}", "summary", "year", 2022, True, id="two years in the title"),
        pytest.param(f"某某市2022年工作总结和2025年工作思路\n{TEXT}", "summary", "year", 2022, False, id="two years that do not follow"),
        pytest.param(f"某某市司法局2023年工作总结\n2022年，{TEXT}", "summary", "year", 2023, False, id="title and lead disagree"),
        pytest.param(f"2023年，{TEXT}\n一、2023年工作成效\n{TEXT}\n二、2024年打算\n{TEXT}", "other", "year", 2023, True, id="lead and heading agree"),
        pytest.param(f"2023年，{TEXT}现将2023年度法治政府建设情况报告如下：\n一、工作成效\n{TEXT}", "law-annual", "year", 2023, False, id="the lead alone"),
        pytest.param(f"2023年政府工作报告\n各位代表：\n一、2022年工作回顾\n{TEXT}\n二、2023年工作安排\n{TEXT}", "government-work", "year", 2022, True, id="a speech reports on the year before its title"),
        pytest.param(f"某某市2023年工作要点\n{TEXT}", "plan", "plan", 2023, True, id="a plan"),
        pytest.param(f"某某市2023年上半年工作总结\n{TEXT}", "summary", "part-year", 2023, True, id="half a year"),
        pytest.param(f"某某市“十四五”规划实施情况报告\n{TEXT}", "summary", "term", None, False, id="several years"),
        pytest.param(f"某某市2021—2023年工作总结\n{TEXT}", "summary", "term", 2023, True, id="a range of years"),
        pytest.param(f"某某市人民政府关于加强监管的通知\n{TEXT}", "notice", "none", None, False, id="a notice"),
        pytest.param(f"某某市人民政府 关于加强监管的 通 知\n{TEXT}", "notice", "none", None, False, id="a notice spread by spaces"),
        pytest.param(f"某某条例\n第一条 {TEXT}\n第二条 {TEXT}\n第三条 {TEXT}", "statute", "none", None, False, id="a statute"),
        pytest.param(f"某某局2023年政府信息公开工作年度报告\n{TEXT}", "disclosure-annual", "year", 2023, True, id="on disclosure"),
        pytest.param(TEXT, "other", "unknown", None, False, id="nothing known"),
        pytest.param(f"云溪县2023年“安全生产月”活动总结\n{TEXT}", "summary", "unknown", 2023, True, id="an event of the year"),
        pytest.param(f"云溪县教育局2023年高考组织工作总结\n2023年高考顺利结束。{TEXT}", "summary", "unknown", 2023, True, id="a task of the year"),
        pytest.param(f"关于云溪县2023年防汛工作情况的报告\n{TEXT}", "summary", "unknown", 2023, True, id="a season"),
        pytest.param(f"云溪县民政局2023年养老服务工作总结\n一年来，{TEXT}", "summary", "year", 2023, True, id="a subject, over the whole year"),
        pytest.param(f"云溪县2023年安全生产工作总结\n一、2023年工作情况\n{TEXT}\n二、2024年工作打算\n{TEXT}", "summary", "year", 2023, True, id="the next year is planned"),
        pytest.param(f"云溪县2024年食品安全专项整治工作方案\n{TEXT}\n一、步骤\n（一）总结提升阶段。{TEXT}", "plan", "plan", 2024, True, id="a plan that will sum up"),
        pytest.param(f"在2024年全市教育工作会议上的讲话\n2023年，{TEXT}\n一、2023年工作回顾\n{TEXT}", "other", "none", 2023, True, id="a speech"),
        pytest.param(f"云溪县人民法院2024年工作报告\n2023年，{TEXT}\n一、2023年工作回顾\n{TEXT}", "government-work", "year", 2023, True, id="a court to the congress"),
        pytest.param(f"2024年新年贺词\n2023年，{TEXT}", "other", "none", 2023, False, id="a greeting"),
        pytest.param(f"某某局2023 年工作总结\n2023 年，{TEXT}", "summary", "year", 2023, True, id="with a space"),
        pytest.param(f"某某局工作总结\n一、二〇二三年工作情况\n{TEXT}\n二、二〇二四年工作打算\n{TEXT}", "summary", "year", 2023, False, id="in Han numerals"),
        pytest.param(f"{TEXT}\n一、2023年法治政府建设工作成效\n{TEXT}\n二、2023年法治政府建设存在的问题\n{TEXT}", "law-annual", "year", 2023, False, id="headings tell the kind"),
        pytest.param(f"{TEXT}\n一、主动公开政府信息情况\n{TEXT}\n二、收到和处理政府信息公开申请情况\n{TEXT}", "disclosure-annual", "year", None, False, id="headings on disclosure"),
        pytest.param(f"{TEXT}\n一、2023年经济工作情况\n{TEXT}\n二、2023年法治政府建设情况\n{TEXT}", "other", "unknown", 2023, True, id="one heading of many"),
    ],
)  # fmt: skip
def test_period(
    text: str, genre: str, scope: str, year: int | None, certain: bool, analysis: Callable[[str], Analysis]
):
    facts = analysis(text)

    assert (str(facts.genre), str(facts.period.scope), facts.period.year, facts.period.certain) == (
        genre,
        scope,
        year,
        certain,
    )


@pytest.mark.parametrize(
    "dates, expected",
    [
        pytest.param(("", "2024年1月26日"), "2024年1月26日", id="the signature"),
        pytest.param(("发布日期：2024-01-28\n", "2024年1月26日"), "2024年1月26日", id="the signature before the publication"),
        pytest.param(("发布日期：2024-01-28\n", "2023年1月28日"), "2024-01-28", id="a signature that cannot be right"),
        pytest.param(("成文日期：2024-01-20 发布日期：2024-01-28\n", ""), "2024-01-20", id="written before published"),
        pytest.param(("发布日期：2024-10-28\n", "2024年1月2日"), "2024年1月2日", id="a signature ten months before"),
        pytest.param(("发布日期：2024-11-30\n", "2024年1月2日"), "2024-11-30", id="a signature eleven months before"),
        pytest.param(("", "2023年10月26日"), "2023年10月26日", id="signed late in the year reported on"),
        pytest.param(("", "2023年9月26日"), None, id="signed before the year could be reported on"),
        pytest.param(("", ""), None, id="none"),
    ],
)  # fmt: skip
def test_document_date(dates: tuple[str, str], expected: str | None, analysis: Callable[[str], Analysis]):
    published, signed = dates
    signature = f"某某市司法局\n{signed}\n" if signed else ""
    date = analysis(f"某某市司法局2023年工作总结\n{published}{TEXT}\n{signature}").document_date

    assert (date and date.text) == expected
