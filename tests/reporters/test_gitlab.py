"""GitLab Code Quality."""

from __future__ import annotations

import json

from jsonschema import Draft7Validator

# The schema by which GitLab reads each issue (gitlabhq/gitlabhq, app/validators/json_schemas/codeclimate.json), and what
# its documentation says besides: the five severities, a path from the root of the repository, a first line.
ISSUE = {
    "type": "object",
    "required": ["description", "fingerprint", "severity", "location", "check_name"],
    "additionalProperties": False,
    "properties": {
        "description": {"type": "string", "minLength": 1},
        "check_name": {"type": "string", "minLength": 1},
        "fingerprint": {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
        "location": {
            "type": "object",
            "required": ["path", "lines"],
            "additionalProperties": False,
            "properties": {
                "path": {"type": "string", "not": {"pattern": r"^(\./|/)"}},
                "lines": {
                    "type": "object",
                    "required": ["begin"],
                    "properties": {
                        "begin": {"type": "integer", "minimum": 1},
                        "end": {"type": "integer", "minimum": 1},
                    },
                },
            },
        },
    },
}


def issues(text: str) -> list[dict[str, object]]:
    found = json.loads(text)
    assert [error.message for error in Draft7Validator({"type": "array", "items": ISSUE}).iter_errors(found)] == []
    assert len({issue["fingerprint"] for issue in found}) == len(found)
    return found


def test_a_report(render, outcomes) -> None:
    found = issues(render("gitlab", outcomes))
    assert [(issue["check_name"], issue["severity"], issue["location"]) for issue in found] == [
        ("punct/style", "info", {"path": "报告 1.txt", "lines": {"begin": 2, "end": 2}}),
        ("outline/duplicate", "major", {"path": "报告 1.txt", "lines": {"begin": 3, "end": 3}}),
        ("wording/jiezhi", "minor", {"path": "报告 1.txt", "lines": {"begin": 3, "end": 3}}),
        ("not-checked", "critical", {"path": "c.txt", "lines": {"begin": 1}}),
        ("not-checked", "critical", {"path": "图.txt", "lines": {"begin": 1}}),
    ]
    assert found[1]["description"] == "序号“(三)”重复 第2行第1列：前一个在此 建议（需人工确认）：“三” → “四”"
    assert found[4]["description"] == "未检查: 这是图片。"


def test_the_same_finding_in_two_files_has_two_fingerprints(render, outcomes) -> None:
    assert len(issues(render("gitlab", [outcomes[0], outcomes[0]._replace(name="另一份.txt")]))) == 6


def test_fingerprints_stay_when_lines_move(render, outcomes) -> None:
    (checked, *_) = outcomes
    moved = checked._replace(
        findings=tuple(
            finding._replace(place=finding.place._replace(start=finding.place.start._replace(line=90)))
            for finding in checked.findings
        )
    )
    before, after = issues(render("gitlab", [checked])), issues(render("gitlab", [moved]))
    assert [issue["fingerprint"] for issue in before] == [issue["fingerprint"] for issue in after]


def test_nothing_to_report(render, outcomes) -> None:
    assert render("gitlab", outcomes[1:2]) == "[\n]\n"


def test_a_hostile_document(render, hostile) -> None:
    assert len(issues(render("gitlab", hostile))) == len(hostile)
