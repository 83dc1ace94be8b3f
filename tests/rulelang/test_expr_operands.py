"""Values of the wrong type: what is said of them, in both languages, and at which column."""

from __future__ import annotations

import pytest

from lint_reports.language import Say
from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.parse import parse
from lint_reports.rulelang.expr.types import BOOL, DATE, DECIMAL, INT, STR, Type, field_path

MOMENT = field_path("document_date")._replace(optional=False)
NAMES = {
    "signed": MOMENT,
    "published": MOMENT._replace(optional=True),
    "heading": field_path("headings").item or BOOL,
    "headings": field_path("headings"),
    "n": INT,
    "s": STR,
}


def mistake(source: str, wanted: Type | None = BOOL) -> tuple[int, str, str]:
    with pytest.raises(ExpressionError) as caught:
        parse(source, NAMES, wanted)
    return caught.value.offset, caught.value.say.zh, caught.value.say.en


def wrong(zh: str, en: str) -> Say:
    """`what|wanted|got` in both languages."""
    zh_what, zh_wanted, zh_got = zh.split("|")
    en_what, en_wanted, en_got = en.split("|")
    return Say(f"{zh_what}应为{zh_wanted}，这里是{zh_got}。", f"{en_what} must be {en_wanted}, but this is {en_got}.")


def known_hint(say: Say) -> Say:
    return Say(f"{say.zh}判断是否已知请用 known(…)。", f"{say.en} To ask whether something is known, write known(…).")


@pytest.mark.parametrize(
    ("source", "offset", "say"),
    [
        pytest.param(
            "n",
            0,
            wrong("表达式的值|真假判断|整数", "The value of the expression|a condition|a whole number"),
            id="result",
        ),
        pytest.param(
            "published",
            0,
            known_hint(wrong("表达式的值|真假判断|“Moment”", "The value of the expression|a condition|a `Moment`")),
            id="record as result",
        ),
        pytest.param(
            "n == 1 and signed.year",
            11,
            known_hint(wrong("“and”两边|真假判断|整数", "Either side of `and`|a condition|a whole number")),
            id="and with what may be unknown",
        ),
        pytest.param(
            "s or n == 1", 0, wrong("“or”两边|真假判断|文字", "Either side of `or`|a condition|a text"), id="or"
        ),
        pytest.param(
            "not n", 4, wrong("“not”后|真假判断|整数", "What follows `not`|a condition|a whole number"), id="not"
        ),
        pytest.param(
            "n == (1 if n else 2)",
            11,
            wrong("“if”后|真假判断|整数", "What follows `if`|a condition|a whole number"),
            id="if",
        ),
        pytest.param(
            "any(h.stop for h in headings if h.level)",
            32,
            wrong("“if”后|真假判断|整数", "What follows `if`|a condition|a whole number"),
            id="if of a comprehension",
        ),
        pytest.param(
            "any(h.level for h in headings)",
            4,
            wrong("any 的每一项|真假判断|整数", "Each element of any|a condition|a whole number"),
            id="any",
        ),
        pytest.param(
            "count(h for h in headings) > 1",
            6,
            known_hint(wrong("count 的每一项|真假判断|“Heading”", "Each element of count|a condition|a `Heading`")),
            id="count",
        ),
        pytest.param(
            "sum(h.text for h in headings) > 1",
            4,
            wrong("sum 的每一项|整数或小数|文字", "Each element of sum|a whole number or a decimal|a text"),
            id="sum",
        ),
        pytest.param(
            "max(h.text for h in headings) == s",
            4,
            wrong(
                "max 的每一项|整数或小数或日期|文字", "Each element of max|a whole number or a decimal or a date|a text"
            ),
            id="max",
        ),
        pytest.param(
            "n + s == 1",
            4,
            wrong("“+”两边|整数或小数|文字", "Either side of `+`|a whole number or a decimal|a text"),
            id="plus",
        ),
        pytest.param(
            "s * 3 == s",
            0,
            wrong("“*”两边|整数或小数|文字", "Either side of `*`|a whole number or a decimal|a text"),
            id="times",
        ),
        pytest.param(
            "True - True == 0",
            0,
            wrong("“-”两边|整数或小数|真假判断", "Either side of `-`|a whole number or a decimal|a condition"),
            id="minus",
        ),
        pytest.param(
            "signed.date - published.date > 5",
            0,
            wrong("“-”两边|整数或小数|日期", "Either side of `-`|a whole number or a decimal|a date"),
            id="dates",
        ),
        pytest.param(
            "n // 1.5 == 1", 5, wrong("“//”两边|整数|小数", "Either side of `//`|a whole number|a decimal"), id="floor"
        ),
        pytest.param(
            "n % 1.5 == 1", 4, wrong("“%”两边|整数|小数", "Either side of `%`|a whole number|a decimal"), id="remainder"
        ),
        pytest.param(
            "-s == s",
            1,
            wrong("负号后|整数或小数|文字", "What follows the minus sign|a whole number or a decimal|a text"),
            id="sign",
        ),
        pytest.param(
            "size(n) == 1",
            5,
            wrong("size 的第 1 个参数|文字或列表|整数", "Argument 1 of size|a text or a list|a whole number"),
            id="size",
        ),
        pytest.param(
            "contains(s, n)",
            12,
            wrong("contains 的第 2 个参数|文字|整数", "Argument 2 of contains|a text|a whole number"),
            id="contains",
        ),
        pytest.param(
            "starts_with(heading.tense, s)",
            12,
            wrong("starts_with 的第 1 个参数|文字|“Tense”", "Argument 1 of starts_with|a text|a `Tense`"),
            id="starts_with",
        ),
        pytest.param(
            "days(signed, heading) > 1",
            13,
            wrong("days 的第 2 个参数|日期|“Heading”", "Argument 2 of days|a date|a `Heading`"),
            id="days",
        ),
        pytest.param(
            "date(n, 1, 1.0) == signed.date",
            11,
            wrong("date 的第 3 个参数|整数|小数", "Argument 3 of date|a whole number|a decimal"),
            id="date",
        ),
        pytest.param(
            "abs(s) == 1",
            4,
            wrong("abs 的第 1 个参数|整数或小数|文字", "Argument 1 of abs|a whole number or a decimal|a text"),
            id="abs",
        ),
        pytest.param(
            "round(s, 1) == 1",
            6,
            wrong("round 的第 1 个参数|整数或小数|文字", "Argument 1 of round|a whole number or a decimal|a text"),
            id="round",
        ),
        pytest.param(
            "min(1, s) == 1",
            7,
            wrong(
                "min 的第 2 个参数|整数或小数或日期|文字",
                "Argument 2 of min|a whole number or a decimal or a date|a text",
            ),
            id="min",
        ),
    ],
)
def test_what_is_of_the_wrong_type(source: str, offset: int, say: Say) -> None:
    assert mistake(source) == (offset, *say)


