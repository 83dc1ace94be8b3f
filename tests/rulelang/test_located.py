"""YAML that knows where everything stands, and what of YAML is refused."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.rulelang.located import MAX_SOURCE, Listing, Mapping, Place, Scalar, Wrong, inner_place, parse

# The file; where the mistake is; what is said of it.
MISTAKES = {
    "empty": ("", "1:1", "文件是空的。", "the file is empty"),
    "nothing but a comment": ("# 说明\n", "1:1", "文件是空的。", "the file is empty"),
    "nothing in the document": ("---\n", "2:1", "应为“键: 值”。", "expected a mapping of keys to values"),
    "a word": ("规则\n", "1:1", "应为“键: 值”。", "expected a mapping of keys to values"),
    "a list": ("- a\n- b\n", "1:1", "应为“键: 值”。", "expected a mapping of keys to values"),
    "two documents": (
        "pack: t\n---\npack: u\n",
        "2:1",
        "一个文件只能有一个 YAML 文档，请拆成几个文件。",
        "only one YAML document in a file; split it",
    ),
    "alias": (
        "pack: t\ntitle: {zh: 试验, en: trial}\nrules: *x\n",
        "3:8",
        "不支持锚点和别名（& 与 *）；含这些字符的文字请加引号。",
        "anchors and aliases (& and *) are not allowed; quote such text",
    ),
    "anchor": (
        "pack: t\ntitle: {zh: 试验, en: trial}\nrules:\n  - &x {id: t/a}\n",
        "4:5",
        "不支持锚点和别名（& 与 *）；含这些字符的文字请加引号。",
        "anchors and aliases (& and *) are not allowed; quote such text",
    ),
    "merge key": (
        "pack: t\ntitle: {zh: 试验, en: trial}\n<<: {a: b}\n",
        "3:1",
        "没有名为“<<”的字段。可用的有：pack、title、rules。",
        "unknown field “<<”. Allowed: pack, title, rules.",
    ),
    "tag of YAML": (
        "pack: t\ntitle: {zh: 试验, en: trial}\nrules: !!seq []\n",
        "3:8",
        "不支持标签（! 开头的记号）；以 ! 开头的文字请加引号。",
        "tags (words that begin with !) are not allowed; quote such text",
    ),
    "tag of Python": (
        "pack: !!python/object/apply:os.system [ls]\n",
        "1:7",
        "不支持标签（! 开头的记号）；以 ! 开头的文字请加引号。",
        "tags (words that begin with !) are not allowed; quote such text",
    ),
    "own tag": (
        "pack: !x y\n",
        "1:7",
        "不支持标签（! 开头的记号）；以 ! 开头的文字请加引号。",
        "tags (words that begin with !) are not allowed; quote such text",
    ),
    "key twice": (
        "pack: t\ntitle: {zh: 试, en: t}\npack: u\n",
        "3:1",
        "键“pack”重复，第 1 行已有。",
        "the key “pack” stands twice, first in line 1",
    ),
    "inner key twice": (
        "pack: t\ntitle: {zh: 试, zh: 又, en: t}\n",
        "2:16",
        "键“zh”重复，第 2 行已有。",
        "the key “zh” stands twice, first in line 2",
    ),
    "list as key": ("? [a, b]\n: c\n", "1:3", "键必须是一个词。", "a key must be a single word"),
    "control character by an escape": (
        'pack: "\\e[31m"\n',
        "1:7",
        "不能有控制字符 U+001B，请删去。",
        "the control character U+001B is not allowed; delete it",
    ),
    "indentation": (
        "pack: t\n title: x\n",
        "2:7",
        "不是合法的 YAML：mapping values are not allowed in this context。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: mapping values are not allowed in this context; check indentation, the space after colons, and quotes",
    ),
    "colon in a value": (
        "pack: t\ntitle: a: b\n",
        "2:9",
        "不是合法的 YAML：mapping values are not allowed in this context。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: mapping values are not allowed in this context; check indentation, the space after colons, and quotes",
    ),
    "quotes in braces": (
        "pack: t\ntitle: {zh: “{match}”有误, en: x}\n",
        "2:14",
        "不是合法的 YAML：did not find expected ',' or '}'。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: did not find expected ',' or '}'; check indentation, the space after colons, and quotes",
    ),
    "quote never closed": (
        "pack: t\ntitle: 'abc\n\n",
        "2:8",
        "不是合法的 YAML：found unexpected end of stream。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: found unexpected end of stream; check indentation, the space after colons, and quotes",
    ),
    "bracket never closed": (
        "pack: [t\n",
        "1:7",
        "不是合法的 YAML：did not find expected ',' or ']'。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: did not find expected ',' or ']'; check indentation, the space after colons, and quotes",
    ),
    "star": (
        "pack: t\ntitle: {zh: *重点, en: x}\n",
        "2:14",
        "不是合法的 YAML：did not find expected alphabetic or numeric character。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: did not find expected alphabetic or numeric character; check indentation, the space after colons, and quotes",
    ),
    "per cent": (
        "pack: t\ntitle: %x\n",
        "2:8",
        "不是合法的 YAML：found character that cannot start any token。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: found character that cannot start any token; check indentation, the space after colons, and quotes",
    ),
    "at sign": (
        "pack: @t\n",
        "1:7",
        "不是合法的 YAML：found character that cannot start any token。请检查缩进、冒号后的空格和引号。",
        "not valid YAML: found character that cannot start any token; check indentation, the space after colons, and quotes",
    ),
    "no pack": ("title: {zh: 试, en: t}\nrules: [a]\n", "1:1", "缺少字段 pack。", "the field pack is missing"),
    "no title": ("pack: t\nrules: [a]\n", "1:1", "缺少字段 title。", "the field title is missing"),
    "no rules": ("pack: t\ntitle: {zh: 试验, en: trial}\n", "1:1", "缺少字段 rules。", "the field rules is missing"),
    "no rule in the list": (
        "pack: t\ntitle: {zh: 试验, en: trial}\nrules: []\n",
        "3:8",
        "应为列表，且不能为空。",
        "expected a list that is not empty",
    ),
    "rules are a word": (
        "pack: t\ntitle: {zh: 试验, en: trial}\nrules: 无\n",
        "3:8",
        "应为列表，且不能为空。",
        "expected a list that is not empty",
    ),
    "rules are a mapping": (
        "pack: t\ntitle: {zh: 试验, en: trial}\nrules: {a: b}\n",
        "3:8",
        "应为列表，且不能为空。",
        "expected a list that is not empty",
    ),
    "unknown field": (
        "pack: t\ntitle: {zh: 试验, en: trial}\nrule:\n  - a\n",
        "3:1",
        "没有名为“rule”的字段，是否想写“rules”？可用的有：pack、title、rules。",
        "unknown field “rule”; did you mean “rules”? Allowed: pack, title, rules.",
    ),
    "pack is a list": (
        "pack: [t]\ntitle: {zh: 试, en: t}\nrules: [a]\n",
        "1:7",
        "应为单个值。",
        "expected a single value",
    ),
}


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_named_where_it_stands(complaint, mistake, name) -> None:
    source, place, zh, en = MISTAKES[name]
    assert complaint(source) == Say(mistake(source, place, zh), mistake(source, place, en))


def test_a_control_character_is_named_and_not_shown(complaint) -> None:
    said = complaint("pack: t\ntitle: 红\x1b[31m\n")
    assert said == Say(
        "t.yaml:2:9: 不能有控制字符 U+001B，请删去。\n    title: 红\ufffd[31m\n           \u3000^",
        "t.yaml:2:9: the control character U+001B is not allowed; delete it\n    title: 红\ufffd[31m\n           \u3000^",
    )


def test_a_tab_is_shown_as_a_space(complaint) -> None:
    said = complaint("pack: t\n\ttitle: x\n")
    advice = "请检查缩进、冒号后的空格和引号。"
    assert said.zh == (
        f"t.yaml:2:1: 不是合法的 YAML：found a tab character that violates indentation。{advice}\n     title: x\n    ^"
    )


@pytest.mark.parametrize("source", ["a: " + "[" * 60 + "]" * 60, "a: " + "[" * 1_000_000], ids=["closed", "hostile"])
def test_what_is_nested_too_deeply_is_refused_at_once(source) -> None:
    with pytest.raises(Wrong) as caught:
        parse(source, "t.yaml")
    assert caught.value.place == Place("t.yaml", 1, 44)
    assert caught.value.say == Say("嵌套超过 40 层，请减少层次。", "nested more than 40 deep; flatten it")


def test_forty_levels_are_allowed() -> None:
    assert isinstance(parse("a: " + "[" * 40 + "]" * 40, "t.yaml"), Mapping)


def test_a_file_that_is_too_large_is_not_read() -> None:
    with pytest.raises(Wrong) as caught:
        parse("a" * (MAX_SOURCE + 1), "t.yaml")
    assert caught.value.place == Place("t.yaml", 1, 1)
    assert caught.value.say == Say(
        "文件过大：超过 2000000 个字符。请拆成几个规则包。", "the file is larger than 2000000 characters; split it"
    )


def test_every_value_knows_its_place() -> None:
    source = "键: 值\nlist:\n  - 'it''s'\n  - {a: \"b\"}\n"
    assert parse(source, "t.yaml") == Mapping(
        Place("t.yaml", 1, 1),
        (
            (Scalar(Place("t.yaml", 1, 1), "键", plain=True), Scalar(Place("t.yaml", 1, 4), "值", plain=True)),
            (
                Scalar(Place("t.yaml", 2, 1), "list", plain=True),
                Listing(
                    Place("t.yaml", 3, 3),
                    (
                        Scalar(Place("t.yaml", 3, 5), "it's", plain=False, exact=False),
                        Mapping(
                            Place("t.yaml", 4, 5),
                            (
                                (
                                    Scalar(Place("t.yaml", 4, 6), "a", plain=True),
                                    Scalar(Place("t.yaml", 4, 9), "b", plain=False),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    )


def test_a_value_is_text_until_a_field_says_what_it_is() -> None:
    root = parse("a: 1\nb: true\nc: ~\nd: 2024-02-05\ne:\n", "t.yaml")
    assert isinstance(root, Mapping)
    assert [value.text for _, value in root.pairs] == ["1", "true", "~", "2024-02-05", ""]


@pytest.mark.parametrize(
    "source, offset, column",
    [
        ("a: 甲乙丙", 1, 5),
        ("a: '甲乙丙'", 1, 6),
        ('a: "甲乙丙"', 2, 7),
        ("a: '甲''乙'", 2, 4),
        ('a: "\\u7532乙"', 1, 4),
        ("a: 甲\n  乙", 2, 4),
        ("a: |\n  甲乙", 1, 4),
        ("a: >-\n  甲乙", 1, 4),
    ],
    ids=["plain", "single", "double", "doubled quote", "escape", "two lines", "block", "folded"],
)
def test_the_place_of_a_character_or_of_its_value(source, offset, column) -> None:
    root = parse(source, "t.yaml")
    assert isinstance(root, Mapping)
    assert inner_place(root.pairs[0][1], offset) == Place("t.yaml", 1, column)


def test_a_key_is_looked_up_by_its_name() -> None:
    root = parse("a: 1\nb: 2\n", "t.yaml")
    assert isinstance(root, Mapping)
    assert root.get("b") == Scalar(Place("t.yaml", 2, 4), "2", plain=True)
    assert root.get("c") is None
