"""JSON Lines and the commands of GitHub, to the letter."""

from __future__ import annotations

import json

GITHUB = """\
::notice file=报告 1.txt,line=2,endLine=2,col=1,endColumn=2,title=punct/style::宜用全角括号
::error file=报告 1.txt,line=3,endLine=3,col=1,endColumn=4,title=序号重复 (outline/duplicate)::序号“(三)”重复%0A第2行第1列：前一个在此%0A建议（需人工确认）：“三” → “四”
::warning file=报告 1.txt,line=3,endLine=3,col=9,endColumn=11,title=“截止”误用为“截至” (wording/jiezhi)::应为“截至”%0A可改为：“止” → “至”
::error file=c.txt::规则 t/a 已放弃。
::error file=图.txt,title=未检查::这是图片。
"""


def test_github(render, outcomes) -> None:
    assert render("github", outcomes) == GITHUB


def test_github_in_english(render, outcomes) -> None:
    lines = render("github", outcomes, "en").splitlines()
    assert lines[1].partition("::序号")[2] == (
        "“(三)”重复%0Aline 2, column 1: 前一个在此%0Asuggestion (to be confirmed): “三” → “四”"
    )
    assert lines[3:] == [
        "::error file=c.txt::rule t/a was given up",
        "::error file=图.txt,title=not checked::This is a picture.",
    ]


def test_columns_count_for_places_on_one_line_only(render, outcomes) -> None:
    (checked, *_) = outcomes
    finding = checked.findings[1]
    place = finding.place._replace(end=finding.place.end._replace(line=4))
    checked = checked._replace(findings=(finding._replace(place=place, related=(), fix=None),))
    assert render("github", [checked]) == (
        "::error file=报告 1.txt,line=3,endLine=4,title=序号重复 (outline/duplicate)::序号“(三)”重复\n"
    )


def test_a_document_gives_no_commands(render, hostile) -> None:
    written = render("github", hostile)
    assert len(written.splitlines()) == len(hostile)
    assert "\x1b" not in written
    for line in written.splitlines():
        command, properties, message = (
            line.removeprefix("::").split("::", 2)[0].partition(" ")[0],
            *line.split("::")[1:3],
        )
        assert command == "error"
        assert properties.count(":") == 0
        assert "%250A" in message


def test_json_lines(render, outcomes) -> None:
    whole = json.loads(render("json", outcomes))
    lines = [json.loads(line) for line in render("jsonl", outcomes).splitlines()]
    assert lines == [
        *({"path": "报告 1.txt", "error": None, **finding} for finding in whole["files"][0]["findings"]),
        {"path": "c.txt", "error": "规则 t/a 已放弃。"},
        {"path": "图.txt", "error": "这是图片。"},
    ]


def test_json_lines_have_one_line_for_each_finding(render, hostile) -> None:
    written = render("jsonl", hostile)
    assert written.count("\n") == len(hostile)
    assert [json.loads(line)["path"] for line in written.splitlines(keepends=False)] == [one.name for one in hostile]