def unlike(zh_left: str, zh_right: str, en_left: str, en_right: str) -> Say:
    return Say(
        f"{zh_left}不能与{zh_right}比较；请比较同一类的值。",
        f"{en_left} cannot be compared with {en_right}; compare values of one type.",
    )


def whole(zh: str, en: str) -> Say:
    return Say(
        f"{zh}不能整个比较；请比较其字段，列表用 size、any 或 all。",
        f"{en} cannot be compared as a whole; compare its fields, or use size, any or all on a list.",
    )


def unordered(zh: str, en: str) -> Say:
    return Say(f"{zh}没有大小之分；请用 == 或 !=。", f"{en} has no order; use == or !=.")


@pytest.mark.parametrize(
    ("source", "offset", "say"),
    [
        pytest.param("n == s", 5, unlike("整数", "文字", "A whole number", "a text"), id="number and text"),
        pytest.param(
            "signed.date > 2023", 14, unlike("日期", "整数", "A date", "a whole number"), id="date and number"
        ),
        pytest.param(
            "heading.stop == 1",
            16,
            unlike("真假判断", "整数", "A condition", "a whole number"),
            id="condition and number",
        ),
        pytest.param("n in (1, 'a')", 9, unlike("整数", "文字", "A whole number", "a text"), id="text among numbers"),
        pytest.param(
            "heading.tense == s", 17, unlike("“Tense”", "文字", "A `Tense`", "a text"), id="enumeration and text"
        ),
        pytest.param(
            "heading.tense == heading.layout",
            17,
            unlike("“Tense”", "“Layout”", "A `Tense`", "a `Layout`"),
            id="two enumerations",
        ),
        pytest.param("1 < n < s", 8, unlike("整数", "文字", "A whole number", "a text"), id="second link of a chain"),
        pytest.param("signed == published", 0, whole("“Moment”", "A `Moment`"), id="records"),
        pytest.param("n == headings", 5, whole("列表", "A list"), id="list"),
        pytest.param("n in (1, 2) == True", 5, whole("列表", "A list"), id="constants as an operand"),
        pytest.param("s < 'b'", 0, unordered("文字", "A text"), id="text"),
        pytest.param("heading.tense >= 'plan'", 0, unordered("“Tense”", "A `Tense`"), id="enumeration"),
        pytest.param("True > False", 0, unordered("真假判断", "A condition"), id="condition"),
    ],
)
def test_what_cannot_be_compared(source: str, offset: int, say: Say) -> None:
    assert mistake(source) == (offset, *say)


