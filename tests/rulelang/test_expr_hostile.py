"""Expressions that somebody wrote to do harm, and how soon they are refused."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, strategies as st

from lint_reports.rulelang.expr.messages import ExpressionError
from lint_reports.rulelang.expr.parse import parse
from lint_reports.rulelang.expr.types import INT, roots

NAMES = {**roots(), "n": INT}

HOSTILE = {
    "class of a name": "n.__class__",
    "class of a tuple": "().__class__.__mro__[1].__subclasses__()",
    "method of a place": "document_date.span.start.__add__(1)",
    "method of a tuple": "headings.count(1) == 1",
    "import": "__import__('os').system('true')",
    "eval": "eval('1')",
    "builtins": "__builtins__",
    "lambda": "(lambda: 0)()",
    "lambda as an argument": "sum(lambda: 0)",
    "power": "9**9**9 > 1",
    "power of a constant": "2 ** 1000000 == n",
    "shift": "1 << 1000000000 == n",
    "repeated text": "'a' * 10000000000 == 'a'",
    "repeated list": "[1] * 1000000000 == n",
    "format": "'%1000000000d' % 1 == 'a'",
    "format string": "f'{n.__class__}' == 'a'",
    "format method": "'{0.__class__}'.format(n) == 'a'",
    "brackets": "(" * 10_000 + "n" + ")" * 10_000,
    "open brackets": "(" * 999,
    "square brackets": "[" * 400 + "]" * 400,
    "not": "not " * 10_000 + "True",
    "not in 1000 characters": "not " * 249 + "True",
    "minus": "-" * 990 + "1 == 1",
    "conditionals": "True if " * 10_000,
    "conditionals in 1000 characters": "1 if 1 else " * 80 + "1",
    "chain of sums": "1" + "+1" * 490 + "==1",
    "chain of comparisons": "1" + "<1" * 490,
    "chain of fields": "n" + ".a" * 490,
    "chain of calls": "n" + "()" * 490,
    "chain of subscripts": "n" + "[0]" * 300,
    "long and": " and ".join(["n>1"] * 125),
    "endless comprehension": "any(True for x in iter(int, 1))",
    "comprehensions side by side": "any(True for a in dates for b in dates for c in dates)",
    "comprehensions in each other": "any(any(any(True for c in dates) for b in dates) for a in dates)",
    "comprehension in the list": "any(True for x in (y for y in dates))",
    "range": "any(True for x in range(1000000000))",
    "walrus": "any((y := x) for x in dates)",
    "assignment": "n = 1",
    "statements": "n == 1\nimport os",
    "semicolon": "n == 1; import os",
    "comment": "n == 1 # and",
    "NUL": "n == 1\x00",
    "NUL in text": "'a\x00' == 'a'",
    "line end in text": "'a\n' == 'a'",
    "escape": r"'\x41' == 'A'",
    "named escape": r"'\N{BULLET}' == 'A'",
    "surrogate": "'\udcff' == 'a'",
    "full-width name": "ｎ == 1",
    "mathematical name": "𝐧 == 1",
    "ligature": "ﬁnd == 1",
    "Cyrillic letter": "реriod.year == 1",
    "right-to-left mark": "n == 1 \u202e",
    "byte order mark": "\ufeffn == 1",
    "async comprehension": "any(True async for x in dates)",
    "await": "await n",
    "yield": "(yield n)",
    "star": "max(*dates) == 1",
    "double star": "max(**n) == 1",
    "named argument": "max(dates, key=n) == 1",
    "ellipsis": "... == ...",
    "set": "n in {1, 2}",
    "dictionary": "n in {1: 2}",
    "slice": "dates[::] == n",
    "backquote": "`n`",
    "type comment": "n == 1 # type: ignore",
    "huge number": "9" * 999 + " == n",
    "huge decimal": "0." + "9" * 900 + " == n",
    "exponent": "1e999999999 == n",
    "long name": "n" * 1000,
    "megabytes": "n == 1" + " or n == 1" * 1_000_000,
}


@pytest.mark.parametrize("source", HOSTILE.values(), ids=HOSTILE.keys())
def test_it_is_refused_at_once_and_inside_the_source(source: str) -> None:
    begin = time.perf_counter()
    with pytest.raises(ExpressionError) as caught:
        parse(source, NAMES)

    assert time.perf_counter() - begin < 1
    assert 0 <= caught.value.offset <= len(source)


WORDS = """n dates period h x known any sum min days if else for in not and or is lambda True None year month scope 某
( ) [ ] { } , . : ; = == < >= != + - * ** / // % @ ~ 1 0.5 1e9 'a' " ' \\ # _ ＝"""
TOKENS = (*WORDS.split(), " ", "\n", "\x00")


@given(st.text() | st.lists(st.sampled_from(TOKENS)).map(" ".join) | st.lists(st.sampled_from(TOKENS)).map("".join))
def test_any_text_is_an_expression_or_a_mistake(source: str) -> None:
    try:
        parse(source, NAMES)
    except ExpressionError as mistake:
        assert 0 <= mistake.offset <= len(source)  # noqa: PT017 - most texts are mistakes, not all
