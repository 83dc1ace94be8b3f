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
        pytest.param("一方面建制度。一定要强队伍，主要抓督导。", [], id="other words"),
        pytest.param("一要建制度；二要强队伍；三要抓督导。", ["一是: 1 2 3"], id="一要"),
        pytest.param("一要建制度二要强队伍。三要素保障，唯一要求。", ["一是: 1"], id="一要 without a stop, and inside words"),
        pytest.param("一是建制度。二 是强队伍。", ["一是: 1 2"], id="a space in the label"),
        pytest.param("数据要真实，一是一，二是二。", [], id="an idiom"),
        pytest.param("一要建制度；二要强队伍。\n首先要抓督导。二是抓宣传。三是抓培训。", ["一是: 1 2", "一是: 2 3"], id="a run that opens in words"),
        pytest.param("一是建制度。二是强队伍。\n甲。\n乙。\n首先抓督导。二是抓宣传。", ["一是: 1 2", "一是: 2"], id="a run in a later paragraph"),
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


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("第一，建制度；二是强队伍。", ["第一", "二是"], id="goes on"),
        pytest.param("一是建制度。第二，强队伍。三是抓督导。", ["一是", "第二"], id="goes on and back"),
        pytest.param("首先，建制度。第二，强队伍。", ["首先", "第二"], id="after 首先"),
        pytest.param("一是建制度。二是强队伍。第三，抓督导。三是抓宣传。", [], id="the first run has that number itself"),
        pytest.param("一是建制度，排名第一、第二，进步明显。", [], id="a rank"),
        pytest.param("一是建制度。二是强队伍。三是抓督导。最后，抓总结。", [], id="the last"),
        pytest.param("一是建制度。" + "全年工作扎实推进。" * 200 + "第二，强队伍。", [], id="too far"),
    ],
)  # fmt: skip
def test_a_run_that_goes_on_counting_from_another(text: str, expected: list[str], analysis: Callable[[str], Analysis]):
    found = [(run.follows.text, run.markers[0].text) for run in analysis(text).runs if run.follows]

    assert found == ([tuple(expected)] if expected else [])


def test_what_another_class_fills_is_no_gap(analysis: Callable[[str], Analysis]):
    anomalies = {
        run.form: [anomaly.fault for anomaly in run.anomalies]
        for run in analysis("一是建制度。第二，强队伍。三是抓督导。五是抓宣传。").runs
    }

    assert anomalies["一是"] == ["gap"]
