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
        pytest.param(f"2023年政府工作报告\n各位代表：\n一、2022年工作回顾\n{TEXT}\n二、2023年工作安排\n{TEXT}", "government-work", "year", 2022, False, id="a speech reports on the year before its title"),
        pytest.param(f"某某市2023年工作要点\n{TEXT}", "plan", "plan", 2023, True, id="a plan"),
        pytest.param(f"某某市2023年上半年工作总结\n{TEXT}", "summary", "part-year", 2023, True, id="half a year"),
        pytest.param(f"某某市“十四五”规划实施情况报告\n{TEXT}", "summary", "term", None, False, id="several years"),
        pytest.param(f"某某市2021—2023年工作总结\n{TEXT}", "summary", "term", 2023, True, id="a range of years"),
        pytest.param(f"某某市人民政府关于加强监管的通知\n{TEXT}", "notice", "none", None, False, id="a notice"),
        pytest.param(f"某某条例\n第一条 {TEXT}\n第二条 {TEXT}\n第三条 {TEXT}", "statute", "none", None, False, id="a statute"),
        pytest.param(f"某某局2023年政府信息公开工作年度报告\n{TEXT}", "disclosure-annual", "year", 2023, True, id="on disclosure"),
        pytest.param(TEXT, "other", "year", None, False, id="nothing known"),
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
        pytest.param(("", ""), None, id="none"),
    ],
)  # fmt: skip
def test_document_date(dates: tuple[str, str], expected: str | None, analysis: Callable[[str], Analysis]):
    published, signed = dates
    signature = f"某某市司法局\n{signed}\n" if signed else ""
    date = analysis(f"某某市司法局2023年工作总结\n{published}{TEXT}\n{signature}").document_date

    assert (date and date.text) == expected
