"""Series inside paragraphs (rules catalogue §4.8)."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from lint_reports.analysis import Analysis


def shown(analysis: Analysis) -> list[str]:
    """Each run as its class and numbers; those without a stop before them in brackets."""
    return [
        f"{run.form}: "
        + " ".join(str(item.marker.value) if item.separated else f"({item.marker.value})" for item in run.items)
        for run in analysis.runs
    ]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("一是建制度。二是强队伍；三是抓督导。", ["一是: 1 2 3"], id="in one paragraph"),
        pytest.param("一是建制度。\n二是强队伍。\n三是抓督导。", ["一是: 1 2 3"], id="one to a paragraph"),
        pytest.param("一是建制度二是强队伍。三是抓督导", ["一是: 1 (2) 3"], id="no stop before the second"),
        pytest.param("一是建制度（全省首个）二是强队伍。", ["一是: 1 (2)"], id="no stop after a bracket"),
        pytest.param("一是建制度（全省首个。）二是强队伍。", ["一是: 1 2"], id="a stop inside the bracket"),
        pytest.param("统筹推进各领域改革一是建制度。修订办法。二是强队伍。", ["一是: (1) 2"], id="no stop before the first"),
        pytest.param("主要原因一是经费不足，二是人手不够。", ["一是: 2"], id="the first as predicate of a subject"),
        pytest.param("基础不断夯实二是强监督。三是压责任。", ["一是: (2) 3"], id="the first missing, no stop before the second"),
        pytest.param("服务队二是扛。三是拉。", ["一是: 3"], id="too short a clause to be one"),
        pytest.param("主要成绩来之不易一是党建好。二是队伍强。", ["一是: (1) 2"], id="a whole clause of eight"),
        pytest.param("主要成绩来得不一是党建好。二是队伍强。", ["一是: 2"], id="not quite a clause"),
        pytest.param("服务队一是抬，二是扛。", ["一是: 2"], id="a short subject"),
        pytest.param("一是建制度。二是强队伍。另外，一是抓宣传。二是抓督导。", ["一是: 1 2", "一是: 1 2"], id="two runs in one section"),
        pytest.param("指出“一是要统一思想，二是要压实责任”。", [], id="in a quotation"),
        pytest.param("星期一是工作日，其二是加强，统一是关键，唯一是他。", ["其一: 2"], id="inside words"),
        pytest.param("一要建制度。一方面强队伍。", [], id="other words"),
        pytest.param("第一，建制度；第二，强队伍。", ["第一，: 1 2"], id="ordinals"),
        pytest.param("第一责任人履职，第一季度增长，第一时间处置。", [], id="ordinals inside words"),
        pytest.param("首先，建制度。其次，强队伍。最后，抓督导。", ["首先: 1 2 4"], id="first and last"),
        pytest.param("其一，建制度。其二，强队伍。", ["其一: 1 2"], id="其一"),
        pytest.param("一是建制度。二是強隊伍。三是抓督導。", ["一是: 1 2 3"], id="Traditional"),
    ],
)  # fmt: skip
def test_runs(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    assert shown(analysis(text)) == expected


def test_a_run_ends_with_its_section(analysis: Callable[[str], Analysis]):
    text = "一、成效\n一是建制度。二是强队伍。\n二、打算\n一是抓宣传。二是抓督导。\n"

    assert shown(analysis(text)) == ["一是: 1 2", "一是: 1 2"]
