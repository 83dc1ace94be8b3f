"""Script and width of a text."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis
from lint_reports.analysis.script import differences
from lint_reports.analysis.writing import digits_as

SIMPLIFIED = "某某市司法局坚持依法行政，认真贯彻落实各项决策部署，围绕中心、服务大局，积极推动各项工作，取得明显成效。"
TRADITIONAL = "某某市司法局堅持依法行政，認真貫徹落實各項決策部署，圍繞中心、服務大局，積極推動各項工作，取得明顯成效。"


def test_script(analysis: Callable[[str], Analysis]):
    simplified, traditional = analysis(SIMPLIFIED).script, analysis(TRADITIONAL).script

    assert simplified is not None
    assert traditional is not None
    assert (simplified.traditional, simplified.share) == (0, 0.0)
    assert (traditional.traditional, traditional.span.of(TRADITIONAL)) == (15, "堅")
    assert 30 < traditional.share < 45


def test_too_short_to_tell(analysis: Callable[[str], Analysis]):
    assert analysis("推進依法行政").script is None


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("甲，乙（丙）：丁。", (0, 4, 0.0), id="full"),
        pytest.param("甲,乙(丙):丁。", (4, 0, 100.0), id="half"),
        pytest.param("甲，乙,丙，丁，", (1, 3, 25.0), id="mixed"),
        pytest.param("共1,000件，10:30开始", (0, 1, 0.0), id="between digits"),
        pytest.param("达98%,增长12,共(甲)", (4, 0, 100.0), id="after figures"),
    ],
)  # fmt: skip
def test_width(text: str, expected: tuple[int, int, float], analysis: Callable[[str], Analysis]):
    width = analysis(text).width

    assert width is not None
    assert (width.half, width.full, width.share) == expected


def test_no_marks_no_width(analysis: Callable[[str], Analysis]):
    assert analysis("某某市司法局").width is None


@pytest.mark.parametrize(
    "number, replaced, expected",
    [
        ("2024", "2023", "2024"),
        ("2024", "二〇二三", "二〇二四"),
        ("2024", "二零二三", "二零二四"),
        ("2024", "二○二三", "二○二四"),
        ("2024", "２０２３", "２０２４"),
        ("2024年", "二〇二三", "2024年"),
        ("2024", "二十三", "2024"),
        ("2024", "", "2024"),
    ],
)
def test_digits_are_written_as_before(number: str, replaced: str, expected: str):
    assert digits_as(number, replaced) == expected


@pytest.mark.parametrize(
    "one, other, expected",
    [
        pytest.param("", "", [], id="nothing"),
        pytest.param("甲乙丙", "甲乙丙", [], id="the same"),
        pytest.param("甲乙丙", "乙乙甲", [0, 2], id="the first and the last"),
        pytest.param("a\u0161\U00010061甲", "aaaa", [1, 2, 3], id="in one byte of three"),
    ],
)
def test_differences(one: str, other: str, expected: list[int]):
    differs = differences(one, other)
    assert len(differs) == len(one)
    assert [at for at, byte in enumerate(differs) if byte] == expected
