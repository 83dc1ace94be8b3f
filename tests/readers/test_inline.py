"""Which characters of a Markdown paragraph are markup."""

from __future__ import annotations

import time

import pytest

from lint_reports.readers.inline import OBJECT, Edit, edits, normal_label


def shown(body: str, *labels: str) -> str:
    """The paragraph as readers see it."""
    parts, done = [], 0
    for edit in edits(body, frozenset(labels)):
        assert done <= edit.start < edit.end <= len(body)
        parts += [body[done : edit.start], edit.text]
        done = edit.end
    return "".join([*parts, body[done:]])


@pytest.mark.parametrize(
    "body, expected",
    [
        pytest.param("**重点**工作", "重点工作", id="strong"),
        pytest.param("*重点*工作", "重点工作", id="emphasis"),
        pytest.param("***重点***工作", "重点工作", id="both"),
        pytest.param("__重点__ _工作_", "重点 工作", id="underscores"),
        pytest.param("**加粗：**后面", "加粗：后面", id="strong before a full-width colon"),
        pytest.param("前面**（引号）**后面", "前面（引号）后面", id="strong round brackets"),
        pytest.param("**“引号”**文字", "“引号”文字", id="strong round quotes"),
        pytest.param("**一、****工作**", "一、工作", id="strong next to strong"),
        pytest.param("**甲*乙*丙**", "甲乙丙", id="emphasis in strong"),
        pytest.param("*甲**乙**丙*", "甲乙丙", id="strong in emphasis"),
        pytest.param("*foo**bar*", "foo**bar", id="rule of three"),
        pytest.param("*甲 _乙* 丙_", "甲 _乙 丙_", id="crossed"),
        pytest.param("** 空 **", " 空 ", id="strong that is none by the letter"),
        pytest.param("**只有开头", "只有开头", id="strong left open"),
        pytest.param("注：*表示增长，*表示下降", "注：*表示增长，*表示下降", id="asterisks as signs"),
        pytest.param("*只有开头", "*只有开头", id="emphasis left open"),
        pytest.param("电话138****1234", "电话138****1234", id="masked digits"),
        pytest.param("2**3", "2**3", id="a power"),
        pytest.param("a_b_c 中_文_字", "a_b_c 中_文_字", id="underscores in words"),
        pytest.param("~~删~~除，5~10，3~5", "删除，5~10，3~5", id="struck out, and ranges"),
        pytest.param("甲**乙\n丙**丁", "甲乙\n丙丁", id="over a line end"),
    ],
)
def test_emphasis(body: str, expected: str):
    assert shown(body) == expected


@pytest.mark.parametrize(
    "body, expected",
    [
        pytest.param("见[附件1](a.docx)。", "见附件1。", id="link"),
        pytest.param('见[附件](<a b.docx> "标题")。', "见附件。", id="link with title"),
        pytest.param("[a](b(c)d) [e]() [f]( )", "a e f", id="destinations"),
        pytest.param("[**重点**](u)", "重点", id="strong in a link"),
        pytest.param("*甲 [乙* 丙](u)", "*甲 乙* 丙", id="a link binds closer than emphasis"),
        pytest.param("[甲](乙 丙) [甲](", "[甲](乙 丙) [甲](", id="no link"),
        pytest.param("[注]〔2024〕[2023]1号", "[注]〔2024〕[2023]1号", id="brackets"),
        pytest.param("![图](a.png)与[![图](p)](u)", f"{OBJECT}与{OBJECT}", id="images"),
        pytest.param("![甲*乙`丙`[丁](u)](p)*戊", f"{OBJECT}*戊", id="markup in an image"),
        pytest.param("[甲 [乙](u) 丙](v)", "[甲 乙 丙](v)", id="links do not nest"),
        pytest.param("工作[^1]要求[^注2]。", "工作要求。", id="footnotes"),
        pytest.param("<http://a.cn/b_c_d>，<a@b.cn>", "http://a.cn/b_c_d，a@b.cn", id="addresses"),
    ],
)
def test_links(body: str, expected: str):
    assert shown(body) == expected


@pytest.mark.parametrize(
    "body, expected",
    [
        ("见[甲]", "见甲"),
        ("见[甲][]", "见甲"),
        ("见[乙][甲]", "见乙"),
        ("见[乙][丙]", "见[乙][丙]"),
        ("见[ Big  report ]", "见 Big  report "),
        ("见[甲](u)", "见甲"),
        ("见![乙][甲]", f"见{OBJECT}"),
    ],
)
def test_references(body: str, expected: str):
    assert shown(body, "甲", normal_label("big REPORT")) == expected


@pytest.mark.parametrize(
    "body, expected",
    [
        pytest.param("执行`a*b*c`命令", f"执行{OBJECT}命令", id="code"),
        pytest.param("``a`b`` `c", f"{OBJECT} `c", id="runs of several ticks"),
        pytest.param("`a\nb`c", f"{OBJECT}c", id="over a line end"),
        pytest.param("*甲`乙*`丙", f"*甲{OBJECT}丙", id="code binds closer than emphasis"),
        pytest.param(r"\*\*甲\*\*\\乙\丙", r"**甲**\乙\丙", id="escapes"),
        pytest.param("&lt;&amp;&#20113;&#x6eaa;&nope;&", "<&云溪&nope;&", id="entities"),
        pytest.param("甲&#10;乙&#13;丙", "甲 乙 丙", id="line ends as entities"),
        pytest.param("<b>甲</b><font color='a>b'>乙</font><br>丙<BR/>丁", "甲乙\n丙\n丁", id="tags"),
        pytest.param("甲<!-- 注：*未定* -->乙<!-- 丙", "甲乙<!-- 丙", id="comments"),
        pytest.param(
            "《落实<关于依法行政的意见>的方案》，a < b > c，3<5",
            "《落实<关于依法行政的意见>的方案》，a < b > c，3<5",
            id="angle brackets",
        ),
        pytest.param("一、工作情况（2024年）", "一、工作情况（2024年）", id="nothing"),
    ],
)
def test_the_rest(body: str, expected: str):
    assert shown(body) == expected


def test_edits_are_in_order():
    assert edits("**甲*乙*`丙`**", frozenset()) == [
        Edit(0, 2, ""),
        Edit(3, 4, ""),
        Edit(5, 6, ""),
        Edit(6, 9, OBJECT),
        Edit(9, 11, ""),
    ]


UNITS = [
    "[",
    "![",
    "]",
    "([",
    "](",
    "[a](",
    '[a](b "',
    "[a](b(",
    "[a][b",
    "*",
    "*a ",
    "**a",
    "**中：**文",
    "***a***",
    "*a_b ",
    "_a ",
    "~~a ",
    "`a",
    "<",
    "<a ",
    '<a b="',
    "<!-- ",
    "<http:a",
    "<a@",
    "&amp;",
    "\\*",
    "a<br>",
    "[^1]",
]


@pytest.mark.parametrize("unit", UNITS)
def test_cost_grows_with_the_length(unit: str):
    body = unit * (300_000 // len(unit))
    start = time.perf_counter()
    edits(body, frozenset({"a"}))

    assert time.perf_counter() - start < 30


@pytest.mark.parametrize(
    "body", ["[" * 100_000 + "]" * 100_000, "".join("`" * size + "a" for size in range(600)), "<a" + " b" * 100_000]
)
def test_cost_of_nesting(body: str):
    start = time.perf_counter()
    edits(body, frozenset({"a"}))

    assert time.perf_counter() - start < 30
