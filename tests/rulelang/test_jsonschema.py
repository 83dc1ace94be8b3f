"""The schema for editors agrees with the loader."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml
from jsonschema import Draft202012Validator

from lint_reports.kinds import KINDS
from lint_reports.rulelang.builtin import builtin_packs, builtin_rules
from lint_reports.rulelang.jsonschema import rule_schema

SCHEMA = rule_schema(KINDS)
VALIDATOR = Draft202012Validator(SCHEMA)
SHIPPED = [Path(pack) for pack in builtin_packs()]


def test_it_is_a_json_schema() -> None:
    Draft202012Validator.check_schema(SCHEMA)
    assert SCHEMA["$schema"] == "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.name)
def test_the_shipped_packs_are_valid(path: Path) -> None:
    assert [error.message for error in VALIDATOR.iter_errors(yaml.safe_load(path.read_text(encoding="utf-8")))] == []


def test_the_kept_schema_is_fresh() -> None:
    """`make schema` writes it."""
    kept = (Path(builtin_rules()) / "rule.schema.json").read_text(encoding="utf-8")
    assert json.loads(kept) == SCHEMA


KINDS_OF_RULES = {
    "text": "kind: text\npattern: 截止",
    "swap": "kind: swap\nwords: {布署: 部署, 截止目前: {to: 截至目前, inside: x}}",
    "pair": "kind: pair\nmarks: （）\nfaults: [unclosed]",
    "ending": "kind: ending\nof: heading\nmust_not: 。$",
    "series": "kind: series\nforms: 一、\nfault: gap",
    "count": "kind: count\nannounce: 共(?P<n>[三四])项\nitems: labels",
    "fact": "kind: fact\nfind: {signed: roles.signature.date}\nassert: signed.exists\nat: signed",
    "agree": "kind: agree\nforms: {甲: a, 乙: b}",
    "dated": "kind: dated\nfault: late\nwords: {质监局: 2018-12, 工商局: {date: '2018', to: 市场监管局}}",
    "require": "kind: require\nelements: [{name: 标题, role: title}]",
    "nearmiss": "kind: nearmiss\nwhere: text\nnames: [中华人民共和国]\nknown: 中华人民共同体",
    "defined": "kind: defined\nfault: undefined\nuse: 《(?P<name>方案)》\ndefinition: 称《(?P<name>方案)》",
    "script": "kind: script\nfault: spelling\nspellings: {逰: 游}",
    "repeat": "kind: repeat\nof: sentence\nwhere: section\nleast: 20",
    "table": "kind: table\nadd: rows\ntotal: 合计",
}


def test_the_table_has_all_kinds() -> None:
    assert set(KINDS_OF_RULES) == set(KINDS)


@pytest.mark.parametrize("fields", KINDS_OF_RULES.values(), ids=KINDS_OF_RULES)
def test_what_the_loader_takes_is_valid(complaint, pack, fields) -> None:
    source = pack(fields)
    assert complaint(source) is None
    assert VALIDATOR.is_valid(yaml.safe_load(source))


REFUSED = {
    "unknown key": "kind: text\npattern: 截止\nsevrity: error",
    "unknown kind": "kind: texts\npattern: 截止",
    "field of another kind": "kind: text\nwords: {布署: 部署}",
    "field of the kind is missing": "kind: text",
    "unknown severity": "kind: text\npattern: 截止\nseverity: eror",
    "one language": "kind: text\npattern: 截止\nmessage: {zh: 有误}",
    "number out of bounds": "kind: agree\nforms: {甲: a, 乙: b}\nmost: 0",
    "list where a word must stand": "kind: text\npattern: [截止]",
    "no truth value": "kind: text\npattern: 截止\nonce: maybe",
    "empty list": "kind: text\npattern: 截止\ntags: []",
}


@pytest.mark.parametrize("fields", REFUSED.values(), ids=REFUSED)
def test_what_the_loader_refuses_is_invalid(complaint, pack, fields) -> None:
    source = pack(fields)
    assert complaint(source) is not None
    assert not VALIDATOR.is_valid(yaml.safe_load(source))
