"""Plans whose names say how long they run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis


@pytest.mark.parametrize(
    "text, expected",
    [
        ("《三年行动计划（2023—2025年）》", ("三年行动计划", 3, 2023, 2025, None)),
        ("《治理攻坚3年行动方案(2023-2024)》", ("3年行动方案", 3, 2023, 2024, None)),
        ("五年發展規劃（2021～2025年）", ("五年發展規劃", 5, 2021, 2025, None)),
        ("第十四个五年规划（2021年至2025年）", ("五年规划", 5, 2021, 2025, None)),
        ("《“十四五”公共服务规划（2021—2025年）》", ("“十四五”公共服务规划", 5, 2021, 2025, 2021)),
        ("《“十五五”规划纲要（2026—2030年）》", ("“十五五”规划纲要", 5, 2026, 2030, 2026)),
        ("“十五”规划（2001—2005年）", ("“十五”规划", 5, 2001, 2005, 2001)),
        ("《国土空间总体规划（2021—2035年）》", None),
        ("《“十四五”行动方案（2023—2025年）》", None),
        ("连续三年（2021—2023年）获评优秀", None),
        ("《三年行动计划》（2023年第2号）", None),
    ],
)  # fmt: skip
def test_plans(text: str, expected: tuple[object, ...] | None, analysis: Callable[[str], Analysis]):
    found = [
        (plan.name.text, plan.years, plan.first.value, plan.last.value, plan.due)
        for plan in analysis(f"印发{text}，明确目标任务。").plans
    ]

    assert found == ([expected] if expected else [])


def test_its_place_is_that_of_the_years(analysis: Callable[[str], Analysis]):
    (plan,) = analysis("印发《三年行动计划（2023—2024年）》。").plans

    assert plan.text == "2023—2024年"
    assert plan.last.span.start - plan.span.start == 5
