"""What each class of field takes, and what it says to anything else."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.rulelang.located import Mapping, Node, Scalar, Wrong, parse
from lint_reports.rulelang.schema import (
    Choice,
    Field,
    Flag,
    Integer,
    ListOf,
    MapOf,
    Record,
    Text,
    TextOr,
    Unread,
    nearest,
    unknown,
)


def _upper(scalar: Scalar) -> str:
    if scalar.text == "no":
        raise Wrong(scalar.place, Say("不行。", "no"))
    return scalar.text.upper()


def value_of(source: str) -> Node:
    root = parse(f"v: {source}", "t.yaml")
    assert isinstance(root, Mapping)
    return root.pairs[0][1]


TEXT = Text("a word", most=5)
CHECKED = Text("", _upper)
CHOICE = Choice(("error", "warning", "info"))
FLAG = Flag()
INTEGER = Integer(1, 100)
LIST = ListOf(TEXT)
SINGLE = ListOf(CHOICE, single=True)
PAIRS = ListOf(TEXT, least=2)
MAP = MapOf(INTEGER)
KEYED = MapOf(INTEGER, key=_upper)
RECORD = Record({"zh": TEXT, "en": TEXT, "least": INTEGER}, ("zh",))
EITHER = TextOr(TEXT, Record({"to": TEXT, "inside": LIST}, ("to",)), "to")
UNREAD = Unread()

GOOD: dict[str, tuple[Field, str, object]] = {
    "text": (TEXT, "截至", "截至"),
    "number as text": (TEXT, "2024", "2024"),
    "text in quotes": (TEXT, "' 截至 '", " 截至 "),
    "text of the greatest length": (TEXT, "一二三四五", "一二三四五"),
    "checked text": (CHECKED, "yes", "YES"),
    "choice": (CHOICE, "info", "info"),
    "choice in quotes": (CHOICE, "'info'", "info"),
    "true": (FLAG, "true", True),
    "false": (FLAG, "false", False),
    "least": (INTEGER, "1", 1),
    "most": (INTEGER, "100", 100),
    "zeros before": (INTEGER, "007", 7),
    "list": (LIST, "[甲, 乙]", ("甲", "乙")),
    "one without brackets": (SINGLE, "info", ("info",)),
    "several": (SINGLE, "[info, error]", ("info", "error")),
    "as many as needed": (PAIRS, "[甲, 乙]", ("甲", "乙")),
    "mapping": (MAP, "{甲: 1, 乙: 2}", {"甲": 1, "乙": 2}),
    "mapping with checked keys": (KEYED, "{a: 1}", {"A": 1}),
    "record": (RECORD, "{en: b, zh: 甲}", {"zh": "甲", "en": "b", "least": None}),
    "record with a number": (RECORD, "{zh: 甲, least: 3}", {"zh": "甲", "en": None, "least": 3}),
    "short form": (EITHER, "部署", {"to": "部署", "inside": None}),
    "long form": (EITHER, "{to: 部署, inside: [x]}", {"to": "部署", "inside": ("x",)}),
}


@pytest.mark.parametrize("name", GOOD)
def test_what_a_field_takes(name) -> None:
    field, source, value = GOOD[name]
    assert field.read(value_of(source)) == value


EMPTY = Say("这里不能为空。", "this must not be empty")
SCALAR = Say("应为单个值。", "expected a single value")
MAPPING = Say("应为“键: 值”。", "expected a mapping of keys to values")
BAD: dict[str, tuple[Field, str, int, Say]] = {
    "empty text": (TEXT, "''", 4, EMPTY),
    "nothing": (TEXT, "", 3, EMPTY),
    "white space": (TEXT, "'　 '", 4, EMPTY),
    "too long": (TEXT, "一二三四五六", 4, Say("过长：至多 5 个字符。", "longer than 5 characters")),
    "list for a text": (TEXT, "[甲]", 4, SCALAR),
    "mapping for a text": (TEXT, "{a: b}", 4, SCALAR),
    "refused by its check": (CHECKED, "no", 4, Say("不行。", "no")),
    "slip of the pen": (
        CHOICE,
        "eror",
        4,
        Say(
            "没有名为“eror”的取值，是否想写“error”？可用的有：error、warning、info。",
            "unknown value “eror”; did you mean “error”? Allowed: error, warning, info.",
        ),
    ),
    "beginning of a word": (
        CHOICE,
        "in",
        4,
        Say(
            "没有名为“in”的取值，是否想写“info”？可用的有：error、warning、info。",
            "unknown value “in”; did you mean “info”? Allowed: error, warning, info.",
        ),
    ),
    "another word": (
        CHOICE,
        "严重",
        4,
        Say(
            "没有名为“严重”的取值。可用的有：error、warning、info。",
            "unknown value “严重”. Allowed: error, warning, info.",
        ),
    ),
    "list for a choice": (CHOICE, "[info]", 4, SCALAR),
    "yes": (FLAG, "yes", 4, Say("应为 true 或 false，而不是“yes”。", "expected true or false, not “yes”")),
    "True": (FLAG, "True", 4, Say("应为 true 或 false，而不是“True”。", "expected true or false, not “True”")),
    "true in quotes": (
        FLAG,
        "'true'",
        4,
        Say("应为 true 或 false，而不是“true”。", "expected true or false, not “true”"),
    ),
    "list for a flag": (FLAG, "[true]", 4, SCALAR),
    **{
        f"number {text}": (
            INTEGER,
            text,
            4,
            Say(f"应为 1 到 100 的整数，而不是“{text}”。", f"expected a whole number from 1 to 100, not “{text}”"),
        )
        for text in ("0", "101", "-1", "1.5", "1_0", "十", "１", "²", "9" * 20)
    },
    "list for a number": (INTEGER, "[1]", 4, SCALAR),
    "text for a list": (LIST, "甲", 4, Say("应为列表。", "expected a list")),
    "mapping for a list": (LIST, "{a: b}", 4, Say("应为列表。", "expected a list")),
    "empty list": (LIST, "[]", 4, Say("列表至少要有 1 项。", "the list needs at least 1")),
    "list that is too short": (PAIRS, "[甲]", 4, Say("列表至少要有 2 项。", "the list needs at least 2")),
    "wrong item": (LIST, "[甲, '']", 8, EMPTY),
    "wrong single item": (SINGLE, "{a: b}", 4, SCALAR),
    "text for a mapping": (MAP, "甲", 4, MAPPING),
    "empty mapping": (MAP, "{}", 4, MAPPING),
    "wrong value in a mapping": (MAP, "{甲: 1, 乙: []}", 14, SCALAR),
    "wrong key": (KEYED, "{no: 1}", 5, Say("不行。", "no")),
    "text for a record": (RECORD, "甲", 4, MAPPING),
    "required key": (RECORD, "{en: a}", 4, Say("缺少字段 zh。", "the field zh is missing")),
    "unknown key": (
        RECORD,
        "{zh: 甲, leest: 1}",
        12,
        Say(
            "没有名为“leest”的字段，是否想写“least”？可用的有：zh、en、least。",
            "unknown field “leest”; did you mean “least”? Allowed: zh, en, least.",
        ),
    ),
    "unknown key before a missing one": (
        RECORD,
        "{fr: 甲}",
        5,
        Say("没有名为“fr”的字段。可用的有：zh、en、least。", "unknown field “fr”. Allowed: zh, en, least."),
    ),
    "neither form": (EITHER, "[部署]", 4, MAPPING),
    "short form that is empty": (EITHER, "''", 4, EMPTY),
    "long form that is incomplete": (EITHER, "{inside: [x]}", 4, Say("缺少字段 to。", "the field to is missing")),
    "no nodes": (UNREAD, "[]", 4, Say("应为列表，且不能为空。", "expected a list that is not empty")),
}


@pytest.mark.parametrize("name", BAD)
def test_what_a_field_refuses(name) -> None:
    field, source, column, say = BAD[name]
    with pytest.raises(Wrong) as caught:
        field.read(value_of(source))
    assert (caught.value.place, caught.value.say) == (("t.yaml", 1, column), say)


def test_items_that_somebody_else_reads_stay_nodes() -> None:
    node = value_of("[甲, {a: b}]")
    assert UNREAD.read(node) == node.items


SCHEMAS = {
    "text": (TEXT, {"type": "string", "minLength": 1, "maxLength": 5, "description": "a word"}),
    "choice": (CHOICE, {"enum": ["error", "warning", "info"]}),
    "flag": (FLAG, {"type": "boolean"}),
    "integer": (INTEGER, {"type": "integer", "minimum": 1, "maximum": 100}),
    "list": (LIST, {"type": "array", "items": TEXT.schema(), "minItems": 1}),
    "one or several": (
        SINGLE,
        {"anyOf": [CHOICE.schema(), {"type": "array", "items": CHOICE.schema(), "minItems": 1}]},
    ),
    "mapping": (MAP, {"type": "object", "additionalProperties": INTEGER.schema(), "minProperties": 1}),
    "record": (
        RECORD,
        {
            "type": "object",
            "properties": {"zh": TEXT.schema(), "en": TEXT.schema(), "least": INTEGER.schema()},
            "additionalProperties": False,
            "required": ["zh"],
        },
    ),
    "two forms": (EITHER, {"anyOf": [TEXT.schema(), EITHER.longer.schema()]}),
    "nodes": (UNREAD, {"type": "array", "items": {}, "minItems": 1}),
}


@pytest.mark.parametrize("name", SCHEMAS)
def test_the_same_as_json_schema(name) -> None:
    field, schema = SCHEMAS[name]
    assert field.schema() == schema


@pytest.mark.parametrize(
    "found, known, near",
    [
        ("sevrity", ("severity", "title"), "severity"),
        ("out", ("time", "outline"), "outline"),
        ("一.", ("一、", "其一"), None),
        ("xyz", ("severity", "title"), None),
        ("a", (), None),
    ],
)
def test_the_name_that_was_probably_meant(found, known, near) -> None:
    assert nearest(found, known) == near


def test_names_may_be_told_once_only() -> None:
    wrong = unknown(value_of("x").place, "titel", iter(["title", "text"]), Say("位置", "place"))
    assert wrong.say == Say(
        "没有名为“titel”的位置，是否想写“title”？可用的有：title、text。",
        "unknown place “titel”; did you mean “title”? Allowed: title, text.",
    )
