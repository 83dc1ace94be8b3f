"""The format of reviewdog."""

from __future__ import annotations

import json

from jsonschema import Draft7Validator


def exactly(required: str, optional: str = "", **properties: object) -> dict[str, object]:
    assert {*required.split(), *optional.split()} == set(properties)
    return {
        "type": "object",
        "required": required.split(),
        "properties": properties,
        "additionalProperties": False,
    }


# reviewdog/reviewdog, proto/rdf/jsonschema/DiagnosticResult.json and RelatedLocation.json, without the fields that are
# not written, and with those required that its descriptions call required.
POSITION = exactly("line column", line={"type": "integer", "minimum": 1}, column={"type": "integer", "minimum": 1})
RANGE = exactly("start end", start=POSITION, end=POSITION)
LOCATION = exactly("path", "range", path={"type": "string"}, range=RANGE)
SUGGESTION = exactly("range text", range=RANGE, text={"type": "string"})
RELATED = exactly("message location", message={"type": "string"}, location=LOCATION)
DIAGNOSTIC = exactly(
    "message location severity code",
    "suggestions related_locations",
    message={"type": "string"},
    location=LOCATION,
    severity={"enum": ["ERROR", "WARNING", "INFO"]},
    code=exactly("value", value={"type": "string"}),
    suggestions={"type": "array", "items": SUGGESTION},
    related_locations={"type": "array", "items": RELATED},
)
RESULT = exactly(
    "source diagnostics",
    source=exactly("name", name={"const": "lint-reports"}),
    diagnostics={"type": "array", "items": DIAGNOSTIC},
)


def diagnostics(text: str) -> list[dict[str, object]]:
    found = json.loads(text)
    assert [error.message for error in Draft7Validator(RESULT).iter_errors(found)] == []
    return found["diagnostics"]


def at(line: int, start: int, end: int) -> dict[str, object]:
    return {"start": {"line": line, "column": start}, "end": {"line": line, "column": end}}


def test_a_report(render, outcomes) -> None:
    assert diagnostics(render("rdjson", outcomes))[1:] == [
        {
            "message": "序号“(三)”重复",
            "location": {"path": "报告 1.txt", "range": at(3, 1, 6)},
            "severity": "ERROR",
            "code": {"value": "outline/duplicate"},
            "suggestions": [{"range": at(3, 2, 5), "text": "四"}],
            "related_locations": [{"message": "前一个在此", "location": {"path": "报告 1.txt", "range": at(2, 1, 6)}}],
        },
        {
            "message": "应为“截至”",
            "location": {"path": "报告 1.txt", "range": at(3, 21, 27)},
            "severity": "WARNING",
            "code": {"value": "wording/jiezhi"},
            "suggestions": [{"range": at(3, 24, 27), "text": "至"}],
            "related_locations": [],
        },
        {
            "message": "规则 t/a 已放弃。",
            "location": {"path": "c.txt"},
            "severity": "ERROR",
            "code": {"value": "not-checked"},
        },
        {
            "message": "未检查: 这是图片。",
            "location": {"path": "图.txt"},
            "severity": "ERROR",
            "code": {"value": "not-checked"},
        },
    ]


def test_edits_that_belong_together_are_no_suggestions(render, outcomes) -> None:
    (checked, *_) = outcomes
    finding = checked.findings[1]
    fix = finding.fix._replace(edits=finding.fix.edits * 2)
    (diagnostic,) = diagnostics(render("rdjson", [checked._replace(findings=(finding._replace(fix=fix),))]))
    assert diagnostic["suggestions"] == []


def test_a_hostile_document(render, hostile) -> None:
    assert len(diagnostics(render("rdjson", hostile))) == len(hostile)
