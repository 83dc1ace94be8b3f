"""Days of the week, and dates on which something was done."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2024年3月5日（星期三）召开。", [("星期三", 3, 2, "星期二")]),
        ("2024年3月5日星期二召开。", [("星期二", 2, 2, "星期二")]),
        ("2024年3月10日（周天）召开。", [("周天", 7, 7, "周日")]),
        ("2024-03-05 周三上午召开。", [("周三", 3, 2, "周二")]),
        ("2024年3月5日(禮拜三)召開。", [("禮拜三", 3, 2, "禮拜二")]),
        ("2024年3月5日周三成到村走访。", []),
        ("3月5日（星期三）召开。", []),
        ("2024年2月30日（星期三）召开。", []),
        ("2024年3月5日至星期日轮值，每周三例会。", []),
        ("2024年3月5日（星期一至星期五）轮值。", []),
    ],
)  # fmt: skip
def test_weekdays(text: str, expected: list[object], analysis: Callable[[str], Analysis]):
    found = [(one.text, one.stated, one.actual, one.right) for one in analysis(text).weekdays]

    assert found == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        ("2024年3月，举办了推进会。", ["2024年3月"]),
        ("2024年3月15日召开推进会。", ["2024年3月15日"]),
        ("工作扎实，2024年3月已办结。", ["2024年3月"]),
        ("项目于2024年3月建成。", ["2024年3月"]),
        ("预计2024年3月建成。", []),
        ("2024年3月将召开推进会。", []),
        ("2024年3月底前建成。", []),
        ("2024年3月至5月举办了三期。", []),
        ("本办法自2024年3月1日起施行，已印发。", []),
        ("成功申办2024年3月举办的论坛。", []),
        ("2024年举办了推进会。", []),
        ("《2024年3月印发的方案》。", []),
        ("截至2024年3月，已办结。", []),
        ("2024年3月是关键期。", []),
    ],
)  # fmt: skip
def test_events(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert [event.text for event in analysis(f"某某市司法局坚持依法行政，工作取得进展。\n{text}").events] == expected


def test_a_plan_has_no_events(analysis: Callable[[str], Analysis]):
    text = "各项工作取得进展。\n一、工作成效\n2023年3月，举办了推进会。\n二、下一步打算\n2024年3月，举办了推进会。"

    assert [event.text for event in analysis(text).events] == ["2023年3月"]
