"""The schema for editors agrees with what is read."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from lint_reports.configuration import Asked, Configuration
from lint_reports.configuration.jsonschema import config_schema
from lint_reports.errors import ConfigError
from lint_reports.rulelang.builtin import builtin_rules

SCHEMA = config_schema()
VALIDATOR = Draft202012Validator(SCHEMA)


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)


def test_the_kept_schema_is_fresh() -> None:
    """`make schema` writes it."""
    kept = (Path(builtin_rules()) / "config.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == SCHEMA


SAMPLES = {
    "all": (
        (
            "root: true\nprofile: 网页\nseverity: info\nfail-on: never\nselect: time\nignore: [time/day-hao]\nlang: en\n"
            "rules: {time: 'off', wording/repeated-clause: {severity: info, options: {least: 30}}}\nencoding: gb18030\n"
            "exclude: [a/]\ngitignore: false\nbaseline: b.json\nstrict-excuses: true\n"
            "overrides: [{paths: x, select: time, rules: {punct: info}}]"
        ),
        True,
    ),
    "key": ("severty: info", False),
    "value": ("severity: never", False),
    "level": ("rules: {time: fatal}", False),
    "number": ("rules: {wording/repeated-clause: {options: {least: -1}}}", False),
    "profile": ("profile: x", False),
    "truth": ("root: 1", False),
    "empty list": ("exclude: []", False),
    "override": ("overrides: [{severity: info}]", False),
}


@pytest.mark.parametrize("source, right", SAMPLES.values(), ids=SAMPLES)
def test_what_is_read_is_valid(tree, linters, source, right) -> None:
    assert VALIDATOR.is_valid(yaml.safe_load(source)) is right
    tree({"lint-reports.yaml": source})
    if right:
        Configuration(Asked(), linters).settings("a.txt")
    else:
        with pytest.raises(ConfigError):
            Configuration(Asked(), linters).settings("a.txt")
