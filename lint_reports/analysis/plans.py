"""Plans whose names say how long they run: 三年行动计划（2023—2025年）, “十四五”规划（2021—2025年）."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lint_reports.analysis.numerals import whole_number
from lint_reports.facts import PlanYears, Text, Year
from lint_reports.patterns import lazy
from lint_reports.text import Span

_BRACKETS = lazy(
    r"（(?P<years>(?P<first>(?:19|20)\d{2})年?[ ]?(?:—{1,2}|[-~－–至到])[ ]?(?P<last>(?:19|20)\d{2})年?)）"
)
_KIND = (
    "(?:滚动|专项|攻坚|提升|建设|发展|倍增|整治|培育|改造|治理|振兴|行动|实施){0,3}(?:计划|规划|方案|行动|攻坚|纲要)"
)
_NAME = lazy(
    rf"(?:(?P<number>(?<![一二三四五六七八九十百第\d])(?:[一二两三四五六七八九十]|十[一二三四五六七八九]|二十|\d{{1,2}}))年{_KIND}"
    r"|“?(?P<five>十[一二三四五六]?)五”?(?:[^，。；：（）]{0,16}规划(?:纲要)?))$"
)
_NEAR = 24
_THIRD_PLAN = 1966
"""When the third five-year plan began; since then one has followed the other."""


def read_plans(folded: str, text: str) -> tuple[PlanYears, ...]:
    """The plans in a document whose names say how long they run and whose years stand in brackets, in order.

    Args:
        folded: the folded view, titles not masked.
        text: the original.
    """
    return tuple(_plans(folded, text))


def _plans(folded: str, text: str) -> Iterator[PlanYears]:
    for years in _BRACKETS.finditer(folded):
        start = max(0, years.start() - _NEAR)
        name = _NAME.search(folded[start : years.start()])
        if name is not None:
            yield _plan(years, name, start, text)


def _plan(years: re.Match[str], name: re.Match[str], offset: int, text: str) -> PlanYears:
    first, last = (Year(Span(*years.span(one)), int(years[one])) for one in ("first", "last"))
    called = Span(offset + name.start(), offset + name.end())
    length, due = (whole_number(name["number"]) or 0, None) if name["number"] else (5, _begins(name["five"]))
    span = Span(*years.span("years"))
    return PlanYears(span, span.of(text), Text(called, called.of(text)), length, first, last, due)


def _begins(numeral: str) -> int:
    """The first year of a five-year plan: 十四五, the fourteenth, begins in 2021."""
    return _THIRD_PLAN + 5 * ((whole_number(numeral) or 0) - 3)
