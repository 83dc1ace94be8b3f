"""SARIF 2.1.0, held against the schema of its committee."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import unquote

import pytest
from jsonschema import Draft4Validator

from lint_reports import __version__

SCHEMA = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0.json").read_text(encoding="utf-8"))


def run_of(text: str) -> dict[str, object]:
    log = json.loads(text)
    validator = Draft4Validator(SCHEMA, format_checker=Draft4Validator.FORMAT_CHECKER)
    assert [error.message for error in validator.iter_errors(log)] == []
    assert log["$schema"] == SCHEMA["id"]
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
    return run


FILE = {"uri": "%E6%8A%A5%E5%91%8A%201.txt", "uriBaseId": "%SRCROOT%"}


def region(line: int, start: int, end: int, **more: object) -> dict[str, object]:
    return {"startLine": line, "startColumn": start, "endLine": line, "endColumn": end, **more}


def test_the_schema_refuses_what_is_wrong() -> None:
    assert Draft4Validator.check_schema(SCHEMA) is None
    validator = Draft4Validator(SCHEMA)
    wrong = {
        "version": "2.1.0",
        "runs": [{"tool": {"driver": {"name": "x"}}, "results": [{"ruleId": "a", "level": "info"}]}],
    }
    assert sorted(error.message for error in validator.iter_errors(wrong)) == [
        "'info' is not one of ['none', 'note', 'warning', 'error']",
        "'message' is a required property",
    ]


def test_a_result(render, outcomes) -> None:
    result = run_of(render("sarif", outcomes))["results"][1]
    fingerprint = result["partialFingerprints"].pop("lintReports/v1")
    assert len(fingerprint) == 32
    assert result == {
        "ruleId": "outline/duplicate",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "序号“(三)”重复 [前一个在此](1)"},
        "locations": [
            {
                "physicalLocation": {"artifactLocation": FILE, "region": region(3, 1, 4, snippet={"text": "(三)"})},
                "logicalLocations": [{"fullyQualifiedName": "一、工作成效 / (三)强化监督", "kind": "section"}],
            }
        ],
        "partialFingerprints": {},
        "properties": {"confidence": "certain"},
        "relatedLocations": [
            {
                "id": 1,
                "physicalLocation": {"artifactLocation": FILE, "region": region(2, 1, 4, snippet={"text": "(三)"})},
                "message": {"text": "前一个在此"},
            }
        ],
        "fixes": [
            {
                "description": {"text": "建议（需人工确认）：“三” → “四”"},
                "artifactChanges": [
                    {
                        "artifactLocation": FILE,
                        "replacements": [{"deletedRegion": region(3, 2, 3), "insertedContent": {"text": "四"}}],
                    }
                ],
                "properties": {"safety": "unsafe"},
            }
        ],
    }


def test_the_run(render, outcomes) -> None:
    run = run_of(render("sarif", outcomes))
    assert (run["columnKind"], run["language"]) == ("unicodeCodePoints", "zh-CN")
    assert [(result["ruleId"], result["level"]) for result in run["results"]] == [
        ("punct/style", "note"),
        ("outline/duplicate", "error"),
        ("wording/jiezhi", "warning"),
    ]
    driver = run["tool"]["driver"]
    assert (driver["name"], driver["version"]) == ("lint-reports", __version__)
    assert driver["rules"][1] == {
        "id": "outline/duplicate",
        "shortDescription": {"text": "序号重复"},
        "fullDescription": {"text": "序号重复。依据：《某标准》 4.1（应）；逻辑（逻辑）"},
        "help": {
            "text": "序号重复。依据：《某标准》 4.1（应）；逻辑（逻辑）。详见 lint-reports explain outline/duplicate。"
        },
        "defaultConfiguration": {"level": "error"},
        "properties": {"tags": ["outline"]},
    }


def test_what_could_not_be_checked(render, outcomes) -> None:
    (invocation,) = run_of(render("sarif", outcomes, "en"))["invocations"]
    assert invocation == {
        "executionSuccessful": False,
        "toolExecutionNotifications": [
            {
                "level": "error",
                "message": {"text": text},
                "locations": [{"physicalLocation": {"artifactLocation": {"uri": uri, "uriBaseId": "%SRCROOT%"}}}],
            }
            for uri, text in (("c.txt", "rule t/a was given up"), ("%E5%9B%BE.txt", "This is a picture."))
        ],
    }


def test_a_clean_run(render, outcomes) -> None:
    run = run_of(render("sarif", outcomes[1:2]))
    assert (run["results"], run["invocations"]) == (
        [],
        [{"executionSuccessful": True, "toolExecutionNotifications": []}],
    )


def test_a_rule_is_described_once(render, outcomes) -> None:
    run = run_of(render("sarif", [outcomes[0], outcomes[0]._replace(name="另一份.txt")]))
    assert len(run["results"]) == 6
    assert len(run["tool"]["driver"]["rules"]) == 3


ADDRESSES = {
    "甲/乙 %.txt": {"uri": "%E7%94%B2/%E4%B9%99%20%25.txt", "uriBaseId": "%SRCROOT%"},
    "./a.txt": {"uri": "a.txt", "uriBaseId": "%SRCROOT%"},
    "../a.txt": {"uri": "../a.txt"},
    "/elsewhere/甲.txt": {"uri": "file:///elsewhere/%E7%94%B2.txt"},
    "a:b.txt": {"uri": "a%3Ab.txt", "uriBaseId": "%SRCROOT%"},
    "\udcff.txt": {"uri": "%FF.txt", "uriBaseId": "%SRCROOT%"},
}


@pytest.mark.skipif(os.sep != "/", reason="paths of POSIX")
@pytest.mark.parametrize("name", ADDRESSES)
def test_addresses(render, outcomes, name) -> None:
    run = run_of(render("sarif", [outcomes[0]._replace(name=name)]))
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"] == ADDRESSES[name]


def test_only_our_links_are_links(render, hostile) -> None:
    (result,) = run_of(render("sarif", hostile))["results"]
    message = result["message"]["text"]
    assert message.count("](") == 2  # the one that leads to the related place, and one that is escaped
    assert message.count("\\](") == 1
    assert message.endswith("](1)")


def test_a_hostile_document(render, hostile) -> None:
    run = run_of(render("sarif", hostile))
    uri = run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"]
    assert unquote(uri, errors="surrogateescape").endswith(".txt")
    assert uri.isascii()
