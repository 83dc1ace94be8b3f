"""The script that shows what rules report in a folder of documents."""

from __future__ import annotations

from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path

import pytest

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "precision.py"
SELECTED = ("--select", "wording/jiezhi", "--select", "wording/placeholder")


@pytest.fixture(scope="module")
def precision():
    found = spec_from_file_location("precision", SCRIPT)
    module = module_from_spec(found)
    found.loader.exec_module(module)
    return module


@pytest.fixture
def reports(tmp_path) -> Path:
    folder = tmp_path / "reports"
    (folder / "b").mkdir(parents=True)
    (folder / "a.txt").write_text("关于工作的报告\n截止6月底，办结五件。截止7月底，办结六件。\n", encoding="utf-8")
    (folder / "b" / "c.md").write_text("# 报告\n\n截止8月底，办结**七**件，数据待补充。\n", encoding="utf-8")
    (folder / "b" / "d.txt").write_bytes(b"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR" + bytes(200))
    return folder


def test_what_is_shown(precision, reports, capsys) -> None:
    precision.main([str(reports), *SELECTED, "--samples", "1"])
    head, _, *table = capsys.readouterr().out.splitlines()
    assert head == "2 documents, 51 characters, 1 not readable"
    assert [row.split() for row in table[:3]] == [
        ["rule", "severity", "hits", "per", "100,000", "documents"],
        ["wording/jiezhi", "error", "3", "5882.35", "2"],
        ["wording/placeholder", "error", "1", "1960.78", "1"],
    ]
    assert table[3:5] == ["", "wording/jiezhi (1 of 3)"]
    assert table[-3:] == [
        "wording/placeholder (1 of 1)",
        "  b/c.md:3: “待补充”是未填的占位符",
        "    报告 截止8月底，办结七件，数据⟦待补充⟧。",
    ]


def test_the_same_twice(precision, reports, capsys) -> None:
    outputs = []
    for _ in range(2):
        precision.main([str(reports), "--samples", "2"])
        outputs.append(capsys.readouterr().out)
    assert outputs[0] == outputs[1]


def test_samples_are_chosen_alike_and_in_order(precision) -> None:
    chosen = precision.chosen(range(1000), 5, "t/rule")
    assert list(chosen) == sorted(chosen)
    assert (len(set(chosen)), chosen) == (5, precision.chosen(range(1000), 5, "t/rule"))
    assert list(precision.chosen([1, 2], 5, "t/rule")) == [1, 2]


def test_no_samples(precision, reports, capsys) -> None:
    precision.main([str(reports), *SELECTED, "--samples", "0"])
    assert len(capsys.readouterr().out.splitlines()) == 5
