"""What is no expression, or too large a one: what is said of it, in both languages, and at which column."""

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


def mistake(source: str) -> tuple[int, str, str]:
    with pytest.raises(ExpressionError) as caught:
        parse(source, NAMES)
    return caught.value.offset, caught.value.say.zh, caught.value.say.en


def odd(shown: str, zh: str, en: str) -> Say:
    return Say(f"表达式里不能写“{shown}”；{zh}。", f"An expression cannot have `{shown}`; {en}.")


NUMBER = Say(
    "数字只能用 0—9 和中间的一个小数点来写，如 12 或 0.5，其后不能紧接字母。",
    "Numbers are digits with at most one point between them, such as 12 or 0.5, and no letter may follow.",
)
QUOTE_ZH = "引号没有闭合，或引号内有转义、控制字符"
QUOTE_EN = "the quote is not closed, or holds an escape or a control character"
ADJACENT = Say(
    "两段引号文字紧挨着；请在中间加逗号。", "Two texts in quotes stand side by side; put a comma between them."
)
UNREADABLE = Say(
    "表达式从这里起读不通；请检查是否缺少或多出运算符、逗号。",
    "The expression cannot be read from here; look for a missing or an extra operator or comma.",
)


@pytest.mark.parametrize(
    ("source", "offset", "say"),
    [
        pytest.param(
            "", 0, Say("表达式是空的；请写一个条件。", "The expression is empty; write a condition."), id="empty"
        ),
        pytest.param(
            " \n", 0, Say("表达式是空的；请写一个条件。", "The expression is empty; write a condition."), id="blank"
        ),
        pytest.param("n = 1", 2, odd("=", "相等写作 ==", "write == for equality"), id="single equals"),
        pytest.param("n > 1 && n < 5", 6, odd("&", "并且写作 and", "write and"), id="ampersand"),
        pytest.param("n > 1 || n < 5", 6, odd("|", "或者写作 or", "write or"), id="bar"),
        pytest.param(
            "!(n > 1)", 0, odd("!", "否定写作 not，不等写作 !=", "write not, or != for inequality"), id="bang"
        ),
        pytest.param(
            "n ** 2 > 1", 2, odd("**", "没有乘方，乘写作一个 *", "there are no powers, one * multiplies"), id="power"
        ),
        pytest.param("n == 1 # note", 7, odd("#", "请删去", "delete it"), id="comment"),
        pytest.param("n == 1; n", 6, odd(";", "请删去", "delete it"), id="statement"),
        pytest.param("(n := 1) == 1", 3, odd(":", "请删去", "delete it"), id="walrus"),
        pytest.param("{n}", 0, odd("{", "请删去", "delete it"), id="brace"),
        pytest.param("n\t== 1", 1, odd("U+0009", "请删去", "delete it"), id="tab"),
        pytest.param("n == 1\x00", 6, odd("U+0000", "请删去", "delete it"), id="NUL"),
        pytest.param("n == 1\r\n", 6, odd("U+000D", "请删去", "delete it"), id="carriage return"),
        pytest.param("n\u3000== 1", 1, odd("U+3000", "请删去", "delete it"), id="ideographic space"),
        pytest.param("n ==\\\n 1", 4, odd("\\", "没有转义", "there are no escapes"), id="continued line"),
        pytest.param("（n == 1）", 0, odd("（", "请写半角的 (", "write ( in ASCII"), id="full-width bracket"),
        pytest.param("n ＝＝ 1", 2, odd("＝", "请写半角的 =", "write = in ASCII"), id="full-width equals"),
        pytest.param("s == “报告”", 5, odd("“", '请写半角的 "', 'write " in ASCII'), id="curly quote"),
        pytest.param("n in (1、2)", 7, odd("、", "请写半角的 ,", "write , in ASCII"), id="ideographic comma"),
        pytest.param("n ≠ 1", 2, odd("≠", "请写半角的 !=", "write != in ASCII"), id="not equal"),
        pytest.param("ｓ == 'a'", 0, odd("ｓ", "请写半角的 s", "write s in ASCII"), id="full-width letter"),
        pytest.param("n == ２", 5, odd("２", "请写半角的 2", "write 2 in ASCII"), id="full-width digit"),
        *(
            pytest.param(
                f"{name} == 1",
                0,
                odd(name[0], "名称只用英文字母，文字要加引号", "names are ASCII letters, text stands in quotes"),
                id=f"letter {name}",
            )
            for name in ("年份", "ѕigned", "éra")
        ),
        *(
            pytest.param(f"n == {text}", 5, NUMBER, id=f"number {text}")
            for text in ("2e3", ".5", "5.", "1_000", "0x10", "1j")
        ),
        pytest.param(
            "n == 1234567890123456789",
            5,
            Say("数字超过 18 位；请写小一些的数。", "The number has more than 18 digits; write a smaller one."),
            id="long number",
        ),
        pytest.param(
            "n < 123456789012345678.9",
            4,
            Say("数字超过 18 位；请写小一些的数。", "The number has more than 18 digits; write a smaller one."),
            id="long decimal",
        ),
        pytest.param("s == 'abc", 5, odd("'", QUOTE_ZH, QUOTE_EN), id="open quote"),
        pytest.param('s == "a\\n"', 5, odd('"', QUOTE_ZH, QUOTE_EN), id="escape"),
        pytest.param("s == 'a\nb'", 5, odd("'", QUOTE_ZH, QUOTE_EN), id="line end in quotes"),
        pytest.param("s == 'a\x00b'", 5, odd("'", QUOTE_ZH, QUOTE_EN), id="NUL in quotes"),
        pytest.param("s == '\ud800'", 5, odd("'", QUOTE_ZH, QUOTE_EN), id="surrogate in quotes"),
        pytest.param("s in ('a' 'b')", 10, ADJACENT, id="missing comma"),
        pytest.param('s == """a"""', 7, ADJACENT, id="three quotes"),
        pytest.param(
            f"s == '{'山' * 101}'",
            5,
            Say(
                "引号内有 101 个字符，最多 100 个；请缩短。",
                "The text in quotes has 101 characters, at most 100 are allowed; shorten it.",
            ),
            id="long text",
        ),
        *(
            pytest.param(
                f"s == {prefix}'a'",
                5,
                Say(
                    f"引号前不能有“{prefix}”；请只写引号文字。",
                    f"`{prefix}` cannot stand before a quote; write the text alone.",
                ),
                id=f"prefix {prefix}",
            )
            for prefix in ("f", "b", "Rb", "u", "n")
        ),
        *(
            pytest.param(
                source,
                offset,
                Say(
                    f"括号“{bracket}”没有配对；请补上或删去。",
                    f"The bracket `{bracket}` has no partner; add it or delete it.",
                ),
                id=f"bracket {source}",
            )
            for source, offset, bracket in (
                ("(n == 1", 0, "("),
                ("n == 1)", 6, ")"),
                ("n in (1]", 7, "]"),
                (")(", 0, ")"),
            )
        ),
        *(
            pytest.param(
                source,
                offset,
                Say(
                    f"名称不能以下划线开头：“{name}”；请用已声明的名称。",
                    f"Names cannot begin with `_`: `{name}`; use a declared name.",
                ),
                id=f"underscore {source}",
            )
            for source, offset, name in (("_ == 1", 0, "_"), ("signed.__class__", 7, "__class__"))
        ),
        *(
            pytest.param(
                source,
                offset,
                Say(
                    f"表达式里没有“{word}”；请只用文档所列的写法。",
                    f"Expressions have no `{word}`; use only the documented forms.",
                ),
                id=f"keyword {word}",
            )
            for source, offset, word in (
                ("lambda", 0, "lambda"),
                ("await n", 0, "await"),
                ("any(True async for h in headings)", 9, "async"),
                ("(yield)", 1, "yield"),
                ("import os", 0, "import"),
            )
        ),
        pytest.param(
            "published == None",
            13,
            Say(
                "表达式里没有“None”；请用 known(x) 判断 x 是否已知。",
                "Expressions have no `None`; ask known(x) whether x is known.",
            ),
            id="None",
        ),
        pytest.param(
            "n is 1", 2, Say("表达式里没有“is”；请用 == 或 !=。", "Expressions have no `is`; use == or !=."), id="is"
        ),
        *(
            pytest.param(source, offset, UNREADABLE, id=f"unreadable {source}")
            for source, offset in (
                ("n ==", 4),
                ("  n ==  ", 6),
                ("a b", 2),
                (" s == '某某市' n", 12),
                ("n == 1 or", 9),
                ("n in (1,, 2)", 8),
                ("a..b", 2),
            )
        ),
    ],
)
def test_what_is_no_expression(source: str, offset: int, say: Say) -> None:
    assert mistake(source) == (offset, *say)


