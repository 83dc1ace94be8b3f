"""The machine format: its shape is a promise."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest
from jsonschema import Draft202012Validator

from lint_reports import __version__
from lint_reports.finding import Basis, Confidence, Edit, Finding, Fix, Label, Safety, Severity
from lint_reports.language import Say
from lint_reports.located import located
from lint_reports.readers import read
from lint_reports.report import Failure, Outcome, Report
from lint_reports.reporters import REPORTERS, Style, reporter
from lint_reports.reporters.json import render
from lint_reports.text import Span

SOURCE = "某某市工作总结\r\n(三)加强学习。\r\n(三)强化监督。\r\n"
DUPLICATE = Finding(
    rule="outline/duplicate",
    severity=Severity.ERROR,
    confidence=Confidence.CERTAIN,
    message="序号“(三)”重复",
    span=Span(19, 22),
    related=(Label(Span(9, 12), "前一个在此"),),
    fix=Fix((Edit(Span(20, 21), "四"),), Safety.UNSAFE),
    basis=(Basis("《某标准》", "4.1", "应"), Basis("逻辑", "", "逻辑")),
)
STYLE = Finding("t/style", Severity.INFO, Confidence.POSSIBLE, "宜改", Span(0, 0), (), None, ())


def rendered(*outcomes: Outcome, lang="zh") -> str:
    return "".join(render(map(located, outcomes), Style(lang)))


def report(*findings: Finding, **more) -> Report:
    return Report(read(SOURCE.encode(), "报告.txt"), findings, **more)


def test_a_report() -> None:
    outcome = report(STYLE, DUPLICATE, suppressed=2, not_applicable=("t/a", "t/b"))
    assert json.loads(rendered(outcome)) == {
        "version": 1,
        "tool": {"name": "lint-reports", "version": __version__},
        "files": [
            {
                "path": "报告.txt",
                "error": None,
                "findings": [
                    {
                        "rule": "t/style",
                        "severity": "info",
                        "confidence": "possible",
                        "message": "宜改",
                        "line": 1,
                        "column": 1,
                        "end_line": 1,
                        "end_column": 1,
                        "text": "",
                        "related": [],
                        "fix": None,
                        "basis": [],
                    },
                    {
                        "rule": "outline/duplicate",
                        "severity": "error",
                        "confidence": "certain",
                        "message": "序号“(三)”重复",
                        "line": 3,
                        "column": 1,
                        "end_line": 3,
                        "end_column": 4,
                        "text": "(三)",
                        "related": [
                            {
                                "line": 2,
                                "column": 1,
                                "end_line": 2,
                                "end_column": 4,
                                "text": "(三)",
                                "message": "前一个在此",
                            }
                        ],
                        "fix": {
                            "safety": "unsafe",
                            "edits": [{"line": 3, "column": 2, "end_line": 3, "end_column": 3, "text": "四"}],
                        },
                        "basis": [
                            {"source": "《某标准》", "clause": "4.1", "strength": "应"},
                            {"source": "逻辑", "clause": "", "strength": "逻辑"},
                        ],
                    },
                ],
                "suppressed": 2,
                "baselined": 0,
                "not_applicable": ["t/a", "t/b"],
                "problems": [],
                "fixed": 0,
            }
        ],
        "summary": {
            "files": 1,
            "errors": 1,
            "warnings": 0,
            "infos": 1,
            "fixable": 1,
            "fixed": 0,
            "failed": 0,
            "suppressed": 2,
            "baselined": 0,
        },
    }


@pytest.mark.parametrize("lang, reason, problem", [("zh", "读不了。", "已放弃。"), ("en", "no", "given up")])
def test_failures_and_problems(lang, reason, problem) -> None:
    outcomes = Failure("a.txt", Say("读不了。", "no")), report(problems=(Say("已放弃。", "given up"),))
    assert json.loads(rendered(*outcomes, lang=lang)) == {
        "version": 1,
        "tool": {"name": "lint-reports", "version": __version__},
        "files": [
            {"path": "a.txt", "error": reason, "findings": [], "suppressed": 0, "baselined": 0, "not_applicable": [], "problems": [], "fixed": 0},
            {"path": "报告.txt", "error": None, "findings": [], "suppressed": 0, "baselined": 0, "not_applicable": [], "problems": [problem], "fixed": 0},
        ],
        "summary": {"files": 2, "errors": 0, "warnings": 0, "infos": 0, "fixable": 0, "fixed": 0, "failed": 2, "suppressed": 0, "baselined": 0},
    }  # fmt: skip


def test_no_files_at_all() -> None:
    assert rendered() == (
        f'{{"version": 1, "tool": {{"name": "lint-reports", "version": "{__version__}"}},\n "files": [],\n'
        ' "summary": {"files": 0, "errors": 0, "warnings": 0, "infos": 0, "fixable": 0, "fixed": 0, "failed": 0, "suppressed": 0, "baselined": 0}}\n'
    )


def test_one_line_for_each_file() -> None:
    lines = rendered(report(), report(DUPLICATE), report(STYLE)).splitlines()
    assert len(lines) == 6
    assert [json.loads(line.strip().removesuffix("],").rstrip(","))["path"] for line in lines[2:5]] == ["报告.txt"] * 3


def test_a_file_is_written_as_soon_as_it_is_checked() -> None:
    checked = []

    def outcomes():
        for name in "ab":
            checked.append(name)
            yield Failure(name, Say("", ""))

    pieces = render(outcomes(), Style())
    next(pieces)
    assert checked == []
    next(pieces)
    assert checked == ["a"]


def test_every_character_survives() -> None:
    odd = '甲\x1b\x00"\\\u2028\U0001f600'
    outcome = Failure(odd, Say(odd, odd))
    assert json.loads(rendered(outcome))["files"][0] | {"findings": []} == {
        "path": odd,
        "error": odd,
        "findings": [],
        "suppressed": 0,
        "baselined": 0,
        "not_applicable": [],
        "problems": [],
        "fixed": 0,
    }


PLACE = {name: {"type": "integer", "minimum": 1} for name in ("line", "column", "end_line", "end_column")} | {
    "text": {"type": "string"}
}


def exactly(properties: dict[str, object]) -> dict[str, object]:
    return {"type": "object", "properties": properties, "required": list(properties), "additionalProperties": False}


def each(item: object) -> dict[str, object]:
    return {"type": "array", "items": item}


STRING, COUNT = {"type": "string"}, {"type": "integer", "minimum": 0}
FINDING = exactly(
    {
        "rule": {"type": "string", "pattern": "^[a-z0-9-]+/[a-z0-9-]+$"},
        "severity": {"enum": ["error", "warning", "info"]},
        "confidence": {"enum": ["certain", "likely", "possible"]},
        "message": STRING,
        **PLACE,
        "related": each(exactly({**PLACE, "message": STRING})),
        "fix": {"anyOf": [{"type": "null"}, exactly({"safety": {"enum": ["safe", "unsafe"]}, "edits": each(exactly(PLACE))})]},
        "basis": each(exactly({"source": STRING, "clause": STRING, "strength": {"enum": ["应", "宜", "可", "惯例", "逻辑"]}})),
    }
)  # fmt: skip
SHAPE = exactly(
    {
        "version": {"const": 1},
        "tool": exactly({"name": {"const": "lint-reports"}, "version": STRING}),
        "files": each(
            exactly(
                {
                    "path": STRING,
                    "error": {"type": ["string", "null"]},
                    "findings": each(FINDING),
                    "suppressed": COUNT,
                    "baselined": COUNT,
                    "not_applicable": each(STRING),
                    "problems": each(STRING),
                    "fixed": COUNT,
                }
            )
        ),
        "summary": exactly(
            dict.fromkeys(
                ("files", "errors", "warnings", "infos", "fixable", "fixed", "failed", "suppressed", "baselined"), COUNT
            )
        ),
    }
)

REPORT = """\
某某市司法局2023年工作总结
发布日期：2024-02-05
2023年，某某市司法局坚持依法行政，截止目前，各项工作取得新的进展。
一、2023年工作成效
（一）加强学习。组织培训三期，参训120人次，做到“五个一。
（一）强化监督。开展检查2次,整改问题5个。
二、2024年工作打算
继续加强学习，全面落实《关于加强学习的通知，不断提升水平。
某某市司法局
2023年2月5日
"""


@pytest.fixture(scope="module")
def runs(tmp_path_factory, cache_folder) -> list[bytes]:
    """What two runs over a faulty report, a folder and a picture print, with different seeds for hashes."""
    folder = tmp_path_factory.mktemp("reports")
    (folder / "a.txt").write_text(REPORT, encoding="utf-8")
    (folder / "b.md").write_text(f"# {REPORT}", encoding="utf-8")
    (folder / "c.txt").write_bytes(b"\x89PNG\r\n\x1a\n")
    command = [sys.executable, "-m", "lint_reports", "check", ".", "--format", "json", "--severity", "info"]
    environment = os.environ | {"LINT_REPORTS_CACHE_DIR": str(cache_folder)}
    return [
        subprocess.run(
            command, cwd=folder, env=environment | {"PYTHONHASHSEED": seed}, stdout=subprocess.PIPE, check=False
        ).stdout
        for seed in ("1", "2")
    ]


def test_the_shape_of_a_real_run(runs) -> None:
    output = json.loads(runs[0])
    assert [error.message for error in Draft202012Validator(SHAPE).iter_errors(output)] == []
    assert [file["path"] for file in output["files"]] == [f".{os.sep}a.txt", f".{os.sep}b.md", f".{os.sep}c.txt"]
    assert output["files"][0]["findings"]
    assert output["files"][2]["error"]


def test_the_same_input_gives_the_same_bytes(runs) -> None:
    assert runs[0] == runs[1]


def test_the_formats_by_name() -> None:
    assert {name: reporter(name).render.__module__ for name in REPORTERS} == {
        name: f"lint_reports.reporters.{name.replace('-', '_')}" for name in REPORTERS
    }
