"""Every mistake in a configuration says where it stands and what was probably meant."""

from __future__ import annotations

import pytest

from lint_reports.configuration import Asked, Configuration
from lint_reports.configuration.fields import FIELDS
from lint_reports.errors import ConfigError

MISTAKES = {
    "key": ("severty: info", "1:1", f"unknown key “severty”; did you mean “severity”? Allowed: {', '.join(FIELDS)}."),
    "value": ("severity: eror", "1:11", "unknown value “eror”; did you mean “error”? Allowed: error, warning, info."),
    "no value": ("severity:", "1:10", "unknown value “”. Allowed: error, warning, info."),
    "level": (
        "rules:\n  outline/gap: of",
        "2:16",
        "unknown value “of”; did you mean “off”? Allowed: off, info, warning, error.",
    ),
    "number": (
        "rules:\n  t/a: {options: {least: x}}",
        "2:26",
        "expected a whole number from 0 to 1000000, not “x”",
    ),
    "profile": (
        "profile: webb",
        "1:10",
        "unknown profile “webb”; did you mean “web”? Allowed: 公文, official, 出版, publication, 网页, web.",
    ),
    "encoding": ("encoding: gb2", "1:11", "unknown encoding “gb2”. Allowed: utf-8, gb18030, big5, utf-16."),
    "truth": ("root: yes", "1:7", "expected true or false, not “yes”"),
    "pattern": ("exclude: ['!']", "1:11", "“!” is no pattern for paths as in .gitignore"),
    "override without paths": ("overrides:\n  - severity: info", "2:5", "the field paths is missing"),
    "override of what holds for all": (
        "overrides:\n  - {paths: x, lang: en}",
        "2:16",
        "unknown field “lang”. Allowed: paths, profile, severity, fail-on, select, ignore, rules, encoding.",
    ),
    "no mapping": ("- severity", "1:1", "expected a mapping of keys to values"),
    "no YAML": (
        "select: [time",
        "1:9",
        "not valid YAML: did not find expected ',' or ']'; check indentation, the space after colons, and quotes",
    ),
    "no rule": (
        "select:\n  - time\n  - tiem",
        "3:5",
        "no rule or pack “tiem”; did you mean “time”? `lint-reports rules list` shows them all",
    ),
    "no rule to change": (
        "rules: {outline/gpa: off}",
        "1:9",
        "no rule or pack “outline/gpa”; did you mean “outline/gap”? `lint-reports rules list` shows them all",
    ),
    "no such number": (
        "rules: {outline/gap: {options: {most: 3}}}",
        "1:9",
        "option most of rule outline/gap: this rule has no number that can be changed",
    ),
    "no pack": ("packs: [house.yaml]", "1:9", "no rule file or folder house.yaml"),
    "in an override": (
        "overrides:\n  - paths: a.txt\n    ignore: punkt",
        "3:13",
        "no rule or pack “punkt”; did you mean “punct”? `lint-reports rules list` shows them all",
    ),
}


def complaint(linters) -> str:
    with pytest.raises(ConfigError) as caught:
        Configuration(Asked(), linters).settings("a.txt")
    return str(caught.value.say.en)


@pytest.mark.parametrize("source, place, sentence", MISTAKES.values(), ids=MISTAKES)
def test_a_mistake_in_yaml(tree, linters, source, place, sentence) -> None:
    tree({"lint-reports.yaml": source})
    line, column = map(int, place.split(":"))
    first, shown, caret = complaint(linters).split("\n")
    assert first == f"lint-reports.yaml:{place}: {sentence}"
    assert shown == f"    {source.split(chr(10))[line - 1]}"
    assert len(caret) == 4 + column


IN_TOML = {
    "key": ('[tool.lint-reports]\nseverty = "info"', "2:1", "unknown key “severty”"),
    "value": ('[tool.lint-reports]\nseverity = "eror"', "2:12", "unknown value “eror”"),
    "dotted": ('[tool]\nlint-reports.severity = "eror"', "2:25", "unknown value “eror”"),
    "inline": ('[tool.lint-reports]\nrules = { "t/a" = "info", "t/b" = "eror" }', "2:35", "unknown value “eror”"),
    "level": ('[tool.lint-reports.rules]\nx = "info"\n"outline/gap" = \'eror\'', "3:17", "unknown value “eror”"),
    "in a list over lines": (
        '[tool.lint-reports]\nselect = [\n  "time",\n  "tiem",\n]',
        "4:3",
        "no rule or pack “tiem”",
    ),
    "second override": (
        '[[tool.lint-reports.overrides]]\npaths = "a"\n[[tool.lint-reports.overrides]]\npaths = "a.txt"\nignore = "x"',
        "5:10",
        "no rule or pack “x”",
    ),
    "truth": ('[tool.lint-reports]\nroot = "true"', "2:8", "expected true or false"),
    "date": ("[tool.lint-reports]\nseverity = 2024-01-02", "2:12", "unknown value “2024-01-02”"),
    "no table": ('[tool]\nlint-reports = "x"', "2:16", "[tool.lint-reports] must be a table"),
    "no TOML": ("[tool.lint-reports\n", "1:19", "not valid TOML: Expected ']'"),
    "no end": ("[tool.lint-reports]\nselect = [", "2:1", "not valid TOML: Invalid value"),
    "nested too deep": (
        "[tool.lint-reports]\nselect = " + 2000 * "[",
        "1:1",
        "the file is too large, or nested too deep",
    ),
    "steers a terminal": (
        '[tool.lint-reports]\nselect = "\\u001b"',
        "2:1",
        "the control character U+001B is not allowed",
    ),
}


@pytest.mark.parametrize("source, place, sentence", IN_TOML.values(), ids=IN_TOML)
def test_a_mistake_in_toml(tree, linters, source, place, sentence) -> None:
    tree({"pyproject.toml": source})
    assert complaint(linters).startswith(f"pyproject.toml:{place}: {sentence}")


def test_all_mistakes_at_once(tree, linters) -> None:
    tree({"lint-reports.yaml": "severity: x\nroot: x\nlang: x"})
    lines = complaint(linters).split("\n")
    assert [line.split(" ")[0] for line in lines[::3]] == [
        f"lint-reports.yaml:{place}:" for place in ("1:11", "2:7", "3:7")
    ]


def test_two_configurations_in_one_folder(tree, linters) -> None:
    tree({"lint-reports.yaml": "root: true", "pyproject.toml": "[tool.lint-reports]\nroot = true"})
    assert complaint(linters) == "lint-reports.yaml and [tool.lint-reports] in pyproject.toml: keep one of them"


def test_no_utf_8(tree, linters, tmp_path) -> None:
    (tmp_path / "lint-reports.yaml").write_bytes("profile: 网页".encode("gb18030"))
    assert complaint(linters) == "lint-reports.yaml:1:1: not UTF-8 (byte 9); save it as UTF-8"


def test_a_file_that_is_not_there(tree, linters) -> None:
    with pytest.raises(ConfigError) as caught:
        Configuration(Asked(file="mine.yaml"), linters)
    assert caught.value.say.en == "mine.yaml: the configuration cannot be read: No such file or directory"


def test_a_mistake_is_told_again_and_what_is_right_is_kept(tree, linters) -> None:
    tree({"lint-reports.yaml": "severity: x"})
    assert complaint(linters) == complaint(linters)
    tree({"lint-reports.yaml": "severity: info"})
    first = Configuration(Asked(), linters).settings("a.txt")
    assert Configuration(Asked(), linters).settings("a.txt") == first
    tree({"lint-reports.yaml": "severity: error"})
    assert Configuration(Asked(), linters).settings("a.txt") != first
