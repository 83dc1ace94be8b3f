"""Stretches of time, and how long they are said to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis


def shown(analysis: Analysis) -> list[str]:
    """Each stretch as written, what is wrong with it, and its length against the stated one."""
    return [
        stretch.text
        + (" backwards" if stretch.backwards else "")
        + (f" {stretch.days} {stretch.duration.text} {stretch.duration.days}" if stretch.duration else "")
        for stretch in analysis.stretches
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        ("自2024年3月至2024年6月开展。", ["2024年3月至2024年6月"]),
        ("自2024年6月至2024年3月开展。", ["2024年6月至2024年3月 backwards"]),
        ("自2024年6月起至3月。", ["2024年6月起至3月"]),
        ("11月1日—次年3月31日。", ["11月1日—次年3月31日"]),
        ("2023年11月至次年3月。", ["2023年11月至次年3月"]),
        ("规划（2021—2025年）。", ["2021—2025年"]),
        ("规划（2025～2021年）。", ["2025～2021年 backwards"]),
        ("规划（2025-2021年）。", ["2025-2021年 backwards"]),
        ("3月20日至3月5日。", ["3月20日至3月5日 backwards"]),
        ("3月20日至5日报名。", ["3月20日至5日 backwards"]),
        ("3月1日至31日报名。", ["3月1日至31日"]),
        ("2024-03-01至2024-02-01。", ["2024-03-01至2024-02-01 backwards"]),
        ("2月30日至2月29日。", ["2月30日至2月29日"]),
        ("2023年、2024年分别增长。", []),
        ("2024年3月1日至5月31日，开展为期两个月的整治。", ["2024年3月1日至5月31日 92 两个月 61"]),
        ("3月至5月开展为期三个月的整治。", ["3月至5月 92 三个月 91"]),
        ("2023年11月1日至2024年1月31日历时92天。", ["2023年11月1日至2024年1月31日 92 92天 92"]),
        ("11月1日至3月31日持续五个月。", ["11月1日至3月31日 152 五个月 152"]),
        ("11月1日至次年3月31日，为期5个月。", ["11月1日至次年3月31日 152 5个月 152"]),
        ("2021年至2023年，连续三年获评优秀。", ["2021年至2023年 1095 三年 1096"]),
        ("3月1日至8月31日，为期半年。", ["3月1日至8月31日 184 半年 183"]),
        ("3月1日至3月21日，为期三周。", ["3月1日至3月21日 21 三周 21"]),
        ("3月1日至5月31日，开展为期近两个月的整治。", ["3月1日至5月31日"]),
        ("3月1日至5月31日，开展为期60余天的整治。", ["3月1日至5月31日"]),
        ("3月1日至5月31日。整治为期60天。", ["3月1日至5月31日"]),
        ("2024年至2024年3月，为期三个月。", ["2024年至2024年3月 None 三个月 91"]),
    ],
)  # fmt: skip
def test_stretches(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert shown(analysis(text)) == expected


def test_a_longer_time_has_more_slack(analysis: Callable[[str], Analysis]):
    text = "3月1日至5月31日，为期{}。"
    slack = [
        stretch.duration.slack
        for length in ("3天", "60天", "三周", "三个月", "一年", "十年")
        for stretch in analysis(text.format(length)).stretches
        if stretch.duration
    ]

    assert slack == [1, 3, 3, 18, 45, 182]
