"""Markdown: the blocks of a file, what is left out, and where each character stands."""

from __future__ import annotations

import time

import pytest

from lint_reports.document import Block, BlockKind, Document
from lint_reports.errors import InputError
from lint_reports.language import Say
from lint_reports.readers import markdown, read
from lint_reports.readers.flat import flat_passages
from lint_reports.readers.frontmatter import front_matter
from lint_reports.text import Span


def document(text: str) -> Document:
    return read(text.encode(), "a.md")


def blocks(text: str) -> list[tuple[str, int, str]]:
    read_ = document(text)
    return [(block.kind.value, block.level, block.span.of(read_.text)) for block in read_.blocks]


def texts(text: str) -> list[str]:
    return [shown for _, _, shown in blocks(text)]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("# 标题\n\n正文\n", [("heading", 1, "标题"), ("paragraph", 0, "正文")], id="heading and paragraph"),
        pytest.param("## 标题 ##\n### 甲#\n#### #\n# \n", [("heading", 2, "标题"), ("heading", 3, "甲#")], id="closing hashes"),
        pytest.param("标题\n===\n正文\n副题\n---\n", [("heading", 1, "标题"), ("heading", 2, "正文副题")], id="underlined headings"),
        pytest.param("#标题\n####### 七\n", [("paragraph", 0, "#标题####### 七")], id="no headings"),
        pytest.param("- 甲\n- 乙\n  - 丙\n\n    丁\n", [("list-item", 1, "甲"), ("list-item", 1, "乙"), ("list-item", 2, "丙"), ("list-item", 2, "丁")], id="bullets"),
        pytest.param("- [ ] 甲\n- [x] 乙\n", [("list-item", 1, "甲"), ("list-item", 1, "乙")], id="tasks"),
        pytest.param("> 甲\n> > 乙\n\n> - 丙\n", [("quote", 1, "甲"), ("quote", 2, "乙"), ("list-item", 1, "丙")], id="quotations"),
        pytest.param("- > 甲\n", [("quote", 1, "甲")], id="a quotation in a list"),
        pytest.param("> [!NOTE] 说明\n> 甲\n", [("quote", 1, "说明甲")], id="a note"),
        pytest.param("> # 甲\n", [("heading", 1, "甲")], id="a heading in a quotation"),
        pytest.param("甲\r\n\r\n乙\r丙\r\r丁", [("paragraph", 0, "甲"), ("paragraph", 0, "乙丙"), ("paragraph", 0, "丁")], id="all line ends"),
        pytest.param("甲\f# 乙\v丙\u2028丁\u2029- 戊", [("paragraph", 0, "甲"), ("heading", 1, "乙"), ("paragraph", 0, "丙"), ("paragraph", 0, "丁"), ("list-item", 1, "戊")], id="pages and breaks"),
    ],
)  # fmt: skip
def test_blocks(text: str, expected: list[tuple[str, int, str]]):
    assert blocks(text) == expected


@pytest.mark.parametrize(
    "text, flat",
    [
        pytest.param("# 标题\n\n**一、**甲\n乙\n\n1.丙\n——丁 ##\n", True, id="headings and paragraphs"),
        pytest.param("---\ntitle: 甲\ntags:\n  - 乙\n---\n正文\n", True, id="front matter"),
        *(
            pytest.param(f"甲\n{line}", False, id=line)
            for line in ("#", "# #", "#甲", "- 甲", "* 甲", "***", "**", "1. 甲", "1)", "> 甲", "===", "```", "    甲", "\t甲", "<甲>", "|甲|", "[甲]: /u", "# [^1]: 甲")
        ),
        pytest.param("甲\r\n乙", False, id="CRLF"),
        pytest.param("甲\f乙", False, id="a page end"),
    ],
)  # fmt: skip
def test_headings_and_paragraphs_alone_need_no_parser(text: str, flat: bool):
    assert (flat_passages(text, front_matter(text).end) is not None) is flat


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("1. 甲\n2. 乙\n", ["1. 甲", "2. 乙"], id="as written"),
        pytest.param("3. 甲\n4. 乙\n", ["3. 甲", "4. 乙"], id="from any number"),
        pytest.param(
            "1. 甲\n\n正文。\n\n2. 乙\n\n正文。\n\n4. 丙\n",
            ["1. 甲", "正文。", "2. 乙", "正文。", "4. 丙"],
            id="lists of one",
        ),
        pytest.param("1) 甲\n   丙\n2) 乙\n", ["1) 甲丙", "2) 乙"], id="brackets"),
        pytest.param("1. 甲\n1. 乙\n", ["甲", "乙"], id="numbered by the page"),
        pytest.param("1. 甲\n2. 乙\n4. 丙\n", ["甲", "乙", "丙"], id="renumbered by the page"),
        pytest.param("1. 甲\n   1. 乙\n   1. 丙\n2. 丁\n", ["1. 甲", "乙", "丙", "2. 丁"], id="a list in a list"),
        pytest.param("1. [x] 甲\n", ["甲"], id="a task"),
        pytest.param("1. - 甲\n", ["甲"], id="nothing before an inner list"),
        pytest.param("1.推进甲\n2.推进乙\n", ["1.推进甲", "2.推进乙"], id="labels that are no list"),
    ],
)
def test_numbers_of_items_are_those_that_the_page_shows(text: str, expected: list[str]):
    assert texts(text) == expected