@pytest.mark.parametrize(
    ("source", "offset", "say"),
    [
        pytest.param(
            f"n =={' ' * 1000}1",
            1000,
            Say(
                "表达式有 1005 个字符，最多 1000 个；请拆成几条规则。",
                "The expression has 1005 characters, at most 1000 are allowed; split the rule.",
            ),
            id="length",
        ),
        *(
            pytest.param(
                source,
                offset,
                Say(
                    "嵌套超过 20 层；请化简或拆成几条规则。",
                    "It is nested more than 20 deep; simplify it or split the rule.",
                ),
                id=f"depth of {name}",
            )
            for name, source, offset in (
                ("brackets", "(" * 21 + "n" + ")" * 21, 20),
                ("not", "not " * 20 + "True", 80),
                ("minus", "-" * 20 + "1", 20),
                ("fields", "n" + ".a" * 20, 0),
                ("sums", "1" + " + 1" * 20, 4),
                ("conditionals", "1 if True else " * 20 + "1", 300),
            )
        ),
        pytest.param(
            "n in (" + "1," * 200 + ")",
            0,
            Say("表达式超过 200 个成分；请拆成几条规则。", "The expression has more than 200 parts; split the rule."),
            id="parts",
        ),
        pytest.param(
            "any(any(any(g.stop for g in headings) for h in headings) for i in headings)",
            12,
            Say("for 最多嵌套 2 层；请拆成几条规则。", "Comprehensions nest at most 2 deep; split the rule."),
            id="comprehensions",
        ),
        pytest.param(
            "any(h.stop for h in headings for i in headings)",
            33,
            Say(
                "每个 for 只能有一个变量、出现一次；请把另一个 for 写进里层的函数。",
                "A comprehension has one `for` with one name; put another into an inner function.",
            ),
            id="second for",
        ),
    ],
)
def test_what_is_too_large(source: str, offset: int, say: Say) -> None:
    assert mistake(source) == (offset, *say)