PLACES = Say("round 的第 2 个参数应为 0 到 10 的整数常量。", "Argument 2 of round must be a whole number from 0 to 10.")


@pytest.mark.parametrize(
    ("source", "offset", "say"),
    [
        pytest.param(
            "1 == size()", 5, Say("size 要 1 个参数，不是 0 个。", "size takes 1 argument, not 0."), id="none"
        ),
        pytest.param(
            "days(signed) == 1",
            0,
            Say("days 要 2 个参数，不是 1 个。", "days takes 2 arguments, not 1."),
            id="one of two",
        ),
        pytest.param(
            "abs(1, 2) == 1", 0, Say("abs 要 1 个参数，不是 2 个。", "abs takes 1 argument, not 2."), id="abs"
        ),
        pytest.param(
            "round(1.5) == 1", 0, Say("round 要 2 个参数，不是 1 个。", "round takes 2 arguments, not 1."), id="round"
        ),
        *(
            pytest.param(f"round(n, {places}) == 1", 9, PLACES, id=f"round to {places}")
            for places in ("n", "11", "-1", "1.0", "'1'", "True")
        ),
        *(
            pytest.param(
                source,
                0,
                Say(
                    "min 要两个以上参数，或写成 min(… for x in 列表)。",
                    "min takes two or more arguments, or min(… for x in a list).",
                ),
                id=source,
            )
            for source in ("min() == 1", "min(n) == 1", "min(headings) == 1")
        ),
        *(
            pytest.param(
                f"{name}({arguments})",
                0,
                Say(f"{name} 要写成 {name}(… for x in 列表)。", f"{name} is written {name}(… for x in a list)."),
                id=f"{name} of {arguments or 'nothing'}",
            )
            for name, arguments in (("all", "True, True"), ("any", "headings"), ("count", ""), ("sum", "1, 2"))
        ),
        pytest.param(
            "size(h for h in headings) == 1",
            0,
            Say("size 的括号里不能有 for；请写一个值。", "size takes no `for`; write a value."),
            id="size",
        ),
        pytest.param(
            "any(h.stop for h in n)",
            20,
            Say("“in”右边应为列表，这里是整数。", "On the right of `in` must be a list, but this is a whole number."),
            id="no list",
        ),
        pytest.param(
            "max(1, signed.date) == 1",
            7,
            Say(
                "一边是整数，一边是日期；两边应为同一类的值。",
                "One side is a whole number and the other a date; both must be of one type.",
            ),
            id="max of a number and a date",
        ),
        pytest.param(
            "n == (1 if heading.stop else 'a')",
            29,
            Say(
                "一边是整数，一边是文字；两边应为同一类的值。",
                "One side is a whole number and the other a text; both must be of one type.",
            ),
            id="branches",
        ),
    ],
)
def test_what_a_function_cannot_take(source: str, offset: int, say: Say) -> None:
    assert mistake(source) == (offset, *say)


@pytest.mark.parametrize(
    ("source", "wanted", "say"),
    [
        pytest.param(
            "s",
            INT,
            wrong("表达式的值|整数|文字", "The value of the expression|a whole number|a text"),
            id="text for number",
        ),
        pytest.param(
            "1.5",
            INT,
            wrong("表达式的值|整数|小数", "The value of the expression|a whole number|a decimal"),
            id="decimal for whole",
        ),
        pytest.param(
            "n",
            DATE,
            wrong("表达式的值|日期|整数", "The value of the expression|a date|a whole number"),
            id="number for date",
        ),
    ],
)
def test_another_result_may_be_wanted(source: str, wanted: Type, say: Say) -> None:
    assert mistake(source, wanted) == (0, *say)


@pytest.mark.parametrize(
    ("source", "wanted"),
    [
        pytest.param("n + 1", INT, id="whole"),
        pytest.param("n + 1", DECIMAL, id="whole for decimal"),
        pytest.param("n / 2", DECIMAL, id="decimal"),
        pytest.param("signed.year", INT, id="what may be unknown"),
        pytest.param("heading.tense", None, id="anything"),
    ],
)
def test_a_result_that_fits_is_taken(source: str, wanted: Type | None) -> None:
    assert isinstance(parse(source, NAMES, wanted), tuple)