def test_cells_know_where_they_stand():
    read_ = document("| 甲 | **乙** |\n|---|:--:|\n| `a` | 丙<br>丁 |\n\n正文\n\n一|二\n-|-\n|三\n")

    assert [(block.kind.value, block.cell, block.span.of(read_.text)) for block in read_.blocks] == [
        ("table-cell", (1, 1, 1), "甲"),
        ("table-cell", (1, 1, 2), "乙"),
        ("table-cell", (1, 2, 1), "\ufffc"),
        ("table-cell", (1, 2, 2), "丙"),
        ("table-cell", (1, 2, 2), "丁"),
        ("paragraph", None, "正文"),
        ("table-cell", (2, 1, 1), "一"),
        ("table-cell", (2, 1, 2), "二"),
        ("table-cell", (2, 2, 1), "三"),
    ]


@pytest.mark.parametrize(
    "row, columns",
    [
        pytest.param("| 1 | | 3 |", [1, 3], id="an empty cell"),
        pytest.param("| 1 || 3 |", [1, 3], id="an empty cell without a space"),
        pytest.param("|| 2 | 3 |", [2, 3], id="nothing before the second"),
        pytest.param("1 | | 3", [1, 3], id="no outer bars"),
        pytest.param(" | 2 | 3", [1, 2], id="an outer bar on the left"),
        pytest.param("| 1\\|2 | 3 |", [1, 2], id="an escaped bar"),
        pytest.param("| | | 3 |", [3], id="the last only"),
    ],
)
@pytest.mark.parametrize("before", ["", "> "], ids=["plain", "in a quotation"])
def test_columns_are_told_by_the_bars(row: str, columns: list[int], before: str):
    read_ = document("".join(f"{before}{line}\n" for line in ("| a | b | c |", "|---|---|---|", row)))

    assert [block.cell.column for block in read_.blocks if block.cell and block.cell.row == 2] == columns


