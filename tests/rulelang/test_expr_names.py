"""Names that do not exist and forms that have no place here: what is said, in both languages, and at which column."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.parse import parse
from lint_reports.rulelang.expr.types import BOOL, INT, STR, field_path

MOMENT = field_path("document_date")._replace(optional=False)
NAMES = {
    "signed": MOMENT,
    "published": MOMENT._replace(optional=True),
    "heading": field_path("headings").item or BOOL,
    "headings": field_path("headings"),
    "n": INT,
    "s": STR,
}

FUNCTIONS = "known, size, contains, starts_with, ends_with, date, days, abs, round, min, max, all, any, count, sum"
MOMENT_FIELDS = "text, year, month, day, role, tense, cutoff, quoted, date, whole, exists"
TENSES = "review, plan, problems, mixed, unknown"


def zh_list(names: str) -> str:
    return names.replace(", ", "、")


def mistake(source: str) -> tuple[int, str, str]:
    with pytest.raises(ExpressionError) as caught:
        parse(source, NAMES)
    return caught.value.offset, caught.value.say.zh, caught.value.say.en


@pytest.mark.parametrize(
    ("source", "offset", "say"),
    [
        pytest.param(
            "sined.year == 2023",
            0,
            Say(
                "没有名称“sined”；是不是“signed”？可用的有：signed、published、heading、headings、n、s。",
                "There is no name `sined`; did you mean `signed`? Allowed: signed, published, heading, headings, n, s.",
            ),
            id="name",
        ),
        pytest.param(
            "any(h.stop for h in headings) and h.stop",
            34,
            Say(
                "没有名称“h”。可用的有：signed、published、heading、headings、n、s。",
                "There is no name `h`. Allowed: signed, published, heading, headings, n, s.",
            ),
            id="name outside its comprehension",
        ),
        pytest.param(
            "n == signed . yeer",
            14,
            Say(
                f"“Moment”没有字段“yeer”；是不是“year”？可用的有：{zh_list(MOMENT_FIELDS)}。",
                f"A `Moment` has no field `yeer`; did you mean `year`? Allowed: {MOMENT_FIELDS}.",
            ),
            id="field",
        ),
        pytest.param(
            "s == '山' or signed.span == n",
            19,
            Say(
                f"“Moment”没有字段“span”。可用的有：{zh_list(MOMENT_FIELDS)}。",
                f"A `Moment` has no field `span`. Allowed: {MOMENT_FIELDS}.",
            ),
            id="span",
        ),
        pytest.param(
            "s.upper == s",
            2,
            Say("文字没有字段“upper”。可用的有：无。", "A text has no field `upper`. Allowed: none."),
            id="field of a text",
        ),
        pytest.param(
            "siz(s) == 1",
            0,
            Say(
                f"没有函数“siz”；是不是“size”？可用的有：{zh_list(FUNCTIONS)}。",
                f"There is no function `siz`; did you mean `size`? Allowed: {FUNCTIONS}.",
            ),
            id="function",
        ),
        pytest.param(
            "size == 1",
            0,
            Say("“size”是函数；请在后面加括号和参数。", "`size` is a function; write brackets and arguments after it."),
            id="function without brackets",
        ),
        pytest.param(
            "heading.tense == 'pln'",
            17,
            Say(
                f"“Tense”没有取值“pln”；是不是“plan”？可用的有：{zh_list(TENSES)}。",
                f"A `Tense` has no value `pln`; did you mean `plan`? Allowed: {TENSES}.",
            ),
            id="value",
        ),
        pytest.param(
            "'past' != heading.tense",
            0,
            Say(
                f"“Tense”没有取值“past”。可用的有：{zh_list(TENSES)}。",
                f"A `Tense` has no value `past`. Allowed: {TENSES}.",
            ),
            id="value on the left",
        ),
        pytest.param(
            "heading.tense in ('plan', 'revue')",
            26,
            Say(
                f"“Tense”没有取值“revue”；是不是“review”？可用的有：{zh_list(TENSES)}。",
                f"A `Tense` has no value `revue`; did you mean `review`? Allowed: {TENSES}.",
            ),
            id="value in brackets",
        ),
        *(
            pytest.param(
                f"any(h.stop for {name} in headings)",
                15,
                Say(
                    f"“{name}”已有所指；请给 for 的变量换个名称。",
                    f"`{name}` already means something; give the variable of `for` another name.",
                ),
                id=f"hidden {name}",
            )
            for name in ("signed", "size")
        ),
    ],
)
def test_what_is_not_there(source: str, offset: int, say: Say) -> None:
    assert mistake(source) == (offset, *say)


CONSTANTS_ONLY = Say(
    '“in”右边应为括号内的常量，如 ("review", "plan")；查文字用 contains，查列表用 any。',
    'On the right of `in` stand constants in brackets, such as ("review", "plan"); '
    "use contains for text and any for lists.",
)
LISTS = Say(
    "括号列举只能写在“in”右边，如 x in (1, 2)；请改写。",
    "A list in brackets stands only on the right of `in`, such as x in (1, 2); rewrite it.",
)
STRAY_FOR = Say(
    "for 只能直接写在函数的括号里，如 any(… for x in 列表)；请改写。",
    "`for` stands only right inside a function, such as any(… for x in a list); rewrite it.",
)
UNSUPPORTED = Say(
    "表达式里没有这种写法；请只用文档所列的写法。",
    "Expressions have no such form; use only the documented forms.",
)
METHODS = Say(
    "只能调用函数，如 starts_with(x, y)；不能调用方法。",
    "Only functions can be called, such as starts_with(x, y); no methods.",
)


@pytest.mark.parametrize(
    ("source", "offset", "say"),
    [
        *(
            pytest.param(source, at, LISTS, id=f"list {source}")
            for source, at in (("(1, 2)", 0), ("n == [1]", 5), ("n in (1,), 2", 0))
        ),
        *(
            pytest.param(source, at, STRAY_FOR, id=f"for {source}")
            for source, at in (
                ("(h for h in headings)", 0),
                ("any([h.stop for h in headings])", 4),
                ("min(1, (h.level for h in headings)) == 1", 7),
            )
        ),
        *(
            pytest.param(source, at, CONSTANTS_ONLY, id=f"in {source}")
            for source, at in (
                ("n in n", 5),
                ("s in s", 5),
                ("n in ()", 5),
                ("n in (1, n)", 9),
                ("signed in headings", 10),
            )
        ),
        *(
            pytest.param(source, 0, METHODS, id=f"call {source}")
            for source in ("s.startswith('a')", "s()()", "(s == s)()", "'a'.join(s)")
        ),
        pytest.param(
            "headings[0].level == 1",
            0,
            Say("表达式里没有下标；请用 any、all 或 size。", "Expressions have no subscripts; use any, all or size."),
            id="subscript",
        ),
        pytest.param(
            "size(*headings) == 1",
            5,
            Say("表达式里没有星号展开；请删去星号。", "Expressions have no unpacking; delete the star."),
            id="star",
        ),
        pytest.param(
            "+n == 1",
            0,
            Say("数字前不写正号；请删去。", "Numbers have no plus sign before them; delete it."),
            id="plus",
        ),
        *(
            pytest.param(source, at, UNSUPPORTED, id=f"form {source}")
            for source, at in (("n == ...", 5), ("1 << 9 == n", 0), ("n == n >> 1", 5))
        ),
        pytest.param(
            "any(h.stop for h, i in headings)",
            15,
            Say(
                "每个 for 只能有一个变量、出现一次；请把另一个 for 写进里层的函数。",
                "A comprehension has one `for` with one name; put another into an inner function.",
            ),
            id="two names",
        ),
    ],
)
def test_what_has_no_place_here(source: str, offset: int, say: Say) -> None:
    assert mistake(source) == (offset, *say)