def test_tables_that_stand_together_are_told_apart():
    read_ = document("| a |\n|---|\n| 1 |\n\n| b |\n|---|\n| 2 |\n")

    assert [block.cell for block in read_.blocks] == [(1, 1, 1), (1, 2, 1), (2, 1, 1), (2, 2, 1)]


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param(
            "甲[^1]乙[^2]\n\n[^1]: 注一\n[^2]: 注 二\n    续\n",
            [("paragraph", 0, "甲乙"), ("footnote", 0, "注一"), ("footnote", 0, "注 二续")],
            id="footnotes",
        ),
        pytest.param(
            "正文\n[^1]: 注\n", [("paragraph", 0, "正文"), ("footnote", 0, "注")], id="a footnote under a line"
        ),
        pytest.param("[a]: http://b.cn\n[c]: <d> '题'\n见[a]与[c]\n", [("paragraph", 0, "见a与c")], id="definitions"),
        pytest.param("见[A]\n\n> [a]: /b\n", [("paragraph", 0, "见A")], id="a definition further down"),
        pytest.param("[注]: 均为快报数\n", [("paragraph", 0, "[注]: 均为快报数")], id="a remark"),
        pytest.param("正文\n[a]: /b\n", [("paragraph", 0, "正文[a]: /b")], id="no definition within a paragraph"),
    ],
)
def test_references(text: str, expected: list[tuple[str, int, str]]):
    assert blocks(text) == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("甲\n\n```python\n代码\n```\n\n乙\n~~~\n代码\n", ["甲", "乙"], id="fenced code"),
        pytest.param("甲\n\n    x = 1  # 注\n\n乙\n", ["甲", "乙"], id="indented code"),
        pytest.param("甲\n\n<div>\n乙\n</div>\n\n<!-- 丙 -->\n\n丁\n", ["甲", "丁"], id="HTML"),
        pytest.param("甲\n\n---\n\n***\n\n乙\n", ["甲", "乙"], id="rules"),
        pytest.param("![图](a.png)\n\n甲![图](a.png)`码`\n", ["\ufffc", "甲\ufffc\ufffc"], id="images and code are one character"),
        pytest.param("甲\n\n- \n\n>\n\n#\n\n\u200b\n\n&nbsp;\n\n<br>\n\n**\u3000**\n", ["甲"], id="what shows nothing"),
        pytest.param("---\n\n甲\n\n---\n\n乙\n", ["甲", "乙"], id="a rule at the start"),
        pytest.param("+++\n\n甲\n\n+++\n", ["甲", "+++"], id="plus signs at the start"),
    ],
)  # fmt: skip
def test_what_is_no_prose_is_left_out(text: str, expected: list[str]):
    assert [shown for shown in texts(text) if shown != "***"] == expected


@pytest.mark.parametrize(
    "text, expected",
    [
        pytest.param("甲乙\n丙丁\n", ["甲乙丙丁"], id="Chinese"),
        pytest.param("甲 word\nnext 乙\n**a**,\n*b*", ["甲 word next 乙a, b"], id="words"),
        pytest.param("全年12\n3件\n", ["全年123件"], id="figures"),
        pytest.param("甲  \n乙\\\n丙<br>丁<br/>\n戊\\\n", ["甲", "乙", "丙", "丁", "戊\\"], id="hard breaks"),
        pytest.param("甲\\\\\n乙\n", ["甲\\乙"], id="an escaped backslash"),
        pytest.param("# 甲<br>乙\n", ["甲", "乙"], id="in a heading"),
        pytest.param("　　甲。\n　　乙。\n", ["甲。", "乙。"], id="full-width indentation"),
        pytest.param("&emsp;&emsp;甲。\n&emsp;&emsp;乙。\n", ["甲。", "乙。"], id="indentation in entities"),
        pytest.param("    各位代表：\n    现在报告工作。\n\n    一、工作情况\n", ["各位代表：", "现在报告工作。", "一、工作情况"], id="indentation by four spaces"),
        pytest.param("\t各位代表：\n", ["各位代表："], id="indentation by a tab"),
        pytest.param("一、工作情况\n二〇二三年，\n（一）推进改革\n取得进展。", ["一、工作情况", "二〇二三年，", "（一）推进改革", "取得进展。"], id="labels and headings"),
        pytest.param("**工作报告**\n云溪县\n", ["工作报告", "云溪县"], id="a strong line"),
        pytest.param("**工作报告：**\n云溪县\n**甲**乙\n丙", ["工作报告：", "云溪县甲乙丙"], id="lines that are partly strong"),
        pytest.param("- **甲**\n  乙\n", ["甲乙"], id="a strong line in an item"),
        pytest.param("一是完善制度，\n推进落实，\n二是加强监督。\n", ["一是完善制度，推进落实，", "二是加强监督。"], id="a label within"),
        pytest.param("**甲\n乙**丙", ["甲乙丙"], id="strong over lines"),
        pytest.param("> 甲\n> 乙\n丙\n", ["甲乙丙"], id="in a quotation"),
        pytest.param("- 甲\n  乙\n丙\n", ["甲乙丙"], id="in an item"),
        pytest.param("<关于依法行政>\n\n<关于改革的\n通知>\n", ["<关于依法行政>", "<关于改革的通知>"], id="titles in angle brackets"),
    ],
)  # fmt: skip
def test_lines_are_joined_or_parted(text: str, expected: list[str]):
    assert texts(text) == expected


def test_front_matter_is_metadata():
    text = "---\ntitle: '云溪县工作报告'\ndate: 2024-01-05\n---\n# 报告\n"
    read_ = document(text)

    assert texts(text) == ["title：云溪县工作报告", "date：2024-01-05", "报告"]
    assert [block.kind for block in read_.blocks] == [BlockKind.METADATA, BlockKind.METADATA, BlockKind.HEADING]
    assert [read_.to_source(block.span).of(text) for block in read_.blocks] == [
        "title: '云溪县工作报告",
        "date: 2024-01-05",
        "报告",
    ]


def test_every_character_remembers_where_it_came_from():
    text = "- **甲**乙\\*&lt;[丙](u)\n  丁 a\n  b\n"
    read_ = document(text)

    assert read_.text == "甲乙*<丙丁 a b"
    assert read_.blocks == (Block(BlockKind.LIST_ITEM, Span(0, 10), 1),)
    assert [read_.to_source(Span(at, at + 1)).of(text) for at in range(10)] == [
        "甲",
        "乙",
        "*",
        "&lt;",
        "丙",
        "丁",
        " ",
        "a",
        "\n",
        "b",
    ]
    assert read_.to_source(Span(0, 2)).of(text) == "甲**乙"


def test_blocks_are_parted_by_line_ends():
    read_ = document("# 甲\r\n\r\n乙<br>丙\r\n")

    assert read_.text == "甲\n乙\n丙"
    assert read_.source == "# 甲\r\n\r\n乙<br>丙\r\n"
    assert read_.to_source(Span(0, 5)) == Span(2, 13)


N = 100_000
HOSTILE = {
    "quotations": "> " * N + "a",
    "bullets": "- " * N + "a",
    "numbers": "1. " * N + "a",
    "quotation marks": ">" * N,
    "hashes": "#" * N,
    "spaces": " " * N + "a",
    "spaces in a heading": "# a" + " " * N + "b",
    "tabs": "\t" * N + "a",
    "brackets": "[" * N + "]" * N,
    "asterisks": "*" * N + "a",
    "strong": "**中：**文" * (N // 10),
    "cells": "|a" * (N // 2) + "\n" + "|-" * (N // 2) + "\n",
    "rows": "|a|b|\n|-|-|\n" + "|c|d|\n" * (N // 5),
    "deep list": "".join("  " * (at % 200) + "- a\n" for at in range(N // 100)),
    "deep quotation": "".join(">" * (at % 50) + " a\n" for at in range(N // 20)),
    "lazy lines": "> a\n" + "b\n" * (N // 2),
    "backslashes": "\\" * N + "\na",
    "backslash lines": "a\\\n" * (N // 5),
    "tags": "<div>\n" * (N // 5),
    "comments": "<!-- " * (N // 5),
    "definition": "[a]: " + " " * N + "b" + " " * N + "c",
    "definitions": "[a]: /b\n" * (N // 5),
    "footnotes": "[^1]: 甲\n" * (N // 5),
    "one line": "中文，" * 1_000_000,
}


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE.keys())
def test_cost_grows_with_the_length(text: str):
    start = time.perf_counter()
    document(text)

    assert time.perf_counter() - start < 30


@pytest.mark.parametrize(
    "text, characters, lines",
    [("a" * (markdown.MAX_CHARACTERS + 1), 16777217, 0), ("\r\n" * (markdown.MAX_LINES + 1), 1000002, 500001)],
    ids=["characters", "lines"],
)
def test_length_has_a_limit(text: str, characters: int, lines: int):
    with pytest.raises(InputError) as raised:
        document(text)

    assert raised.value.say == Say(
        f"Markdown 文件有 {characters} 个字符、{lines} 行，超过 16777216 个字符或 500000 行的上限；请拆分后再检查。",
        f"The Markdown file has {characters} characters in {lines} lines, more than the 16777216 characters or "
        "500000 lines that are read; split it and check the parts.",
    )
